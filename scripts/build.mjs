// Bundles what ships (command line, server, extension) and, with --tests, the tests, into dist/.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { withDecomposed } from './grammar.mjs';

const tests = process.argv.includes('--tests');
const common = {
  bundle: true,
  charset: 'utf8',
  legalComments: 'none',
  loader: { '.yaml': 'text' },
  logLevel: 'warning',
  platform: 'node',
  target: 'node20',
};
// Without the condition an entity decoder for pages is taken, which reaches for `document`: workers have none.
const browser = { platform: 'browser', conditions: ['worker'], mainFields: ['browser', 'module', 'main'] };
// A CommonJS package inside an ES module bundle still calls require for node's own modules.
const banner = {
  js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
};
// The build for browsers is no ES module but lies in a package of such, and so would lay hands on our own exports.
const mochaForBrowsers = {
  name: 'mocha for browsers',
  setup: ({ onLoad }) =>
    onLoad({ filter: /mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `const module = { exports: {} }, exports = module.exports;
        ${readFileSync(path, 'utf8')}
        export default module.exports.constructor;`,
    })),
};

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const grammar = 'chidao.injection.tmLanguage.json';
writeFileSync(`dist/${grammar}`, withDecomposed(readFileSync(`syntaxes/${grammar}`, 'utf8')));
await Promise.all([
  build({
    ...common,
    entryPoints: { chidao: 'cli/bin.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'cli-[hash]',
    format: 'esm',
    splitting: true,
    minify: true,
    banner: { js: `${banner.js}` },
  }),
  build({
    ...common,
    entryPoints: { server: 'server/main.ts', extension: 'client/node.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minify: true,
    external: ['vscode'],
  }),
  build({
    ...common,
    ...browser,
    entryPoints: { extension: 'client/browser.ts' },
    outdir: 'dist/browser',
    format: 'cjs',
    minify: true,
    external: ['vscode'],
  }),
  build({
    ...common,
    ...browser,
    entryPoints: { server: 'server/browser.ts' },
    outdir: 'dist/browser',
    format: 'iife',
    minify: true,
  }),
  tests &&
    build({
      ...common,
      entryPoints: readdirSync('test')
        .filter((name) => name.endsWith('.test.ts') || /^bench.*\.ts$/.test(name))
        .map((name) => `test/${name}`),
      outdir: 'dist/test',
      outExtension: { '.js': '.mjs' },
      format: 'esm',
      splitting: true,
      sourcemap: true,
      packages: 'external',
      banner,
    }),
  tests &&
    build({
      ...common,
      ...browser,
      entryPoints: { tests: 'test/editor/tests.ts' },
      outdir: 'dist/editor',
      format: 'cjs',
      sourcemap: 'inline',
      external: ['vscode'],
      alias: { mocha: 'mocha/mocha.js' },
      plugins: [mochaForBrowsers],
    }),
]);
