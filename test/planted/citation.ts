import { type Cited, citedIn } from '../../core/rules/citation/cited.ts';
import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

const dayOf = (day: string, written: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = Number(month) < 3 ? month : `${Number(month)}`;
  return /tháng/.test(written) ? `ngày ${date} tháng ${short} năm ${year}` : `ngày ${date}/${short}/${year}`;
};

/** Another year, month or day, told from the day given. */
const moved = (day: string, years: number, months = 0, days = 0) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1 + months, Math.min(date, 28) + days)).toISOString().slice(0, 10);
};

const dated = (directive: Directive) =>
  citedIn(directive.draft).filter(({ day, number }) => day !== undefined && number !== undefined);

function* newDay(directive: Directive, cited: Cited, days: readonly string[]): Iterable<Planted> {
  const { dayWords, day } = cited;
  if (!dayWords) return;
  for (const other of days) {
    if (other !== day) yield plant(directive, dayWords.start, dayWords.end, dayOf(other, dayWords.text));
  }
}

/** The last mention of a document cited twice with its day gets another day. */
function* otherDayLater(directive: Directive): Iterable<Planted> {
  const seen = new Set<string>();
  for (const cited of dated(directive)) {
    const { key = '', day = '' } = cited;
    if (seen.has(key))
      yield* newDay(directive, cited, [moved(day, 0, -1), moved(day, -1), moved(day, -2), moved(day, 0, 0, -3)]);
    seen.add(key);
  }
}

/** Ends of paragraphs that assign something, below a place: where a sentence may be added. */
function endsBelow(directive: Directive, place: number): number[] {
  const ends = directive.gold.tasks.map(
    ({ line }) => (directive.starts[line - 1] ?? 0) + (directive.lines[line - 1] ?? '').length,
  );
  return [...new Set(ends)].filter((end) => end > place).filter((_, i) => i % 9 === 0);
}

/** A document cited before is cited again, in a sentence of its own, with another day. */
function* citedAgain(directive: Directive): Iterable<Planted> {
  for (const { type, number, day = '', dayWords, end } of dated(directive)) {
    for (const at of endsBelow(directive, end)) {
      const other = dayOf(moved(day, 0, 0, 4), dayWords?.text ?? '');
      yield plant(directive, at, at, ` Báo cáo kết quả theo ${type} số ${number?.text} ${other}.`);
    }
  }
}

/** The document names itself in an annex, with another day. */
function* ownDay(directive: Directive): Iterable<Planted> {
  const { number, type } = directive.draft.letterhead;
  const { issued = '' } = directive.draft;
  const at = directive.text.length;
  for (const day of [moved(issued, 0, 0, 1), moved(issued, -1), moved(issued, 0, -1)]) {
    yield plant(directive, at, at, `\n\n(Kèm theo ${type?.text} số ${number?.text} ${dayOf(day, '')})\n`);
  }
}

/** A resolution of the Political Bureau is given to another organ of the Party in a later sentence. */
function* otherOrgan(directive: Directive): Iterable<Planted> {
  for (const { type, number, issuer, end, parts } of citedIn(directive.draft)) {
    if (parts?.issuers.join() !== 'TW' || issuer !== 'Bộ Chính trị' || /^130-/.test(number?.text ?? '')) continue;
    for (const at of endsBelow(directive, end))
      for (const organ of ['Ban Bí thư', 'Ban Chấp hành Trung ương Đảng'])
        yield plant(directive, at, at, ` Báo cáo kết quả theo ${type} số ${number?.text} của ${organ}.`);
  }
}

/** A quyết định of the Party is called a quy định later, or the reverse. */
function* otherNameLater(directive: Directive): Iterable<Planted> {
  for (const { type, number, end, parts } of citedIn(directive.draft)) {
    if (parts?.family !== 'party' || parts.letters !== 'QĐ') continue;
    const other = type === 'Quy định' ? 'Quyết định' : 'Quy định';
    for (const at of endsBelow(directive, end))
      yield plant(directive, at, at, ` Báo cáo kết quả theo ${other} số ${number?.text} của Bộ Chính trị.`);
  }
}

/** A document cited before is cited again with a slip in its number. */
function* otherNumberLater(directive: Directive): Iterable<Planted> {
  for (const { type, number, issuer, day = '', dayWords, end, parts } of dated(directive)) {
    if (!number || !parts || issuer === undefined) continue;
    const { written } = parts;
    const rest = number.text.slice(written.length);
    for (const figure of [[...written].reverse().join(''), `${Number(written) + 1}`.padStart(2, '0'), `${written}1`]) {
      const taken = citedIn(directive.draft).some((other) => other.parts?.figure === `${Number(figure)}`);
      if (taken) continue;
      for (const at of endsBelow(directive, end)) {
        const again = `${type} số ${figure}${rest} ${dayOf(day, dayWords?.text ?? '')} của ${issuer}`;
        yield plant(directive, at, at, ` Báo cáo kết quả theo ${again}.`);
      }
    }
  }
}

