import type { Problem, Rule, Saying } from '../../rule.ts';
import { NUMBERS, type Place, readPlaces } from './places.ts';

export const numberingSequence: Rule = {
  id: 'numbering/sequence',
  severity: 'error',
  looksAt: NUMBERS,
  summary: {
    vi: 'Số thứ tự thiếu, trùng, lùi, hoặc không bắt đầu từ số đầu',
    en: 'Numbers left out, repeated, stepping back, or not beginning at the first',
  },
  why: {
    vi: 'Văn bản khác viện dẫn theo số ("điểm c khoản 2 Mục III"), nên mỗi số chỉ đứng một chỗ. Điều đánh số liên tục trong cả văn bản; khoản, điểm bắt đầu lại trong mỗi Điều hoặc mục; điểm theo thứ tự a, b, c, d, đ, e, g, h, i, k (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6). Dưới mỗi giai đoạn, dãy số được đánh lại từ đầu hoặc đánh tiếp, đều đúng. Chỉ sửa ngay khi chỉ có một cách hiểu: các số sau đã đúng, hoặc số trùng đứng cuối dãy. Sau 1, 2 là 4, 5 thì có thể mất một mục, nên việc đánh số lại do người soạn quyết định.',
    en: 'Other documents refer to numbers ("điểm c khoản 2 Mục III"), so a number stands in one place only. Articles run through the whole document; khoản and điểm begin again in each article or section; points go a, b, c, d, đ, e, g, h, i, k (Decree 30/2020/NĐ-CP, Annex I, II.6). Below each phase a series begins again or goes on: both are right. The fix is certain where one reading is possible: what follows is in order already, or a repeated number ends its series. After 1, 2 come 4, 5: an item may be lost, so renumbering is left to the writer.',
  },
  *check(draft) {
    const places = readPlaces(draft).filter(({ fault }) => fault === 'sequence');
    for (const [i, place] of places.entries()) {
      if (isSwapped(places[i - 1], place)) continue;
      const next = places[i + 1];
      if (next && isSwapped(place, next)) yield swapped(place, next);
      else yield { ...place.unit.markerWords, message: messageOf(place), ...(place.fix && { fixes: [place.fix] }) };
    }
  },
  examples: [
    {
      text: '1. Sở Tài chính bố trí kinh phí.\n\n2. Sở Nội vụ theo dõi tiến độ.\n\n4. Văn phòng tổng hợp kết quả.\n',
      problems: ['5:1 Đánh số không liên tục: sau "2." là "4."; thiếu "3.".'],
    },
    {
      text: 'a) Rà soát quy trình.\n\nb) Sửa biểu mẫu.\n\ne) Tập huấn.\n\nd) Công bố kết quả.\n\nd) Lưu hồ sơ.\n',
      problems: [
        '5:1 Đánh số không liên tục: sau "b)" là "e)"; cần "c)".',
        '9:1 Đánh số trùng: sau "d)" lại là "d)"; có lẽ là "đ)".',
      ],
      fixed: 'a) Rà soát quy trình.\n\nb) Sửa biểu mẫu.\n\nc) Tập huấn.\n\nd) Công bố kết quả.\n\nđ) Lưu hồ sơ.\n',
    },
    {
      text: '## II. NHIỆM VỤ\n\n### 1. Về dữ liệu\n\n##### Giai đoạn từ nay đến ngày 30/6/2026\n\na) Chuẩn hóa danh mục.\n\nb) Kết nối kho dữ liệu.\n\n##### Giai đoạn từ ngày 01/7/2026 đến ngày 31/12/2026\n\na) Vận hành thử.\n',
      problems: ['1:4 Dãy số bắt đầu bằng "II."; cần bắt đầu bằng "I.".'],
    },
  ],
};

function messageOf({ unit, expected, missing, turn, previous }: Place): Saying {
  const written = unit.marker.text;
  const before = previous?.unit.marker.text;
  if (turn === 'first') {
    return {
      vi: `Dãy số bắt đầu bằng "${written}"; cần bắt đầu bằng "${expected}".`,
      en: `The series begins with "${written}"; it should begin with "${expected}".`,
    };
  }
  if (turn === 'repeat') {
    // Texts that went through an old code page lose the bar of đ.
    const bar = unit.marker.number === 'd';
    return {
      vi: `Đánh số trùng: sau "${before}" lại là "${written}"; ${bar ? 'có lẽ là' : 'cần'} "${expected}".`,
      en: `Repeated number: "${written}" again after "${before}"; "${expected}" is ${bar ? 'probably meant' : 'expected'}.`,
    };
  }
  if (turn === 'gap') {
    // Behind another gap numbers are counted on from there: what stands before this one is not missing.
    const lost = missing.slice(missing.indexOf(before ?? '') + 1);
    const far = lost.length > 3;
    const list = (far ? [lost[0], lost.at(-1)] : lost).map((each) => `"${each}"`);
    return {
      vi: `Đánh số không liên tục: sau "${before}" là "${written}"; thiếu ${far ? 'từ ' : ''}${list.join(far ? ' đến ' : ', ')}.`,
      en: `Numbers left out: "${written}" follows "${before}"; missing ${list.join(far ? ' to ' : ', ')}.`,
    };
  }
  return {
    vi: `Đánh số ${turn === 'back' ? 'lùi' : 'không liên tục'}: sau "${before}" là "${written}"; cần "${expected}".`,
    en: `Number ${turn === 'back' ? 'stepping back' : 'out of order'}: "${written}" follows "${before}"; "${expected}" is expected.`,
  };
}

/** Two neighbours each have the number of the other. */
function isSwapped(one: Place | undefined, other: Place | undefined): boolean {
  return (
    one !== undefined &&
    other?.previous?.unit === one.unit &&
    one.expected === other.unit.marker.text &&
    other.expected === one.unit.marker.text
  );
}

/** Whether the numbers or the paragraphs changed places only the writer knows. */
function swapped(one: Place, other: Place): Problem {
  const [a, b] = [one.unit.marker.text, other.unit.marker.text];
  const edits = [one, other].flatMap(({ fix }) => fix?.edits ?? []);
  return {
    ...one.unit.markerWords,
    message: {
      vi: `Đánh số đảo chỗ: "${a}" đứng trước "${b}".`,
      en: `Numbers changed places: "${a}" stands before "${b}".`,
    },
    related: [{ ...other.unit.markerWords, message: { vi: `"${b}" ở đây.`, en: `"${b}" is here.` } }],
    fixes: [
      {
        title: { vi: `Đổi chỗ số "${a}" và "${b}"`, en: `Exchange the numbers "${a}" and "${b}"` },
        edits,
        certain: false,
      },
    ],
  };
}
