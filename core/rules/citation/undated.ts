import { familyOf } from '../../family.ts';
import type { Day } from '../../language/calendar.ts';
import { showDay } from '../../language/calendar.ts';
import { neighbourhoodOf } from '../../neighbours.ts';
import type { Problem, Rule } from '../../rule.ts';
import { titleOf } from '../../summary.ts';
import { isDatedBefore } from './beside.ts';
import { type Cited, citationsWith, citedIn, nameOf } from './cited.ts';
import { isThat, writeDay } from './days.ts';
import { isAbstract, isRunning, isSlipOf, mayBeTitle } from './first.ts';
import { mayBeSame } from './issuers.ts';

export const citationUndated: Rule = {
  id: 'citation/undated',
  severity: 'info',
  acrossDocuments: true,
  looksAt: citationsWith((text, mention) => [
    isDatedBefore(text, mention),
    isAbstract(text),
    mayBeTitle(text) ? text : '',
  ]),
  summary: {
    vi: 'Văn bản được viện dẫn lần đầu không ghi ngày ban hành',
    en: 'A document cited for the first time without its date',
  },
  why: {
    vi: 'Viện dẫn lần đầu ghi đủ tên loại, số, ngày, cơ quan ban hành và trích yếu; lần sau chỉ cần tên loại và số (ND 30/2020, Phụ lục I). Số của Nhà nước bắt đầu lại mỗi năm nên thiếu ngày thì khó tra.',
    en: 'The first citation gives type, number, date, issuer and abstract, later ones type and number (ND 30/2020, Phụ lục I). State numbers begin anew each year, so without a date the document is hard to find.',
  },
  *check(draft, project) {
    const family = familyOf(draft, project);
    if (family === 'legal') return;
    const { documents } = neighbourhoodOf(draft, project);
    const groups = new Map<string, Cited[]>();
    const own = titleOf(draft);
    for (const cited of citedIn(draft)) {
      const { key, parts, quoted, type } = cited;
      if (key === undefined || !parts || quoted || key === own?.key || /luật|pháp lệnh|hiến pháp/iu.test(type))
        continue;
      // "Đề án 06/CP" is a name.
      if (type === 'Đề án' && parts.letters === undefined) continue;
      const group = groups.get(key);
      if (group) group.push(cited);
      else groups.set(key, [cited]);
    }
    const comma = family === 'party' ? ',' : '';
    for (const group of groups.values()) {
      const first = group.find(({ node }) => isRunning(draft, node));
      if (!first?.number || first.date !== undefined || first.dayWords || isDated(first)) continue;
      const { number, key = '' } = first;
      if (isSlipOf(citedIn(draft), first)) continue;
      const dated = group.find(
        ({ day, issuer }) => day !== undefined && mayBeSame(issuer, first.issuer, project.registry),
      );
      if (!dated && group.some(isDated)) continue;
      const citing = { ...(own && { titled: own }) };
      const neighbour = documents.find(
        (other) => other.titled?.key === key && isThat(first, other, citing, project.registry),
      );
      const day: Day | undefined = dated?.day ?? neighbour?.issued;
      yield {
        start: first.start,
        end: first.end,
        message: {
          vi: `${nameOf(first)} được viện dẫn lần đầu mà không ghi ngày ban hành${day === undefined ? '' : ` (ngày ${showDay(day)})`}.`,
          en: `${nameOf(first)} is cited for the first time without its date${day === undefined ? '' : ` (${showDay(day)})`}.`,
        },
        ...(day !== undefined && {
          fixes: [
            {
              title: { vi: `Ghi thêm ngày ${showDay(day)}`, en: `Add the date ${showDay(day)}` },
              edits: [
                {
                  start: number.end,
                  end: number.end,
                  text: `${comma} ${writeDay(day, dated?.dayWords?.text ?? '')}`,
                },
              ],
              certain: dated !== undefined || first.parts?.year !== undefined,
            },
          ],
        }),
        ...(dated && {
          related: [
            {
              start: dated.start,
              end: dated.end,
              message: { vi: 'Ngày ban hành ghi ở đây.', en: 'The date is given here.' },
            },
          ],
        }),
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: '1. Các sở thực hiện Nghị định số 63/2024/NĐ-CP của Chính phủ.\n\n2. Sở Nội vụ hướng dẫn thi hành Nghị định số 63/2024/NĐ-CP.\n',
      problems: ['1:21 Nghị định số 63/2024/NĐ-CP được viện dẫn lần đầu mà không ghi ngày ban hành.'],
    },
    {
      text: '1. Các sở thực hiện Nghị định số 63/2024/NĐ-CP của Chính phủ.\n\n2. Sở Nội vụ hướng dẫn thi hành Nghị định số 63/2024/NĐ-CP ngày 10/6/2024 của Chính phủ.\n',
      problems: ['1:21 Nghị định số 63/2024/NĐ-CP được viện dẫn lần đầu mà không ghi ngày ban hành (ngày 10/6/2024).'],
      fixed:
        '1. Các sở thực hiện Nghị định số 63/2024/NĐ-CP ngày 10/6/2024 của Chính phủ.\n\n2. Sở Nội vụ hướng dẫn thi hành Nghị định số 63/2024/NĐ-CP ngày 10/6/2024 của Chính phủ.\n',
    },
    {
      text: 'Ngày 21 tháng 5 năm 2026, Chính phủ ban hành Nghị định số 180/2026/NĐ-CP.\n\n1. Sở Nội vụ thực hiện Nghị định số 180/2026/NĐ-CP, Đề án 06 và Luật Thư viện số 46/2019/QH14.\n',
      problems: [],
    },
  ],
};

function isDated({ node, mention }: Cited): boolean {
  return isDatedBefore(node.fact.item.body.text, mention);
}
