import { parseDocument } from 'yaml';
import type { Fact } from './facts.ts';
import type { Family } from './family.ts';
import type { Day } from './language/calendar.ts';
import { isDay, toDay } from './language/calendar.ts';
import { DOCUMENT_TYPES } from './language/citations.ts';
import { readFrontMatter } from './markdown.ts';
import { isUnit, type Node, type Structure } from './nodes.ts';
import { oneLine, type Span, sourceSpan, stripDiacritics, trimEndOf, type Words } from './text.ts';
import { isTooDeep } from './yaml.ts';

/** What the letterhead says. `number` and `issued` may be blank in a draft. Places are offsets into the draft. */
export interface Letterhead {
  readonly type?: Words;
  readonly number?: Words;
  readonly issuer?: Words;
  readonly issued?: Words & { readonly day?: Day };
  readonly title?: Words;
  /** State or Party form, where the front matter says so (`hệ: đảng`). */
  readonly family?: Family;
  /** A front matter that is not YAML: what is wrong, in both languages, and where. */
  readonly fault?: Span & { readonly vi: string; readonly en: string };
}

type Key = 'type' | 'number' | 'issuer' | 'issued' | 'title' | 'family';

const KEYS = new Map<string, Key>(
  Object.entries<Key>({
    loai: 'type',
    'loai van ban': 'type',
    type: 'type',
    so: 'number',
    'so ky hieu': 'number',
    'so hieu': 'number',
    number: 'number',
    'co quan ban hanh': 'issuer',
    'co quan': 'issuer',
    issuer: 'issuer',
    'ngay ban hanh': 'issued',
    ngay: 'issued',
    issued: 'issued',
    date: 'issued',
    'trich yeu': 'title',
    'tieu de': 'title',
    title: 'title',
    he: 'family',
    family: 'family',
  }),
);

const TYPE_LINE = new Set([
  ...DOCUMENT_TYPES.map((type) => type.toUpperCase()),
  'CÔNG ĐIỆN',
  'CÔNG VĂN',
  'CHƯƠNG TRÌNH HÀNH ĐỘNG',
  'KẾ HOẠCH HÀNH ĐỘNG',
  'THÔNG BÁO KẾT LUẬN',
  'THƯ KÊU GỌI',
]);

/** An office that issues a document below the line of the body it belongs to. */
const OFFICE_LINE =
  /^(?:SỞ|CỤC|TỔNG CỤC|CHI CỤC|VIỆN|TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|BỆNH VIỆN|TRUNG TÂM|PHÒNG(?! (?:CHÁY|CHỐNG|NGỪA|VỆ)(?!\p{L}))) /u;

const DAY = '(ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4}))';
/** "Lào Cai, ngày 5 tháng 3 năm 2026". */
const PLACE_AND_DAY = new RegExp(`(?:^|\\s)\\p{Lu}[\\p{L}. ]{1,40},\\s*${DAY}`, 'u');
/** As copied without its place: behind the number, or a line of its own. */
const DAY_ALONE = new RegExp(`^(?:Số\\s*:?\\s*\\d\\S*\\s+)?${DAY}\\s*$`, 'iu');

/** Items among which the letterhead is looked for. */
export const LETTERHEAD = 24;

/** The items above the first number, which may be the letterhead: what it is asked for stands among them. */
export function headOf({ nodes }: Pick<Structure, 'nodes'>): readonly Node[] {
  const first = nodes.slice(0, LETTERHEAD);
  const end = first.findIndex((node) => isUnit(node) && node.marker.style !== 'letter');
  return end < 0 ? first : first.slice(0, end);
}

/** What the front matter leaves out is read from the letterhead in the text. */
export function readLetterhead(
  text: string,
  front: Letterhead,
  facts: readonly { start: number; fact: Fact }[],
): Letterhead {
  return { ...readHead(text, facts), ...front };
}

