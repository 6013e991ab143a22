/**
 * The rules of the staged rollout, one story each, in virtual time: waves, gates, budget.
 */
import { describe, expect, test } from 'vitest';
import { type RolloutDrive, rolloutInput, say } from './drive-rollout.ts';
import { DOMAINS, fleetOf, moves, PAIR, run, SIX, verdicts } from './rollout-fleet.ts';

describe('the waves', () => {
  test('of a pair: the backup is the canary, the master proves traffic after it', () => {
    const fleet = fleetOf(PAIR);
    const status = run(fleet);
    expect(status).toMatchObject({ phase: 'done', stragglers: [] });
    expect(status.previous).toMatchObject({ generation: 7 });
    expect(moves(fleet)).toEqual(['lb2 7>8', 'lb1 7>8']);
    expect(verdicts(status)).toEqual(['pass lb2', 'pass lb1']);
    expect(status.waves.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'canary passed',
      'wave passed',
    ]);
    // Each wave was watched for its soak.
    const [first, second] = fleet.moves;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(15_000);
  });

  test('begin with the master when the policy wants that', () => {
    const fleet = fleetOf(PAIR);
    run(fleet, {}, rolloutInput(8, { canaryRole: 'master' }));
    expect(moves(fleet)).toEqual(['lb1 7>8', 'lb2 7>8']);
  });

  test('hold one failure domain each, that of the master first, and grow', () => {
    const fleet = fleetOf(SIX);
    const waves = [{ count: 1 }, { count: 2 }];
    const policy = { failureDomains: DOMAINS, maxUnavailable: { count: 2 }, waves };
    const status = run(fleet, {}, rolloutInput(8, policy));
    expect(verdicts(status)).toEqual(['pass a2', 'pass a1+a3', 'pass b1+b2', 'pass b3']);
  });

  test('roll inside when the budget is smaller than the wave', () => {
    const fleet = fleetOf(SIX);
    const policy = { maxUnavailable: { count: 1 }, waves: [{ count: 1 }, { percent: 100 }] };
    const status = run(fleet, {}, rolloutInput(8, policy));
    expect(status.phase).toBe('done');
    expect(verdicts(status)).toEqual(['pass a2', 'pass a1+a3+b1+b2+b3']);
    const times = fleet.moves.map(({ atMs }) => atMs);
    expect(new Set(times).size).toBe(6);
  });

  test('nothing to do: done at once, and no ref is touched', () => {
    const fleet = fleetOf(PAIR);
    expect(run(fleet, {}, rolloutInput(7)).phase).toBe('done');
    expect(fleet.moves).toEqual([]);
  });

  test('a budget that rounds down to nobody is refused and said', () => {
    const fleet = fleetOf(PAIR);
    const status = run(fleet, {}, rolloutInput(8, { maxUnavailable: { percent: 10 } }));
    expect(status).toMatchObject({ phase: 'refused' });
    expect(status.reason).toContain('maxUnavailable 10 % of 2 directors is none');
    expect(fleet.moves).toEqual([]);
  });
});

