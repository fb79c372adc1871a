import { MISSPELT, open, outline, place, same, until } from './editor.ts';

describe('Outline', () => {
  it('shows sections and tasks, each task with who and when', async () => {
    const { document } = await open(place('ke-hoach.md'));
    // VS Code's own Markdown extension answers too.
    const symbols = await until(
      () => outline(document),
      (found) => found.some(({ detail }) => detail !== ''),
    );
    same(
      symbols.map(({ detail }) => detail).filter((detail) => detail !== ''),
      [
        'Sở Khoa học và Công nghệ · Hoàn thành trước ngày 30/6/2026',
        `${MISSPELT} · Hoàn thành trước ngày 31/7/2026`,
        'Công an tỉnh · Hoàn thành trước ngày 31/8/2026',
      ],
    );
    const sections = symbols.map(({ name }) => name).filter((name) => /^I+\. /.test(name));
    same(sections, ['I. NHIỆM VỤ', 'II. TỔ CHỨC THỰC HIỆN']);
  });
});
