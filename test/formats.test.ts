import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { describe, it } from 'mocha';
import { placeReports, toUri } from '../cli/formats/paths.ts';
import { rules } from '../core/rules/index.ts';
import { applyEdits, type Edit, lineStarts } from '../core/text.ts';
import { DRAFT, findWords, run } from './fake-world.ts';

/** A folder and a name with all that a path may hold: blanks, quotes, signs of XML and URIs, letters in parts. */
const ODD = `${'Kế hoạch'.normalize('NFD')} (dự thảo)/a&b "c" <d> #1 50%,:'.md`;
const SET_ASIDE = `${DRAFT}
<!-- chidao-bỏ-qua owner/ended: Tổ <mới>, có "quyết định" -->
3. Bộ Kế hoạch và Đầu tư chủ trì kiểm tra thuế trước ngày 30/9/2025.
`;
/** Fixes with several edits on one line, a letter outside the basic plane, a control character, findings of all kinds. */
const FAULTY = `# KẾ HOẠCH

## I. 𝐍𝐇𝐈Ệ𝐌 VỤ &lt;x&gt;

1. Sở Nội vụ và Sở Tài chính chủ trì rà soát "a|b" \u0007<i>@ai</i> ]]> biên chế , hoàn thành trước ngày 31/2/2026.

3. 𝐁ộ phận: Sở Tài chính tăng cường công tác phối hợp; khẩn trương thực hiện.

b) Sở Nội vụ báo cáo.
`;

const files: Readonly<Record<string, string>> = {
  'ke-hoach.md': readFileSync('examples/ke-hoach-02-KH-BCDTW.md', 'utf8'),
  'thong-bao.md': readFileSync('examples/thong-bao-336-TB-VPCP.md', 'utf8'),
  [ODD]: FAULTY,
  'setAside.md': SET_ASIDE,
  'clean.md': `${DRAFT}`,
};
const paths = Object.keys(files);

const written = new Map<string, Promise<string>>();

/** The documents and a file that is not there, in a format; each asked for once. */
function write(...asked: readonly string[]): Promise<string> {
  const key = asked.join(' ');
  const text = written.get(key) ?? writeAfresh(asked);
  written.set(key, text);
  return text;
}

async function writeAfresh([format = '', ...more]: readonly string[]): Promise<string> {
  const { out, err, code } = await run(['check', ...paths, 'none.md', '--format', format, ...more], { files, rules });
  assert.equal(code, 2, err);
  assert.equal(err.trim().split('\n').length, 1, err);
  return out;
}

/** The findings as JSON has them: the other formats are to say the same. */
const expected = async () => {
  const documents: { path: string; diagnostics: Expected[] }[] = JSON.parse(await write('json')).documents;
  return documents.flatMap(({ path, diagnostics }) => diagnostics.map((each) => ({ ...each, path })));
};
type Expected = Record<'rule' | 'severity' | 'message' | 'fingerprint', string> &
  Record<'line' | 'column' | 'endLine' | 'endColumn', number>;

const readSchema = (name: string) => JSON.parse(readFileSync(`test/schemas/${name}.schema.json`, 'utf8'));

function validate(name: string, value: unknown): void {
  // The schema of SARIF is written for an earlier draft, of which it uses nothing that changed but the name of its id.
  const { id: _id, $schema: _draft, $id: _name, ...schema } = readSchema(name);
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
  assert.ok(ajv.validate(schema, value), ajv.errorsText());
}

/** Where a line and a column of UTF-16 units are in a text. */
const offsetOf = (text: string, line: number, column: number) => (lineStarts(text)[line - 1] ?? 0) + column - 1;

