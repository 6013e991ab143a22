/** What the rules of the rollout are tested on: small clusters, and one rollout run to its end. */
import { expect } from 'vitest';
import type { RolloutStatus } from '../../schemas/rollout.ts';
import { driveRollout, type RolloutDrive, rolloutInput } from './drive-rollout.ts';
import {
  type DirectorOptions,
  type Fault,
  type GenerationEffect,
  SimulatedFleet,
} from './simulated-fleet.ts';

export const PAIR: DirectorOptions[] = [
  { name: 'lb1', priority: 150 },
  { name: 'lb2', priority: 100 },
];
export const SIX: DirectorOptions[] = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((name, index) => ({
  name,
  priority: 200 - index,
}));
export const DOMAINS = Object.fromEntries(SIX.map(({ name }) => [name, name.slice(0, 1)]));

export function fleetOf(
  directors: DirectorOptions[],
  effects: Record<number, GenerationEffect> = {},
  ...faults: [string, Fault][]
): SimulatedFleet {
  const fleet = new SimulatedFleet({ directors, effects });
  for (const [node, fault] of faults) fleet.happen({ node, fault });
  fleet.advanceTo(200);
  return fleet;
}

export function run(fleet: SimulatedFleet, options: RolloutDrive = {}, input = rolloutInput(8)) {
  const status = driveRollout(fleet, input, options).status();
  expect(fleet.lockOwner()).toBe('');
  expect(status.blockedBy).toBe('');
  expect(status.reason).not.toBe('');
  return status;
}

export function moves(fleet: SimulatedFleet): string[] {
  return fleet.moves.map(({ node, from, to }) => `${node} ${from}>${to}`);
}

export function verdicts(status: RolloutStatus): string[] {
  return status.verdicts.map(({ verdict, nodes }) => `${verdict} ${nodes.join('+')}`);
}
