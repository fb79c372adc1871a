import { type CompletionItem, CompletionItemKind, CompletionItemTag, type CompletionList } from 'vscode-languageserver';
import { LIKENESS, likeness, searchWords } from '../../core/agency-search.ts';
import type { Citation } from '../../core/draft.ts';
import { addDays, type Day, showDay } from '../../core/language/calendar.ts';
import { DOCUMENT_TYPES } from '../../core/language/citations.ts';
import { type Agency, isValid, type Registry } from '../../core/registry.ts';
import type { Locale } from '../../core/rule.ts';
import { oneLine, type Span, stripDiacritics } from '../../core/text.ts';
import { nodeAt } from '../../core/things.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';
import { firstMarkers, nextMarkers } from './series.ts';

/** What may be put in at a place; `span` is what it replaces. */
interface Choice {
  readonly label: string;
  readonly text: string;
  readonly detail?: string;
  readonly kind: CompletionItemKind;
  readonly ended?: boolean;
}

interface Choices {
  readonly span: Span;
  readonly choices: readonly Choice[];
}

const MOST = 60;

/**
 * What a drafter is about to write: the next number, an agency (typed without marks too: "bo kh"), a deadline that fits
 * the phase, the number of a document cited elsewhere, a place of this document, a line of the front matter. The list
 * depends on every letter typed, so it is asked for anew with each.
 */
export function completion(
  view: View,
  offset: number,
  others: readonly View[],
  today: Day,
  locale: Locale,
): CompletionList {
  const { text } = view.draft;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const found =
    frontMatter(view, before, lineStart, offset, locale) ??
    numbers(view, before, offset) ??
    places(view, before, offset) ??
    citations(view, before, offset, others) ??
    deadlines(view, before, offset, today) ??
    agencies(view, before, offset, today, locale);
  if (!found) return { isIncomplete: true, items: [] };
  const range = toRange(view, found.span);
  const typed = text.slice(found.span.start, found.span.end);
  const items = found.choices.slice(0, MOST).map(
    (choice, i): CompletionItem => ({
      label: choice.label,
      kind: choice.kind,
      sortText: String(i).padStart(3, '0'),
      // Editors filter by what is typed; whether it fits is decided here.
      filterText: typed || choice.label,
      textEdit: { range, newText: choice.text },
      ...(choice.detail !== undefined && { detail: choice.detail }),
      ...(choice.ended && { tags: [CompletionItemTag.Deprecated] }),
    }),
  );
  return { isIncomplete: true, items };
}

const KEYS: readonly (readonly [key: string, en: string])[] = [
  ['loại', 'type'],
  ['số', 'number'],
  ['cơ quan ban hành', 'issuer'],
  ['ngày ban hành', 'date of issue'],
  ['trích yếu', 'title'],
  ['hệ', 'form: State, Party or normative'],
  ['thời hạn chung', 'end of the whole plan'],
];

function frontMatter(
  view: View,
  before: string,
  lineStart: number,
  offset: number,
  locale: Locale,
): Choices | undefined {
  const front = view.draft.sections[0]?.section;
  if (!front?.front || offset === 0 || offset > front.text.trimEnd().length) return undefined;
  const colon = before.indexOf(':');
  if (colon < 0) {
    const typed = stripDiacritics(before.trim());
    const keys = KEYS.filter(([key]) => stripDiacritics(key).startsWith(typed));
    const choices = keys.map(([key, en]) => ({
      label: key,
      text: `${key}: `,
      kind: CompletionItemKind.Property,
      ...(locale === 'en' && { detail: en }),
    }));
    return { span: { start: lineStart, end: offset }, choices };
  }
  const key = stripDiacritics(before.slice(0, colon).trim());
  const start = lineStart + colon + 1 + (/^\s*/.exec(before.slice(colon + 1))?.[0].length ?? 0);
  const typed = stripDiacritics(before.slice(start - lineStart));
  const values =
    key === 'loai' || key === 'type'
      ? DOCUMENT_TYPES
      : key === 'he' || key === 'family'
        ? ['nhà nước', 'đảng', 'quy phạm pháp luật']
        : [];
  if (values.length === 0) {
    return /^(?:co quan|issuer)/.test(key) ? agencies(view, before, offset, '9999-12-31', locale) : EMPTY(offset);
  }
  const choices = values
    .filter((value) => stripDiacritics(value).startsWith(typed))
    .map((value) => ({ label: value, text: value, kind: CompletionItemKind.EnumMember }));
  return { span: { start, end: offset }, choices };
}

