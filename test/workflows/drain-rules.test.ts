import { describe, expect, test } from 'vitest';
import type { DrainInput } from '../../schemas/drain.ts';
import { clusterLockDomain } from '../../workflows/contract.ts';
import { beginDrain, stepDrain } from '../../workflows/drain-node/step.ts';
import { drive, OWNER } from './drive.ts';
import { CLUSTER, type DirectorOptions, type Fault, SimulatedFleet } from './simulated-fleet.ts';

const rules = { begin: beginDrain, step: stepDrain };
const PAIR: DirectorOptions[] = [
  { name: 'lb1', priority: 150 },
  { name: 'lb2', priority: 100 },
];

function input(change: Partial<DrainInput> = {}): DrainInput {
  return {
    node: 'lb1',
    cluster: CLUSTER,
    origin: { actor: 'mara', channel: 'cli', reason: 'new disk', correlationId: 'c-1' },
    deadlineMs: 60_000,
    onDeadline: 'abort',
    ...change,
  };
}

function transitions(fleet: SimulatedFleet): string[] {
  return fleet.journal.map(({ from, to }) => `${from} > ${to}`);
}

/** A pair of which one director has had these faults before the drain is asked for. */
function pairWith(node: string, ...faults: Fault[]): SimulatedFleet {
  const fleet = new SimulatedFleet({ directors: PAIR });
  for (const fault of faults) fleet.happen({ node, fault });
  return fleet;
}

describe('drain of a healthy pair', () => {
  test('the master is drained when the peer has taken over and connections have ended', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    const { status } = drive(rules, input(), fleet);
    expect(status).toMatchObject({
      phase: 'done',
      newMaster: 'lb2',
      connections: { moving: 0 },
      connectionsLost: 0,
      blockedBy: '',
      leftIn: 'drained',
    });
    expect(status.mastershipMovedMs).toBeGreaterThanOrEqual(3_600);
    expect(status.mastershipMovedMs).toBeLessThan(6_000);
    expect(transitions(fleet)).toEqual(['active > draining', 'draining > drained']);
    expect(fleet.lockOwner()).toBe('');
  });

  test('the journal says who wanted it and why, and that a procedure did it', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    drive(rules, input(), fleet, {
      onCommand: (command) => {
        if (command.kind !== 'setAdminState') return;
        expect(command.request.origin).toMatchObject({ actor: 'mara', channel: 'workflow' });
        expect(command.request.origin.reason).toContain('new disk');
      },
    });
    expect(fleet.journal).toHaveLength(2);
  });

  test('the backup is drained without any move', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    const { status } = drive(rules, input({ node: 'lb2' }), fleet);
    expect(status).toMatchObject({ phase: 'done', newMaster: 'lb1' });
    expect(status.mastershipMovedMs).toBeLessThan(1_000);
  });

  test('a second drain of a drained director is done at once and touches nothing', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    drive(rules, input(), fleet);
    const again = drive(rules, input(), fleet);
    expect(again.status).toMatchObject({ phase: 'done', leftIn: 'drained' });
    expect(again.commands.map(({ kind }) => kind)).toEqual(['survey']);
    expect(fleet.journal).toHaveLength(2);
  });

  test('a director that was left draining by a lost procedure is drained to the end', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    fleet.overwriteAdminState('lb1', 'draining');
    const { status } = drive(rules, input(), fleet);
    expect(status.phase).toBe('done');
    expect(transitions(fleet)).toEqual(['draining > drained']);
  });
});

