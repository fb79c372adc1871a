import { type Position, TextEdit } from 'vscode-languageserver';
import { readMarker } from '../../core/language/numbering.ts';
import { nodeAt } from '../../core/things.ts';
import type { View } from '../views.ts';
import { markerAfter } from './series.ts';

/**
 * What Enter adds: behind a point the next one, set off as the points before it are; behind a marker with nothing after
 * it the marker is taken away, which ends the list. The new line is in the text already.
 */
export function onEnter(view: View, position: Position): TextEdit[] {
  const { document, draft } = view;
  const lines = document.getText({ start: { line: 0, character: 0 }, end: position }).split(/\r?\n/);
  const above = lines[position.line - 1] ?? '';
  const start = document.offsetAt({ line: position.line - 1, character: 0 });
  const bullet = /^(\s*)([-+•*])(\s+)(.*)$/u.exec(above);
  const indent = /^\s*/.exec(above)?.[0] ?? '';
  const marker = bullet ? bullet[2] : readMarker(above.trim())?.text;
  if (!marker) return [];
  const isEmpty = above.trim() === marker;
  const empty = { start: { line: position.line - 1, character: 0 }, end: { line: position.line, character: 0 } };
  if (isEmpty) return [TextEdit.del(empty)];
  const node = nodeAt(draft, start + above.length);
  if (bullet) return [TextEdit.insert({ line: position.line, character: 0 }, `${indent}${marker} `)];
  const next = node && markerAfter(node);
  if (!next) return [];
  // Markdown joins lines that follow each other; a draft that sets its points apart goes on so.
  const gap = lines[position.line - 2] === undefined || lines[position.line - 2]?.trim() === '' ? '\n' : '';
  return [TextEdit.insert({ line: position.line, character: 0 }, `${gap}${indent}${next} `)];
}
