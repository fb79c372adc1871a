import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

const manifest = readFileSync('package.json', 'utf8');
const words = ['package.nls.json', 'package.nls.vi.json'].map((file) => JSON.parse(readFileSync(file, 'utf8')));

describe('extension manifest', () => {
  it('has each of its words in both languages, and no others', () => {
    const keys = [...manifest.matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key).sort();
    for (const language of words) assert.deepEqual(Object.keys(language).sort(), keys);
  });

  it('points to files that exist', () => {
    const { contributes } = JSON.parse(manifest);
    const files: { path: string }[] = [...contributes.grammars, ...contributes.snippets];
    assert.ok(files.length > 0);
    for (const { path } of files) assert.ok(existsSync(path), path);
    const { walkthroughs, viewsContainers } = contributes;
    for (const { media } of walkthroughs[0].steps) assert.ok(existsSync(media.image), media.image);
    for (const { icon } of viewsContainers.activitybar) assert.ok(existsSync(icon), icon);
    for (const { url } of contributes.yamlValidation) assert.ok(existsSync(url), url);
  });

  it('has the words of the extension in Vietnamese, and no others', () => {
    const source = readdirSync('client').map((file) => readFileSync(`client/${file}`, 'utf8'));
    const calls = source.join('').matchAll(/l10n\s*\.t\(\s*'((?:[^'\\]|\\.)*)'/g);
    const used = new Set([...calls].map(([, text = '']) => text.replace(/\\(.)/g, '$1')));
    const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.vi.json', 'utf8'));
    assert.deepEqual(Object.keys(bundle).sort(), [...used].sort());
  });

  it('can be loaded by an editor in a browser', () => {
    const { type, main, browser } = JSON.parse(manifest);
    // Such an editor adds ".js" to any other ending, and takes ".js" for an ES module where the package says so.
    assert.match(browser, /\.js$/);
    assert.equal(type, undefined);
    assert.match(main, /\.cjs$/);
  });
});
