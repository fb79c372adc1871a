import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

const READY = { ready: true } as const;

/** The words in place of the number, as the front matter writes it. */
function* numberAs(
  { draft, ...directive }: Directive,
  forms: (number: string) => readonly string[],
): Iterable<Planted> {
  const { number } = draft.letterhead;
  if (!number) return;
  for (const form of forms(number.text)) yield plant({ draft, ...directive }, number.start, number.end, form);
}

/** "336/TB-VPCP" with the marks of the other family, or one of them. */
function* marksOfOtherFamily(directive: Directive): Iterable<Planted> {
  yield* numberAs(directive, (number) => {
    const [, digits, type, issuer] = /^(\d+)[/-]([^/-]+)[/-](.+)$/.exec(number) ?? [];
    return ['/-', '-/', '//', '--']
      .map(([one, two]) => `${digits}${one}${type}${two}${issuer}`)
      .filter((form) => form !== number);
  });
}

function* lettersOfOtherType(directive: Directive): Iterable<Planted> {
  yield* numberAs(directive, (number) =>
    ['QĐ', 'CT', 'CTr', 'BC', 'NQ', 'TTr', 'HD', 'QD', 'Kh', 'Tb', 'tb', 'TBKL', 'CV'].map((letters) =>
      number.replace(/KH|TB/, letters),
    ),
  );
}

