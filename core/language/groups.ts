import { matchName, type NameMatch } from '../registry.ts';
import { textBefore } from '../text.ts';
import { anchorAt, verbAt } from './lexicon.ts';
import {
  ABOVE_ALL,
  APART,
  BARE_GROUP,
  BREAK,
  BUSINESS,
  CRAFT,
  FORMED_HEAD,
  GROUP_NOUN,
  NARROWING,
  NOT_HEAD,
  PERSON_HEAD,
  PLURAL,
  RELATIVE,
  TRADE,
  UNIT_HEAD,
  WORK,
} from './owner-words.ts';
import type { OwnerMention, Passage } from './passage.ts';

/** A group of bodies: its nouns, commas between them, and what tells which ones are meant. */
export function readGroup(passage: Passage, at: number, known: NameMatch | undefined): OwnerMention | undefined {
  const { text } = passage;
  let end = known ? at + known.length : at + (PLURAL.exec(text.slice(at))?.[0].length ?? 0);
  // "Cơ quan chủ trì, đơn vị thường trực": what they are called, and nobody is told to lead.
  if (/^(?:cơ quan|đơn vị) chủ trì\s*(?:$|[:.;]|,\s+(?:cơ quan|đơn vị|thời gian)|\s+và\s)/iu.test(text.slice(at)))
    return undefined;
  if (!known) {
    const rest = text.slice(end);
    const nouns = [GROUP_NOUN.exec(rest), BARE_GROUP.exec(rest)].filter((match) => match !== null);
    const [noun] = nouns.sort((a, b) => b[0].length - a[0].length);
    if (!noun) return undefined;
    end += noun[0].length;
    if (PERSON_HEAD.test(noun[0]))
      end += /^\s+(?:lãnh đạo|phụ trách|được giao phụ trách)(?!\p{L})/iu.exec(text.slice(end))?.[0].length ?? 0;
    // "phối hợp với cơ quan chủ trì xây dựng ...": who works with them does not lead.
    if (/(?:cơ quan|đơn vị)$/iu.test(noun[0]) && /với\s$/u.test(textBefore(text, at)))
      end += /^\s+chủ trì(?=\s+\p{Ll}|[.;]|$)/u.exec(text.slice(end))?.[0].length ?? 0;
  }
  end += groupTail(passage, end, known !== undefined);
  return { start: at, end, ids: known?.ids ?? [], kind: 'group' };
}

/**
 * Characters of what still belongs to a group at `end`: further nouns ("bộ, ngành và địa phương"), words that narrow it
 * ("ven biển", "được giao nhiệm vụ", "cung cấp dịch vụ"). It ends at a verb, an adverb, a colon, the next owner; one
 * that is `whole` already ("các tỉnh ủy, thành ủy") takes only words known to narrow it.
 */
