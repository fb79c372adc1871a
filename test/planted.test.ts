import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { citationFaults } from './planted/citation.ts';
import { deadlineFaults } from './planted/deadline.ts';
import { numberingFaults } from './planted/numbering.ts';
import { ownerFaults } from './planted/owner.ts';
import { datedOwnerFaults, ownerNameFaults } from './planted/owner-names.ts';
import { phaseFaults } from './planted/phase.ts';
import { referenceFaults } from './planted/reference.ts';
import { structureFaults } from './planted/structure.ts';
import { taskFaults } from './planted/task.ts';
import { textFaults } from './planted/text.ts';
import { expectFound, issuedOn, type Planter, total } from './planting.ts';

/** By rule: each way to make the fault is a planter. */
const faults: Record<string, readonly Planter[]> = {
  ...numberingFaults,
  ...ownerFaults,
  ...ownerNameFaults,
  ...deadlineFaults,
  ...phaseFaults,
  ...taskFaults,
  ...referenceFaults,
  ...citationFaults,
  ...structureFaults,
  ...textFaults,
};

describe('faults planted into signed directives', () => {
  for (const [rule, planters] of Object.entries(faults)) {
    for (const planter of planters) it(`${rule}: ${planter.name}`, () => expectFound(rule, planter));
  }
  for (const [rule, day, planter] of datedOwnerFaults)
    it(`${rule} on ${day}: ${planter.name}`, () => expectFound(rule, planter, issuedOn(day)));

  it('bring at most 0.05 other findings a fault', () => {
    const { planted, stray } = total;
    assert.ok(stray.length <= planted * 0.05, `${stray.length} strays for ${planted}:\n${stray.join('\n')}`);
  });
});
