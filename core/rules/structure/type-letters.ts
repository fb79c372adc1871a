import type { Family } from '../../family.ts';

/** ND 30/2020, Phụ lục III.I: letters of the types of administrative documents; a công văn has none. */
const STATE: Record<string, string> = {
  'nghị quyết liên tịch': 'NQLT',
  'nghị quyết': 'NQ',
  'quyết định': 'QĐ',
  'chỉ thị': 'CT',
  'quy chế': 'QC',
  'quy định': 'QyĐ',
  'thông cáo': 'TC',
  'thông báo': 'TB',
  'hướng dẫn': 'HD',
  'chương trình': 'CTr',
  'kế hoạch': 'KH',
  'phương án': 'PA',
  'đề án': 'ĐA',
  'dự án': 'DA',
  'báo cáo': 'BC',
  'biên bản': 'BB',
  'tờ trình': 'TTr',
  'hợp đồng': 'HĐ',
  'công điện': 'CĐ',
  'giấy mời': 'GM',
  'giấy ủy quyền': 'GUQ',
};

/** 399-QĐ/TW and 05-HD/VPTW: a công văn has letters, quyết định and quy định share theirs. */
const PARTY: Record<string, string> = {
  ...STATE,
  'quy định': 'QĐ',
  'kết luận': 'KL',
  'thông tri': 'TT',
  'công văn': 'CV',
};

const LEGAL: Record<string, string> = {
  ...STATE,
  'thông tư liên tịch': 'TTLT',
  'thông tư': 'TT',
  'nghị định': 'NĐ',
};

/** All letters there are, to tell "another type" from "no type". */
export const KNOWN_LETTERS = new Set([...Object.values(PARTY), ...Object.values(LEGAL)]);

/** "Chương trình hành động" gives CTr; undefined for a type without letters of its own. */
export function lettersOf(type: string, family: Family): string | undefined {
  const name = type.normalize('NFC').toLowerCase();
  const table = family === 'party' ? PARTY : family === 'legal' ? LEGAL : STATE;
  const found = Object.keys(table)
    .filter((key) => name === key || name.startsWith(`${key} `))
    .sort((a, b) => b.length - a.length)[0];
  return found && table[found];
}
