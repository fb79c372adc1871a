import type { Draft } from '../../draft.ts';
import type { Day } from '../../language/calendar.ts';
import { firstAlike, matchName, matchTail, type Registry } from '../../registry.ts';
import { bareWord, slipsBetween } from './letters.ts';
import { listsOf } from './lists.ts';
import { endOf, type Model, modelOf, nearestAt, type Slip, toSlip } from './models.ts';
import { type Prose, perFact, proseOf, type Syllable, syllablesOf } from './passages.ts';
import { provinceSlips } from './province-slips.ts';

interface Models {
  /** By the first word without diacritics; also by the first two as one word. */
  readonly byFirst: ReadonlyMap<string, readonly Model[]>;
  readonly bySecond: ReadonlyMap<string, readonly Model[]>;
  /** Ministries without "Bộ", for lists. */
  readonly ministries: readonly Model[];
  readonly heads: ReadonlySet<string>;
}

/** Bodies that every province has, and words that head their names. */
const FORMED = ['Ủy ban nhân dân', 'Hội đồng nhân dân', 'Mặt trận Tổ quốc', 'Tỉnh ủy', 'Thành ủy'];
/** Words that head names of other bodies: "Tổ Tài chính" is no slip for "Bộ Tài chính". */
const OTHER_HEADS =
  'sở vụ cục ban bộ tổ đội hội hộ phòng phó khoa viện văn đài báo chi tòa trường trạm nhóm cụm khối quỹ thủ chủ cơ đảng đoàn thuế công quân học trung tiểu tạp tổng ngân hải kho bảo';
const REORDERED = new Set(['ministry', 'ministerial-level', 'department']);

const indexes = new WeakMap<Registry, Models>();
const found = new WeakMap<Draft, { day: Day; slips: readonly Slip[] }>();

/** Misspelt names anywhere in a draft, found once for the rules that ask. */
export function slipsOf(draft: Draft, day: Day): readonly Slip[] {
  const before = found.get(draft);
  if (before?.day === day) return before.slips;
  const { registry } = draft;
  const alike = firstAlike(registry, day);
  const slips = proseOf(draft).flatMap((prose) => slipsIn(prose, registry, alike).map((slip) => ({ ...slip, prose })));
  found.set(draft, { day, slips });
  return slips;
}

const slipsIn = perFact((prose, registry, day): readonly Omit<Slip, 'prose'>[] => {
  const models = modelsOf(registry);
  return [
    ...agencySlips(prose, models, registry, day),
    ...listSlips(prose, models, registry, day),
    ...provinceSlips(prose, registry, day),
  ]
    .filter((slip) => prose.isOwn(slip))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((slip, i, all) => i === 0 || slip.start >= (all[i - 1]?.end ?? 0))
    .map(({ start, end, names, certain }) => ({ start, end, names, certain }));
});

function modelsOf(registry: Registry): Models {
  const before = indexes.get(registry);
  if (before) return before;
  const byFirst = new Map<string, Model[]>();
  const bySecond = new Map<string, Model[]>();
  const put = (map: Map<string, Model[]>, key: string, model: Model) => {
    const list = map.get(key);
    if (list) list.push(model);
    else map.set(key, [model]);
  };
  // "Trung ương hoàn thành" is no slip for "Trung ương Đoàn".
  const all = [
    ...registry.spellings
      .filter(({ agency, name }) => agency.kind !== 'province' && /^\p{Lu}/u.test(name))
      .map(({ agency, name }) => modelOf(name, agency)),
    ...FORMED.map((name) => modelOf(name)),
  ].filter(({ words, folded }) => words.length > 1 && !folded.startsWith('trung ương '));
  for (const model of all) {
    const [first = '', second = ''] = model.stripped.split(/[^a-z0-9]+/);
    put(byFirst, first, model);
    put(byFirst, first + second, model);
    put(bySecond, second, model);
  }
  const ministries = all
    .filter(({ agency, folded }) => agency?.kind === 'ministry' && folded.startsWith('bộ '))
    .map(({ name, agency }) => modelOf(name.slice(3), agency));
  const heads = new Set([...OTHER_HEADS.split(' '), ...all.map(({ words }) => words[0] ?? '')]);
  const models = { byFirst, bySecond, ministries, heads };
  indexes.set(registry, models);
  return models;
}

/** A name that goes on behind a shorter one must be nearly right: what follows may be the action. */
const extending = () => 1;
const listed = (length: number) => (length < 5 ? 0 : 1);