describe('formats: SARIF', () => {
  // biome-ignore lint/suspicious/noExplicitAny: as a reader finds it
  const read = async (...more: string[]): Promise<any> => JSON.parse(await write('sarif', ...more));

  it('is valid against the schema of the standard', async () => {
    validate('sarif-2.1.0', await read());
    validate('sarif-2.1.0', await read('--locale', 'en'));
    validate('sarif-2.1.0', JSON.parse((await run(['check', '--format', 'sarif'])).out));
    assert.throws(() => validate('sarif-2.1.0', { version: '2.1.0', runs: [{}] }));
  });

  it('has every finding at its place, and what was set aside as suppressed with the reason', async () => {
    const [{ results, artifacts, tool, invocations, columnKind }] = (await read()).runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual(
      artifacts.map((each: { location: { uri: string } }) => decodeURIComponent(each.location.uri)),
      paths,
    );
    const levels: Record<string, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
    const open = results.filter((each: { suppressions?: unknown }) => !each.suppressions);
    assert.deepEqual(
      // biome-ignore lint/suspicious/noExplicitAny: as a reader finds it
      open.map(({ ruleId, ruleIndex, level, message, locations, partialFingerprints }: any) => {
        const { artifactLocation, region } = locations[0].physicalLocation;
        assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
        return [paths[artifactLocation.index], ruleId, level, message.text, region, partialFingerprints['chidao/v1']];
      }),
      (await expected()).map(({ path, rule, severity, message, fingerprint, line, column, endLine, endColumn }) => {
        const region = { startLine: line, startColumn: column, endLine, endColumn };
        return [path, rule, levels[severity], message, region, fingerprint];
      }),
    );
    const [aside, ...others] = results.filter((each: { suppressions?: unknown }) => each.suppressions);
    assert.deepEqual(others, []);
    assert.equal(aside.ruleId, 'owner/ended');
    assert.equal(aside.suppressions[0].kind, 'inSource');
    assert.equal(aside.suppressions[0].justification, 'Tổ <mới>, có "quyết định"');
    assert.equal(aside.suppressions[0].location.physicalLocation.region.startLine, 13);
    assert.equal(invocations[0].executionSuccessful, false);
    assert.match(invocations[0].toolExecutionNotifications[0].message.text, /none\.md/);
  });

  it('tells of each rule what it is, in the language asked for', async () => {
    const { driver } = (await read('--locale', 'en')).runs[0].tool;
    assert.equal(driver.language, 'en');
    assert.equal(driver.rules.length, rules.length);
    for (const [i, rule] of rules.entries()) {
      const { id, shortDescription, fullDescription, help } = driver.rules[i];
      assert.deepEqual([id, shortDescription.text, fullDescription.text], [rule.id, rule.summary.en, rule.why.en]);
      assert.ok(help.text.includes(rule.why.en) && help.markdown.includes(rule.examples[0]?.text.trimEnd() ?? ''));
      assert.ok(!('helpUri' in driver.rules[i]));
    }
  });

  it('holds fixes that do to the text what ours do', async () => {
    const { rule, text, fixed, reads } = severalEdits();
    const { out } = await run(['check', ODD, '--format', 'sarif'], { files: { [ODD]: text }, rules: [rule] });
    const [fix] = JSON.parse(out).runs[0].results[0].fixes;
    const [{ artifactLocation, replacements }] = fix.artifactChanges;
    assert.equal(decodeURIComponent(artifactLocation.uri), ODD);
    const edits = replacements.map(
      ({ deletedRegion: at, insertedContent }: { deletedRegion: Record<string, number>; insertedContent: Edit }) => ({
        start: offsetOf(text, at.startLine ?? 0, at.startColumn ?? 0),
        end: offsetOf(text, at.endLine ?? 0, at.endColumn ?? 0),
        text: insertedContent.text,
      }),
    );
    assert.equal(applyEdits(text, edits), fixed);
    assert.equal(fix.description.text, reads);
  });
});

/** A rule whose fix puts two words of one line in each other's place, behind letters of two, three and four bytes. */
function severalEdits(lineBreak = '') {
  const text = `Mở đầu.\n\n𝐍ộp ế SAI rồi ${lineBreak}ĐÚNG.\n`;
  const [first, second] = [text.indexOf('SAI'), text.indexOf('ĐÚNG')];
  const title = { vi: 'Đổi chỗ', en: 'Swap' };
  const edits = [
    { start: second, end: second + 4, text: 'SAI' },
    { start: first, end: first + 3, text: 'ĐÚNG' },
  ];
  const rule = {
    ...findWords('test/swap', 'warning', 'SAI'),
    *check() {
      yield { start: first, end: first + 3, message: title, fixes: [{ title, edits, certain: false }] };
    },
  };
  return { rule, text, fixed: applyEdits(text, edits), reads: title.vi };
}

