import type { Agency } from '../core/registry-file.ts';
import { makeRegistry, type Registry } from '../core/registry.ts';
import { bundledAgencies, departments } from './index.ts';

/** Departments of provinces as agencies: one entry stands for the department of that name in every province. */
export const departmentAgencies: readonly Agency[] = departments.map((department) => {
  const successor = departments.find((other) => other.name === department.successor);
  return {
    id: idOf(department.name),
    name: department.name,
    abbreviations: [],
    aliases: department.aliases,
    bareNames: [],
    kind: 'department',
    ...(department.endedBy !== undefined && { validTo: dayBefore(department.endedBy) }),
    successors: successor ? [idOf(successor.name)] : [],
  };
});

/** The registry every host starts from. */
export const bundledRegistry: Registry = makeRegistry([...bundledAgencies, ...departmentAgencies]);

function idOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