function* numberMalformed(directive: Directive): Iterable<Planted> {
  yield* numberAs(directive, (number) =>
    [
      number.replace(/^\d+/, '5'),
      number.replace(/(?<=[A-Z])([/-])/, ' $1 '),
      number.replace(/(?<=[A-Z])([/-])/, '$1 '),
      number.replace(/^(\d+)/, '$1 '),
      number.replace(/^(\d+[/-])/, '$1 '),
      number.replace(/^\d+\//, '$&2025/'),
      /^\d+/.exec(number)?.[0] ?? '',
    ].filter((form) => form !== number),
  );
}

/** The letterhead as text in place of the front matter. */
function* letterheadDate(directive: Directive): Iterable<Planted> {
  const { number, issuer } = directive.draft.letterhead;
  const end = directive.text.indexOf('\n---', 4) + 5;
  for (const date of [
    'ngày 5 tháng 6 năm 2025',
    'ngày 05 tháng 06 năm 2025',
    'ngày 19 tháng 1 năm 2025',
    '05/6/2025',
    'ngày 05/6/2025',
    'ngày 31 tháng 6 năm 2025',
  ]) {
    const head = `${issuer?.text.toUpperCase()}\n\nSố: ${number?.text}\n\nHà Nội, `;
    const planted = plant(directive, 0, end, `${head}${date}\n`);
    yield { ...planted, at: { start: head.length, end: head.length + date.length }, what: date };
  }
}

function* prefixMistyped(directive: Directive): Iterable<Planted> {
  for (const { 0: prefix, index } of directive.text.matchAll(/^KT\.(?= \p{Lu}{2})/gmu)) {
    for (const form of ['K/T', 'KT', 'K.T.', 'KT/', 'T/M', 'TM', 'T.M.', 'T/L', 'TL', 'TUQ', 'T.U.Q.'])
      yield plant(directive, index, index + prefix.length, form);
  }
}

function* signedForWrongly(directive: Directive): Iterable<Planted> {
  for (const { index } of directive.text.matchAll(/^KT\. BỘ TRƯỞNG, CHỦ NHIỆM/gm)) {
    yield plant(directive, index, index + 3, 'TM.');
    yield plant(directive, index + 4, index + 14, 'CHÍNH PHỦ');
    yield plant(directive, index + 4, index + 14, 'ỦY BAN NHÂN DÂN');
  }
}

function* deputyLeftOut(directive: Directive): Iterable<Planted> {
  for (const { 0: words, index } of directive.text.matchAll(/ PHÓ CHỦ NHIỆM(?= \p{Lu}\p{Ll})/gu)) {
    const start = directive.text.lastIndexOf('\n', index) + 1;
    yield { ...plant(directive, index, index + words.length, ''), at: { start, end: index } };
  }
}

function* degreeBeforeName(directive: Directive): Iterable<Planted> {
  for (const { 0: words, index } of directive.text.matchAll(/(?<=CHỦ NHIỆM) (?=\p{Lu}\p{Ll})/gu)) {
    for (const degree of ['TS.', 'PGS.TS.', 'ThS.', 'GS. TS.', 'BS.', 'Đ/c', 'Tiến sĩ', 'Ông'])
      yield plant(directive, index + words.length, index + words.length, `${degree} `);
  }
}

function recipientsOf({ text, starts, lines }: Directive): { start: number; end: number; line: string }[] {
  const first = lines.findIndex((line) => line.includes('Nơi nhận'));
  if (first < 0 || text === '') return [];
  return lines.flatMap((line, i) => {
    const start = starts[i] ?? 0;
    return i > first && line.startsWith('- ') ? [{ start, end: start + line.length, line }] : [];
  });
}

function* recipientMark(directive: Directive): Iterable<Planted> {
  for (const { start, end, line } of recipientsOf(directive)) {
    for (const mark of ['', ',', ';', '.', ':'])
      if (!line.endsWith(mark) || mark === '')
        yield { ...plant(directive, end - 1, end, mark), at: { start, end }, what: `${line} -> ${mark}` };
  }
}

function* fileLineLost(directive: Directive): Iterable<Planted> {
  const items = recipientsOf(directive);
  const [last, before] = [items.at(-1), items.at(-2)];
  if (!last || !before) return;
  const lost = plant(directive, before.end - 1, last.end, '.', 'Lưu left out');
  yield { ...lost, at: { start: before.start, end: before.end } };
  const [first] = items;
  if (first) yield { ...plant(directive, last.start, last.end, '- Công báo.', 'Lưu replaced') };
}

/** An addressee below the title of a type that has none. */
function* addressed(directive: Directive): Iterable<Planted> {
  const title = directive.draft.letterhead.title?.text ?? '';
  const at = directive.text.indexOf(`\n${title}\n`) + title.length + 2;
  for (const words of [
    'Kính gửi: Các bộ, ngành, địa phương',
    'Kính gửi:',
    '**Kính gửi:** Chính phủ',
    'Kính trình: Ban Bí thư',
  ])
    yield { ...plant(directive, at, at, `\n${words}\n`), at: { start: at + 1, end: at + 1 + words.length } };
}

function* basisMark(directive: Directive): Iterable<Planted> {
  for (const [i, line] of directive.lines.entries()) {
    if (!line.startsWith('- Căn cứ')) continue;
    const start = directive.starts[i] ?? 0;
    const end = start + line.length;
    const isLast = !directive.lines[i + 1]?.startsWith('- Căn cứ');
    for (const mark of isLast ? [';', '', ':'] : ['.', ',', '', ':'])
      yield { ...plant(directive, end - 1, end, mark), at: { start, end }, what: `${line.slice(0, 40)} -> ${mark}` };
  }
}

/** Bases put into a directive of the State with dashes before them. */
function* basisBulleted(directive: Directive): Iterable<Planted> {
  if (!directive.name.startsWith('thong-bao')) return;
  const at = directive.text.indexOf('\nNgày 30 tháng 6') + 1;
  for (const bullet of ['- ', '* ', '+ ', '• ']) {
    const lines = [
      'Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;',
      'Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023.',
    ].map((line) => bullet + line);
    yield plant(directive, at, at, `${lines.join('\n')}\n\n`, `${bullet}Căn cứ`);
  }
}

/** A heading whose contents are cut out, up to the next heading of its level or above. */
function* sectionEmptied(directive: Directive): Iterable<Planted> {
  const { lines, starts, text } = directive;
  for (const [i, line] of lines.entries()) {
    const level = /^#+/.exec(line)?.[0].length ?? 0;
    if (level < 2) continue;
    const next = lines.findIndex(
      (other, j) => j > i && /^#/.test(other) && (/^#+/.exec(other)?.[0].length ?? 9) <= level,
    );
    // "6. Về công tác ...", a point without a heading, is no part of the section above it.
    const point = lines.findIndex((other, j) => j > i && /^\d+[.)] \p{Lu}.*\.$/u.test(other));
    const own = lines[i + 2] === undefined ? '' : (lines[i + 2] ?? '');
    const stop =
      /^## .*VỀ QUAN ĐIỂM/.test(line) || point < 0 || /^#/.test(own) ? next : Math.min(next < 0 ? 1e9 : next, point);
    const end = stop < 0 ? text.length : (starts[stop] ?? text.length);
    const start = (starts[i] ?? 0) + line.length;
    if (stop < 0) continue;
    yield { ...plant(directive, start, end, '\n\n', `emptied ${line}`), at: { start: starts[i] ?? 0, end: start } };
  }
}

