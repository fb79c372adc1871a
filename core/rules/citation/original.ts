import { showDay } from '../../language/calendar.ts';
import type { Neighbour } from '../../neighbours.ts';
import type { Registry } from '../../registry.ts';
import type { Problem } from '../../rule.ts';
import { elsewhere, type Noted } from '../../summary.ts';
import { oneLine } from '../../text.ts';
import { type Cited, nameOf } from './cited.ts';
import { areRivals, bodyNamed } from './issuers.ts';

export const OTHER = { vi: 'Văn bản được viện dẫn.', en: 'The cited document.' };

export const spanOf = ({ start, end }: { start: number; end: number }) => ({ start, end });

/** Another organ of the Party than the document names itself. */
export function issuerAgainst(cited: Cited, neighbour: Neighbour, registry: Registry): Problem | undefined {
  const { issuerWords } = cited;
  const { issuer } = neighbour;
  if (!issuerWords || !issuer) return undefined;
  if (!areRivals(bodyNamed(issuerWords.text, registry), bodyNamed(oneLine(issuer.text), registry))) return undefined;
  return replaced(cited, issuerWords, oneLine(issuer.text), issuer, neighbour);
}

/** A quy định cited as a quyết định, or the reverse. */
export function typeAgainst(cited: Cited, neighbour: Neighbour): Problem | undefined {
  const type = neighbour.titled?.type ?? '';
  const place = neighbour.type;
  if (
    !cited.typed ||
    cited.type === type ||
    !place ||
    ![cited.type, type].every((each) => /^Qu(?:y|yết) định$/.test(each))
  )
    return undefined;
  const words = { text: cited.type, start: cited.start, end: cited.start + cited.type.length };
  return replaced(cited, words, type, place, neighbour);
}

/** The same type, day and title, but another number of the same series. */
export function numberAgainst(cited: Cited, titled: readonly Neighbour[]): Problem | undefined {
  const { number, parts, day, type } = cited;
  if (!number || !parts || day === undefined) return undefined;
  for (const neighbour of titled) {
    const { issued, titled: other, number: written, title } = neighbour;
    if (!other || issued !== day || other.type !== type || !written) continue;
    if (other.parts.issuers.join() !== parts.issuers.join() || other.parts.letters !== parts.letters) continue;
    const right = oneLine(written.text);
    return {
      ...spanOf(number),
      message: {
        vi: `${type} ngày ${showDay(day)} về "${oneLine(title?.text ?? '')}" có số ${right}, không phải ${number.text}.`,
        en: `The "${type}" of ${showDay(day)} on "${oneLine(title?.text ?? '')}" has number ${right}, not ${number.text}.`,
      },
      fixes: [
        {
          title: { vi: `Sửa thành "${right}"`, en: `Change to "${right}"` },
          edits: [{ ...spanOf(number), text: right }],
          certain: false,
        },
      ],
      related: [{ ...elsewhere(neighbour.path, written), message: OTHER }],
    };
  }
  return undefined;
}

function replaced(
  cited: Cited,
  words: { text: string; start: number; end: number },
  right: string,
  place: Noted,
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
    related: [{ ...elsewhere(neighbour.path, place), message: OTHER }],
  };
}
