// Makes a fresh checkout ready: installs and builds what is missing or older than what it is made from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const tests = process.argv.includes('--tests');

function run(what, command, args) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${what} không thành công: ${command} ${args.join(' ')} / failed, see above.`);
  process.exit(1);
}

const time = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)))
    : time(path);

if (!existsSync('node_modules/esbuild') || time('package-lock.json') > time('node_modules/.package-lock.json')) {
  console.error('Đang cài đặt (một lần) / installing (once) ...');
  run('Cài đặt', 'npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']);
}
const sources = [
  'cli',
  'client',
  'core',
  'protocol',
  'registry',
  'scripts',
  'server',
  ...(tests ? ['snippets', 'test'] : []),
];
const built = Math.min(time('dist/chidao.mjs'), time('dist/server.cjs'), tests ? time('dist/test') : Number.MAX_VALUE);
if (Math.max(...sources.map(newest)) > built) {
  run('Dựng chương trình', process.execPath, ['scripts/build.mjs', ...(tests ? ['--tests'] : [])]);
}
