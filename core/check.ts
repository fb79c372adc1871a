import { ask, type Found } from './ask.ts';
import type { Draft } from './draft.ts';
import { namesIn } from './fingerprint.ts';
import type { Project } from './project.ts';
import type { Finding, Outcome, Problem, Rule, Severity } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { readSuppressions, type Suppression } from './suppressions.ts';

const KNOWN = new Set(allRules.map(({ id }) => id));

/** What was found, and what comments of the draft set aside, each in the order of the text. */
export interface Judged {
  readonly findings: Finding[];
  readonly setAside: readonly (Finding & { readonly by: Suppression })[];
}

/** The findings of the rules in a draft; see `judge`. */
export function check(draft: Draft, project: Project, rules?: readonly Rule[]): Finding[] {
  return judge(draft, project, rules).findings;
}

/**
 * All findings of the rules in a draft, in the order of the text. The settings of the project turn rules off or change
 * their severity; comments of the draft set findings aside (suppressions.ts).
 */
export function judge(draft: Draft, project: Project, rules: readonly Rule[] = allRules): Judged {
  const chosen = project.settings?.rules ?? {};
  const running = rules.filter(({ id }) => chosen[id] !== 'off');
  const suppressions = readSuppressions(draft).filter(({ reason }) => reason !== '');
  const used = new Set<string>();
  const suppress = (rule: Rule, problem: Problem): Suppression | undefined => {
    if (suppressions.length === 0) return undefined;
    const by = suppressions.filter(
      ({ rules: ids, scope }) =>
        ids.some(({ text }) => text === rule.id) && scope.start <= problem.start && problem.start < scope.end,
    );
    for (const { start } of by) used.add(`${start}|${rule.id}`);
    return by[0];
  };
  const outcome: Outcome = { known: KNOWN, ran: new Set(running.map(({ id }) => id)), used };
  const all: { rule: Rule; found: Found; by: Suppression | undefined }[] = [];
  const run = (rule: Rule) => {
    for (const found of ask(rule, draft, project, outcome))
      all.push({ rule, found, by: suppress(rule, found.problem) });
  };
  for (const rule of running) if (!rule.afterAll) run(rule);
  for (const rule of running) if (rule.afterAll) run(rule);
  all.sort(
    ({ rule, found: { problem: a } }, { rule: other, found: { problem: b } }) =>
      a.start - b.start || a.end - b.end || (rule.id < other.id ? -1 : 1),
  );
  const nameOf = namesIn(draft);
  const toFinding = ({ rule, found }: { rule: Rule; found: Found }): Finding => {
    found.name = nameOf(rule.id, found.problem, found.name);
    const { fingerprint } = found.name;
    const severity = severityOf(rule);
    const { finding } = found;
    if (finding?.fingerprint !== fingerprint || finding.severity !== severity)
      found.finding = { ...found.problem, rule: rule.id, severity, fingerprint };
    return found.finding ?? { ...found.problem, rule: rule.id, severity, fingerprint };
  };
  // What is set aside is counted last, so that the others keep their fingerprints.
  const told = all.filter(({ by }) => !by).map(toFinding);
  return { findings: told, setAside: all.flatMap((each) => (each.by ? [{ ...toFinding(each), by: each.by }] : [])) };

  function severityOf({ id, severity }: Rule): Severity {
    const other = chosen[id];
    return other === undefined || other === 'off' ? severity : other;
  }
}
