import { findNearest } from '../../nearest.ts';
import type { Rule } from '../../rule.ts';
import { readSuppressions } from '../../suppressions.ts';

export const structureSuppression: Rule = {
  id: 'structure/suppression',
  severity: 'warning',
  afterAll: true,
  summary: { vi: 'Lời bỏ qua viết sai hoặc không còn cần', en: 'A suppression written wrong or no longer needed' },
  why: {
    vi: 'Dòng <!-- chidao-bỏ-qua owner/unknown: lý do --> đặt ngay trên một đoạn thì quy tắc ấy không báo ở đoạn đó; đặt trong phần đầu văn bản (giữa hai dòng ---) thì không báo trong cả văn bản. Người xem lại cần biết vì sao bỏ qua, nên phải có lý do; lời bỏ qua không còn che lỗi nào thì cần xóa, kẻo che mất lỗi mới.',
    en: 'A line <!-- chidao-ignore owner/unknown: reason --> right above a block keeps that rule from reporting there; in the front matter (between the two --- lines), anywhere in the document. A reviewer has to know why, so the reason is required; one that no longer hides anything should go, or it will hide the next fault.',
  },
  *check(draft, _project, outcome) {
    for (const suppression of readSuppressions(draft)) {
      const { start, end, rules, reason } = suppression;
      const removal = { start, end: end + (/^\r?\n/.exec(draft.text.slice(end))?.[0].length ?? 0), text: '' };
      if (rules.length === 0) {
        yield {
          start,
          end,
          message: {
            vi: 'Lời bỏ qua không nêu quy tắc nào; viết như "chidao-bỏ-qua owner/unknown: lý do".',
            en: 'The suppression names no rule; write it like "chidao-ignore owner/unknown: reason".',
          },
        };
        continue;
      }
      if (reason === '') {
        yield {
          start,
          end,
          message: {
            vi: 'Lời bỏ qua chưa có lý do nên chưa có hiệu lực; thêm ": lý do" sau tên quy tắc.',
            en: 'The suppression gives no reason, so it has no effect; add ": reason" after the rule.',
          },
        };
      }
      for (const rule of rules) {
        if (!outcome?.known.has(rule.text)) {
          const near = outcome && findNearest(rule.text, outcome.known);
          yield {
            start: rule.start,
            end: rule.end,
            message: {
              vi: `Không có quy tắc "${rule.text}"${near ? `; tên gần nhất là "${near}"` : '; lệnh chidao explain liệt kê các quy tắc'}.`,
              en: `There is no rule "${rule.text}"${near ? `; the nearest is "${near}"` : '; chidao explain lists the rules'}.`,
            },
          };
        } else if (reason !== '' && outcome.ran.has(rule.text) && !outcome.used.has(`${start}|${rule.text}`)) {
          yield {
            start: rule.start,
            end: rule.end,
            message: {
              vi: `Không có gì để bỏ qua: ${rule.text} không báo gì ở đây.`,
              en: `Nothing to suppress: ${rule.text} finds nothing here.`,
            },
            ...(rules.length === 1 && {
              fixes: [
                {
                  title: { vi: 'Xóa lời bỏ qua này', en: 'Remove this suppression' },
                  edits: [removal],
                  certain: false,
                },
              ],
            }),
          };
        }
      }
    }
  },
  examples: [
    {
      text: '<!-- chidao-bỏ-qua structure/suppression: thử nghiệm -->\n\n1. Sở Nội vụ rà soát biên chế.\n',
      problems: ['1:20 Không có gì để bỏ qua: structure/suppression không báo gì ở đây.'],
    },
    {
      text: '<!-- chidao-bỏ-qua structure/supression -->\n\n1. Sở Nội vụ rà soát biên chế.\n',
      problems: [
        '1:1 Lời bỏ qua chưa có lý do nên chưa có hiệu lực; thêm ": lý do" sau tên quy tắc.',
        '1:20 Không có quy tắc "structure/supression"; tên gần nhất là "structure/suppression".',
      ],
    },
  ],
};
