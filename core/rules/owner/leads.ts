import { type Draft, wordsOf } from '../../draft.ts';
import type { Fix, Rule } from '../../rule.ts';
import { type Equals, equalsOf, named } from './standing.ts';

const LEADS = /(?<!\p{L})(?:chủ trì|(?:là|làm) (?:cơ quan |đơn vị )?(?:đầu mối|thường trực|trưởng đoàn))(?!\p{L})/iu;
const ANSWERS = /(?<!\p{L})(?:chịu trách nhiệm|có trách nhiệm|có nhiệm vụ)(?!\p{L})/iu;
const ANSWERS_FIRST = /^(?:cùng )?(?:chịu trách nhiệm|có trách nhiệm|có nhiệm vụ) (?!trước)/iu;
/** One thing made or said with one voice: two cannot do it each for itself. */
const ONE_RESULT =
  /^(?:(?:khẩn trương|chủ động|tiếp tục|tích cực|kịp thời|sớm|tập trung|nghiên cứu|rà soát|hỗ trợ,?(?= hướng dẫn)|cùng)[\s,]+)*(?:trình|ban hành|soạn thảo|dự thảo|tham mưu|đề xuất|hướng dẫn(?!, (?:đôn đốc|theo dõi|kiểm tra))|tổng hợp|thống nhất|xây dựng(?! kế hoạch (?:cụ thể|thực hiện))|hoàn (?:thiện|tất)|hoàn thành(?! các)|thành lập|thẩm định|công bố|sửa đổi)(?!\p{L})/iu;

/** Each takes some of them. */
const SEVERAL = /^[^.;]{0,60}các (?:nhiệm vụ|nội dung|công việc)/iu;

/** Do several lead by the very words, or make one thing together? */
export function shareLead({ leads, singles, link, action, apart, or, said }: Equals): boolean {
  if (or) return true;
  if (LEADS.test(link)) return singles.length > 0 || leads.every(({ kind }) => kind !== 'group');
  if (apart) return false;
  const { verb } = said.segment.assignment;
  const asked = verb !== undefined && /đề nghị/iu.test(said.text.slice(verb.start, verb.end));
  const one = !asked && ONE_RESULT.test(action) && !SEVERAL.test(action);
  return singles.length > 1 && (ANSWERS.test(link) || ANSWERS_FIRST.test(action) || one);
}

export const ownerLeads: Rule = {
  id: 'owner/leads',
  severity: 'warning',
  summary: { vi: 'Nhiều cơ quan cùng chủ trì một nhiệm vụ', en: 'Several agencies lead one task' },
  why: {
    vi: 'Mỗi nhiệm vụ chỉ một cơ quan chủ trì, các cơ quan khác phối hợp ("rõ người, rõ trách nhiệm"; Quy chế làm việc của Chính phủ: một việc một cơ quan chịu trách nhiệm chính). Trách nhiệm chung của nhiều bộ, ngành, địa phương, mỗi nơi tự làm phần mình, không tính.',
    en: 'Each task has one lead, the others coordinate; where two lead nobody answers for it. General duties that many ministries or provinces each do for themselves are no fault.',
  },
  *check(draft) {
    for (const equals of equalsOf(draft)) {
      if (equals.said.segment.assignment.together || !shareLead(equals)) continue;
      const { words, or } = equals;
      const fixes = leadFixes(draft, equals);
      yield {
        start: words.start,
        end: words.end,
        message: or
          ? {
              vi: `"${words.text}": viết "hoặc" thì không xác định cơ quan nào chịu trách nhiệm; nêu một cơ quan.`,
              en: `"${words.text}": with "hoặc" it is open which agency answers for it; name one.`,
            }
          : {
              vi: `${named(equals)} cùng đứng đầu một nhiệm vụ; nêu một cơ quan chủ trì, các cơ quan khác phối hợp.`,
              en: `${equals.leads.length} agencies lead one task; name one lead, the others coordinate.`,
            },
        ...(fixes.length > 0 && { fixes }),
      };
    }
  },
  examples: [
    {
      text: '1. Bộ Tài chính và Bộ Nội vụ chủ trì xây dựng Đề án tinh giản biên chế, hoàn thành trước ngày 30/9/2026.\n',
      problems: [
        '1:4 Bộ Tài chính và Bộ Nội vụ cùng đứng đầu một nhiệm vụ; nêu một cơ quan chủ trì, các cơ quan khác phối hợp.',
      ],
    },
    {
      text: '1. Các bộ: Công an, Nội vụ, Tài chính, Tư pháp hướng dẫn các tỉnh số hóa hồ sơ.\n\n2. Thành lập đoàn kiểm tra do Bộ Công an hoặc Bộ Nội vụ làm trưởng đoàn.\n',
      problems: [
        '1:12 Bộ Công an, Bộ Nội vụ và 2 cơ quan khác cùng đứng đầu một nhiệm vụ; nêu một cơ quan chủ trì, các cơ quan khác phối hợp.',
        '3:31 "Bộ Công an hoặc Bộ Nội vụ": viết "hoặc" thì không xác định cơ quan nào chịu trách nhiệm; nêu một cơ quan.',
      ],
    },
    {
      text: '1. Bộ Công an, Bộ Quốc phòng theo chức năng, nhiệm vụ được giao chủ trì tuần tra biên giới.\n\n2. Các bộ, ngành và Ủy ban nhân dân các tỉnh có trách nhiệm rà soát thủ tục của mình.\n',
      problems: [],
    },
  ],
};

/** One of the leads alone, the others behind "phối hợp với": for two or three single bodies written in full. */
function leadFixes(draft: Draft, { said, leads, or }: Equals): Fix[] {
  const { node, segment, text } = said;
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
