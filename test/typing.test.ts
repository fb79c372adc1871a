import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'mocha';
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findChange, joinChanges } from '../core/change.ts';
import { rules } from '../core/rules/index.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { DRAFT, endTalks, findWords, type Talk, talk } from './fake-world.ts';
import { pick, seeded } from './random.ts';

const uri = 'file:///w/du-thao.md';
const world = { today: () => '2025-07-15', registry: bundledRegistry, locale: 'vi' } as const;

function open({ client }: Talk, text: string): Promise<void> {
  return client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
}

function send({ client }: Talk, version: number, contentChanges: object[]): Promise<void> {
  return client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
}

const PIECES = [
  'x',
  ' ',
  '\n',
  '\r\n',
  'đ) ',
  '. ',
  ' trước ngày 30/6/2025',
  ' Bộ Công an',
  '## V. THÊM\n\n',
  'hoà',
  '(',
];

/** Some edits as an editor sends them: one after the other, the places of each in the text the one before left. */
function randomEdits(random: () => number, document: TextDocument): TextDocumentContentChangeEvent[] {
  const { length } = document.getText();
  const start = Math.floor(random() * length);
  const end = Math.min(length, start + (random() < 0.5 ? 0 : Math.floor(random() * 30)));
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  const text = random() < 0.8 ? pick(random, PIECES) : '';
  const change = random() < 0.03 ? { text: document.getText().replace('và', 'hoặc') } : { range, text };
  TextDocument.update(document, [change], document.version + 1);
  return random() < 0.4 ? [change, ...randomEdits(random, document)] : [change];
}

/** Findings of one place come in any order. */
function sorted(diagnostics: readonly Diagnostic[] | undefined): string[] {
  return (diagnostics ?? []).map((each) => JSON.stringify(each)).sort();
}

describe('typing', () => {
  afterEach(endTalks);

  for (const ends of ['\n', '\r\n']) {
    it(`tells after any edits what opening the text tells (${JSON.stringify(ends)})`, async function () {
      this.timeout(120_000);
      const random = seeded(60);
      const start = readFileSync('examples/ke-hoach-02-KH-BCDTW.md', 'utf8').slice(0, 9000).replace(/\n/g, ends);
      const document = TextDocument.create(uri, 'markdown', 1, start);
      const session = await talk({ ...world, rules });
      await open(session, document.getText());
      for (let round = 0; round < 25; round++) {
        await send(session, document.version + 1, randomEdits(random, document));
        const told = await session.last();
        const other = await talk({ ...world, registry: { ...bundledRegistry }, rules });
        await open(other, document.getText());
        const afresh = await other.last();
        assert.deepEqual(sorted(told?.diagnostics), sorted(afresh?.diagnostics));
        assert.deepEqual(session.logged, []);
      }
    });
  }

  describe('sends findings', () => {
    /** How often findings came, and for which version they came last, after each of some texts was put in its place. */
    async function told(
      capabilities: object,
      typed: readonly (readonly [line: number, character: number, text: string])[],
    ) {
      const session = await talk({ ...world, rules: [findWords('test/one', 'error', 'SAI')] }, capabilities);
      await open(session, `${DRAFT}\n3. Bộ Y tế rà soát SAI quy định.\n\n4. Bộ Công an báo cáo.\n`);
      const counts = [];
      for (const [i, [line, character, text]] of typed.entries()) {
        const range = { start: { line, character }, end: { line, character } };
        await send(session, i + 2, [{ range, text }]);
        const last = await session.last();
        counts.push([session.published.length, last?.version, last?.diagnostics[0]?.range.start]);
      }
      return counts;
    }

    it('where they are others than before', async () => {
      assert.deepEqual(
        await told({}, [
          [8, 20, 'a'],
          [14, 10, 'a'],
          [8, 20, 'SAI '],
          [10, 20, 'a'],
          [6, 0, 'a\n\n'],
        ]),
        [
          [1, 1, { line: 12, character: 19 }],
          [1, 1, { line: 12, character: 19 }],
          [2, 4, { line: 8, character: 20 }],
          [2, 4, { line: 8, character: 20 }],
          [3, 6, { line: 10, character: 20 }],
        ],
      );
    });

    it('where something is written in their line, for editors move what they show in their own way', async () => {
      const at = { line: 12, character: 19 };
      assert.deepEqual(await told({}, [[12, 22, ' ']]), [[2, 2, at]]);
    });

    it('of each version to an editor that asks for versions', async () => {
      assert.deepEqual(await told({ textDocument: { publishDiagnostics: { versionSupport: true } } }, [[8, 20, 'a']]), [
        [2, 2, { line: 12, character: 19 }],
      ]);
    });
  });

  it('shows the gravest where there are very many, and says how many more', async () => {
    const session = await talk({
      ...world,
      rules: [findWords('test/one', 'hint', 'NHẸ'), findWords('test/two', 'error', 'SAI')],
    });
    await open(session, `${DRAFT}\n${'NHẸ '.repeat(1500)}\n\n${'SAI '.repeat(20)}\n`);
    const { diagnostics = [] } = (await session.last()) ?? {};
    assert.equal(diagnostics.length, 500);
    assert.equal(diagnostics.filter(({ code }) => code === 'test/two').length, 20);
    assert.match(String(diagnostics[0]?.message), /^Còn 1\.021 phát hiện nữa,/);
  });
});

describe('changes of a text', () => {
  it('are one stretch, whatever comes after what', () => {
    const random = seeded(9);
    for (let round = 0; round < 500; round++) {
      const texts = ['Bộ Công an chủ trì.'];
      const edit = () => {
        const text = texts.at(-1) ?? '';
        const start = Math.floor(random() * text.length);
        const oldEnd = start + Math.floor(random() * (text.length - start));
        const put = pick(random, ['', 'x', ' và các bộ']);
        texts.push(text.slice(0, start) + put + text.slice(oldEnd));
        return { start, oldEnd, newEnd: start + put.length };
      };
      const joined = joinChanges(joinChanges(edit(), edit()), edit());
      const [first = '', last = ''] = [texts[0], texts.at(-1)];
      assert.equal(first.slice(0, joined.start), last.slice(0, joined.start));
      assert.equal(first.slice(joined.oldEnd), last.slice(joined.newEnd));
      const found = findChange(first, last);
      assert.ok(found.start >= joined.start);
    }
  });
});
