import { workspace } from 'vscode';
import { clears, findings, openDraft, place, same, shows, until, write } from './editor.ts';

const FILE = '.chidao/agencies.yaml';
const NAME = 'Bộ Chuyển đổi số';
const ENTRY = `- id: bo-chuyen-doi-so\n  tên: ${NAME}\n`;

describe('agencies of the workspace', () => {
  after(() => workspace.fs.delete(place('.chidao'), { recursive: true }));

  it('are known as soon as their file is written, changed or removed', async () => {
    const { document } = await openDraft('co-quan.md', `1. ${NAME} xây dựng đề án. Hoàn thành trước ngày 30/6/2026.`);
    await shows(document, 'owner/unknown', NAME);
    await write(FILE, ENTRY);
    await clears(document, 'owner/unknown');
    await write(FILE, `${ENTRY}  đến ngày: 2025-12-31\n`);
    await shows(document, 'owner/ended', NAME);
    await workspace.fs.delete(place(FILE));
    await shows(document, 'owner/unknown', NAME);
  });

  it('show the faults of their file in that file', async () => {
    await write(FILE, `- tên: ${NAME}\n`);
    const [fault] = await until(
      () => findings(place(FILE)),
      (found) => found.length > 0,
    );
    same(fault?.code, 'registry/file');
    await write(FILE, ENTRY);
    await until(
      () => findings(place(FILE)),
      (found) => found.length === 0,
    );
  });
});
