import type { Saying } from '../../rule.ts';

/** Words that cannot stand together before a date. `instead` are the ways out, in place of the words found. */
export interface Contradiction {
  readonly pattern: RegExp;
  readonly say: (words: string) => Saying;
  readonly instead: (match: RegExpMatchArray) => readonly string[];
}

const LATEST =
  '((?:chậm|muộn|trễ) nhất|không (?:chậm|muộn|trễ) hơn|(?:hạn|thời hạn) (?:chót|cuối(?: cùng)?)|tối đa|không quá)';
/** A date follows; not a number of days ("chậm nhất trước 05 ngày"). */
const DATE =
  '(?=\\s(?:hết\\s)?(?:ngày\\s\\d{1,2}(?!\\d|\\sngày)|tháng\\s\\d|(?:quý|quí)\\s[IV\\d]|năm\\s\\d{4}|\\d{1,2}\\s?(?:giờ|h(?!\\p{L})|[/.-]\\s?\\d)))';
const OR = '(?:hoặc(?: là)?|hay(?: là)?|và(?: cả)?|/)';
const IN = '(trong|vào|đúng|đến(?: hết)?)';

const pattern = (source: string) => new RegExp(`(?<!\\p{L})${source}${DATE}`, 'giu');

/** Told at once of most items: no two of the words stand side by side. */
export const MAY_CONTRADICT =
  /(?:nhất|hơn|quá|đa|chót|cuối|cùng|hoặc|hay|là|và|cả|\/|trong|vào|đúng|đến|hết|nay|sau|ngày)[,:]? ?trước |trước(?: ngày|,)? ?(?:chậm|muộn|trễ|không|hạn|thời|tối|hoặc|hay|và|\/|trong|vào|đúng|sau|hết|là)|(?:nhất|hơn|chót|cuối|cùng|đa|quá)(?: là)?,? (?:kể |từ )?(?:từ|sau) /iu;

export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    pattern: pattern(`${LATEST}(?: là)?(?: vào| đến)?[,:]? (?:là )?trước`),
    say: (words) => either(words, words.slice(0, words.lastIndexOf(' trước')), 'trước', true),
    instead: ([words, latest = '']) => [asIn(words, 'trước'), latest],
  },
  {
    pattern: pattern(`trước,? ${LATEST}(?: là)?(?: vào)?`),
    say: (words) => either(words, words.slice(7), 'trước', true),
    instead: ([words, latest = '']) => [asIn(words, 'trước'), asIn(words, latest)],
  },
  {
    pattern: pattern(`trước(?: ngày)?\\s?${OR}\\s?(?:là )?${IN}`),
    say: (words) => either(words, 'trước', words.slice(words.lastIndexOf(' ') + 1), false),
    instead: ([words]) => [asIn(words, 'trước'), asIn(words, 'chậm nhất trong')],
  },
  {
    pattern: pattern(`${IN}(?: ngày)?\\s?${OR}\\s?trước`),
    say: (words) => either(words, words.slice(0, words.indexOf(' ')), 'trước', true),
    instead: ([words]) => [asIn(words, 'trước'), asIn(words, 'chậm nhất trong')],
  },
  {
    pattern: pattern(`${LATEST}(?: là)?,? (?:(?:kể )?từ|(?:từ )?sau)`),
    say: (words) => ({
      vi: `"${words}" mâu thuẫn: "chậm nhất" là ngày cuối cùng, "${lastOf(words)}" là ngày bắt đầu.`,
      en: `"${words}" contradicts itself: the first words name the last day, "${lastOf(words)}" the first.`,
    }),
    instead: ([words, latest = '']) => [latest, asIn(words, lastOf(words))],
  },
  {
    pattern: pattern('từ nay (?:cho )?trước'),
    say: (words) => ({
      vi: `"${words}" không chỉ rõ ngày kết thúc; viết "từ nay đến" hoặc "trước".`,
      en: `"${words}" does not tell the last day; write "từ nay đến" or "trước".`,
    }),
    instead: ([words]) => [asIn(words, 'từ nay đến'), asIn(words, 'trước')],
  },
  {
    pattern: /(?<!\p{L})trước hết(?=\sngày\s\d{1,2}(?:\s?[/.-]|\stháng))/giu,
    say: (words) => either(words, 'trước', 'hết', false),
    instead: ([words]) => [asIn(words, 'trước'), asIn(words, 'đến hết')],
  },
  {
    pattern: pattern('(?:(?:đến )?hết|trong|đúng|sau) trước'),
    say: (words) => either(words, words.slice(0, -6).trim(), 'trước', true),
    instead: ([words]) => [asIn(words, 'trước'), words.slice(0, -6).trim()],
  },
  {
    pattern: pattern('(?<!(?:năm|tháng|tuần|ngày|đây|lần|kỳ|nêu|như)\\s)trước (?:trong|đúng|sau|hoặc sau)'),
    say: (words) => either(words, 'trước', words.slice(7), false),
    instead: ([words]) => [asIn(words, 'trước'), asIn(words, words.includes('sau') ? 'sau' : 'trong')],
  },
];

/** The day is in by one word and out by the other. */
function either(words: string, one: string, other: string, firstTakesIn: boolean): Saying {
  return firstTakesIn
    ? {
        vi: `"${words}" mâu thuẫn: "${one}" kể cả ngày ghi sau đó, "${other}" thì không; chỉ dùng một trong hai.`,
        en: `"${words}" contradicts itself: "${one}" takes the day in, "${other}" does not; use one of them.`,
      }
    : {
        vi: `"${words}" mâu thuẫn: "${one}" không kể ngày ghi sau đó, "${other}" thì kể; chỉ dùng một trong hai.`,
        en: `"${words}" contradicts itself: "${one}" leaves the day out, "${other}" takes it in; use one of them.`,
      };
}

function lastOf(words: string): string {
  return words.slice(words.lastIndexOf(' ') + 1);
}

/** With a capital where the words replaced begin with one. */
function asIn(words: string, text: string): string {
  return /^\p{Lu}/u.test(words) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}
