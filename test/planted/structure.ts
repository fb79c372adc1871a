import type { Planter } from '../planting.ts';

export const structureFaults: Record<string, readonly Planter[]> = {};
