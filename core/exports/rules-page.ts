import type { Example, Rule, Severity } from '../rule.ts';

const CATEGORIES: Record<string, string> = {
  numbering: 'Đánh số',
  owner: 'Cơ quan thực hiện',
  deadline: 'Thời hạn',
  phase: 'Giai đoạn',
  task: 'Nhiệm vụ',
  reference: 'Viện dẫn trong văn bản',
  citation: 'Viện dẫn văn bản khác',
  structure: 'Thể thức',
  text: 'Chữ viết',
  workspace: 'Giữa các văn bản trong thư mục',
};
const SEVERITIES: Record<Severity, string> = {
  error: 'lỗi',
  warning: 'cảnh báo',
  info: 'thông tin',
  hint: 'gợi ý',
};

/** docs/rules.md: what each rule finds and why, with its examples. */
export function renderRules(rules: readonly Rule[]): string {
  const parts = [
    '# Quy tắc kiểm tra',
    '<!-- Viết từ core/rules: sửa quy tắc rồi chạy `UPDATE_DOCS=1 npm test`, không sửa tệp này. -->',
    'Mức: **lỗi** là sai dù ý định thế nào; **cảnh báo** là chỗ người thẩm định sẽ hỏi; **thông tin** và **gợi ý** là về cách viết. Trong ví dụ, mỗi phát hiện ghi theo dòng:cột.',
    ['| Quy tắc | Mức | Phát hiện |', '| --- | --- | --- |', ...rules.map(rowOf)].join('\n'),
  ];
  for (const category of new Set(rules.map(categoryOf))) {
    parts.push(`## ${CATEGORIES[category] ?? category}`);
    parts.push(...rules.filter((rule) => categoryOf(rule) === category).map(sectionOf));
  }
  return `${parts.join('\n\n')}\n`;
}

function categoryOf({ id }: Rule): string {
  return id.slice(0, id.indexOf('/'));
}

function rowOf({ id, severity, summary }: Rule): string {
  return `| [${id}](#${id.replace('/', '')}) | ${SEVERITIES[severity]} | ${summary.vi.replaceAll('|', '\\|')} |`;
}

function sectionOf({ id, severity, summary, why, examples }: Rule): string {
  return [`### ${id}`, `*${SEVERITIES[severity]}* · ${summary.vi}.`, why.vi, ...examples.map(exampleOf)].join('\n\n');
}

function exampleOf({ text, problems, fixed }: Example): string {
  if (problems.length === 0) return `Đúng:\n\n${fenced(text)}`;
  const found = problems.map((problem) => `- ${problem}`).join('\n');
  return `Sai:\n\n${fenced(text)}\n\n${found}${fixed === undefined ? '' : `\n\nSau khi sửa:\n\n${fenced(fixed)}`}`;
}

/** Between fences longer than any fence in the text. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text.trimEnd()}\n${fence}`;
}
