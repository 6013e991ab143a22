/**
 * Laws of the rollout over thousands of small fleets in which generations are bad in one way or
 * another, directors die and come back, the lock is taken, calls fail with or without their effect,
 * newer generations come, and people say anything at any moment.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Amount } from '../../schemas/resources/fields.ts';
import { beginDrain, stepDrain } from '../../workflows/drain-node/step.ts';
import { startDriving } from './drive.ts';
import {
  driveRollout,
  LOCK,
  ROLLOUT_OWNER,
  type RolloutDriving,
  rolloutInput,
  say,
  startRollout,
} from './drive-rollout.ts';
import {
  CLUSTER,
  FAULTS,
  FIRST_GENERATION,
  type GenerationEffect,
  SimulatedFleet,
} from './simulated-fleet.ts';

const NAMES = ['a1', 'a2', 'b1', 'b2', 'b3'];
const DOMAINS = Object.fromEntries(NAMES.map((name) => [name, name.slice(0, 1)]));
const HORIZON_MS = 400_000;
/** Some 15 ms each: minutes of a fleet's life in virtual time. */
const RUNS = 400;
const CALM_RUNS = 100;

const moment = fc.oneof(
  { weight: 3, arbitrary: fc.noBias(fc.integer({ min: 0, max: 60_000 })) },
  { weight: 1, arbitrary: fc.noBias(fc.integer({ min: 0, max: HORIZON_MS })) },
);
const latencyMs = fc.constantFrom<number[]>(1, 20, 400, 3_000);

const badness: fc.Arbitrary<GenerationEffect> = fc
  .record({
    effect: fc.constantFrom<GenerationEffect[]>(
      { isRefused: true },
      { losesRealServers: 1 },
      { losesRealServers: 4 },
      { silences: true },
      { splits: true },
    ),
    on: fc.subarray(NAMES, { minLength: 1 }),
  })
  .map(({ effect, on }) => ({ ...effect, on }));
const effect = fc.oneof(
  { weight: 3, arbitrary: fc.constant<GenerationEffect>({}) },
  { weight: 2, arbitrary: badness },
);

const policy = fc.record({
  waves: fc.constantFrom<Amount[][]>(
    [{ count: 1 }],
    [{ count: 1 }, { count: 2 }],
    [{ count: 2 }, { percent: 100 }],
  ),
  maxUnavailable: fc.constantFrom<Amount[]>({ count: 1 }, { count: 2 }, { percent: 50 }),
  canaryRole: fc.constantFrom('backup' as const, 'master' as const),
  failureDomains: fc.constantFrom<Record<string, string>[]>({}, DOMAINS),
  onFailedGate: fc.constantFrom('revert' as const, 'revert' as const, 'pause' as const),
  gate: fc.record({ minSoakMs: fc.constantFrom<number[]>(0, 15_000, 60_000) }),
});

const words = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 7, max: 10 }).map((g) => ({ target: g, now: false })) },
  { weight: 1, arbitrary: fc.constant({ target: 9, now: true }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('pause', 'resume', 'accept', 'hold', 'revert', 'cancel')
      .map((word) => ({ word: word as 'pause' })),
  },
);

