import { familyOf } from '../../family.ts';
import type { Rule } from '../../rule.ts';
import type { Edit } from '../../text.ts';
import { isBasis } from './beside.ts';
import { CITATIONS, type Cited, citedIn } from './cited.ts';

export const citationLawNumber: Rule = {
  id: 'citation/law-number',
  severity: 'hint',
  looksAt: CITATIONS,
  summary: {
    vi: 'Căn cứ ghi số của luật trong văn bản hành chính',
    en: 'A law cited with its number among the legal bases of an administrative document',
  },
  why: {
    vi: 'Luật, pháp lệnh làm căn cứ của văn bản hành chính ghi tên và ngày thông qua, không ghi số, ký hiệu và cơ quan ban hành (ND 30/2020, Phụ lục I, II.6.b); văn bản quy phạm pháp luật thì ghi số (ND 78/2025).',
    en: 'Among the bases of an administrative document laws and ordinances stand with name and date of adoption, without number and issuer (ND 30/2020, Phụ lục I, II.6.b); normative documents give the number (ND 78/2025).',
  },
  *check(draft, project) {
    const family = familyOf(draft, project);
    if (family === undefined || family === 'party') return;
    const laws = citedIn(draft).filter(
      (cited) => isLawAsBasis(cited) && (cited.number === undefined) === (family === 'legal'),
    );
    const [first, ...others] = laws;
    if (!first) return;
    const edits = family === 'legal' ? [] : laws.flatMap((law) => withoutNumber(draft.text, law));
    yield {
      start: first.start,
      end: first.end,
      message:
        family === 'legal'
          ? {
              vi: `Căn cứ của văn bản quy phạm pháp luật ghi số của luật: "${first.text}".`,
              en: `A normative document cites a law with its number: "${first.text}".`,
            }
          : {
              vi: `Căn cứ là luật không ghi số, chỉ ghi tên và ngày thông qua: "${first.text}".`,
              en: `A law as legal basis takes no number, only its name and date of adoption: "${first.text}".`,
            },
      ...(edits.length > 0 && {
        fixes: [
          {
            title: { vi: 'Bỏ số của luật', en: 'Leave out the number of the law' },
            edits,
            certain: true,
          },
        ],
      }),
      ...(others.length > 0 && {
        related: others.map(({ start, end }) => ({
          start,
          end,
          message: { vi: 'Căn cứ này cũng vậy.', en: 'This one too.' },
        })),
      }),
    };
  },
  examples: [
    {
      text: '---\nsố: 12/QĐ-UBND\n---\n\nCăn cứ Luật Thư viện số 46/2019/QH14 ngày 21 tháng 11 năm 2019;\n',
      problems: [
        '5:8 Căn cứ là luật không ghi số, chỉ ghi tên và ngày thông qua: "Luật Thư viện số 46/2019/QH14 ngày 21 tháng 11 năm 2019".',
      ],
      fixed: '---\nsố: 12/QĐ-UBND\n---\n\nCăn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;\n',
    },
    {
      text: '---\nsố: 21/2026/TT-BCT\n---\n\nCăn cứ Luật Điện lực ngày 30 tháng 11 năm 2024;\n\nCăn cứ Luật Hóa chất số 69/2025/QH15;\n',
      problems: [
        '5:8 Căn cứ của văn bản quy phạm pháp luật ghi số của luật: "Luật Điện lực ngày 30 tháng 11 năm 2024".',
      ],
    },
    {
      text: '---\nsố: 12/KH-UBND\n---\n\n1. Sở Tư pháp phổ biến Luật Thư viện số 46/2019/QH14.\n',
      problems: [],
    },
  ],
};

function isLawAsBasis({ type, mention, node, quoted }: Cited): boolean {
  if (quoted || mention.name === undefined || !/^(?:Luật|Bộ luật|Pháp lệnh)$/.test(type)) return false;
  return isBasis(node.fact.item.body.text, mention);
}

/** Takes out " số 46/2019/QH14", where the date remains to tell which law it is. */
function withoutNumber(source: string, { start, number, day }: Cited): Edit[] {
  if (!number || day === undefined) return [];
  const head = /\s+số\s*:?\s*$/iu.exec(source.slice(start, number.start).normalize('NFC'))?.[0].length ?? 0;
  const from = number.start - head;
  return head > 0 && /^\s+số/iu.test(source.slice(from, number.start))
    ? [{ start: from, end: number.end, text: '' }]
    : [];
}
