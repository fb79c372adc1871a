import type { PhaseNode } from '../../core/nodes.ts';
import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

/** Words of a phase title in place of others, in every section that has the phase. */
function retitled(...changes: readonly (readonly [from: string | RegExp, to: string])[]): Planter {
  return function* otherTitle(directive) {
    for (const phase of directive.draft.phases) {
      const title = directive.text.slice(phase.start, phase.end);
      for (const [from, to] of changes) {
        const changed = title.replace(from, to);
        if (changed !== title) yield plant(directive, phase.start, phase.end, changed);
      }
    }
  };
}

/** The first phase of a section lasts into the second, the second begins in the first, both are the same. */
const overlapping = retitled(
  ['đến ngày 30/6/2025', 'đến ngày 01/7/2025'],
  ['đến ngày 30/6/2025', 'đến ngày 31 tháng 7 năm 2025'],
  ['đến ngày 30/6/2025', 'đến hết quý III/2025'],
  ['từ ngày 01/7/2025', 'từ ngày 15/6/2025'],
  ['từ ngày 01/7/2025', 'từ ngày 30/6/2025'],
  ['từ ngày 01/7/2025', 'từ nay'],
  ['từ ngày 01/7/2025', 'từ tháng 6/2025'],
);

const apart = retitled(
  ['từ ngày 01/7/2025', 'từ ngày 02/7/2025'],
  ['từ ngày 01/7/2025', 'từ ngày 15/7/2025'],
  ['từ ngày 01/7/2025', 'từ ngày 10 tháng 7 năm 2025'],
);

const turned = retitled(
  ['từ ngày 01/7/2025 đến ngày 31/12/2025', 'từ ngày 31/12/2025 đến ngày 01/7/2025'],
  ['đến ngày 31/12/2025', 'đến ngày 31/12/2024'],
  ['đến ngày 31/12/2025', 'đến ngày 30/6/2025'],
  ['từ ngày 01/7/2025', 'từ ngày 01/7/2026'],
  ['từ nay đến ngày 30/6/2025', 'từ nay đến ngày 30/5/2025'],
  ['từ ngày 01/7/2025 đến ngày 31/12/2025', 'từ tháng 12/2025 đến tháng 7/2025'],
  ['từ ngày 01/7/2025 đến ngày 31/12/2025', '2026 - 2025'],
  ['từ ngày 01/7/2025 đến ngày 31/12/2025', 'từ quý IV/2025 đến quý III/2025'],
);

/** A deadline as a stretch of time the wrong way round. */
function* turnedDeadline(directive: Directive): Iterable<Planted> {
  for (const match of directive.text.matchAll(
    /(?:trước|trong) ngày \d{1,2}\/\d{1,2}\/2025|trong tháng \d{1,2}\/2025/g,
  )) {
    for (const words of [
      'từ ngày 25/12/2025 đến ngày 05/12/2025',
      'từ ngày 20 tháng 11 năm 2025 đến ngày 10 tháng 11 năm 2025',
    ])
      yield plant(directive, match.index, match.index + match[0].length, words);
  }
}

/** The last phase of one section ends on another day than that of the others. */
const otherEnd = retitled(
  ['đến ngày 31/12/2025', 'đến ngày 30/12/2025'],
  ['đến ngày 31/12/2025', 'đến ngày 31/12/2026'],
  ['đến ngày 31/12/2025', 'đến hết năm 2026'],
  ['đến ngày 31/12/2025', 'đến ngày 31 tháng 01 năm 2026'],
);

/** All phase titles of a section taken out; the section is the fault. */
function* withoutPhases(directive: Directive): Iterable<Planted> {
  const sections = new Map<PhaseNode['under'], PhaseNode[]>();
  for (const phase of directive.draft.phases) sections.set(phase.under, [...(sections.get(phase.under) ?? []), phase]);
  for (const [section, phases] of sections) {
    // The aims hand out no work.
    if (section.path.startsWith('II')) continue;
    let { text } = directive;
    for (const { start, end } of phases.toReversed()) {
      const from = text.lastIndexOf('\n', start) + 1;
      text = text.slice(0, from) + text.slice(end).replace(/^\n\n?/, '');
    }
    // What follows the title runs on into one list now, and other rules say so.
    const next = text.indexOf('\n#', section.span.end);
    const at = { start: section.span.start, end: next < 0 ? text.length : next };
    yield { text, at, what: `${section.path} without phases` };
  }
}

/** The deadline of a task in a first phase made a standing duty. */
function* standing(directive: Directive): Iterable<Planted> {
  for (const { deadline, phase } of directive.draft.tasks) {
    if (!deadline || deadline.inherited || !phase?.endDay?.endsWith('06-30') || deadline.date === null) continue;
    const { start, end, text } = deadline.words;
    const large = /^\p{Lu}/u.test(text);
    const words = large
      ? ['Công việc thường xuyên', 'Thực hiện thường xuyên']
      : ['thực hiện thường xuyên', 'thực hiện thường xuyên, liên tục'];
    for (const each of words) yield plant(directive, start, end, each);
  }
}

/** A time for the whole plan in its front matter or title, and one deadline behind it; the fault is the deadline. */
function* behindPlan(directive: Directive): Iterable<Planted> {
  if (directive.draft.phases.length > 0) return;
  const front = directive.text.indexOf('\n---\n', 4);
  for (const { deadline } of directive.draft.tasks) {
    if (!deadline || deadline.inherited || deadline.date === null || deadline.relation === 'after') continue;
    const { start, end } = deadline.words;
    for (const [line, words] of [
      ['\nthời hạn chung: 31/12/2025', 'hoàn thành trước ngày 31/3/2026'],
      ['\nthời hạn chung: 2025-12-31', 'hoàn thành trong quý I/2026'],
      ['\nthời hạn chung: năm 2025', 'hoàn thành trong tháng 02/2026'],
    ] as const) {
      const text = `${directive.text.slice(0, front)}${line}${directive.text.slice(front, start)}${words}${directive.text.slice(end)}`;
      yield {
        text,
        at: { start: start + line.length, end: start + line.length + words.length },
        what: `${line} ${words}`,
      };
    }
  }
}

/** A time for the whole plan that most of its tasks miss; the fault is that time. */
function* planTooShort(directive: Directive): Iterable<Planted> {
  const front = directive.text.indexOf('\n---\n', 4);
  if (directive.draft.phases.length === 0) return;
  for (const day of ['20/6/2025', '2025-06-22', 'ngày 23 tháng 6 năm 2025'])
    yield plant(directive, front, front, `\nthời hạn chung: ${day}`);
}

export const phaseFaults: Record<string, readonly Planter[]> = {
  'phase/overlap': [overlapping],
  'phase/gap': [apart],
  'phase/swapped': [turned, turnedDeadline],
  'phase/inconsistent': [otherEnd],
  'phase/plan-end': [behindPlan, planTooShort],
  'phase/unphased': [withoutPhases],
  'phase/ongoing': [standing],
};
