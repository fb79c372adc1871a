import type { Agency, Registry } from '../../registry.ts';
import type { Owner } from '../../task.ts';
import { foldName } from '../../text.ts';

const spellings = new WeakMap<Agency, ReadonlySet<string>>();

/**
 * What tells one body from another: the agency where the name is written as the registry has it, in full or short, else
 * the name itself ("Sở Y tế tỉnh A" is not "Sở Y tế tỉnh B"). A position is not its body.
 */
export function bodyKey(owner: Owner, registry: Registry): string {
  const folded = foldName(owner.text);
  const agency = owner.agency === undefined ? undefined : registry.agencies.get(owner.agency);
  if (!agency || owner.kind !== 'agency') return `${owner.kind === 'position' ? 'position' : 'name'} ${folded}`;
  const known =
    spellings.get(agency) ??
    new Set([agency.name, ...agency.aliases, ...agency.abbreviations].map((name) => foldName(name)));
  spellings.set(agency, known);
  return known.has(folded) || known.has(folded.replaceAll('-', ' - ')) ? `agency ${agency.id}` : `name ${folded}`;
}
