import type { Rule } from '../../rule.ts';
import { foldName } from '../../text.ts';
import { collections, type Report, reportsOf } from './reports.ts';

export const deadlineCollector: Rule = {
  id: 'deadline/collector',
  severity: 'warning',
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
    for (const summing of reports) {
      if (!summing.collects) continue;
      const all = given.filter((each) => isFor(each, summing));
      // The report of the same item is meant, else of the whole document.
      const near = all.filter(
        (each) => each.deadline.node === summing.deadline.node && each.deadline.start < summing.deadline.start,
      );
      const others = collections(reports, summing);
      const sources = near.length > 0 ? near.slice(-1) : others > 1 ? [] : all;
      const late = sources.find((each) => !isBefore(each, summing));
      if (!late) continue;
      const { words } = summing.deadline;
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `${summing.by} tổng hợp "${words.text}" trong khi các đơn vị báo cáo "${late.deadline.words.text}": hạn tổng hợp phải sau hạn báo cáo.`,
          en: `${summing.by} sums up "${words.text}" while the reports are due "${late.deadline.words.text}": it has to be later than they are.`,
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
function isFor(report: Report, summing: Report): boolean {
  if (report.rhythm !== summing.rhythm) return false;
  const clause = foldName(report.clause);
  const name = foldName(summing.by);
  const at = clause.lastIndexOf(name);
  if (at < 0 || !/(?:gửi|về|cho|báo cáo|đến|qua|nộp)[^;.]{0,80}$/u.test(clause.slice(0, at))) return false;
  // What is asked for on one occasion may be another matter.
  const sameItem = report.deadline.node === summing.deadline.node;
  return sameItem || summing.rhythm !== 'date' || /tổng hợp/u.test(clause);
}

/** The summing up of a later hour is behind the reports of that day. */
function isBefore(report: Report, summing: Report): boolean {
  return report.at < summing.at;
}
