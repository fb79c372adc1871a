import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { oneLine, type Span, stripDiacritics } from '../../core/text.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';

/** Units and tasks of all directives whose words or owner have the words asked for, typed with or without marks. */
export function workspaceSymbols(views: readonly View[], query: string, most = 200): SymbolInformation[] {
  const words = stripDiacritics(query).split(/\s+/).filter(Boolean);
  const found: SymbolInformation[] = [];
  for (const view of views) {
    const { uri } = view.document;
    const container = view.draft.letterhead.number?.text ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
    const put = (name: string, kind: SymbolKind, span: Span) => {
      if (found.length >= most || !words.every((word) => stripDiacritics(name).includes(word))) return;
      found.push({ name, kind, containerName: container, location: { uri, range: toRange(view, span) } });
    };
    const tasks = new Set(view.draft.tasks.map(({ start }) => start));
    for (const unit of view.draft.units) {
      const { text } = unit.fact.item.body;
      if (!tasks.has(unit.span.start)) put(`${unit.marker.text} ${clip(text)}`, SymbolKind.Namespace, unit.span);
    }
    for (const task of view.draft.tasks) {
      const owners = task.leads.map((lead) => lead.text).join(', ');
      put(`${task.id} ${owners ? `${owners}: ` : ''}${clip(task.text)}`, SymbolKind.Method, task);
    }
  }
  return found;
}

function clip(text: string): string {
  const line = oneLine(text);
  return line.length <= 120 ? line : `${line.slice(0, line.lastIndexOf(' ', 120))} …`;
}
