import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { check } from '../core/check.ts';
import { readDraft } from '../core/draft.ts';
import type { Saying } from '../core/rule.ts';
import { rules } from '../core/rules/index.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { expectProblems, findProblems } from './problems.ts';

function expectBoth(saying: Saying): void {
  assert.ok(saying.vi.trim() !== '' && saying.en.trim() !== '', JSON.stringify(saying));
  assert.notEqual(saying.vi, saying.en);
}

describe('rules', () => {
  it('have ids of their own: category/name', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
    for (const id of ids) assert.match(id, /^[a-z]+\/[a-z]+(-[a-z]+)*$/);
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it('says what it finds and why, in both languages', () => {
        expectBoth(rule.summary);
        expectBoth(rule.why);
        assert.match(rule.why.vi, /\.$/);
        assert.match(rule.why.en, /\.$/);
        assert.doesNotMatch(rule.summary.vi, /\.$/);
      });

      it('has an example of what it finds', () => {
        assert.ok(rule.examples.some(({ problems }) => problems.length > 0));
      });

      for (const [i, { text, problems, fixed, ...around }] of rule.examples.entries()) {
        it(`example ${i + 1}`, () => {
          expectProblems(rule, text, problems, fixed, around);
          for (const { message, fixes, related, start, end } of findProblems(rule, text, around)) {
            for (const saying of [message, ...(related ?? []).map((other) => other.message)]) {
              expectBoth(saying);
              assert.match(saying.vi, /\.$/);
              assert.match(saying.en, /\.$/);
            }
            assert.ok(0 <= start && start < end && end <= text.length);
            for (const { title, edits } of fixes ?? []) {
              expectBoth(title);
              assert.ok(edits.length > 0);
            }
          }
        });
      }
    });
  }

  it('read each other’s examples, however they end lines or write letters', () => {
    for (const { text } of rules.flatMap(({ examples }) => examples)) {
      for (const form of [text, text.normalize('NFD'), text.replaceAll('\n', '\r\n'), text.replace(/^#+ /gm, '')]) {
        const findings = check(readDraft(form, bundledRegistry), { registry: bundledRegistry, today: '2026-11-21' });
        assert.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, findings.length);
      }
    }
  });
});
