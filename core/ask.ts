import { type Again, askAgain, type Found, spansOf } from './again.ts';
import type { Draft } from './draft.ts';
import { type Neighbourhood, neighbourhoodOf } from './neighbours.ts';
import { oncePer } from './once.ts';
import type { Project } from './project.ts';
import type { Outcome, Problem, Rule } from './rule.ts';

/** What the rules found in a draft, kept with it: the other documents change and it does not. */
interface Kept extends Omit<Project, 'neighbours'> {
  readonly of: Map<Rule, Answer>;
}

interface Answer {
  readonly found: readonly Found[];
  /** What the other documents said, where the rule looks at them. */
  readonly around?: Neighbourhood;
}

const kept = new WeakMap<object, Kept>();

/** What a rule finds in a draft: what it found before, where nothing changed that it looks at (again.ts). */
export function ask(rule: Rule, draft: Draft, project: Project, outcome: Outcome): readonly Found[] {
  if (rule.afterAll) return apart(rule, rule.check(draft, project, outcome));
  const { registry, today, settings } = project;
  const isOf = (each: Kept | undefined) =>
    each?.registry === registry && each.today === today && each.settings === settings ? each : undefined;
  let known = isOf(kept.get(draft.self));
  if (!known) {
    known = { registry, today, ...(settings && { settings }), of: new Map() };
    kept.set(draft.self, known);
  }
  const around = rule.acrossDocuments && neighbourhoodOf(draft, project);
  const isStill = (answer: Answer | undefined) =>
    answer && (!around || (answer.around && saysSame(answer.around, around))) ? answer.found : undefined;
  const still = isStill(known.of.get(rule));
  if (still) return still;
  const { again } = againOf(draft);
  const answers = draft.since && isOf(kept.get(draft.since.self))?.of;
  const before = isStill(answers?.get(rule));
  // What is moved in place is moved once, also where the rule is asked again because others say something else.
  answers?.delete(rule);
  const found =
    (again && before && foundAgain(rule, project, again, before)) ?? apart(rule, rule.check(draft, project, outcome));
  known.of.set(rule, { found, ...(around && { around }) });
  return found;
}

const againOf = oncePer((draft: Draft) => ({ again: askAgain(draft) }));

/** What a rule finds where only some items changed; undefined where it has to look at the whole draft. */
function foundAgain(
  rule: Rule,
  project: Project,
  again: Again,
  before: readonly Found[],
): readonly Found[] | undefined {
  const { looksAt } = rule;
  if (looksAt === undefined) return undefined;
  if (looksAt !== 'item') {
    if (!again.isSame(looksAt) || before.some(again.touches)) return undefined;
    for (const each of before) again.move(each);
    return before;
  }
  const found: Found[] = [];
  for (const each of before) {
    again.move(each);
    if (!again.has(each.problem.start)) found.push(each);
  }
  for (const each of apart(rule, rule.check(again.part, project))) if (again.has(each.problem.start)) found.push(each);
  return found;
}

/** With places of their own, which are moved in place. */
function apart(rule: Rule, problems: Iterable<Problem>): readonly Found[] {
  return Array.from(problems, ({ ...problem }): Found => {
    const { related, fixes, start, end } = problem;
    if (!related && !fixes) return { rule, problem, extent: { start, end } };
    const own = {
      ...problem,
      ...(related && { related: related.map((each) => ({ ...each })) }),
      ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit })) })) }),
    };
    const extent = { start, end };
    for (const span of spansOf(own)) {
      extent.start = Math.min(extent.start, span.start);
      extent.end = Math.max(extent.end, span.end);
    }
    return { rule, problem: own, extent };
  });
}

const written = oncePer((around: Neighbourhood) => JSON.stringify(around));

function saysSame(one: Neighbourhood, other: Neighbourhood): boolean {
  return one === other || written(one) === written(other);
}
