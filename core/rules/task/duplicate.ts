import { oncePer } from '../../once.ts';
import type { Rule } from '../../rule.ts';
import type { Task } from '../../task.ts';
import { foldName } from '../../text.ts';
import { opening } from '../owner/opening.ts';
import { similarTasks } from './similar.ts';

/** Alike enough to be the same although two bodies are given it and no day is set. */
const SAME = 0.9;

/** Done anew for each period. */
const RETURNING =
  /^(?:gửi|báo cáo|tổng hợp|sơ kết|tổng kết|tổ chức (?:họp|kiểm tra|đánh giá)|họp|kiểm tra|đánh giá)(?!\p{L})/iu;
/** Everybody is told so. */
const GENERAL = /^[^,.;]{0,60}(?:(?:nhiệm vụ|nội dung)(?: đã)? được giao|tổ chức triển khai|triển khai thực hiện)/iu;

export const taskDuplicate: Rule = {
  id: 'task/duplicate',
  severity: 'warning',
  summary: { vi: 'Một nhiệm vụ được giao hai lần', en: 'One task given twice' },
  why: {
    vi: 'Việc giao hai lần với cơ quan hoặc thời hạn khác nhau thì không biết theo lần nào; lặp lại y nguyên thì bị đếm hai lần khi theo dõi. Thường do ghép ý kiến góp ý mà chưa bỏ đoạn cũ.',
    en: 'A task given twice with another owner or date leaves open which one counts; repeated as it stands it is counted twice. Mostly a leftover of merged comments.',
  },
  looksAt: {
    task: (task) => [
      ...[task.id, task.text, ownersOf(task), task.leads.map(({ text, kind }) => [text, kind])],
      ...[task.deadline?.date, task.deadline?.words.text],
    ],
    lines: true,
  },
  *check(draft) {
    const issuer = foldName(draft.letterhead.issuer?.text ?? '');
    const isIssuer = (task: Task) => issuer !== '' && task.leads.some(({ text }) => foldName(text) === issuer);
    for (const { earlier, later, within, of } of similarTasks(draft)) {
      // A table sums up what the text gives out; what comes again in the next phase goes on there.
      if ((earlier.node.kind === 'row') !== (later.node.kind === 'row')) continue;
      if (classesOf(earlier) !== classesOf(later)) continue;
      const sameOwner = ownersOf(earlier) === ownersOf(later);
      const [one, other] = [earlier.deadline?.date ?? null, later.deadline?.date ?? null];
      const sameDay = one === other;
      if (sameOwner && !sameDay && (earlier.phase !== later.phase || RETURNING.test(later.text))) continue;
      // The same duty of two groups is done by each for itself; so is one without a day, unless it is copied.
      if (!sameOwner && [earlier, later].every(({ leads }) => leads.some(({ kind }) => kind === 'group'))) continue;
      if (!sameOwner && (one === null || other === null) && (within < SAME || of < SAME)) continue;
      // What the issuer itself has to do is handed on to its units.
      if (!sameOwner && (GENERAL.test(later.text) || isIssuer(earlier) || isIssuer(later))) continue;
      const words = opening(draft.text, later.action, later.end);
      const place = earlier.id === '-' || earlier.id === '' ? '' : ` (${earlier.id})`;
      const who = earlier.leads.map(({ text }) => text).join(', ');
      yield {
        start: words.start,
        end: words.end,
        message:
          !sameOwner && who !== ''
            ? {
                vi: `"${words.text}" đã giao cho ${who}${place}.`,
                en: `"${words.text}" is given to ${who} already${place}.`,
              }
            : sameDay
              ? {
                  vi: `"${words.text}" lặp lại một nhiệm vụ đã nêu${place}.`,
                  en: `"${words.text}" repeats a task told before${place}.`,
                }
              : {
                  vi: `"${words.text}" đã được giao với thời hạn khác${place}${earlier.deadline ? `: "${earlier.deadline.words.text}"` : ''}.`,
                  en: `"${words.text}" is given already with another deadline${place}${earlier.deadline ? `: "${earlier.deadline.words.text}"` : ''}.`,
                },
        related: [
          {
            ...opening(draft.text, earlier.action, earlier.end),
            message: { vi: 'Giao lần đầu ở đây.', en: 'Given first here.' },
          },
        ],
      };
    }
  },
  examples: [
    {
      text: '## II. NHIỆM VỤ\n\n1. Bộ Tư pháp rà soát, sửa đổi các quy định về giá trị pháp lý của hồ sơ điện tử, hoàn thành trong tháng 9/2026.\n\n2. Bộ Công an rà soát, sửa đổi các quy định về giá trị pháp lý của hồ sơ điện tử, hoàn thành trong tháng 9/2026.\n\n3. Bộ Tư pháp rà soát, sửa đổi các quy định về giá trị pháp lý của hồ sơ điện tử, hoàn thành trong tháng 11/2026.\n',
      problems: [
        '5:15 "rà soát, sửa đổi các quy định về giá trị pháp lý của hồ sơ điện tử, hoàn thành" đã giao cho Bộ Tư pháp (II.1).',
        '7:15 "rà soát, sửa đổi các quy định về giá trị pháp lý của hồ sơ điện tử, hoàn thành" đã được giao với thời hạn khác (II.1): "hoàn thành trong tháng 9/2026".',
      ],
    },
    {
      text: '## II. NHIỆM VỤ\n\n1. Bộ Tư pháp rà soát, sửa đổi các quy định về giá trị pháp lý của hồ sơ điện tử.\n\n2. Bộ Tư pháp rà soát, sửa đổi các quy định về giá trị pháp lý của hồ sơ giấy đã số hóa trong cơ quan thi hành án.\n',
      problems: [],
    },
  ],
};

/** "nhóm I, II ... Mẫu số 05": of another class or form it is another task. */
const classesOf = oncePer(({ text }: Task): string => {
  const classes = text.matchAll(
    /(?<!\p{L})(?:nhóm|loại|hạng|mẫu|phụ lục|bậc|cấp độ|khu vực|đợt|vùng)(?: số)? [\dIVXA-E]+(?!\p{L})(?:(?:, | và )[\dIVXA-E]+(?!\p{L}))*/giu,
  );
  return Array.from(classes, ([each]) => each.toLowerCase()).join('|');
});

const ownersOf = oncePer(({ leads }: Task): string =>
  leads
    .map(({ agency, text }) => agency ?? foldName(text))
    .sort()
    .join('|'),
);
