import type { Found } from './again.ts';
import { ask } from './ask.ts';
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
  const all: Found[] = [];
  const setAside = new Map<Found, Suppression>();
  const run = (rule: Rule) => {
    for (const found of ask(rule, draft, project, outcome)) {
      const by = suppress(rule, found.problem);
      if (by) setAside.set(found, by);
      all.push(found);
    }
  };
  for (const rule of running) if (!rule.afterAll) run(rule);
  for (const rule of running) if (rule.afterAll) run(rule);
  all.sort(
    ({ rule, problem: a }, { rule: other, problem: b }) =>
      a.start - b.start || a.end - b.end || (rule.id < other.id ? -1 : 1),
  );
  const nameOf = namesIn(draft);
  const toFinding = (found: Found): Finding => {
    const { rule, problem } = found;
    found.name = nameOf(rule.id, problem, found.name);
    const { fingerprint } = found.name;
    const severity = severityOf(rule);
    if (found.finding?.fingerprint === fingerprint && found.finding.severity === severity) return found.finding;
    found.finding = { ...problem, rule: rule.id, severity, fingerprint };
    return found.finding;
  };
  // What is set aside is counted last, so that the others keep their fingerprints.
  const findings = all.filter((found) => !setAside.has(found)).map(toFinding);
  const others = all.flatMap((found) => {
    const by = setAside.get(found);
    return by ? [{ ...toFinding(found), by }] : [];
  });
  return { findings, setAside: others };

  function severityOf({ id, severity }: Rule): Severity {
    const other = chosen[id];
    return other === undefined || other === 'off' ? severity : other;
  }
}