/** Reads a front matter with its fences. Never throws: lines that are no YAML become `fault`, the others are read. */
export function readFront(section: string): Letterhead {
  const yaml = readFrontMatter(section);
  if (!yaml) return {};
  const source = section.slice(yaml.start, yaml.end);
  const head: { -readonly [K in keyof Letterhead]: Letterhead[K] } = {};
  const wrong = firstFault(source);
  if (wrong !== undefined) {
    // The span of the library's first fault, or the line it stands on: enough to find it.
    const start = yaml.start + Math.min(wrong, Math.max(0, source.trimEnd().length - 1));
    const lineStart = 1 + Math.max(section.lastIndexOf('\n', start - 1), section.lastIndexOf('\r', start - 1));
    const line = section.slice(lineStart, start + 400).split(/\r|\n/)[0] ?? '';
    const colon = /:\s.*:\s/.test(line);
    head.fault = {
      start: lineStart,
      end: lineStart + Math.max(1, line.trimEnd().length),
      vi: colon
        ? 'Dòng này của phần đầu văn bản (giữa hai dòng ---) có hai dấu hai chấm; đặt phần sau dấu hai chấm thứ nhất trong dấu ngoặc kép.'
        : 'Không đọc được dòng này của phần đầu văn bản (giữa hai dòng ---); mỗi dòng cần có dạng "tên: giá trị".',
      en: colon
        ? 'This line of the front matter (between the two --- lines) has two colons; put what follows the first one in double quotes.'
        : 'This line of the front matter (between the two --- lines) cannot be read; each line must have the form "name: value".',
    };
  }
  // Line by line, so that one broken line takes none of the others along.
  let at = 0;
  for (const line of source.split(/\n|\r(?!\n)/)) {
    const colon = line.indexOf(':');
    const label = /^[^\s#:]/.test(line) && colon > 0 && colon < 60 ? line.slice(0, colon) : '';
    const key = KEYS.get(stripDiacritics(label).trim());
    const behind = line.slice(colon + 1);
    let value = behind.trim();
    if (key && value !== '' && /^\s/.test(behind)) {
      let start = yaml.start + at + line.indexOf(value, colon);
      if (/^[|>][+-]?$/.test(value)) {
        const block = /^(?:[ \t]+.*(?:\r?\n|\r|$))+/.exec(source.slice(at + line.length + 1))?.[0] ?? '';
        value = block.trim();
        start = yaml.start + at + line.length + 1 + block.indexOf(value);
      } else {
        value = value.slice(0, /\s#/.exec(value)?.index).trimEnd();
        const quoted = /^(["'])(.*)\1$/.exec(value);
        if (quoted) {
          value = quoted[2] ?? '';
          start++;
        } else {
          const more = /^(?:[ \t]+(?!#|<!--)\S.*(?:\r?\n|\r|$))+/.exec(source.slice(at + line.length + 1))?.[0];
          if (more) value = source.slice(start - yaml.start, at + line.length + 1 + more.trimEnd().length);
        }
      }
      put(head, key, { text: value, start, end: start + value.length });
    }
    at += line.length + 1;
  }
  return head;
}

/** Where the library finds the first fault in a front matter; undefined where there is none. */
function firstFault(source: string): number | undefined {
  if (isTooDeep(source)) return 0;
  // Whether keys are unique is asked of every pair of them: too much for what no letterhead has.
  const uniqueKeys = source.length < 20_000;
  // A suppression may stand there as the comment it is elsewhere. The library ends no line at a lone CR.
  const yaml = source
    .replace(/^[ \t]*<!--.*-->[ \t]*\r?$/gm, (line) => '#'.padEnd(line.length))
    .replace(/\r(?!\n)/g, '\n');
  return parseDocument(yaml, { logLevel: 'silent', uniqueKeys }).errors[0]?.pos[0];
}

function put(head: { -readonly [K in keyof Letterhead]: Letterhead[K] }, key: Key, words: Words): void {
  if (words.text.trim() === '') return;
  if (key === 'family') head.family = readFamily(stripDiacritics(words.text));
  else if (key === 'issued') {
    const day = readDay(words.text);
    head.issued = { ...words, ...(day && { day }) };
  } else head[key] = words;
}

/** "Đảng", "party"; "quy phạm pháp luật", "QPPL"; anything else is the State's. */
function readFamily(words: string): Family {
  if (/^d|party/.test(words)) return 'party';
  return /^(?:quy pham|qppl|legal)/.test(words) ? 'legal' : 'state';
}

/** "2025-06-19", "19/6/2025", "ngày 19 tháng 6 năm 2025"; undefined for none or for a day no calendar has. */
function readDay(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text.trim());
  const local = /(\d{1,2})\s*(?:\/|-|\.|\s+tháng\s+)\s*(\d{1,2})\s*(?:\/|-|\.|\s+năm\s+)\s*(\d{4})/.exec(
    text.normalize('NFC'),
  );
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : local
      ? [local[3], local[2], local[1]].map(Number)
      : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return isDay(year, month, day) ? toDay(year, month, day) : undefined;
}

/** The letterhead as it stands in the text: "Số: 336/TB-VPCP", "Hà Nội, ngày 30 tháng 6 năm 2025", "THÔNG BÁO". */
function readHead(source: string, facts: readonly { start: number; fact: Fact }[]): Letterhead {
  const head: { -readonly [K in keyof Letterhead]: Letterhead[K] } = {};
  for (const { start, fact } of facts.slice(0, LETTERHEAD)) {
    const { text } = fact.item.body;
    if (fact.item.marker && fact.item.marker.style !== 'letter') break;
    const words = (from: number, to: number): Words => {
      const span = sourceSpan(fact.item.body, from, to);
      return {
        text: oneLine(source.slice(start + span.start, start + span.end)),
        start: start + span.start,
        end: start + span.end,
      };
    };
    const number = head.number ? null : /(?:^|\s)Số\s*:?\s*(\d[^\s,;]*(?:\s?[/-]\s?[\p{L}\d&-]+)+)/u.exec(text);
    if (number) {
      const from = number.index + number[0].length - (number[1]?.length ?? 0);
      head.number = words(from, from + (number[1]?.length ?? 0));
    }
    const date = head.issued ? null : (PLACE_AND_DAY.exec(text) ?? DAY_ALONE.exec(text));
    if (date && text.length < 200) {
      const from = date.index + date[0].length - (date[1]?.length ?? 0);
      const [day = 0, month = 0, year = 0] = date.slice(2).map(Number);
      const place = words(from, from + (date[1]?.length ?? 0));
      head.issued = isDay(year, month, day) ? { ...place, day: toDay(year, month, day) } : place;
    }
    if (!head.type && TYPE_LINE.has(trimEndOf(text, '.: '))) {
      head.type = { ...words(0, text.length), text: text[0] + text.slice(1).toLowerCase() };
    }
    if (
      !head.issuer &&
      /^(?:ỦY BAN NHÂN DÂN|VĂN PHÒNG CHÍNH PHỦ|BỘ |TỈNH ỦY|THÀNH ỦY|BAN CHỈ ĐẠO|THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ)/u.test(
        text,
      ) &&
      !/\p{Ll}{3}/u.test(text)
    ) {
      head.issuer = words(0, text.length);
    }
    // Above it stands the body it belongs to ("UBND TỈNH LÀO CAI"); below the type a title may begin so ("PHÒNG CHÁY RỪNG").
    if (!head.type && OFFICE_LINE.test(text) && !/\p{Ll}{3}/u.test(text)) head.issuer = words(0, text.length);
  }
  return head;
}
