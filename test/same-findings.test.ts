import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver/node';
import { readDraft } from '../core/draft.ts';
import { isDirective } from '../core/recognise.ts';
import { rules } from '../core/rules/index.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { endTalks, filesOf, run, talk, until } from './fake-world.ts';

const TODAY = '2025-07-15';
const ROOT = 'file:///w/x/';
const SEVERITIES = ['error', 'warning', 'info', 'hint'];

/** Settings that decide nothing but which documents see each other. */
const OWN = 'ngày nghỉ: []\n';

/** What is shown of a finding wherever it is shown. */
type Shown = readonly [rule: string, severity: string, place: string, message: string, fingerprint: string];

type Files = Readonly<Record<string, string>>;

async function onCommandLine(files: Files, locale: string): Promise<Map<string, Shown[]>> {
  const { out, err } = await run(['check', '--format', 'json', '--fail-on', 'never', '--locale', locale, '.'], {
    files,
    rules,
    world: { today: TODAY },
  });
  assert.doesNotMatch(err, /\.yaml/);
  const { documents } = JSON.parse(out) as {
    documents: { path: string; diagnostics: Record<string, string | number>[] }[];
  };
  const shown = (found: Record<string, string | number>): Shown => [
    String(found.rule),
    String(found.severity),
    `${found.line}:${found.column}-${found.endLine}:${found.endColumn}`,
    String(found.message),
    String(found.fingerprint),
  ];
  return new Map(documents.map(({ path, diagnostics }) => [path, diagnostics.map(shown)]));
}

/** All files open, as an editor opens them: one after the other, each read before it is known what its folder decides. */
async function inEditor(files: Files, taken: readonly string[], locale: string): Promise<Map<string, Shown[]>> {
  const uriOf = (path: string) => ROOT + path.split('/').map(encodeURIComponent).join('/');
  const contents = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  const world = { today: () => TODAY, registry: bundledRegistry, rules, files: filesOf(contents) };
  const session = await talk({ ...world, locale: 'vi' }, {}, { chidao: { locale } });
  const documents = Object.entries(files).filter(([path]) => path.endsWith('.md'));
  for (const [path, text] of documents) {
    const textDocument = { uri: uriOf(path), languageId: 'markdown', version: 1, text };
    await session.client.sendNotification('textDocument/didOpen', { textDocument });
  }
  const last = new Map<string, Diagnostic[]>();
  const take = () => {
    for (const { uri, diagnostics } of session.published.splice(0)) last.set(uri, diagnostics);
  };
  await until(() => {
    take();
    return taken.every((path) => last.has(uriOf(path)));
  });
  await session.last();
  take();
  assert.deepEqual(session.logged, []);
  const shown = ({ code, severity, range: { start, end }, message, data }: Diagnostic): Shown => [
    String(code),
    SEVERITIES[(severity ?? 1) - 1] ?? '',
    `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`,
    String(message),
    String(data),
  ];
  const paths = new Map(documents.map(([path]) => [uriOf(path), path]));
  return new Map([...last].map(([uri, diagnostics]) => [paths.get(uri) ?? uri, diagnostics.map(shown)]));
}

async function same(files: Files, locale = 'vi'): Promise<Map<string, Shown[]>> {
  const told = await onCommandLine(files, locale);
  const shown = await inEditor(files, [...told.keys()], locale);
  const inOrder = (found: Map<string, Shown[]>) => Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  assert.deepEqual(inOrder(shown), inOrder(told));
  return told;
}

const examples = Object.fromEntries(
  readdirSync('examples')
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, readFileSync(`examples/${name}`, 'utf8')]),
);
const all = (found: Map<string, Shown[]>) => [...found.values()].flat();

describe('editor and command line', () => {
  afterEach(endTalks);

  for (const locale of ['vi', 'en']) {
    it(`find the same in the sample directives (${locale})`, async () => {
      const found = await same({ ...examples, 'ghi-chu.md': '# Notes\n\n1. Install\n' }, locale);
      assert.deepEqual([...found.keys()], Object.keys(examples));
      assert.ok(all(found).length > 40);
    });
  }

  it('find the same with changed severities, shared settings, files left out and agencies of the folder', async () => {
    const plain = all(await same(examples));
    const [first = '', second = ''] = Object.keys(examples);
    const settings = {
      '.chidao.yaml': 'dựa trên: chung/cai-dat.yaml\nquy tắc: {citation: cảnh báo, owner/unknown: tắt}\ntrừ: [luu]\n',
      'chung/cai-dat.yaml': 'quy tắc: {citation/comma: lỗi, numbering: gợi ý, task: tắt}\nsắp ban hành: có\n',
      'b/.chidao/agencies.yaml':
        '- id: bo-cong-an\n  đến ngày: 2025-01-31\n  kế thừa: [bo-quoc-phong]\n- id: nha-moi\n  tên: Tổ công tác mới\n',
    };
    const files = {
      ...settings,
      [first]: examples[first] ?? '',
      [`b/${second}`]: examples[second] ?? '',
      'luu/cu.md': examples[first] ?? '',
    };
    const found = await same(files);
    assert.deepEqual([...found.keys()], [first, `b/${second}`]);
    const changed = all(found);
    const has = (rule: string, severity: string) => changed.some((each) => each[0] === rule && each[1] === severity);
    assert.ok(has('citation/comma', 'warning') && !has('citation/comma', 'hint'));
    assert.ok(has('owner/ended', 'error') && !plain.some(([rule]) => rule === 'owner/ended'));
    assert.ok(!changed.some(([rule]) => rule.startsWith('task/') || rule === 'owner/unknown'));
  });

  it('find the same where documents see each other', async () => {
    const text = examples['ke-hoach-02-KH-BCDTW.md'] ?? '';
    const found = await same({
      'a.md': text,
      'b.md': text.replaceAll('2025', '2026'),
      'c/a.md': text,
      'c/.chidao.yaml': OWN,
    });
    assert.ok(all(found).some(([rule]) => rule.startsWith('workspace/')));
  });

  it('find the same in the examples of all rules', async () => {
    // A settings file each, so that no example sees another.
    const texts = rules.flatMap(({ id, examples: own }) => own.map(({ text }, i) => [`${id}/${i}`, text] as const));
    const files = Object.fromEntries(
      texts.flatMap(([name, text]) => [
        [`${name}/a.md`, text],
        [`${name}/.chidao.yaml`, OWN],
      ]),
    );
    const found = await same(files);
    assert.equal(found.size, texts.filter(([, text]) => isDirective(readDraft(text, bundledRegistry))).length);
    const seen = new Set(all(found).map(([rule]) => rule));
    assert.ok(seen.size > rules.length / 2, `${seen.size}`);
  });
});
