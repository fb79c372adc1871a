// Tools that only packaging and the tests in an editor need. They are large, so they are installed when first asked for
// and into a cache of the user: who only runs the program and its tests never waits for them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cache = process.env.CHIDAO_TOOLS || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chidao-tools');

/**
 * The folder of a set of tools (a folder beside this file), installed if it is not there yet. `finish(folder)` does
 * what is left to do after npm; a set is installed anew when its packages or this step change.
 */
export function tools(set, finish = () => {}) {
  const lists = ['package.json', 'package-lock.json'].map((name) => ({
    name,
    path: join(import.meta.dirname, set, name),
  }));
  const hash = createHash('sha256').update(String(finish));
  for (const { path } of lists) hash.update(readFileSync(path));
  const folder = join(cache, `${set}-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;

  console.error(`Đang cài công cụ "${set}" (một lần) / installing the tools "${set}" (once) ...`);
  mkdirSync(cache, { recursive: true });
  // Built aside and renamed when whole: a run that is broken off, or two at a time, leave nothing half made.
  const aside = mkdtempSync(`${folder}-`);
  try {
    for (const { name, path } of lists) cpSync(path, join(aside, name));
    npm(aside, 'ci');
    finish(aside);
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (existsSync(folder)) return folder;
    console.error(error.message);
    stop(
      `Không cài được công cụ "${set}": cần mạng tới kho npm.`,
      `The tools "${set}" could not be installed: the npm registry is needed.`,
    );
  }
  return folder;
}

/** Runs npm in a folder, without the scripts of packages: they download and compile what is not needed here. */
export function npm(folder, ...command) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', [...command, ...quiet], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${command.join(' ')}: ${status}`);
}

/** Loads a package of a set. */
export function load(folder, name) {
  return createRequire(join(folder, 'package.json'))(name);
}

/** Ends the program with one sentence. */
export function stop(vietnamese, english) {
  console.error(`${vietnamese} / ${english}`);
  process.exit(1);
}
