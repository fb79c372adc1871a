import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import { showDay } from '../../core/language/calendar.ts';
import type { Locale } from '../../core/rule.ts';
import { positionAt, type Span } from '../../core/text.ts';
import type { View } from '../views.ts';

/** A day with its month and year, which needs no hint. */
const IN_FULL = /\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4}/u;

/** The day a deadline comes to where its words name none ("trong quý III"), and owners a task has from above. */
export function hints(view: View, range: Span, locale: Locale): InlayHint[] {
  const { draft } = view;
  const found = new Map<string, InlayHint>();
  const put = (offset: number, label: string, left: boolean) => {
    if (offset < range.start || offset > range.end) return;
    const { line, column } = positionAt(draft.lines, offset);
    found.set(`${offset} ${label}`, {
      position: { line: line - 1, character: column - 1 },
      label,
      kind: InlayHintKind.Parameter,
      ...(left ? { paddingRight: true } : { paddingLeft: true }),
    });
  };
  for (const task of draft.tasks) {
    const { deadline, leads } = task;
    if (deadline?.date && !IN_FULL.test(deadline.words.text)) {
      put(deadline.words.end, `= ${showDay(deadline.date)}`, false);
    }
    if (deadline?.inherited && deadline.date) {
      put(task.end, `${locale === 'vi' ? 'hạn' : 'due'} ${showDay(deadline.date)}`, false);
    }
    const inherited = leads.filter((lead) => lead.inherited).map(({ text }) => text);
    if (inherited.length > 0) {
      const [first = '', ...rest] = inherited;
      put(task.action, `${first}${rest.length > 0 ? ` +${rest.length}` : ''}:`, true);
    }
  }
  return [...found.values()];
}
