/**
 * A rollout and those around it: newer targets, people who pause, resume, abort and meddle.
 */
import { describe, expect, test } from 'vitest';
import { driveRollout, LOCK, rolloutInput, say, startRollout } from './drive-rollout.ts';
import { fleetOf, moves, PAIR, run, SIX, verdicts } from './rollout-fleet.ts';

describe('a newer target', () => {
  test('in the middle: the newest from its canary on, the older is never finished', () => {
    const fleet = fleetOf(SIX);
    const newer = say.newTarget(rolloutInput(9));
    const status = run(fleet, { says: [{ atMs: 25_000, message: newer }] });
    expect(status).toMatchObject({ phase: 'done', target: { generation: 9 } });
    expect(fleet.names().map((node) => fleet.generation(node))).toEqual([9, 9, 9, 9, 9, 9]);
    const nines = fleet.moves.filter(({ to }) => to === 9);
    expect(nines[0]).toMatchObject({ node: 'a2', from: 8 });
    const lastEight = fleet.moves.findLastIndex(({ to }) => to === 8);
    expect(lastEight).toBeLessThan(fleet.moves.indexOf(nines[0] as (typeof nines)[0]));
    expect(status.waves[0]).toMatchObject({ kind: 'canary', state: 'passed' });
  });

  test('that fails: back to where each director was before all of it', () => {
    const fleet = fleetOf(SIX, { 9: { isRefused: true } });
    const newer = say.newTarget(rolloutInput(9));
    const status = run(fleet, { says: [{ atMs: 25_000, message: newer }] });
    expect(status.phase).toBe('reverted');
    expect(fleet.names().map((node) => fleet.generation(node))).toEqual([7, 7, 7, 7, 7, 7]);
  });

  test('while one goes back: it goes back first, then the newer begins', () => {
    const fleet = fleetOf(PAIR, { 8: { isRefused: true } });
    const driving = startRollout(fleet, rolloutInput(8));
    while (driving.status().phase !== 'reverting') driving.advance();
    driving.tell(say.newTarget(rolloutInput(9)));
    while (Number.isFinite(driving.dueMs())) driving.advance();
    const status = driving.status();
    expect(status).toMatchObject({ phase: 'done', target: { generation: 9 } });
    expect(moves(fleet)).toEqual(['lb2 7>8', 'lb2 8>7', 'lb2 7>9', 'lb1 7>9']);
    expect(verdicts(status)).toEqual(['fail lb2', 'pass lb2', 'pass lb1']);
  });

  test('an older or equal one is ignored', () => {
    const fleet = fleetOf(PAIR);
    const says = [7, 8].map((g) => ({ atMs: 2_000, message: say.newTarget(rolloutInput(g)) }));
    const status = run(fleet, { says });
    expect(status).toMatchObject({ phase: 'done', target: { generation: 8 } });
    expect(fleet.moves).toHaveLength(2);
  });
});

