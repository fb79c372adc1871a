import type { TaskChange } from '../../core/compare.ts';
import type { Task } from '../../core/task.ts';
import { describeDeadline } from '../formats/words.ts';
import { cutText, type Page, toPrintable, widthOf, wrapText } from '../terminal.ts';
import type { Compared } from './diff.ts';
import { diffTexts } from './messages.ts';
import { compareWords, countOf, groupMoves, namesOf, numberOf, readField, wordsOf } from './words.ts';

/** The changes for people: each document with a count, then what was changed, added and removed, in order. */
export function formatComparisons(compared: readonly Compared[], page: Page): string {
  const told = compared.filter(({ comparison: { tasks, phases } }) => {
    return phases.length > 0 || tasks.some(({ kind }) => kind !== 'unchanged');
  });
  if (told.length === 0) return `${diffTexts.sameTasks(compared.length)[page.locale]}\n`;
  return `${told.map((each) => formatOne(each, page)).join('\n\n')}\n`;
}

function formatOne({ before, after, comparison: { tasks, phases } }: Compared, page: Page): string {
  const { colours, locale } = page;
  const names = [...new Set([before?.name ?? diffTexts.none[locale], after?.name ?? diffTexts.none[locale]])];
  const moves = groupMoves(tasks).map(({ move, count }) => diffTexts.move(move, count)[locale]);
  return [
    colours.bold(names.map(toPrintable).join(' → ')),
    `${diffTexts.taskCounts(countOf(tasks))[locale]}.`,
    ...phases.map(
      (phase) => `\n${colours.yellow('~')} ${diffTexts.field.phase[locale]}: ${phase.before} → ${phase.after}`,
    ),
    ...tasks.flatMap((change) => formatChange(change, page)),
    ...(moves.length > 0 ? [`\n${colours.cyan('↷')} ${diffTexts.renumbered[locale]}: ${moves.join(', ')}`] : []),
  ].join('\n');
}

function formatChange(change: TaskChange, page: Page): string[] {
  const { colours } = page;
  switch (change.kind) {
    case 'added':
      return formatWhole(change.after, colours.green, '+', page);
    case 'removed':
      return formatWhole(change.before, colours.red, '-', page);
    case 'changed':
      return formatChanged(change, page);
    default:
      return [];
  }
}

type Paint = (text: string) => string;

function formatWhole(task: Task, paint: Paint, sign: string, page: Page): string[] {
  const { width, locale } = page;
  const head = [namesOf(task.leads), describeDeadline(task, locale)].filter((words) => words !== '').join(' · ');
  return [
    `\n${paint(`${sign} ${toPrintable(task.id)}`)}  ${cutText(toPrintable(head), width - widthOf(task.id) - 4)}`.trimEnd(),
    ...linesOf(wordsOf(task), page),
  ];
}

function formatChanged(
  { before, after, fields }: TaskChange & { kind: 'changed' | 'moved' | 'unchanged' },
  page: Page,
) {
  const { colours, locale, width } = page;
  const number = toPrintable(numberOf(before, after));
  const about = [namesOf(after.leads), wordsOf(after)].filter((words) => words !== '').join(': ');
  const lines = fields.map((field) => {
    const label = `  ${diffTexts.field[field][locale]}: `;
    if (field !== 'text') {
      const [from, to] = readField(before, after, field, locale).map(
        (value) => toPrintable(value) || diffTexts.none[locale],
      );
      return `${label}${colours.red(from ?? '')} → ${colours.green(to ?? '')}`;
    }
    const marks = colours.red('x') === 'x';
    const stretches = compareWords(wordsOf(before), wordsOf(after)).map(({ kind, text }) => {
      const words = toPrintable(text);
      if (kind === 'same') return words;
      if (kind === 'removed') return marks ? `[-${words}-]` : colours.red(colours.strikethrough(words));
      return marks ? `{+${words}+}` : colours.green(words);
    });
    return label + stretches.join('');
  });
  return [
    `\n${colours.yellow(`~ ${number}`)}  ${colours.dim(cutText(toPrintable(about), width - widthOf(number) - 4))}`,
    ...lines,
  ];
}

function linesOf(text: string, { wraps, width }: Page): string[] {
  return wraps ? wrapText(text, width - 4).map((line) => `    ${line}`) : [`    ${toPrintable(text)}`];
}