describe('refusal', () => {
  const refusals: [string, () => SimulatedFleet, Partial<DrainInput>, string][] = [
    [
      'an unknown director',
      () => new SimulatedFleet({ directors: PAIR }),
      { node: 'lb9' },
      'lb9 is no director of cluster edge',
    ],
    ['a silent director', () => pairWith('lb1', 'agentStops'), {}, 'lb1 does not answer'],
    [
      'the only director',
      () => new SimulatedFleet({ directors: PAIR.slice(0, 1) }),
      {},
      'it has no other director',
    ],
    ['a silent peer', () => pairWith('lb2', 'agentStops'), {}, 'lb2 does not answer'],
    ['a stale peer', () => pairWith('lb2', 'goesStale'), {}, 'runs generation 6, older than 7'],
    ['a peer whose plan fails', () => pairWith('lb2', 'failsToApply'), {}, 'lb2 is failing'],
    [
      'a peer that reaches fewer real servers',
      () => pairWith('lb2', 'losesRealServer'),
      {},
      'lb2 does not reach web/10.0.0.0:80 (connection refused), which lb1 does',
    ],
    [
      'a drained peer',
      () =>
        new SimulatedFleet({
          directors: [
            { name: 'lb1', priority: 150 },
            { name: 'lb2', priority: 100, adminState: 'drained' },
          ],
        }),
      {},
      'lb2 is drained',
    ],
  ];
  test.each(refusals)('%s: refused with the reason, nothing changed', (_, make, change, reason) => {
    const fleet = make();
    const { status } = drive(rules, input(change), fleet);
    expect(status.phase).toBe('refused');
    expect(status.reason).toContain(reason);
    expect(fleet.journal).toEqual([]);
    expect(fleet.lockOwner()).toBe('');
  });

  test('a peer without keepalived is named with the state of its instance', () => {
    const fleet = pairWith('lb2', 'keepalivedStops');
    fleet.advanceTo(1_000);
    const { status } = drive(rules, input(), fleet);
    expect(status.reason).toContain('lb2 has edge-v4 in state down');
  });

  test('equally bad reach of real servers on both sides is no objection', () => {
    const fleet = pairWith('lb2', 'losesRealServer');
    fleet.happen({ node: 'lb1', fault: 'losesRealServer' });
    expect(drive(rules, input(), fleet).status.phase).toBe('done');
  });

  test('a peer that fails between the first check and the lock is noticed under the lock', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    const { status, commands } = drive(rules, input(), fleet, {
      onCommand: (command) => {
        if (command.kind === 'acquireLock') fleet.happen({ node: 'lb2', fault: 'goesStale' });
      },
    });
    expect(status.phase).toBe('refused');
    expect(commands.map(({ kind }) => kind)).toEqual([
      'survey',
      'acquireLock',
      'survey',
      'releaseLock',
    ]);
  });

  test('a peer that was left draining by a procedure that ended has to be settled first', () => {
    const fleet = new SimulatedFleet({
      directors: [...PAIR, { name: 'lb3', priority: 50, adminState: 'draining' }],
    });
    const { status } = drive(rules, input(), fleet);
    expect(status.phase).toBe('refused');
    expect(status.reason).toContain('lb3 was left draining');
    expect(fleet.journal).toEqual([]);
  });
});

describe('the lock', () => {
  const foreign = {
    domain: clusterLockDomain(CLUSTER),
    owner: 'person:ilja',
    reason: 'cabling in rack 4',
  };

  test('the holder and their reason are named while it is waited for', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    fleet.acquire(foreign);
    const blockers = new Set<string>();
    const { status } = drive(rules, input(), fleet, {
      onCommand: (command, seen) => {
        if (command.kind === 'sleep') blockers.add(`${seen.phase}: ${seen.blockedBy}`);
        if (fleet.nowMs >= 5_000) fleet.release(foreign);
      },
    });
    expect([...blockers][0]).toBe(
      'locking: the lock of cluster edge is held by person:ilja (cabling in rack 4)',
    );
    expect(status.phase).toBe('done');
  });

  test('is not waited for beyond the deadline, and stays with its holder', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    fleet.acquire(foreign);
    const { status, tookMs } = drive(rules, input({ deadlineMs: 20_000 }), fleet);
    expect(status.phase).toBe('refused');
    expect(status.reason).toContain('held by person:ilja');
    expect(tookMs).toBeLessThan(21_000);
    expect(fleet.lockOwner()).toBe('person:ilja');
    expect(fleet.journal).toEqual([]);
  });

  test('lost to another procedure: stops at once and touches nothing more', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    const domain = clusterLockDomain(CLUSTER);
    const { status } = drive(rules, input(), fleet, {
      onCommand: (_, seen) => {
        if (seen.phase !== 'waiting' || fleet.lockOwner() !== OWNER) return;
        fleet.release({ domain, owner: OWNER });
        fleet.acquire(foreign);
      },
    });
    expect(status.phase).toBe('failed');
    expect(status.reason).toContain('another procedure has taken the lock over');
    expect(transitions(fleet)).toEqual(['active > draining']);
    expect(fleet.lockOwner()).toBe('person:ilja');
  });
});

