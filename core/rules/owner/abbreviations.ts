import { type Draft, wordsOf } from '../../draft.ts';
import { type Span, textBefore, type Words } from '../../text.ts';
import { type Prose, proseOf } from './passages.ts';

/** A short form where it stands in running text. */
export interface Use extends Words {
  readonly prose: Prose;
  /** Where it stands in the passage. */
  readonly at: number;
}

export interface Abbreviation {
  readonly short: string;
  /** On its own, in the order of the text. */
  readonly uses: readonly Use[];
  /** Where the draft says what it stands for. */
  readonly definitions: readonly Use[];
}

/**
 * Short forms that need no explanation: by practice (FORMAT of ND 30/2020 documents: UBND, HĐND, MTTQ, TW, TP), units and
 * figures, names of international bodies, agreements, standards and products that have no other name in use.
 */
const ACCEPTED = new Set(
  `UBND HĐND MTTQ UBMTTQ UBMTTQVN TW TƯ TP TPHCM TNHH MTV TMCP CP TTg TTgCP PTTg VN XHCN CHXHCN QH UBTVQH
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

const known = new WeakMap<Draft, readonly Abbreviation[]>();

/** Short forms of the running text, the accepted ones left out, in the order of their first place. */
export function abbreviationsOf(draft: Draft): readonly Abbreviation[] {
  const before = known.get(draft);
  if (before) return before;
  const found = new Map<string, { uses: Use[]; definitions: Use[] }>();
  const accepted = new Set([
    ...ACCEPTED,
    ...[...draft.registry.agencies.values()].flatMap((agency) => (BRANDS.has(agency.kind) ? agency.abbreviations : [])),
    ...[...(draft.letterhead.title?.text ?? '').matchAll(/\(([^()]{2,12})\)/g)].map((match) => match[1] ?? ''),
  ]);
  for (const prose of proseOf(draft)) {
    const { node, text } = prose;
    const { item } = node.fact;
    if (node.region === 'recipients' || node.region === 'signature' || node.region === 'addressees' || item.head)
      continue;
    const defined = node.fact.abbreviations;
    if (!isSentence(text) && defined.length === 0) continue;
    for (const match of text.matchAll(TOKEN)) {
      const short = match[0];
      const span = { start: match.index, end: match.index + short.length };
      if (accepted.has(short) || ROMAN.test(short) || isWord(text, short, span)) continue;
      if (SYMBOL_BEFORE.test(textBefore(text, span.start, 16))) continue;
      const use = { ...wordsOf(draft.text, node, span.start, span.end), prose, at: span.start };
      const entry = found.get(short) ?? { uses: [], definitions: [] };
      found.set(short, entry);
      const inDefinition = defined.some((one) => one.start <= span.start && span.end <= one.end);
      if (inDefinition || isLegend(text, span.end, span.start)) entry.definitions.push(use);
      else if (
        node.kind !== 'row' &&
        isSentence(text) &&
        prose.isOwn(span) &&
        !BRACKETED.test(textBefore(text, span.start, 3))
      )
        entry.uses.push(use);
    }
  }
  const all = [...found].map(([short, entry]) => ({ short, ...entry }));
  known.set(draft, all);
  return all;
}

/** "CSDL (cơ sở dữ liệu)", "CSDL: cơ sở dữ liệu" at the head of a line. */
function isLegend(text: string, end: number, start: number): boolean {
  const after = text.slice(end, end + 80);
  return /^\s\(\s*\p{L}\p{Ll}+\s\p{Ll}/u.test(after) || (start === 0 && /^\s?[:=-]\s?\p{L}\p{Ll}/u.test(after));
}

/** A word of a banner, a brand ("GitHub"), a road ("ĐT.261") rather than an abbreviation. */
function isWord(text: string, short: string, { start, end }: Span): boolean {
  if (TONE.test(short.normalize('NFD')) || (short.match(/\p{Ll}/gu)?.length ?? 0) > 1) return true;
  if (/^[.\s]?\d/.test(text.slice(end, end + 2))) return true;
  return /\p{Lu}{2,} $/u.test(textBefore(text, start, 12)) || /^ \p{Lu}{2,}(?!\p{L})/u.test(text.slice(end, end + 12));
}

/** A line mostly in capitals (a title, a banner) has no abbreviations one could tell from its words. */
function isSentence(text: string): boolean {
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  const capital = text.match(/\p{Lu}/gu)?.length ?? 0;
  return small > capital;
}