describe('people', () => {
  test('pause it: the lock is free, nothing moves; it goes on with a soak of its own', () => {
    const fleet = fleetOf(PAIR);
    const says = [
      { atMs: 5_000, message: say.pause },
      { atMs: 500_000, message: say.resume },
    ];
    const driving = startRollout(fleet, rolloutInput(8), { says });
    while (driving.dueMs() < 400_000) driving.advance();
    expect(driving.status()).toMatchObject({ phase: 'paused', pause: { for: 'person' } });
    expect(fleet.lockOwner()).toBe('');
    expect(moves(fleet)).toEqual(['lb2 7>8']);
    while (Number.isFinite(driving.dueMs())) driving.advance();
    expect(driving.status().phase).toBe('done');
    expect(driving.status().pause).toBeUndefined();
    expect(fleet.moves[1]?.atMs).toBeGreaterThanOrEqual(515_000);
    expect(fleet.lockOwner()).toBe('');
  });

  test('an emergency goes past a pause, be it of a person who asks at the same moment', () => {
    const urgent = say.newTarget(rolloutInput(9, {}, true));
    for (const atMs of [5_000, 60_000]) {
      const fleet = fleetOf(PAIR);
      const says = [
        { atMs: 5_000, message: say.pause },
        { atMs, message: urgent },
      ];
      const status = run(fleet, { says });
      expect(status).toMatchObject({ phase: 'done', now: true, target: { generation: 9 } });
      expect(moves(fleet).sort()).toEqual(['lb1 7>9', 'lb2 7>8', 'lb2 8>9']);
    }
  });

  test('a newer target that is no emergency waits until they resume', () => {
    const fleet = fleetOf(PAIR);
    const says = [
      { atMs: 5_000, message: say.pause },
      { atMs: 9_000, message: say.newTarget(rolloutInput(9)) },
      { atMs: 500_000, message: say.resume },
    ];
    const driving = startRollout(fleet, rolloutInput(8), { says });
    while (driving.dueMs() < 400_000) driving.advance();
    expect(driving.status()).toMatchObject({ phase: 'paused', waitingTarget: { generation: 9 } });
    while (Number.isFinite(driving.dueMs())) driving.advance();
    expect(driving.status()).toMatchObject({ phase: 'done', target: { generation: 9 } });
  });

  test('abort with hold: it stays as it is', () => {
    const fleet = fleetOf(PAIR);
    const status = run(fleet, { says: [{ atMs: 5_000, message: say.hold }] });
    expect(status.phase).toBe('held');
    expect(status.reason).toContain('left as it is: lb2 on generation 8');
    expect(moves(fleet)).toEqual(['lb2 7>8']);
  });

  test.each(['revert', 'cancel'] as const)('%s: what was moved goes back', (what) => {
    const fleet = fleetOf(PAIR);
    const status = run(fleet, { says: [{ atMs: 5_000, message: say[what] }] });
    expect(status.phase).toBe('reverted');
    expect(moves(fleet)).toEqual(['lb2 7>8', 'lb2 8>7']);
  });

  test('abort while it is paused', () => {
    const fleet = fleetOf(PAIR);
    const says = [
      { atMs: 5_000, message: say.pause },
      { atMs: 9_000, message: say.revert },
    ];
    expect(run(fleet, { says }).phase).toBe('reverted');
    expect(fleet.wantedGeneration('lb2')).toBe(7);
  });

  test('who hold the lock are waited for and named, and it can be aborted meanwhile', () => {
    const fleet = fleetOf(PAIR);
    fleet.acquire(LOCK);
    const says = [{ atMs: 60_000, message: say.cancel }];
    let seen = '';
    const driving = driveRollout(fleet, rolloutInput(8), {
      says,
      onCommand: (_, { blockedBy }) => {
        seen ||= blockedBy;
      },
    });
    expect(seen).toContain('held by person:ilja (cabling)');
    expect(driving.status()).toMatchObject({ phase: 'reverted' });
    expect(driving.status().reason).toBe('cancelled; nothing had been moved');
    expect(fleet.lockOwner()).toBe('person:ilja');
  });

  test('who move a ref beside it are not fought over', () => {
    const fleet = fleetOf(PAIR);
    const driving = startRollout(fleet, rolloutInput(8), { onPaused: () => say.hold });
    while (driving.dueMs() < 8_000) driving.advance();
    fleet.overwriteRef('lb2', 7, true);
    while (Number.isFinite(driving.dueMs())) driving.advance();
    expect(driving.status().phase).toBe('held');
    expect(driving.status().steps.some(({ text }) => text.includes('somebody set lb2'))).toBe(true);
    expect(moves(fleet)).toEqual(['lb2 7>8']);
  });

  test('who move a ref beside it and resume it: it is moved again', () => {
    const fleet = fleetOf(PAIR);
    const driving = startRollout(fleet, rolloutInput(8), { onPaused: () => say.resume });
    while (driving.dueMs() < 8_000) driving.advance();
    fleet.overwriteRef('lb2', 7, true);
    while (Number.isFinite(driving.dueMs())) driving.advance();
    expect(driving.status().phase).toBe('done');
    expect(moves(fleet)).toEqual(['lb2 7>8', 'lb2 7>8', 'lb1 7>8']);
  });

  test('who take the lock away stop it, and nothing is undone over their head', () => {
    const fleet = fleetOf(PAIR);
    const driving = startRollout(fleet, rolloutInput(8));
    while (driving.dueMs() < 8_000) driving.advance();
    fleet.release({ domain: LOCK.domain, owner: fleet.lockOwner() });
    fleet.acquire(LOCK);
    while (Number.isFinite(driving.dueMs())) driving.advance();
    expect(driving.status().phase).toBe('failed');
    expect(driving.status().reason).toContain('another procedure has taken the lock over');
    expect(moves(fleet)).toEqual(['lb2 7>8']);
    expect(fleet.lockOwner()).toBe('person:ilja');
  });
});
