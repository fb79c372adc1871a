import type { Draft } from '../draft.ts';
import { type Day, showDay } from '../language/calendar.ts';
import { type Agency, isValid } from '../registry.ts';
import type { Locale, Saying } from '../rule.ts';
import { foldName, oneLine, type Span } from '../text.ts';
import { type Thing, thingsOf } from '../things.ts';
import type { Branch } from './task-tree.ts';

/** The agencies a draft names, those with most tasks first; below each the places that name it. */
export function toAgencyTree(draft: Draft, today: Day, locale: Locale): Branch[] {
  const say = (saying: Saying) => saying[locale];
  const day = draft.issued ?? today;
  const groups = new Map<
    string,
    { name: string; agency: Agency | undefined; places: Thing[]; lead: number; with: number }
  >();
  for (const thing of thingsOf(draft)) {
    if (thing.kind !== 'owner' && thing.kind !== 'name') continue;
    const { agency } = thing;
    if (thing.kind === 'owner' && !agency && thing.owner.kind === 'group') continue;
    const name = agency?.name ?? oneLine(thing.words.text);
    const known = groups.get(thing.key);
    if (known) known.places.push(thing);
    else groups.set(thing.key, { name, agency, places: [thing], lead: 0, with: 0 });
  }
  for (const task of draft.tasks) {
    for (const [role, owners] of [
      ['lead', task.leads],
      ['with', task.coordinators],
    ] as const) {
      for (const { agency, text } of owners) {
        const group = groups.get(agency === undefined ? `owner ${foldName(text)}` : `agency ${agency}`);
        if (group) group[role]++;
      }
    }
  }
  const list = [...groups].sort(([, a], [, b]) => b.lead - a.lead || b.with - a.with);
  return list.map(([id, { name, agency, places, lead, with: shared }]) => {
    const ended = agency && !isValid(agency, day) ? agency.validTo : undefined;
    const counts = say({
      vi: `chủ trì ${lead}, phối hợp ${shared}`,
      en: `leads ${lead}, takes part in ${shared}`,
    });
    const life = ended ? say({ vi: `đã kết thúc ngày ${showDay(ended)}`, en: `ended on ${showDay(ended)}` }) : '';
    const children = places.map(({ words }) => toPlace(draft, words, id));
    const { start, end } = places[0]?.words ?? { start: 0, end: 0 };
    return {
      id,
      label: name,
      description: [counts, life].filter(Boolean).join(' · '),
      tooltip: `${[name, counts, life].filter(Boolean).join('; ')}.`,
      kind: ended ? 'ended' : 'owner',
      start,
      end,
      count: places.length,
      children,
    };
  });
}

function toPlace({ text }: Draft, { start, end }: Span, of: string): Branch {
  const before = oneLine(text.slice(Math.max(0, text.lastIndexOf('\n', start) + 1, start - 30), start));
  const label = `${before} ${oneLine(text.slice(start, Math.min(text.length, end + 50)))}`.trim();
  return {
    id: `${of}/${start}`,
    label,
    description: '',
    tooltip: label,
    kind: 'dated',
    start,
    end,
    count: 0,
    children: [],
  };
}
