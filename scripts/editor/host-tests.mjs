// The tests of test/editor in the server of VS Code: the extension runs in Node.js, the page in Chromium.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from './report.mjs';
import { startServer } from './server.mjs';

const workspace = mkdtempSync(join(tmpdir(), 'chidao-workspace-'));
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }));
cpSync('test/editor/workspace', workspace, { recursive: true });

const server = await startServer();
const payload = [
  ['extensionDevelopmentPath', server.remote(resolve('.'))],
  ['extensionTestsPath', server.remote(resolve('dist/editor/tests'))],
  ['skipWelcome', 'true'],
];
await runTests('VS Code, Node.js', server.address(workspace, payload), () => server.stop());