describe('a gate that fails', () => {
  test('at a canary that refuses the generation: it goes back, nobody else was touched', () => {
    const fleet = fleetOf(PAIR, { 8: { isRefused: true } });
    const status = run(fleet);
    expect(status.phase).toBe('reverted');
    expect(status.reason).toContain('lb2 is failing');
    expect(status.reason).toContain('the spec stays');
    expect(moves(fleet)).toEqual(['lb2 7>8', 'lb2 8>7']);
    expect(fleet.moves.map(({ revert }) => revert)).toEqual([false, true]);
    expect(verdicts(status)).toEqual(['fail lb2']);
    expect(status.waves[0]?.nodes[0]?.state).toBe('reverted');
  });

  test('at a canary that loses a real server which the others keep', () => {
    const fleet = fleetOf(PAIR, { 8: { losesRealServers: 1 } });
    const status = run(fleet);
    expect(status.phase).toBe('reverted');
    expect(status.reason).toContain(
      'lb2 lost 1 of 4 real servers since it was moved, directors outside the wave 0',
    );
  });

  test('not when the others lose it too: that is not the fault of the generation', () => {
    const fleet = fleetOf(PAIR);
    fleet.schedule([
      { atMs: 3_000, node: 'lb2', fault: 'losesRealServer' },
      { atMs: 6_000, node: 'lb1', fault: 'losesRealServer' },
    ]);
    expect(run(fleet).phase).toBe('done');
  });

  test('not for as much as the policy lets be lost', () => {
    const fleet = fleetOf(PAIR, { 8: { losesRealServers: 1 } });
    const gate = { healthDropMaxPercent: 25 };
    expect(run(fleet, {}, rolloutInput(8, { gate })).phase).toBe('done');
  });

  test('at an absolute share of real servers, whatever happens elsewhere', () => {
    const fleet = fleetOf(PAIR);
    for (const node of ['lb1', 'lb2']) {
      fleet.schedule([{ atMs: 3_000, node, fault: 'losesRealServer' }]);
    }
    const status = run(fleet, {}, rolloutInput(8, { gate: { healthMinPercent: 80 } }));
    expect(status.reason).toContain('lb2 has 3 of 4 real servers up');
  });

  test('when there are two masters', () => {
    const fleet = fleetOf(PAIR, { 8: { splits: true } });
    const status = run(fleet, {}, rolloutInput(8, { gate: { minSoakMs: 60_000 } }));
    expect(status.phase).toBe('reverted');
    expect(status.reason).toContain('lb1 and lb2 are both master of edge-v4');
    expect(fleet.visibleMasters()).toEqual(['lb1']);
  });

  test('when a director does not converge in time', () => {
    const fleet = fleetOf(PAIR);
    const status = run(fleet, {
      onCommand: ({ kind }) => {
        if (kind === 'moveRefs') fleet.happen({ node: 'lb2', fault: 'goesStale' });
      },
    });
    expect(status.phase).toBe('reverted');
    expect(status.reason).toContain('did not run generation 8 within 20000 ms: lb2 is moving');
  });

  test('not when the answer to the move was long in coming: the time counts from then', () => {
    const fleet = fleetOf(PAIR);
    const input = rolloutInput(8, { gate: { convergenceDeadlineMs: 10_000 } });
    // Lock, look, and the move, whose answer is lost after 15 s.
    const status = run(fleet, { fates: ['well', 'well', 'failsAfter'] }, input);
    expect(status.phase).toBe('done');
    expect(verdicts(status)).toEqual(['pass lb2', 'pass lb1']);
  });

  test('in a later wave: everything that was moved goes back', () => {
    const fleet = fleetOf(SIX, { 8: { isRefused: true, on: ['b2'] } });
    const status = run(fleet);
    expect(status.phase).toBe('reverted');
    const back = fleet.moves.filter(({ revert }) => revert).map(({ node }) => node);
    const forth = fleet.moves.filter(({ revert }) => !revert).map(({ node }) => node);
    expect(back.sort()).toEqual(forth.sort());
    expect(fleet.names().map((node) => fleet.generation(node))).toEqual([7, 7, 7, 7, 7, 7]);
  });

  test('pauses when the policy wants that, and is tried again when told to go on', () => {
    const fleet = fleetOf(PAIR);
    fleet.schedule([{ atMs: 2_000, node: 'lb2', fault: 'failsToApply' }]);
    const input = rolloutInput(8, { onFailedGate: 'pause' });
    const status = run(
      fleet,
      {
        onPaused: ({ pause }) => {
          expect(pause?.for).toBe('failedGate');
          expect(fleet.lockOwner()).toBe('');
          fleet.happen({ node: 'lb2', fault: 'converges' });
          return say.resume;
        },
      },
      input,
    );
    expect(status.phase).toBe('done');
    expect(verdicts(status)).toEqual(['fail lb2', 'pass lb2', 'pass lb1']);
    expect(status.waves.map(({ state }) => state)).toEqual(['passed', 'passed']);
  });
});

