import { countBefore } from '../sorted.ts';
import { type Span, takenBy, textBefore, type Words } from '../text.ts';
import { type CitationMention, DOCUMENT_TYPES } from './citations.ts';

/** Words for the parts of a document that are referred to, from small to large. */
const LEVELS = ['tiết', 'điểm', 'khoản', 'điều', 'tiểu mục', 'mục', 'chương', 'phần'] as const;
export type Level = (typeof LEVELS)[number];

/** A number as written in a reference; offsets into the passage. */
export interface NumberMention extends Words {
  /** "từ khoản 1 đến khoản 4": all from the number before it up to this one. */
  readonly reaches: boolean;
}

export interface StepMention {
  readonly level: Level;
  /** The word "khoản". */
  readonly word: Span;
  /** None for "khoản này". */
  readonly numbers: readonly NumberMention[];
}

/** A place in a document that a passage points to; offsets into the passage. */
export interface ReferenceMention extends Span {
  /** From small to large: "điểm a, b khoản 2 Mục II"; what is said for several ("..., khoản 3 Điều 5") is with each. */
  readonly steps: readonly StepMention[];
  /** It points into another document, named right before or behind it. */
  readonly external: boolean;
  /** A document is named before it in its sentence: the one of this type ("" where it has a number) may be meant. */
  readonly beside?: string;
  /** "Kế hoạch này", "Quy chế này": the type of the document it stands in. */
  readonly within?: string;
  /** "mục 2 Phụ lục III"; "" for an annex without number. */
  readonly annex?: string;
}

const WORD =
  /(?<!\p{L})(?:[Tt]iết|[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Tt]iểu mục|[Mm]ục|[Cc]hương|[Pp]hần)(?=\s+(?:số\s)?["(]?(?:\d|[a-zđ][\s.,;:)"\d]|[a-zđ]$|[IVXLCA-H]|này(?!\p{L})|từ\s))/gu;
/** "quan điểm", "danh mục", "tài khoản": words that end alike. */
const OTHER_WORD =
  /(?:^|\s)(?:thời|địa|quan|đặc|nhược|khuyết|trọng|thí|luận|cao|giao|chấm|ưu|yếu|tâm|danh|chuyên|hạng|biên|thư|một|thành|bộ|cổ|học|góp|tài|điều|phân|hai|ba|nhiều|từng|các khoản|mỗi)\s$/iu;
const NUMBER =
  /(?:số\s+)?(["(]?)((?:[IVXLC]+|[A-H]|\d{1,3}|[a-zđ])(?:\.\d{1,2})*(?:\.[a-zđ])?(?:(?<=\d)[a-zđ])?)(?![\p{L}\d])([")]?)/uy;
/** What no number of a part stands before: "khoản 5 triệu đồng", "điểm y tế", "phần 10%". */
const MEASURE =
  /^(?:\s*%|[.,]\d|\/\d|\s(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|USD|năm|tháng|ngày|người|lần|đơn vị|km|ha|MW|tế|sĩ)(?!\p{L}))/u;