describe('formats: Reviewdog', () => {
  it('is valid against its schema and has every finding, columns in bytes', async () => {
    const read = JSON.parse(await write('rdjson'));
    validate('rdformat', read);
    const wanted = await expected();
    assert.equal(read.diagnostics.length, wanted.length);
    for (const [i, { path, rule, message, line, column, endLine, endColumn }] of wanted.entries()) {
      const { location, code, message: said } = read.diagnostics[i];
      assert.deepEqual([location.path, code.value, said], [path, rule, message]);
      const lines = (files[path] ?? '').split('\n');
      const bytes = (at: number, upTo: number) => 1 + Buffer.byteLength((lines[at - 1] ?? '').slice(0, upTo - 1));
      assert.deepEqual(location.range, {
        start: { line, column: bytes(line, column) },
        end: { line: endLine, column: bytes(endLine, endColumn) },
      });
    }
  });

  it('suggests what can be done by one replacement, and nothing else', async () => {
    const { rule, text, fixed } = severalEdits();
    const suggested = async (draft: string) => {
      const { out } = await run(['check', 'a.md', '--format', 'rdjson'], { files: { 'a.md': draft }, rules: [rule] });
      return JSON.parse(out).diagnostics[0].suggestions;
    };
    const [{ range, text: put }] = await suggested(text);
    const lines = text.split('\n');
    const line = Buffer.from(lines[range.start.line - 1] ?? '');
    assert.equal(range.end.line, range.start.line);
    lines[range.start.line - 1] = [
      line.subarray(0, range.start.column - 1),
      put,
      line.subarray(range.end.column - 1),
    ].join('');
    assert.equal(lines.join('\n'), fixed);
    const apart = severalEdits('\n');
    const { out } = await run(['check', 'a.md', '--format', 'rdjson'], {
      files: { 'a.md': apart.text },
      rules: [apart.rule],
    });
    assert.equal(JSON.parse(out).diagnostics[0].suggestions, undefined);
  });
});

describe('formats: GitLab', () => {
  it('is what GitLab describes, each finding with a fingerprint of its own', async () => {
    const read = JSON.parse(await write('gitlab'));
    validate('gitlab-code-quality', read);
    const wanted = await expected();
    assert.deepEqual(
      read.map((each: { check_name: string; location: { path: string } }) => [each.location.path, each.check_name]),
      wanted.map(({ path, rule }) => [path, rule]),
    );
    const same = { 'a.md': FAULTY, './b.md': FAULTY };
    const twice = JSON.parse(
      (await run(['check', ...Object.keys(same), '--format', 'gitlab'], { files: same, rules })).out,
    );
    assert.ok(twice.length > 2);
    const prints = twice.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    assert.equal(new Set(prints).size, prints.length);
    assert.equal(twice.at(-1).location.path, 'b.md');
    assert.equal((await run(['check', 'clean.md', '--format', 'gitlab'], { files })).out, '[]\n');
  });
});

