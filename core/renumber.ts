import { check } from './check.ts';
import { type Draft, readDraft } from './draft.ts';
import { isUnit, type Node } from './nodes.ts';
import type { Project } from './project.ts';
import type { Finding, Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { applyEdits, type Edit, type Span } from './text.ts';
import { endOf, nodeAt } from './things.ts';

/** The rules whose corrections give a number its place in the series, with the references to it. */
const RENUMBERING = new Set(
  ['sequence', 'style', 'parent', 'letter', 'roman', 'inline'].map((name) => `numbering/${name}`),
);
const rules: readonly Rule[] = allRules.filter(({ id }) => RENUMBERING.has(id));

/** A draft with more slips is numbered by hand. */
const MOST_ROUNDS = 200;

/** Is there a number out of its place in the span? */
export function needsRenumbering(findings: readonly Finding[], span: Span): boolean {
  return findings.some(
    ({ rule, start, fixes }) => RENUMBERING.has(rule) && fixes && span.start <= start && start < span.end,
  );
}

/** Is there one that a selection or cursor touches? */
export function touches(findings: readonly Finding[], { start, end }: Span): boolean {
  return findings.some((each) => RENUMBERING.has(each.rule) && each.start <= end && start <= each.end);
}

/**
 * The text with the numbers of a span put in order, references anywhere in it changed with them. One slip is corrected
 * after the other, as the rules would have it: where they see several ways, the first.
 */
export function renumber(draft: Draft, project: Project, { start, end }: Span): string {
  let now = draft;
  const scope = { start, end };
  const seen = new Set([draft.text]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = check(now, project, rules)
      .filter((each) => scope.start <= each.start && each.start < scope.end)
      .flatMap((each) => each.fixes?.slice(0, 1) ?? []);
    const next = fixes
      .map(({ edits }) => ({ edits, text: applyEdits(now.text, edits) }))
      .find(({ text }) => !seen.has(text));
    if (!next) break;
    seen.add(next.text);
    scope.start += growth(next.edits, scope.start);
    scope.end += growth(next.edits, scope.end);
    now = readDraft(next.text, draft.registry, now);
  }
  return now.text;
}

/** By how much what stands before a place becomes longer. */
function growth(edits: readonly Edit[], place: number): number {
  return edits
    .filter(({ end }) => end <= place)
    .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
}

/** What stands under the unit or heading a place is in; of a point that has nothing under it, under the one above. */
export function sectionAt(draft: Draft, offset: number): Span {
  let node: Node | undefined = nodeAt(draft, offset);
  while (node && !(node.children.length > 0 && (isUnit(node) || node.kind === 'heading' || node.kind === 'phase'))) {
    node = node.parent;
  }
  if (!node) return { start: 0, end: draft.text.length };
  return { start: isUnit(node) ? node.markerWords.end : node.span.start, end: endOf(node) };
}