const EMPTY = (offset: number): Choices => ({ span: { start: offset, end: offset }, choices: [] });

/** At the start of a line: the number that goes on the innermost series, those of the series around it, a first one. */
function numbers(view: View, before: string, offset: number): Choices | undefined {
  const typed = /^\s*([\p{L}\d.]{0,5}[.)-]?)$/u.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const start = offset - typed.length;
  const markers = [...firstMarkers(view.draft, start), ...nextMarkers(view.draft, start)];
  const choices = [...new Set(markers)]
    .filter((marker) => stripDiacritics(marker).startsWith(stripDiacritics(typed)))
    .map((marker) => ({ label: marker, text: `${marker} `, kind: CompletionItemKind.Value }));
  return choices.length > 0 || typed === '' ? { span: { start, end: offset }, choices } : undefined;
}

/** Behind "điểm", "khoản", "mục", "Điều", "Phụ lục": the places of this document. */
function places(view: View, before: string, offset: number): Choices | undefined {
  const match = /(?<!\p{L})(điểm|khoản|mục|điều|phụ lục)\s+([\p{L}\d.]*)$/iu.exec(before);
  if (!match) return undefined;
  const word = (match[1] ?? '').toLowerCase();
  const typed = match[2] ?? '';
  const styles: Record<string, readonly string[]> = {
    điểm: ['letter'],
    khoản: ['arabic'],
    mục: ['roman', 'arabic', 'decimal', 'section'],
    điều: ['article'],
  };
  const choices: Choice[] = [];
  for (const unit of view.draft.units) {
    if (!styles[word]?.includes(unit.marker.style) || !unit.marker.number.startsWith(typed)) continue;
    const title = oneLine(unit.fact.item.body.text).slice(0, 80);
    choices.push({
      label: unit.marker.number,
      text: unit.marker.number,
      detail: title,
      kind: CompletionItemKind.Reference,
    });
  }
  if (word === 'phụ lục') {
    for (const node of view.draft.nodes) {
      const number = /^phụ lục\s+([IVXLC]+|\d+)/iu.exec(node.kind === 'annex' ? node.fact.item.body.text : '')?.[1];
      if (number?.startsWith(typed)) choices.push({ label: number, text: number, kind: CompletionItemKind.Reference });
    }
  }
  return choices.length > 0 ? { span: { start: offset - typed.length, end: offset }, choices } : undefined;
}

const CITED = new RegExp(`(?<!\\p{L})(${DOCUMENT_TYPES.join('|')})\\s+(?:số\\s+)?(\\d[\\p{L}\\d/.-]*)?$`, 'iu');

/** Behind "Nghị quyết số": documents cited here and in the other drafts, and those drafts themselves. */
function citations(view: View, before: string, offset: number, others: readonly View[]): Choices | undefined {
  const match = CITED.exec(before);
  if (!match) return undefined;
  const [, type = '', typed = ''] = match;
  const known = new Map<string, { here: boolean; text: string }>();
  const put = (citation: Citation, here: boolean) => {
    const { number, date, issuer } = citation;
    if (!number || citation.type.toLowerCase() !== type.toLowerCase()) return;
    const full = `${number.text}${date ? ` ngày ${showDay(date)}` : ''}${issuer ? ` của ${issuer}` : ''}`;
    const before = known.get(number.text);
    if (!before || full.length > before.text.length)
      known.set(number.text, { here: here || !!before?.here, text: full });
  };
  for (const citation of view.draft.citations) if (citation.end <= offset - match[0].length) put(citation, true);
  for (const other of others) {
    for (const citation of other.draft.citations) put(citation, false);
    const { type: own, number, issued, issuer } = other.draft.letterhead;
    if (own?.text.toLowerCase() !== type.toLowerCase() || !number) continue;
    const text = `${number.text}${issued?.day ? ` ngày ${showDay(issued.day)}` : ''}${issuer ? ` của ${issuer.text}` : ''}`;
    known.set(number.text, { here: known.get(number.text)?.here ?? false, text });
  }
  const choices = [...known]
    .filter(([number]) => number.startsWith(typed))
    // A later mention gives type and number alone (ND 30/2020, practice).
    .map(([number, { here, text }]) => ({
      label: text,
      text: here ? number : text,
      kind: CompletionItemKind.Reference,
    }));
  return choices.length > 0 ? { span: { start: offset - typed.length, end: offset }, choices } : undefined;
}

