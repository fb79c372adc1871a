import { numberAt } from '../../core/language/numbering.ts';
import { isUnit, type Node, type UnitNode } from '../../core/nodes.ts';
import { applyEdits, type Edit } from '../../core/text.ts';
import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

/** Units that number one after the other, two or more. */
function series({ draft }: Directive): UnitNode[][] {
  const parents = new Set(draft.units.map(({ parent }) => parent));
  return [...parents].flatMap((parent) => {
    const runs: UnitNode[][] = [];
    for (const unit of (parent?.children ?? []).filter(isUnit)) {
      const run = runs.at(-1);
      const before = run?.at(-1)?.marker;
      const goesOn = before?.style === unit.marker.style && before.value + 1 === unit.marker.value;
      if (run && goesOn) run.push(unit);
      else runs.push([unit]);
    }
    return runs.filter((run) => run.length > 1);
  });
}

/** A unit's number written otherwise; its mark stays unless another is given. */
function number(directive: Directive, { marker, markerWords }: UnitNode, text: string, mark = marker.mark): Planted {
  const at = markerWords.start + marker.text.lastIndexOf(marker.number);
  return plant(directive, at, at + marker.number.length + marker.mark.length, text + mark);
}

function numberOf({ marker }: UnitNode, value: number): string {
  return numberAt(marker.style, value, marker.number.split('.').slice(0, -1).join('.'));
}

/** Several changes at once; the fault is told at `place` of the old text or behind it. */
function plantAll(directive: Directive, edits: readonly Edit[], place: number, end: number, what: string): Planted {
  const moved = (offset: number) =>
    offset +
    applyEdits(
      directive.text.slice(0, offset),
      edits.filter((edit) => edit.end <= offset),
    ).length -
    offset;
  return { text: applyEdits(directive.text, edits), at: { start: moved(place), end: moved(end) }, what };
}

/** Where a unit with all that stands under it ends: where the next item that is not under it begins. */
function endOf({ draft, text }: Directive, node: Node): number {
  const under = (each: Node | undefined): boolean => each !== undefined && (each === node || under(each.parent));
  return draft.nodes.find((each) => each.span.start > node.span.start && !under(each))?.span.start ?? text.length;
}

