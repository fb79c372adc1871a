// Words of the grammar, also as they are written letter by letter (macOS, some web forms): "ủ" as "u" and a hook.
const LETTER = /\p{L}/u;

/** The grammar with each pattern fitting both ways to write a letter. */
export function withDecomposed(text) {
  const patterns = new Set(['match', 'begin', 'end']);
  return JSON.stringify(
    JSON.parse(text, (key, value) => (patterns.has(key) && typeof value === 'string' ? widen(value) : value)),
    null,
    2,
  );
}

function widen(pattern) {
  // What is looked behind at may vary in length only between its own alternatives.
  return pattern
    .split(/(\(\?<[!=][^()]*\)|\[[^\]]*\])/u)
    .map((part, i) => {
      if (i % 2 === 0) return [...part].map((sign) => both(sign, sign)).join('');
      return part.startsWith('[') ? widenClass(part) : widenBehind(part);
    })
    .join('');
}

function both(sign, written) {
  return LETTER.test(sign) && sign.normalize('NFD') !== sign ? `(?:${written}|${sign.normalize('NFD')})` : written;
}

function widenClass(part) {
  const apart = [...part].filter((sign) => both(sign, sign) !== sign).map((sign) => sign.normalize('NFD'));
  return apart.length === 0 ? part : `(?:${part}|${apart.join('|')})`;
}

function widenBehind(part) {
  const [, head, inside] = /^(\(\?<[!=])(.*)\)$/u.exec(part) ?? [];
  const all = inside.split('|').flatMap((each) => [...new Set([each, each.normalize('NFD')])]);
  return `${head}${all.join('|')})`;
}
