import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, describe, it } from 'mocha';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const source = readFileSync('dist/chidao.injection.tmLanguage.json', 'utf8');

/** Blocks in the scopes VS Code's own Markdown grammar gives them: what the injection selector goes by. */
const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [{ include: '#block' }],
  repository: {
    block: { patterns: ['#heading', '#list', '#fenced', '#table', '#paragraph'].map((include) => ({ include })) },
    heading: {
      match: '^(#{1,6})\\s+(.*)$',
      name: 'markup.heading.markdown',
      captures: { 2: { name: 'entity.name.section.markdown', patterns: [{ include: '#raw' }] } },
    },
    list: {
      begin: '(^|\\G)( {0,3})(?:[-*+]|[0-9]+[).])[\\t ]',
      while: '((^|\\G)( {2,4}|\\t))|^([\\t ]*)$',
      name: 'markup.list.markdown',
      patterns: [{ include: '#block' }],
    },
    fenced: { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
    table: { match: '^\\|.*$', name: 'markup.table.markdown', captures: { 0: { patterns: [{ match: '\\|' }] } } },
    raw: { match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' },
    paragraph: {
      begin: '(^|\\G) {0,3}(?=\\S)',
      while: '(^|\\G) {4,}(?=\\S)',
      name: 'meta.paragraph.markdown',
      patterns: [{ include: '#raw' }, { begin: '\\*\\*(?=\\S)', end: '\\*\\*', name: 'markup.bold.markdown' }],
    },
  },
};

let grammar: textmate.IGrammar;

/** Words the grammar marks in a text, with the last but one part of their scope: "marker: a)". */
function marked(text: string): string[] {
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = scopes.find((each) => each.endsWith('.chidao'));
      return scope ? [`${scope.split('.').at(-2)}: ${line.slice(startIndex, endIndex)}`] : [];
    });
  });
}

describe('grammar', () => {
  before(async () => {
    const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
    await oniguruma.loadWASM({ data: readFileSync(wasm) });
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (name) =>
        textmate.parseRawGrammar(name === 'chidao.injection' ? source : JSON.stringify(markdown), `${name}.json`),
      getInjections: (name) => (name === 'text.html.markdown' ? ['chidao.injection'] : undefined),
    });
    const loaded = await registry.loadGrammar('text.html.markdown');
    assert.ok(loaded);
    grammar = loaded;
  });

  it('has regular expressions that compile', () => {
    const found: string[] = [];
    JSON.parse(source, (key, value) => {
      if (key === 'match') found.push(value);
      return value;
    });
    assert.ok(found.length > 10);
    for (const pattern of found) assert.doesNotThrow(() => new oniguruma.OnigScanner([pattern]), pattern);
  });

  const samples: Record<string, readonly string[]> = {
    'Phần I': ['marker: Phần I'],
    'Mục 1 QUY ĐỊNH CHUNG': ['marker: Mục 1'],
    '**Điều 12.** Hiệu lực': ['marker: Điều 12.'],
    'Điều 5 của Luật': [],
    'I- MỤC TIÊU': ['marker: I-'],
    '## IV. TỔ CHỨC THỰC HIỆN': ['marker: IV.'],
    '### 2.1. Về thể chế': ['marker: 2.1.'],
    '2.1 Về dữ liệu': ['marker: 2.1'],
    '2.1 triệu hồ sơ': [],
    'đ) Rà soát: (1) thể chế; (ii) dữ liệu': ['marker: đ)', 'marker: (1)', 'marker: (ii)'],
    'ý a) không đứng đầu dòng': [],
    '- b) Trong danh sách': ['marker: b)'],
    '##### Giai đoạn từ nay đến ngày 30/6/2025': ['phase: Giai đoạn từ nay đến ngày 30/6/2025'],
    '1. Giai đoạn 1 (2025 - 2027)': ['phase: Giai đoạn 1 (2025 - 2027)'],
    'a) Giai đoạn II: 2026 - 2030': ['marker: a)', 'phase: Giai đoạn II'],
    '- Giai đoạn đột phá (đến ngày 31/12/2025): Khắc phục': ['phase: Giai đoạn đột phá (đến ngày 31/12/2025)'],
    'trong Giai đoạn 1': [],
    'Bộ A chủ trì, phối hợp với Bộ B có trách nhiệm': [
      'assignment: chủ trì, phối hợp với',
      'assignment: có trách nhiệm',
    ],
    'CHỦ TRÌ và Phối hợp chặt chẽ với': ['assignment: CHỦ TRÌ và Phối hợp chặt chẽ với'],
    'Giao Bộ Tài chính bàn giao Ủy ban nhân dân tỉnh': ['assignment: Giao'],
    'giao thông, giao dịch': [],
    'Đề nghị các bộ theo đề nghị của Bộ A; Thủ tướng yêu cầu:': ['assignment: Đề nghị', 'assignment: yêu cầu'],
    'đáp ứng yêu cầu Nghị định': [],
    'Hoàn thành chậm nhất trước ngày 10 tháng 7 năm 2025.': ['deadline: chậm nhất trước ngày 10 tháng 7 năm 2025'],
    'xong trong quý III/2026, đến hết tháng 9/2026': ['deadline: trong quý III/2026', 'deadline: đến hết tháng 9/2026'],
    'từ ngày 01/7/2025 đến hết ngày 30/9/2025': ['deadline: từ ngày 01/7/2025 đến hết ngày 30/9/2025'],
    'trong thời hạn 15 ngày làm việc; định kỳ hằng quý': [
      'deadline: trong thời hạn 15 ngày làm việc',
      'deadline: định kỳ hằng quý',
    ],
    'Chiến lược đến năm 2030, ban hành ngày 22/12/2024': [],
    '| 1 | Bộ A | trước ngày 30/6/2026 |': ['deadline: trước ngày 30/6/2026'],
    'số 57-NQ/TW, 336/TB-VPCP, 63/2024/NĐ-CP, 64/2025/QH15': [
      'document: 57-NQ/TW',
      'document: 336/TB-VPCP',
      'document: 63/2024/NĐ-CP',
      'document: 64/2025/QH15',
    ],
    'ngày 15/7, 24/7, 10 hồ sơ/năm': [],
    'mã `Bộ A chủ trì`': [],
    '```\na) chủ trì\n```': [],
  };
  for (const [text, words] of Object.entries(samples))
    it(text.replaceAll('\n', ' | '), () => {
      assert.deepEqual(marked(text), words);
      // As some systems write it, letter by letter.
      const apart = words.map((word) => word.normalize('NFD'));
      assert.deepEqual(marked(text.normalize('NFD')), apart);
    });
});
