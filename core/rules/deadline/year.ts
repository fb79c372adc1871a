import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { addDays } from '../../language/calendar.ts';
import type { DeadlineMention } from '../../language/deadlines.ts';
import { resolveDate } from '../../language/due.ts';
import { oncePer } from '../../once.ts';
import type { Problem, Rule } from '../../rule.ts';
import type { Edit, Span } from '../../text.ts';
import { idOf } from '../taken.ts';
import { deadlinesTaken, foreignSpans, isWithin, mentionsOf, writtenDeadlines } from './mentions.ts';

/** More than these are the habit of the draft, and one finding. */
const FEW = 4;
const MOST_DAYS = 300;

export const deadlineYear: Rule = {
  id: 'deadline/year',
  severity: 'hint',
  looksAt: { item: (fact) => deadlinesTaken(fact, yearlessIn(fact)), task: idOf },
  summary: { vi: 'Thời hạn không ghi năm', en: 'A deadline without its year' },
  why: {
    vi: 'Thời hạn ghi đủ ngày, tháng, năm thì văn bản được trích lại hay theo dõi sang năm sau vẫn hiểu đúng; tên văn bản đã có năm của kế hoạch thì không cần.',
    en: 'A deadline with day, month and year stays clear when it is quoted or followed up in the next year; not needed where the title names the year of the plan.',
  },
  *check(draft, { today }) {
    const plain = yearOfTitle(draft);
    const giving = new Set(draft.tasks.map(({ node }) => node.span.start));
    const found: { readonly problem: Problem; readonly edit: Edit }[] = [];
    for (const each of writtenDeadlines(draft)) {
      const { node, words, named } = each;
      if (!named || !yearlessIn(node.fact).some(({ start }) => start === each.start)) continue;
      if (!giving.has(node.span.start) && !giving.has(node.parent?.span.start ?? -1)) continue;
      const day = resolveDate(named, draft.issued ?? today).last;
      // So far ahead it is mostly a time gone by ("trong tháng 9" in October).
      if (day === null || day > addDays(draft.issued ?? today, MOST_DAYS)) continue;
      const year = day.slice(0, 4);
      if (year === plain) continue;
      const behind = /\stháng\s+\S+$/iu.test(words.text) && named.grain === 'day' ? ` năm ${year}` : `/${year}`;
      const edit = { start: words.end, end: words.end, text: behind };
      const certain = draft.issued?.startsWith(year) === true;
      const title = { vi: `Thêm "${behind.trim()}"`, en: `Add "${behind.trim()}"` };
      found.push({
        edit,
        problem: {
          start: words.start,
          end: words.end,
          message: {
            vi: `Thời hạn "${words.text}" không ghi năm; viết "${words.text}${behind}".`,
            en: `The deadline "${words.text}" names no year; write "${words.text}${behind}".`,
          },
          fixes: [{ title, edits: [edit], certain }],
        },
      });
    }
    const [first] = found;
    if (found.length <= FEW || !first) return yield* found.map(({ problem }) => problem);
    yield {
      start: first.problem.start,
      end: first.problem.end,
      message: {
        vi: `${found.length} thời hạn không ghi năm, từ chỗ này trở đi.`,
        en: `${found.length} deadlines name no year, from here on.`,
      },
      fixes: [
        {
          title: { vi: 'Thêm năm vào các thời hạn này', en: 'Add the year to these deadlines' },
          edits: found.map(({ edit }) => edit),
          certain: false,
        },
      ],
    };
  },
  examples: [
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\n1. Sở Y tế báo cáo trước ngày 31/8.\n\n2. Sở Nội vụ rà soát từ ngày 01/7 đến ngày 31/7/2026.\n\n3. Sở Tư pháp báo cáo trước ngày 20/12 hằng năm.\n',
      problems: ['5:20 Thời hạn "trước ngày 31/8" không ghi năm; viết "trước ngày 31/8/2026".'],
      fixed:
        '---\nngày ban hành: 2026-05-20\n---\n\n1. Sở Y tế báo cáo trước ngày 31/8/2026.\n\n2. Sở Nội vụ rà soát từ ngày 01/7 đến ngày 31/7/2026.\n\n3. Sở Tư pháp báo cáo trước ngày 20/12 hằng năm.\n',
    },
    {
      text: '---\ntrích yếu: Cải cách hành chính năm 2026\nngày ban hành: 2026-01-20\n---\n\n1. Sở Y tế báo cáo trước ngày 31/8.\n',
      problems: [],
    },
  ],
};

/** "Kế hoạch ... năm 2026": the one year the title names, not of a date. */
function yearOfTitle(draft: Draft): string | undefined {
  const title = (draft.letterhead.title?.text ?? '').normalize('NFC');
  const years = new Set(
    [...title.matchAll(/(?<!tháng\s+\d{1,2}\s+)năm\s+(\d{4})(?!\s*-)/giu)].map((match) => match[1]),
  );
  return years.size === 1 ? [...years][0] : undefined;
}

/** Days and months whose year is not written, nor told by what stands around them. */
const yearlessIn = oncePer((fact: Fact): readonly DeadlineMention[] =>
  mentionsOf(fact).filter((mention) => {
    const { start, relation, date } = mention;
    if (!date || date.to.year !== undefined || date.to.month === undefined) return false;
    if (relation === 'recurring' || relation === 'ongoing' || isRecurring(fact, mention)) return false;
    return !isWithin(start, foreignSpans(fact)) && !namesNext(fact, mention);
  }),
);

/** A report of every year or half-year: its day has no year. */
function isRecurring({ item }: Fact, { start, end }: Span): boolean {
  const { text } = item.body;
  const sentence = text.slice(Math.max(0, start - 160), end + 60);
  return /định kỳ|(?:hằng|hàng|mỗi|các) (?:tháng|quý|năm)|báo cáo (?:năm|quý|tháng|6 tháng|9 tháng)(?!\s*(?:\d{4}|nay))|\d lần/iu.test(
    sentence,
  );
}

/** "ngày 05/7 và ngày 10/7/2026": the next date names it for both. */
function namesNext({ item }: Fact, { end }: Span): boolean {
  return /^\s?(?:,|và|đến|hoặc|-)[^.;]{0,24}\d{4}/u.test(item.body.text.slice(end, end + 40));
}
