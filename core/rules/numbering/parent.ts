import type { Rule } from '../../rule.ts';
import { NUMBERS, readPlaces } from './places.ts';

export const numberingParent: Rule = {
  id: 'numbering/parent',
  severity: 'error',
  looksAt: NUMBERS,
  summary: {
    vi: 'Số nhiều cấp không bắt đầu bằng số của mục chứa nó',
    en: 'A number of several levels that does not begin with the number it stands under',
  },
  why: {
    vi: 'Trong "2.1.", số đầu là số của mục chứa nó: dưới "2." chỉ có "2.1.", "2.2.". Nghị định 30/2020/NĐ-CP không quy định kiểu số này; đây là thông lệ, được chấp nhận khi thống nhất. Sửa ngay khi các số bên cạnh đã đúng; khi cả dãy mang số khác, người soạn quyết định sửa dãy hay sửa mục chứa nó.',
    en: 'In "2.1." the first number is that of the item it stands under: below "2." there are only "2.1.", "2.2.". Decree 30/2020/NĐ-CP does not know such numbers; they are practice, accepted where they are consistent. The fix is certain where the numbers beside it are right; where a whole series has another number, the writer decides which of the two to change.',
  },
  *check(draft) {
    for (const { unit, fault, expected, fix } of readPlaces(draft)) {
      if (fault !== 'parent') continue;
      const parent = expected.replace(/[^\d]*$/, '').replace(/\d+$/, '');
      yield {
        ...unit.markerWords,
        message: {
          vi: `"${unit.marker.text}" không thuộc mục "${parent}"; cần "${expected}".`,
          en: `"${unit.marker.text}" does not belong under "${parent}"; "${expected}" is expected.`,
        },
        ...(fix && { fixes: [fix] }),
      };
    }
  },
  examples: [
    {
      text: '1. Về thể chế.\n\n2. Về hạ tầng:\n\n2.1. Nâng cấp đường truyền.\n\n3.2. Thuê máy chủ.\n\n2.3. Bảo vệ hệ thống.\n',
      problems: ['7:1 "3.2." không thuộc mục "2."; cần "2.2.".'],
      fixed:
        '1. Về thể chế.\n\n2. Về hạ tầng:\n\n2.1. Nâng cấp đường truyền.\n\n2.2. Thuê máy chủ.\n\n2.3. Bảo vệ hệ thống.\n',
    },
    {
      text: '1. Về thể chế:\n\n2.1. Sửa quy chế.\n\n2.2. Ban hành biểu mẫu.\n\n2. Về hạ tầng.\n',
      problems: ['3:1 "2.1." không thuộc mục "1."; cần "1.1.".'],
    },
    {
      text: '1. Về thể chế:\n\n1.1. Sửa quy chế.\n\n1.2. Ban hành biểu mẫu.\n',
      problems: [],
    },
  ],
};
