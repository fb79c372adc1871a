import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { oncePer } from '../../once.ts';
import { lastDayOf, mentionsOf, type Written, writtenDeadlines } from './mentions.ts';

const SUBMITTED = 3;
/** What is done with a document, in the order it has to be done (ND 30/2020 and Luật 64/2025/QH15 know no other). */
const STAGES: readonly [RegExp, number][] = [
  [/(?<!(?:quá|chương|công|quy|lộ|hành|tờ|giải|tiến)\s)(?<!\p{L})trình(?!\s(?:độ|tự|diễn|bày))(?!\p{L})/giu, SUBMITTED],
  [/ban hành|phê duyệt|thông qua/giu, 4],
  [/thẩm định|thẩm tra/giu, 2],
  [/dự thảo|lấy ý kiến|soạn thảo/giu, 1],
];
const KINDS =
  /nghị định|thông tư|nghị quyết|quyết định|chỉ thị|kế hoạch|đề án|dự án|quy chế|quy định|chương trình|phương án|danh mục|báo cáo|tờ trình|luật|hướng dẫn|chiến lược|quy hoạch|kiến trúc|khung/giu;

/** Two deadlines of one task of which the earlier stage is due after the later one. */
export interface Reversal {
  readonly first: Written;
  readonly second: Written;
  /** "trình", "ban hành". */
  readonly names: readonly [string, string];
}

export function* stagesOf(draft: Draft): Iterable<Reversal> {
  const written = writtenDeadlines(draft);
  for (const [i, later] of written.entries()) {
    const earlier = written[i - 1];
    if (earlier?.node !== later.node) continue;
    const steps = stepsIn(later.node.fact).find(({ start }) => start === later.start);
    if (!steps) continue;
    const { names, inOrder } = steps;
    const [first, second] = inOrder ? [earlier, later] : [later, earlier];
    if (first.date === null || second.date === null) continue;
    if (first.relation === 'after' || second.relation === 'after') continue;
    if (lastDayOf(first.relation, first.date) <= second.date) continue;
    yield { first, second, names };
  }
}

/** Of a deadline and the one before it: what is due on each, one after the other. */
interface Steps {
  /** Where the later one stands in the item's body. */
  readonly start: number;
  /** By the order of the stages. */
  readonly names: readonly [string, string];
  readonly inOrder: boolean;
}

export const stepsIn = oncePer((fact: Fact): readonly Steps[] => {
  const { parts, item } = fact;
  const { text } = item.body;
  const mentions = mentionsOf(fact);
  return mentions.flatMap((later, i): Steps[] => {
    const earlier = mentions[i - 1];
    if (!earlier || parts.some(({ inline }) => earlier.end <= inline.start && inline.start < later.start)) return [];
    const from = Math.max(0, ...parts.map(({ start }) => start).filter((start) => start <= earlier.start));
    const previous = mentions[i - 2]?.end ?? 0;
    const next = mentions[i + 1]?.start;
    const one = readStage(text.slice(Math.max(from, previous), earlier.start), '');
    const other = readStage(text.slice(earlier.end, later.start), text.slice(later.end, next));
    if (!one || !other || one.stage === other.stage || areApart(one.kinds, other.kinds)) return [];
    const inOrder = one.stage < other.stage;
    return [{ start: later.start, names: inOrder ? [one.name, other.name] : [other.name, one.name], inOrder }];
  });
});

interface Stage {
  readonly stage: number;
  readonly name: string;
  readonly kinds: ReadonlySet<string>;
}

/** The stage a clause speaks of, by its last verb; what is submitted is not issued yet ("trình Chính phủ ban hành"). */
function readStage(before: string, after: string): Stage | undefined {
  const sentence = before.slice(1 + Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')));
  for (const clause of [sentence, /^[^.;]*/.exec(after)?.[0] ?? '']) {
    const found = STAGES.flatMap(([pattern, stage]) =>
      [...clause.matchAll(pattern)].map((match) => ({ match, stage })),
    );
    const submitted = found.find(({ stage }) => stage === SUBMITTED);
    const last = submitted ?? found.sort((a, b) => a.match.index - b.match.index).at(-1);
    if (last) return { stage: last.stage, name: last.match[0].toLowerCase(), kinds: kindsOf(clause) };
  }
  return undefined;
}

function kindsOf(clause: string): ReadonlySet<string> {
  return new Set([...clause.matchAll(KINDS)].map(([kind]) => kind.toLowerCase()));
}

/** Both clauses name what they are about, and it is not the same. */
function areApart(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some((kind) => other.has(kind));
}
