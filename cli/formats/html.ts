import type { Locale } from '../../core/rule.ts';
import { toPrintable } from '../terminal.ts';
import type { Cell, Part } from './sheet.ts';
import { style } from './sheet-style.ts';
import { attributes, escapeXml } from './xml.ts';

/** The sheet as one file that needs nothing else: no script, no network (its policy forbids both), ready to print on A4. */
export function sheetToHtml(parts: readonly Part[], locale: Locale): string {
  const title = parts.flatMap((part) => (part.kind === 'title' ? [part.text] : []))[0];
  const bodies = splitDocuments(parts).map((some, i) => {
    const inside = some.map(toHtml).join('\n');
    return i === 0 ? `<header>\n${inside}\n</header>` : `<article>\n${inside}\n</article>`;
  });
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${toText(title ?? '')}</title>
<style>
${style}</style>
</head>
<body>
<main>
${bodies.join('\n')}
</main>
</body>
</html>
`;
}

/** What stands before the first document, and each document with all that follows it. */
function splitDocuments(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'document') groups.push([]);
    groups.at(-1)?.push(part);
  }
  return groups;
}

function toHtml(part: Part): string {
  switch (part.kind) {
    case 'title':
      return `<h1>${toText(part.text)}</h1>`;
    case 'chapter':
    case 'document':
      return `<h2>${toText(part.text)}</h2>`;
    case 'section':
      return `<h3>${toText(part.text)}</h3>`;
    case 'note':
      return `<p>${toText(part.text)}</p>`;
    case 'verdict':
      return `<p class="verdict ${part.severity}">${toText(part.text)}</p>`;
    case 'facts':
      return `<dl>\n${part.rows.map(([label, text]) => `<div><dt>${toText(label)}</dt><dd>${toText(text)}</dd></div>`).join('\n')}\n</dl>`;
    case 'list':
      return `<ul>\n${part.items.map((item) => `<li>${toText(item)}</li>`).join('\n')}\n</ul>`;
    case 'table': {
      const heads = part.heads.map((head) => `<th scope="col">${toText(head)}</th>`).join('');
      const rows = part.rows.map((row) => `<tr>${row.map(toTableCell).join('')}</tr>`);
      const values = attributes({ 'aria-label': toPrintable(part.name), class: `columns-${part.heads.length}` });
      return `<table${values}>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
    }
    case 'signatures': {
      const boxes = part.roles.map(
        (role) => `<div><strong>${toText(role)}</strong><em>${toText(part.hint)}</em></div>`,
      );
      return `<div class="opinion"></div>\n<div class="signatures">\n${boxes.join('\n')}\n</div>`;
    }
  }
}

/** The first of a row names it. */
function toTableCell(cell: Cell, column: number): string {
  return column === 0 ? `<th scope="row">${toCell(cell)}</th>` : `<td>${toCell(cell)}</td>`;
}

function toCell(cell: Cell): string {
  return cell
    .map((text) => (typeof text === 'string' ? toText(text) : `<code>${toText(text.code)}</code>`))
    .join('<br>');
}

function toText(text: string): string {
  return escapeXml(toPrintable(text));
}