describe('what is not known', () => {
  test('a canary cut off by the generation: undecided, then a person is asked', () => {
    const fleet = fleetOf(PAIR, { 8: { silences: true } });
    const status = run(fleet, {
      onPaused: ({ pause, blockedBy }) => {
        expect(pause?.for).toBe('inconclusive');
        expect(blockedBy).toContain('lb2 answered before and does not now');
        return say.revert;
      },
    });
    expect(status.phase).toBe('reverted');
    expect(status.stragglers).toEqual(['lb2']);
    expect(fleet.wantedGeneration('lb2')).toBe(7);
    expect(fleet.wantedGeneration('lb1')).toBe(7);
  });

  test('accepted: for this wave only, the next one has its own gate', () => {
    const fleet = fleetOf(SIX, { 8: { silences: true, on: ['a2'] } });
    const input = rolloutInput(8, { maxUnavailable: { count: 2 } });
    const status = run(fleet, { onPaused: () => say.accept }, input);
    expect(status.phase).toBe('done');
    expect(verdicts(status).slice(0, 2)).toEqual(['inconclusive a2', 'accepted a2']);
    expect(verdicts(status).filter((verdict) => verdict.startsWith('accepted'))).toHaveLength(1);
    expect(status.stragglers).toEqual(['a2']);
  });

  test('nobody can be asked: undecided, whatever the soak says', () => {
    const fleet = fleetOf(PAIR);
    const fates = ['well', 'well', 'well', ...Array.from({ length: 20 }, () => 'failsBefore')];
    const status = run(fleet, { fates: fates as RolloutDrive['fates'] & object });
    expect(status.phase).toBe('reverted');
    expect(status.steps.some(({ text }) => text.includes('undecided for 60000 ms'))).toBe(true);
  });
});

describe('directors that are away', () => {
  test('in a larger cluster: the ref moves in its wave, and it catches up on returning', () => {
    const fleet = fleetOf(SIX, {}, ['b2', 'dies']);
    const status = run(fleet, {}, rolloutInput(8, { maxUnavailable: { count: 2 } }));
    expect(status).toMatchObject({ phase: 'done', stragglers: ['b2'] });
    expect(status.reason).toContain('b2 catches up on returning');
    expect(fleet.wantedGeneration('b2')).toBe(8);
    fleet.happen({ node: 'b2', fault: 'comesBack' });
    fleet.advanceTo(fleet.nowMs + 1_000);
    expect(fleet.generation('b2')).toBe(8);
  });

  test('of a pair: the one that serves is not touched, and what keeps it is named', () => {
    const fleet = fleetOf(PAIR, {}, ['lb2', 'dies']);
    const status = run(fleet, {
      onPaused: ({ blockedBy }) => {
        expect(blockedBy).toContain('at most 1 of 2 directors may be unavailable');
        expect(blockedBy).toContain('lb2 does not answer');
        return say.hold;
      },
    });
    expect(status).toMatchObject({ phase: 'held' });
    expect(fleet.moves).toEqual([]);
  });

  test('of a pair, back in time: it is the canary then', () => {
    const fleet = fleetOf(PAIR, {}, ['lb2', 'dies']);
    fleet.schedule([{ atMs: 10_000, node: 'lb2', fault: 'comesBack' }]);
    expect(run(fleet).phase).toBe('done');
    expect(moves(fleet)).toEqual(['lb2 7>8', 'lb1 7>8']);
  });
});

describe('at once', () => {
  test('one wave, no gate, recorded, and still rolled', () => {
    const fleet = fleetOf(PAIR, { 8: { losesRealServers: 4 } });
    const status = run(fleet, {}, rolloutInput(8, {}, true));
    expect(status).toMatchObject({ phase: 'done', now: true });
    expect(verdicts(status)).toEqual(['pass lb1+lb2']);
    expect(status.verdicts[0]?.why).toBe('no gate was asked for');
    expect(fleet.nowMs).toBeLessThan(5_000);
    expect(fleet.moves.every(({ token }) => token >= 100)).toBe(true);
  });

  test('past directors that are away', () => {
    const fleet = fleetOf(PAIR, {}, ['lb2', 'dies']);
    const status = run(fleet, {}, rolloutInput(8, {}, true));
    expect(status).toMatchObject({ phase: 'done', stragglers: ['lb2'] });
    expect(moves(fleet)).toEqual(['lb2 7>8', 'lb1 7>8']);
  });

  test('a staged one becomes urgent', () => {
    const fleet = fleetOf(PAIR, {});
    const urgent = say.newTarget(rolloutInput(8, {}, true));
    const status = run(fleet, { says: [{ atMs: 3_000, message: urgent }] });
    expect(status).toMatchObject({ phase: 'done', now: true });
    expect(fleet.nowMs).toBeLessThan(8_000);
  });
});
