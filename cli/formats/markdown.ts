import { toPrintable } from '../terminal.ts';
import type { Cell, Part } from './sheet.ts';

/** The sheet as Markdown, with the tables of GitHub and GitLab. */
export function sheetToMarkdown(parts: readonly Part[]): string {
  return `${parts.map(toMarkdown).join('\n\n')}\n`;
}

function toMarkdown(part: Part): string {
  switch (part.kind) {
    case 'title':
      return `# ${plain(part.text)}`;
    case 'chapter':
    case 'document':
      return `## ${plain(part.text)}`;
    case 'section':
      return `### ${plain(part.text)}`;
    case 'note':
      return plain(part.text);
    case 'verdict':
      return `**${plain(part.text)}**`;
    case 'facts':
      return part.rows.map(([label, text]) => `- **${plain(label)}:** ${plain(text)}`).join('\n');
    case 'list':
      return part.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'table':
      return tableOf(
        part.heads,
        part.rows.map((row) => row.map(toCell)),
      );
    case 'signatures':
      return tableOf(part.roles, [part.roles.map(() => `${plain(part.hint)}<br><br><br>`)]);
  }
}

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads.map(plain)), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function toCell(cell: Cell): string {
  return cell.map((text) => (typeof text === 'string' ? plain(text) : codeOf(text.code))).join('<br>');
}

/** A path may hold what ends code: then it is plain. */
function codeOf(text: string): string {
  return /[`|\\]/.test(text) ? plain(text) : `\`${toPrintable(text)}\``;
}

/** Words of a draft make no markup, no link, and call nobody ("@", "#12", "!12") where the sheet is posted. */
function plain(text: string): string {
  return toPrintable(text)
    .replace(/[\\`*_{}[\]<>#|~!$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('@', '&#64;');
}
