import type { Neighbour } from '../../neighbours.ts';
import type { Saying } from '../../rule.ts';
import { oneLine } from '../../text.ts';

/** How a message names another document: "Kế hoạch số 02-KH/BCĐTW", or by its title. */
export function nameOfDocument({ type, number, title }: Neighbour): Saying {
  const word = type && oneLine(type.text);
  if (number) {
    const name = `${word ?? 'văn bản'} số ${oneLine(number.text)}`;
    return { vi: name, en: `"${name}"` };
  }
  return title
    ? { vi: `văn bản "${oneLine(title.text)}"`, en: `"${oneLine(title.text)}"` }
    : { vi: 'văn bản khác', en: 'another document' };
}
