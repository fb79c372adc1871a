import type { Planter } from '../planting.ts';

export const citationFaults: Record<string, readonly Planter[]> = {};
