import { createTwoFilesPatch, FILE_HEADERS_ONLY, OMIT_HEADERS } from 'diff';
import { type Page, toPrintable } from '../terminal.ts';

/** A file before and after, as a unified diff that `patch -p0` and `git apply -p0` take; '' where nothing changed. */
export function toPatch({ path, before, after }: { path: string; before: string; after: string }): string {
  if (before === after) return '';
  // The library writes every letter of a Vietnamese name as numbers; only a few signs need that. A tab ends a name.
  const plain = !/[\p{Cc}"\\]/u.test(path);
  const headerOptions = plain ? OMIT_HEADERS : FILE_HEADERS_ONLY;
  const patch = createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 3, headerOptions });
  const name = path.includes(' ') ? `${path}\t` : path;
  return plain ? `--- ${name}\n+++ ${name}\n${patch}` : patch;
}

/** The diff for people where they read it on a terminal, else as it is. */
export function formatPatch(patch: string, { colours, wraps }: Page): string {
  if (!wraps) return patch;
  const paint = (line: string) => {
    const shown = toPrintable(line.replace(/\r$/, ''));
    if (/^(?:---|\+\+\+) /.test(line)) return colours.bold(shown);
    if (line.startsWith('@@')) return colours.cyan(shown);
    return line.startsWith('+') ? colours.green(shown) : line.startsWith('-') ? colours.red(shown) : shown;
  };
  return patch.split('\n').map(paint).join('\n');
}
