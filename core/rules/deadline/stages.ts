import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { keptWith } from '../../once.ts';
import { lastDayOf, type Written, writtenDeadlines } from './mentions.ts';

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
    if (!earlier || earlier.node !== later.node || earlier.date === null || later.date === null) continue;
    const { text } = later.node.fact.item.body;
    const { parts } = later.node.fact;
    const from = Math.max(0, ...parts.map(({ start }) => start).filter((start) => start <= earlier.start));
    const previous = written[i - 2]?.node === later.node ? (written[i - 2]?.end ?? 0) : 0;
    if (parts.some(({ inline }) => earlier.end <= inline.start && inline.start < later.start)) continue;
    const next = written[i + 1]?.node === later.node ? written[i + 1]?.start : undefined;
    const one = stageOf(later.node.fact, text.slice(Math.max(from, previous), earlier.start), '');
    const other = stageOf(later.node.fact, text.slice(earlier.end, later.start), text.slice(later.end, next));
    if (!one || !other || one.stage === other.stage || areApart(one.kinds, other.kinds)) continue;
    const inOrder = one.stage < other.stage;
    const [first, second] = inOrder ? [earlier, later] : [later, earlier];
    if (first.date === null || second.date === null) continue;
    if (first.relation === 'after' || second.relation === 'after') continue;
    if (lastDayOf(first.relation, first.date) <= second.date) continue;
    yield { first, second, names: inOrder ? [one.name, other.name] : [other.name, one.name] };
  }
}

/** The stage a clause speaks of, by its last verb; what is submitted is not issued yet ("trình Chính phủ ban hành"). */
function stageOf(fact: Fact, before: string, after: string): Stage | undefined {
  return stages(fact, `${before}|${after}`, () => readStage(before, after));
}

/** Kept with the item from one reading of the draft to the next. */
const stages = keptWith<Fact, Stage | undefined>();

interface Stage {
  readonly stage: number;
  readonly name: string;
  readonly kinds: ReadonlySet<string>;
}

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
