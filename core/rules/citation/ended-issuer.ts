import { showDay } from '../../language/calendar.ts';
import { type Agency, pickAgency, successorsOn } from '../../registry.ts';
import type { Problem, Rule } from '../../rule.ts';
import { countBefore } from '../../sorted.ts';
import type { Words } from '../../text.ts';
import { type Cited, citedIn, nameOf } from './cited.ts';
import { bodiesOfSymbol } from './issuers.ts';

export const citationEndedIssuer: Rule = {
  id: 'citation/ended-issuer',
  severity: 'warning',
  looksAt: 'item',
  summary: {
    vi: 'Cơ quan ban hành văn bản được viện dẫn không có vào ngày ấy',
    en: 'The issuer of a cited document did not exist on its date',
  },
  why: {
    vi: 'Cơ quan đã kết thúc hoạt động không ban hành văn bản nữa, cơ quan chưa thành lập thì chưa ban hành: số, ngày hoặc tên cơ quan ghi sai. Danh mục cơ quan và nguồn: registry/.',
    en: 'A body that has ended issues nothing more, one not yet set up nothing so far: the number, the date or the name is wrong. Agencies and sources: registry/.',
  },
  *check(draft) {
    for (const cited of citedIn(draft)) {
      const { day, quoted } = cited;
      if (day === undefined || quoted) continue;
      const wrong = absent(draft.registry, cited, day);
      if (!wrong) continue;
      const { agency, words } = wrong;
      const ended = agency.validTo !== undefined && agency.validTo < day;
      const names = ended ? successorsOn(draft.registry, agency, day).map(({ name }) => name) : [];
      const since = ended
        ? {
            vi: `đã kết thúc hoạt động ngày ${showDay(agency.validTo ?? day)}`,
            en: `ended on ${showDay(agency.validTo ?? day)}`,
          }
        : {
            vi: `hoạt động từ ngày ${showDay(agency.validFrom ?? day)}`,
            en: `was set up on ${showDay(agency.validFrom ?? day)}`,
          };
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `${nameOf(cited)} ghi ngày ${showDay(day)}, nhưng ${agency.name} ${since.vi}${names.length === 1 ? `; khi ấy là ${names.join()}` : ''}.`,
          en: `${nameOf(cited)} is dated ${showDay(day)}, but "${agency.name}" ${since.en}${names.length === 1 ? `; by then ${names.join()}` : ''}.`,
        },
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: '1. Sở Tài chính áp dụng Thông tư số 05/2025/TT-BTTTT ngày 15/4/2025 và Thông tư số 12/2023/TT-BNNMT ngày 10/5/2023.\n',
      problems: [
        '1:37 Thông tư số 05/2025/TT-BTTTT ghi ngày 15/4/2025, nhưng Bộ Thông tin và Truyền thông đã kết thúc hoạt động ngày 28/02/2025.',
        '1:84 Thông tư số 12/2023/TT-BNNMT ghi ngày 10/5/2023, nhưng Bộ Nông nghiệp và Môi trường hoạt động từ ngày 01/3/2025.',
      ],
    },
    {
      text: '1. Sở Y tế thực hiện Quyết định số 12/QĐ-UBND ngày 15/9/2025 của Ủy ban nhân dân tỉnh Quảng Nam.\n',
      problems: [
        '1:82 Quyết định số 12/QĐ-UBND ghi ngày 15/9/2025, nhưng Tỉnh Quảng Nam đã kết thúc hoạt động ngày 30/6/2025; khi ấy là Thành phố Đà Nẵng.',
      ],
    },
    {
      text: '1. Sở Tài chính áp dụng Thông tư số 05/2022/TT-BTTTT ngày 15/4/2022 của Bộ Thông tin và Truyền thông.\n',
      problems: [],
    },
  ],
};

/** A body named by the number or the issuer that was not there on the day, and where it is named. */
function absent(
  registry: Parameters<typeof pickAgency>[0],
  cited: Cited,
  day: string,
): { agency: Agency; words: Words } | undefined {
  const { parts, number, node, mention, issuerWords } = cited;
  const of = (ids: readonly string[]) => {
    const agency = pickAgency(registry, ids, day);
    if (!agency || agency.kind === 'group') return undefined;
    if (agency.validTo !== undefined && agency.validTo < day) return agency;
    // Names of provinces are older than the provinces of today.
    const early = agency.validFrom !== undefined && day < agency.validFrom && agency.kind === 'ministry';
    return early && ids.length === 1 ? agency : undefined;
  };
  for (const symbol of parts?.family === 'state' ? parts.issuers.slice(0, 1) : []) {
    const agency = of(bodiesOfSymbol(symbol, registry).filter((body) => registry.agencies.has(body)));
    if (agency && number) return { agency, words: number };
  }
  const span = mention.issuerSpan;
  if (!span || !issuerWords) return undefined;
  const { names } = node.fact;
  for (let i = countBefore(names, ({ start }) => start, span.start); (names[i]?.start ?? span.end) < span.end; i++) {
    const name = names[i];
    if (!name || name.group || name.end > span.end) continue;
    const agency = of(name.ids);
    const from = issuerWords.start + (name.start - span.start);
    // Where letters were put together in reading, the places do not tell: the whole issuer is shown.
    const exact = issuerWords.end - issuerWords.start === span.end - span.start;
    if (agency)
      return { agency, words: exact ? { text: '', start: from, end: from + name.end - name.start } : issuerWords };
  }
  return undefined;
}
