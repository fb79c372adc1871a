import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { renderRules } from '../core/exports/rules-page.ts';
import { rules } from '../core/rules/index.ts';

const PAGE = 'docs/rules.md';

describe('docs', () => {
  it('rules.md is what the rules say (UPDATE_DOCS=1 writes it)', () => {
    const page = renderRules(rules);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, page);
    assert.equal(existsSync(PAGE) ? readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n') : '', page);
  });

  it('rules.md has every rule with its examples', () => {
    const page = renderRules(rules);
    for (const { id, examples } of rules) {
      assert.ok(page.includes(`\n### ${id}\n`), id);
      for (const { text } of examples) assert.ok(page.includes(text.trimEnd()));
    }
  });
});
