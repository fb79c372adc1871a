import { addDays } from '../core/language/calendar.ts';
import { makeRegistry, type Registry } from '../core/registry.ts';
import type { Agency } from '../core/registry-file.ts';
import { stripDiacritics } from '../core/text.ts';
import { bundledAgencies, communes, departments } from './index.ts';

/** Departments of provinces as agencies: one entry stands for the department of that name in every province. */
const departmentAgencies: readonly Agency[] = departments.map((department) => {
  const successor = departments.find((other) => other.name === department.successor);
  return {
    id: idOf(department.name),
    name: department.name,
    abbreviations: [],
    aliases: department.aliases,
    bareNames: [],
    kind: 'department',
    ...(department.endedBy !== undefined && { validTo: addDays(department.endedBy, -1) }),
    successors: successor ? [idOf(successor.name)] : [],
  };
});

/** The registry every host starts from. */
export const bundledRegistry: Registry = makeRegistry([...bundledAgencies, ...departmentAgencies]);

function idOf(name: string): string {
  return stripDiacritics(name).replace(/[^a-z0-9]+/g, '-');
}

/** The last day the data were compared with their sources. */
export const registryDate = communes
  .flatMap(({ countedOn }) => countedOn ?? [])
  .sort()
  .at(-1);
