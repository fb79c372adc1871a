// Shows what the program reads in the directives of examples/: outline, tasks, findings. Findings are no failure here.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const steps = [
  ['outline', 'Bố cục: các mục, giai đoạn và nhiệm vụ'],
  ['tasks', 'Bảng nhiệm vụ: ai làm gì, khi nào xong'],
  ['check', 'Kiểm tra: những chỗ cần sửa'],
];
const paths = readdirSync('examples')
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .sort()
  .map((name) => `examples/${name}`);
const width = Math.min(process.stdout.columns ?? 100, 100);

// The findings come last, where they stand on the screen when the program is done.
for (const [command, title] of steps) {
  console.log(`\n${'═'.repeat(width)}\n${title}\n$ chidao ${command} examples\n${'═'.repeat(width)}\n`);
  const { status, error } = spawnSync(process.execPath, ['dist/chidao.mjs', command, ...paths], { stdio: 'inherit' });
  // 1 stands for findings; anything above, or no program at all, is a fault of ours.
  if (error || status === null || status > 1) process.exitCode = 1;
}
console.log(`\nVới văn bản của bạn: node dist/chidao.mjs check du-thao.md (hướng dẫn: node dist/chidao.mjs --help)`);
