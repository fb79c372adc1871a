import type { Planter } from '../planting.ts';

export const numberingFaults: Record<string, readonly Planter[]> = {};