/** Behind a word of completion or "trước ngày": the ends of the phase, of the month, the quarter and the year. */
function deadlines(view: View, before: string, offset: number, today: Day): Choices | undefined {
  const match =
    /(?<!\p{L})(hoàn thành|xong|báo cáo|thời hạn:|chậm nhất|trước ngày|trong tháng|trong quý)\s+([\p{L}\d/]*)$/iu.exec(
      before,
    );
  if (!match) return undefined;
  const typed = match[2] ?? '';
  const head = (match[1] ?? '').toLowerCase();
  const day = view.draft.issued ?? today;
  const end = nodeAt(view.draft, offset)?.phase?.endDay;
  const [year, month] = day.split('-').map(Number) as [number, number];
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  const quarter = Math.ceil(month / 3);
  const roman = ['I', 'II', 'III', 'IV'][quarter - 1] ?? '';
  const days = [...(end ? [addDays(end, 1), end] : []), addDays(day, 10), addDays(day, 30), `${year}-12-31`].map(
    showDay,
  );
  const texts =
    head === 'trước ngày' || head === 'chậm nhất'
      ? days.map((each) => (head === 'chậm nhất' ? `ngày ${each}` : each))
      : head === 'trong tháng'
        ? [`${month}/${year}`, `${next.month}/${next.year}`]
        : head === 'trong quý'
          ? [`${roman}/${year}`]
          : [
              ...(end ? [`trước ngày ${showDay(addDays(end, 1))}`, `chậm nhất ngày ${showDay(end)}`] : []),
              `trước ngày ${showDay(addDays(day, 10))}`,
              `trong tháng ${next.month}/${next.year}`,
              `trong quý ${roman}/${year}`,
              `trong năm ${year}`,
            ];
  const choices = [...new Set(texts)]
    .filter((text) => stripDiacritics(text).startsWith(stripDiacritics(typed)))
    .map((text) => ({ label: text, text, kind: CompletionItemKind.Event }));
  return choices.length > 0 ? { span: { start: offset - typed.length, end: offset }, choices } : undefined;
}

/** Agencies whose words begin with the words typed, marks left out; those that have ended come last, struck out. */
function agencies(view: View, before: string, offset: number, today: Day, locale: Locale): Choices | undefined {
  const day = view.draft.issued ?? today;
  const words = [...before.matchAll(/[\p{L}\p{M}\d&]+/gu)].slice(-8);
  for (const [i, word] of words.entries()) {
    const run = before.slice(word.index);
    // Names are looked for from a capital or where an owner may stand; any other word is a word.
    const starts = /^\p{Lu}/u.test(run) || OWNER_PLACE.test(before.slice(0, word.index)) || words.length - i > 1;
    if (!starts || run.length < 2 || /[.;:!?()]/.test(run)) continue;
    const choices = matching(view.draft.registry, run, day, locale);
    if (choices.length > 0) return { span: { start: offset - run.length, end: offset }, choices };
  }
  return undefined;
}

const OWNER_PLACE =
  /(?:^\s*(?:[-+*]|\p{Ll}\)|\d+[.)]|\p{Lu}+[.-]|#+)?|phối hợp với|giao|đề nghị|yêu cầu|do|chủ trì:|ban hành:|,|;|và|với)\s*$/iu;

function matching(registry: Registry, run: string, day: Day, locale: Locale): Choice[] {
  const typed = searchWords(run);
  const found: { agency: Agency; rank: number }[] = [];
  for (const agency of registry.agencies.values()) {
    const like = likeness(agency, typed);
    // Who drafts begins a name at its beginning; words within one are words.
    if (like === undefined || like === 'inside') continue;
    found.push({ agency, rank: LIKENESS.indexOf(like) + (isValid(agency, day) ? 0 : 20) });
  }
  found.sort((a, b) => a.rank - b.rank || a.agency.name.length - b.agency.name.length);
  return found.map(({ agency }) => ({
    label: agency.name,
    text: agency.name,
    kind: CompletionItemKind.Class,
    ended: !isValid(agency, day),
    ...(agency.validTo !== undefined && {
      detail: locale === 'vi' ? `đến ${showDay(agency.validTo)}` : `until ${showDay(agency.validTo)}`,
    }),
  }));
}
