import type { Draft } from '../../draft.ts';
import { familyOf } from '../../family.ts';
import type { Project } from '../../project.ts';
import type { Agency } from '../../registry.ts';
import { foldTones } from '../../text.ts';

/** Of an executive body, by how far its orders reach: a commune, a department, a province, a ministry, the Government. */
export type Level = 1 | 1.5 | 2 | 3 | 4;

export interface Issuer {
  readonly level: Level;
  readonly name: string;
}

/** The executive body that issues the draft; undefined for the Party, for other branches and where nothing tells. */
export function issuerOf(draft: Draft, project: Project): Issuer | undefined {
  if (familyOf(draft, project) === 'party') return undefined;
  const { issuer, number } = draft.letterhead;
  const name = issuer ? foldTones(issuer.text.normalize('NFC')).replace(/\s+/g, ' ').trim() : '';
  const symbol = number?.text.normalize('NFC').replace(/\s/g, '') ?? '';
  const level = levelOf(name) ?? levelOfSymbol(symbol);
  return level === undefined ? undefined : { level, name: name || symbol };
}

function levelOf(name: string): Level | undefined {
  if (/^(?:(?:Phó )?Thủ tướng|Chính phủ|Văn phòng Chính phủ)/iu.test(name)) return 4;
  if (/^(?:Bộ(?: trưởng)? |Ngân hàng Nhà nước|Thanh tra Chính phủ|(?:Tổng )?Cục)/iu.test(name)) return 3;
  const committee = /^(?:Chủ tịch )?(?:Ủy ban nhân dân|UBND)(?: (tỉnh|thành phố|xã|phường|đặc khu))?/iu.exec(name);
  if (committee) return /xã|phường|đặc khu/iu.test(committee[1] ?? '') ? 1 : 2;
  return /^(?:Giám đốc )?Sở /iu.test(name) ? 1.5 : undefined;
}

function levelOfSymbol(symbol: string): Level | undefined {
  if (/[/-](?:TTg|VPCP|CP)(?:-|$)/u.test(symbol)) return 4;
  return /[/-]UBND(?:-|$)/u.test(symbol) ? 2 : undefined;
}

/** Other branches, the Party and those the Front unites: the executive asks them and gives them no orders. */
const APART_KINDS = new Set(['party', 'national-assembly', 'court', 'procuracy', 'front', 'sociopolitical']);
const APART_NAMES =
  /^(?:(?:Thường trực|Ban Thường trực|Ban Thường vụ|Chánh án|Viện trưởng|Bí thư) )?(?:(?:Ủy ban )?(?:Trung ương )?(?:Mặt trận Tổ quốc|MTTQ)|UBMTTQ|Tòa án nhân dân|Viện kiểm sát nhân dân|Quốc hội|Ủy ban Thường vụ Quốc hội|Đoàn đại biểu Quốc hội|Đoàn ĐBQH|Tỉnh ủy|Thành ủy|Đảng ủy|Ban (?:Tổ chức|Tuyên giáo|Nội chính|Dân vận)(?: và Dân vận)? (?:Trung ương|Tỉnh ủy|Thành ủy)|Ủy ban Kiểm tra|Văn phòng (?:Trung ương Đảng|Tỉnh ủy|Thành ủy|Quốc hội)|Hội đồng nhân dân|HĐND|Tỉnh đoàn|Thành đoàn|Đoàn Thanh niên|Trung ương Đoàn|Hội (?:Nông dân|Liên hiệp Phụ nữ|Cựu chiến binh)|(?:Tổng )?Liên đoàn Lao động)(?!\p{L})/iu;

/** Is the body outside what the executive commands? `name` is as written. */
export function isApart(name: string, agency: Agency | undefined): boolean {
  return (agency !== undefined && APART_KINDS.has(agency.kind)) || APART_NAMES.test(foldTones(name.normalize('NFC')));
}

/** How high the body stands; undefined where that does not matter or nothing tells. */
export function rankOf(name: string, agency: Agency | undefined): Level | undefined {
  const folded = foldTones(name.normalize('NFC'));
  if (/^(?:(?:Phó )?Thủ tướng|Chính phủ|Văn phòng Chính phủ)(?!\p{L})/u.test(folded)) return 4;
  if (agency && (agency.kind === 'ministry' || agency.kind === 'ministerial-level')) return 3;
  if (/^(?:Chủ tịch )?(?:Ủy ban nhân dân|UBND) (?:các )?(?:tỉnh|thành phố)(?!\p{L})/iu.test(folded)) return 2;
  return undefined;
}
