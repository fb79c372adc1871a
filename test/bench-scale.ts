// How long the command line takes for a repository of directives: `npm run bench:scale [COUNT]`. Figures of one run compare
// with each other, not with another's.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeRepository } from './repository.ts';

const count = Number(process.argv[2] ?? 1000);
const program = resolve('dist/chidao.mjs');

/** Prints the time of a run, process start and output included. */
function time(name: string, ...argv: string[]): string {
  const start = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'check', '--fail-on', 'never', ...argv], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  console.log(`${name.padEnd(44)} ${((performance.now() - start) / 1000).toFixed(2).padStart(8)} s`);
  if (stderr !== '' && !/^Đã bỏ qua 1 tệp/.test(stderr)) console.log(stderr);
  return stdout;
}

const folder = mkdtempSync(join(tmpdir(), 'chidao-scale-'));
try {
  writeRepository(folder, count);
  console.log(`${count} directives, ${availableParallelism()} processors`);
  const cold = time('cold, one thread', '--jobs', '1', '--no-cache');
  time('cold, all processors, results stored');
  const sizes = readdirSync(join(folder, '.chidao-cache')).map(
    (name) => statSync(join(folder, '.chidao-cache', name)).size,
  );
  console.log(`${'  stored'.padEnd(44)} ${(sizes.reduce((a, b) => a + b, 0) / 1e6).toFixed(1).padStart(8)} MB`);
  const warm = time('warm');
  time('warm, as JSON', '--format', 'json');
  const last = join(folder, 'quy-00', 'thong-bao-0000.md');
  appendFileSync(last, '\nThay đổi không có nhiệm vụ.\n');
  time('one changed, says the same to the others');
  appendFileSync(last, '\nBộ Y tế rà soát hồ sơ bệnh án điện tử của các cơ sở khám bệnh trước ngày 15/8/2026.\n');
  time('one changed, says something else');
  for (const few of [8, 16, 24, 40]) {
    const paths = Array.from({ length: few }, (_, n) => `quy-00/thong-bao-${String(n).padStart(4, '0')}.md`);
    time(`${few} documents, cold, one thread`, '--jobs', '1', '--no-cache', ...paths);
    time(`${few} documents, cold, two threads`, '--jobs', '2', '--no-cache', ...paths);
  }
  console.log(cold === warm ? 'warm and cold say the same' : 'WARM AND COLD DIFFER');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
