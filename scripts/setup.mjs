// Makes a fresh checkout ready: installs and builds what is missing or older than what it is made from.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const npm = (...args) =>
  execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
const time = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)))
    : time(path);

if (!existsSync('node_modules/esbuild') || time('package-lock.json') > time('node_modules/.package-lock.json')) {
  console.error('Đang cài đặt / installing ...');
  npm('ci', '--no-audit', '--no-fund', '--ignore-scripts');
}
const tests = process.argv.includes('--tests');
const sources = ['cli', 'client', 'core', 'registry', 'scripts', 'server', ...(tests ? ['test'] : [])];
const built = Math.min(time('dist/chidao.mjs'), time('dist/server.cjs'), tests ? time('dist/test') : Number.MAX_VALUE);
if (Math.max(...sources.map(newest)) > built) {
  execFileSync(process.execPath, ['scripts/build.mjs', ...(tests ? ['--tests'] : [])], { stdio: 'inherit' });
}
