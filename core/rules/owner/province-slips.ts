import type { Day } from '../../language/calendar.ts';
import { matchTail, type Registry } from '../../registry.ts';
import { type Model, modelOf, nearestAt, type Slip } from './models.ts';
import { type Prose, type Syllable, syllablesOf } from './passages.ts';

interface Provinces {
  readonly all: readonly Model[];
  readonly cities: readonly Model[];
  /** Spellings people use beside the official one, by how they read. */
  readonly unofficial: ReadonlyMap<string, string>;
}

const HEAD = /(?<!\p{L})(?:[Tt]ỉnh ủy|[Tt]hành ủy|[Tt]ỉnh|TỈNH|[Tt]hành phố|THÀNH PHỐ|T[Pp]\.?)\s+(?=\p{Lu})/gu;
/** Provinces of neighbouring countries and of earlier times that differ from one of today by a letter or two. */
const ELSEWHERE = new Set(
  'hải nam|hồ nam|hồ bắc|hà bắc|hà tây|sơn tây|thanh hải|vân nam|quảng tây|quảng đông|giang tây|giang tô|an huy|bắc thái|nam hà|hải hưng|minh hải|cửu long|sông bé|thuận hải|phú khánh|vĩnh phú|biên hòa|chợ lớn|gia định|sơn đông'.split(
    '|',
  ),
);

const indexes = new WeakMap<Registry, Provinces>();

function provincesOf(registry: Registry): Provinces {
  const before = indexes.get(registry);
  if (before) return before;
  const all: Model[] = [];
  const unofficial = new Map<string, string>();
  for (const agency of registry.agencies.values()) {
    const [official, ...others] = agency.kind === 'province' ? agency.bareNames : [];
    if (official === undefined) continue;
    all.push(modelOf(official, agency));
    const bare = (name: string) => modelOf(name).folded.replace(/[\s-]/g, '');
    for (const other of others)
      if (bare(other) !== bare(official) && /\p{Ll}/u.test(other)) unofficial.set(modelOf(other).folded, official);
  }
  const cities = all.filter(({ agency }) => agency?.name.startsWith('Thành phố'));
  const provinces = { all, cities, unofficial };
  indexes.set(registry, provinces);
  return provinces;
}

/** Short names of places differ by a letter from many words. */
const limitFor = (length: number) => (length < 5 ? 0 : length < 10 ? 1 : 2);

/** Misspelt provinces behind "tỉnh", "thành phố", "Tỉnh ủy", a department, or among provinces in a list. */
export function* provinceSlips(prose: Prose, registry: Registry, day: Day): Iterable<Slip> {
  const { text, lower, node } = prose;
  const provinces = provincesOf(registry);
  let all: readonly Syllable[] | undefined;
  const slipAt = (at: number, models: readonly Model[]): Slip | undefined => {
    const tail = matchTail(registry, 'tỉnh', text, lower, at);
    if (tail) {
      const official = provinces.unofficial.get(lower.slice(at, at + tail.length));
      return official === undefined
        ? undefined
        : { prose, start: at, end: at + tail.length, names: [official], certain: true };
    }
    all ??= syllablesOf(prose);
    const i = all.findIndex(({ start }) => start === at);
    const slip = i < 0 ? undefined : nearestAt(prose, all, i, models, day, limitFor);
    if (!slip || ELSEWHERE.has(lower.slice(slip.start, slip.end))) return undefined;
    return /^\s\p{Lu}/u.test(text.slice(slip.end, slip.end + 2)) ? undefined : slip;
  };
  for (const match of text.matchAll(HEAD)) {
    const models = /^(?:thành|tp)/iu.test(match[0]) ? provinces.cities : provinces.all;
    const slip = slipAt(match.index + match[0].length, models);
    if (slip) yield slip;
  }
  for (const { end, ids } of node.fact.names) {
    const isDepartment = ids.some((id) => registry.agencies.get(id)?.kind === 'department');
    const slip = isDepartment && /^\s\p{Lu}/u.test(text.slice(end, end + 2)) && slipAt(end + 1, provinces.all);
    if (slip) yield slip;
  }
  for (const { start } of amongProvinces(prose, registry)) {
    const slip = slipAt(start, provinces.all);
    if (slip) yield slip;
  }
}

/** Two names with a comma between them. */
const ROW = /\p{Lu}\p{L}+, (?:tỉnh |thành phố |TP\.? ?)?\p{Lu}/u;

/** Names in a row of which at least two are provinces: those that are none, or written another way. */
function* amongProvinces({ text, lower }: Prose, registry: Registry): Iterable<{ start: number }> {
  if (!ROW.test(text)) return;
  let row: { start: number; known: boolean }[] = [];
  function* closeRow(): Iterable<{ start: number }> {
    if (row.filter(({ known }) => known).length > 1) yield* row;
    row = [];
  }
  let at = 0;
  for (const match of text.matchAll(/\s*(?:[,;:()|]|\svà\s|\.\s|$)\s*/gu)) {
    const piece = text.slice(at, match.index);
    const head = /^(?:(?:các |ở |tại )?(?:[Tt]ỉnh|[Tt]hành phố|T[Pp]\.?)\s+)?(?=\p{Lu})/u.exec(piece);
    const first = head ? at + head[0].length : undefined;
    const lengthAt = (start: number) => matchTail(registry, 'tỉnh', text, lower, start)?.length ?? 0;
    // "Tại Bắc Ninh" before the first comma: a row begins with the last words.
    const tail = match.index - Math.min(40, piece.length);
    const last = () =>
      [...text.slice(tail, match.index).matchAll(/(?<!\p{L})\p{Lu}/gu)]
        .map(({ index }) => tail + index)
        .find((start) => start + lengthAt(start) === match.index);
    const start = first !== undefined && (lengthAt(first) > 0 || row.length > 0) ? first : (last() ?? first);
    if (start === undefined || start !== first) yield* closeRow();
    if (start !== undefined) row.push({ start, known: lengthAt(start) > 0 });
    // "An Giang hoàn thành": the row ends with a province that begins the words.
    const goesOn = start !== undefined && lengthAt(start) > 0 && start + lengthAt(start) !== match.index;
    if (goesOn || /[:(.|]/.test(match[0])) yield* closeRow();
    at = match.index + match[0].length;
  }
  yield* closeRow();
}
