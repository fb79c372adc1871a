import { type Draft, wordsOf } from '../../draft.ts';
import type { Fact, NameMention } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import { keptWith, oncePer } from '../../once.ts';
import type { Registry } from '../../registry.ts';
import type { Rule } from '../../rule.ts';
import { foldName, type Words } from '../../text.ts';
import { type Prose, proseAt, proseOf } from './passages.ts';
import { isRunning, longNamesOf, shortNamesAt, shortNamesOf } from './short-names.ts';

export const ownerVariant: Rule = {
  id: 'owner/variant',
  severity: 'hint',
  looksAt: {
    item: (fact, node, registry) => [
      shortNamesAt(fact, node, registry),
      inFullAt(fact, node, registry),
      ampersands(proseAt(node, fact)).map(({ start, end }) => fact.item.body.text.slice(start, end)),
    ],
  },
  summary: { vi: 'Một cơ quan gọi bằng hai cách viết', en: 'One agency spelled in two ways' },
  why: {
    vi: 'Trong một văn bản, một cơ quan nên có một cách viết: tìm và thống kê theo tên không bị sót. Tên viết tắt đã được giải thích trong văn bản thì dùng được.',
    en: 'One document should spell an agency in one way, so that a search by name misses nothing. A short name the document explains may be used.',
  },
  *check(draft, { today }) {
    for (const { short, full, places, explained } of shortNamesOf(draft, draft.issued ?? today)) {
      const [name] = full;
      if (explained || name === undefined || !isMixed(draft, short, full)) continue;
      yield* mixed(short, name, places);
    }
    for (const [name, places] of withAmpersand(draft)) yield* mixed(places[0]?.text ?? '', name, places);
  },
  examples: [
    {
      text: '1. UBND tỉnh rà soát quy hoạch.\n\n2. Ủy ban nhân dân tỉnh báo cáo trước ngày 30/12/2026.\n',
      problems: ['1:4 Văn bản viết cả "UBND" (1 chỗ) và "Ủy ban nhân dân"; nên thống nhất "Ủy ban nhân dân".'],
      fixed: '1. Ủy ban nhân dân tỉnh rà soát quy hoạch.\n\n2. Ủy ban nhân dân tỉnh báo cáo trước ngày 30/12/2026.\n',
    },
    {
      text: '1. Bộ Khoa học & Công nghệ rà soát.\n\n2. Bộ Khoa học và Công nghệ báo cáo trước ngày 30/12/2026.\n',
      problems: [
        '1:4 Văn bản viết cả "Bộ Khoa học & Công nghệ" (1 chỗ) và "Bộ Khoa học và Công nghệ"; nên thống nhất "Bộ Khoa học và Công nghệ".',
      ],
      fixed: '1. Bộ Khoa học và Công nghệ rà soát.\n\n2. Bộ Khoa học và Công nghệ báo cáo trước ngày 30/12/2026.\n',
    },
    {
      text: '1. Ủy ban nhân dân tỉnh (sau đây gọi tắt là UBND tỉnh) rà soát.\n\n2. UBND tỉnh báo cáo trước ngày 30/12/2026.\n',
      problems: [],
    },
  ],
};

function* mixed(written: string, name: string, places: readonly Words[]) {
  const [first] = places;
  if (!first) return;
  yield {
    start: first.start,
    end: first.end,
    message: {
      vi: `Văn bản viết cả "${written}" (${places.length} chỗ) và "${name}"; nên thống nhất "${name}".`,
      en: `The document has both "${written}" (${places.length}) and "${name}"; use "${name}" throughout.`,
    },
    fixes: [
      {
        title: { vi: `Thống nhất thành "${name}"`, en: `Use "${name}" throughout` },
        edits: places.map(({ start, end }) => ({ start, end, text: name })),
        certain: true,
      },
    ],
  };
}

/** Bodies of which every province has one. */
const OF_ALL = /nhân dân|Mặt trận/u;

/**
 * A committee or council every province has ("UBND") is short for itself all through a document or not at all; a
 * ministry called by its abbreviation where it gets a task is told by owner/abbreviation.
 */
export function isMixed(draft: Draft, short: string, full: readonly string[]): boolean {
  return /^\p{Lu}+$/u.test(short) && OF_ALL.test(full[0] ?? '') && usesBoth(draft, full);
}

/** Is a name among the words of an item? */
const named = keptWith<Fact, boolean>();

function isNamed({ node, lower, isOwn }: Prose, folded: string): boolean {
  return (
    isRunning(node) &&
    named(node.fact, folded, () => {
      const start = lower.indexOf(folded);
      return start >= 0 && isOwn({ start, end: start + folded.length });
    })
  );
}

/** Does the running text have the full name too? */
function usesBoth(draft: Draft, full: readonly string[]): boolean {
  return full.some((name) => proseOf(draft).some((prose) => isNamed(prose, foldName(name))));
}

/** All names in full that a draft may have beside a short form of them, folded. */
const inFull = oncePer((registry: Registry): readonly string[] => {
  const ofAll = longNamesOf(registry).filter((names) => names.some((name) => OF_ALL.test(name)));
  const withAnd = [...registry.agencies.values()].map(({ name }) => foldName(name)).filter((name) => / và /.test(name));
  return [...new Set([...ofAll.flat().map(foldName), ...withAnd])];
});

/** Those of an item. */
export function inFullAt(fact: Fact, node: Node, registry: Registry): readonly string[] {
  const prose = proseAt(node, fact);
  return inFull(registry).filter((name) => isNamed(prose, name));
}

/** Names of an item with "&" for "và"; practice has them only in tables and short forms. */
function ampersands({ node, text, isOwn }: Prose): readonly NameMention[] {
  if (!text.includes('&') || node.region !== 'body' || node.kind === 'row') return [];
  return node.fact.names.filter((name) => !name.group && / & /.test(text.slice(name.start, name.end)) && isOwn(name));
}

/** The places of such names, by the name in full. */
function withAmpersand(draft: Draft): Map<string, Words[]> {
  const found = new Map<string, Words[]>();
  for (const prose of proseOf(draft)) {
    for (const { start, end, ids } of ampersands(prose)) {
      const folded = foldName(prose.text.slice(start, end));
      const names = ids.flatMap((id) => draft.registry.agencies.get(id)?.name ?? []);
      const name = names.find((one) => foldName(one) === folded);
      if (name !== undefined)
        found.set(name, [...(found.get(name) ?? []), wordsOf(draft.text, prose.node, start, end)]);
    }
  }
  return new Map([...found].filter(([name]) => usesBoth(draft, [name])));
}
