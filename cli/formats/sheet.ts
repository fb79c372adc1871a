import { ASPECTS, type Aspect, type Clarity } from '../../core/clarity.ts';
import type { Report, ReportedFinding } from '../../core/report.ts';
import type { Locale, Saying, Severity } from '../../core/rule.ts';
import { version } from '../../package.json';
import { SEVERITIES } from '../fail-on.ts';
import { texts } from '../messages.ts';
import type { Results } from '../write.ts';
import { formatDay, placeWords } from './words.ts';

/**
 * The sheet that goes with a draft to whoever signs it, as a list of parts that Markdown and HTML each write in their
 * way. All texts are plain; a `code` is a word of the program, such as the id of a rule.
 */
export type Part =
  | { readonly kind: 'title' | 'chapter' | 'document' | 'section' | 'note'; readonly text: string }
  | { readonly kind: 'verdict'; readonly severity: Severity | 'none'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, text: string])[] }
  | {
      readonly kind: 'table';
      /** The section it stands in, for those who hear the page. */
      readonly name: string;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'signatures'; readonly roles: readonly string[]; readonly hint: string };

/** The lines of a cell. */
export type Cell = readonly (string | { readonly code: string })[];

/** One sheet for each document; where there are several, a table of all of them stands before. */
export function buildSheet({ reports, faults, today }: Omit<Results, 'rules' | 'failOn'>, locale: Locale): Part[] {
  const parts: Part[] = [{ kind: 'title', text: words.title[locale] }];
  if (faults.length > 0) {
    parts.push({ kind: 'chapter', text: words.unread[locale] });
    parts.push({ kind: 'list', items: faults.map((fault) => fault[locale]) });
  }
  if (reports.length > 1) parts.push(...overview(reports, locale));
  return [...parts, ...reports.flatMap((report) => describeDocument(report, today, locale))];
}

function overview(reports: readonly Report[], locale: Locale): Part[] {
  const name = words.overview(reports.length)[locale];
  return [
    { kind: 'chapter', text: name },
    {
      kind: 'table',
      name,
      heads: [words.document[locale], ...SEVERITIES.map((each) => words.counts[each][locale]), words.six[locale]],
      rows: reports.map((report) => [
        [nameOf(report, locale), { code: report.path }],
        ...SEVERITIES.map((each) => [String(countOf(report, each))]),
        [scoreOf(report.clarity)],
      ]),
    },
  ];
}

function describeDocument(report: Report, today: string, locale: Locale): Part[] {
  const { letterhead, path, clarity, setAside, made = [] } = report;
  const { issuer, issued, title } = letterhead;
  const day = issued && /^\d{4}-\d\d-\d\d$/.test(issued) ? formatDay(issued, locale) : issued;
  const facts: [Saying, string][] = [
    [words.issuer, issuer ?? words.none[locale]],
    [words.issued, day ?? words.none[locale]],
    [words.subject, title ?? words.none[locale]],
    [words.file, path],
    [words.checked, `${formatDay(today, locale)}, chidao ${version}`],
  ];
  const parts: Part[] = [
    { kind: 'document', text: nameOf(report, locale) },
    { kind: 'facts', rows: facts.map(([label, text]) => [label[locale], text]) },
    verdictOf(report, locale),
  ];
  for (const severity of GRAVE) parts.push(...listFindings(report, severity, locale));
  parts.push(...describeClarity(clarity, locale));
  if (made.length > 0) {
    const name = words.made(made.length)[locale];
    const rows = made.map(({ line, message, title: fix, rule }): Cell[] => [
      [texts.atLine(line)[locale]],
      [message[locale], { code: rule }],
      [fix[locale]],
    ]);
    parts.push({ kind: 'section', text: name });
    parts.push({ kind: 'table', name, heads: [words.place, words.found, words.done].map((w) => w[locale]), rows });
  }
  if (setAside.length > 0) {
    const name = words.setAside(setAside.length)[locale];
    const rows = setAside.map((finding): Cell[] => [
      [placeWords(finding, locale)],
      [finding.message[locale], { code: finding.rule }],
      [finding.by.reason],
    ]);
    parts.push({ kind: 'section', text: name });
    parts.push({ kind: 'table', name, heads: [words.place, words.found, words.reason].map((w) => w[locale]), rows });
  }
  parts.push({ kind: 'section', text: words.opinion[locale] });
  parts.push({ kind: 'signatures', roles: words.roles.map((role) => role[locale]), hint: words.sign[locale] });
  // What hinders no signature comes behind it, so that the sheet itself stays short.
  for (const severity of SLIGHT) parts.push(...listFindings(report, severity, locale));
  return parts;
}