describe('formats: GitHub', () => {
  /** As the runner reads it: one command a line, values and message unescaped. */
  const parse = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [, command = '', values = '', message = ''] = /^::(\w+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
        const readBack = (text: string) =>
          text
            .replaceAll('%0D', '\r')
            .replaceAll('%0A', '\n')
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ',')
            .replaceAll('%25', '%');
        const given = values.split(',').map((each) => each.split('='));
        return {
          command,
          message: readBack(message),
          line,
          ...Object.fromEntries(given.map(([k, v = '']) => [k, readBack(v)])),
        };
      });

  it('writes each finding as a command that is read back as it was, errors first', async () => {
    const text = 'x NHẸ\nSAI, 50%: y\n';
    const { out } = await run(['check', ODD, '--format', 'github'], { files: { [ODD]: text } });
    const [first, second, ...rest] = parse(out);
    assert.deepEqual(rest, []);
    const { line: _a, ...error } = first ?? {};
    assert.deepEqual(
      { ...error, file: first && 'file' in first ? first.file : '' },
      {
        command: 'error',
        message: 'Thấy SAI.',
        file: ODD,
        endLine: '2',
        col: '1',
        endColumn: '3',
        title: 'test/first',
      },
    );
    assert.equal(second?.command, 'notice');
    const odd = { ...findWords('test/first', 'error', 'SAI') };
    const message = { vi: '50%\r\n::error::"a", b: c', en: 'x' };
    const said = await run(['check', 'a.md', '--format', 'github'], {
      files: { 'a.md': 'SAI\n' },
      rules: [
        {
          ...odd,
          *check() {
            yield { start: 0, end: 3, message };
          },
        },
      ],
    });
    assert.equal(parse(said.out)[0]?.message, message.vi);
    assert.equal(said.out.trimEnd().split('\n').length, 1);
  });

  it('keeps to what GitHub shows of a kind, says how many are left and lists them', async () => {
    const { out } = await run(['check', 'a.md', 'b.md', '--format', 'github'], {
      files: { 'a.md': `${'SAI\n'.repeat(12)}::error::NHẸ\n`, 'b.md': 'SAI NHẸ\n' },
    });
    const lines = parse(out);
    const count = (command: string) => lines.filter((each) => each.command === command).length;
    assert.deepEqual([count('error'), count('notice'), count('warning')], [10, 2, 0]);
    assert.match(lines.filter(({ command }) => command === 'error')[9]?.message ?? '', /^Còn 4 phát hiện nữa/);
    const log = out.slice(out.indexOf('::group::')).trimEnd().split('\n');
    assert.equal(log.length, 1 + 4 + 1);
    assert.equal(log[4], 'lỗi b.md:1:1: Thấy SAI. [test/first]');
    assert.equal((await run(['check', 'clean.md', '--format', 'github'], { files, rules: [] })).out, '');
    assert.match((await write('github')).split('\n')[0] ?? '', /^::error::.*none\.md/);
  });
});

