import type { Planter } from '../planting.ts';

export const taskFaults: Record<string, readonly Planter[]> = {};
