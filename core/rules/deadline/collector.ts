import type { Rule } from '../../rule.ts';
import { lastBefore, type Report, reportsOf, reportsTaken } from './reports.ts';

export const deadlineCollector: Rule = {
  id: 'deadline/collector',
  severity: 'warning',
  looksAt: { item: reportsTaken, task: ({ id, leads }) => [id, leads[0]?.text] },
  summary: {
    vi: 'Hạn tổng hợp không sau hạn báo cáo của các đơn vị',
    en: 'Reports are due no earlier than what is made of them',
  },
  why: {
    vi: 'Cơ quan tổng hợp chỉ báo cáo được sau khi các đơn vị đã gửi báo cáo; hai hạn trùng ngày hoặc ngược nhau thì cơ quan tổng hợp luôn bị động.',
    en: 'Who sums up can report only after the others have; the same day for both, or the days the other way round, cannot be kept.',
  },
  *check(draft) {
    const reports = reportsOf(draft);
    const given = reports.filter(({ collects }) => !collects);
    /** Those who report to a body in one rhythm, found once for each. */
    const sourcesOf = new Map<string, readonly Report[]>();
    const collections = new Map<string, number>();
    const keyOf = ({ by, rhythm }: Report) => `${rhythm}|${by}`;
    for (const each of reports)
      if (each.collects) collections.set(keyOf(each), (collections.get(keyOf(each)) ?? 0) + 1);
    for (const summing of reports) {
      if (!summing.collects) continue;
      const key = keyOf(summing);
      const all = sourcesOf.get(key) ?? given.filter((each) => goesTo(each, summing));
      sourcesOf.set(key, all);
      // The report of the same item is meant, else of the whole document.
      const { node } = summing.deadline;
      const before = all[lastBefore(all, summing)];
      const near = before && before.deadline.node === node ? [before] : [];
      const alone = (collections.get(key) ?? 0) === 1;
      const sources = near.length > 0 ? near : alone ? all.filter((each) => isSame(each, summing)) : [];
      const late = sources.find((each) => !isBefore(each, summing));
      if (!late) continue;
      const { words } = summing.deadline;
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `${summing.name} tổng hợp "${words.text}" trong khi các đơn vị báo cáo "${late.deadline.words.text}": hạn tổng hợp phải sau hạn báo cáo.`,
          en: `${summing.name} sums up "${words.text}" while the reports are due "${late.deadline.words.text}": it has to be later than they are.`,
        },
        related: [
          { ...late.deadline.words, message: { vi: 'Hạn báo cáo của các đơn vị.', en: 'When the reports are due.' } },
        ],
      };
    }
  },
  examples: [
    {
      text: '## I. TỔ CHỨC THỰC HIỆN\n\n1. Các sở, ngành báo cáo kết quả về Sở Nội vụ trước ngày 20 hằng tháng để tổng hợp.\n\n2. Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15 hằng tháng.\n',
      problems: [
        '5:53 Sở Nội vụ tổng hợp "trước ngày 15 hằng tháng" trong khi các đơn vị báo cáo "trước ngày 20 hằng tháng": hạn tổng hợp phải sau hạn báo cáo.',
      ],
    },
    {
      text: '## I. TỔ CHỨC THỰC HIỆN\n\n1. Các sở, ngành gửi Sở Nội vụ trước ngày 15/6/2026; Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/6/2026.\n\n2. Các sở, ngành gửi Sở Nội vụ trước ngày 15/12/2026; Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/12/2026.\n',
      problems: [
        '3:103 Sở Nội vụ tổng hợp "trước ngày 15/6/2026" trong khi các đơn vị báo cáo "trước ngày 15/6/2026": hạn tổng hợp phải sau hạn báo cáo.',
      ],
    },
  ],
};

/** A report that goes to the body that sums up, in the same rhythm. */
function goesTo(report: Report, { by, rhythm }: Report): boolean {
  const at = report.rhythm === rhythm ? report.clause.lastIndexOf(by) : -1;
  return (
    at >= 0 && /(?:gửi|về|cho|báo cáo|đến|qua|nộp)[^;.]{0,80}$/u.test(report.clause.slice(Math.max(0, at - 100), at))
  );
}

/** What is asked for on one occasion may be another matter, unless it is for summing up or of the same weeks. */
function isSame(report: Report, summing: Report): boolean {
  if (report.deadline.node === summing.deadline.node || summing.rhythm !== 'date') return true;
  const { clause } = report;
  return clause.includes('tổng hợp') || (clause.includes('báo cáo') && Math.abs(report.at - summing.at) <= 45);
}

/** The summing up of a later hour is behind the reports of that day. */
function isBefore(report: Report, summing: Report): boolean {
  return report.at < summing.at;
}
