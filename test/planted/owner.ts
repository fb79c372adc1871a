import type { Planter } from '../planting.ts';

export const ownerFaults: Record<string, readonly Planter[]> = {};
