import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { CodeAction, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { neighbourhoodOf } from '../core/neighbours.ts';
import type { Rule } from '../core/rule.ts';
import { elsewhere } from '../core/summary.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { endTalks, filesOf, findWords, type Talk, talk, until } from './fake-world.ts';

const text = '---\nsố: 12/KH-UBND\ntrích yếu: y tế\n---\n\n# KẾ HOẠCH\n\n1. Bộ Y tế báo cáo.\n';
let alone = 0;

/** Counts how often it runs, and so what a keystroke costs. */
const local: Rule = {
  ...findWords('test/local', 'error', 'SAI', true),
  *check(draft, project) {
    alone++;
    yield* findWords('test/local', 'error', 'SAI', true).check(draft, project);
  },
};

/** Finds the title of each other document with the same number, and points to it. */
const across: Rule = {
  ...findWords('test/across', 'warning', 'x'),
  acrossDocuments: true,
  *check(draft, project) {
    for (const { path, title } of neighbourhoodOf(draft, project).documents) {
      if (!title) continue;
      const saying = { vi: title.text, en: 'x' };
      yield { start: 0, end: 1, message: saying, related: [{ ...elsewhere(path, title), message: saying }] };
    }
  },
};

function start(contents = new Map<string, string | undefined>(), capabilities: object = {}): Promise<Talk> {
  const world = { today: () => '2026-01-15', registry: bundledRegistry, locale: 'vi' } as const;
  return talk({ ...world, rules: [local, across], files: filesOf(contents) }, capabilities);
}

async function open({ client }: Talk, uri: string, content = text): Promise<void> {
  const textDocument = { uri, languageId: 'markdown', version: 1, text: content };
  await client.sendNotification('textDocument/didOpen', { textDocument });
}

async function change({ client }: Talk, uri: string, content: string): Promise<void> {
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: content }],
  });
}

const last = ({ published }: Talk, uri: string) => published.findLast((each) => each.uri === uri);
const seen = (session: Talk, uri: string) =>
  last(session, uri)?.diagnostics.map(({ message }) => String(message)) ?? [];

describe('language server: open documents beside one another', () => {
  afterEach(endTalks);
  const [a, b, c, other] = ['a.md', 'b.md', 'c/c.md', 'd.txt'].map((name) => `file:///w/${name}`) as [
    string,
    string,
    string,
    string,
  ];

  it('see each other as they are typed, open and close, with the place in the other document', async () => {
    const session = await start();
    await open(session, a);
    await until(() => last(session, a) !== undefined);
    assert.deepEqual(seen(session, a), []);
    await open(session, b);
    await until(() => seen(session, a).length === 1 && seen(session, b).length === 1);
    await change(session, b, text.replace('y tế', 'công an'));
    await session.last();
    assert.deepEqual(seen(session, a), ['công an']);
    assert.deepEqual(last(session, a)?.diagnostics[0]?.relatedInformation, [
      {
        location: { uri: b, range: { start: { line: 2, character: 11 }, end: { line: 2, character: 18 } } },
        message: 'công an',
      },
    ]);
    assert.equal(last(session, a)?.version, 1);
    await change(session, b, 'Không là văn bản.\n');
    await session.last();
    assert.deepEqual([seen(session, a), seen(session, b)], [[], []]);
    await change(session, b, text);
    await session.last();
    assert.equal(seen(session, a).length, 1);
    await session.client.sendNotification('textDocument/didClose', { textDocument: { uri: b } });
    await session.last();
    assert.deepEqual(seen(session, a), []);
    assert.deepEqual(session.logged, []);
  });

  it('are those with the same settings', async () => {
    const session = await start(new Map([['file:///w/c/.chidao.yaml', '']]));
    for (const uri of [a, b, c]) await open(session, uri);
    await until(() => seen(session, b).length > 0 && last(session, c) !== undefined);
    await session.last();
    assert.deepEqual(
      [a, b, c, other].map((uri) => seen(session, uri).length),
      [1, 1, 0, 0],
    );
  });

  it('run only the rules that look across when another changes, and publish only what is new', async () => {
    const session = await start();
    for (const uri of [a, b]) await open(session, uri);
    await until(() => seen(session, a).length === 1 && seen(session, b).length === 1);
    await session.last();
    const [before, published] = [alone, session.published.length];
    await change(session, b, `${text}\nSAI\n`);
    await session.last();
    assert.equal(alone - before, 1);
    assert.deepEqual(
      session.published.slice(published).map(({ uri }) => uri),
      [b],
    );
  });
});

describe('language server: all certain corrections at once', () => {
  afterEach(endTalks);
  const uri = 'file:///w/a.md';
  const wrong = '# KẾ HOẠCH SAI\r\n\r\n1. Bộ Y tế báo cáo.\r\n\r\n2. Bộ SAI báo cáo SAI.\r\n';
  const ask = ({ client }: Talk, ...only: string[]): Promise<CodeAction[]> => {
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
    const context = { diagnostics: [], ...(only.length > 0 && { only }) };
    return client.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
  };

  it('are made when asked for by kind, wherever the cursor is', async () => {
    const session = await start(new Map(), { workspace: { workspaceEdit: { documentChanges: true } } });
    await open(session, uri, wrong);
    await session.last();
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.chidao']) {
      const [action, ...others] = await ask(session, kind);
      assert.equal(others.length, 0);
      assert.deepEqual([action?.kind, action?.title], ['source.fixAll.chidao', 'Sửa mọi chỗ sửa được chắc chắn']);
      const [edits] = action?.edit?.documentChanges ?? [];
      assert.ok(edits && 'edits' in edits);
      assert.deepEqual(edits.textDocument, { uri, version: 1 });
      assert.equal(edits.edits.length, 2);
      const document = TextDocument.create(uri, 'markdown', 1, wrong);
      assert.equal(TextDocument.applyEdits(document, edits.edits as TextEdit[]), wrong.replaceAll('SAI', ''));
    }
    for (const kind of ['quickfix', 'source.organizeImports', 'source.fixAll.eslint', 'source.fix']) {
      assert.deepEqual(await ask(session, kind), [], kind);
    }
    assert.deepEqual(await ask(session), []);
    await change(session, uri, text);
    assert.deepEqual(await ask(session, 'source.fixAll'), []);
  });
});