describe('what goes wrong on the way', () => {
  test('mastership that does not move within its bound is taken back', () => {
    // Split: lb1 hears no better director, so it stays master.
    const fleet = pairWith('lb1', 'splits');
    const { status, tookMs } = drive(rules, input(), fleet);
    expect(status).toMatchObject({ phase: 'reverted', leftIn: 'active' });
    expect(status.reason).toMatch(/did not move within 15000 ms: lb1 and lb2 are both master/);
    expect(tookMs).toBeLessThan(17_000);
    expect(transitions(fleet)).toEqual(['active > draining', 'draining > active']);
    expect(fleet.lockOwner()).toBe('');
  });

  test('a long master-down time is given three of it', () => {
    const fleet = new SimulatedFleet({ directors: PAIR, masterDownMs: 20_000 });
    fleet.happen({ node: 'lb1', fault: 'splits' });
    const { status } = drive(rules, input(), fleet);
    expect(status.reason).toContain('within 60000 ms');
  });

  test.each(['dies', 'keepalivedStops', 'agentStops'] as const)(
    'a peer that %s while connections end brings the director back at once',
    (fault) => {
      const fleet = new SimulatedFleet({
        directors: [
          { name: 'lb1', priority: 150, endingPerSecond: 0 },
          { name: 'lb2', priority: 100 },
        ],
      });
      fleet.schedule([{ atMs: 9_000, node: 'lb2', fault }]);
      const { status, tookMs } = drive(rules, input(), fleet);
      expect(status).toMatchObject({ phase: 'reverted', leftIn: 'active' });
      expect(status.reason).toContain('the peer was lost while connections ended');
      expect(tookMs).toBeLessThan(10_500);
      expect(fleet.adminState('lb1')).toBe('active');
    },
  );

  test('with a third director the loss of one that does not serve is no matter', () => {
    const fleet = new SimulatedFleet({
      directors: [...PAIR, { name: 'lb3', priority: 50 }],
    });
    fleet.schedule([{ atMs: 4_500, node: 'lb3', fault: 'dies' }]);
    expect(drive(rules, input(), fleet).status.phase).toBe('done');
  });

  test('a director that falls silent is waited for, and at the deadline it is not given up', () => {
    const fleet = new SimulatedFleet({
      directors: [
        { name: 'lb1', priority: 150, endingPerSecond: 0 },
        { name: 'lb2', priority: 100 },
      ],
    });
    fleet.schedule([{ atMs: 8_000, node: 'lb1', fault: 'agentStops' }]);
    const blockers = new Set<string>();
    const { status } = drive(rules, input({ deadlineMs: 30_000, onDeadline: 'accept' }), fleet, {
      onCommand: (_, seen) => blockers.add(seen.blockedBy),
    });
    expect(blockers).toContain('lb1 does not answer');
    expect(status.phase).toBe('reverted');
    expect(status.reason).toContain('it could not be seen at the deadline what would be lost');
  });

  test('somebody who sets the admin state beside the procedure is not overruled', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    const { status } = drive(rules, input(), fleet, {
      onCommand: (_, seen) => {
        if (seen.phase === 'waiting') fleet.overwriteAdminState('lb1', 'active');
      },
    });
    expect(status).toMatchObject({ phase: 'failed', leftIn: 'active' });
    expect(status.reason).toContain('somebody set lb1 to active');
    expect(transitions(fleet)).toEqual(['active > draining']);
    expect(fleet.lockOwner()).toBe('');
  });

  test('a revert that cannot be done says so, and what to do', () => {
    const fleet = pairWith('lb1', 'splits');
    let undone = 0;
    const fates = Array.from({ length: 400 }, () => 'well' as 'well' | 'failsBefore');
    const { status } = drive(rules, input(), fleet, {
      undoFails: true,
      fates,
      onCommand: (command) => {
        if (command.kind !== 'setAdminState' || !command.isUndo) return;
        undone++;
        fates.fill('failsBefore');
      },
    });
    expect(undone).toBe(1);
    expect(status.phase).toBe('failed');
    expect(status.reason).toContain('lb1 may not be active; look at its admin state');
    expect(status.leftIn).toBeUndefined();
    expect(status.steps.some(({ text }) => text.includes('could not give back the lock'))).toBe(
      true,
    );
  });
});

