import type { Problem, Saying } from '../../rule.ts';
import type { Edit } from '../../text.ts';

/** A small thing to mend, the same all over a document. */
export interface Slip extends Edit {
  /** Where to report it, if not at the edit: an edit may put in what was not there. */
  readonly at?: { readonly start: number; readonly end: number };
  /** Asked of those that are shown only. */
  readonly say: () => { readonly message: Saying; readonly title: Saying };
}

const MOST_SINGLE = 5;

/**
 * A few slips one by one; more than five as one problem at the first of them, so that a long document written otherwise
 * throughout is not covered with hints. `all` says them together, given their number.
 */
export function* problemsOf(slips: readonly Slip[], all: (count: number, first: Saying) => Saying): Iterable<Problem> {
  const [first] = slips;
  if (!first) return;
  if (slips.length <= MOST_SINGLE) {
    for (const slip of slips) {
      const { message, title } = slip.say();
      yield { ...placeOf(slip), message, fixes: [fixOf([slip], title)] };
    }
    return;
  }
  const title = { vi: `Sửa tất cả ${slips.length} chỗ`, en: `Mend all ${slips.length} places` };
  yield { ...placeOf(first), message: all(slips.length, first.say().message), fixes: [fixOf(slips, title)] };
}

function placeOf({ at, start, end }: Slip) {
  return { start: at?.start ?? start, end: at?.end ?? end };
}

function fixOf(slips: readonly Slip[], title: Saying) {
  return { title, edits: slips.map(({ start, end, text }) => ({ start, end, text })), certain: true };
}
