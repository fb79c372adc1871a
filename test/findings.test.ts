import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { check } from '../core/check.ts';
import type { Finding } from '../core/rule.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import { positionAt } from '../core/text.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { directives } from './planting.ts';

const page = readFileSync('docs/findings-on-real-directives.md', 'utf8');
const project = { registry: bundledRegistry, today: '2026-11-21', settings: DEFAULT_SETTINGS };

/** The categories that speak of a kind of defect. */
const SPEAKS: Record<string, RegExp> = {
  numbering: /^numbering\//,
  deadline: /^(?:deadline|phase|task)\//,
  owner: /^(?:owner|task)\//,
  reference: /^(?:reference|citation)\/|^owner\/unexplained$|^task\/total/,
};

describe('findings in signed directives', () => {
  const judged = directives.map((directive) => ({ directive, findings: check(directive.draft, project) }));
  const lineOf = (lines: readonly number[], offset: number) => positionAt(lines, offset).line;

  it('of severity error and warning are each defended in docs/findings-on-real-directives.md', () => {
    for (const { directive, findings } of judged) {
      const part = page.split('\n## ').find((each) => each.startsWith(directive.name)) ?? '';
      const defended = [...part.matchAll(/^- (\d+) `([^`]+)`: \S.*\.$/gm)].map(([, line, rule]) => `${line} ${rule}`);
      const serious = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
      const found = serious.map(({ rule, start }) => `${lineOf(directive.draft.lines, start)} ${rule}`);
      assert.deepEqual(defended.sort(), found.sort());
    }
  });

  it('are at least four of five sure defects that close readers marked', () => {
    const missed: string[] = [];
    let sure = 0;
    for (const { directive, findings } of judged) {
      const { lines } = directive.draft;
      const at = (finding: Finding, line: number) =>
        [finding, ...(finding.related ?? [])].some(
          ({ start, end }) => lineOf(lines, start) <= line && line <= lineOf(lines, end),
        );
      for (const { line, kind, what, confidence } of directive.gold.defects) {
        const speaks = SPEAKS[kind];
        if (!speaks || confidence === 'possible') continue;
        sure++;
        if (!findings.some((finding) => speaks.test(finding.rule) && at(finding, line))) missed.push(`${line} ${what}`);
      }
    }
    assert.ok(missed.length <= sure / 5, `${missed.length} of ${sure}:\n${missed.join('\n')}`);
  });
});
