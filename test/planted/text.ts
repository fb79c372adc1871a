import type { Planter } from '../planting.ts';

export const textFaults: Record<string, readonly Planter[]> = {};