export function groupTail(passage: Passage, from: number, whole = false): number {
  const { text, lower, registry } = passage;
  let at = from;
  let relative = false;
  let complete = whole;
  let narrowed = /liên quan$/.test(textBefore(text, from));
  for (let words = 0; words < 28; words++) {
    const rest = text.slice(at, at + 160);
    const link = /^(?:\s*,\s*|\s+và\s+)/u.exec(rest);
    if (link) {
      const after = at + link[0].length;
      const next = text.slice(after, after + 120);
      const further = GROUP_NOUN.exec(next);
      if (
        further &&
        !PLURAL.test(next) &&
        !PERSON_HEAD.test(next) &&
        !NOT_HEAD.test(next) &&
        !APART.test(next) &&
        !(narrowed && /và/.test(link[0]) && !/trung ương$/iu.test(textBefore(text, at))) &&
        (!UNIT_HEAD.test(next) || /^\p{Lu}\p{L}+\s+\p{Ll}/u.test(next)) &&
        !properName(passage, after) &&
        !(/^\p{Lu}/u.test(next) && FORMED_HEAD.test(next))
      ) {
        at = after + further[0].length;
        complete = false;
        continue;
      }
      // "truyền hình, thông tấn, báo chí đẩy mạnh": a comma within, where the verb is still to come.
      if (
        /^\s*,/.test(link[0]) &&
        !startsAction(passage, after) &&
        !isOwnerStart(passage, after) &&
        !APART.test(next) &&
        !ABOVE_ALL.test(next) &&
        /^\p{Ll}+(?:\s\p{Ll}+){0,3}(?=,|\s)/u.test(next) &&
        verbSoon(passage, after)
      ) {
        at = after;
        const word = /^\p{L}+/u.exec(text.slice(at));
        at += word?.[0].length ?? 0;
        continue;
      }
      break;
    }
    const blank = /^\s+/.exec(rest)?.[0].length ?? 0;
    if (blank === 0) break;
    const word = at + blank;
    const next = text.slice(word, word + 120);
    if (BREAK.test(next) && !(relative && anchorAhead(text, word))) break;
    // "thuộc Bộ Công an": a name is taken whole, whatever its words.
    const named = narrowed ? matchName(registry, text, lower, word) : undefined;
    if (named) {
      at = word + named.length;
      narrowed = true;
      continue;
    }
    narrowed ||= /^(?:liên quan|có )/.test(next);
    const business = words === 0 && BUSINESS.test(text.slice(Math.max(0, at - 24), at));
    const trade = business ? tradeAt(passage, word) : null;
    const narrowing = trade ?? whichAt(text, word);
    if (complete && !narrowed && !narrowing) {
      if (!NARROWING.test(next)) break;
      narrowed = true;
    }
    const strong = anchorAt(text, word);
    if (narrowing) {
      // Verbs may follow within "được giao ..."; "thuộc", "trên địa bàn" take nouns only, "có liên quan" nothing.
      relative ||= !/^(?:trực thuộc|thuộc|ngoài|trong|ở|tại|trên|của|quản lý|có (?:liên quan|thẩm quyền))/iu.test(
        narrowing[0],
      );
      narrowed = true;
      at = word + narrowing[0].length;
      continue;
    }
    if (strong > 0) break;
    // Within "được giao ..." verbs belong to the group as long as a stronger word ("khẩn trương", "chủ trì") follows.
    const verb = verbAt(text, word);
    // "các đơn vị truyền thông thuộc Bộ": a verb that only names the trade; the owner goes on behind it.
    const trait =
      verb > 0 && /^\s+(?:thuộc|trực thuộc|của|có liên quan|liên quan)(?!\p{L})/u.test(text.slice(word + verb));
    if (verb > 0 && !trait && !(relative && anchorAhead(text, word))) break;
    if (
      /^\p{Lu}/u.test(next) &&
      matchName(registry, text, lower, word) === undefined &&
      /^\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(next) &&
      verbAt(text, word) > 0
    )
      break;
    const length = /^[^\s,:;.()"]+/.exec(next)?.[0].length ?? 0;
    if (length === 0) break;
    at = word + length;
  }
  return at - from;
}

/** What a business does, where that says which one is meant and something else is its task. */
function tradeAt(passage: Passage, at: number): RegExpExecArray | null {
  const { text } = passage;
  const next = text.slice(at, at + 40);
  const trade = TRADE.exec(next);
  if (trade || anchorAhead(text, at)) return trade ?? WORK.exec(next) ?? CRAFT.exec(next);
  const craft = CRAFT.exec(next);
  return craft && verbSoon(passage, at + craft[0].length) ? craft : null;
}

/** What tells which ones are meant: "có trách nhiệm quản lý" only where somebody so called is told something. */
function whichAt(text: string, at: number): RegExpExecArray | null {
  const which = RELATIVE.exec(text.slice(at, at + 120));
  return which && /^có trách nhiệm/iu.test(which[0]) && !anchorAhead(text, at + which[0].length) ? null : which;
}

/** Verbs that begin like a body: a board ("ban"), a newspaper ("báo"), a level ("cấp"). */
const BEGINS_LIKE_NOUN =
  /^(?:ban hành|báo cáo|cấp (?:phát|giấy|đổi|phép|mới)|tổ chức (?:thẩm|kiểm|rà|triển|thực|thu|tập|tuyên|xây|đánh|lấy|hội|lễ|đoàn|lớp|các (?:hoạt|lớp|đoàn|hội|cuộc)|cuộc|việc|tốt))(?!\p{L})/iu;

/** Is there an action rather than another owner? */
export function startsAction(passage: Passage, at: number): boolean {
  if (matchName(passage.registry, passage.text, passage.lower, at)) return false;
  if (anchorAt(passage.text, at) > 0) return true;
  const next = passage.text.slice(at, at + 20);
  return verbAt(passage.text, at) > 0 && (!GROUP_NOUN.test(next) || BEGINS_LIKE_NOUN.test(next));
}

function properName(passage: Passage, at: number): boolean {
  const match = matchName(passage.registry, passage.text, passage.lower, at);
  return match !== undefined && !match.group;
}

export function isOwnerStart(passage: Passage, at: number): boolean {
  const rest = passage.text.slice(at, at + 60);
  return properName(passage, at) || PLURAL.test(rest) || UNIT_HEAD.test(rest) || PERSON_HEAD.test(rest);
}

/** Does a verb or adverb come before the sentence is broken off? */
export function verbSoon(passage: Passage, at: number): boolean {
  const sentence = /^[^:;.()]{0,120}/.exec(passage.text.slice(at))?.[0] ?? '';
  for (const match of sentence.matchAll(/\s+/g)) {
    const word = at + match.index + match[0].length;
    if (anchorAt(passage.text, word) > 0 || verbAt(passage.text, word) > 0) return true;
  }
  return false;
}

function anchorAhead(text: string, at: number): boolean {
  const sentence = /^[^:;.(),]{0,160}/.exec(text.slice(at))?.[0] ?? '';
  for (const match of sentence.matchAll(/\s+/g)) {
    const word = at + match.index + match[0].length;
    // When it is to be done may be said behind the action.
    if (anchorAt(text, word) > 0 && !/^(?:trước|chậm nhất|trong|h[ằà]ng|định kỳ)\s/u.test(text.slice(word)))
      return true;
  }
  return false;
}
