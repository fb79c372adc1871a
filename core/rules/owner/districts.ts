import { type Draft, wordsOf } from '../../draft.ts';
import type { Day } from '../../language/calendar.ts';
import { anchorAt, verbAt } from '../../language/lexicon.ts';
import type { Problem } from '../../rule.ts';
import { type Span, takenBy, textBefore } from '../../text.ts';
import { type Prose, proseOf } from './passages.ts';

/** Districts and their bodies ended on 30/6/2025 (registry/rules/communes.yaml). */
const FIRST_DAY_WITHOUT = '2025-07-01';
/** The law that ends them was passed: what is due later cannot be theirs any more. */
const LAW = '2025-06-16';

const LEVEL = '(?:cấp huyện|[Qq]uận|[Hh]uyện|[Tt]hị xã|[Tt]hị trấn)';
/** What a level word may be part of: a body before it, other levels beside it, a name behind it. */
const BODY =
  '(?:Chủ tịch )?(?:UBND|HĐND|Ủy ban [Nn]hân dân|Hội đồng [Nn]hân dân|Ủy ban Mặt trận Tổ quốc(?: Việt Nam)?|Mặt trận Tổ quốc(?: Việt Nam)?|MTTQ(?: Việt Nam)?|Công an|Ban Chỉ huy [Qq]uân sự|Chi cục Thuế|Hạt [Kk]iểm lâm|Thanh tra|Đảng ủy|Trung tâm [Yy] tế|Phòng [\\p{L}&,. -]{2,50}?)';
