import { type Span, textBefore } from '../text.ts';
import {
  ASIDE,
  BESIDE,
  COORDINATION,
  DUTY,
  EAGERLY,
  FORMAL,
  HUB,
  IN_LAW,
  LEADING,
  LONG_ADVERBIAL,
  NO_PREDICATE,
  PREDICATE_ADVERBIAL,
  TOGETHER,
} from './assigning-words.ts';
import type { Assignment } from './assignments.ts';
import { startsAction } from './groups.ts';
import { verbAt } from './lexicon.ts';
import { readOwners } from './owners.ts';
import type { OwnerMention, Passage } from './passage.ts';

/** How far a predicate was read, and what it said so far. */
interface Reading {
  readonly passage: Passage;
  readonly leads: readonly OwnerMention[];
  at: number;
  form: Assignment['form'];
  /** It is said that they are to act: what follows need not begin with a word known as a verb. */
  told: boolean;
  coordinators: readonly OwnerMention[];
  coordinatorsFollow: boolean;
  together: boolean;
}

/** What may stand between owner and action, in any order; each takes what it is told by at the place, or nothing. */
const STEPS: readonly ((reading: Reading, rest: string) => boolean)[] = [
  passAdverbs,
  takeDuty,
  takeHub,
  takeLeading,
  takeCoordination,
  takeTogether,
];

/** What follows the owners: "chủ trì, phối hợp với ...", duties, adverbials, and then the action. */
export function predicate(
  passage: Passage,
  leads: readonly OwnerMention[],
  from: number,
  as: 'direct' | 'subject' | 'none',
  verb?: Span,
): Assignment | undefined {
  const { text } = passage;
  const none = { coordinators: [], coordinatorsFollow: false, together: false };
  const reading: Reading = { passage, leads, at: from, form: as, told: as === 'direct', ...none };
  const made = (action: number): Assignment => {
    const { form, coordinators, coordinatorsFollow, together } = reading;
    return { leads, coordinators, coordinatorsFollow, together, acts: true, ...(verb && { verb }), action, form };
  };
  const aside = leads.length > 0 ? (ASIDE.exec(text.slice(from))?.[0].length ?? 0) : 0;
  reading.at += aside;
  if (leads.length > 0) {
    const colon = /^\s*:\s*/.exec(text.slice(reading.at));
    const ends = /^\s*[.;,]?\s*$/.test(text.slice(reading.at));
    if (as === 'subject' && (ends || colon)) reading.form = 'colon';
    if (ends) return made(text.length);
    if (colon) {
      reading.at += colon[0].length;
      reading.told = true;
    }
  }
  for (let rounds = 0; rounds < MOST_STEPS; rounds++) {
    reading.at += /^[\s,]*/.exec(text.slice(reading.at))?.[0].length ?? 0;
    const rest = text.slice(reading.at, reading.at + 420);
    if (!STEPS.some((step) => step(reading, rest))) break;
  }
  reading.at += /^\s*:?\s*/.exec(text.slice(reading.at))?.[0].length ?? 0;
  const { at } = reading;
  const rest = text.slice(at);
  if (as === 'subject' && FORMAL.test(rest)) return undefined;
  if (leads.length > 0 && !reading.told) {
    if (NO_PREDICATE.test(rest) || /^[.;:)]/.test(rest)) return undefined;
    const sure =
      leads.every((lead) => lead.kind === 'agency' || lead.kind === 'position') &&
      !/^\s*,/.test(text.slice(from + aside));
    if (!sure && !startsAction(passage, at) && verbAt(text, at) === 0) return undefined;
  }
  return made(at);
}

const MOST_STEPS = 12;

function passAdverbs(reading: Reading, rest: string): boolean {
  const over = reading.leads.length > 0 ? adverbial(reading.passage, reading.at) : 0;
  const passed = over > 0 ? over : (EAGERLY.exec(rest)?.[0].length ?? 0);
  reading.at += passed;
  return passed > 0;
}

