import type { TaskChange } from '../../core/compare.ts';
import { toMarkdownTable } from '../../core/exports/task-table.ts';
import type { Locale } from '../../core/rule.ts';
import { describeDeadline } from '../formats/words.ts';
import { texts } from '../messages.ts';
import { type Page, toPrintable } from '../terminal.ts';
import type { Compared } from './diff.ts';
import { diffTexts } from './messages.ts';
import { compareWords, countOf, groupMoves, namesOf, numberOf, readField, wordsOf } from './words.ts';

/** The changes as a comment on a merge request: counts, then tables of what was changed, added and removed. */
export function formatComparisonsMarkdown(compared: readonly Compared[], { locale }: Page): string {
  const told = compared.filter(({ comparison: { tasks, phases } }) => {
    return phases.length > 0 || tasks.some(({ kind }) => kind !== 'unchanged');
  });
  const head = `## ${diffTexts.taskChanges[locale]}\n`;
  if (told.length === 0) return `${head}\n${diffTexts.sameTasks(compared.length)[locale]}\n`;
  return [head, ...told.map((each) => formatOne(each, locale))].join('\n');
}

function formatOne({ before, after, comparison: { tasks, phases } }: Compared, locale: Locale): string {
  const names = [...new Set([before?.name, after?.name].map((name) => name ?? diffTexts.none[locale]))];
  const counts = countOf(tasks);
  const kinds = ['added', 'removed', 'changed', 'moved', 'unchanged'] as const;
  const { id, lead, action, deadline } = texts.columns;
  const table = (title: string, heads: readonly string[], rows: readonly (readonly string[])[]) =>
    rows.length > 0 ? [`#### ${title}\n`, toMarkdownTable([heads, ...rows])] : [];
  const whole = (kind: 'added' | 'removed') =>
    table(
      diffTexts.kinds[kind][locale],
      [id, lead, action, deadline].map((column) => column[locale]),
      tasks.flatMap((change) => {
        if (change.kind !== kind) return [];
        const task = change.kind === 'added' ? change.after : change.before;
        return [[task.id, namesOf(task.leads), wordsOf(task), describeDeadline(task, locale)].map(toLiteral)];
      }),
    );
  const moves = groupMoves(tasks).map(({ move, count }) => toLiteral(diffTexts.move(move, count)[locale]));
  return [
    `### ${names.map(toLiteral).join(' → ')}\n`,
    toMarkdownTable([kinds.map((kind) => diffTexts.kinds[kind][locale]), kinds.map((kind) => String(counts[kind]))]),
    ...phases.map(
      (phase) => `- ${diffTexts.field.phase[locale]}: ${toLiteral(phase.before)} → ${toLiteral(phase.after)}\n`,
    ),
    ...table(
      diffTexts.kinds.changed[locale],
      [id, lead, diffTexts.change].map((column) => column[locale]),
      tasks.flatMap((change) =>
        change.kind === 'changed'
          ? [
              [
                toLiteral(numberOf(change.before, change.after)),
                toLiteral(namesOf(change.after.leads)),
                describe(change, locale),
              ],
            ]
          : [],
      ),
    ),
    ...whole('added'),
    ...whole('removed'),
    ...(moves.length > 0 ? [`#### ${diffTexts.kinds.moved[locale]}\n`, `${moves.join(', ')}\n`] : []),
  ].join('\n');
}

function describe(change: TaskChange & { kind: 'changed' | 'moved' | 'unchanged' }, locale: Locale): string {
  const { before, after, fields } = change;
  const lines = fields.map((field) => {
    const label = `**${diffTexts.field[field][locale]}:**`;
    if (field !== 'text') {
      const values = readField(before, after, field, locale).map((value) => toLiteral(value) || diffTexts.none[locale]);
      return `${label} ${values.join(' → ')}`;
    }
    const stretches = compareWords(wordsOf(before), wordsOf(after)).map(({ kind, text }) => {
      if (kind === 'same') return toLiteral(text);
      // Signs stand right at the words, else they are no emphasis.
      const [, left = '', words = '', right = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      if (words === '') return text;
      return `${left}${kind === 'removed' ? `<del>${toLiteral(words)}</del>` : `<ins>${toLiteral(words)}</ins>`}${right}`;
    });
    return `${label} ${stretches.join('')}`;
  });
  return lines.join('<br>');
}

/** The words themselves, whatever they would mean in Markdown or HTML; a table takes care of its bars. */
function toLiteral(text: string): string {
  return toPrintable(text)
    .replace(/[\\`*_[\]~#]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
