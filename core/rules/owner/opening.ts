import { oneLine, type Words } from '../../text.ts';

/** Characters after which a quoted beginning is broken off. */
const LONGEST = 80;

/** The first clause of what stands from `start` on, short enough to be quoted: never beyond the paragraph, `end` or 80 characters. */
export function opening(text: string, start: number, end: number): Words {
  const line = text.slice(start, Math.min(end, start + LONGEST * 3));
  const clause = /^(?:\([\divx]{1,4}\)\s*)?(?:[^.;:(\r\n]|\r?\n(?=[ \t]*\p{Ll}))*/u.exec(line)?.[0] ?? '';
  const cut = clause.length > LONGEST ? clause.slice(0, clause.lastIndexOf(' ', LONGEST)) : clause;
  const words = cut.trimEnd().replace(/,$/, '');
  const length = words.length > 0 ? words.length : Math.min(line.length, 1);
  return { text: oneLine(text.slice(start, start + length)), start, end: start + length };
}

/** All of a text that tells where its opening ends. */
export function clauseOf(text: string): string {
  const most = text.lastIndexOf(' ', LONGEST) > 0 ? LONGEST + 2 : LONGEST * 3;
  return /^(?:\([\divx]{1,4}\)\s*)?[^.;:(]*.?/u.exec(text.slice(0, most))?.[0] ?? '';
}
