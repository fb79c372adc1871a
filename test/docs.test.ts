import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { renderRules } from '../core/exports/rules-page.ts';
import { renderSettingsSchema } from '../core/exports/settings-schema.ts';
import { rules } from '../core/rules/index.ts';

const pages: Readonly<Record<string, string>> = {
  'docs/rules.md': renderRules(rules),
  'registry/schema/settings.schema.json': renderSettingsSchema(rules),
};

describe('docs', () => {
  for (const [file, page] of Object.entries(pages)) {
    it(`${file} is what the rules say (UPDATE_DOCS=1 writes it)`, () => {
      if (process.env.UPDATE_DOCS === '1') writeFileSync(file, page);
      assert.equal(existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '', page);
    });
  }

  it('rules.md has every rule with its examples', () => {
    const page = renderRules(rules);
    for (const { id, examples } of rules) {
      assert.ok(page.includes(`\n### ${id}\n`), id);
      for (const { text } of examples) assert.ok(page.includes(text.trimEnd()));
    }
  });
});
