/** Whether the newest generation goes out, as a table: what is stored, how the last one stands. */
import { describe, expect, test } from 'vitest';
import type { RolloutRun } from '../../controller/procedures/rollout-procedures.ts';
import { decideRollout, type RolloutFacts } from '../../controller/rollouts/decide.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import { rolloutPolicySpec } from '../../schemas/resources/rollout-policy.ts';
import type { RolloutPhase, RolloutStatus } from '../../schemas/rollout.ts';
import { alice } from '../store/fixtures.ts';

/** A Tuesday. */
const NOON = Date.parse('2026-11-24T12:00:00Z');
const POLICY = { waves: [{ count: 1 }], maxUnavailable: { count: 1 } };
const NIGHTS = [{ days: ['mon', 'tue'], start: '22:00', end: '04:00', timeZone: 'Europe/Berlin' }];

const policy = (more: Record<string, unknown> = {}) => ({
  name: 'careful',
  spec: rolloutPolicySpec.parse({ ...POLICY, ...more }),
});
const freeze = (revision: number) => ({
  ...{ name: 'f', scope: 'fleet' as const, who: 'bob', reason: 'storm', revision },
});
const ref = (node: string, generation: number, over: Partial<NodeRef> = {}): NodeRef => ({
  ...{ node, nodeObject: 'o', adminState: 'active', token: 0, revert: false, writtenAtMs: 0 },
  plan: { cluster: 'edge', generation, digest: `root-${generation}` },
  ...over,
});
const refs = (...all: NodeRef[]) => ({ refs: new Map(all.map((one) => [one.node, one])) });

function run(phase: RolloutPhase, generation: number, over: Partial<RolloutStatus> = {}) {
  const isOver = ['done', 'held', 'reverted', 'refused', 'failed'].includes(phase);
  const target = { cluster: 'edge', generation, digest: `root-${generation}` };
  const status = { phase, target, reason: 'because', ...over } as RolloutStatus;
  return { last: { isRunning: !isOver, status } satisfies RolloutRun };
}

/** Generation 2 is the newest, two directors are on 1, nothing has gone out yet. */
const DUE: RolloutFacts = {
  cluster: 'edge',
  policy: policy(),
  newest: { cluster: 'edge', generation: 2, root: 'root-2', revision: 9, parent: 1 },
  directors: ['lb1', 'lb2'],
  ...refs(ref('lb1', 1), ref('lb2', 1)),
  last: undefined,
  cause: { origin: alice, now: false, overridesBefore: 0 },
  freezes: [],
  isFresh: false,
  nowMs: NOON,
};
const cause = (over: Partial<RolloutFacts['cause']>) => ({ cause: { ...DUE.cause, ...over } });

