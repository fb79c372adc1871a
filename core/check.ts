import type { Draft } from './draft.ts';
import type { Project } from './project.ts';
import type { Finding, Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { oneLine } from './text.ts';

/** All findings of the rules in a draft, in the order of the text. */
export function check(draft: Draft, project: Project, rules: readonly Rule[] = allRules): Finding[] {
  const found = rules.flatMap((rule) => [...rule.check(draft, project)].map((problem) => ({ rule, problem })));
  found.sort(
    (a, b) => a.problem.start - b.problem.start || a.problem.end - b.problem.end || (a.rule.id < b.rule.id ? -1 : 1),
  );
  const seen = new Map<string, number>();
  return found.map(({ rule, problem }) => {
    const key = `${rule.id}|${unitAt(draft, problem.start)}|${oneLine(draft.text.slice(problem.start, problem.end))}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { ...problem, rule: rule.id, severity: rule.severity, fingerprint: hash(`${key}|${count}`) };
  });
}

function unitAt(draft: Draft, offset: number): string {
  let low = 0;
  let high = draft.units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((draft.units[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return draft.units[low - 1]?.path ?? '';
}

/** 53 bits of a text, as hexadecimal (cyrb53, public domain): enough to tell the findings of a repository apart. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}
