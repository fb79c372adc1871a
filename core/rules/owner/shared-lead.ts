import { type Draft, wordsOf } from '../../draft.ts';
import type { Fix, Problem } from '../../rule.ts';
import { saidOf } from './said.ts';
import type { Equals, Standing } from './standing.ts';

const LEADS = /(?<!\p{L})(?:chủ trì|(?:là|làm) (?:cơ quan |đơn vị )?(?:đầu mối|thường trực|trưởng đoàn))(?!\p{L})/iu;
const ANSWERS = /(?<!\p{L})(?:chịu trách nhiệm|có trách nhiệm|có nhiệm vụ)(?!\p{L})/iu;
const ANSWERS_FIRST = /^(?:cùng )?(?:chịu trách nhiệm|có trách nhiệm|có nhiệm vụ) (?!trước)/iu;
/** One thing made or said with one voice: two cannot do it each for itself. */
const ONE_RESULT =
  /^(?:(?:khẩn trương|chủ động|tiếp tục|tích cực|kịp thời|sớm|tập trung|nghiên cứu|rà soát|hỗ trợ,?(?= hướng dẫn)|cùng)[\s,]+)*(?:trình|ban hành|soạn thảo|dự thảo|tham mưu|đề xuất|hướng dẫn(?!, (?:đôn đốc|theo dõi|kiểm tra))|tổng hợp|thống nhất|xây dựng(?! kế hoạch (?:cụ thể|thực hiện))|hoàn (?:thiện|tất)|hoàn thành(?! các)|thành lập|thẩm định|công bố|sửa đổi)(?!\p{L})/iu;

/** Each takes some of them. */
const SEVERAL = /^[^.;]{0,60}các (?:nhiệm vụ|nội dung|công việc)/iu;

/** Do several lead by the very words, or make one thing together? */
export function shareLead({ segment, text, leads, singles, link, action, apart, or }: Standing): boolean {
  if (or) return true;
  if (LEADS.test(link)) return singles.length > 0 || leads.every(({ kind }) => kind !== 'group');
  if (apart) return false;
  const { verb } = segment.assignment;
  const asked = verb !== undefined && /đề nghị/iu.test(text.slice(verb.start, verb.end));
  const one = !asked && ONE_RESULT.test(action) && !SEVERAL.test(action);
  return singles.length > 1 && (ANSWERS.test(link) || ANSWERS_FIRST.test(action) || one);
}

/** "Bộ A chủ trì, Bộ B chủ trì xây dựng ...": the second stands where the action begins. */
export function* leadTwice(draft: Draft): Iterable<Problem> {
  for (const [task, { node, segment, text }] of saidOf(draft)) {
    const { leads, action } = segment.assignment;
    const [lead] = leads;
    if (!lead || leads.length > 1 || task.leads[0]?.inherited !== false) continue;
    const at = segment.start + action;
    const second = node.fact.names.find(({ start, group }) => start === at && !group);
    if (!second || !LEADS.test(text.slice(lead.end, action))) continue;
    if (!/^ (?:cùng |đồng )?chủ trì(?!\p{L})/u.test(node.fact.item.body.text.slice(second.end))) continue;
    const words = wordsOf(draft.text, node, second.start, second.end);
    const first = task.leads[0].text;
    yield {
      start: words.start,
      end: words.end,
      message: {
        vi: `"${words.text}" cũng chủ trì nhiệm vụ đã giao ${first} chủ trì; nêu một cơ quan chủ trì.`,
        en: `"${words.text}" leads a task that ${first} leads already; name one lead.`,
      },
    };
  }
}

/** One of the leads alone, the others behind "phối hợp với": for two or three single bodies written in full. */
export function leadFixes(draft: Draft, { node, segment, text, leads, or }: Equals): Fix[] {
  const { assignment } = segment;
  const last = leads.at(-1);
  if (or || !last || leads.length > 3 || leads.some(({ text: spelled }) => spelled !== undefined)) return [];
  const verb = /^ (?:cùng |đồng )?chủ trì(?:, phối hợp với | |$)/u.exec(text.slice(last.end));
  if (!verb || assignment.leads[0] === undefined) return [];
  const names = leads.map((lead) => wordsOf(draft.text, node, segment.start + lead.start, segment.start + lead.end));
  const span = wordsOf(
    draft.text,
    node,
    segment.start + assignment.leads[0].start,
    segment.start + last.end + verb[0].trimEnd().length,
  );
  const more = verb[0].includes('phối hợp');
  return names.map((name) => {
    const others = names.filter((other) => other !== name).map((other) => other.text);
    const list = more ? `${others.join(', ')},` : others.join(' và ');
    return {
      title: { vi: `${name.text} chủ trì`, en: `${name.text} leads` },
      edits: [{ start: span.start, end: span.end, text: `${name.text} chủ trì, phối hợp với ${list}` }],
      certain: false,
    };
  });
}
