import type { Registry } from '../../registry.ts';
import type { Problem } from '../../rule.ts';
import { isJoint } from './beside.ts';
import { type Cited, nameOf } from './cited.ts';
import { areRivals, bodyNamed } from './issuers.ts';

/** Two organs of the Party named for one number. */
export function otherIssuer(cited: Cited, known: Cited, registry: Registry): Problem | undefined {
  const [here, there] = [cited.issuerWords, known.issuerWords];
  if (!here || !there || [cited, known].some(({ node, mention }) => isJoint(node.fact.item.body.text, mention)))
    return undefined;
  if (!areRivals(bodyNamed(here.text, registry), bodyNamed(there.text, registry))) return undefined;
  return {
    start: here.start,
    end: here.end,
    message: {
      vi: `${nameOf(cited)} ở đây ghi là của ${here.text}, ở chỗ khác ghi là của ${there.text}.`,
      en: `${nameOf(cited)} is of "${here.text}" here and of "${there.text}" elsewhere.`,
    },
    fixes: [
      {
        title: { vi: `Sửa thành "${there.text}"`, en: `Change to "${there.text}"` },
        edits: [{ ...here, text: there.text }],
        certain: false,
      },
    ],
    related: [{ ...there, message: { vi: 'Cơ quan ban hành ghi ở đây.', en: 'The issuer given here.' } }],
  };
}

/** A Party number with QĐ is of a quyết định or of a quy định, not of both. */
export function otherType(cited: Cited, known: Cited): Problem | undefined {
  const { number } = cited;
  if (!cited.typed || !known.typed || cited.type === known.type || cited.parts?.letters !== 'QĐ' || !number)
    return undefined;
  if (![cited, known].every(({ type }) => /^(?:Quyết|Quy) định$/.test(type))) return undefined;
  const end = cited.start + cited.type.length;
  return {
    start: cited.start,
    end,
    message: {
      vi: `Số ${number.text} ở đây là "${cited.type}", ở chỗ khác là "${known.type}".`,
      en: `Number ${number.text} is a "${cited.type}" here and a "${known.type}" elsewhere.`,
    },
    fixes: [
      {
        title: { vi: `Sửa thành "${known.type}"`, en: `Change to "${known.type}"` },
        edits: [{ start: cited.start, end, text: known.type }],
        certain: false,
      },
    ],
    related: [
      { start: known.start, end: known.end, message: { vi: 'Tên loại ghi ở đây.', en: 'The type given here.' } },
    ],
  };
}
