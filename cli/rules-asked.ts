import type { Rule } from '../core/rule.ts';
import { rulesNamed } from '../core/rule-names.ts';
import type { Reading } from './arguments.ts';

/** The rules that words name, or all. */
export async function rulesAsked(
  given: readonly Rule[] | undefined,
  only: readonly string[],
): Promise<readonly Rule[]> {
  const rules = given ?? (await import('../core/rules/index.ts')).rules;
  return only.length === 0 ? rules : rules.filter((rule) => only.some((word) => rulesNamed(word, [rule])[0]));
}

/** Do formats for other programs want to know the rules? */
export function needRules(outputs: Reading['outputs']): boolean {
  return outputs.some(({ format }) => !['text', 'json'].includes(format));
}
