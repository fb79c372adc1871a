/** Tones of Vietnamese by their combining mark; a syllable without any has the level tone. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Rimes of Vietnamese without tone (âm đệm, âm chính, âm cuối), after the inventory every grammar gives; `uơ`, `oong`,
 * `eng` and the like are rare, but are in words that are written.
 */
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu êc
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt yêu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oc oe oen oem oeo oet oi om on ong oong ooc op ot
  ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơng ơp ơt
  u ua uâ uân uâng uât uây uc ue uê uêch uên uênh uêt uêu ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uơn uy uya uych uyên uyêt uynh uyn uyp uyt uyu
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu`.split(/\s+/),
);

const INITIALS = 'ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x'.split(' ');

/** "gi" and "qu" end in a letter that is a vowel elsewhere: both readings are tried. */
const AFTER_QU = new Set(
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e ec en eo ep et ê êch ên ênh êt êu i ich iêc iêm iên iêng iêt iêu in inh it iu o oc on oang oăc ôc ơ ơn y yên yêt ynh yt ych yp anh iêp'.split(
    ' ',
  ),
);

/**
 * Can the word be one syllable of Vietnamese? Spelling rules: `ngh`, `gh`, `k` only before i, e, ê, y; `ng`, `g`, `c` not
 * before them (but `gi`); a syllable that ends in p, t, c, ch has sắc or nặng, if it has any mark at all.
 */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const bare = parts.replace(TONES, '').normalize('NFC');
  const tone = tones[0];
  if (/(?:[ptc]|ch)$/.test(bare) && tone !== undefined && tone !== '\u0301' && tone !== '\u0323') return false;
  if (RIMES.has(bare)) return true;
  return INITIALS.some((initial) => bare.startsWith(initial) && fits(initial, bare.slice(initial.length)));
}

function fits(initial: string, rime: string): boolean {
  const front = /^[ieêy]/.test(rime);
  switch (initial) {
    case 'qu':
      return AFTER_QU.has(rime);
    case 'gi':
      return rime === '' || (RIMES.has(rime) && !/^[iy]/.test(rime));
    case 'g':
      return RIMES.has(rime) && (!front || rime.startsWith('i'));
    case 'ng':
    case 'c':
      return RIMES.has(rime) && !front;
    case 'ngh':
    case 'gh':
    case 'k':
      return RIMES.has(rime) && front;
    default:
      return RIMES.has(rime);
  }
}