const GRAVE: readonly Severity[] = ['error', 'warning'];
const SLIGHT: readonly Severity[] = ['info', 'hint'];

/** "Thông báo số 336/TB-VPCP"; without type and number the name of the file. */
function nameOf({ letterhead: { type, number }, path }: Report, locale: Locale): string {
  if (type === undefined && number === undefined) return path;
  const said = number ? `${texts.number[locale]} ${number}` : `(${texts.noNumber[locale]})`;
  return `${type ?? words.document[locale]} ${said}`;
}

function countOf({ findings }: Report, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** What stands in the way of a signature, in one sentence. */
function verdictOf(report: Report, locale: Locale): Part {
  const [errors = 0, warnings = 0, infos = 0, hints = 0] = SEVERITIES.map((each) => countOf(report, each));
  if (errors > 0) return { kind: 'verdict', severity: 'error', text: words.errors(errors, warnings)[locale] };
  if (warnings > 0) return { kind: 'verdict', severity: 'warning', text: words.warnings(warnings)[locale] };
  if (infos + hints > 0) return { kind: 'verdict', severity: 'info', text: words.hints(infos + hints)[locale] };
  return { kind: 'verdict', severity: 'none', text: words.nothing[locale] };
}

function listFindings({ findings }: Report, severity: Severity, locale: Locale): Part[] {
  const some = findings.filter((finding) => finding.severity === severity);
  if (some.length === 0) return [];
  const name = `${words.headings[severity][locale]} (${some.length})`;
  const rows = some.map((finding, i): Cell[] => [
    [String(i + 1)],
    [placeWords(finding, locale)],
    [finding.message[locale], ...finding.related.map((other) => relatedWords(other, locale)), { code: finding.rule }],
    finding.fixes.length > 0 ? finding.fixes.map(({ title }) => title[locale]) : ['—'],
  ]);
  const heads = [words.order, words.place, words.found, words.proposed].map((word) => word[locale]);
  return [
    { kind: 'section', text: name },
    { kind: 'table', name, heads, rows },
  ];
}

function relatedWords({ line, path, message }: ReportedFinding['related'][number], locale: Locale): string {
  const place = path === undefined ? '' : `${path}, `;
  return `(${place}${texts.atLine(line)[locale]}: ${message[locale]})`;
}

/** Of each of the six, how many tasks are clear about it and which are not. */
function describeClarity({ tasks, clear, lacking }: Clarity, locale: Locale): Part[] {
  const name = words.six[locale];
  if (tasks === 0)
    return [
      { kind: 'section', text: name },
      { kind: 'note', text: texts.noTasks[locale] },
    ];
  const rows = ASPECTS.map((aspect): Cell[] => {
    const unclear = lacking[aspect];
    const some = unclear.slice(0, MOST_TASKS).map(({ id, line }) => `${id} (${texts.atLine(line)[locale]})`);
    const more = unclear.length - some.length;
    return [
      [words.aspects[aspect][locale]],
      [`${tasks - unclear.length}/${tasks}`],
      [some.length === 0 ? '—' : some.join('; ') + (more > 0 ? ` ${words.others(more)[locale]}` : '')],
    ];
  });
  return [
    { kind: 'section', text: name },
    { kind: 'note', text: words.score(scoreOf({ tasks, clear, lacking }), clear, tasks)[locale] },
    { kind: 'table', name, heads: [words.aspect, words.clear, words.unclear].map((word) => word[locale]), rows },
  ];
}

const MOST_TASKS = 8;

/** How many of the six times as many answers as there are tasks are clear, in per cent; "—" without tasks. */
function scoreOf({ tasks, lacking }: Clarity): string {
  if (tasks === 0) return '—';
  const unclear = ASPECTS.reduce((sum, aspect) => sum + lacking[aspect].length, 0);
  // Rounded down: 100% is only where nothing is unclear.
  return `${Math.floor(100 * (1 - unclear / (tasks * ASPECTS.length)))}%`;
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

const words = {
  title: { vi: 'PHIẾU KIỂM TRA TRƯỚC KHI TRÌNH KÝ', en: 'CHECK SHEET BEFORE SIGNATURE' },
  unread: { vi: 'Chưa kiểm tra được', en: 'Could not be checked' },
  overview: (count: number): Saying => ({ vi: `Danh sách ${count} văn bản`, en: plural(count, 'document') }),
  document: { vi: 'Văn bản', en: 'Document' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  issued: { vi: 'Ngày ban hành', en: 'Date' },
  subject: { vi: 'Trích yếu', en: 'Subject' },
  file: { vi: 'Tệp', en: 'File' },
  checked: { vi: 'Kiểm tra', en: 'Checked' },
  none: { vi: '(chưa ghi)', en: '(not given)' },
  errors: (errors: number, warnings: number): Saying => ({
    vi: `Còn ${errors} lỗi phải sửa trước khi trình ký${warnings > 0 ? ` và ${warnings} cảnh báo cần xem lại` : ''}.`,
    en: `${plural(errors, 'error')} to mend before signature${warnings > 0 ? `, ${plural(warnings, 'warning')} to look at` : ''}.`,
  }),
  warnings: (count: number): Saying => ({
    vi: `Không có lỗi; có ${count} cảnh báo cần xem lại trước khi trình ký.`,
    en: `No errors; ${plural(count, 'warning')} to look at before signature.`,
  }),
  hints: (count: number): Saying => ({
    vi: `Không có lỗi và cảnh báo; có ${count} lưu ý, gợi ý.`,
    en: `No errors, no warnings; ${plural(count, 'remark')}.`,
  }),
  nothing: { vi: 'Không phát hiện vấn đề nào.', en: 'Nothing found.' },
  headings: {
    error: { vi: 'Lỗi phải sửa', en: 'Errors' },
    warning: { vi: 'Cảnh báo cần xem lại', en: 'Warnings' },
    info: { vi: 'Kèm theo: lưu ý', en: 'Attached: remarks' },
    hint: { vi: 'Kèm theo: gợi ý', en: 'Attached: hints' },
  } satisfies Record<Severity, Saying>,
  counts: {
    error: { vi: 'Lỗi', en: 'Errors' },
    warning: { vi: 'Cảnh báo', en: 'Warnings' },
    info: { vi: 'Lưu ý', en: 'Remarks' },
    hint: { vi: 'Gợi ý', en: 'Hints' },
  } satisfies Record<Severity, Saying>,
  order: { vi: 'TT', en: 'No.' },
  place: { vi: 'Vị trí', en: 'Place' },
  found: { vi: 'Phát hiện', en: 'Finding' },
  proposed: { vi: 'Đề nghị sửa', en: 'Proposed' },
  done: { vi: 'Đã sửa', en: 'Mended' },
  reason: { vi: 'Lý do', en: 'Reason' },
  made: (count: number): Saying => ({ vi: `Chỗ đã sửa tự động (${count})`, en: `Mended by the program (${count})` }),
  setAside: (count: number): Saying => ({
    vi: `Phát hiện được bỏ qua có lý do (${count})`,
    en: `Set aside (${count})`,
  }),
  six: { vi: '6 rõ', en: '6 rõ (clarity)' },
  aspect: { vi: 'Yêu cầu', en: 'Aspect' },
  clear: { vi: 'Nhiệm vụ đạt', en: 'Clear' },
  unclear: { vi: 'Nhiệm vụ chưa rõ', en: 'Tasks not clear' },
  aspects: {
    who: { vi: 'Rõ người', en: 'Who does it' },
    what: { vi: 'Rõ việc', en: 'What is done' },
    when: { vi: 'Rõ thời gian', en: 'By when' },
    responsibility: { vi: 'Rõ trách nhiệm', en: 'Who answers for it' },
    product: { vi: 'Rõ sản phẩm', en: 'What comes of it' },
    authority: { vi: 'Rõ thẩm quyền', en: 'By what authority' },
  } satisfies Record<Aspect, Saying>,
  others: (count: number): Saying => ({ vi: `và ${count} nhiệm vụ khác`, en: `and ${count} more` }),
  score: (score: string, clear: number, tasks: number): Saying => ({
    vi: `Đạt ${score}; ${clear}/${tasks} nhiệm vụ rõ cả sáu yêu cầu.`,
    en: `${score}; ${clear} of ${plural(tasks, 'task')} clear in all six.`,
  }),
  opinion: { vi: 'Ý kiến và chữ ký', en: 'Remarks and signatures' },
  sign: { vi: '(ký, ghi rõ họ tên)', en: '(signature, full name)' },
  // ND 30/2020, Điều 12: the head of the drafting unit answers for the content, another for form and presentation.
  roles: [
    { vi: 'Người soạn thảo', en: 'Drafter' },
    { vi: 'Người đứng đầu đơn vị soạn thảo', en: 'Head of the drafting unit' },
    { vi: 'Người kiểm tra thể thức', en: 'Checker of the form' },
  ],
} as const;
