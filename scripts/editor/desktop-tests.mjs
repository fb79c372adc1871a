// The tests of test/editor in a desktop VS Code: VSCODE_EXECUTABLE, or the version @vscode/test-electron can download.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load, tools } from '../tools/install.mjs';

const own = tools('desktop');
const { downloadAndUnzipVSCode, runTests } = load(own, '@vscode/test-electron');
const folder = mkdtempSync(join(tmpdir(), 'chidao-desktop-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const vscodeExecutablePath =
  process.env.VSCODE_EXECUTABLE ??
  (await downloadAndUnzipVSCode({ cachePath: join(own, 'vscode') }).catch(() => undefined));
if (!vscodeExecutablePath) {
  console.log(
    'Bỏ qua: không tải được VS Code; đặt biến VSCODE_EXECUTABLE là đường dẫn tới chương trình VS Code trên máy. / ' +
      'Skipped: VS Code cannot be downloaded here; set VSCODE_EXECUTABLE to the program of a VS Code you have.',
  );
  process.exit(0);
}
const workspace = join(folder, 'workspace');
cpSync('test/editor/workspace', workspace, { recursive: true });
try {
  process.exitCode = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: resolve('.'),
    extensionTestsPath: resolve('dist/editor/tests.js'),
    launchArgs: [
      ...[workspace, '--user-data-dir', join(folder, 'user'), '--extensions-dir', join(folder, 'extensions')],
      ...['--disable-workspace-trust', '--skip-welcome', '--disable-telemetry', '--disable-gpu'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
