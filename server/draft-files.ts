import { DRAFT_NAME, decodeDraft, MOST_BYTES, PASSED_FOLDER, unread } from '../core/draft-file.ts';
import type { Saying } from '../core/rule.ts';
import type { Files } from './workspaces.ts';

/** No folder of drafts has so many folders in it: what has is a disk. */
const MOST_FOLDERS = 5000;

/**
 * The Markdown files in a folder and those below it, as the command line finds them, a folder's own before those of its
 * folders; `more` where the walk ended at `most` files.
 */
export async function listDrafts(
  files: Files,
  folder: string,
  most: number,
): Promise<{ uris: readonly string[]; more: boolean }> {
  const uris: string[] = [];
  const left = [folder.replace(/\/$/, '')];
  for (let i = 0; i < left.length; i++) {
    const at = left[i] ?? '';
    const inner: string[] = [];
    for (const { name, kind } of [...(await files.list(at))].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (!isDraftName(name, kind === 'folder')) continue;
      const uri = `${at}/${encode(name)}`;
      if (kind === 'folder') inner.push(uri);
      else if (kind === 'file' || DRAFT_NAME.test(name)) uris.push(uri);
    }
    left.splice(i + 1, 0, ...inner);
    if (uris.length > most || left.length > MOST_FOLDERS) return { uris: uris.slice(0, most), more: true };
  }
  return { uris, more: false };
}

/** May a file below a folder be a draft, by the names on the way to it? */
export function isDraftBelow(folder: string, uri: string): boolean {
  const base = keyOf(folder).replace(/\/?$/, '/');
  const key = keyOf(uri);
  if (!key.startsWith(base)) return false;
  const names = key.slice(base.length).split('/');
  return names.every((name, i) => isDraftName(name, i < names.length - 1));
}

function isDraftName(name: string, isFolder: boolean): boolean {
  return isFolder
    ? !PASSED_FOLDER.test(name) && !DRAFT_NAME.test(name)
    : DRAFT_NAME.test(name) && !name.startsWith('.');
}

/** The text of a file; why there is none, in a sentence; undefined where there is no file any more. */
export async function readDraftFile(files: Files, uri: string): Promise<string | Saying | undefined> {
  const name = `"${plainUri(uri)}"`;
  const { kind, size = 0 } = await files.look(uri);
  if (kind === 'missing' || kind === 'folder') return undefined;
  if (kind === 'unreadable') return unread.noAccess(name);
  if (size > MOST_BYTES) return unread.tooLarge(name);
  const bytes = await files.read(uri).catch(() => undefined);
  if (!bytes) return unread.noAccess(name);
  const decoded = decodeDraft(bytes, name);
  return 'text' in decoded ? decoded.text : decoded;
}

/** The same for all ways to write one place: clients differ in which letters they escape. */
export function keyOf(uri: string): string {
  const plain = plainUri(uri).normalize('NFC');
  return plain.replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** A URI as people read it. */
export function plainUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** As VS Code writes names, so that a file has one URI here and there. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
