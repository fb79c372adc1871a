import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judge } from '../core/check.ts';
import { type Draft, readDraft } from '../core/draft.ts';
import { fixAll } from '../core/fix.ts';
import { toReport, toReportedMade } from '../core/report.ts';
import { suppress } from '../core/suppressions.ts';
import { applyEdits } from '../core/text.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { directives } from './planting.ts';

const project = { registry: bundledRegistry, today: '2026-11-21' };
const reportOf = (draft: Draft) => toReport('a.md', draft, project, judge(draft, project));

describe('report', () => {
  it('is plain data, the same after it went through a file', () => {
    for (const { draft, text } of directives) {
      const fixed = fixAll(text, project);
      const report = { ...reportOf(fixed.draft), made: toReportedMade(fixed.made) };
      assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
      assert.ok(reportOf(draft).findings.length > 0);
    }
    const empty = reportOf(readDraft('', bundledRegistry));
    assert.deepEqual([empty.letterhead, empty.setAside, empty.clarity.tasks], [{}, [], 0]);
  });

  it('names the unit a finding stands in, and none above the first and below the body', () => {
    const [plan, notice] = directives.map(({ draft }) => reportOf(draft));
    const unitsOf = (report: typeof plan, rule: string) =>
      report?.findings.filter((finding) => finding.rule === rule).map(({ unit }) => unit);
    assert.deepEqual(unitsOf(plan, 'numbering/style'), ['IV.3']);
    assert.deepEqual(unitsOf(plan, 'owner/no-lead'), ['IV.2.1.G1.d']);
    assert.deepEqual(unitsOf(plan, 'citation/comma'), ['']);
    assert.deepEqual(unitsOf(notice, 'owner/recipients'), ['']);
  });

  it('tells of a finding set aside what it was, and of its comment the line and the reason; the others stay as they are', () => {
    for (const { draft, text } of directives) {
      const before = reportOf(draft);
      const target = before.findings.find(({ rule, unit }) => unit !== '' && rule.startsWith('deadline/'));
      assert.ok(target);
      const edit = suppress(draft, target, 'đã thống nhất');
      const after = reportOf(readDraft(applyEdits(text, [edit]), bundledRegistry));
      const [aside] = after.setAside;
      assert.ok(aside);
      assert.deepEqual([aside.rule, aside.message, aside.severity], [target.rule, target.message, target.severity]);
      assert.equal(aside.by.reason, 'đã thống nhất');
      assert.ok(aside.by.line < aside.line);
      const prints = (findings: typeof before.findings) =>
        findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`);
      const all = new Set(prints(before.findings));
      for (const print of prints(after.findings)) assert.ok(all.has(print), print);
      assert.equal(after.findings.length + after.setAside.length, before.findings.length);
      const kept = [...after.findings, ...after.setAside].map(({ fingerprint }) => fingerprint);
      assert.equal(new Set(kept).size, kept.length);
    }
  });

  it('counts columns in bytes too', () => {
    const draft = readDraft('𝐍ế SAI\n\r\nSAI', bundledRegistry);
    const start = draft.text.indexOf('SAI');
    const finding = {
      start,
      end: start + 3,
      message: { vi: 'x', en: 'x' },
      rule: 'a/b',
      severity: 'error',
      fingerprint: '',
    } as const;
    const [first] = toReport('a.md', draft, project, { findings: [finding], setAside: [] }).findings;
    assert.deepEqual([first?.column, first?.endColumn, first?.byteColumn, first?.endByteColumn], [5, 8, 9, 12]);
  });
});
