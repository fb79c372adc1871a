import type { Planter } from '../planting.ts';

export const phaseFaults: Record<string, readonly Planter[]> = {};
