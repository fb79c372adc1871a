import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { CodeAction, Diagnostic, DocumentSymbol, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Rule } from '../core/rule.ts';
import { rules as allRules } from '../core/rules/index.ts';
import { RENUMBER_EDIT } from '../protocol/messages.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { type Extent, RENUMBER } from '../server/features/renumber.ts';
import { endTalks, type Talk, talk, until } from './fake-world.ts';

const uri = 'file:///du-thao.md';
const text = `# KẾ HOẠCH

## I. NHIỆM VỤ 😀

1. Bộ Tài chính chủ trì, phối hợp với Bộ Nội vụ ban hành thông tư sai. Hoàn thành trước ngày 30/6/2026.

### Giai đoạn từ nay đến ngày 31/12/2026

a) Bộ Công an: (1) Rà soát dữ liệu; (2) Công bố danh mục.
`;

/** Finds the word "sai"; "nổ" in the draft makes the rule itself fail. */
const rule: Rule = {
  id: 'test/wrong',
  severity: 'warning',
  summary: { vi: '', en: '' },
  why: { vi: '', en: '' },
  examples: [],
  *check(draft) {
    if (draft.text.includes('nổ')) throw new Error('nổ');
    for (const { index: start } of draft.text.matchAll(/sai/g)) {
      const span = { start, end: start + 3 };
      yield {
        ...span,
        message: { vi: 'Từ sai.', en: 'Wrong word.' },
        deprecated: true,
        related: [{ start: 0, end: 1, message: { vi: 'Đầu.', en: 'Start.' } }],
        fixes: [{ title: { vi: 'Sửa', en: 'Mend' }, edits: [{ ...span, text: 'đúng' }], certain: true }],
      };
    }
  },
};

/** Starts the server with the rule above alone. */
function start(capabilities?: object, initializationOptions?: object, rules: readonly Rule[] = [rule]): Promise<Talk> {
  const world = { today: () => '2026-01-15', registry: bundledRegistry, locale: 'vi', rules } as const;
  return talk(world, capabilities, initializationOptions);
}

function didOpen({ client }: Talk, content: string, languageId = 'markdown'): Promise<void> {
  const textDocument = { uri, languageId, version: 1, text: content };
  return client.sendNotification('textDocument/didOpen', { textDocument });
}

function didChange({ client }: Talk, version: number, change: object): Promise<void> {
  const textDocument = { uri, version };
  return client.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] });
}

function at(line: number, character: number, length = 0) {
  return { start: { line, character }, end: { line, character: character + length } };
}

function actions({ client }: Talk, range: object, only?: string[]): Promise<CodeAction[]> {
  const params = { textDocument: { uri }, range, context: { diagnostics: [], ...(only && { only }) } };
  return client.sendRequest('textDocument/codeAction', params);
}

