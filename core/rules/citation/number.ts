import type { Family } from '../../family.ts';

/** A document's number taken apart: "20/2020/QĐ-TTg" has figure 20, year 2020, letters QĐ, issuer TTg. */
export interface DocumentNumber {
  /** The figure without leading zeros. */
  readonly figure: string;
  /** The figure as written. */
  readonly written: string;
  readonly year?: number;
  /** Letters of the type, as the tables write them; absent in "3722/VPCP-CN" and "64/2025/QH15". */
  readonly letters?: string;
  /** What stands behind the type: who issued it. */
  readonly issuers: readonly string[];
  /** Whose form the issuer has to use, where that is sure. */
  readonly family?: Family;
  /** The number as its issuer writes it; the same as written where nothing is known to be wrong. */
  readonly right: string;
}

/**
 * Letters of a type and the type words they stand for (ND 30/2020, Phụ lục III; 399-QĐ/TW; QPPL). QĐ is also a Party
 * quy định, TT a Party thông tri.
 */
export const TYPES_OF: Readonly<Record<string, readonly string[]>> = {
  NQ: ['Nghị quyết'],
  QĐ: ['Quyết định', 'Quy định'],
  QyĐ: ['Quy định'],
  CT: ['Chỉ thị'],
  QC: ['Quy chế'],
  TC: ['Thông cáo'],
  TB: ['Thông báo'],
  HD: ['Hướng dẫn'],
  CTr: ['Chương trình'],
  KH: ['Kế hoạch'],
  PA: ['Phương án'],
  ĐA: ['Đề án'],
  DA: ['Dự án'],
  BC: ['Báo cáo'],
  BB: ['Biên bản'],
  TTr: ['Tờ trình'],
  CĐ: ['Công điện'],
  CV: ['Công văn'],
  KL: ['Kết luận'],
  NĐ: ['Nghị định'],
  TT: ['Thông tư', 'Thông tri'],
  TTLT: ['Thông tư liên tịch'],
  NQLT: ['Nghị quyết liên tịch'],
  VBHN: ['Văn bản hợp nhất'],
};

/** The letters for a type; a quy định of the Party has those of a quyết định. */
export function lettersOf(type: string, family: Family | undefined): string | undefined {
  const all = Object.keys(TYPES_OF).filter((letters) => TYPES_OF[letters]?.includes(type));
  return all.length > 1 && family !== 'party' ? all.at(-1) : all[0];
}

/** Slips of the keyboard in letters and issuers, by what is left when case and the bar of Đ are taken away. */
const SPELLINGS = new Map<string, string>(
  [
    ...Object.keys(TYPES_OF).filter((letters) => !['DA', 'ĐA', 'HD'].includes(letters)),
    ...['TTg', 'CP', 'TW', 'TU', 'ĐU', 'VPTW', 'VPCP', 'BCĐTW', 'UBND', 'HĐND', 'BGDĐT', 'BLĐTBXH', 'BKHĐT'],
  ].map((right) => [bare(right), right]),
);

function bare(letters: string): string {
  return letters.toUpperCase().replaceAll('Đ', 'D');
}

const PARTY_ISSUER =
  /^(?:TW|TU|ĐU|HU|QU|BCĐTW|(?:VP|BTC|UBKT|BTG|BTGDV|BNC|BDV|BKT|BĐN|BCSCL|QU|HĐLL)T[WU])$|^(?:ĐU|ĐUK)\p{Lu}{2,}$/u;
const STATE_ISSUER =
  /^(?:TTg|CP|CTN|VPCP|VPQH|UBTVQH\d+|UBND|HĐND|TTCP|NHNN|KTNN|TANDTC|VKSNDTC|VKSTC|BCA|BQP|BNG|BNV|BTP|BTC|BCT|BNNMT|BXD|BVHTTDL|BKHCN|BGDĐT|BYT|BDTTG|BTTTT|BKHĐT|BGTVT|BTNMT|BNNPTNT|BLĐTBXH|UBDT|S(?:NV|YT|TC|XD|CT|TP|GDĐT|KHCN|VHTTDL|VHTT|DL|NNMT|NNPTNT|LĐTBXH|TTTT|TNMT|GTVT|KHĐT|DTTG))$/u;

