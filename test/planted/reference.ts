import type { Planter } from '../planting.ts';

export const referenceFaults: Record<string, readonly Planter[]> = {};
