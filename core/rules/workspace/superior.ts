import { showDay } from '../../language/calendar.ts';
import { type Neighbour, neighbourhoodOf } from '../../neighbours.ts';
import { oncePer } from '../../once.ts';
import type { Problem, Rule } from '../../rule.ts';
import { elsewhere, summaryOf } from '../../summary.ts';
import { DATED_TASKS, differ, otherDates } from './dates.ts';
import { carriesOut, isSameDocument } from './levels.ts';
import { nameOfDocument } from './names.ts';

export const workspaceSuperior: Rule = {
  id: 'workspace/superior',
  severity: 'warning',
  acrossDocuments: true,
  looksAt: DATED_TASKS,
  summary: {
    vi: 'Thời hạn sau thời hạn của văn bản cấp trên đang thực hiện',
    en: 'A deadline later than that of the superior document it carries out',
  },
  why: {
    vi: 'Kế hoạch thực hiện văn bản cấp trên phải hoàn thành nhiệm vụ trong thời hạn cấp trên giao; thời hạn muộn hơn thì chậm ngay từ khi ban hành.',
    en: 'A plan that carries out a superior document has to finish a task within the time set there; a later deadline is late from the day of issue.',
  },
  *check(draft, project) {
    if (neighbourhoodOf(draft, project).matches.length === 0) return;
    const own = summaryOf(draft);
    const isAbove = oncePer(
      (other: Neighbour) => !isSameDocument(own, other) && carriesOut(own, other, project.registry),
    );
    const found = otherDates(
      draft,
      project,
      ({ neighbour }) => isAbove(neighbour),
      (own, other) => own <= other || !differ(own, other),
    );
    for (const { deadline: words, neighbour, there } of found) {
      const name = nameOfDocument(neighbour);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `Thời hạn "${words.text}" sau thời hạn ${name.vi} giao: "${there.deadline.text}" (${showDay(there.day)}).`,
          en: `The deadline "${words.text}" is later than that of ${name.en}: "${there.deadline.text}" (${showDay(there.day)}).`,
        },
        related: [
          {
            ...elsewhere(neighbour.path, there.deadline),
            message: { vi: 'Thời hạn cấp trên giao.', en: 'The deadline set by the superior.' },
          },
        ],
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: '---\nloại: Kế hoạch\nsố: 187/KH-UBND\ncơ quan ban hành: UBND tỉnh Lào Cai\nngày ban hành: 2026-05-20\n---\n\nThực hiện Kế hoạch số 02-KH/BCĐTW ngày 19/4/2026 của Ban Chỉ đạo Trung ương, UBND tỉnh ban hành Kế hoạch như sau:\n\n## II. NHIỆM VỤ\n\n1. Sở Khoa học và Công nghệ rà soát, nâng cấp Cổng dịch vụ công của tỉnh, kết nối Cổng Dịch vụ công quốc gia, hoàn thành trước ngày 31/7/2026.\n\n2. Sở Nội vụ hoàn thành số hóa hồ sơ cán bộ, công chức, viên chức trên cơ sở dữ liệu chuyên ngành trước ngày 31/5/2026.\n',
      workspace: {
        'kh-02.md':
          '---\nloại: Kế hoạch\nsố: 02-KH/BCĐTW\ncơ quan ban hành: Ban Chỉ đạo Trung ương\nngày ban hành: 2026-04-19\n---\n\n## II. NHIỆM VỤ\n\n1. Ủy ban nhân dân các tỉnh, thành phố rà soát, nâng cấp Cổng dịch vụ công của tỉnh, kết nối Cổng Dịch vụ công quốc gia, hoàn thành trước ngày 30/6/2026.\n\n2. Ủy ban nhân dân các tỉnh, thành phố hoàn thành số hóa hồ sơ cán bộ, công chức, viên chức trên cơ sở dữ liệu chuyên ngành trước ngày 30/6/2026.\n',
      },
      problems: [
        '12:111 Thời hạn "hoàn thành trước ngày 31/7/2026" sau thời hạn Kế hoạch số 02-KH/BCĐTW giao: "hoàn thành trước ngày 30/6/2026" (29/6/2026).',
      ],
    },
  ],
};
