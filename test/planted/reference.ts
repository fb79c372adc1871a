import { isUnit, type UnitNode } from '../../core/nodes.ts';
import { applyEdits } from '../../core/text.ts';
import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

/** Ends of the sentences said in units and bullets, outside their last full stop. */
function sentenceEnds({ draft, text }: Directive): number[] {
  return draft.nodes.flatMap(({ kind, region, span, fact }) => {
    const said = text.slice(span.start, span.end);
    if (region !== 'body' || (kind !== 'unit' && kind !== 'bullet') || fact.item.level > 0) return [];
    const stop = /[.;]$/.test(said) ? 1 : 0;
    return said.length > 60 && fact.citations.length === 0 ? [span.end - stop] : [];
  });
}

/** One clause after the other put at the ends of sentences; the fault is the second of each pair, as it stands in the first. */
function* put(directive: Directive, ...clauses: readonly (readonly [string, string])[]): Iterable<Planted> {
  for (const [i, at] of sentenceEnds(directive).entries()) {
    const [clause = '', wrong = ''] = clauses[i % clauses.length] ?? [];
    const start = at + clause.indexOf(wrong);
    yield { ...plant(directive, at, at, clause), at: { start, end: start + wrong.length } };
  }
}

function* sectionThatIsNot(directive: Directive): Iterable<Planted> {
  yield* put(
    directive,
    [' theo các nhiệm vụ nêu tại Mục VIII', 'VIII'],
    [' (xem Phần VII)', 'VII'],
    [` theo khoản 1 Mục IX ${directive.draft.letterhead.type?.text} này`, 'IX'],
  );
}

function* itemThatIsNot(directive: Directive): Iterable<Planted> {
  yield* put(
    directive,
    [' theo khoản 12 Mục II', '12'],
    [' như đã nêu tại mục II.15', 'II.15'],
    [' theo các khoản 1, 2 và 14 mục I', '14'],
    [' (thực hiện theo điểm b, khoản 11, Mục II)', '11'],
  );
}

function* pointThatIsNot(directive: Directive): Iterable<Planted> {
  const under = new Map<UnitNode, UnitNode[]>();
  for (const unit of directive.draft.units) {
    if (unit.marker.style !== 'letter' || !unit.parent || !isUnit(unit.parent)) continue;
    under.set(unit.parent, [...(under.get(unit.parent) ?? []), unit]);
  }
  const clauses = [...under.keys()].flatMap(({ marker, parent }): [string, string][] => {
    if (marker.style !== 'arabic' || !parent || !isUnit(parent)) return [];
    const [item, section] = [marker.number, parent.marker.number];
    return [
      [` theo điểm y khoản ${item} Mục ${section}`, 'y khoản'],
      [` (điểm a và điểm x khoản ${item} mục ${section})`, 'x'],
    ];
  });
  if (clauses.length > 0) yield* put(directive, ...clauses);
}

/** The point behind the last one, spoken of beside it. */
function* nextPoint({ draft, ...rest }: Directive): Iterable<Planted> {
  const directive = { draft, ...rest };
  for (const unit of draft.units) {
    const said = unit.fact.item.body.text;
    const siblings = (unit.parent?.children ?? []).filter(isUnit);
    if (unit.marker.style !== 'letter' || siblings.length < 2 || !/[.]$/.test(said) || unit.fact.citations.length > 0)
      continue;
    const at = unit.span.end - 1;
    const clause = ' và theo điểm s nêu trên';
    yield { ...plant(directive, at, at, clause), at: { start: at + 14, end: at + clause.length } };
  }
}

function* decimalThatIsNot(directive: Directive): Iterable<Planted> {
  const has = directive.draft.units.some(({ marker }) => marker.style === 'decimal');
  if (has) yield* put(directive, [' theo nhiệm vụ tại mục 2.7', '2.7']);
}

const TITLES = ['DANH MỤC NHIỆM VỤ GIAO CÁC BỘ, NGÀNH', 'MẪU BÁO CÁO KẾT QUẢ THỰC HIỆN', 'PHÂN CÔNG THEO DÕI, ĐÔN ĐỐC'];

