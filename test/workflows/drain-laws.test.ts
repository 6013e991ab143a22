/**
 * Laws of the drain over thousands of small fleets in which directors die, come back, go stale or
 * hear nobody, connections end or not, the lock is taken, activities fail with or without their
 * effect, and somebody cancels at any moment.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DrainInput } from '../../schemas/drain.ts';
import { clusterLockDomain } from '../../workflows/contract.ts';
import { beginDrain, stepDrain } from '../../workflows/drain-node/step.ts';
import {
  HISTORY_EVENTS_FIXED_MAX,
  HISTORY_EVENTS_PER_LOOK,
} from '../../workflows/procedure/pace.ts';
import { type Driven, drive, OWNER } from './drive.ts';
import { CLUSTER, FAULTS, type Happening, SimulatedFleet } from './simulated-fleet.ts';

const rules = { begin: beginDrain, step: stepDrain };

const NAMES = ['lb1', 'lb2', 'lb3', 'lb4'];
const HORIZON_MS = 120_000;

/** Mostly while something is under way; fast-check's own bias would put most of them at 0. */
const moment = fc.oneof(
  { weight: 3, arbitrary: fc.noBias(fc.integer({ min: 0, max: 30_000 })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: HORIZON_MS }) },
);

const story = fc.record({
  count: fc.constantFrom<number[]>(1, 2, 2, 2, 2, 2, 3, 3, 4),
  priorities: fc.shuffledSubarray([50, 100, 150, 200], { minLength: 4 }),
  adminStates: fc.array(
    fc.oneof(
      { weight: 18, arbitrary: fc.constant('active' as const) },
      { weight: 1, arbitrary: fc.constant('drained' as const) },
      { weight: 1, arbitrary: fc.constant('draining' as const) },
    ),
    { minLength: 4, maxLength: 4 },
  ),
  endingPerSecond: fc.constantFrom<number[]>(0, 2, 50),
  connections: fc.integer({ min: 0, max: 300 }),
  masterDownMs: fc.constantFrom<number[]>(300, 3_600, 12_000),
  agentLagMs: fc.constantFrom<number[]>(50, 1_000, 8_000),
  latencyMs: fc.constantFrom<number[]>(1, 20, 400, 3_000),
  happenings: fc.array(
    fc.record({
      atMs: moment,
      node: fc.constantFrom(...NAMES),
      fault: fc.constantFrom(...FAULTS),
    }),
    { maxLength: 10 },
  ),
  lockHeldUntilMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, moment),
  cancelAtMs: fc.option(moment, { nil: undefined, freq: 2 }),
  deadlineMs: fc.noBias(fc.integer({ min: 1_000, max: HORIZON_MS })),
  onDeadline: fc.constantFrom('accept' as const, 'abort' as const),
  fates: fc.array(
    fc.oneof(
      { weight: 25, arbitrary: fc.constant('well' as const) },
      { weight: 1, arbitrary: fc.constantFrom('failsBefore' as const, 'failsAfter' as const) },
    ),
    { maxLength: 30 },
  ),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

interface Told {
  readonly fleet: SimulatedFleet;
  readonly driven: Driven;
  readonly before: string;
}

function tell(told: Story, undoFails: boolean): Told {
  const names = NAMES.slice(0, told.count);
  const fleet = new SimulatedFleet({
    masterDownMs: told.masterDownMs,
    agentLagMs: told.agentLagMs,
    directors: names.map((name, index) => ({
      name,
      priority: told.priorities[index] ?? 100,
      adminState: told.adminStates[index] ?? 'active',
      connections: told.connections,
      endingPerSecond: told.endingPerSecond,
    })),
  });
  const known = (happening: Happening) => names.includes(happening.node);
  fleet.schedule(told.happenings.filter(known));
  const foreign = { domain: clusterLockDomain(CLUSTER), owner: 'person:ilja', reason: 'cabling' };
  if (told.lockHeldUntilMs > 0) fleet.acquire(foreign);
  const input: DrainInput = {
    node: 'lb1',
    cluster: CLUSTER,
    origin: { actor: 'mara', channel: 'cli', reason: 'test', correlationId: '' },
    deadlineMs: told.deadlineMs,
    onDeadline: told.onDeadline,
  };
  const before = fleet.adminState('lb1');
  const driven = drive(rules, input, fleet, {
    latencyMs: told.latencyMs,
    fates: told.fates,
    undoFails,
    ...(told.cancelAtMs === undefined ? {} : { cancelAtMs: told.cancelAtMs }),
    onCommand: (command, status) => {
      if (fleet.nowMs >= told.lockHeldUntilMs) fleet.release(foreign);
      // A step that waits names what it waits for (I39).
      if (command.kind === 'sleep') expect(status.blockedBy).not.toBe('');
    },
  });
  return { fleet, driven, before };
}

function checkAlways({ fleet, driven }: Told, told: Story): void {
  const { status, commands } = driven;
  // Ends, says how and why, in words.
  expect(['done', 'refused', 'reverted', 'failed']).toContain(status.phase);
  expect(status.reason).not.toBe('');
  expect(status.blockedBy).toBe('');
  expect(status.steps.every(({ text }) => text !== '')).toBe(true);
  // In bounded time: two waits of a deadline, the move, failed activities, and the slowest looks.
  const slowestMs = 2 * told.deadlineMs + 60_000 + 30 * 15_000 + 40 * told.latencyMs;
  expect(driven.tookMs).toBeLessThan(slowestMs);
  const looks = commands.filter(({ kind }) => kind === 'sleep').length;
  expect(looks * HISTORY_EVENTS_PER_LOOK + HISTORY_EVENTS_FIXED_MAX).toBeLessThan(10_000);
  // Never acts without the lock, and never on another director.
  for (const entry of fleet.journal) {
    expect(entry.lockOwner).toBe(OWNER);
    expect(entry.node).toBe('lb1');
  }
  // Never sets the last healthy director draining when the look under the lock showed that it is.
  if (driven.hadHealthyPeer !== undefined) {
    expect(driven.hadHealthyPeer).toBe(true);
    expect(driven.wasSurveyLocked).toBe(true);
  }
  // Never calls it drained unless the look before showed one master, a peer.
  if (driven.mastersAtDrained !== undefined) {
    expect(driven.mastersAtDrained).toHaveLength(1);
    expect(driven.mastersAtDrained).not.toContain('lb1');
  }
}

const RUNS = 1_500;

test('a drain ends in a declared state, gives the lock back, never takes the last one', () => {
  fc.assert(
    fc.property(story, (told) => {
      const outcome = tell(told, false);
      checkAlways(outcome, told);
      const { fleet, driven, before } = outcome;
      const after = fleet.adminState('lb1');
      expect(fleet.lockOwner()).not.toBe(OWNER);
      expect(driven.status.phase).not.toBe('failed');
      if (driven.status.phase === 'done') expect(after).toBe('drained');
      // A director found draining was left so by a lost procedure: its place of rest is active.
      else expect([before, before === 'draining' ? 'active' : before]).toContain(after);
      if (driven.status.phase === 'refused') expect(fleet.journal).toEqual([]);
      if (driven.status.leftIn !== undefined) expect(driven.status.leftIn).toBe(after);
      if (told.cancelAtMs === 0) expect(fleet.journal).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('also when taking back fails, a drain ends and does not claim what it does not know', () => {
  fc.assert(
    fc.property(story, (told) => {
      const outcome = tell(told, true);
      checkAlways(outcome, told);
      const { fleet, driven } = outcome;
      const after = fleet.adminState('lb1');
      if (driven.status.leftIn !== undefined) expect(driven.status.leftIn).toBe(after);
      expect(driven.status.phase === 'done').toBe(driven.status.leftIn === 'drained');
    }),
    { numRuns: RUNS },
  );
});

test('with healthy directors and connections that end, a drain is done', () => {
  const calm = story.map(
    (told): Story => ({
      ...told,
      count: Math.max(2, told.count),
      adminStates: told.adminStates.map(() => 'active' as const),
      endingPerSecond: 50,
      masterDownMs: 3_600,
      agentLagMs: 200,
      latencyMs: 50,
      happenings: [],
      lockHeldUntilMs: 0,
      cancelAtMs: undefined,
      deadlineMs: 60_000,
      fates: [],
    }),
  );
  fc.assert(
    fc.property(calm, (told) => {
      const { fleet, driven } = tell(told, false);
      expect(driven.status).toMatchObject({ phase: 'done', connectionsLost: 0 });
      expect(fleet.journal.map(({ to }) => to)).toEqual(['draining', 'drained']);
    }),
    { numRuns: 200 },
  );
});
