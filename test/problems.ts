import assert from 'node:assert/strict';
import { readDraft } from '../core/draft.ts';
import type { Problem, Rule } from '../core/rule.ts';
import { applyEdits, positionAt } from '../core/text.ts';
import { bundledRegistry } from '../registry/bundled.ts';

/** What rules find in a text on 21/11/2026, in the order of the text. */
export function findProblems(rules: Rule | readonly Rule[], text: string): Problem[] {
  const draft = readDraft(text, bundledRegistry);
  const project = { registry: bundledRegistry, today: '2026-11-21' };
  const found = [rules].flat().flatMap((rule) => [...rule.check(draft, project)]);
  return found.sort((a, b) => a.start - b.start);
}

/** The text with the certain fixes of all problems made, once. */
function fixOnce(rules: Rule | readonly Rule[], text: string): string {
  const fixes = findProblems(rules, text).map(({ fixes }) => fixes?.find(({ certain }) => certain));
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
): void {
  const { lines } = readDraft(text, bundledRegistry);
  const found = findProblems(rules, text).map(({ start, message }) => {
    const { line, column } = positionAt(lines, start);
    return `${line}:${column} ${message.vi}`;
  });
  assert.deepEqual(found, problems, text);
  assert.equal(fixOnce(rules, text), fixed);
  assert.equal(fixOnce(rules, fixed), fixed);
}