describe('formats: JUnit and Checkstyle', () => {
  const parse = (xml: string) => XmlDocument.fromString(xml);
  const all = (document: XmlDocument, path: string) => document.find(path) as XmlElement[];
  const value = (element: XmlElement, name: string) => element.attr(name)?.value ?? '';

  it('is JUnit as Jenkins reads it', async () => {
    const validator = XsdValidator.fromDoc(parse(readFileSync('test/schemas/junit.xsd', 'utf8')));
    for (const more of [[], ['--fail-on', 'hint'], ['--fail-on', 'never', '--locale', 'en']]) {
      validator.validate(parse(await write('junit', ...more)));
    }
    assert.throws(() => validator.validate(parse('<testsuites><testsuite/></testsuites>')));
  });

  it('has a case for each rule that found something, which fails where the check does', async () => {
    const wanted = await expected();
    for (const [failOn, grave] of [
      ['error', ['error']],
      ['hint', ['error', 'warning', 'info', 'hint']],
      ['never', []],
    ] as const) {
      const document = parse(await write('junit', '--fail-on', failOn));
      const cases = all(document, '//testcase').map((each) => `${value(each, 'classname')} ${value(each, 'name')}`);
      assert.equal(new Set(cases).size, cases.length);
      const failing = all(document, '//testcase[failure]').map(
        (each) => `${value(each, 'classname')} ${value(each, 'name')}`,
      );
      const levels: readonly string[] = grave;
      const faulty = wanted
        .filter(({ severity }) => levels.includes(severity))
        .map(({ path, rule }) => `${path} ${rule}`);
      assert.deepEqual(failing.sort(), [...new Set(faulty)].sort());
      const [suites] = all(document, '/testsuites');
      assert.ok(suites);
      const counted = ['tests', 'failures', 'errors'].map((name) => Number(value(suites, name)));
      assert.deepEqual(counted, [cases.length, failing.length, 1]);
    }
    const document = parse(await write('junit'));
    assert.deepEqual(
      all(document, '/testsuites/testsuite').map((each) => value(each, 'name')),
      [...paths, 'chidao'],
    );
    const words = all(document, '//testcase/*')
      .map((each) => each.content)
      .join('\n');
    for (const { message } of wanted) assert.ok(words.includes(message.replace('\u0007', '\ufffd')), message);
    const [aside] = all(document, '//testcase[skipped]');
    assert.ok(aside?.content.includes('Tổ <mới>, có "quyết định"'));
    assert.match(value(all(document, '//testcase/error')[0] ?? assert.fail(), 'message'), /none\.md/);
  });

  it('is Checkstyle as its own writer makes it', async () => {
    const document = parse(await write('checkstyle'));
    assert.match(value(all(document, '/checkstyle')[0] ?? assert.fail(), 'version'), /^\d+\.\d+$/);
    assert.deepEqual(
      all(document, '/checkstyle/file').map((each) => value(each, 'name')),
      paths,
    );
    const levels: Record<string, string> = { error: 'error', warning: 'warning', info: 'info', hint: 'info' };
    assert.deepEqual(
      all(document, '/checkstyle/file/error').map((each) =>
        ['line', 'column', 'severity', 'message', 'source'].map((name) => value(each, name)),
      ),
      (await expected()).map(({ line, column, severity, message, rule }) => [
        String(line),
        String(column),
        levels[severity],
        message.replace('\u0007', '\ufffd'),
        `chidao.${rule}`,
      ]),
    );
    assert.equal(all(document, '//*').length, 1 + paths.length + (await expected()).length);
  });

  it('writes no sign that XML cannot hold', async () => {
    const files = { 'a\u0001\ud800.md': 'SAI' };
    for (const format of ['junit', 'checkstyle']) {
      const document = parse((await run(['check', 'a\u0001\ud800.md', '--format', format], { files })).out);
      assert.ok(all(document, '//@name').length > 0 && document.toString().includes('a\ufffd\ufffd.md'));
    }
  });
});

describe('formats: paths', () => {
  it('are relative to the current folder with "/", whole elsewhere, also on Windows', () => {
    const place = (path: string, resolve: (path: string) => string) => {
      const report = { path, findings: [], setAside: [], letterhead: {}, clarity: {} as never };
      const [placed] = placeReports([report], { resolve });
      return [placed?.path, toUri(placed?.path ?? '')];
    };
    const windows = (path: string) => {
      if (/^(?:[A-Z]:|\\\\)/.test(path)) return path;
      return path === '.' ? 'C:\\dự án' : `C:\\dự án\\${path.replaceAll('/', '\\').replace('.\\', '')}`;
    };
    assert.deepEqual(place('.\\văn bản\\a b.md', windows), ['văn bản/a b.md', 'v%C4%83n%20b%E1%BA%A3n/a%20b.md']);
    assert.deepEqual(place('D:\\x\\a.md', windows), ['D:/x/a.md', 'file:///D:/x/a.md']);
    assert.deepEqual(place('\\\\máy\\x\\a.md', windows), ['//máy/x/a.md', 'file://m%C3%A1y/x/a.md']);
    const posix = (path: string) =>
      path === '.' ? '/w' : path.startsWith('/') ? path : `/w/${path.replace('./', '')}`;
    assert.deepEqual(place('./a\\b.md', posix), ['a\\b.md', 'a%5Cb.md']);
    assert.deepEqual(place('/w/a#.md', posix), ['a#.md', 'a%23.md']);
    assert.deepEqual(place('/v/a?.md', posix), ['/v/a?.md', 'file:///v/a%3F.md']);
    const apart = 'ế'.normalize('NFD');
    assert.deepEqual(place(apart, posix), [apart, encodeURIComponent(apart)]);
  });
});
