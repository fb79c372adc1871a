import { likeness, type Pair, pairEqual, pairUp, type Runs, runsOf } from './likeness.ts';
import { oncePer } from './once.ts';
import type { ReportedFinding } from './report.ts';
import { oneLine } from './text.ts';

/** As much of a finding as it takes to know it again in another version of its document. */
export interface Trace {
  readonly rule: string;
  /** The words found, those of their first line; cut where they are long. */
  readonly words: string;
  /** They and what stands around them. */
  readonly around: string;
  readonly fingerprint: string;
}

const LONGEST_WORDS = 80;
const BEFORE = 40;
const AFTER = 60;

export const traceOf = oncePer(({ rule, fingerprint, source, column, start, end }: ReportedFinding): Trace => {
  const from = column - 1;
  const to = Math.min(from + end - start, source.length);
  // Whole words, so that the file of old faults reads well and a letter more does not change it.
  const left = /\S*$/.exec(source.slice(0, Math.max(0, from - BEFORE)))?.index ?? 0;
  const most = Math.min(to, from + LONGEST_WORDS) + AFTER;
  const right = most + (/^\S*/.exec(source.slice(most))?.[0].length ?? 0);
  return {
    rule,
    words: oneLine(source.slice(from, Math.min(to, from + LONGEST_WORDS))),
    around: oneLine(source.slice(left, right)),
    fingerprint,
  };
});

/**
 * Pairs of the same fault in two versions of a document: first those of one fingerprint; of what is left, a fault whose
 * item was edited is the one of the same rule that is most like it, where it is like enough.
 */
export function pairTraces(before: readonly Trace[], after: readonly Trace[]): Pair<Trace>[] {
  const same = pairEqual(before, after, ({ fingerprint }) => fingerprint);
  const [known, met] = [new Set(same.map((pair) => pair.before)), new Set(same.map((pair) => pair.after))];
  const rest = pairUp(
    before.filter((trace) => !known.has(trace)),
    after.filter((trace) => !met.has(trace)),
    (trace) => [`${trace.rule}|${wordsOf(trace)}`, ...[...readRuns(trace).around].map((run) => `${trace.rule}|${run}`)],
    likenessOf,
  );
  return [...same, ...rest];
}

/** Around the same words less has to be alike: a word found is the fault, a sentence found is where it lies. */
const SAME_WORDS = 0.35;
const LIKE_WORDS = 0.6;

/** 0 where they are not the same fault, else the more the more alike. */
function likenessOf(one: Trace, other: Trace): number {
  if (one.rule !== other.rule) return 0;
  const [a, b] = [readRuns(one), readRuns(other)];
  if (wordsOf(one) === wordsOf(other)) {
    const rest = likeness(a.rest, b.rest);
    return rest >= SAME_WORDS ? 1 + rest : 0;
  }
  const [words, around] = [likeness(a.words, b.words), likeness(a.around, b.around)];
  return Math.min(words, around) >= LIKE_WORDS ? Math.min(words, around) : 0;
}

/** Of the words, of all around them, and of that without them. */
const readRuns = oncePer(
  ({ words, around }: Trace): Readonly<Record<'words' | 'around' | 'rest', Runs>> => ({
    words: runsOf(words),
    around: runsOf(around),
    rest: runsOf(around.replace(words, ' ')),
  }),
);

/** What these rules find are numbers of parts, and those change when a part is put in above. */
function wordsOf({ rule, words }: Trace): string {
  return /^(?:numbering|reference)\//.test(rule) ? words.replace(/\d+|[IVXLC]+(?!\p{L})/gu, '#') : words;
}
