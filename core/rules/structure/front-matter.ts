import type { Rule } from '../../rule.ts';

export const structureFrontMatter: Rule = {
  id: 'structure/front-matter',
  severity: 'error',
  looksAt: {},
  summary: { vi: 'Phần đầu văn bản (giữa hai dòng ---) không đọc được', en: 'A front matter that cannot be read' },
  why: {
    vi: 'Số, ngày, cơ quan ban hành đọc từ phần đầu văn bản; một dòng viết sai có thể làm mất thông tin dùng để kiểm tra. Các dòng khác vẫn được đọc.',
    en: 'Number, date and issuer are read from the front matter; a line written wrong may lose what the checks need. The other lines are still read.',
  },
  *check(draft) {
    const { fault } = draft.letterhead;
    if (fault) yield { start: fault.start, end: fault.end, message: { vi: fault.vi, en: fault.en } };
  },
  examples: [
    {
      text: '---\nloại: Thông báo\ntrích yếu: Kết luận: tiến độ chuyển đổi số\n---\n\nNội dung.\n',
      problems: [
        '3:1 Dòng này của phần đầu văn bản (giữa hai dòng ---) có hai dấu hai chấm; đặt phần sau dấu hai chấm thứ nhất trong dấu ngoặc kép.',
      ],
    },
  ],
};
