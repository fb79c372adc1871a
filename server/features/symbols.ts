import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { isUnit, type Node } from '../../core/nodes.ts';
import type { Task } from '../../core/task.ts';
import type { Span } from '../../core/text.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';

const NAME_LENGTH = 100;
/** Shown as a sheet of paper; the kinds of programs would show braces. */
const PART = SymbolKind.File;

/** Units, phases and tasks of a draft as they stand under one another. */
export function symbols(view: View): DocumentSymbol[] {
  const tasks = new Map<number, Task[]>();
  for (const task of view.draft.tasks) {
    const { start } = task.node.span;
    tasks.set(start, [...(tasks.get(start) ?? []), task]);
  }
  const top = view.draft.nodes.filter((node) => node.parent?.kind === 'root');
  return top.flatMap(read).map(({ symbol }) => symbol);

  function read(node: Node): Read[] {
    const own = tasks.get(node.span.start) ?? [];
    const whole = own.find((task) => task.start === node.span.start);
    const parts = own.filter((task) => task !== whole).map((task) => make(task, task.text, task, []));
    const below = [...parts, ...node.children.flatMap(read)];
    const { text } = node.fact.item.body;
    if (isUnit(node)) return [make(node.span, `${node.marker.text} ${text}`, whole ?? PART, below)];
    if (node.kind === 'phase') return [make(node.span, text, SymbolKind.Event, below)];
    if (node.kind === 'annex' || node.kind === 'heading') return [make(node.span, text, PART, below)];
    return whole ? [make(whole, whole.text, whole, below)] : below;
  }

  /** A symbol reaches to the end of what stands under it: editors find the place of the cursor that way. */
  function make(span: Span, name: string, what: Task | SymbolKind, below: readonly Read[]): Read {
    const end = Math.max(span.end, ...below.map((each) => each.end));
    const symbol = {
      name: clip(name) || '…',
      kind: typeof what === 'object' ? SymbolKind.Method : what,
      range: toRange(view, { start: span.start, end }),
      selectionRange: toRange(view, span),
      children: below.map((each) => each.symbol),
      ...(typeof what === 'object' && { detail: detailOf(what) }),
    };
    return { symbol, end };
  }
}

type Read = { readonly symbol: DocumentSymbol; readonly end: number };

function detailOf({ leads, deadline }: Task): string {
  const owners = leads.map((lead) => lead.text).join(', ');
  return [owners, deadline?.words.text ?? ''].filter((part) => part !== '').join(' · ');
}

function clip(text: string): string {
  const name = text.trim();
  return name.length <= NAME_LENGTH ? name : `${name.slice(0, name.lastIndexOf(' ', NAME_LENGTH))} …`;
}
