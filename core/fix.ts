import { check } from './check.ts';
import { type Draft, readDraft } from './draft.ts';
import type { Project } from './project.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { applyEdits, type Edit, overlaps } from './text.ts';

/** A correction that was made, and the draft as it was before. */
export interface Made {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly draft: Draft;
}

export interface Fixed {
  readonly text: string;
  readonly draft: Draft;
  readonly made: readonly Made[];
  /** What is found in the text now. */
  readonly left: readonly Finding[];
}

/** A fix may uncover another; no draft needs more rounds than this. */
const MOST_ROUNDS = 20;

/**
 * Makes all certain fixes of a text, and checks it again until there are none. Two fixes that overlap are never made
 * together: the later one waits for the next round. Fixes that would lead back to an earlier text are left undone.
 */
export function fixAll(text: string, project: Project, rules?: readonly Rule[], previous?: Draft): Fixed {
  let draft = readDraft(text, project.registry, previous);
  let left = check(draft, project, rules);
  const made: Made[] = [];
  const seen = new Set([draft.text]);
  const isCrlf = /\r\n/.test(text) && !/(?<!\r)\n/.test(text);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = chooseFixes(left);
    const edits = chosen.flatMap(({ fix }) => fix.edits);
    const next = applyEdits(draft.text, isCrlf ? edits.map(toCrlf) : edits);
    if (seen.has(next)) break;
    seen.add(next);
    for (const each of chosen) made.push({ ...each, draft });
    draft = readDraft(next, project.registry, draft);
    left = check(draft, project, rules);
  }
  return { text: draft.text, draft, made, left };
}

/** Of each finding its certain fix, unless it touches one chosen before. */
export function chooseFixes(findings: readonly Finding[]): { finding: Finding; fix: Fix }[] {
  const taken: Edit[] = [];
  return findings.flatMap((finding) => {
    const fix = finding.fixes?.find(({ certain }) => certain);
    if (!fix || fix.edits.some((edit) => taken.some((other) => clash(edit, other)))) return [];
    taken.push(...fix.edits);
    return [{ finding, fix }];
  });
}

/** Two at one place too: which comes first would be chance. */
function clash(a: Edit, b: Edit): boolean {
  return a.start === b.start || overlaps(a, b);
}

function toCrlf(edit: Edit): Edit {
  return { ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') };
}
