import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { readDraft } from '../core/draft.ts';
import { toOutline } from '../core/exports/outline.ts';
import { bundledRegistry } from '../registry/bundled.ts';

const DIRECTIVES = ['examples/ke-hoach-02-KH-BCDTW.md', 'examples/thong-bao-336-TB-VPCP.md'];

type Form = (text: string) => string;

/** Front matter apart: pasted text is pasted below it. */
function ofBody(change: Form): Form {
  return (text) => {
    const end = text.indexOf('\n---\n') + 5;
    return text.slice(0, end) + change(text.slice(end));
  };
}

const noHashes: Form = (text) => text.replace(/^#+ /gm, '');
const boldTitles: Form = (text) => text.replace(/^#+ (.+)$/gm, '**$1**');
const noBlankLines: Form = (text) => text.replace(/\n{2,}/g, '\n');
const phasesAsBullets: Form = (text) => text.replace(/^(#+ )?(Giai đoạn từ .*)$/gm, '* $2');
const roundBullets: Form = (text) => text.replace(/^- /gm, '• ');
const flatPlus: Form = (text) => text.replace(/^ {2}\+ /gm, '+ ');
const nbsp: Form = (text) => text.replace(/(\d) (tháng|năm)/g, '$1\u00a0$2').replace(/Bộ (\p{Lu})/gu, 'Bộ\u00a0$1');
const newTones: Form = (text) =>
  text.replace(
    /(?<![qQ])(òa|óa|ủy|Ủy|ỏa)(?!\p{L})/gu,
    (pair) => ({ òa: 'oà', óa: 'oá', ủy: 'uỷ', Ủy: 'Uỷ', ỏa: 'oả' })[pair] ?? pair,
  );

function wrap(width: number): Form {
  return (text) =>
    text
      .split('\n')
      .map((line) => {
        const lines: string[] = [];
        let open = '';
        for (const word of line.split(' ')) {
          if (open !== '' && open.length + 1 + word.length > width) {
            lines.push(open);
            open = word;
          } else open = open === '' ? word : `${open} ${word}`;
        }
        return [...lines, open].join('\n');
      })
      .join('\n');
}

const FORMS: Record<string, readonly Form[]> = {
  'without #': [noHashes],
  'titles in bold': [boldTitles],
  'without blank lines': [noBlankLines],
  'without # and blank lines': [noHashes, noBlankLines],
  'titles in bold, no blank lines': [boldTitles, noBlankLines],
  'phases as bullets': [phasesAsBullets],
  'phases as bullets, no # and no blank lines': [phasesAsBullets, noHashes, noBlankLines],
  'round bullets and flat plus signs': [roundBullets, flatPlus],
  'round bullets, no # and no blank lines': [roundBullets, flatPlus, noHashes, noBlankLines],
  'hard-wrapped': [wrap(80)],
  'hard-wrapped without #': [noHashes, wrap(72)],
  'hard-wrapped without # and blank lines': [noHashes, noBlankLines, wrap(90)],
  'hard-wrapped, phases as bullets, no # and no blank lines': [phasesAsBullets, noHashes, noBlankLines, wrap(100)],
  'NBSP and the other tone marks': [nbsp, newTones],
};

/** What must not depend on the form: lines of the source do. */
function essence(text: string) {
  const outline = toOutline(readDraft(text, bundledRegistry), 'x');
  const plain = (words: string) =>
    words
      .replace(
        /(?<![qQ])(oà|oá|uỷ|Uỷ|oả)(?!\p{L})/gu,
        (pair) => ({ oà: 'òa', oá: 'óa', uỷ: 'ủy', Uỷ: 'Ủy', oả: 'ỏa' })[pair] ?? pair,
      )
      .replace(/[“”]/g, '"');
  return {
    type: outline.type,
    number: outline.number,
    issued: outline.issued,
    units: outline.units.map((unit) => `${unit.path} ${unit.marker}`),
    phases: outline.phases.map(({ title, start, end }) => ({ title: plain(title), start, end })),
    tasks: outline.tasks.map((task) => ({
      id: task.id,
      text: plain(task.text),
      leads: task.leads.map((owner) => [plain(owner.text), owner.agency]),
      coordinators: task.coordinators.map((owner) => [plain(owner.text), owner.agency]),
      deadline: task.deadline && { ...task.deadline, text: plain(task.deadline.text) },
      phase: task.phase,
    })),
    citations: outline.citations.map(({ type, number, date }) => ({ type, number, date })),
  };
}

describe('pasted forms of real directives', () => {
  for (const path of DIRECTIVES) {
    const text = readFileSync(path, 'utf8');
    const clean = essence(text);
    describe(path, () => {
      it('reads tasks, owners and deadlines at all', () => {
        assert.ok(clean.tasks.length > 30);
        assert.ok(clean.tasks.some((task) => task.deadline?.date));
      });
      for (const [name, changes] of Object.entries(FORMS)) {
        const pasted = changes.reduce((result, change) => ofBody(change)(result), text);
        it(name, () => assert.deepEqual(essence(pasted), clean));
        it(`${name}, NFD and CRLF`, () =>
          assert.deepEqual(essence(pasted.normalize('NFD').replace(/\n/g, '\r\n')), clean));
      }
    });
  }
});

describe('lines that stand right below others', () => {
  const same = (name: string, apart: readonly string[], together: readonly string[]) =>
    it(name, () => {
      const clean = essence(apart.join('\n\n'));
      assert.ok(clean.tasks.length > 0);
      assert.deepEqual(essence(together.join('\n')), clean);
    });
  const table = '| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Rà soát | Sở Y tế | 9/2026 |';
  const around = [
    'I. NHIỆM VỤ',
    '1. Về thể chế',
    table,
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ theo dõi việc thực hiện.',
  ];
  same('a table below a point, a section below the table', around, around);

  const summary = [
    'KẾ HOẠCH',
    'triển khai thư viện số trên địa bàn tỉnh giai đoạn 2026 - 2030 và những năm tiếp theo',
    'I. NHIỆM VỤ',
    '* Giai đoạn 1 (2026 - 2027)',
    'a) Sở Y tế xây dựng đề án.',
  ];
  same('a section below the summary of the document', summary, summary);

  const wrapped = ['2.1. Sở Y tế theo dõi, đôn đốc các đơn vị và báo cáo', 'kết quả hằng tháng.'];
  const point = ['2.2. Các Ban quản lý rừng và các công ty lâm nghiệp', 'a) Rà soát phương án.'];
  same('a point below a title that fills its line', [wrapped.join(' '), ...point], [...wrapped, ...point]);
});
