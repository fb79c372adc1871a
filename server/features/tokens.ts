import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { Span } from '../../core/text.ts';
import { positionAt } from '../../core/text.ts';
import { thingsOf } from '../../core/things.ts';
import type { View } from '../views.ts';

/** Types that every theme knows, in place of names of our own that none would colour. */
const TYPES = {
  marker: 'keyword',
  owner: 'class',
  name: 'class',
  deadline: 'number',
  phase: 'namespace',
  citation: 'string',
  reference: 'variable',
  abbreviation: 'macro',
} as const;
const NAMES = [...new Set(Object.values(TYPES))];

export const legend: SemanticTokensLegend = { tokenTypes: [...NAMES, 'function'], tokenModifiers: ['deprecated'] };

/** Colours of what the reader understood, so that a drafter sees at once what a task tracker would get. */
export function tokens(view: View): SemanticTokens {
  const { draft } = view;
  const builder = new SemanticTokensBuilder();
  const spans: { span: Span; type: number; ended: boolean }[] = [];
  const day = draft.issued;
  let covered = 0;
  for (const thing of thingsOf(draft)) {
    const { words, kind } = thing;
    // What lies in a citation is part of it.
    if (words.start < covered) continue;
    covered = words.end;
    const agency = kind === 'owner' || kind === 'name' ? thing.agency : undefined;
    const ended = agency?.validTo !== undefined && day !== undefined && agency.validTo < day;
    spans.push({ span: words, type: NAMES.indexOf(TYPES[kind]), ended });
  }
  const taken = new Set(spans.map(({ span }) => span.start));
  for (const task of draft.tasks) {
    const verb = /^\p{L}+(?: \p{Ll}+)?/u.exec(draft.text.slice(task.action, task.action + 24))?.[0] ?? '';
    if (verb !== '' && !taken.has(task.action)) {
      spans.push({ span: { start: task.action, end: task.action + verb.length }, type: NAMES.length, ended: false });
    }
  }
  spans.sort((a, b) => a.span.start - b.span.start);
  let last = 0;
  for (const { span, type, ended } of spans) {
    if (span.start < last) continue;
    last = span.end;
    pushLines(span, type, ended ? 1 : 0);
  }
  return builder.build();

  /** A token may not go over the end of a line. */
  function pushLines({ start, end }: Span, type: number, modifiers: number): void {
    const first = positionAt(draft.lines, start);
    for (let line = first.line; ; line++) {
      const lineStart = draft.lines[line - 1] ?? 0;
      const lineEnd = draft.lines[line] ?? draft.text.length;
      const from = Math.max(start, lineStart);
      const words = draft.text.slice(from, Math.min(end, lineEnd)).trimEnd();
      if (words.length > 0) builder.push(line - 1, from - lineStart, words.length, type, modifiers);
      if (end <= lineEnd || lineEnd === draft.text.length) return;
    }
  }
}