/** The directive with annexes behind it, each named in the text; `heads` are what they are called. */
function withAnnexes(
  directive: Directive,
  heads: readonly string[],
  named: readonly string[],
): { text: string; heads: number[]; moved: number } {
  const [at = 0] = sentenceEnds(directive);
  const clause =
    named.length === 0
      ? ''
      : ` (chi tiết tại ${named.map((each) => `Phụ lục${each && ` ${each}`}`).join(', ')} kèm theo)`;
  let text = `${applyEdits(directive.text, [{ start: at, end: at, text: clause }]).trimEnd()}\n`;
  const places = heads.map((head, i) => {
    text += `\n${head}`;
    const start = text.length - head.length;
    text += `\n\n${TITLES[i % TITLES.length]}\n\n- Các bộ, ngành, địa phương.\n`;
    return start;
  });
  return { text, heads: places, moved: clause.length };
}

/** The fault is at the head of an annex. */
function* atHead(
  directive: Directive,
  heads: readonly string[],
  named: readonly string[],
  at: number,
): Iterable<Planted> {
  // What the samples name themselves is there.
  const all = directive.text.includes('Phụ lục I ') ? named.filter((each) => each !== 'I') : named;
  for (const form of ['', '# ', '**']) {
    const written = heads.map((head) => (form === '**' ? `**${head}**` : form + head));
    const planted = withAnnexes(directive, written, all);
    const start = planted.heads[at] ?? 0;
    yield {
      text: planted.text,
      at: { start, end: start + (written[at] ?? '').length },
      what: `${heads.join(', ')}; ${named}`,
    };
  }
}

function* annexThatIsNot(directive: Directive): Iterable<Planted> {
  const base = withAnnexes(directive, ['# PHỤ LỤC I', '# PHỤ LỤC II'], ['I', 'II']);
  const [, ...others] = sentenceEnds(directive);
  for (const at of others) {
    const place = at + base.moved;
    const clause =
      [' theo Phụ lục V kèm theo', ' (mẫu tại Phụ lục số III)', ' như tại các Phụ lục I, IV'][at % 3] ?? '';
    const text = applyEdits(base.text, [{ start: place, end: place, text: clause }]);
    yield { text, at: { start: place, end: place + clause.length }, what: clause };
  }
}

function* noAnnexAtAll(directive: Directive): Iterable<Planted> {
  yield* put(directive, [' (chi tiết tại Phụ lục III kèm theo)', 'III'], [' theo mẫu tại phụ lục số 04', '04']);
}

function* annexNobodyNames(directive: Directive): Iterable<Planted> {
  yield* atHead(directive, ['PHỤ LỤC I', 'PHỤ LỤC II'], ['I'], 1);
  yield* atHead(directive, ['PHỤ LỤC I', 'PHỤ LỤC II', 'PHỤ LỤC III'], ['I', 'III'], 1);
  if (!/phụ lục|kèm theo/i.test(directive.text)) yield* atHead(directive, ['PHỤ LỤC'], [], 0);
}

function* annexNumbers(directive: Directive): Iterable<Planted> {
  if (directive.draft.letterhead.number?.text.includes('-KH/')) return;
  yield* atHead(directive, ['PHỤ LỤC 1', 'PHỤ LỤC 2'], ['1', '2'], 0);
  yield* atHead(directive, ['PHỤ LỤC SỐ 01', 'PHỤ LỤC SỐ 02'], ['số 01', 'số 02'], 0);
  yield* atHead(directive, ['PHỤ LỤC I', 'PHỤ LỤC 2', 'PHỤ LỤC III'], ['I', 'II', 'III'], 1);
  yield* atHead(directive, ['PHỤ LỤC A', 'PHỤ LỤC B'], ['A', 'B'], 0);
  yield* atHead(directive, ['PHỤ LỤC I'], ['I'], 0);
  yield* atHead(directive, ['PHỤ LỤC II', 'PHỤ LỤC I'], ['I', 'II'], 0);
  yield* atHead(directive, ['PHỤ LỤC I', 'PHỤ LỤC III'], ['I', 'III'], 1);
  yield* atHead(directive, ['PHỤ LỤC I', 'PHỤ LỤC'], ['I', 'kèm theo'], 1);
}

/** Annexes that are files of their own. */
function* namedInDigits(directive: Directive): Iterable<Planted> {
  if (directive.draft.letterhead.number?.text.includes('-KH/')) return;
  yield* put(
    directive,
    [' theo các Phụ lục 1, 2 kèm theo', '1, 2'],
    [' (chi tiết tại Phụ lục 01 và Phụ lục 02 kèm theo)', '01 và Phụ lục 02'],
  );
}

