import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editorServer } from './tools.mjs';

/** The same for each run: nothing is looked up, asked or shown that is not ours. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Starts the server of VS Code on this machine with data of its own, thrown away in the end. */
export async function startServer({ settings = {}, extensions = [] } = {}) {
  const { node, main } = editorServer();
  const folder = mkdtempSync(join(tmpdir(), 'chidao-editor-'));
  for (const name of ['home', 'data/User']) mkdirSync(join(folder, name), { recursive: true });
  set({});

  // '{}': no gallery to look extensions up in. What an editor this runs in has set must not lead its guest astray.
  const env = { ...process.env, HOME: join(folder, 'home'), EXTENSIONS_GALLERY: '{}' };
  for (const name of Object.keys(env)) if (/^(VSCODE_|ELECTRON_|NODE_OPTIONS)/.test(name)) delete env[name];
  const places = { 'user-data-dir': 'data', 'server-data-dir': 'server', 'extensions-dir': 'extensions' };
  const common = Object.entries(places).flatMap(([option, name]) => [`--${option}`, join(folder, name)]);

  for (const extension of extensions) {
    const { text, done } = run(['--install-extension', extension]);
    await done;
    // The exit code does not tell.
    if (!text().includes('successfully installed')) throw new Error(`${extension}: ${text()}`);
  }
  const options = [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--disable-telemetry', '--disable-workspace-trust', '--reconnection-grace-time', '1'],
    // Without this a built editor passes over the payload of its address, and with it our tests.
    '--enable-smoke-test-driver',
  ];
  const { child, text, done } = run(options);
  process.on('exit', clean);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  const port = await new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const listening = /agent listening on (\d+)/.exec(text());
      if (listening) resolve(listening[1]);
    });
    done.then(() => reject(new Error(`VS Code ended: ${text()}`)));
    setTimeout(() => reject(new Error(`VS Code did not start in a minute: ${text()}`)), 60_000).unref();
  });
  const authority = `127.0.0.1:${port}`;

  return {
    set,
    /** The address of an editor with a folder open; `payload` is what it is told at its start. */
    address: (open, payload = []) =>
      `http://${authority}/?${new URLSearchParams({ folder: open, payload: JSON.stringify(payload) })}`,
    /** A file of this machine as the page names it. */
    remote: (path) => `vscode-remote://${authority}${path}`,
    async stop() {
      child.kill();
      const late = new Promise((resolve) => setTimeout(resolve, 5000).unref());
      await Promise.race([done, late]);
      clean();
    },
  };

  /** Changes settings of the user; an open page takes them over when it is loaded again. */
  function set(more) {
    Object.assign(settings, more);
    writeFileSync(join(folder, 'data/User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  }

  function run(args) {
    const child = spawn(node, [main, ...common, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        text += data;
      });
    }
    return { child, text: () => text, done: new Promise((resolve) => child.on('close', resolve)) };
  }

  function clean() {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
