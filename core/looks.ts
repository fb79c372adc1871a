import type { Fact } from './facts.ts';
import { oncePer } from './once.ts';

const RECIPIENTS = /^(?:Nơi nhận|NƠI NHẬN)\s*:?/u;
const SIGNATURE = /^(?:TM\.|T\/M|KT\.|K\/T|TL\.|T\/L|TUQ\.|Q\.)\s*\p{Lu}/u;
const ANNEX =
  /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+|SỐ\s+)?([IVXLC]+|\d{1,2}|[A-H])(?:\.\d+)?)?(?=\s*$|\s*[.:]|\s+\p{Lu}{2}|\s*\()/u;
const ATTACHED =
  /^\(?\s*(?:Ban hành k|K)èm theo\s+(?:Quyết định|Công văn|Công điện|Kế hoạch|Thông báo|Chỉ thị|Nghị quyết|Tờ trình)/u;
const ADDRESSED = /^(?:Kính gửi|Kính trình)\s*:|(?:^|\s)(?:điện|ĐIỆN)\s*:\s*$/u;

/** All of an item that decides where it stands: items that look the same stand in the same place. */
export interface Looks {
  readonly kind: Fact['item']['kind'];
  readonly level: number;
  readonly bold: boolean;
  /** Bullet and depth; number as written with its style; "" for none. */
  readonly bullet: string;
  readonly marker: string;
  /** Neither number nor row of a table. */
  readonly plain: boolean;
  /** Number of the annex it would head; "" for one without a number. */
  readonly annex: string | undefined;
  /** Heads an annex wherever it stands, not only behind the signature. */
  readonly isAnnex: boolean;
  readonly recipients: boolean;
  readonly signature: boolean;
  /** Of a signature, whatever its length. */
  readonly signs: boolean;
  readonly attached: boolean;
  readonly addressed: boolean;
  /** "Nhiệm vụ 3: ...": the number of a task whose labelled lines stand below it. */
  readonly task: string | undefined;
  readonly capitals: boolean;
  readonly title: boolean;
  /** Ends in ":", so that something is to follow; in "." or ";", so that nothing is. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Begins with a quoted number: the words of another document. */
  readonly quotes: boolean;
}

export const looksOf = oncePer(({ item }: Fact): Looks => {
  const line = item.body.text;
  const plain = !item.marker && item.kind !== 'row';
  const short = line.length < 160;
  const annex = plain && short && !item.bullet ? ANNEX.exec(line) : null;
  const signs = SIGNATURE.test(line);
  return {
    kind: item.kind,
    level: item.level,
    bold: item.bold,
    bullet: item.bullet ? `${item.bullet.depth}${item.bullet.char}` : '',
    marker: item.marker ? `${item.marker.style} ${item.marker.text}` : '',
    plain,
    annex: annex ? (annex[1] ?? '') : undefined,
    isAnnex: annex !== null && (item.level > 0 || item.bold || !/\p{Ll}{3}/u.test(line.slice(8))),
    recipients: plain && RECIPIENTS.test(line),
    signature: plain && short && signs,
    signs,
    attached: plain && ATTACHED.test(line),
    addressed: plain && ADDRESSED.test(line),
    task: /^Nhiệm vụ(?: số)? (\d{1,3})\s*[:.]/u.exec(line)?.[1],
    capitals: plain && !item.bullet && /^\p{Lu}{2,}/u.test(line) && !/\p{Ll}{3}/u.test(line),
    title: isTitle(line, item.bold),
    opens: /:\s*$/.test(line),
    closes: /[.;]\s*$/.test(line),
    quotes: /^["']\s*(?:(?:Điều|Mục|Chương)\s)?[\p{L}\d.]{1,6}[.)]\s/u.test(line),
  };
});

/** Would the one stand where the other stands? */
export function looksLike(one: Fact, other: Fact): boolean {
  const [a, b] = [looksOf(one), looksOf(other)];
  return (Object.keys(a) as (keyof Looks)[]).every((key) => a[key] === b[key]);
}

/** A line that is a title by its look: capitals, or bold and short. */
export function isTitle(line: string, bold: boolean): boolean {
  if (line.length > 200 || /[;,]$/.test(line)) return false;
  if (/^["'(]?\p{Lu}/u.test(line) && /\p{Lu}{2}/u.test(line) && !/\p{Ll}{2}/u.test(line)) return true;
  return bold && !/[.:]$/.test(line);
}