function* annexesAlike(directive: Directive): Iterable<Planted> {
  yield* atHead(directive, ['PHỤ LỤC I', 'PHỤ LỤC I'], ['I'], 1);
  yield* atHead(directive, ['PHỤ LỤC I', 'PHỤ LỤC II', 'PHỤ LỤC II'], ['I', 'II'], 2);
}

/** The same list named with one number in the first sentence and with another in a later one. */
function* oneThingTwice(directive: Directive): Iterable<Planted> {
  const [first = 0, ...others] = sentenceEnds(directive);
  const forms: [string, string][] = [
    [
      ' theo danh mục cơ sở dữ liệu dùng chung tại Phụ lục II',
      ' theo danh mục cơ sở dữ liệu dùng chung tại Phụ lục III',
    ],
    [' (Phụ lục II danh mục cơ sở dữ liệu dùng chung)', ' (Phụ lục III: Danh mục cơ sở dữ liệu dùng chung)'],
    [
      ' theo 12 cơ sở dữ liệu trọng yếu sau đây (chi tiết tại Phụ lục II)',
      ' theo 12 cơ sở dữ liệu trọng yếu (Phụ lục III kèm theo)',
    ],
  ];
  const base = withAnnexes(directive, ['# PHỤ LỤC I', '# PHỤ LỤC II', '# PHỤ LỤC III'], ['I', 'II', 'III']);
  for (const at of others) {
    for (const [one, other] of forms.slice(at % 3, (at % 3) + 1)) {
      const text = applyEdits(base.text, [
        { start: first + base.moved, end: first + base.moved, text: one },
        { start: at + base.moved, end: at + base.moved, text: other },
      ]);
      const start = at + base.moved + one.length;
      yield { text, at: { start, end: start + other.length }, what: other };
    }
  }
}

/** Articles and recipients before what the samples say. */
function* recipientsOfNoArticle(directive: Directive): Iterable<Planted> {
  const articles = [
    'Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp.',
    'Điều 2. Quyết định này có hiệu lực kể từ ngày ký ban hành.',
    'Điều 3. Các bộ trưởng, thủ trưởng cơ quan có liên quan chịu trách nhiệm thi hành Quyết định này./.',
  ].join('\n\n');
  const front = directive.text
    .slice(0, directive.text.indexOf('\n---\n') + 5)
    .replace(/loại: .*/, 'loại: Quyết định')
    .replace(/-KH\/|\/TB-/, (type) => type.replace(/KH|TB/, 'QĐ'));
  const party = front.includes('-QĐ/');
  const head = `${front}\n${party ? articles.replace('./.', '.') : articles}\n\n**Nơi nhận:**\n\n`;
  const lines = ['- Như Điều 4;', '- Như Điều 2;', '- Như Điều 1;', '- Như điều 5;', 'Như Điều 7'];
  for (const line of lines) {
    yield {
      text: `${head}${line}\n- Lưu: VT.\n`,
      at: { start: head.length, end: head.length + line.length },
      what: line,
    };
  }
}

function* capitals(directive: Directive): Iterable<Planted> {
  if (directive.draft.letterhead.number?.text.includes('-KH/')) return;
  yield* put(
    directive,
    [' theo quy định tại Khoản 1 Mục II', 'Khoản'],
    [' (điểm a Khoản 1 Mục II)', 'Khoản'],
    [' theo Điểm a khoản 1 Mục II', 'Điểm'],
    [' theo khoản 2 điều 5 Luật Giao dịch điện tử', 'điều'],
    [' theo điểm b khoản 2 điều 5 của Luật Giao dịch điện tử', 'điều'],
  );
}

export const referenceFaults: Record<string, readonly Planter[]> = {
  'reference/missing': [sectionThatIsNot, itemThatIsNot, pointThatIsNot, nextPoint, decimalThatIsNot],
  'reference/annex-absent': [annexThatIsNot],
  'reference/annex-apart': [noAnnexAtAll],
  'reference/annex-unmentioned': [annexNobodyNames],
  'reference/annex-number': [annexNumbers, namedInDigits],
  'reference/annex-twice': [annexesAlike, oneThingTwice],
  'reference/recipients': [recipientsOfNoArticle],
  'reference/capitals': [capitals],
};
