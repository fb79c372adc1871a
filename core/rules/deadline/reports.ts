import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { keptWith, oncePer } from '../../once.ts';
import { countBefore } from '../../sorted.ts';
import type { Task } from '../../task.ts';
import { foldName } from '../../text.ts';
import { withoutPlaces } from '../taken.ts';
import { deadlinesTaken, mentionsOf, type Written, writtenDeadlines } from './mentions.ts';

/** A time by which somebody reports, or sums up what others reported. */
export interface Report {
  readonly deadline: Written;
  /** Sums up and passes on, or is one of those who report to it. */
  readonly collects: boolean;
  /** Who sums up, folded and as written; of a report the bodies it goes to are in `clause`. */
  readonly by: string;
  readonly name: string;
  /** What is said up to the deadline, and to the end of its clause; folded. */
  readonly clause: string;
  /** When: the rhythm ("month", "date") and a number that grows with time. */
  readonly rhythm: string;
  readonly at: number;
}

/** Bodies whose name begins a clause, up to the verb. */
const SUBJECT =
  /(?:^|[.;:,]\s+|\s(?:giao|đề nghị|yêu cầu)\s+|^giao\s+)((?:Bộ|Sở|Văn phòng|Ban|Vụ|Cục|Phòng|Ủy ban|UBND|Thanh tra|Cơ quan|cơ quan|đơn vị|Tổ|Hội đồng|Công an|Trung tâm|Ngân hàng|Viện)(?: (?:thường trực|chủ trì|đầu mối)| [^,;.:]{2,80}?)?)\s+(?:(?:có trách nhiệm|chủ trì|theo dõi|đôn đốc|kiểm tra|làm đầu mối|là (?:cơ quan )?đầu mối|chịu trách nhiệm|tiếp nhận|rà soát|tham mưu|giúp [^,;.]{3,60}|phối hợp[^;.]{3,80})[\s,]*(?:và )?)*$/iu;
/** "để tổng hợp", "gửi Bộ A tổng hợp": somebody else does. */
const FOR_OTHERS = /(?<!\p{L})(?:để|nhằm|phục vụ)(?:\s[^;.]{0,60})?\s?$|(?:gửi|về|cho|đến|qua)\s[^;,.]{3,100}\s?$/iu;

export const reportsOf = oncePer((draft: Draft): readonly Report[] => {
  const tasks = new Map<number, Task>(draft.tasks.map((task) => [task.node.span.start, task]));
  return writtenDeadlines(draft).flatMap((deadline): Report[] => {
    const { fact, span } = deadline.node;
    const clause = clausesIn(fact).find(({ start }) => start === deadline.start);
    const time = clause && timeOf(deadline);
    if (!time) return [];
    const lead = clause.isFirst ? tasks.get(span.start)?.leads[0]?.text : undefined;
    const name = collector(fact, `${clause.start} ${lead}`, () => collectorOf(clause.head, lead));
    const { folded, reports } = clause;
    if (name !== undefined) return [{ deadline, collects: true, by: foldName(name), name, clause: folded, ...time }];
    return reports ? [{ deadline, collects: false, by: '', name: '', clause: folded, ...time }] : [];
  });
});

/** What is said around a deadline, where it may be a report or its summing up. */
interface Clause {
  /** Of the deadline. */
  readonly start: number;
  /** Up to the deadline. */
  readonly head: string;
  /** Nothing stands before it in its item. */
  readonly isFirst: boolean;
  /** Up to the end of the clause. */
  readonly folded: string;
  /** It speaks of a report. */
  readonly reports: boolean;
}