describe('the deadline for connections', () => {
  const stubborn: DirectorOptions[] = [
    { name: 'lb1', priority: 150, connections: 12, endingPerSecond: 0 },
    { name: 'lb2', priority: 100 },
  ];

  test('abort: the director serves again', () => {
    const fleet = new SimulatedFleet({ directors: stubborn });
    const { status } = drive(rules, input({ deadlineMs: 20_000 }), fleet);
    expect(status).toMatchObject({ phase: 'reverted', connectionsLost: 0, leftIn: 'active' });
    expect(status.reason).toContain('12 connections still moved at the deadline');
  });

  test('accept: drained, with what is lost counted', () => {
    const fleet = new SimulatedFleet({ directors: stubborn });
    const onDeadline = 'accept';
    const { status } = drive(rules, input({ deadlineMs: 20_000, onDeadline }), fleet);
    expect(status).toMatchObject({ phase: 'done', connectionsLost: 12, leftIn: 'drained' });
    expect(status.reason).toContain('12 connections were given up');
  });

  test('the time waited for the lock is not taken from the connections', () => {
    const fleet = new SimulatedFleet({ directors: stubborn });
    const foreign = { domain: clusterLockDomain(CLUSTER), owner: 'person:ilja', reason: 'x' };
    fleet.acquire(foreign);
    const { tookMs } = drive(rules, input({ deadlineMs: 20_000 }), fleet, {
      onCommand: () => {
        if (fleet.nowMs >= 15_000) fleet.release(foreign);
      },
    });
    expect(tookMs).toBeGreaterThan(15_000 + 3_600 + 20_000);
  });
});

describe('cancel', () => {
  test('while connections end: back to active, lock given back', () => {
    const fleet = new SimulatedFleet({
      directors: [
        { name: 'lb1', priority: 150, endingPerSecond: 0 },
        { name: 'lb2', priority: 100 },
      ],
    });
    const { status, tookMs } = drive(rules, input(), fleet, { cancelAtMs: 12_345 });
    expect(status).toMatchObject({ phase: 'reverted', reason: 'cancelled', leftIn: 'active' });
    expect(tookMs).toBeLessThan(12_500);
    expect(transitions(fleet)).toEqual(['active > draining', 'draining > active']);
    expect(fleet.lockOwner()).toBe('');
  });

  test('before anything was changed: says so', () => {
    const fleet = new SimulatedFleet({ directors: PAIR });
    const { status } = drive(rules, input(), fleet, { cancelAtMs: 0 });
    expect(status.reason).toBe('cancelled; nothing had been changed');
    expect(fleet.journal).toEqual([]);
  });
});
