import type { Fact } from '../../facts.ts';
import type { DeadlineMention } from '../../language/deadlines.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Rule } from '../../rule.ts';
import { idOf } from '../taken.ts';
import { deadlinesTaken, foreignSpans, isWithin, mentionsOf, type Written, writtenDeadlines } from './mentions.ts';

/** Nothing but these between two times: no second action. */
const CONNECTING =
  /^[\s.,;:()]*(?:(?:và|hoặc|hay|nhưng|phải|đồng thời|cụ thể|thời hạn|hạn|xong|hoàn thành|hoàn tất|là|nhiệm vụ này)[\s.,;:()]*){0,4}$/iu;

export const deadlineSeveral: Rule = {
  id: 'deadline/several',
  severity: 'info',
  looksAt: { item: (fact) => deadlinesTaken(fact, besideIn(fact).flat()), task: idOf },
  summary: { vi: 'Hai thời hạn cho cùng một việc', en: 'Two deadlines for one action' },
  why: {
    vi: 'Mỗi việc có một thời hạn ("rõ thời gian"); hai ngày khác nhau đứng liền nhau mà không gắn với hai việc khác nhau thì không biết theo ngày nào.',
    en: 'Each action has one deadline; of two different days side by side, with no action of its own for the second, nobody knows which one counts.',
  },
  *check(draft) {
    const written = writtenDeadlines(draft);
    const giving = new Set(draft.tasks.map(({ node }) => node.span.start));
    // A labelled line ("- Thời hạn: ...") stands below its task.
    const isGiven = ({ span, parent }: Node) =>
      giving.has(span.start) || (parent !== undefined && giving.has(parent.span.start));
    for (const [i, second] of written.entries()) {
      const first = written[i - 1];
      if (!first || first.node !== second.node || first.date === null || second.date === null) continue;
      if (first.relation === 'after' || second.relation === 'after' || first.date === second.date) continue;
      if (!besideIn(second.node.fact).some(([, { start }]) => start === second.start)) continue;
      if (!isGiven(second.node) || narrows(first, second)) continue;
      yield {
        start: second.words.start,
        end: second.words.end,
        message: {
          vi: `Việc này có hai thời hạn: "${first.words.text}" và "${second.words.text}".`,
          en: `This action has two deadlines: "${first.words.text}" and "${second.words.text}".`,
        },
        related: [{ ...first.words, message: { vi: 'Thời hạn thứ nhất.', en: 'The first deadline.' } }],
      };
    }
  },
  examples: [
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\n1. Sở Y tế xây dựng Đề án, hoàn thành trước ngày 30/6/2026. Hoàn thành trước ngày 15/7/2026.\n\n2. Sở Nội vụ trình Đề án trước ngày 30/6/2026, báo cáo kết quả trước ngày 15/7/2026.\n\n3. Sở Tư pháp báo cáo trong tháng 6/2026 (trước ngày 25/6/2026).\n',
      problems: [
        '5:61 Việc này có hai thời hạn: "hoàn thành trước ngày 30/6/2026" và "Hoàn thành trước ngày 15/7/2026".',
      ],
    },
    {
      text: '1. Sở Y tế báo cáo Ủy ban nhân dân tỉnh trước ngày 30/6/2026 hoặc trước ngày 05/7/2026.\n',
      problems: ['1:67 Việc này có hai thời hạn: "trước ngày 30/6/2026" và "trước ngày 05/7/2026".'],
    },
  ],
};

/** Deadlines of an item of which the second stands right behind the first. */
const besideIn = oncePer((fact: Fact): readonly (readonly [DeadlineMention, DeadlineMention])[] => {
  const { text } = fact.item.body;
  const mentions = mentionsOf(fact);
  return mentions.flatMap((second, i) => {
    const first = mentions[i - 1];
    if (!first || !CONNECTING.test(text.slice(first.end, second.start))) return [];
    const around = text.slice(Math.max(0, first.start - 200), second.end + 80);
    // Two reports a year, two rounds: each has a day of its own.
    if (/định kỳ|(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|\d lần|lần (?:1|thứ)|đợt/iu.test(around)) return [];
    return isWithin(second.start, foreignSpans(fact)) ? [] : [[first, second]];
  });
});

/** "trong tháng 6/2026 (trước ngày 25/6/2026)": the second says the first more exactly, or ends it. */
function narrows(first: Written, second: Written): boolean {
  if (/^(?:hoàn|xong)/iu.test(second.words.text)) return false;
  // "hoàn thành trong năm 2025, kết thúc vào năm 2026": two ends of one stretch.
  if (/^kết thúc/iu.test(second.words.text)) return true;
  const { from, date } = first;
  return from !== null && date !== null && second.date !== null && from < second.date && second.date <= date;
}
