import type { Fact } from '../../facts.ts';
import { oncePer } from '../../once.ts';
import type { LooksAt } from '../../rule.ts';

/** What an item has to do with quotations that go on over several: whether its marks are closed, and how one is opened. */
export const QUOTES = {
  item: ({ item: { body } }) => {
    const { text } = body;
    return text.includes('"') ? [countQuotes(text) % 2, /:\s*"/.test(text), text.startsWith('"')] : '';
  },
} satisfies LooksAt;

/** Do marks before the place open a quotation: is their number odd? */
export function opensBefore({ item }: Fact, place: number): boolean {
  return countQuotes(item.body.text.slice(0, place)) % 2 === 1;
}

function countQuotes(text: string): number {
  return text.split('"').length - 1;
}

/** What a rule takes that follows references to the units they name: the references, and numbers within sentences. */
export const REFERENCES: LooksAt = {
  item: (fact) => [
    QUOTES.item(fact),
    fact.parts.length > 0 ? fact.parts.map(({ inline }) => inline.number) : '',
    fact.references.length > 0 ? referencesIn(fact) : '',
  ],
};

const referencesIn = oncePer((fact: Fact) => ({
  cites: fact.citations.length > 0,
  references: fact.references.map(({ start, steps, external, beside, within, annex }) => ({
    quoted: opensBefore(fact, start),
    external,
    beside,
    within,
    annex,
    steps: steps.map(({ level, numbers }) => [
      level,
      // Said once for several references, a number is told once: its place tells which it is.
      ...numbers.map((number) => [number.text, number.reaches, number.start - start]),
    ]),
  })),
}));
