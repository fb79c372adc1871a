import { neighbourhoodOf } from '../../neighbours.ts';
import type { Problem, Rule } from '../../rule.ts';
import { elsewhere, foldTitle, titleOf } from '../../summary.ts';
import { oneLine } from '../../text.ts';
import { mayBeSame } from '../citation/issuers.ts';

export const workspaceNumber: Rule = {
  id: 'workspace/number',
  severity: 'error',
  acrossDocuments: true,
  looksAt: {},
  summary: {
    vi: 'Hai văn bản trong thư mục cùng số, ký hiệu và năm',
    en: 'Two documents of the workspace with one number',
  },
  why: {
    vi: 'Mỗi số, ký hiệu của một cơ quan trong một năm (của Đảng: trong một nhiệm kỳ) chỉ cấp cho một văn bản (ND 30/2020, Điều 15).',
    en: 'A body gives each number once a year (the Party: once a term) (ND 30/2020, Điều 15).',
  },
  *check(draft, project) {
    const own = titleOf(draft);
    const { number, title } = draft.letterhead;
    if (!own || !number || !title) return;
    for (const other of neighbourhoodOf(draft, project).documents) {
      if (other.titled?.key !== own.key || !other.number) continue;
      // Copies, versions and parts of one document bear its number and its title.
      if (!other.title || foldTitle(other.title.text) === foldTitle(title.text)) continue;
      const [here, there] = [draft.issued, other.issued];
      if (here === undefined || there === undefined || here.slice(0, 4) !== there.slice(0, 4)) continue;
      const { issuer } = other.titled;
      if (own.issuer === undefined || issuer === undefined || !mayBeSame(own.issuer, issuer, project.registry))
        continue;
      yield {
        start: number.start,
        end: number.end,
        message: {
          vi: `Số ${oneLine(number.text)} đã cấp cho văn bản "${oneLine(other.title.text)}".`,
          en: `Number ${oneLine(number.text)} is also that of "${oneLine(other.title.text)}".`,
        },
        related: [
          {
            ...elsewhere(other.path, other.number),
            message: { vi: 'Văn bản cùng số.', en: 'The document with the same number.' },
          },
        ],
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: '---\nloại: Kế hoạch\nsố: 12/KH-UBND\ncơ quan ban hành: UBND tỉnh Lào Cai\nngày ban hành: 2026-02-10\ntrích yếu: phòng chống thiên tai\n---\n',
      workspace: {
        'kh.md':
          '---\nloại: Kế hoạch\nsố: 12/KH-UBND\ncơ quan ban hành: UBND tỉnh Lào Cai\nngày ban hành: 2026-02-12\ntrích yếu: cải cách hành chính\n---\n',
      },
      problems: ['3:5 Số 12/KH-UBND đã cấp cho văn bản "cải cách hành chính".'],
    },
    {
      text: '---\nloại: Kế hoạch\nsố: 12/KH-UBND\ncơ quan ban hành: UBND tỉnh Lào Cai\nngày ban hành: 2026-02-10\ntrích yếu: phòng chống thiên tai\n---\n',
      workspace: {
        'ban-2.md':
          '---\nloại: Kế hoạch\nsố: 12/KH-UBND\ncơ quan ban hành: UBND tỉnh Lào Cai\nngày ban hành: 2026-02-12\ntrích yếu: phòng chống thiên tai\n---\n',
        'tinh-khac.md':
          '---\nloại: Kế hoạch\nsố: 12/KH-UBND\ncơ quan ban hành: UBND tỉnh Đắk Lắk\nngày ban hành: 2026-02-10\ntrích yếu: cải cách hành chính\n---\n',
      },
      problems: [],
    },
  ],
};
