import assert from 'node:assert/strict';
import { check } from '../core/check.ts';
import { readDraft } from '../core/draft.ts';
import { indexNeighbours } from '../core/neighbours.ts';
import type { Example, Finding, Rule } from '../core/rule.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import { type Summary, summaryOf } from '../core/summary.ts';
import { applyEdits, positionAt } from '../core/text.ts';
import { bundledRegistry } from '../registry/bundled.ts';

/** What stands around a text: settings and other documents. */
export type Around = Pick<Example, 'settings' | 'workspace'>;

/** What rules find in a text on 21/11/2026, in the order of the text. */
export function findProblems(rules: Rule | readonly Rule[], text: string, around: Around = {}): Finding[] {
  const index = indexNeighbours();
  for (const [path, other] of Object.entries(around.workspace ?? {})) {
    index.put(path, summaryOf(readDraft(other, bundledRegistry)));
  }
  const project = {
    registry: bundledRegistry,
    today: '2026-11-21',
    settings: { ...DEFAULT_SETTINGS, ...around.settings },
    neighbours: (summary: Summary) => index.around('', summary),
  };
  return check(readDraft(text, bundledRegistry), project, [rules].flat());
}

/** The text with the certain fixes of all problems made, once. */
function fixOnce(rules: Rule | readonly Rule[], text: string, around: Around): string {
  const fixes = findProblems(rules, text, around).map(({ fixes }) => fixes?.find(({ certain }) => certain));
  return applyEdits(
    text,
    fixes.flatMap((fix) => fix?.edits ?? []),
  );
}

/**
 * Asserts that the rules find just `problems` ("line:column Vietnamese message") and that their certain fixes give
 * `fixed`, which nothing changes again. Without `fixed` nothing is fixed.
 */
export function expectProblems(
  rules: Rule | readonly Rule[],
  text: string,
  problems: readonly string[],
  fixed = text,
  around: Around = {},
): void {
  const { lines } = readDraft(text, bundledRegistry);
  const found = findProblems(rules, text, around).map(({ start, message }) => {
    const { line, column } = positionAt(lines, start);
    return `${line}:${column} ${message.vi}`;
  });
  assert.deepEqual(found, problems, text);
  assert.equal(fixOnce(rules, text, around), fixed);
  assert.equal(fixOnce(rules, fixed, around), fixed);
}