/** Symbols that many bodies bear, each with a series of its own. */
const LOCAL_ISSUER = /^(?:UBND|HĐND|TU|ĐU|HU|QU|S\p{Lu}+|\p{Lu}+TU|BCĐ|BTC|BCT)$/u;

/** Has one body of the country this symbol, so that the number with its year or term stands for one document? */
export function isCentral(parts: Pick<DocumentNumber, 'issuers' | 'family'> | undefined): boolean {
  const [symbol = ''] = parts?.issuers ?? [];
  const sure = /^(?:UBTV)?QH\d+$/.test(symbol) || (parts?.family !== undefined && parts.issuers.length === 1);
  return sure && !LOCAL_ISSUER.test(symbol);
}

/** Issuers whose decrees and circulars are normative, so that their numbers carry the year. */
const NEEDS_YEAR = /^(?:NĐ|TT)$/;

/**
 * Takes a number apart; undefined where it is a figure alone ("06"). Capitals and the bar of Đ are put right in
 * `letters`, `issuers` and `right`, unless the whole stands in capitals.
 */
export function readNumber(number: string, capitals = false): DocumentNumber | undefined {
  const match = /^(\d+(?:\.\d+)?)[a-z]?([/-])(?:(\d{4})([/-]))?(\p{L}.*)$/u.exec(number);
  if (!match) return undefined;
  const [, written = '', , year, , rest = ''] = match;
  const groups = rest.split(/[/-]/);
  const first = spell(groups[0] ?? '');
  const letters = groups.length > 1 || !isIssuer(first) ? (first in TYPES_OF ? first : undefined) : undefined;
  const issuers = (letters === undefined ? groups : groups.slice(1)).map(spell);
  const family = familyOfIssuers(issuers);
  const parts = {
    figure: written.replace(/^0+(?=\d)/, ''),
    written,
    ...(year !== undefined && { year: Number(year) }),
    ...(letters !== undefined && { letters }),
    issuers,
    ...(family && { family }),
  };
  const right = rightForm(parts, number);
  return { ...parts, right: capitals && right.toUpperCase() === number.toUpperCase() ? number : right };
}

function isIssuer(group: string): boolean {
  return PARTY_ISSUER.test(group) || STATE_ISSUER.test(group) || /^(?:UBTV)?QH\d+$/.test(group);
}

function spell(group: string): string {
  // "BGDĐT" and the like may follow; a group of another length of letters is another word.
  return SPELLINGS.get(bare(group)) ?? group;
}

function familyOfIssuers(issuers: readonly string[]): Family | undefined {
  if (issuers.length === 0 || issuers.length > 2) return undefined;
  const [first = '', second] = issuers;
  if (PARTY_ISSUER.test(first) && (second === undefined || PARTY_ISSUER.test(second))) return 'party';
  if (STATE_ISSUER.test(first)) return 'state';
  return undefined;
}

/** "57/NQ-TW" gives "57-NQ/TW", "336-TB/VPCP" "336/TB-VPCP", "63/2024-NĐ/CP" "63/2024/NĐ-CP". */
function rightForm(parts: Omit<DocumentNumber, 'right'>, number: string): string {
  const { letters, issuers, family, year } = parts;
  // A công văn of the State has no letters; "19-2016/NQ-CP" is a series that was numbered so.
  if (family === undefined || letters === undefined || (family === 'state' && letters === 'CV')) return number;
  if (/^\d+-\d{4}\/NQ-CP$/.test(number)) return number;
  const figure = /^\d+(?:\.\d+)?[a-z]?/.exec(number)?.[0] ?? '';
  if (family === 'party') return year === undefined ? `${figure}-${letters}/${issuers.join('-')}` : number;
  const head = year === undefined ? figure : `${figure}/${year}`;
  return `${head}/${letters}-${issuers.join('-')}`;
}

/** Does the number lack the year that normative documents carry ("63/NĐ-CP")? */
export function lacksYear({ letters, issuers, year }: DocumentNumber): boolean {
  const [issuer = ''] = issuers;
  return (
    year === undefined &&
    issuers.length === 1 &&
    NEEDS_YEAR.test(letters ?? '') &&
    (letters === 'NĐ' ? issuer === 'CP' : /^B\p{Lu}{2,}$/u.test(issuer) && STATE_ISSUER.test(issuer))
  );
}