const story = fc.record({
  count: fc.constantFrom<number[]>(1, 2, 2, 3, 5, 5),
  effects: fc.record({ 8: effect, 9: effect, 10: effect }),
  policy,
  now: fc.constantFrom(false, false, false, false, true),
  agentLagMs: fc.constantFrom<number[]>(50, 1_000, 8_000),
  latencyMs,
  drained: fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(NAMES, { maxLength: 1 }) },
  ),
  happenings: fc.array(
    fc.record({
      atMs: moment,
      node: fc.constantFrom(...NAMES),
      fault: fc.constantFrom(...FAULTS),
    }),
    { maxLength: 4 },
  ),
  said: fc.array(fc.record({ atMs: moment, words }), { maxLength: 3 }),
  onPaused: fc.array(fc.constantFrom('resume' as const, 'accept' as const), { maxLength: 3 }),
  lockHeldUntilMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, moment),
  fates: fc.array(
    fc.oneof(
      { weight: 25, arbitrary: fc.constant('well' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('failsBefore' as const, 'failsAfter', 'failsHalf'),
      },
    ),
    { maxLength: 40 },
  ),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

function fleetOf(told: Story): SimulatedFleet {
  const names = NAMES.slice(0, told.count);
  const fleet = new SimulatedFleet({
    agentLagMs: told.agentLagMs,
    masterDownMs: 3_600,
    effects: told.effects,
    directors: names.map((name, index) => ({
      name,
      priority: 200 - index,
      adminState: told.drained.includes(name) ? 'drained' : 'active',
    })),
  });
  fleet.schedule(told.happenings.filter(({ node }) => names.includes(node)));
  return fleet;
}

interface Told {
  readonly fleet: SimulatedFleet;
  readonly driving: RolloutDriving;
  /** Targets that were asked for. */
  readonly newest: number;
}

/** Tells it, and holds what must hold at every command. */
function tell(told: Story): Told {
  const fleet = fleetOf(told);
  const names = fleet.names();
  if (told.lockHeldUntilMs > 0) fleet.acquire(LOCK);
  const input = (generation: number, now: boolean) => rolloutInput(generation, told.policy, now);
  const says = told.said.map(({ atMs, words: said }) => ({
    atMs,
    message: 'word' in said ? say[said.word] : say.newTarget(input(said.target, said.now)),
  }));
  let unservingSeen: readonly string[] = [];
  let canaries: string[] = [];
  let canaryOf = 0;
  const driving = driveRollout(fleet, input(8, told.now), {
    says,
    fates: told.fates,
    latencyMs: told.latencyMs,
    onPaused: (_, nth) => say[told.onPaused[nth] ?? 'revert'],
    onSurveyed: () => {
      unservingSeen = names.filter((name) => !fleet.isServing(name));
    },
    onCommand: (command, status) => {
      if (fleet.nowMs >= told.lockHeldUntilMs) fleet.release(LOCK);
      // What waits names what it waits for (I39).
      if (command.kind === 'sleep' || command.kind === 'listen') {
        expect(status.blockedBy).not.toBe('');
      }
      if (status.phase === 'paused' && command.kind === 'listen') {
        expect(fleet.lockOwner()).not.toBe(ROLLOUT_OWNER);
      }
      if (command.kind !== 'moveRefs') return;
      // Never without the lock.
      expect(fleet.lockOwner()).toBe(ROLLOUT_OWNER);
      const { nodes, plan, revert } = command.move;
      if (revert || status.now) return;
      // Never more than the budget, judged by the look right before; never the last that serves.
      const most = Math.min(
        told.policy.maxUnavailable.count ?? Math.floor((names.length * 50) / 100),
        Math.max(1, names.length - 1),
      );
      const serving = nodes.filter((node) => !unservingSeen.includes(node));
      if (serving.length > 0) {
        expect(serving.length + unservingSeen.length).toBeLessThanOrEqual(most);
      }
      // One failure domain at a time, and the canary first.
      const running = status.waves.filter(({ state }) => state === 'running');
      expect(running).toHaveLength(1);
      const domains = new Set(running[0]?.nodes.map(({ domain }) => domain));
      expect(domains.size).toBe(1);
      if (plan.generation !== canaryOf) {
        canaryOf = plan.generation;
        expect(running[0]?.kind).toBe('canary');
        canaries = (running[0]?.nodes ?? []).map(({ node }) => node);
      }
      if (running[0]?.kind === 'canary') {
        for (const node of nodes) expect(canaries).toContain(node);
      }
    },
  });
  const targets = told.said.map(({ words: said }) => ('target' in said ? said.target : 0));
  return { fleet, driving, newest: Math.max(8, ...targets) };
}

test('a rollout ends declared, gives the lock back, leaves each ref where it says', () => {
  const ends = new Set<string>();
  fc.assert(
    fc.property(story, (told) => {
      const { fleet, driving, newest } = tell(told);
      const status = driving.status();
      ends.add(status.phase);
      expect(['done', 'held', 'reverted', 'refused']).toContain(status.phase);
      expect(status.reason).not.toBe('');
      expect(status.blockedBy).toBe('');
      expect(fleet.lockOwner()).not.toBe(ROLLOUT_OWNER);
      for (const { lockOwner, from, to, revert } of fleet.moves) {
        expect(lockOwner).toBe(ROLLOUT_OWNER);
        expect(to > from || revert).toBe(true);
      }
      const refs = fleet.names().map((name) => fleet.wantedGeneration(name));
      if (status.phase === 'done') {
        expect(refs.every((ref) => ref >= status.target.generation)).toBe(true);
      }
      // A target that came while it ran and was not aborted is not forgotten.
      if (!told.said.some(({ words: said }) => 'word' in said) && status.phase === 'done') {
        expect(status.target.generation).toBeGreaterThanOrEqual(Math.min(newest, 8));
      }
      // Back means back: nothing stays on what was put back.
      if (status.phase === 'reverted') {
        expect(refs).not.toContain(status.target.generation);
      }
      if (status.phase === 'reverted' && told.said.length === 0) {
        expect(new Set(refs)).toEqual(new Set([FIRST_GENERATION]));
      }
      // Of this target: one before it may have ended well in the same run.
      if (status.phase === 'refused') {
        expect(fleet.moves.map(({ to }) => to)).not.toContain(status.target.generation);
      }
      expect(status.waitingTarget).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
  // The stories are not all of one kind.
  for (const end of ['done', 'held', 'reverted']) expect(ends).toContain(end);
});

/** Nothing happens but the rollout. */
const calm = story.map(
  (told): Story => ({
    ...told,
    now: false,
    count: Math.max(2, told.count),
    agentLagMs: 1_000,
    latencyMs: 20,
    drained: [],
    happenings: [],
    said: [],
    lockHeldUntilMs: 0,
    fates: [],
    effects: { 8: {}, 9: {}, 10: {} },
  }),
);

test('on a healthy fleet a good generation reaches every director, each moved once', () => {
  fc.assert(
    fc.property(calm, (told) => {
      const { fleet, driving } = tell(told);
      expect(driving.status()).toMatchObject({ phase: 'done', stragglers: [] });
      expect(fleet.moves.map(({ node }) => node).sort()).toEqual(fleet.names().sort());
      expect(fleet.names().every((name) => fleet.isServing(name))).toBe(true);
    }),
    { numRuns: CALM_RUNS },
  );
});

test('a generation that is bad everywhere touches the canary only, and is back at the end', () => {
  const bad = fc.constantFrom<GenerationEffect[]>(
    { isRefused: true },
    { losesRealServers: 1 },
    { losesRealServers: 4 },
  );
  fc.assert(
    fc.property(calm, bad, (told, effects) => {
      const gate = { minSoakMs: 15_000 };
      const onFailedGate = 'revert' as const;
      const { fleet, driving } = tell({
        ...told,
        effects: { 8: effects, 9: {}, 10: {} },
        policy: { ...told.policy, gate, onFailedGate },
      });
      expect(driving.status().phase).toBe('reverted');
      const canaries = driving.status().waves[0]?.nodes.map(({ node }) => node) ?? [];
      for (const { node } of fleet.moves) expect(canaries).toContain(node);
      expect(new Set(fleet.names().map((name) => fleet.generation(name)))).toEqual(new Set([7]));
    }),
    { numRuns: CALM_RUNS },
  );
});

test('the newest of several targets wins', () => {
  const targets = fc.array(fc.record({ atMs: moment, target: fc.integer({ min: 8, max: 10 }) }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(calm, targets, (told, said) => {
      const { fleet, driving } = tell({
        ...told,
        said: said.map(({ atMs, target }) => ({ atMs, words: { target, now: false } })),
      });
      // What came after the end starts a rollout of its own.
      const endMs = fleet.nowMs;
      const heard = said.filter(({ atMs }) => atMs < endMs).map(({ target }) => target);
      const newest = Math.max(8, ...heard);
      expect(driving.status()).toMatchObject({ phase: 'done', target: { generation: newest } });
      expect(new Set(fleet.names().map((name) => fleet.generation(name)))).toEqual(
        new Set([newest]),
      );
    }),
    { numRuns: CALM_RUNS },
  );
});

test('a drain and a rollout at once never disturb two directors together', () => {
  fc.assert(
    fc.property(
      calm,
      fc.array(fc.record({ node: fc.constantFrom(...NAMES), waitMs: moment }), { maxLength: 2 }),
      fc.array(fc.record({ atMs: moment, words }), { maxLength: 2 }),
      (told, drains, said) => {
        const fleet = fleetOf(told);
        const names = fleet.names();
        const says = said.map(({ atMs, words: spoken }) => ({
          atMs,
          message: 'word' in spoken ? say[spoken.word] : say.newTarget(rolloutInput(spoken.target)),
        }));
        const rollout = startRollout(fleet, rolloutInput(8, told.policy), { says });
        const origin = { actor: 'ilja', channel: 'cli' as const, reason: '', correlationId: '' };
        const others = drains
          .filter(({ node }) => names.includes(node))
          .map(({ node }, index) =>
            startDriving(
              { begin: beginDrain, step: stepDrain },
              { node, cluster: CLUSTER, origin, deadlineMs: 600_000, onDeadline: 'abort' as const },
              fleet,
              `workflow:node/${node}/service@run-${index}`,
              {},
            ),
          );
        const all = [rollout, ...others];
        for (;;) {
          const next = all.reduce((a, b) => (b.dueMs() < a.dueMs() ? b : a));
          if (!Number.isFinite(next.dueMs())) break;
          const moves = fleet.moves.length;
          next.advance();
          if (fleet.moves.length > moves) {
            expect(names.filter((name) => fleet.adminState(name) === 'draining')).toEqual([]);
          }
        }
        expect(fleet.lockOwner()).toBe('');
        expect(names.map((name) => fleet.adminState(name))).toContain('active');
      },
    ),
    { numRuns: CALM_RUNS },
  );
});
