import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UndrainInput } from '../../schemas/drain.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import { beginUndrain, stepUndrain } from '../../workflows/undrain-node/step.ts';
import { drive, OWNER } from './drive.ts';
import { CLUSTER, FAULTS, type Fault, SimulatedFleet } from './simulated-fleet.ts';

const rules = { begin: beginUndrain, step: stepUndrain };

const INPUT: UndrainInput = {
  node: 'lb1',
  cluster: CLUSTER,
  origin: { actor: 'mara', channel: 'cli', reason: 'disk is in', correlationId: 'c-2' },
  deadlineMs: 60_000,
};

function fleetWith(
  { adminState = 'drained', priority = 150 }: { adminState?: AdminState; priority?: number },
  ...faults: Fault[]
): SimulatedFleet {
  const fleet = new SimulatedFleet({
    directors: [
      { name: 'lb1', priority, adminState },
      { name: 'lb2', priority: 100 },
    ],
  });
  for (const fault of faults) fleet.happen({ node: 'lb1', fault });
  // Until a stopped daemon shows in the status.
  fleet.advanceTo(100);
  return fleet;
}

describe('undrain', () => {
  test('the director with the highest priority is master again', () => {
    const fleet = fleetWith({});
    const { status } = drive(rules, INPUT, fleet);
    expect(status).toMatchObject({
      kind: 'undrain',
      phase: 'done',
      newMaster: 'lb1',
      leftIn: 'active',
    });
    expect(status.mastershipMovedMs).toBeGreaterThanOrEqual(3_600);
    expect(fleet.visibleMasters()).toEqual(['lb1']);
    expect(fleet.journal.map(({ to }) => to)).toEqual(['active']);
    expect(fleet.lockOwner()).toBe('');
  });

  test('one with a lower priority is a backup again', () => {
    const fleet = fleetWith({ priority: 50 });
    const { status } = drive(rules, INPUT, fleet);
    expect(status.phase).toBe('done');
    expect(status.reason).toContain('active and backup of lb2');
  });

  test('an active director is done at once', () => {
    const fleet = fleetWith({ adminState: 'active' });
    const { status, commands } = drive(rules, INPUT, fleet);
    expect(status).toMatchObject({ phase: 'done', reason: 'lb1 is active already' });
    expect(commands).toHaveLength(1);
  });

  test('one that was left draining is let in too', () => {
    const fleet = fleetWith({ adminState: 'draining' });
    expect(drive(rules, INPUT, fleet).status.phase).toBe('done');
  });

  const unfit: [Fault, string][] = [
    ['agentStops', 'does not answer'],
    ['failsToApply', 'is failing'],
    ['keepalivedStops', 'has edge-v4 in state down'],
  ];
  test.each(unfit)('a director that %s is not let in, and it is said why', (fault, reason) => {
    const fleet = fleetWith({}, fault);
    const { status } = drive(rules, INPUT, fleet);
    expect(status).toMatchObject({ phase: 'refused', leftIn: 'drained' });
    expect(status.reason).toContain(reason);
    expect(fleet.journal).toEqual([]);
  });

  test('two masters of which it is one: back to drained', () => {
    const fleet = fleetWith({ priority: 50 }, 'splits');
    fleet.advanceTo(5_000);
    const { status } = drive(rules, INPUT, fleet);
    expect(status).toMatchObject({ phase: 'reverted', leftIn: 'drained' });
    expect(status.reason).toContain('lb1 and lb2 are both master of edge-v4');
    expect(fleet.adminState('lb1')).toBe('drained');
  });

  test('not settled for another reason: stays active, and the end says so', () => {
    const fleet = fleetWith({});
    const { status } = drive(rules, INPUT, fleet, {
      onCommand: ({ kind }) => {
        if (kind === 'setAdminState') fleet.happen({ node: 'lb1', fault: 'keepalivedStops' });
      },
    });
    expect(status).toMatchObject({ phase: 'failed', leftIn: 'active' });
    expect(status.reason).toContain('lb1 stays active');
    expect(fleet.lockOwner()).toBe('');
  });

  test('cancelled while VRRP settles: back to drained', () => {
    const fleet = fleetWith({});
    const { status } = drive(rules, INPUT, fleet, { cancelAtMs: 2_000 });
    expect(status).toMatchObject({ phase: 'reverted', leftIn: 'drained' });
    expect(fleet.adminState('lb1')).toBe('drained');
  });

  test('always ends, says how, gives the lock back, and leaves what it declares', () => {
    const moment = fc.noBias(fc.integer({ min: 0, max: 30_000 }));
    const story = fc.record({
      adminState: fc.constantFrom<AdminState[]>('drained', 'drained', 'draining', 'active'),
      priority: fc.constantFrom<number[]>(50, 150),
      happenings: fc.array(
        fc.record({
          atMs: moment,
          node: fc.constantFrom('lb1', 'lb2'),
          fault: fc.constantFrom(...FAULTS),
        }),
        { maxLength: 6 },
      ),
      cancelAtMs: fc.option(moment, { nil: undefined }),
    });
    fc.assert(
      fc.property(story, ({ adminState, priority, happenings, cancelAtMs }) => {
        const fleet = fleetWith({ adminState, priority });
        fleet.schedule(happenings);
        const { status } = drive(rules, INPUT, fleet, {
          ...(cancelAtMs === undefined ? {} : { cancelAtMs }),
          onCommand: (command, seen) => {
            if (command.kind === 'sleep') expect(seen.blockedBy).not.toBe('');
          },
        });
        expect(status.reason).not.toBe('');
        expect(fleet.lockOwner()).not.toBe(OWNER);
        if (status.leftIn !== undefined) expect(status.leftIn).toBe(fleet.adminState('lb1'));
        if (status.phase === 'done') expect(fleet.adminState('lb1')).toBe('active');
        // Taken back to a place of rest; where nothing had been changed, it is as it was.
        const reverted = fleet.journal.length > 0 ? 'drained' : adminState;
        if (status.phase === 'reverted') expect(fleet.adminState('lb1')).toBe(reverted);
        if (status.phase === 'refused') expect(fleet.journal).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