/** Lines begin with their markup: "### 2. ...". */
function lineStart({ text }: Directive, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function cut(directive: Directive, unit: UnitNode): Edit {
  const start = lineStart(directive, unit.span.start);
  return { start, end: lineStart(directive, endOf(directive, unit)), text: '' };
}

function* oneTooHigh(directive: Directive): Iterable<Planted> {
  for (const units of series(directive)) {
    for (const unit of units) yield number(directive, unit, numberOf(unit, unit.marker.value + 1));
  }
}

function* farTooHigh(directive: Directive): Iterable<Planted> {
  for (const units of series(directive)) {
    for (const unit of units) yield number(directive, unit, numberOf(unit, unit.marker.value + 4));
  }
}

function* repeated(directive: Directive): Iterable<Planted> {
  for (const units of series(directive)) {
    for (const unit of units.slice(1)) yield number(directive, unit, numberOf(unit, unit.marker.value - 1));
  }
}

function* allMovedOn(directive: Directive): Iterable<Planted> {
  for (const units of series(directive)) {
    for (const [i, unit] of units.entries()) {
      const edits = units.slice(i).map((each) => {
        const at = each.markerWords.start + each.marker.text.lastIndexOf(each.marker.number);
        return { start: at, end: at + each.marker.number.length, text: numberOf(each, each.marker.value + 1) };
      });
      const { start, end } = unit.markerWords;
      yield plantAll(directive, edits, start, end, `"${unit.marker.text}" and all behind it one on`);
    }
  }
}

function* takenOut(directive: Directive): Iterable<Planted> {
  for (const units of series(directive)) {
    for (const [i, unit] of units.slice(0, -1).entries()) {
      const next = units[i + 1]?.markerWords;
      if (next) yield plantAll(directive, [cut(directive, unit)], next.start, next.end, `"${unit.path}" taken out`);
    }
  }
}

function* swapped(directive: Directive): Iterable<Planted> {
  for (const units of series(directive)) {
    for (const [i, unit] of units.slice(0, -1).entries()) {
      const next = units[i + 1];
      if (!next) continue;
      const edits = [
        { ...unit.markerWords, text: next.marker.text },
        { ...next.markerWords, text: unit.marker.text },
      ];
      yield plantAll(
        directive,
        edits,
        unit.markerWords.start,
        next.markerWords.end,
        `"${unit.path}" and the next swapped`,
      );
    }
  }
}

/** a, b, c, d, e, f, g ... */
function* englishLetters(directive: Directive): Iterable<Planted> {
  for (const units of series(directive)) {
    const from = units.find(({ marker }) => marker.style === 'letter' && marker.number === 'đ');
    const last = units.at(-1);
    if (!from || !last) continue;
    const edits = units.slice(units.indexOf(from)).map(({ marker, markerWords }, i) => {
      const letter = 'efghijklmnopqrstuvwxyz'[i] ?? 'z';
      return { ...markerWords, text: marker.text.replace(marker.number, letter) };
    });
    yield plantAll(directive, edits, from.markerWords.start, last.markerWords.end, `đ -> e, e -> f in "${from.path}"`);
  }
}

function* otherMark(directive: Directive): Iterable<Planted> {
  for (const units of series(directive)) {
    // "1.", "2.", "3)": which is right is open.
    const marks = new Set(units.map(({ marker }) => marker.mark));
    for (const unit of marks.size > 1 ? [] : units) {
      for (const mark of ['.', ')', '/', '-']) {
        const letter = unit.marker.style === 'letter' || unit.marker.style === 'decimal';
        if (mark !== unit.marker.mark && !(letter && mark === '-'))
          yield number(directive, unit, unit.marker.number, mark);
      }
    }
  }
}

function* otherStyle(directive: Directive): Iterable<Planted> {
  for (const units of series(directive)) {
    for (const unit of units.length > 2 ? units : []) {
      const { style, value } = unit.marker;
      if (style === 'letter') yield number(directive, unit, String(value));
      if (style === 'roman') yield number(directive, unit, String(value), '.');
      if (style === 'arabic') yield number(directive, unit, numberAt('letter', value), ')');
    }
  }
}

function* ofAnotherItem(directive: Directive): Iterable<Planted> {
  for (const unit of directive.draft.units) {
    const { style, number: written } = unit.marker;
    if (style !== 'decimal') continue;
    const [above = '', ...rest] = written.split('.');
    for (const other of [Number(above) + 1, Number(above) + 3])
      yield number(directive, unit, [other, ...rest].join('.'));
  }
}

function* noLetterOfPoints(directive: Directive): Iterable<Planted> {
  for (const [i, unit] of directive.draft.units.entries()) {
    if (unit.marker.style !== 'letter') continue;
    for (const letter of ['f', 'jwzăâêôơư'[i % 9] ?? 'w']) yield number(directive, unit, letter);
  }
}

function* noRomanNumeral(directive: Directive): Iterable<Planted> {
  const wrong: Record<string, readonly string[]> = {
    I: ['l'],
    II: ['ll', '1I', 'Il'],
    III: ['lII', 'lll'],
    IV: ['IIII', 'lV'],
  };
  for (const unit of directive.draft.units) {
    if (unit.marker.style !== 'roman') continue;
    for (const text of wrong[unit.marker.number] ?? []) yield number(directive, unit, text);
  }
}

/** Numbers in brackets, by item: "(1) ... (2) ...". */
function inline({ draft, text }: Directive): { start: number; end: number; number: string }[][] {
  return draft.nodes.flatMap(({ start, span, fact }) => {
    if (fact.parts.length === 0) return [];
    const line = text.slice(span.start, span.end);
    const at = span.start - start + start;
    const marks = fact.parts.map(({ inline: { marker, number: written } }) => {
      const from = at + line.indexOf(`${marker} `);
      return { start: from, end: from + marker.length, number: written };
    });
    return [marks];
  });
}

function inlineNumber(like: string, value: number): string {
  return /\d/.test(like) ? `(${value})` : `(${['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'][value - 1]})`;
}

function* inlineOneOff(directive: Directive): Iterable<Planted> {
  for (const marks of inline(directive)) {
    if (marks.length < 2) continue;
    for (const [i, mark] of marks.entries()) {
      yield plant(directive, mark.start, mark.end, inlineNumber(mark.number, i + 2));
      if (i > 0) yield plant(directive, mark.start, mark.end, inlineNumber(mark.number, i));
    }
  }
}

function* inlineTakenOut(directive: Directive): Iterable<Planted> {
  for (const marks of inline(directive)) {
    for (const [i, mark] of marks.slice(0, -1).entries()) {
      const next = marks[i + 1];
      if (!next) continue;
      yield plantAll(
        directive,
        [{ start: mark.start, end: next.start, text: '' }],
        next.start,
        next.end,
        `${i + 1} taken out`,
      );
    }
  }
}

/** Only the number goes, its words stay. */
function* inlineUnnumbered(directive: Directive): Iterable<Planted> {
  for (const marks of inline(directive)) {
    for (const [i, mark] of marks.slice(0, -1).entries()) {
      const next = marks[i + 1];
      if (!next) continue;
      yield plantAll(
        directive,
        [{ start: mark.start, end: mark.end + 1, text: '' }],
        next.start,
        next.end,
        `(${i + 1}) gone`,
      );
    }
  }
}

function* inlineSwapped(directive: Directive): Iterable<Planted> {
  for (const marks of inline(directive)) {
    for (const [i, mark] of marks.slice(0, -1).entries()) {
      const next = marks[i + 1];
      if (!next) continue;
      const edits = [
        { ...mark, text: inlineNumber(mark.number, i + 2) },
        { ...next, text: inlineNumber(mark.number, i + 1) },
      ];
      yield plantAll(directive, edits, mark.start, next.end, `(${i + 1}) and the next swapped`);
    }
  }
}

function* lonePoint(directive: Directive): Iterable<Planted> {
  for (const units of series(directive)) {
    const [first, ...others] = units;
    if (!first || !['letter', 'decimal', 'arabic'].includes(first.marker.style)) continue;
    const { start, end } = first.markerWords;
    yield plantAll(
      directive,
      others.map((unit) => cut(directive, unit)),
      start,
      end,
      `all behind "${first.path}" taken out`,
    );
    const [second] = others;
    if (others.length > 1 || !second) continue;
    const gone = { start: second.markerWords.start, end: second.markerWords.end + 1, text: '' };
    if (second.fact.item.level === 0)
      yield plantAll(directive, [gone], start, end, `"${second.path}" without its number`);
  }
}

function* loneInline(directive: Directive): Iterable<Planted> {
  for (const [first, second, ...others] of inline(directive)) {
    if (!first || !second || others.length > 0) continue;
    const lineEnd = directive.text.indexOf('\n', second.start);
    const edits = [{ start: second.start - 1, end: lineEnd < 0 ? directive.text.length : lineEnd, text: '' }];
    yield plantAll(directive, edits, first.start, first.end, `only ${first.number} left`);
    const gone = { start: second.start, end: second.end + 1, text: '' };
    yield plantAll(directive, [gone], first.start, first.end, `only ${first.number} has a number`);
  }
  // A number before all that is said.
  for (const { kind, fact, span } of directive.draft.nodes) {
    const colon = directive.text.slice(span.start, span.end).indexOf(': ');
    if (kind !== 'unit' || fact.parts.length > 0 || colon < 0 || fact.item.level > 0) continue;
    for (const mark of ['(1) ', '(i) ']) yield plant(directive, span.start + colon + 2, span.start + colon + 2, mark);
  }
}

function* withoutTitle(directive: Directive): Iterable<Planted> {
  const sentence =
    'Các bộ, ngành, địa phương tiếp tục thực hiện chế độ báo cáo hằng tháng, gửi cơ quan thường trực tổng hợp trước ngày 25.';
  for (const units of series(directive)) {
    const last = units.at(-1);
    if (!last || units.filter(({ fact }) => fact.item.level > 0).length < units.length) continue;
    if (last.marker.style === 'roman') continue;
    const at = lineStart(directive, endOf(directive, last));
    const marker = last.marker.text.replace(last.marker.number, numberOf(last, last.marker.value + 1));
    yield { ...plant(directive, at, at, `${marker} ${sentence}\n\n`), what: `"${marker}" behind "${last.path}"` };
  }
}

export const numberingFaults: Record<string, readonly Planter[]> = {
  'numbering/sequence': [oneTooHigh, farTooHigh, repeated, allMovedOn, takenOut, swapped, englishLetters],
  'numbering/style': [otherMark, otherStyle],
  'numbering/parent': [ofAnotherItem],
  'numbering/letter': [noLetterOfPoints],
  'numbering/roman': [noRomanNumeral],
  'numbering/inline': [inlineOneOff, inlineTakenOut, inlineUnnumbered, inlineSwapped],
  'numbering/lone': [lonePoint, loneInline],
  'numbering/untitled': [withoutTitle],
};
