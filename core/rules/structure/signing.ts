import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { LooksAt } from '../../rule.ts';

/** A line of the signature that begins with who signs for whom: "KT. CHỦ TỊCH", "T/M BAN THƯỜNG VỤ". */
export interface Signing {
  readonly node: Node;
  /** "TM", "KT", "TL", "TUQ", "Q". */
  readonly prefix: string;
  /** As written, with its marks and blanks. */
  readonly written: string;
  /** For whom: what follows in the line. */
  readonly whom: string;
}

/** All the ways the prefixes are typed: "TM.", "T/M", "T.M.", "TM/", "TM". */
const PREFIX =
  /^((T\s?[./]?\s?U\s?[./]?\s?Q|T\s?[./]?\s?M|K\s?[./]?\s?T|T\s?[./]?\s?L|Q)\s?[./]?)(\s*)(\p{Lu}{2,}[\p{L}\s,.-]*)$/u;

/** Whoever heads an office: signs alone, by KT., TL. or TUQ., never by TM. */
export const HEAD =
  /^(?:BỘ TRƯỞNG|THỦ TƯỚNG|CHỦ TỊCH|GIÁM ĐỐC|TỔNG |CỤC TRƯỞNG|VỤ TRƯỞNG|CHÁNH |TRƯỞNG |THỐNG ĐỐC|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHỦ NHIỆM|BÍ THƯ|PHÓ |THỨ TRƯỞNG)/u;
/** Bodies that decide together: signed for by TM. */
export const BODY =
  /^(?:ỦY BAN|HỘI ĐỒNG|CHÍNH PHỦ|QUỐC HỘI|BAN CHỈ ĐẠO|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BAN BÍ THƯ|BỘ CHÍNH TRỊ|THƯỜNG TRỰC |TỈNH ỦY|THÀNH ỦY|ĐẢNG ỦY|UBND|HĐND|UBKT)/u;
export const POSITION =
  /(?:^|[\s,-])(?:PHÓ|THỨ TRƯỞNG|CHỦ TỊCH|BÍ THƯ|BỘ TRƯỞNG|THỦ TƯỚNG|TRƯỞNG|GIÁM ĐỐC|CHÁNH|CHỦ NHIỆM|THỐNG ĐỐC|ỦY VIÊN|THƯỜNG TRỰC|VỤ TRƯỞNG|CỤC TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|TỔNG|THƯ KÝ|ĐỘI TRƯỞNG|CHI CỤC TRƯỞNG|KẾ TOÁN)(?!\p{L})/u;

/** The lines of the signature with a prefix, in order; also where a slip keeps them from being read as a signature. */
export function signingsOf(draft: Draft): Signing[] {
  const lastUnit = draft.nodes.findLastIndex(({ kind }) => kind === 'unit' || kind === 'heading');
  return draft.nodes.flatMap((node, i) => {
    const isSignature = node.region === 'signature';
    if (!isSignature && (i < lastUnit || node.kind !== 'text' || node.fact.item.marker)) return [];
    const line = signingIn(node.fact);
    return line && (isSignature || line.sure) ? [{ node, ...line }] : [];
  });
}

/** A line that begins as one of the signature; `sure` where it does so wherever it stands. */
const signingIn = oncePer(({ item }: Fact): (Omit<Signing, 'node'> & { readonly sure: boolean }) | undefined => {
  const { text } = item.body;
  const found = text.length < 200 ? PREFIX.exec(text) : null;
  if (!found) return undefined;
  const [, written = '', letters = '', blank = '', whom = ''] = found;
  // "TMĐT ..." begins otherwise: without a mark a blank has to part prefix and name.
  if (blank === '' && !/[./]|\s$/.test(written)) return undefined;
  return { prefix: letters.replace(/[\s./]/g, ''), written, whom, sure: HEAD.test(whom) || BODY.test(whom) };
});

/** The line of a signature that an item is, as far as its words tell. */
export const SIGNINGS = {
  item: (fact: Fact, { kind }: Node) => (kind === 'text' && signingIn(fact)?.sure ? signingIn(fact) : ''),
  behind: true,
} satisfies LooksAt;

/** Where the signature ends. */
export const RECIPIENTS = /^Nơi nhận/iu;

/** What follows a line of the signature, down to the name. */
export function linesAfter(draft: Draft, node: Node): readonly Node[] {
  const at = draft.nodes.indexOf(node);
  const after: Node[] = [];
  for (const next of draft.nodes.slice(at + 1, at + 7)) {
    if (next.kind !== 'text' || RECIPIENTS.test(next.fact.item.body.text)) break;
    after.push(next);
  }
  return after;
}
