import { isHalf } from '../../facts.ts';
import { matchName, matchTail, type Registry } from '../../registry.ts';
import { foldName, type Span, textBefore } from '../../text.ts';
import { type Prose, perFact } from './passages.ts';

/** Kinds whose names are written one way only; in other names practice adds capitals ("Viện Kiểm sát nhân dân"). */
const STRICT = new Set(['ministry', 'ministerial-level', 'department']);
/** Both are official in "... trực thuộc Trung ương", "Kiểm toán nhà nước" and the like. */
const EITHER = /^(?:trung|ương|quốc|gia|nhà|nước|vùng|khu|vực|đảng|chỉ|đạo|giúp|việc|công|tác|thường|trực|xã|đề|án)$/;
const FORMED: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})ủy ban nhân dân(?!\p{L})/giu, 'Ủy ban nhân dân'],
  [/(?<!\p{L})hội đồng nhân dân(?!\p{L})/giu, 'Hội đồng nhân dân'],
];

/** A name written with other capitals than its own. */
export interface WrongCapitals extends Span {
  readonly right: string;
}

/** Names of a passage with other capitals than their own. */
export const wrongCapitalsIn = perFact((prose, registry): readonly WrongCapitals[] => [...readWrong(prose, registry)]);

function* readWrong(prose: Prose, registry: Registry): Iterable<WrongCapitals> {
  const { text, lower, node } = prose;
  if (!/\p{Ll}/u.test(text)) return;
  const ends = new Map(node.fact.names.map(({ start, end }) => [start, end]));
  const wrong = function* (start: number, end: number, right: string): Iterable<WrongCapitals> {
    if (prose.isOwn({ start, end }) && right !== text.slice(start, end) && /\p{Ll}/u.test(text.slice(start, end)))
      yield { start, end, right };
  };
  for (const { start, end, ids, group } of node.fact.names) {
    const written = text.slice(start, end);
    if (group || !written.includes(' ') || isListed(prose, start)) continue;
    const right = properName(registry, ids, written);
    if (right !== undefined) yield* wrong(start, end, right);
  }
  // "bộ tài chính": a name without any capital is not read as one.
  for (const { index } of lower.matchAll(/(?<!\p{L})bộ(?= \p{L})/gu)) {
    if (ends.has(index) || isHalf(lower, index) || isListed(prose, index) || /\p{Lu}/u.test(text[index] ?? ''))
      continue;
    const name = matchName(registry, lower.toUpperCase(), lower, index);
    const written = lower.slice(index, index + (name?.length ?? 0));
    const right = name && written.includes(' ') ? properName(registry, name.ids, written) : undefined;
    if (name && right?.startsWith('Bộ ')) yield* wrong(index, index + name.length, right);
  }
  for (const [pattern, right] of FORMED)
    for (const { index } of text.matchAll(pattern)) {
      const end = index + right.length;
      const lowerCase = /^\p{Ll}/u.test(text[index] ?? '');
      if (lowerCase && !/^ (?:tỉnh|thành phố) \p{Lu}/u.test(text.slice(end, end + 14))) continue;
      yield* wrong(index, end, right);
    }
  for (const match of text.matchAll(/(?<!\p{L})(?:tỉnh|thành phố|Tỉnh ủy|Thành ủy) (?=\p{L})/gu)) {
    const start = match.index + match[0].length;
    const tail = matchTail(registry, 'tỉnh', text, lower, start);
    const name = tail && bareName(registry, tail.ids, text.slice(start, start + tail.length));
    if (tail && name) yield* wrong(start, start + tail.length, name);
  }
}

/** "các bộ Công an, Nội vụ": the noun is a common one. */
function isListed({ text }: Prose, start: number): boolean {
  return /(?:các|những|\d|hai|ba|bốn|năm|một số|giữa|liên)\s+$/iu.test(textBefore(text, start, 12));
}

/** The name with its own capitals, when the written one lacks some, or has some that no practice knows. */
function properName(registry: Registry, ids: readonly string[], written: string): string | undefined {
  for (const id of ids) {
    const agency = registry.agencies.get(id);
    const name = [agency?.name, ...(agency?.aliases ?? [])].find(
      (each) => each && foldName(each) === foldName(written),
    );
    if (!agency || name === undefined || agency.kind === 'province' || agency.kind === 'enterprise') continue;
    const words = name.split(' ');
    const strict = STRICT.has(agency.kind);
    // "Chi cục Hải quan": the end of another name.
    if (!strict && /^\p{Ll}/u.test(written)) return undefined;
    const isWrong = written.split(' ').some((word, i) => {
      const other = words[i] ?? word;
      const [has, should] = [/^\p{Lu}/u.test(word), /^\p{Lu}/u.test(other)];
      if (has === should || (!strict && i > 0 && EITHER.test(word.toLowerCase()))) return false;
      return should || strict;
    });
    return isWrong ? name : undefined;
  }
  return undefined;
}

function bareName(registry: Registry, ids: readonly string[], written: string): string | undefined {
  const names = ids.flatMap((id) => registry.agencies.get(id)?.bareNames ?? []);
  const right = names.find((name) => foldName(name) === foldName(written));
  return right !== undefined && written.split(' ').some((word) => /^\p{Ll}/u.test(word)) ? right : undefined;
}