const TYPES: Record<string, string> = {
  'Nghị quyết': 'NQ',
  'Quyết định': 'QĐ',
  'Chỉ thị': 'CT',
  'Kế hoạch': 'KH',
  'Thông báo': 'TB',
  'Kết luận': 'KL',
  'Nghị định': 'NĐ',
  'Công điện': 'CĐ',
  'Tờ trình': 'TTr',
};

const lettered = (directive: Directive) =>
  citedIn(directive.draft).filter(({ parts, typed, type }) => typed && parts?.letters !== undefined && type !== '');

/** Another type word before the number. */
function* otherTypeWord(directive: Directive): Iterable<Planted> {
  for (const { start, type, parts } of lettered(directive)) {
    for (const [word, letters] of Object.entries(TYPES)) {
      if (letters !== parts?.letters) yield plant(directive, start, start + type.length, word);
    }
  }
}

/** Other letters in the number. */
function* otherLetters(directive: Directive): Iterable<Planted> {
  for (const { number, parts, type } of lettered(directive)) {
    const at = directive.text.indexOf(parts?.letters ?? '', number?.start);
    for (const [word, letters] of Object.entries(TYPES)) {
      if (letters !== parts?.letters && word !== type)
        yield plant(directive, at, at + (parts?.letters ?? '').length, letters);
    }
  }
}

/** Another issuer than the symbol names. */
function* wrongIssuer(directive: Directive): Iterable<Planted> {
  const bodies: Record<string, RegExp> = {
    'Thủ tướng Chính phủ': /TTg$/,
    'Chính phủ': /CP$/,
    'Quốc hội': /QH\d+$/,
    'Ủy ban Thường vụ Quốc hội': /UBTVQH\d+$/,
    'Văn phòng Chính phủ': /VPCP$/,
    'Bộ Chính trị': /\/TW$/,
    'Bộ Tài chính': /BTC$/,
    'Bộ trưởng Bộ Nội vụ': /BNV$/,
  };
  for (const { issuerWords, number } of citedIn(directive.draft)) {
    for (const [body, symbol] of Object.entries(bodies)) {
      if (issuerWords && number && !symbol.test(number.text))
        yield plant(directive, issuerWords.start, issuerWords.end, body);
    }
  }
}

/** Slash and hyphen in each other's place, or one of them twice; the bar of Đ or the case lost. */
function* otherForm(directive: Directive): Iterable<Planted> {
  for (const { number, parts } of lettered(directive)) {
    if (!number || !parts || parts.family === undefined) continue;
    const { letters = '', issuers, year, written } = parts;
    const head = year === undefined ? written : `${written}/${year}`;
    const issuer = issuers.join('-');
    const forms = [
      `${head}/${letters}-${issuer}`,
      `${head}-${letters}/${issuer}`,
      `${head}/${letters}/${issuer}`,
      `${head}-${letters}-${issuer}`,
      number.text.replace('Đ', 'D'),
      number.text.replace('TTg', 'TTG'),
      number.text.replace('TTg', 'Ttg'),
    ];
    for (const form of new Set(forms)) if (form !== number.text) yield plant(directive, number.start, number.end, form);
  }
}

/** The year lost from the number of a decree. */
function* yearLost(directive: Directive): Iterable<Planted> {
  for (const { number, parts } of lettered(directive)) {
    if (number && parts?.letters === 'NĐ')
      yield plant(directive, number.start, number.end, number.text.replace(`/${parts.year}`, ''));
  }
}

/** The year of the date or of the number moved. */
function* otherYear(directive: Directive): Iterable<Planted> {
  for (const cited of dated(directive)) {
    const { parts, day = '', number } = cited;
    if (parts?.year === undefined || !number) continue;
    yield* newDay(directive, cited, [moved(day, -1), moved(day, -3), ...(parts.year < 2024 ? [moved(day, 1)] : [])]);
    for (const year of [parts.year - 1, parts.year + 1])
      yield plant(directive, number.start, number.end, number.text.replace(`/${parts.year}/`, `/${year}/`));
  }
}

/** A date after the day of issue. */
function* futureDay(directive: Directive): Iterable<Planted> {
  const { issued = '' } = directive.draft;
  for (const cited of dated(directive)) {
    const later = moved(cited.day ?? '', 2026 - Number((cited.day ?? '').slice(0, 4)));
    yield* newDay(directive, cited, [later, moved(issued, 0, 1), moved(issued, 0, 0, 5), moved(issued, 1)]);
  }
}

/** A number of a year to come, without a date. */
function* futureNumber(directive: Directive): Iterable<Planted> {
  for (const { number, parts, day } of citedIn(directive.draft)) {
    if (!number || parts?.year === undefined || day !== undefined) continue;
    for (const year of [2026, 2029])
      yield plant(directive, number.start, number.end, number.text.replace(`/${parts.year}/`, `/${year}/`));
  }
}

/** Citations with their day in the document's usual way: one without its comma is a fault of another rule already. */
function usuallyDated(directive: Directive): Cited[] {
  const all = dated(directive);
  const comma = ({ number, dayWords }: Cited) => directive.text.slice(number?.end, dayWords?.start).includes(',');
  const usual = all.filter(comma).length * 2 > all.length;
  return all.filter((cited) => comma(cited) === usual);
}