type Row = readonly [string, Partial<RolloutFacts>, string];
const rows: Readonly<Record<string, readonly Row[]>> = {
  'goes out': [
    ['when directors are behind and nothing went out before', {}, 'start'],
    ['when it is above what was done before', run('done', 1), 'start'],
    ['when it is above what was put back before', run('reverted', 1), 'start'],
    ['when it is above what is under way: the newest wins', run('soaking', 1), 'start'],
    ['when one done left a director behind', run('done', 2), 'start'],
    ['when one director of two is behind', refs(ref('lb1', 2), ref('lb2', 1)), 'start'],
    [
      'beside directors that were put back from an older one',
      {
        ...refs(ref('lb1', 1, { revert: true }), ref('lb2', 1)),
        ...run('reverted', 1),
      },
      'start',
    ],
    [
      'when it is new, though what was put back is forgotten',
      {
        ...refs(ref('lb1', 1, { revert: true }), ref('lb2', 1)),
        isFresh: true,
      },
      'start',
    ],
    [
      'now, past a window, where the policy allows it',
      {
        policy: policy({ windows: NIGHTS, isNowAllowed: true }),
        ...cause({ now: true }),
      },
      'start now',
    ],
    ['in waves, when the policy has stopped to allow now', cause({ now: true }), 'start'],
    [
      'past a freeze that was gone past on purpose',
      {
        freezes: [freeze(5)],
        ...cause({ overridesBefore: 9 }),
      },
      'start',
    ],
    [
      'while a window is open',
      {
        policy: policy({ windows: NIGHTS }),
        nowMs: Date.parse('2026-11-24T21:30:00Z'),
      },
      'start',
    ],
  ],
  waits: [
    [
      'for a person when it was put back',
      run('reverted', 2),
      'wait person: .*ended reverted: because',
    ],
    ['for a person when it was held', run('held', 2), 'wait person: .*ended held'],
    ['for a person when it was refused', run('refused', 2), 'wait person: .*ended refused'],
    ['for a person when it failed', run('failed', 2), 'wait person: .*ended failed'],
    [
      'for a person when nobody knows any more why directors were put back',
      refs(ref('lb1', 1, { revert: true }), ref('lb2', 1)),
      'wait person: .*not known any more',
    ],
    [
      'for a window',
      { policy: policy({ windows: NIGHTS }) },
      'wait window: .*careful.*22:00-04:00',
    ],
    ['for a freeze', { freezes: [freeze(5)] }, 'wait freeze: .*frozen by bob'],
    [
      'for a freeze, also now',
      {
        freezes: [freeze(5)],
        policy: policy({ isNowAllowed: true }),
        ...cause({ now: true }),
      },
      'wait freeze',
    ],
    [
      'for a freeze that is younger than who went past',
      {
        freezes: [freeze(10)],
        ...cause({ overridesBefore: 9 }),
      },
      'wait freeze',
    ],
    [
      'for a policy that can be kept',
      {
        policy: policy({ gates: { errorRate: { maxPercent: 1 } } }),
      },
      'wait policy: .*error rate',
    ],
  ],
  'does nothing': [
    ['before the first generation', { newest: undefined }, 'nothing'],
    ['while it is under way', run('soaking', 2), 'nothing'],
    ['while it is under way and paused', run('paused', 2), 'nothing'],
    [
      'while it waits for its turn behind a revert',
      run('reverting', 1, {
        waitingTarget: { cluster: 'edge', generation: 2, digest: 'root-2' },
      }),
      'nothing',
    ],
    ['when all are on it', refs(ref('lb1', 2), ref('lb2', 2)), 'nothing'],
    ['in a cluster without directors', { directors: [], ...refs() }, 'nothing'],
    [
      'for a new director while the others are watched',
      {
        directors: ['lb1', 'lb2', 'lb3'],
        ...refs(ref('lb1', 2), ref('lb2', 2)),
        ...run('soaking', 2),
      },
      'nothing',
    ],
  ],
  'is told without a rollout to': [
    [
      'a new director when the others are done',
      {
        directors: ['lb1', 'lb2', 'lb3'],
        ...refs(ref('lb1', 2), ref('lb2', 2)),
        ...run('done', 2),
      },
      'tell lb3',
    ],
    ['all, when none of them is on anything', refs(), 'tell lb1 lb2'],
    [
      'a director that was taken from another cluster',
      {
        directors: ['lb1', 'lb2', 'lb3'],
        ...refs(
          ref('lb1', 1),
          ref('lb2', 1),
          ref('lb3', 7, {
            plan: { cluster: 'core', generation: 7, digest: 'd' },
          }),
        ),
      },
      'tell lb3',
    ],
  ],
  'without a policy': [
    ['tells those that were behind when it was taken away', { policy: undefined }, 'tell lb1 lb2'],
    [
      'tells those too that were put back from an older one',
      {
        policy: undefined,
        ...refs(ref('lb1', 1, { revert: true }), ref('lb2', 2)),
        ...run('reverted', 1),
      },
      'tell lb1',
    ],
    [
      'waits for a person when it was put back',
      {
        policy: undefined,
        ...refs(ref('lb1', 1, { revert: true }), ref('lb2', 1)),
        ...run('reverted', 2),
      },
      'wait person',
    ],
    [
      'waits for a person when that is forgotten',
      {
        policy: undefined,
        ...refs(ref('lb1', 1, { revert: true }), ref('lb2', 1)),
      },
      'wait person',
    ],
    [
      'lets a rollout end that was begun before',
      { policy: undefined, ...run('moving', 2) },
      'nothing',
    ],
  ],
};

describe.each(Object.entries(rows))('a generation %s', (_, table) => {
  test.each(table)('%s', (_, over, expected) => {
    const decision = decideRollout({ ...DUE, ...over });
    expect(textOf(decision)).toMatch(new RegExp(`^${expected}`));
    if (expected === 'start') expect(decision).toEqual({ do: 'start', now: false });
  });
});

function textOf(decision: ReturnType<typeof decideRollout>): string {
  if (decision.do === 'wait') return `wait ${decision.waiting.for}: ${decision.waiting.why}`;
  if (decision.do === 'tell') return `tell ${decision.directors.join(' ')}`;
  if (decision.do === 'start') return decision.now ? 'start now' : 'start';
  return decision.do;
}
