import { familyOf } from '../../family.ts';
import { toRoman } from '../../language/numbering.ts';
import type { Fix, Problem, Rule, Saying } from '../../rule.ts';
import { own, renumbered } from './annex-fixes.ts';
import { ANNEXES, type Annex, type Annexes, isNamed, readAnnexes } from './annexes.ts';

export const referenceAnnexNumber: Rule = {
  id: 'reference/annex-number',
  severity: 'warning',
  looksAt: ANNEXES,
  summary: { vi: 'Phụ lục đánh số không đúng', en: 'Annexes numbered otherwise than they should be' },
  why: {
    vi: 'Từ hai phụ lục trở lên thì đánh số thứ tự bằng chữ số La Mã; một phụ lục thì không đánh số (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1). Đổi số thì đổi cả chỗ nhắc đến trong văn bản. Văn bản của Đảng không theo quy định này nên không bị xét.',
    en: 'Two or more annexes are numbered with Roman numerals; a single one has no number (Decree 30/2020/NĐ-CP, Annex I, III.1). A number is changed together with what names it. Party documents have other rules and are not judged.',
  },
  *check(draft, project) {
    const found = readAnnexes(draft);
    const { annexes, parted, isCut } = found;
    const [first, second] = annexes;
    if (parted || familyOf(draft, project) === 'party') return;
    if (!first) {
      yield* apart(found);
      return;
    }
    if (!second) {
      const others = found.mentions.some(({ value, doubtful }) => value > 1 && !doubtful);
      if (first.number && first.value === 1 && !isCut && !others) yield { ...first.words, ...single(found, first) };
      return;
    }
    if (new Set(annexes.map(({ value }) => value)).size < annexes.length && annexes.every(({ number }) => number))
      return;
    const inOrder = annexes.every(({ value, number }, i) => !number || value === i + 1);
    const roman = annexes.every(({ number }) => number !== undefined && /^[IVXLC]+$/.test(number.text));
    if (roman && (inOrder || isCut || isLackNamed(found))) return;
    const wrong = annexes.find(({ number, value }, i) =>
      roman ? value !== i + 1 : number === undefined || !/^[IVXLC]+$/.test(number.text),
    );
    if (!wrong) return;
    const due = toRoman(annexes.indexOf(wrong) + 1);
    const fix = renumbered(found, inOrder && annexes.every(({ number }) => number !== undefined));
    yield { ...wrong.words, message: messageOf(wrong, due, roman), ...(fix && { fixes: [fix] }) };
  },
  examples: [
    {
      text: '1. Sở Nội vụ thực hiện theo Phụ lục 1.\n\n2. Sở Tài chính thực hiện theo Phụ lục 02.\n\n# PHỤ LỤC 1\n\nDANH MỤC\n\n# PHỤ LỤC 02\n\nMẪU BÁO CÁO\n',
      problems: ['5:3 "PHỤ LỤC 1" không đánh số La Mã; cần "I".'],
      fixed:
        '1. Sở Nội vụ thực hiện theo Phụ lục I.\n\n2. Sở Tài chính thực hiện theo Phụ lục II.\n\n# PHỤ LỤC I\n\nDANH MỤC\n\n# PHỤ LỤC II\n\nMẪU BÁO CÁO\n',
    },
    {
      text: '1. Sở Nội vụ thực hiện theo Phụ lục I.\n\n2. Sở Tài chính tổng hợp.\n\n# PHỤ LỤC I\n\nDANH MỤC\n',
      problems: ['5:3 Văn bản chỉ có một phụ lục nên "PHỤ LỤC I" không cần đánh số.'],
    },
    {
      text: '1. Sở Nội vụ thực hiện theo các Phụ lục I, II.\n\n2. Sở Tài chính tổng hợp.\n\n# PHỤ LỤC I\n\nDANH MỤC\n\n# PHỤ LỤC II\n\nMẪU\n',
      problems: [],
    },
  ],
};

function messageOf({ words, number }: Annex, due: string, roman: boolean): Saying {
  const written = words.text;
  if (!number)
    return {
      vi: `"${written}" thiếu số trong khi có nhiều phụ lục; cần "${due}".`,
      en: `"${written}" has no number among several annexes; "${due}" is expected.`,
    };
  if (roman)
    return {
      vi: `"${written}" không đúng thứ tự; ở đây cần "${due}".`,
      en: `"${written}" is out of order; "${due}" is expected here.`,
    };
  return {
    vi: `"${written}" không đánh số La Mã; cần "${due}".`,
    en: `"${written}" is not numbered with a Roman numeral; "${due}" is expected.`,
  };
}

/** Annexes in files of their own: what the text calls them. */
function* apart({ mentions, attached }: Annexes): Iterable<Problem> {
  const own = mentions.filter(({ number, doubtful }) => number !== '' && !doubtful);
  const arabic = own.filter(({ number }) => /^\d+$/.test(number));
  const [first] = arabic;
  if (attached || !first || new Set(own.map(({ value }) => value)).size < 2) return;
  const due = toRoman(first.value);
  const title = { vi: 'Đánh số La Mã các phụ lục được nhắc đến', en: 'Roman numerals for the annexes that are named' };
  const edits = arabic.map(({ words: { start, end }, value }) => ({ start, end, text: toRoman(value) }));
  yield {
    ...first.words,
    message: {
      vi: `"Phụ lục ${first.number}" không đánh số La Mã; cần "${due}".`,
      en: `"Phụ lục ${first.number}" is not numbered with a Roman numeral; "${due}" is expected.`,
    },
    fixes: [{ title, edits, certain: false }],
  };
}

/** An annex left out is named in the text: that is told there. */
function isLackNamed({ annexes, mentions }: Annexes): boolean {
  const most = Math.max(...annexes.map(({ value }) => value));
  const has = new Set(annexes.map(({ value }) => value));
  for (let value = 1; value < most; value++) if (!has.has(value) && isNamed(mentions, value)) return true;
  return false;
}

function single({ mentions }: Annexes, { words, number }: Annex): { message: Saying; fixes: Fix[] } {
  const gone = [...(number ? [number] : []), ...own(mentions)].map(({ start, end }) => ({
    start: start - 1,
    end,
    text: '',
  }));
  return {
    message: {
      vi: `Văn bản chỉ có một phụ lục nên "${words.text}" không cần đánh số.`,
      en: `There is one annex only, so "${words.text}" needs no number.`,
    },
    fixes: [{ title: { vi: 'Bỏ số của phụ lục', en: 'Take the number away' }, edits: gone, certain: false }],
  };
}
