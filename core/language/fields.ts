import { type Span, trimEndOf } from '../text.ts';

export type FieldName = 'lead' | 'coordinators' | 'deadline' | 'product' | 'other';

/** A labelled value: "Chủ trì: ...", "Thời hạn: ...". Offsets into the passage. */
export interface Field extends Span {
  readonly name: FieldName;
  /** Where the label begins. */
  readonly label: number;
}

const LABELS: readonly [FieldName, string][] = [
  [
    'lead',
    '(?:cơ quan|đơn vị|tổ chức|bộ phận|đầu mối)?\\s*(?:đầu mối\\s+)?chủ trì(?:\\s+(?:thực hiện|tham mưu|triển khai|soạn thảo))?|(?:cơ quan|đơn vị) (?:thực hiện|chịu trách nhiệm(?: chính)?|đầu mối)|(?:trách nhiệm|phân công|giao)(?: chỉ đạo| tổ chức| lãnh đạo)*(?: thực hiện| triển khai)?|người (?:chủ trì|thực hiện|phụ trách)',
  ],
  ['coordinators', '(?:cơ quan|đơn vị|các cơ quan|các đơn vị|tổ chức)?\\s*phối hợp(?:\\s+thực hiện)?'],
  [
    'deadline',
    'thời (?:hạn|gian)(?:\\s+(?:hoàn thành|thực hiện|trình|báo cáo|hoàn tất))?|tiến độ(?:\\s+(?:hoàn thành|thực hiện))?|hạn hoàn thành|hoàn thành|thời điểm hoàn thành',
  ],
  [
    'product',
    '(?:sản phẩm|kết quả)(?:\\s+(?:dự kiến|đầu ra|hoàn thành|cần đạt|thực hiện|đạt được|chính))?|dự kiến (?:sản phẩm|kết quả)|hình thức văn bản',
  ],
  [
    'other',
    'cấp trình|cấp (?:ban hành|phê duyệt)|cơ quan (?:trình|ban hành|phê duyệt)|kinh phí(?:\\s+thực hiện)?|nguồn kinh phí|ghi chú|lãnh đạo phụ trách|người theo dõi|địa điểm|thành phần|đối tượng',
  ],
];
const ANY = new RegExp(
  `(?<=^|[.;,(]\\s*|\\s-\\s|[-+]\\s*)(?:${LABELS.map(([, label]) => `(${label})`).join('|')})\\s*:\\s*`,
  'giu',
);

/** The labelled values of a passage. The first label of a run must begin the passage, a sentence, or a bracket. */
export function readFields(text: string): Field[] {
  const matches = [...text.matchAll(ANY)];
  return matches.map((match, i) => {
    const index = LABELS.findIndex((_, k) => match[k + 1] !== undefined);
    const start = match.index + match[0].length;
    const stop = matches[i + 1]?.index ?? text.length;
    const value = trimEndOf(text.slice(start, stop), ' .;,)(-');
    return { name: LABELS[index]?.[0] ?? 'other', label: match.index, start, end: start + value.length };
  });
}

export type Column = FieldName | 'number' | 'task' | undefined;

/**
 * What the columns of a table hold, by their heads; undefined for a column of no interest. Where owners are given but no
 * head says "nhiệm vụ" or "nội dung", the first other column says what they are given ("Cơ sở dữ liệu").
 */
export function columnsOf(heads: readonly string[]): Column[] {
  const leads = heads.some((head) => /chủ trì/iu.test(head));
  // Beside a column of those who lead the others are of who answers for it above them.
  const columns = heads.map((head) => (leads && ANSWERS.test(head) ? undefined : columnOf(head)));
  // "Tên dự án", "Tổng mức đầu tư": a list of things, which nobody is told to do.
  const isList = !columns.some((column) => column === 'lead' || column === 'coordinators' || column === 'deadline');
  if (isList)
    return columns.map((column, i) => (column === 'task' && !TASKS.test(heads[i] ?? '') ? undefined : column));
  if (!columns.includes('lead') || columns.includes('task')) return columns;
  const first = columns.indexOf(undefined);
  return columns.map((column, i) => (i === first ? 'task' : column));
}

const TASKS = /nhiệm vụ|nội dung|công việc|giải pháp|hoạt động/iu;

const ANSWERS = /(?:cơ quan|đơn vị|bộ phận) (?:chịu trách nhiệm|phụ trách|tham mưu)(?!.*chủ trì)/iu;

function columnOf(head: string): Column {
  const text = head.toLowerCase();
  if (/^(?:tt|stt|số tt|số thứ tự|#)$/.test(text)) return 'number';
  if (/phối hợp/.test(text)) return 'coordinators';
  if (
    (/chủ trì|thực hiện$|đơn vị thực hiện|cơ quan thực hiện|đầu mối|phân công/.test(text) || ANSWERS.test(text)) &&
    !/thời|nội dung/.test(text)
  )
    return 'lead';
  if (/thời (?:gian|hạn)|tiến độ|hoàn thành|hạn/.test(text)) return 'deadline';
  if (/sản phẩm|kết quả|văn bản/.test(text)) return 'product';
  if (/nhiệm vụ|nội dung|công việc|giải pháp|tên|hoạt động|đề án/.test(text)) return 'task';
  return undefined;
}
