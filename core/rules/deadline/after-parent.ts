import type { Fact } from '../../facts.ts';
import type { Day } from '../../language/calendar.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Problem, Rule, Saying } from '../../rule.ts';
import type { Span, Words } from '../../text.ts';
import { withoutPlaces } from '../taken.ts';
import { deadlinesTaken, lastDayOf, mentionsOf, type Written, writtenDeadlines } from './mentions.ts';
import { stagesOf, stepsIn } from './stages.ts';

export const deadlineAfterParent: Rule = {
  id: 'deadline/after-parent',
  severity: 'warning',
  looksAt: { item: (fact) => allTaken(fact) },
  summary: {
    vi: 'Việc thành phần có thời hạn sau thời hạn chung, hoặc trình sau ban hành',
    en: 'A part due after the whole, or submitted after it is issued',
  },
  why: {
    vi: 'Nội dung thành phần phải xong trước khi cả điểm hết hạn, và văn bản phải được trình trước khi ban hành; thời hạn ngược lại là mâu thuẫn.',
    en: 'A part has to be done before the whole is due, and a document to be submitted before it is issued; dates the other way round contradict each other.',
  },
  *check(draft) {
    const written = writtenDeadlines(draft);
    const limits = limitsOf(written);
    for (const each of limits.size > 0 ? written : []) {
      if (each.date === null || each.relation === 'after' || each.node.fact.phase) continue;
      const last = lastDayOf(each.relation, each.date);
      for (let at: Node | undefined = each.node; at; at = at.parent) {
        const limit = limits.get(at);
        if (
          !limit ||
          limit.by === each ||
          last <= limit.date ||
          (at === each.node && !limit.all && each.start < limit.by.end)
        )
          continue;
        const whole = limit.by.words;
        yield problem(each.words, whole, {
          vi: `Thời hạn "${each.words.text}" sau thời hạn chung "${whole.text}".`,
          en: `The deadline "${each.words.text}" is after that of the whole, "${whole.text}".`,
        });
        break;
      }
    }
    for (const { first, second, names } of stagesOf(draft)) {
      yield problem(first.words, second.words, {
        vi: `Thời hạn ${names[0]} ("${first.words.text}") sau thời hạn ${names[1]} ("${second.words.text}").`,
        en: `The day of "${names[0]}" ("${first.words.text}") is after that of "${names[1]}" ("${second.words.text}").`,
      });
    }
  },
  examples: [
    {
      text: '1. Bộ Y tế, hoàn thành trước ngày 30/6/2026:\n\na) Xây dựng quy chế, hoàn thành trước ngày 15/7/2026.\n\nb) Rà soát danh mục, hoàn thành trong tháng 5/2026.\n',
      problems: [
        '3:22 Thời hạn "hoàn thành trước ngày 15/7/2026" sau thời hạn chung "hoàn thành trước ngày 30/6/2026".',
      ],
    },
    {
      text: '1. Bộ Y tế trình Chính phủ nghị định trước ngày 30/9/2026, ban hành trong tháng 8/2026.\n\n2. Bộ Tư pháp trình Chính phủ nghị định trước ngày 30/9/2026, ban hành thông tư trong tháng 8/2026.\n',
      problems: ['1:38 Thời hạn trình ("trước ngày 30/9/2026") sau thời hạn ban hành ("trong tháng 8/2026").'],
    },
  ],
};

interface Limit {
  readonly date: Day;
  readonly by: Written;
  /** Said of all items of the point ("cả điểm"), before it and behind it. */
  readonly all: boolean;
}

/** "Cả điểm hoàn thành trước ngày ...", "Các nhiệm vụ trên hoàn thành ...": right before the deadline. */
const ALL =
  /(?:^|[.;(]\s*)(?:cả (?:điểm|mục|khoản|nhóm)|toàn bộ|tất cả|các|điểm này|mục này)(?: (?:này|các|những|nhiệm vụ|nội dung|việc|công việc|mục|điểm|khoản|ý|trên|nêu trên|nói trên|tại|ở|của|thuộc|phải|được|cần|đều))*\s?$/iu;

/** The times items set for all below them: in their announcement, in their title, or with "cả điểm". */
function limitsOf(written: readonly Written[]): ReadonlyMap<Node, Limit> {
  const limits = new Map<Node, Limit>();
  for (const by of written) {
    const { node, date, relation, words } = by;
    const { item, parts, phase } = node.fact;
    if (date === null || relation === 'after' || phase || node.region !== 'body' || item.level === 1) continue;
    const limit = { date, by };
    if (/^(?:hoàn|xong|kết thúc|thực hiện xong)/iu.test(words.text) && isForAll(node.fact, by)) {
      // The line below a list speaks for the list.
      const lone = node.kind === 'text' && node.parent;
      const above = lone && (lone.kind === 'bullet' || lone.kind === 'unit') ? (lone.parent ?? lone) : lone;
      const alike = lone && above && above.children.filter(({ kind }) => kind === lone.kind).length > 1;
      limits.set((alike ? above : lone) || node, { ...limit, all: true });
      continue;
    }
    const opens = parts.length > 0 || node.children.some(({ kind }) => kind === 'unit' || kind === 'bullet');
    if (!opens || limits.has(node)) continue;
    if (announces(node.fact, by)) limits.set(node, { ...limit, all: false });
  }
  return limits;
}

function isForAll({ item }: Fact, { start }: Span): boolean {
  return ALL.test(item.body.text.slice(Math.max(0, start - 80), start));
}

/** Does the deadline stand in the last sentence before what it announces, or in a title? */
function announces({ item, parts }: Fact, { end }: Span): boolean {
  const { text } = item.body;
  const opening = text.slice(0, parts[0]?.inline.start ?? text.length);
  return (
    (item.level > 0 || opening.trimEnd().endsWith(':')) && end <= opening.length && !/[.;]\s/.test(opening.slice(end))
  );
}

/** The deadlines of an item, for what they go, and what is due on each. */
const allTaken = oncePer((fact: Fact): string => {
  const mentions = mentionsOf(fact);
  if (mentions.length === 0) return '';
  const reach = mentions.map((each) => [isForAll(fact, each), announces(fact, each)]);
  const steps = stepsIn(fact).map((each) => [mentions.findIndex(({ start }) => start === each.start), each]);
  return deadlinesTaken(fact, mentions) + withoutPlaces([fact.parts.length > 0, reach, steps]);
});

function problem({ start, end }: Words, other: Words, message: Saying): Problem {
  return {
    start,
    end,
    message,
    related: [{ ...other, message: { vi: 'Thời hạn kia.', en: 'The other deadline.' } }],
  };
}
