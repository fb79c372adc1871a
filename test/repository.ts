import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLES = ['thong-bao-336-TB-VPCP', 'ke-hoach-02-KH-BCDTW'].map((name) =>
  readFileSync(`examples/${name}.md`, 'utf8'),
);
const ACTIONS = ['Rà soát', 'Cập nhật', 'Tổng hợp', 'Thẩm định', 'Công bố'];
const AGENCIES = ['Bộ Tài chính', 'Bộ Nội vụ', 'Bộ Y tế', 'Bộ Công an', 'Thanh tra Chính phủ', 'Bộ Tư pháp'];
const THINGS = ['danh mục thủ tục', 'kho dữ liệu', 'hồ sơ lưu trữ', 'quy chế phối hợp', 'báo cáo định kỳ'];

/**
 * The nth directive made from the sample ones: its own number, title and day of issue, a task of its own, and a citation
 * of the one before, every seventh time with a wrong day.
 */
export function makeDirective(n: number): string {
  const sample = SAMPLES[n % 2] ?? '';
  const pick = (words: readonly string[], by: number) => words[Math.floor(n / by) % words.length] ?? '';
  const day = `${1 + (n % 28)}/${1 + (n % 12)}/2026`;
  const task = `${pick(AGENCIES, 1)} ${pick(ACTIONS, 6).toLowerCase()} ${pick(THINGS, 30)} đợt ${n}, hoàn thành trước ngày ${day}.`;
  const wrong = n % 7 === 0 ? '01' : two(dayOf(n - 1));
  const cited =
    n > 0
      ? `\n\nThực hiện Thông báo số ${n - 1}/TB-BNV ngày ${wrong} tháng 6 năm 2025 của Bộ Nội vụ về nhiệm vụ đợt ${n - 1}.`
      : '';
  return sample
    .replace(/^loại: .*$/m, 'loại: Thông báo')
    .replace(/^số: .*$/m, `số: ${n}/TB-BNV`)
    .replace(/^cơ quan ban hành: .*$/m, 'cơ quan ban hành: Bộ Nội vụ')
    .replace(/^ngày ban hành: .*$/m, `ngày ban hành: 2025-06-${two(dayOf(n))}`)
    .replace(/^trích yếu: .*$/m, `trích yếu: nhiệm vụ đợt ${n}`)
    .replace(/\n+$/, `${cited}\n\n${task}\n`);
}

const dayOf = (n: number) => 10 + (n % 20);
const two = (part: number) => String(part).padStart(2, '0');

/** Writes so many directives into a folder, fifty in each of its own, with a README among them. */
export function writeRepository(folder: string, count: number): void {
  for (let n = 0; n < count; n++) {
    const inner = join(folder, `quy-${two(Math.floor(n / 50))}`);
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, `thong-bao-${String(n).padStart(4, '0')}.md`), makeDirective(n));
  }
  writeFileSync(join(folder, 'README.md'), '# Văn bản\n\nGhi chú.\n');
}
