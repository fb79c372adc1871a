import { type Draft, wordsOf } from '../../draft.ts';
import type { Day } from '../../language/calendar.ts';
import { toPassage } from '../../language/passage.ts';
import { unknownUnit } from '../../language/unit-names.ts';
import { overlaps, textBefore, type Words } from '../../text.ts';
import { listsOf } from './lists.ts';
import { unknownNames } from './misspelt.ts';
import { proseOf } from './passages.ts';

/** Behind the name of a ministry: it is another country's. */
const FOREIGN =
  /Hoa Kỳ|(?<!\p{L})(?:Mỹ|Lào|Nga|Đức|Pháp|Anh|Úc|Ấn Độ|Nhật Bản|Hàn Quốc|Trung Quốc|Thái Lan|Cam-?pu-?chia|Xin-?ga-?po|Singapore|Cu-?ba|Australia|Ô-xtrây-li-a|nước|các nước|nước ngoài|Vương quốc|Cộng hòa|Liên bang|Liên minh)(?!\p{L})/u;

/** A name the registry does not have. */
export interface Unknown extends Words {
  readonly province: boolean;
  /** It comes near to a name: owner/misspelt tells it. */
  readonly near: boolean;
}

/** Names the registry does not have, wherever a draft gives or tells them work. */
export function strangersIn(draft: Draft, today: Day): Unknown[] {
  return [...ownersAndMembers(draft, today), ...inText(draft)];
}

function ownersAndMembers(draft: Draft, today: Day): Unknown[] {
  const owners = new Set(
    draft.tasks.flatMap((task) => [...task.leads, ...task.coordinators].map(({ start }) => start)),
  );
  return unknownNames(draft, today).map(({ text, start, end, near }) => ({
    text,
    start,
    end,
    near: near.length > 0,
    province: !owners.has(start),
  }));
}

/** Ministries named within a task or among the recipients, and provinces in a list of provinces. */
function inText(draft: Draft): Unknown[] {
  return proseOf(draft).flatMap((prose) => {
    const { node, text } = prose;
    const at = (start: number, end: number, province: boolean): Unknown[] => {
      const words = wordsOf(draft.text, node, start, end);
      const isRead =
        node.region === 'recipients' ||
        node.region === 'addressees' ||
        draft.tasks.some((task) => overlaps(task, words));
      return isRead && prose.isOwn({ start, end }) ? [{ ...words, province, near: false }] : [];
    };
    const provinces = listsOf(prose, draft.registry).flatMap(({ noun, items }) => {
      const unknown = items.filter(({ ids }) => ids.length === 0);
      const isOfProvinces = noun === 'tỉnh' && items.length - unknown.length > unknown.length;
      return isOfProvinces ? unknown.flatMap(({ start, end }) => at(start, end, true)) : [];
    });
    const known = new Set(node.fact.names.map(({ start }) => start));
    const ministries = [...text.matchAll(/(?<!\p{L})Bộ (?=\p{Lu})/gu)].flatMap(({ index }) => {
      if (known.has(index) || /(?:các|những|\d|hai|ba|bốn)\s$/iu.test(textBefore(text, index, 8))) return [];
      const unit = unknownUnit(toPassage(text, draft.registry), index);
      if (!unit || FOREIGN.test(text.slice(index, unit.end + 40))) return [];
      return at(index, unit.end, false);
    });
    return [...provinces, ...ministries];
  });
}
