import { wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { isTitle } from '../../looks.ts';
import { isUnit, type Node, type UnitNode } from '../../nodes.ts';
import type { Rule } from '../../rule.ts';
import { edgesOf } from '../taken.ts';
import { readSeries } from './series.ts';

export const numberingUntitled: Rule = {
  id: 'numbering/untitled',
  severity: 'hint',
  looksAt: {
    item: (fact, { kind, children }) =>
      kind === 'unit' && [isTitled({ fact, children }), isWhole({ fact, children }) && edgesOf(firstWords(fact))],
  },
  summary: {
    vi: 'Trong một dãy, mục có tiêu đề xen mục không có',
    en: 'Items with and without a title in one series',
  },
  why: {
    vi: 'Khoản có thể có hoặc không có tiêu đề (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6), nhưng các mục của một dãy thì cùng kiểu: mục không có tiêu đề giữa các mục theo chủ đề thường là nhiệm vụ đặt sai chỗ, hoặc thiếu tiêu đề.',
    en: 'An item may have a title or none (Decree 30/2020/NĐ-CP, Annex I, II.6), but the items of a series are of one make: one without a title among subjects is often an assignment in the wrong place, or its title is missing.',
  },
  *check(draft) {
    for (const steps of readSeries(draft)) {
      const series = new Map<object, UnitNode[]>();
      for (const { unit, series: key, taken } of steps) {
        if (taken.kind !== 'arabic' && taken.kind !== 'decimal' && taken.kind !== 'roman') continue;
        const units = series.get(key);
        if (units) units.push(unit);
        else series.set(key, [unit]);
      }
      for (const units of series.values()) {
        const titled = units.filter(isTitled);
        const whole = units.filter(isWhole);
        const [first] = whole;
        if (!first || titled.length < 2 || titled.length < whole.length) continue;
        const [some, others] = [listOf(whole), listOf(titled)];
        yield {
          ...wordsOf(draft.text, first, 0, firstWords(first.fact).length),
          message: {
            vi: `Trong cùng dãy, ${others} có tiêu đề mà ${some} thì không.`,
            en: `In one series ${others} have a title and ${some} have none.`,
          },
        };
      }
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n### 1. Về dữ liệu\n\na) Sở Nội vụ chuẩn hóa danh mục.\n\nb) Sở Y tế kết nối kho dữ liệu.\n\n### 2. Về hạ tầng\n\na) Thuê máy chủ.\n\nb) Nâng cấp đường truyền.\n\n3. Sở Nội vụ tiếp tục thực hiện chế độ báo cáo hằng ngày, gửi Văn phòng Ủy ban nhân dân tỉnh tổng hợp.\n',
      problems: ['15:4 Trong cùng dãy, "1.", "2." có tiêu đề mà "3." thì không.'],
    },
    {
      text: '## I. NHIỆM VỤ\n\n### 1. Về dữ liệu\n\na) Sở Nội vụ chuẩn hóa danh mục.\n\nb) Sở Y tế kết nối kho dữ liệu.\n\n### 2. Về hạ tầng\n\na) Thuê máy chủ.\n\nb) Nâng cấp đường truyền.\n\n3. Về tuyên truyền: Sở Văn hóa và Thể thao đẩy mạnh truyền thông về mô hình chính quyền mới trên địa bàn.\n',
      problems: [],
    },
  ],
};

/** Where its title would stand. */
function firstWords({ item }: Fact): string {
  return /^(?:\S+\s+){0,5}\S+/.exec(item.body.text)?.[0] ?? '';
}

/** A subject with what belongs to it below; an owner ("1. Bộ Công an") is no subject. */
function isTitled({ fact, children }: Pick<Node, 'fact' | 'children'>): boolean {
  const { item, whole } = fact;
  const { text } = item.body;
  if (text.length > 160 || /[.;:,]$/.test(text) || whole.assignment.leads.length > 0) return false;
  return item.level > 0 || isTitle(text, item.bold) || (children.length > 0 && children.some(isUnit));
}

/** A sentence that says it all itself. */
function isWhole({ fact, children }: Pick<Node, 'fact' | 'children'>): boolean {
  const { item } = fact;
  const { text } = item.body;
  if (item.level > 0 || item.bold || text.length < 80 || !/[.;/]$/.test(text)) return false;
  // "6. Về công tác tuyên truyền: Các cơ quan ...": the title runs in.
  return !/^[^.:;]{3,120}:\s/u.test(text) && !children.some(isUnit);
}

function listOf(units: readonly UnitNode[]): string {
  const shown = units.slice(0, 3).map(({ marker }) => `"${marker.text}"`);
  return `${shown.join(', ')}${units.length > shown.length ? ', ...' : ''}`;
}