/** "kBộ", "ộB", "kộ": no syllable of the language, so the beginning of a name may be in it. */
function isNoWord(word: string): boolean {
  return (
    word.length < 8 &&
    (/\p{Ll}\p{Lu}/u.test(word) || /^(?:k[^eêiyhéẻẽẹèếềểễệíìỉĩịýỳỷỹỵr]|q[^u])\p{Ll}?$|^ộ$/u.test(word))
  );
}

/** Names of agencies with other letters, without "và", with their words in another order. */
function* agencySlips(prose: Prose, models: Models, registry: Registry, day: Day): Iterable<Slip> {
  const { text, lower, node } = prose;
  const all = syllablesOf(prose);
  const named = new Map(node.fact.names.flatMap(({ start, end, group }) => (group ? [] : [[start, end]])));
  let inside = 0;
  for (const [i, syllable] of all.entries()) {
    const known = named.get(syllable.start);
    if (syllable.start < inside) continue;
    if (known !== undefined) inside = known;
    const isOdd = !/\p{Lu}/u.test(text[syllable.start] ?? '');
    if (isOdd && !isNoWord(text.slice(syllable.start, syllable.end))) continue;
    const first = bareWord(syllable.lower);
    const second = bareWord(all[i + 1]?.lower ?? '');
    const candidates = [
      ...(isOdd ? [] : (models.byFirst.get(first) ?? [])),
      ...(models.heads.has(syllable.lower)
        ? []
        : (models.bySecond.get(second) ?? []).filter(
            ({ stripped }) => slipsBetween(stripped.split(' ', 1)[0] ?? '', first) === 1,
          )),
    ];
    if (candidates.length === 0) continue;
    const written = known === undefined ? '' : lower.slice(syllable.start, known);
    const fit = candidates.filter(
      ({ folded }) => known === undefined || (folded.length > written.length + 2 && folded.startsWith(written)),
    );
    const slip =
      nearestAt(prose, all, i, fit, day, known === undefined ? undefined : extending) ??
      (known === undefined ? reordered(prose, all, i, fit, day) : undefined);
    if (!slip) continue;
    if (matchName(registry, text, lower, slip.start)?.length === slip.end - slip.start) continue;
    inside = slip.end;
    yield slip;
  }
}

/** "Các bộ, cơ quan: Công an, Nội vu": ministries without their head. */
function* listSlips(prose: Prose, models: Models, registry: Registry, day: Day): Iterable<Slip> {
  for (const { noun, items } of listsOf(prose, registry)) {
    if (noun !== 'bộ') continue;
    const all = syllablesOf(prose);
    for (const { start, ids } of items) {
      if (ids.length > 0) continue;
      const at = all.findIndex((syllable) => syllable.start === start);
      const slip = at < 0 ? undefined : nearestAt(prose, all, at, models.ministries, day, listed);
      if (slip && !matchTail(registry, 'bộ', prose.text, prose.lower, start)) yield slip;
    }
  }
}

/** "Bộ Khoa học Công nghệ", "Bộ Công nghệ và Khoa học", "Bộ Nông nghiệp và Phát triển môi trường". */
function reordered(
  prose: Prose,
  all: readonly Syllable[],
  i: number,
  candidates: readonly Model[],
  day: Day,
): Slip | undefined {
  let best: { model: Model; end: number }[] = [];
  let most = 0.7;
  for (const model of candidates) {
    const kind = model.agency?.kind ?? '';
    if (model.words.length < 4 || !REORDERED.has(kind) || all[i]?.lower !== model.words[0]) continue;
    const meant = model.words.filter((word) => word !== 'và');
    for (let count = 4; count <= model.words.length + 2; count++) {
      const end = endOf(prose, all, i, count);
      if (end === undefined) break;
      const window = all.slice(i, i + count).map(({ lower }) => lower);
      const written = window.filter((word) => word !== 'và');
      if (!meant.includes(window.at(-1) ?? '')) continue;
      const left = [...meant];
      const common = written.filter((word) => {
        const at = left.indexOf(word);
        if (at >= 0) left.splice(at, 1);
        return at >= 0;
      }).length;
      const share = common / Math.max(written.length, meant.length);
      if (share < most || (share < 1 && (kind !== 'ministry' || window[1] !== model.words[1]))) continue;
      if (share > most) best = [];
      most = share;
      best.push({ model, end });
    }
  }
  return toSlip(prose, all[i], best, day, most === 1);
}