function takeDuty(reading: Reading, rest: string): boolean {
  const duty = DUTY.exec(rest);
  if (!duty || FORMAL.test(rest) || reading.leads.length + reading.coordinators.length === 0) return false;
  reading.at += duty[0].length;
  // A duty laid on somebody by name is an assignment wherever it stands.
  if (reading.form === 'subject' && /trách nhiệm|nhiệm vụ/iu.test(duty[0])) reading.form = 'lead';
  reading.told ||= !/^(?:để|trong)/i.test(duty[0]);
  return true;
}

function takeHub(reading: Reading, rest: string): boolean {
  const hub = reading.leads.length > 0 ? HUB.exec(rest) : null;
  if (!hub) return false;
  reading.at += hub[0].length;
  if (reading.form !== 'direct') reading.form = 'lead';
  reading.told = true;
  return true;
}

function takeLeading(reading: Reading, rest: string): boolean {
  const leading = LEADING.exec(rest);
  if (!leading || /^chủ trì (?:cuộc họp|buổi|hội nghị|phiên)/i.test(rest)) return false;
  const { passage } = reading;
  reading.at += leading[0].length;
  if (reading.form !== 'direct' && reading.leads.length > 0) reading.form = 'lead';
  reading.told = true;
  // "chủ trì, Bộ B phối hợp xây dựng ..."
  const others = readOwners(passage, reading.at);
  const behind = passage.text.slice(others.end);
  const joint =
    others.owners.length > 0 ? /^\s*(?:cùng\s+)?phối hợp(?:\s+thực hiện)?\s*,?\s*/iu.exec(behind) : undefined;
  if (joint && !/^\s*(?:cùng\s+)?phối hợp\s+(?:chặt chẽ\s+)?với/iu.test(behind)) {
    reading.coordinators = [...reading.coordinators, ...others.owners];
    reading.at = others.end + joint[0].length;
  }
  return true;
}

function takeCoordination(reading: Reading, rest: string): boolean {
  const { passage, at, form } = reading;
  const { text } = passage;
  const leads =
    form === 'lead' ||
    form === 'direct' ||
    reading.coordinators.length > 0 ||
    /chủ trì,?\s*$/iu.test(textBefore(text, at));
  const coordination = COORDINATION.exec(rest) ?? (leads ? BESIDE.exec(rest) : null);
  if (!coordination) return false;
  const after = at + coordination[0].length;
  const { owners, end } = readOwners(passage, after);
  if (owners.length === 0 && !coordination[1]) return false;
  reading.coordinators = [...reading.coordinators, ...owners];
  reading.at = owners.length > 0 ? end : after;
  reading.coordinatorsFollow = owners.length === 0;
  reading.told = true;
  reading.at += /^\s*\([^)]{0,60}\)/.exec(text.slice(reading.at))?.[0].length ?? 0;
  return true;
}

function takeTogether(reading: Reading, rest: string): boolean {
  const joint = reading.leads.length > 0 ? TOGETHER.exec(rest) : null;
  if (!joint) return false;
  reading.at += joint[0].length;
  reading.together = true;
  reading.told = true;
  return true;
}

/** Length of an adverbial at `at` that an action follows: "căn cứ Kế hoạch này", "theo chức năng, nhiệm vụ được giao,". */
export function adverbial(passage: Passage, at: number): number {
  const rest = passage.text.slice(at, at + 260);
  if (!LONG_ADVERBIAL.test(rest)) return 0;
  const short = PREDICATE_ADVERBIAL.exec(rest);
  if (short && startsAction(passage, at + short[0].length)) return short[0].length;
  for (const match of rest.matchAll(/,\s+/g)) {
    const before = rest.slice(0, match.index);
    if (/[.;:]\s/.test(before)) return 0;
    if (IN_LAW.test(before)) continue;
    if (startsAction(passage, at + match.index + match[0].length)) return match.index + match[0].length;
  }
  return 0;
}
