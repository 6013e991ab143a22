import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FRESH,
  type Machine,
  step,
  type Thresholds,
} from '../../node-agent/health/state-machine.ts';
import type { HealthState } from '../../schemas/status.ts';

type Verdict = 'success' | 'failure' | 'inconclusive';
const verdicts = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Verdict>('success') },
    { weight: 5, arbitrary: fc.constant<Verdict>('failure') },
    { weight: 1, arbitrary: fc.constant<Verdict>('inconclusive') },
  ),
  { maxLength: 60 },
);
const thresholds = fc.record({
  rise: fc.integer({ min: 1, max: 5 }),
  fall: fc.integer({ min: 1, max: 5 }),
});

const after = (sequence: readonly Verdict[], limits: Thresholds): Machine =>
  sequence.reduce((machine, verdict) => step(machine, verdict, limits), FRESH);

/** What the rules say, read off the whole history at every step, without counters. */
function naive(history: readonly Verdict[], { rise, fall }: Thresholds): HealthState {
  let state: HealthState = 'unknown';
  let since = 0; // what was before blindness is forgotten
  for (let end = 1; end <= history.length; end++) {
    const seen = history.slice(since, end).filter((verdict) => verdict !== 'inconclusive');
    const ends = (verdict: Verdict, count: number) =>
      seen.length >= count && seen.slice(-count).every((one) => one === verdict);
    const last = history[end - 1];
    const isBlind =
      end >= fall && history.slice(end - fall, end).every((one) => one === 'inconclusive');
    if (last === 'inconclusive') {
      if (isBlind && state === 'up') [state, since] = ['unknown', end];
    } else if (ends('failure', fall)) state = 'down';
    else if (ends('success', rise)) state = 'up';
    else if (state === 'unknown' && last === 'success') state = 'up';
  }
  return state;
}

test('it agrees with a naive reading of the whole history', () => {
  fc.assert(
    fc.property(verdicts, thresholds, (history, limits) => {
      expect(after(history, limits).state).toBe(naive(history, limits));
    }),
    { numRuns: 1_000 },
  );
});

test('it never goes down within fewer than `fall` failures since the last success', () => {
  fc.assert(
    fc.property(verdicts, thresholds, (history, limits) => {
      let machine = FRESH;
      let failures = 0;
      for (const verdict of history) {
        const before = machine.state;
        machine = step(machine, verdict, limits);
        if (verdict === 'success') failures = 0;
        if (verdict === 'failure') failures += 1;
        if (before !== 'down' && machine.state === 'down') {
          expect(failures).toBeGreaterThanOrEqual(limits.fall);
        }
      }
    }),
  );
});

test('a fresh target is unknown, up at its first success, down only after `fall` failures', () => {
  const limits = { rise: 3, fall: 2 };
  expect(FRESH.state).toBe('unknown');
  expect(after(['success'], limits).state).toBe('up');
  expect(after(['failure'], limits).state).toBe('unknown');
  expect(after(['failure', 'failure'], limits).state).toBe('down');
  expect(after(['failure', 'failure', 'success', 'success'], limits).state).toBe('down');
  expect(after(['failure', 'failure', 'success', 'success', 'success'], limits).state).toBe('up');
});

test('a director that is blind says so of what was up, and keeps away from what was down', () => {
  const limits = { rise: 2, fall: 2 };
  const blind: Verdict[] = ['inconclusive', 'inconclusive'];
  expect(after(['success', ...blind], limits).state).toBe('unknown');
  expect(after(['failure', 'failure', ...blind, ...blind], limits).state).toBe('down');
});
