import type { Draft } from './draft.ts';
import { headOf } from './letterhead.ts';
import type { Project } from './project.ts';

/** The form a document follows: of the State (ND 30/2020), the Party (399-QĐ/TW), or normative documents (ND 78/2025). */
export type Family = 'state' | 'party' | 'legal';

/**
 * The form of a draft: what its front matter says, else its banner ("ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA ..."), else a
 * number with its year, else its issuer, else a type only the Party has, else its number, whose marks may be what is
 * wrong, else the settings; undefined where nothing tells.
 */
export function familyOf(draft: Draft, { settings }: Project): Family | undefined {
  const { number } = draft.letterhead;
  const numbered = number && familyOfNumber(number.text);
  const beside = familyBesideNumber(draft);
  return (numbered === 'legal' && !draft.letterhead.family ? numbered : (beside ?? numbered)) ?? settings?.profile;
}

/** The form of a draft by all but its number, which may be what is wrong. */
export function familyBesideNumber(draft: Draft): Family | undefined {
  const { family, issuer, type } = draft.letterhead;
  return (
    family ??
    familyOfBanner(draft) ??
    (issuer && familyOfIssuer(issuer.text)) ??
    (type && ONLY_PARTY.test(type.text.normalize('NFC')) ? 'party' : undefined)
  );
}

/** "336/TB-VPCP" is of the State, "02-KH/BCĐTW" of the Party, "64/2025/QH15" normative; undefined for other forms. */
export function familyOfNumber(number: string): Family | undefined {
  const text = number.normalize('NFC').replace(/\s/g, '');
  if (/^\d[\d.]*\/\d{4}\/\p{Lu}/u.test(text)) return 'legal';
  if (/^\d[\d.]*-\p{Lu}[\p{L}\d]*\/\p{Lu}/u.test(text)) return 'party';
  return /^\d[\d.]*\/\p{Lu}/u.test(text) ? 'state' : undefined;
}

const PARTY_BODY =
  /^(?:ban chấp hành|ban thường vụ|bộ chính trị|ban bí thư|(?:tỉnh|thành|đảng|huyện|quận|thị) ủy|văn phòng (?:trung ương đảng|(?:tỉnh|thành|đảng|huyện) ủy)|ban (?:tổ chức|tuyên giáo|nội chính|chính sách)|ủy ban kiểm tra|ban chỉ đạo trung ương(?! (?:các chương trình|tổng điều tra|cải cách hành chính|phòng, chống (?:thiên tai|tội phạm)))|đảng bộ|chi bộ)/;
const STATE_BODY =
  /^(?:ủy ban nhân dân|hội đồng nhân dân|chính phủ|thủ tướng|văn phòng chính phủ|bộ |sở |cục |tổng cục |ngân hàng nhà nước|thanh tra|chủ tịch)/;

function familyOfIssuer(issuer: string): Family | undefined {
  const name = issuer.normalize('NFC').toLowerCase().replaceAll('uỷ', 'ủy');
  return PARTY_BODY.test(name) ? 'party' : STATE_BODY.test(name) ? 'state' : undefined;
}

/** 399-QĐ/TW has them, ND 30/2020 does not. */
const ONLY_PARTY = /^(?:Kết luận|Thông tri)$/iu;

function familyOfBanner(draft: Draft): Family | undefined {
  for (const { fact } of headOf(draft).slice(0, 12)) {
    const { text } = fact.item.body;
    if (/^CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM/u.test(text)) return 'state';
    if (/ĐẢNG CỘNG SẢN VIỆT NAM$/u.test(text)) return 'party';
  }
  return undefined;
}