const clausesIn = oncePer((fact: Fact): readonly Clause[] => {
  const { text } = fact.item.body;
  const mentions = mentionsOf(fact);
  return mentions.flatMap(({ start, end }, i): Clause[] => {
    const from = mentions[i - 1]?.end ?? 0;
    const said = text.slice(from, start);
    const stop = Math.max(said.lastIndexOf('. '), said.lastIndexOf('; '));
    const sentence = stop < 0 ? 0 : stop + 2;
    const head = said.slice(sentence);
    const clause = head + (/^[^.;]*/.exec(text.slice(end))?.[0] ?? '');
    const reports = /báo cáo|gửi|nộp|cung cấp|đăng ký/iu.test(clause);
    if (!reports && !/tổng hợp/iu.test(head)) return [];
    return [{ start, head, isFirst: from + sentence === 0, folded: foldName(clause), reports }];
  });
});

const collector = keptWith<Fact, string | undefined>();

/** What is taken from an item: its reports, with their times. */
export const reportsTaken = oncePer((fact: Fact): string => {
  const clauses = clausesIn(fact);
  const times = mentionsOf(fact).filter((each) => clauses.some(({ start }) => start === each.start));
  return clauses.length > 0 ? withoutPlaces(clauses) + deadlinesTaken(fact, times) : '';
});

/** Index of the last report written before the summing up; reports stand in the order of the text. */
export function lastBefore(reports: readonly Report[], { deadline }: Report): number {
  return countBefore(reports, (report) => report.deadline.words.start, deadline.words.start) - 1;
}

function collectorOf(head: string, lead: string | undefined): string | undefined {
  for (const match of [...head.matchAll(/tổng hợp/giu)].reverse()) {
    const before = head.slice(0, match.index);
    // "cơ sở dữ liệu tổng hợp", "báo cáo tổng hợp": a noun.
    if (/(?:dữ liệu|báo cáo|bảng|số liệu)\s$/iu.test(before)) continue;
    if (match[0].startsWith('T') && /(?:Phòng|Vụ|Ban|Cục|Viện)\s$/u.test(before)) continue;
    const named = SUBJECT.exec(before.slice(-240))?.[1];
    if (named !== undefined) return named;
    if (FOR_OTHERS.test(before.slice(-120))) continue;
    if (lead !== undefined) return lead;
  }
  return undefined;
}

/** What two times are compared by; undefined where they fix neither a day nor a day of a period. */
function timeOf({ relation, date, named, words }: Written): { rhythm: string; at: number } | undefined {
  const text = words.text.normalize('NFC');
  const hour = /(\d{1,2})\s?(?:giờ|h(?!\p{L}))/iu.exec(text);
  const within = hour ? Number(hour[1]) / 24 : 0;
  if (relation === 'recurring') {
    const period = /(ngày|tuần|tháng|quý|năm)(?!.*(?:tuần|tháng|quý|năm))/iu.exec(text)?.[1]?.toLowerCase() ?? '';
    if (/(?:hằng|hàng) ngày/iu.test(text)) return hour ? { rhythm: 'ngày', at: within } : undefined;
    const full = /ngày\s+(\d{1,2})\s?(?:\/|tháng)\s?(\d{1,2})/iu.exec(text);
    if (full) return { rhythm: 'năm', at: Number(full[2]) * 40 + Number(full[1]) + within };
    const day = /ngày\s+(\d{1,2})/iu.exec(text);
    if (!day || period === 'tuần') return undefined;
    const which = /tháng (?:đầu|cuối|sau)|(?:tháng|quý|kỳ) (?:sau|tiếp|kế)/iu.exec(text)?.[0].toLowerCase() ?? '';
    return { rhythm: `${period}|${which}`, at: Number(day[1]) + within };
  }
  if (date === null || relation === 'after') return undefined;
  // Of days without a year which comes first is told by the calendar alone.
  const { year, month, day } = named?.to ?? {};
  if (year === undefined && month !== undefined)
    return { rhythm: 'ngày trong năm', at: month * 40 + (day ?? 31) + within };
  return { rhythm: 'date', at: Date.parse(`${date}T00:00:00Z`) / 86_400_000 + within };
}