const MORE = /\s*(?:,\s*(?:và\s+)?|\s(?:và|hoặc|đến)\s+|(?<=\d)\s?-\s?(?=\d))/uy;
/** What may follow a number for it to go on a list: not "mục 1, 2 đơn vị". */
const AFTER_LISTED =
  /^(?:\s*(?:$|[,;.:)"/-])|\s(?:và|hoặc|đến|các|của|tại|này|trên|nêu|dưới|thuộc|trong|theo|được|như|phải|do|về|kèm|tiết|điểm|khoản|điều|tiểu mục|mục|chương|phần|\p{Lu}))/u;
const BETWEEN = /^\s*(,?\s*(?:và|hoặc)?|;|đến|-|của|thuộc|tại|trong|\()\s*(?:(?:các|từ)\s)?$/u;
const TYPES = [
  ...DOCUMENT_TYPES.filter((type) => type !== 'Văn bản' && type !== 'Lệnh'),
  'Thỏa thuận',
  'Hiệp định',
  'Công ước',
  'Nghị định thư',
  'Hợp đồng',
  'Quy chuẩn',
  'Tiêu chuẩn',
  'Điều ước',
]
  .sort((a, b) => b.length - a.length)
  .join('|');
const OF_DOCUMENT = new RegExp(
  `^[\\s,(-]*(?:(?:của|tại|trong|thuộc|theo|ban hành|kèm theo)\\s+)*(?:các\\s+)?(${TYPES}|Văn bản)(?!\\p{L})`,
  'u',
);
const OF_COMMON = new RegExp(`^\\s*(?:(?:của|tại|trong|thuộc)\\s+)(?:các\\s+)?(${TYPES}|văn bản)(?!\\p{L})`, 'iu');
const THIS = /^[^,;.:()]{0,80}?\s(?:này|nêu trên)(?!\p{L})/u;
const OF_ANNEX = /^[\s,]*(?:(?:của|tại|trong|thuộc)\s+)?[Pp]hụ lục(?:\s+(?:số\s+)?([IVXLC]+|\d{1,2})(?![\p{L}\d]))?/u;
/** A document, and not documents of a kind ("ban hành các Thông tư"). */
const NAMED = new RegExp(`(?<!\\p{L})(?<!(?:các|những|mọi)\\s)(${TYPES})(?!\\p{L})(?!\\s+này)`, 'gu');
/** Between a document and a place in it: "Nghị định số 63/2024/NĐ-CP (khoản 2 Điều 5)". */
const IN_DOCUMENT =
  /^[\s,:("-]*(?:(?:tại|ở|theo|nêu|quy định|trong đó|trong|có|cụ thể|là|và|các|được|nhất|chi tiết)\s*)*$/u;

interface FoundStep {
  level: Level;
  word: Span;
  numbers: NumberMention[];
  end: number;
  /** What stands between the step before and this one; undefined where they do not belong together. */
  joint: string | undefined;
}

export interface AnnexMention extends Span {
  /** "I", "2", or "" for "Phụ lục kèm theo". */
  readonly number: string;
  readonly numberSpan?: Span;
  /** "Phụ lục I đến Phụ lục IV": all from the number before it up to this one. */
  readonly reaches: boolean;
  /** As of a reference. */
  readonly beside?: string;
}

export interface AbbreviationMention extends Span {
  readonly short: string;
  readonly long: string;
}

const ANNEX_WORD = /(?<!\p{L})(?:các\s+)?[Pp]hụ lục(?!\p{L})/gu;
const ANNEX_NUMBER =
  /(,\s*(?:và\s+)?|\s+(?:và|đến)\s+|\s?-\s?|(?<=lục)\s+)(?:[Pp]hụ lục\s+)?(?:số\s+)?((?:[IVXLC]+|\d{1,2}|[A-H])(?:\.\d+|[a-d])?)(?![\p{L}\d/])/uy;
const ATTACHED = /^\s+(?:kèm theo|đính kèm|ban hành|gửi kèm)/u;
const DEFINED =
  /\((?:(?:sau đây|dưới đây)\s+)?(?:(?:được\s+)?(?:gọi|viết)\s+(?:tắt|chung)\s+(?:là|bằng)|gọi là)\s*:?\s*"?([^")]{2,60}?)"?\)/giu;
const BRACKETED = /\(([\p{Lu}][\p{Lu}\d&-]{1,11}(?:,\s*[\p{Lu}][\p{Lu}\d&-]{1,11})*)\)/gu;

/** Internal and external references of a passage (clean text), outside the citations themselves. */
export function readReferences(text: string, citations: readonly CitationMention[]): ReferenceMention[] {
  const taken = takenBy(citations, text.length);
  const groups: FoundStep[][] = [];
  let last: FoundStep | undefined;
  for (const match of text.matchAll(WORD)) {
    const word = { start: match.index, end: match.index + match[0].length };
    if (last && word.start < last.end) continue;
    if (!taken.isFree(word) || OTHER_WORD.test(textBefore(text, word.start, 12))) continue;
    const { numbers, end } = readNumbers(text, word.end);
    if (end === word.end) continue;
    const between = last && word.start - last.end < 16 ? BETWEEN.exec(text.slice(last.end, word.start)) : null;
    const step: FoundStep = { level: levelOf(match[0]), word, numbers, end, joint: between?.[1]?.trim() };
    if (between) groups.at(-1)?.push(step);
    else groups.push([step]);
    last = step;
  }
  if (groups.length === 0) return [];
  const nextTo = after(citations);
  const named = [...text.matchAll(NAMED)];
  return groups.flatMap((steps) => {
    const chains = chainsOf(merged(steps));
    const [start, end] = [steps[0]?.word.start ?? 0, steps.at(-1)?.end ?? 0];
    const behind = text.slice(end, end + 200);
    const from = sentenceStart(text, start);
    const { cited, name } = namedBefore(start, from, citations, named);
    const inCited = cited !== undefined && IN_DOCUMENT.test(text.slice(cited.end, start));
    const beside = cited ? '' : name;
    const annex = OF_ANNEX.exec(behind);
    const rest = annex ? behind.slice(annex[0].length) : behind;
    const next = nextTo(end);
    const document = OF_DOCUMENT.exec(rest) ?? OF_COMMON.exec(rest);
    const own = document && THIS.test(rest.slice(document[0].length));
    const external =
      (document !== null && !own) ||
      (next !== undefined &&
        next.start - end < 40 &&
        /^\s*,?\s*(?:của|tại|ban hành kèm theo|thuộc|trong|theo)?\s*(?:các\s)?$/.test(text.slice(end, next.start)));
    return chains.map((chain) => {
      const self = chain.some(({ numbers }) => numbers.length === 0);
      const first = Math.min(...chain.map(({ word }) => word.start));
      return {
        start: first,
        end: Math.max(...chain.filter((step) => !step.lent).map((step) => step.end)),
        steps: chain.map(({ level, word, numbers }) => ({ level, word, numbers })),
        external: !self && (external || (inCited && !own)),
        ...(beside !== undefined && !self && !own && { beside }),
        ...(own && { within: document[1] ?? '' }),
        ...(annex && { annex: annex[1] ?? '' }),
      };
    });
  });
}

function readNumbers(text: string, at: number): { numbers: NumberMention[]; end: number } {
  const numbers: NumberMention[] = [];
  const own = /^\s+này(?!\p{L})/u.exec(text.slice(at, at + 8));
  if (own) return { numbers, end: at + own[0].length };
  let end = at;
  let from = at + (/^\s+(?:từ\s+)?/.exec(text.slice(at, at + 8))?.[0].length ?? 0);
  for (let reaches = false; ; ) {
    NUMBER.lastIndex = from;
    const match = NUMBER.exec(text);
    if (!match) break;
    const close = match[1] || (match[3] === ')' && !opens(text, from)) ? (match[3] ?? '') : '';
    const stop = from + match[0].length - (match[3] ?? '').length + close.length;
    const rest = text.slice(stop, stop + 12);
    if (MEASURE.test(rest) || (numbers.length > 0 && !AFTER_LISTED.test(rest))) break;
    const start = from + match[0].indexOf(match[2] ?? '', match[0].startsWith('số') ? 2 : 0);
    numbers.push({ text: match[2] ?? '', start, end: start + (match[2] ?? '').length, reaches });
    end = stop;
    MORE.lastIndex = stop;
    const more = MORE.exec(text);
    if (!more) break;
    reaches = /đến|-/.test(more[0]);
    from = stop + more[0].length;
  }
  return { numbers, end };
}

/** A bracket is open: "(theo khoản 2)" ends with it, "điểm a)" has its own. */
function opens(text: string, at: number): boolean {
  const before = textBefore(text, at, 120);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

function levelOf(word: string): Level {
  const lower = word.toLowerCase();
  return LEVELS.find((level) => level === lower) ?? 'điểm';
}

function rank({ level }: FoundStep): number {
  return LEVELS.indexOf(level);
}

/** "điểm a, điểm b khoản 1", "từ khoản 1 đến khoản 4": one step with several numbers, where it begins a chain. */
function merged(steps: readonly FoundStep[]): FoundStep[] {
  const found: FoundStep[] = [];
  for (const step of steps) {
    const before = found.at(-1);
    const smaller = found.at(-2);
    const begins = before && !(smaller && rank(smaller) < rank(before));
    if (begins && rank(before) === rank(step) && before.numbers.length > 0 && step.numbers.length > 0) {
      const [first, ...others] = step.numbers;
      if (first) before.numbers.push({ ...first, reaches: /đến|-/.test(step.joint ?? '') }, ...others);
      before.end = step.end;
    } else found.push(step);
  }
  return found;
}

type ChainStep = FoundStep & { readonly lent?: boolean };

/** Parts a group of steps into chains from small to large; what a later chain says of larger parts serves those before. */
function chainsOf(steps: readonly FoundStep[]): ChainStep[][] {
  const falls = steps.every((step, i) => {
    const before = steps[i - 1];
    return !before || (rank(step) < rank(before) && /^,?$/.test(step.joint ?? ''));
  });
  if (falls && steps.length > 1) return [steps.toReversed()];
  const chains: FoundStep[][] = [];
  for (const step of steps) {
    const before = chains.at(-1)?.at(-1);
    if (before && rank(step) > rank(before) && !/và|hoặc|;/.test(step.joint ?? '')) chains.at(-1)?.push(step);
    else chains.push([step]);
  }
  let tail: readonly ChainStep[] = [];
  return chains
    .toReversed()
    .map((chain) => {
      const [first] = tail;
      const top = chain.at(-1);
      const lent =
        top && first && rank(first) <= rank(top)
          ? tail.filter((step) => rank(step) > rank(top)).map((step) => ({ ...step, lent: true }))
          : [];
      tail = [...chain, ...lent];
      return [...tail];
    })
    .reverse();
}

/** Where the sentence begins in which something stands. */
function sentenceStart(text: string, at: number): number {
  const before = textBefore(text, at, 600);
  const ends = [...before.matchAll(/[.;!?]["')]*\s+(?=["'(]?[\p{Lu}\d-])/gu)];
  const last = ends.at(-1);
  return at - before.length + (last ? last.index + last[0].length : 0);
}

/** The first citation from a place on; asked for in the order of the text. */
function after(citations: readonly CitationMention[]): (place: number) => CitationMention | undefined {
  let next = 0;
  return (place) => {
    while ((citations[next]?.start ?? place) < place) next++;
    return citations[next];
  };
}

/** Annexes a passage points to, one mention for each number; those of documents named right behind are left out. */
export function readAnnexMentions(text: string, citations: readonly CitationMention[]): AnnexMention[] {
  const found: AnnexMention[] = [];
  if (!/phụ lục/iu.test(text)) return found;
  const nextTo = after(citations);
  const named = [...text.matchAll(NAMED)];
  let from = 0;
  for (const match of text.matchAll(ANNEX_WORD)) {
    const start = match.index;
    if (start < from) continue;
    let end = start + match[0].length;
    const numbers: Pick<AnnexMention, 'number' | 'numberSpan' | 'reaches'>[] = [];
    for (;;) {
      ANNEX_NUMBER.lastIndex = end;
      const next = ANNEX_NUMBER.exec(text);
      if (!next) break;
      const number = next[2] ?? '';
      end += next[0].length;
      numbers.push({ number, numberSpan: { start: end - number.length, end }, reaches: /đến|-/.test(next[1] ?? '') });
    }
    from = end;
    const behind = text.slice(end, end + 200);
    if (numbers.length === 0) {
      if (!ATTACHED.test(behind)) continue;
      numbers.push({ number: '', reaches: false });
    }
    const of = nextTo(end);
    if (of && /^\s*(?:kèm theo|ban hành kèm theo|của|tại)?\s*$/.test(text.slice(end, of.start))) continue;
    const document = OF_DOCUMENT.exec(behind);
    const own = document && THIS.test(behind.slice(document[0].length));
    const { cited, name } = namedBefore(start, sentenceStart(text, start), citations, named);
    const beside = own ? undefined : cited ? '' : name;
    for (const each of numbers) found.push({ start, end, ...each, ...(beside !== undefined && { beside }) });
  }
  return found;
}

/** The document named last before a place, from the beginning of its sentence on. */
function namedBefore(
  start: number,
  from: number,
  citations: readonly CitationMention[],
  named: readonly RegExpExecArray[],
): { cited: CitationMention | undefined; name: string | undefined } {
  const cited = lastBefore(citations, ({ start: at }) => at, start);
  const name = lastBefore(named, ({ index }) => index, start);
  return {
    cited: cited && cited.end <= start && cited.end > from ? cited : undefined,
    // "Báo cáo kết quả ...": at the beginning it is a verb.
    name: name && name.index > from ? name[1] : undefined,
  };
}

/** The last of some items in the order of their places that stands before `place`. */
function lastBefore<T>(items: readonly T[], placeOf: (item: T) => number, place: number): T | undefined {
  return items[countBefore(items, placeOf, place) - 1];
}

/** Abbreviations a passage defines: "... (sau đây gọi tắt là X)", "chuyển đổi số (CĐS)". */
export function readAbbreviations(text: string): AbbreviationMention[] {
  const found: AbbreviationMention[] = [];
  for (const match of text.matchAll(DEFINED)) {
    const long = /[^,;.:(]{2,200}$/u.exec(textBefore(text, match.index, 202).trimEnd())?.[0].trim() ?? '';
    found.push({ start: match.index, end: match.index + match[0].length, short: (match[1] ?? '').trim(), long });
  }
  for (const match of text.matchAll(BRACKETED)) {
    const words = textBefore(text, match.index, 400)
      .trimEnd()
      .split(/[\s,;:]+/);
    for (const short of (match[1] ?? '').split(/,\s*/)) {
      const letters = short.replace(/[^\p{Lu}]/gu, '').length;
      const long = words.slice(-Math.min(words.length, Math.max(2, letters + 2))).join(' ');
      // The letters must begin the words before: "(IOC)" behind Vietnamese words is a foreign name and defines itself too.
      if (letters >= 2) found.push({ start: match.index, end: match.index + match[0].length, short, long });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
