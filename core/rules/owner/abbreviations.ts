import { type Draft, wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Registry } from '../../registry.ts';
import { type Span, textBefore, type Words } from '../../text.ts';
import { type Prose, perFact, proseAt, proseOf } from './passages.ts';

export interface Abbreviation {
  readonly short: string;
  /** On its own, in the order of the text. */
  readonly uses: readonly Words[];
  /** Where the draft says what it stands for. */
  readonly definitions: readonly Words[];
}

/**
 * Short forms that need no explanation: by practice (FORMAT of ND 30/2020 documents: UBND, HĐND, MTTQ, TW, TP), units and
 * figures, names of international bodies, agreements, standards and products that have no other name in use.
 */
const ACCEPTED = new Set(
  `UBND HĐND MTTQ UBMTTQ UBMTTQVN TW TƯ TP TPHCM TNHH MTV TMCP CP TTg TTgCP PTTg VN XHCN CHXHCN TNCS TNTP QH UBTVQH
  GDP GRDP CPI PCI PAPI PAR SIPAS DDCI KPI ICOR FDI ODA FII USD VND VNĐ EUR ROI OCOP ESG BOT BT PPP R&D STEM STEAM
  MW MWh GW GWh KW KWh KV KVA MVA TWH CO CO2 ISO IEC TCVN QCVN TCCS HACCP GMP VSATTP HTML PDF XML JSON API SMS OTP QR NFC GPS GIS
  RFID CCTV IP LAN WAN VPN WIFI SSL HTTP HTTPS URL USB CPU GPU RAM SQL UTF AI ML IT ICT IoT IOT BIM ERP CRM SCADA LED ATM POS 4G 5G 6G
  VNeID VNEID VNPT FPT CMC EVN PVN TKV VTV VOV TTXVN VCCI VNA ACV VEC SCIC BIDV MB SHB VIB ACB VPBank VSIP MobiFone TTTT
  ASEAN WTO WB ADB IMF UNESCO UNDP UNICEF WHO FAO ILO OECD APEC EU UN UNFCCC IPCC JICA KOICA GIZ USAID MERCOSUR RCEP CPTPP EVFTA UKVFTA FTA
  COP COP26 REDD REDD+ CDM LULUCF IUU COVID HIV AIDS SARS DNA ADN CEO CFO MC SOS TV FM SIM VIP OK EMC GCC`
    .split(/\s+/)
    .filter((each) => each !== ''),
);
/** A word with at least two capitals, not part of a symbol ("336/TB-VPCP") or of a longer word. */
const TOKEN =
  /(?<![\p{L}\d&/.+-])(?:\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*(?:[&-]\p{Lu}[\p{L}\d]*)*|\p{Lu}(?:&\p{Lu}[\p{L}\d]*)+)(?![\p{L}\d&/+]|-\p{L})/gu;