const LEVELS = `${LEVEL}(?:(?:, | và |, và |/)(?:${LEVEL}|cấp xã|cấp tỉnh|thành phố|xã|phường|đặc khu)(?!\\p{L}))*`;
const BEFORE = '(?:(?:(?:cấp tỉnh|xã|phường|thành phố|tỉnh)(?:, | và |/))*)';
const NAME = '(?:\\s(?!Ủy|Hội|UBND|HĐND)\\p{Lu}\\p{Ll}+(?:\\s\\p{Lu}\\p{Ll}+)*)?';
const DISTRICT = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:(?:[Cc]ác|Ban Thường vụ|Thường trực|Văn phòng|Bí thư) )?(?:[Hh]uyện|[Qq]uận|[Tt]hị) ủy(?:, (?:quận|huyện|thị|thành) ủy)*${NAME}|(?:${BODY}\\s+)?(?:[Cc]ác )?${BEFORE}${LEVELS}(?!\\p{L})${NAME}|Phòng (?:GD&ĐT|GDĐT|GD-ĐT|Giáo dục và Đào tạo)(?!\\p{L}))`,
  'gu',
);
/** Of the past, or of handing over what a district had. */
const PAST =
  /(?<!\p{L})(?:cũ|trước (?:đây|kia|sắp xếp|sáp nhập|khi (?:sắp xếp|sáp nhập|kết thúc)|ngày 0?1\/0?7\/2025)|nguyên|không (?:còn )?tổ chức|bỏ|kết thúc|chấm dứt|giải thể|chuyển (?:từ|về|giao|đến|xuống|lên)|bàn giao|tiếp nhận|thay (?:thế|cho)|sắp xếp|sáp nhập|hợp nhất|kế thừa|đã (?:giao|ban hành|phê duyệt|thực hiện|hoàn thành|được)|giai đoạn 20\d\d|để lại|lịch sử|tồn đọng)(?!\p{L})/iu;
/** What puts even an owner of a task into the past. */
const FORMER = /^\s*\(?(?:cũ|trước đây|trước kia|trước sắp xếp|trước sáp nhập)(?!\p{L})/iu;
/** Words of which a level word is only a part. */
const PART = /(?:đảo|ngoại|nội|Thủ|quân|ven)\s*$/iu;

/** Districts and their bodies where a draft of that day gives them work or writes to them. */
export function* districtsIn(draft: Draft, day: Day): Iterable<Problem> {
  if (day < LAW) return;
  const owners = new Set(draft.tasks.flatMap((task) => [...task.leads, ...task.coordinators].map((one) => one.start)));
  for (const prose of proseOf(draft)) {
    if (!/huyện|quận|thị xã|thị trấn|thị ủy|phòng g/iu.test(prose.text)) continue;
    for (const match of prose.text.matchAll(DISTRICT)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (PART.test(textBefore(prose.text, span.start, 12)) || !prose.isOwn(span)) continue;
      if (!isAddressed(draft, prose, span, day) || isNamed(prose, span)) continue;
      const owner = owners.has(wordsOf(draft.text, prose.node, span.start, span.end).start);
      if (owner ? FORMER.test(prose.text.slice(span.end, span.end + 30)) : isPast(prose.text, span)) continue;
      yield problemAt(draft, prose, span);
    }
  }
}

/** In a task, an owner, an addressee: what a report tells of districts is no fault. */
function isAddressed(draft: Draft, { node, text }: Prose, span: Span, day: Day): boolean {
  const { start, end } = wordsOf(draft.text, node, span.start, span.end);
  if (day < FIRST_DAY_WITHOUT) return !touchedBy(draft, day).isFree({ start, end });
  if (node.region === 'recipients' || node.region === 'addressees') return true;
  // Who stands first and acts is an owner, also where the task was not read.
  const next = /^\s*:|^(?:\s\p{Lu}\p{Ll}+)*\s/u.exec(text.slice(span.end, span.end + 60))?.[0] ?? '';
  if (node.region === 'body' && span.start === 0 && (next.endsWith(':') || acts(text, span.end + next.length)))
    return true;
  return !touchedBy(draft, day).isFree({ start, end });
}

function acts(text: string, at: number): boolean {
  return verbAt(text, at) > 0 || anchorAt(text, at) > 0;
}

const touched = new WeakMap<Draft, ReturnType<typeof takenBy>>();

function touchedBy(draft: Draft, day: Day): ReturnType<typeof takenBy> {
  const before = touched.get(draft);
  if (before) return before;
  const tasks = draft.tasks.filter(
    ({ deadline, phase }) =>
      day >= FIRST_DAY_WITHOUT ||
      (deadline?.date ?? '') >= FIRST_DAY_WITHOUT ||
      (phase?.startDay ?? '') >= FIRST_DAY_WITHOUT,
  );
  const owners = tasks.flatMap(({ leads, coordinators }) => [...leads, ...coordinators]);
  const all = takenBy([...tasks, ...owners], draft.text.length);
  touched.set(draft, all);
  return all;
}

/** "Tòa án nhân dân cấp huyện" is a name of the registry: owner/ended tells it. */
function isNamed({ node }: Prose, span: Span): boolean {
  return node.fact.names.some(({ start, end, group }) => !group && start <= span.start && span.end <= end);
}

/** Said of the past within the clause. */
function isPast(text: string, { start, end }: Span): boolean {
  const before =
    textBefore(text, start, 120)
      .split(/[.;:]\s/)
      .at(-1) ?? '';
  const after = text.slice(end, end + 60).split(/[.;]/, 1)[0] ?? '';
  return PAST.test(before) || PAST.test(after);
}

function problemAt(draft: Draft, { node, text }: Prose, span: Span): Problem {
  const words = wordsOf(draft.text, node, span.start, span.end);
  const written = text.slice(span.start, span.end);
  const right = rightFor(written);
  const now = /ủy/iu.test(written.replace(/Ủy ban/gu, ''))
    ? { vi: 'đảng ủy xã, phường, đặc khu', en: 'party committees of communes' }
    : { vi: 'cấp xã: xã, phường, đặc khu', en: 'the communes: xã, phường, đặc khu' };
  return {
    start: words.start,
    end: words.end,
    deprecated: true,
    message: {
      vi: `"${words.text}" không còn từ 01/7/2025; nay là ${now.vi}.`,
      en: `"${words.text}" ended on 30 June 2025; now ${now.en}.`,
    },
    ...(right && {
      fixes: [
        {
          title: { vi: `Thay bằng "${right}"`, en: `Replace with "${right}"` },
          edits: [{ start: words.start, end: words.end, text: right }],
          certain: false,
        },
      ],
    }),
  };
}

/** The communes in the same words; nothing where a district is named. */
function rightFor(written: string): string | undefined {
  const body = /^(?:(?!các |xã|phường|cấp|huyện|quận|thị )\S+ )+/u.exec(written)?.[0] ?? '';
  if (/^Phòng|\s\p{Lu}\p{Ll}+$/u.test(written) || /^(?:Chi cục|Hạt|Thanh tra)/u.test(written)) return undefined;
  if (/(?:huyện|quận|thị) ủy/iu.test(written)) return /^Các/u.test(written) ? 'Các đảng ủy cấp xã' : 'đảng ủy cấp xã';
  if (/cấp huyện/u.test(written)) return written.replace(/cấp huyện(?:(?:, | và )cấp xã)?/u, 'cấp xã');
  return `${body}${body === '' && /^\p{Lu}/u.test(written) ? 'Các' : 'các'} xã, phường, đặc khu`;
}
