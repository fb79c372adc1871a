import { showDay } from '../../language/calendar.ts';
import type { Neighbour } from '../../project.ts';
import type { Problem } from '../../rule.ts';
import { foldName, oneLine } from '../../text.ts';
import { titleOf } from '../workspace/neighbours.ts';
import { type Cited, nameOf } from './cited.ts';
import { areRivals, bodyNamed } from './issuers.ts';

export const OTHER = { vi: 'Văn bản được viện dẫn.', en: 'The cited document.' };

export const spanOf = ({ start, end }: { start: number; end: number }) => ({ start, end });

/** Another organ of the Party than the document names itself. */
export function issuerAgainst(cited: Cited, neighbour: Neighbour): Problem | undefined {
  const { issuerWords } = cited;
  const { issuer } = neighbour.draft.letterhead;
  if (!issuerWords || !issuer) return undefined;
  const { registry } = neighbour.draft;
  if (!areRivals(bodyNamed(issuerWords.text, registry), bodyNamed(oneLine(issuer.text), registry))) return undefined;
  return replaced(cited, issuerWords, oneLine(issuer.text), spanOf(issuer), neighbour);
}

/** A quy định cited as a quyết định, or the reverse. */
export function typeAgainst(cited: Cited, neighbour: Neighbour): Problem | undefined {
  const type = titleOf(neighbour.draft)?.type ?? '';
  const place = neighbour.draft.letterhead.type;
  if (
    !cited.typed ||
    cited.type === type ||
    !place ||
    ![cited.type, type].every((each) => /^Qu(?:y|yết) định$/.test(each))
  )
    return undefined;
  const words = { text: cited.type, start: cited.start, end: cited.start + cited.type.length };
  return replaced(cited, words, type, spanOf(place), neighbour);
}

/** The same type, day and title, but another number of the same series. */
export function numberAgainst(cited: Cited, titled: readonly Neighbour[]): Problem | undefined {
  const { number, parts, day, type } = cited;
  if (!number || !parts || day === undefined) return undefined;
  for (const neighbour of titled) {
    const other = titleOf(neighbour.draft);
    const { issued, letterhead } = neighbour.draft;
    if (!other || issued !== day || other.type !== type || !letterhead.number) continue;
    if (other.parts.issuers.join() !== parts.issuers.join() || other.parts.letters !== parts.letters) continue;
    const right = oneLine(letterhead.number.text);
    return {
      ...spanOf(number),
      message: {
        vi: `${type} ngày ${showDay(day)} về "${oneLine(letterhead.title?.text ?? '')}" có số ${right}, không phải ${number.text}.`,
        en: `The "${type}" of ${showDay(day)} on "${oneLine(letterhead.title?.text ?? '')}" has number ${right}, not ${number.text}.`,
      },
      fixes: [
        {
          title: { vi: `Sửa thành "${right}"`, en: `Change to "${right}"` },
          edits: [{ ...spanOf(number), text: right }],
          certain: false,
        },
      ],
      related: [{ ...spanOf(letterhead.number), message: OTHER, in: neighbour }],
    };
  }
  return undefined;
}

/** What follows a citation, as titles are indexed. */
export function titleBehind({ node, mention }: Cited): string {
  const behind = foldName(node.fact.item.body.text.slice(mention.end, mention.end + 300));
  return /^,?\s*(?:về (?:việc )?)?([^;.]*)/u.exec(behind)?.[1]?.trim() ?? '';
}

function replaced(
  cited: Cited,
  words: { text: string; start: number; end: number },
  right: string,
  place: { start: number; end: number },
  neighbour: Neighbour,
): Problem {
  return {
    ...spanOf(words),
    message: {
      vi: `${nameOf(cited)} trên văn bản ghi "${right}", ở đây ghi "${words.text}".`,
      en: `${nameOf(cited)} says "${right}" itself, but "${words.text}" is written here.`,
    },
    fixes: [
      {
        title: { vi: `Sửa thành "${right}"`, en: `Change to "${right}"` },
        edits: [{ ...spanOf(words), text: right }],
        certain: false,
      },
    ],
    related: [{ ...place, message: OTHER, in: neighbour }],
  };
}