const ROMAN = /^(?=[IVXLC])(?:X{0,3}|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const SYMBOL_BEFORE = /(?:số|Số|ký hiệu|mã(?: số)?|Lưu:?)\s+(?:\d+\s*)?$/u;
/** "Trung tâm ... (IOC)" and "(sau đây gọi tắt là IOC)". */
const BRACKETED = /\(\s*$/;

/** Known by their short names. */
const BRANDS = new Set(['enterprise', 'sociopolitical']);
/** A tone mark (in NFD): words in capitals have them, abbreviations do not. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

/** Short forms of the running text, the accepted ones left out, in the order of their first place. */
export const abbreviationsOf = oncePer((draft: Draft): readonly Abbreviation[] => {
  const found = new Map<string, { uses: Words[]; definitions: Words[] }>();
  const named = new Set(
    [...(draft.letterhead.title?.text ?? '').matchAll(/\(([^()]{2,12})\)/g)].map((match) => match[1] ?? ''),
  );
  for (const prose of proseOf(draft)) {
    const { node } = prose;
    for (const { short, start, end, role } of tokensAt(prose, draft.registry)) {
      if (named.has(short)) continue;
      const words = wordsOf(draft.text, node, start, end);
      const entry = found.get(short) ?? { uses: [], definitions: [] };
      found.set(short, entry);
      if (role === 'definition') entry.definitions.push(words);
      else if (role === 'use' && node.kind !== 'row') entry.uses.push(words);
    }
  }
  const all = [...found].map(([short, entry]) => ({ short, ...entry }));
  return all;
});

function tokensAt(prose: Prose, registry: Registry): ReturnType<typeof tokensIn> {
  const { region } = prose.node;
  const isText = region !== 'recipients' && region !== 'signature' && region !== 'addressees';
  return isText ? tokensIn(prose, registry, '') : [];
}

/** What of an item tells which abbreviations it uses or explains, in their order. */
export function abbreviationsAt(fact: Fact, node: Node, registry: Registry): readonly unknown[] {
  return tokensAt(proseAt(node, fact), registry).map(({ short, role }) => [short, role]);
}

const brands = new WeakMap<Registry, ReadonlySet<string>>();

function brandsOf(registry: Registry): ReadonlySet<string> {
  const before = brands.get(registry);
  if (before) return before;
  const all = [...registry.agencies.values()].flatMap(({ kind, abbreviations }) =>
    BRANDS.has(kind) ? abbreviations : [],
  );
  const found = new Set(all);
  brands.set(registry, found);
  return found;
}

/** Tokens of a passage that are abbreviations, and what each does there. */
const tokensIn = perFact((prose, registry) => {
  const { node, text } = prose;
  const { item, abbreviations } = node.fact;
  const sentence = isSentence(text);
  if (item.head || (!sentence && abbreviations.length === 0)) return [];
  const accepted = brandsOf(registry);
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const short = match[0];
    const span = { start: match.index, end: match.index + short.length };
    if (ACCEPTED.has(short) || accepted.has(short) || ROMAN.test(short) || isWord(text, short, span)) return [];
    if (SYMBOL_BEFORE.test(textBefore(text, span.start, 16))) return [];
    const defines =
      abbreviations.some((one) => one.start <= span.start && span.end <= one.end) ||
      isLegend(text, span.end, span.start);
    const isUse = sentence && prose.isOwn(span) && !BRACKETED.test(textBefore(text, span.start, 3));
    return [{ ...span, short, role: defines ? 'definition' : isUse ? 'use' : undefined }];
  });
});

/** "CSDL (cơ sở dữ liệu)", "CSDL: cơ sở dữ liệu" at the head of a line. */
function isLegend(text: string, end: number, start: number): boolean {
  const after = text.slice(end, end + 80);
  return /^\s\(\s*\p{L}\p{Ll}+\s\p{Ll}/u.test(after) || (start === 0 && /^\s?[:=-]\s?\p{L}\p{Ll}/u.test(after));
}

/** A word of a banner, a brand ("GitHub"), a road ("ĐT.261") rather than an abbreviation. */
function isWord(text: string, short: string, { start, end }: Span): boolean {
  if (TONE.test(short.normalize('NFD')) || (short.match(/\p{Ll}/gu)?.length ?? 0) > 1) return true;
  if (/^[.\s]?\d/.test(text.slice(end, end + 2))) return true;
  // "Bộ TT&TT": the name of an agency, which owner/abbreviation and owner/ended look at.
  if (/(?<!\p{L})(?:Bộ|Sở|Phòng|Vụ|Cục|Ban)\s$/u.test(textBefore(text, start, 8))) return true;
  return /\p{Lu}{2,} $/u.test(textBefore(text, start, 12)) || /^ \p{Lu}{2,}(?!\p{L})/u.test(text.slice(end, end + 12));
}

/** A line mostly in capitals (a title, a banner) has no abbreviations one could tell from its words. */
function isSentence(text: string): boolean {
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  const capital = text.match(/\p{Lu}/gu)?.length ?? 0;
  return small > capital;
}