describe('language server', () => {
  afterEach(endTalks);

  it('says what it can do', async () => {
    const { told } = await start();
    const { positionEncoding, textDocumentSync, codeActionProvider, documentSymbolProvider } = told.capabilities;
    assert.equal(positionEncoding, 'utf-16');
    assert.deepEqual(textDocumentSync, { openClose: true, change: 2 });
    const renumber = ['section', 'document'].map((extent) => RENUMBER[extent as Extent]);
    const codeActionKinds = ['quickfix', 'source.fixAll.chidao', ...renumber];
    assert.deepEqual(codeActionProvider, { codeActionKinds, resolveProvider: true });
    assert.equal(documentSymbolProvider, true);
    assert.equal(told.capabilities.renameProvider !== undefined, true);
  });

  it('publishes the findings of a directive with the version they belong to', async () => {
    const session = await start();
    await didOpen(session, text);
    const { version, diagnostics = [] } = (await session.last()) ?? {};
    assert.equal(version, 1);
    const [{ data, ...rest }] = diagnostics as [Diagnostic];
    assert.match(String(data), /^[0-9a-f]{14}$/);
    assert.deepEqual(rest, {
      range: at(4, 66, 3),
      message: 'Từ sai.',
      severity: 2,
      code: 'test/wrong',
      source: 'chidao',
      tags: [2],
      relatedInformation: [{ location: { uri, range: at(0, 0, 1) }, message: 'Đầu.' }],
    });
  });

  it('follows each change and counts columns in UTF-16', async () => {
    const session = await start();
    await didOpen(session, text);
    await didChange(session, 2, { range: at(2, 17), text: ' sai' });
    const changed = await session.last();
    assert.equal(changed?.version, 2);
    assert.deepEqual(
      changed?.diagnostics.map(({ range }) => range),
      [at(2, 18, 3), at(4, 66, 3)],
    );
    await didChange(session, 3, { text: text.replace('sai', 'mới') });
    assert.deepEqual(await session.last(), { uri, version: 3, diagnostics: [] });
  });

  it('corrects by a quick fix bound to the version', async () => {
    const session = await start({ workspace: { workspaceEdit: { documentChanges: true } } });
    await didOpen(session, text);
    const [action, ...others] = await actions(session, at(4, 67));
    assert.deepEqual(
      others.map(({ title }) => title),
      ['Bỏ qua test/wrong ở đây (nêu lý do)'],
    );
    assert.equal(action?.title, 'Sửa');
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action?.isPreferred, true);
    assert.deepEqual(
      action?.diagnostics?.map(({ code }) => code),
      ['test/wrong'],
    );
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(change.textDocument, { uri, version: 1 });
    const document = TextDocument.create(uri, 'markdown', 1, text);
    assert.equal(TextDocument.applyEdits(document, change.edits as TextEdit[]), text.replace('sai', 'đúng'));
    assert.deepEqual(await actions(session, at(4, 3)), []);
    assert.deepEqual(await actions(session, at(4, 67), ['refactor']), []);
    assert.equal((await actions(session, at(4, 67), ['quickfix'])).length, 2);
  });

  it('gives plain edits to a client that knows no others', async () => {
    const session = await start();
    await didOpen(session, text);
    const [action] = await actions(session, at(4, 67));
    assert.deepEqual(action?.edit, { changes: { [uri]: [{ range: at(4, 66, 3), newText: 'đúng' }] } });
  });

  it('renumbers by an edit that is shown first, and plainly where the client knows no such', async () => {
    const wrong =
      '## I. NHIỆM VỤ\n\n1. Sở Y tế rà soát.\n\n3. Sở Nội vụ báo cáo theo khoản 4.\n\n4. Sở Tài chính gửi.\n';
    const right = wrong.replace('3. ', '2. ').replace('khoản 4', 'khoản 3').replace('4. ', '3. ');
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    const rich = await start({ workspace: { workspaceEdit }, textDocument: { codeAction } }, undefined, allRules);
    await didOpen(rich, wrong);
    assert.deepEqual(await actions(rich, at(2, 5), ['quickfix']), []);
    assert.equal((await actions(rich, at(2, 5))).filter(({ kind }) => kind?.startsWith('refactor')).length, 0);
    const [section, whole, ...more] = await actions(rich, at(2, 5), ['refactor.rewrite']);
    assert.deepEqual([section?.kind, whole?.kind, more.length], [RENUMBER.section, RENUMBER.document, 0]);
    assert.equal(section?.edit, undefined);
    const { edit } = await rich.client.sendRequest<CodeAction>('codeAction/resolve', section);
    assert.deepEqual(edit?.changeAnnotations, {
      renumber: {
        label: 'Đánh số lại 2 mục, sửa 1 viện dẫn',
        needsConfirmation: true,
        description: 'Đánh dấu vào ô để áp dụng',
      },
    });
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(
      change.edits.map((each) => ['annotationId' in each && each.annotationId, 'newText' in each && each.newText]),
      [
        ['renumber', '2'],
        ['renumber', '3'],
        ['renumber', '3'],
      ],
    );
    const document = TextDocument.create(uri, 'markdown', 1, wrong);
    assert.equal(TextDocument.applyEdits(document, change.edits as TextEdit[]), right);
    await didChange(rich, 2, { text: `${wrong}\n` });
    // Its places are those of an older text.
    assert.equal((await rich.client.sendRequest<CodeAction>('codeAction/resolve', section)).edit, undefined);

    const plain = await start({}, undefined, allRules);
    await didOpen(plain, wrong);
    const found = await actions(plain, at(4, 0));
    const { changes } = found.find(({ kind }) => kind === RENUMBER.document)?.edit ?? {};
    assert.equal(TextDocument.applyEdits(document, changes?.[uri] ?? []), right);
    await didChange(plain, 2, { text: right });
    assert.deepEqual(await actions(plain, at(4, 0), ['refactor']), []);
    assert.equal(await plain.client.sendRequest(RENUMBER_EDIT, { uri, extent: 'document', at: 0 }), null);
  });

  it('shows units, phases and tasks as a tree', async () => {
    const session = await start();
    await didOpen(session, text);
    const tree = await session.client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    const lines: string[] = [];
    const walk = (symbols: readonly DocumentSymbol[], depth: number) => {
      for (const { name, detail, children, range, selectionRange } of symbols) {
        lines.push(`${'  '.repeat(depth)}${name}${detail ? ` [${detail}]` : ''} ${range.start.line}-${range.end.line}`);
        assert.ok(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line);
        walk(children ?? [], depth + 1);
      }
    };
    walk(tree, 0);
    assert.deepEqual(lines, [
      'KẾ HOẠCH 0-8',
      '  I. NHIỆM VỤ 😀 2-8',
      '    1. Bộ Tài chính chủ trì, phối hợp với Bộ Nội vụ ban hành thông tư sai. Hoàn thành trước ngày … [Bộ Tài chính · Hoàn thành trước ngày 30/6/2026] 4-4',
      '    Giai đoạn từ nay đến ngày 31/12/2026 6-8',
      '      a) Bộ Công an: (1) Rà soát dữ liệu; (2) Công bố danh mục. 8-8',
      '        Rà soát dữ liệu; [Bộ Công an] 8-8',
      '        Công bố danh mục. [Bộ Công an] 8-8',
    ]);
  });

  it('speaks English when asked at the start', async () => {
    const session = await start({}, { chidao: { locale: 'en' } });
    await didOpen(session, text);
    assert.equal((await session.last())?.diagnostics[0]?.message, 'Wrong word.');
  });

  it('asks for the settings and publishes anew when the language changes', async () => {
    const session = await start({ workspace: { configuration: true } });
    await didOpen(session, text);
    assert.equal((await session.last())?.diagnostics[0]?.message, 'Từ sai.');
    session.settings = { locale: 'en' };
    await session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(() => session.published.length > 1);
    const { version, diagnostics } = session.published.at(-1) ?? {};
    assert.deepEqual([version, diagnostics?.[0]?.message], [1, 'Wrong word.']);
    assert.equal((await actions(session, at(4, 67)))[0]?.title, 'Mend');
  });

  it('takes settings sent by a client that cannot be asked', async () => {
    const session = await start();
    await didOpen(session, text);
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { chidao: { locale: 'en' } },
    });
    assert.equal((await session.last())?.diagnostics[0]?.message, 'Wrong word.');
  });

  it('takes its findings away when the document is closed', async () => {
    const session = await start();
    await didOpen(session, text);
    await session.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await session.last(), { uri, diagnostics: [] });
    assert.deepEqual(await actions(session, at(4, 67)), []);
  });

  it('leaves other Markdown and other languages alone', async () => {
    const session = await start();
    await didOpen(session, '# Notes\n\nA word that is sai.\n');
    assert.equal(await session.last(), undefined);
    assert.deepEqual(await actions(session, at(2, 16)), []);
    await session.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await didOpen(session, text, 'plaintext');
    assert.equal(await session.last(), undefined);
  });

  it('drops the findings of a text that is no directive any more', async () => {
    const session = await start();
    await didOpen(session, text);
    await didChange(session, 2, { text: 'sai' });
    assert.deepEqual(await session.last(), { uri, diagnostics: [] });
  });

  it('outlives faults: of a rule, of the client, of a request', async () => {
    const session = await start({ workspace: { configuration: true } });
    await didOpen(session, text);
    await didChange(session, 2, { text: `${text}nổ` });
    assert.deepEqual(await session.last(), { uri, diagnostics: [] });
    assert.deepEqual(session.logged, ['Không đọc được văn bản vừa thay đổi. (nổ)']);
    for (const garbage of [
      {},
      { textDocument: null },
      { textDocument: { uri: 5, text: 7, languageId: 'markdown' } },
      [],
    ]) {
      for (const method of ['didOpen', 'didChange', 'didClose']) {
        await session.client.sendNotification(`textDocument/${method}`, garbage);
      }
      for (const method of ['codeAction', 'documentSymbol']) {
        await session.client.sendRequest(`textDocument/${method}`, garbage).catch(() => undefined);
      }
      await session.client.sendNotification('workspace/didChangeConfiguration', garbage);
      await session.client.sendNotification('workspace/didChangeWatchedFiles', garbage);
    }
    session.settings = [1];
    await session.client.sendNotification('no/such', {});
    await assert.rejects(session.client.sendRequest('no/such', {}));
    await didChange(session, 3, { text });
    assert.equal((await session.last())?.diagnostics.length, 1);
  });
});