/** A point "a) ...:" whose list is cut out. */
function* listCutOut(directive: Directive): Iterable<Planted> {
  const { lines, starts, text } = directive;
  for (const [i, line] of lines.entries()) {
    if (!/^(?:[a-zđ]\)|\d+\.) .*:$/.test(line) || !lines[i + 2]?.startsWith('- ')) continue;
    const next = lines.findIndex((other, j) => j > i && other !== '' && !/^\s*[-+] /.test(other));
    const start = (starts[i] ?? 0) + line.length;
    const end = next < 0 ? text.length : (starts[next] ?? 0);
    yield {
      ...plant(directive, start, end, '\n\n', `list cut below ${line}`),
      at: { start: starts[i] ?? 0, end: start },
    };
  }
}

function* endOfBody(directive: Directive): Iterable<Planted> {
  for (const { index } of directive.text.matchAll(/\.\/\.(?=\n)/g)) {
    const start = directive.text.lastIndexOf('\n', index) + 1;
    for (const mark of ['.', '', ';', './', '/.'])
      yield { ...plant(directive, index, index + 3, mark), at: { start, end: index + 3 }, what: `./. -> ${mark}` };
  }
}

/** A line of the front matter left blank, or left out, in a directive about to be signed. */
function* letterheadBlank(directive: Directive): Iterable<Planted> {
  const end = directive.text.indexOf('\n---', 4);
  for (const { 0: line, index } of directive.text
    .slice(0, end)
    .matchAll(/^(?:số|ngày ban hành|cơ quan ban hành): .*\n/gm)) {
    const label = line.slice(0, line.indexOf(':') + 1);
    yield { ...plant(directive, index, index + line.length, `${label}\n`), settings: READY };
    yield {
      ...plant(directive, index, index + line.length, '', `without ${label}`),
      at: { start: 0, end: 4 },
      settings: READY,
    };
    if (label === 'số:')
      yield {
        ...plant(directive, index, index + line.length, line.replace(/\d+/, '   '), 'number blank'),
        settings: READY,
      };
  }
}

function* titleLost(directive: Directive): Iterable<Planted> {
  const title = directive.draft.letterhead.title?.text ?? '';
  const text = directive.text.replace(/^trích yếu: .*\n/m, '').replace(`\n${title}\n`, '');
  yield { text, at: { start: 0, end: 4 }, what: 'no title', settings: READY };
}

function* typeLost(directive: Directive): Iterable<Planted> {
  const text = directive.text.replace(/^loại: .*\n/m, '').replace(/^# .*\n/m, '');
  yield { text, at: { start: 0, end: 4 }, what: 'no type', settings: READY };
}

/** The end of a directive without recipients or without signature. */
function* endLost(directive: Directive, settings?: typeof READY): Iterable<Planted> {
  const from = directive.text.indexOf('**Nơi nhận');
  if (from < 0) return;
  const signed = directive.text.indexOf('\nKT. ');
  const at = { start: 0, end: 4 };
  const parts = [
    directive.text.slice(0, from),
    directive.text.slice(from, signed + 1),
    directive.text.slice(signed + 1),
  ];
  const [body = '', recipients = '', signature = ''] = parts;
  const more = settings && { settings };
  yield { text: body + signature, at, what: 'no recipients', ...more };
  yield { text: body + recipients, at, what: 'no signature', ...more };
}

function* endLostReady(directive: Directive): Iterable<Planted> {
  yield* endLost(directive, READY);
}

function* endLostInDraft(directive: Directive): Iterable<Planted> {
  yield* endLost(directive);
}

export const structureFaults: Record<string, readonly Planter[]> = {
  'structure/number': [marksOfOtherFamily, lettersOfOtherType, numberMalformed],
  'structure/date': [letterheadDate],
  'structure/signature': [prefixMistyped, signedForWrongly],
  'structure/signer': [deputyLeftOut],
  'structure/degree': [degreeBeforeName],
  'structure/recipients': [recipientMark, fileLineLost],
  'structure/addressee': [addressed],
  'structure/legal-basis': [basisMark, basisBulleted],
  'structure/empty-section': [sectionEmptied, listCutOut],
  'structure/ending': [endOfBody],
  'structure/not-ready': [letterheadBlank, titleLost, typeLost, endLostReady],
  'structure/incomplete': [endLostInDraft],
};
