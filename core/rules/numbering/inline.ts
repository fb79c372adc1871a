import type { Draft } from '../../draft.ts';
import { wordsOf } from '../../draft.ts';
import { type InlineMark, type InlineSeries, inlineMark } from '../../language/inline-series.ts';
import type { Node } from '../../nodes.ts';
import type { Fix, Problem, Rule } from '../../rule.ts';
import { readInline } from './inline-places.ts';

export const numberingInline: Rule = {
  id: 'numbering/inline',
  severity: 'error',
  looksAt: 'item',
  summary: {
    vi: 'Các ý đánh số trong câu "(1)", "(i)" thiếu, trùng hoặc đảo',
    en: 'Items numbered within a sentence, "(1)", "(i)", left out, repeated or out of order',
  },
  why: {
    vi: 'Các ý trong câu cũng được viện dẫn và theo dõi theo số, nên cũng đi từ (1), (i), (a) liên tiếp như điểm, khoản (thông lệ; Nghị định 30/2020/NĐ-CP chỉ quy định đến điểm). Sửa ngay khi chỉ có một cách hiểu: ý sau đã đúng số, hoặc số trùng đứng cuối.',
    en: 'Items within a sentence are referred to and followed up by number too, so they run on from (1), (i), (a) as points do (practice; Decree 30/2020/NĐ-CP ends at points). The fix is certain where one reading is possible: the next item is right already, or a repeated number ends its series.',
  },
  *check(draft) {
    for (const { node, series } of readInline(draft)) {
      if (series.marks.length > 1 || series.marks[0]?.value !== 1) yield* faultsOf(draft, node, series);
    }
  },
  examples: [
    {
      text: 'a) Sở Nội vụ: (1) Rà soát quy trình. (3) Sửa biểu mẫu. (3) Tập huấn.\n\nb) Sở Tài chính bố trí: (i) nhân lực; (iii) kinh phí.\n',
      problems: [
        '1:38 Đánh số không liên tục: sau "(1)" là "(3)"; cần "(2)".',
        '3:39 Đánh số không liên tục: sau "(i)" là "(iii)"; cần "(ii)".',
      ],
      fixed:
        'a) Sở Nội vụ: (1) Rà soát quy trình. (2) Sửa biểu mẫu. (3) Tập huấn.\n\nb) Sở Tài chính bố trí: (i) nhân lực; (iii) kinh phí.\n',
    },
    {
      text: 'Sở Nội vụ: (2) Rà soát quy trình. (3) Sửa biểu mẫu.\n',
      problems: ['1:12 Các ý bắt đầu bằng "(2)"; cần bắt đầu bằng "(1)".'],
    },
    {
      text: 'Sở Nội vụ: (1) Rà soát: (i) quy trình; (ii) biểu mẫu. (2) Cử hai (02) người tập huấn: (i) kỹ năng; (ii) quy định.\n',
      problems: [],
    },
  ],
};

function* faultsOf(draft: Draft, node: Node, { kind, marks }: InlineSeries): Iterable<Problem> {
  let due = marks[0]?.start === -1 ? marks[0].value : 1;
  for (let i = 0; i < marks.length; i++, due++) {
    const mark = marks[i];
    if (!mark || mark.value === due) continue;
    const [before, next] = [marks[i - 1], marks[i + 1]];
    const words = wordsOf(draft.text, node, mark.start, mark.end);
    const expected = inlineMark(kind, due);
    const change = (some: readonly InlineMark[]) =>
      some.map((each, k) => ({ ...wordsOf(draft.text, node, each.start, each.end), text: inlineMark(kind, due + k) }));
    if (next && mark.value === due + 1 && next.value === due) {
      yield {
        ...words,
        message: {
          vi: `Đánh số đảo chỗ: "${mark.text}" đứng trước "${next.text}".`,
          en: `Numbers changed places: "${mark.text}" stands before "${next.text}".`,
        },
        fixes: [fixTo(`"${mark.text}", "${next.text}"`, `"${next.text}", "${mark.text}"`, change([mark, next]), false)],
      };
      i++;
      due++;
      continue;
    }
    const slip = next?.value === due + 1;
    const certain = slip || (!next && mark.value === before?.value);
    const edits = change(slip ? [mark] : marks.slice(i));
    const turn =
      mark.value === before?.value ? ['trùng', 'lại là'] : mark.value < due ? ['lùi', 'là'] : ['không liên tục', 'là'];
    yield {
      ...words,
      message: before
        ? {
            vi: `Đánh số ${turn[0]}: sau "${before.text}" ${turn[1]} "${mark.text}"; cần "${expected}".`,
            en: `"${mark.text}" follows "${before.text}"; "${expected}" is expected.`,
          }
        : {
            vi: `Các ý bắt đầu bằng "${mark.text}"; cần bắt đầu bằng "${expected}".`,
            en: `The items begin with "${mark.text}"; they should begin with "${expected}".`,
          },
      fixes: [fixTo(`"${mark.text}"`, `"${expected}"`, edits, certain)],
    };
    // What follows goes on from the number as written.
    if (!slip) due = mark.value;
  }
}

function fixTo(from: string, to: string, edits: Fix['edits'], certain: boolean): Fix {
  return { title: { vi: `Đổi ${from} thành ${to}`, en: `Change ${from} to ${to}` }, edits, certain };
}
