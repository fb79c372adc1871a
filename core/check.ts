import { type Again, askAgain } from './again.ts';
import type { Draft } from './draft.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { type Neighbourhood, neighbourhoodOf } from './neighbours.ts';
import { oncePer } from './once.ts';
import type { Project } from './project.ts';
import type { Finding, Outcome, Problem, Rule } from './rule.ts';
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
    const by = suppressions.filter(
      ({ rules: ids, scope }) =>
        ids.some(({ text }) => text === rule.id) && scope.start <= problem.start && problem.start < scope.end,
    );
    for (const { start } of by) used.add(`${start}|${rule.id}`);
    return by[0];
  };
  const outcome: Outcome = { known: KNOWN, ran: new Set(running.map(({ id }) => id)), used };
  const run = (some: readonly Rule[]) =>
    some.flatMap((rule) =>
      problemsOf(rule, draft, project, outcome).map((problem) => ({ rule, problem, by: suppress(rule, problem) })),
    );
  const all = run(running.filter(({ afterAll }) => !afterAll));
  all.push(...run(running.filter(({ afterAll }) => afterAll)));
  all.sort(
    (a, b) => a.problem.start - b.problem.start || a.problem.end - b.problem.end || (a.rule.id < b.rule.id ? -1 : 1),
  );
  const fingerprintOf = fingerprintsOf(draft);
  const toFinding = ({ rule, problem }: { rule: Rule; problem: Problem }): Finding => {
    const severity = chosen[rule.id];
    return {
      ...problem,
      rule: rule.id,
      severity: severity === undefined || severity === 'off' ? rule.severity : severity,
      fingerprint: fingerprintOf(rule.id, problem),
    };
  };
  // What is set aside is counted last, so that the others keep their fingerprints.
  return {
    findings: all.filter(({ by }) => !by).map(toFinding),
    setAside: all.flatMap((each) => (each.by ? [{ ...toFinding(each), by: each.by }] : [])),
  };
}

/** What the rules found in a draft, kept with it: the other documents change and it does not. */
interface Kept extends Omit<Project, 'neighbours'> {
  readonly problems: Map<Rule, Found>;
}

interface Found {
  readonly problems: readonly Problem[];
  /** What the other documents said, where the rule looks at them. */
  readonly around?: Neighbourhood;
}

const kept = new WeakMap<object, Kept>();

function problemsOf(rule: Rule, draft: Draft, project: Project, outcome: Outcome): readonly Problem[] {
  if (rule.afterAll) return [...rule.check(draft, project, outcome)];
  const { registry, today, settings } = project;
  const isOf = (each: Kept | undefined) =>
    each?.registry === registry && each.today === today && each.settings === settings ? each : undefined;
  let known = isOf(kept.get(draft.self));
  if (!known) {
    known = { registry, today, ...(settings && { settings }), problems: new Map() };
    kept.set(draft.self, known);
  }
  const around = rule.acrossDocuments && neighbourhoodOf(draft, project);
  const isStill = (found: Found | undefined) =>
    found && (!around || (found.around && saysSame(found.around, around))) ? found.problems : undefined;
  const found = isStill(known.problems.get(rule));
  if (found) return found;
  const { again } = againOf(draft);
  const before = again && draft.since && isStill(isOf(kept.get(draft.since.self))?.problems.get(rule));
  const problems =
    (again && before && askedAgain(rule, project, again, before)) ?? apart(rule.check(draft, project, outcome));
  known.problems.set(rule, { problems, ...(around && { around }) });
  return problems;
}

/** With places of their own: those of the draft are moved along with it. */
function apart(problems: Iterable<Problem>): readonly Problem[] {
  return [...problems].map((problem) => {
    const { related, fixes } = problem;
    if (!related && !fixes) return problem;
    return {
      ...problem,
      ...(related && { related: related.map((each) => ({ ...each })) }),
      ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit })) })) }),
    };
  });
}

const written = oncePer((around: Neighbourhood) => JSON.stringify(around));

function saysSame(one: Neighbourhood, other: Neighbourhood): boolean {
  return one === other || written(one) === written(other);
}

const againOf = oncePer((draft: Draft) => ({ again: askAgain(draft) }));

/** What a rule finds where only some items changed; undefined where it has to look at the whole draft. */
function askedAgain(
  { looksAt, check }: Rule,
  project: Project,
  again: Again,
  before: readonly Problem[],
): readonly Problem[] | undefined {
  if (looksAt === undefined) return undefined;
  if (looksAt !== 'item') return again.isSame(looksAt) ? before.map(again.move) : undefined;
  return [
    ...before.map(again.move).filter(({ start }) => !again.has(start)),
    ...apart(check(again.part, project)).filter(({ start }) => again.has(start)),
  ];
}