/** The date taken out of the first mention. */
function* dayTakenOut(directive: Directive): Iterable<Planted> {
  const seen = new Set<string>();
  for (const { key = '', number, dayWords } of usuallyDated(directive)) {
    if (number && dayWords && !seen.has(key)) yield plant(directive, number.end, dayWords.end, '');
    seen.add(key);
  }
}

/** A circular of a ministry that had ended by then, or was not yet there, in place of a citation. */
function* endedMinistry(directive: Directive): Iterable<Planted> {
  const circulars = [
    'Thông tư số 05/2025/TT-BTTTT ngày 15/4/2025',
    'Quyết định số 512/QĐ-BKHĐT ngày 02 tháng 6 năm 2025 của Bộ trưởng Bộ Kế hoạch và Đầu tư',
    'Thông tư số 11/2023/TT-BNNMT ngày 10/5/2023',
    'Công văn số 2150/BGTVT-KHCN ngày 20/5/2025 của Bộ Giao thông vận tải',
    'Nghị quyết số 21-NQ/BTC, ngày 20/4/2025 của Bộ Tài nguyên và Môi trường',
  ];
  const all = citedIn(directive.draft);
  for (const { start, end, number, key } of all) {
    // What stands in place of the only dated mention leaves the others undated.
    if (number && all.filter((other) => other.key === key).length === 1)
      for (const circular of circulars) yield plant(directive, start, end, circular);
  }
}

/** A comma where the document writes none. */
function* commaAdded(directive: Directive): Iterable<Planted> {
  const all = dated(directive).filter(({ number, dayWords }) => number && dayWords);
  const comma = ({ number, dayWords }: Cited) =>
    directive.text.slice(number?.end ?? 0, dayWords?.start ?? 0).includes(',');
  if (all.some(comma)) return;
  for (const { number } of all) if (number) yield plant(directive, number.end, number.end, ',');
}

/** No comma before the first date, where the document writes one. */
function* commaTakenOut(directive: Directive): Iterable<Planted> {
  const [first, ...others] = dated(directive).filter(({ number, dayWords }) => number && dayWords);
  if (!first?.number || !others.some(({ number }) => directive.text[number?.end ?? 0] === ',')) return;
  if (directive.text[first.number.end] === ',') yield plant(directive, first.number.end, first.number.end + 1, '');
}

/** Numbered documents named by their type alone. */
function* numbersLost(directive: Directive): Iterable<Planted> {
  const words = [
    'các Nghị quyết, Quyết định',
    'các Nghị quyết và Chỉ thị',
    'các Thông báo kết luận của Thủ tướng Chính phủ',
  ];
  for (const { start, end, number, node } of citedIn(directive.draft)) {
    const before = directive.text.slice(Math.max(0, start - 12), start);
    if (!number || node.region !== 'body' || !/(?:tại|theo) $/.test(before)) continue;
    if (/^, Quyết định số/.test(directive.text.slice(end))) continue;
    const whole = /^(?:\s+(?:về|được sửa đổi|và các|bảo đảm)[^.;]*)?/.exec(directive.text.slice(end))?.[0].length ?? 0;
    for (const each of words) yield plant(directive, start, end + whole, each);
  }
}

/** The number taken out of a citation that has a day and an issuer. */
function* numberTakenOut(directive: Directive): Iterable<Planted> {
  for (const { number, dayWords, issuerWords, key } of usuallyDated(directive)) {
    const all = citedIn(directive.draft).filter((other) => other.key === key);
    if (!number || !dayWords || !issuerWords || all.length > 1) continue;
    const head = directive.text.slice(0, number.start).endsWith(' số ') ? number.start - 4 : number.start;
    for (const between of [' ', ', ']) yield plant(directive, head, dayWords.start, between);
    yield plant(directive, number.start, dayWords.start, '');
  }
}

/** A law with its number among the bases. */
function* lawNumber(directive: Directive): Iterable<Planted> {
  if (!/VPCP/.test(directive.draft.letterhead.number?.text ?? '')) return;
  const at = directive.starts[14] ?? 0;
  yield plant(directive, at, at, 'Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15 ngày 18 tháng 02 năm 2025;\n\n');
  yield plant(directive, at, at, '*Căn cứ Luật Giao dịch điện tử số 20/2023/QH15 ngày 22/6/2023;*\n\n');
}

export const citationFaults: Record<string, readonly Planter[]> = {
  'citation/conflict': [otherDayLater, citedAgain, ownDay, otherOrgan, otherNameLater],
  'citation/number': [otherNumberLater],
  'citation/type': [otherTypeWord, otherLetters],
  'citation/issuer': [wrongIssuer],
  'citation/form': [otherForm, yearLost],
  'citation/year': [otherYear],
  'citation/future': [futureDay, futureNumber],
  'citation/undated': [dayTakenOut],
  'citation/ended-issuer': [endedMinistry],
  'citation/comma': [commaAdded, commaTakenOut],
  'citation/no-number': [numberTakenOut],
  'citation/unnumbered': [numbersLost],
  'citation/law-number': [lawNumber],
};
