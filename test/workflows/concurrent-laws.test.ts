/**
 * Drains and undrains of the same cluster asked for at the same time: the lock of the cluster lets
 * one at a time disturb it, so they never take it below one director together (I3, I5).
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginDrain, stepDrain } from '../../workflows/drain-node/step.ts';
import { beginUndrain, stepUndrain } from '../../workflows/undrain-node/step.ts';
import { driveTogether, startDriving } from './drive.ts';
import { CLUSTER, SimulatedFleet } from './simulated-fleet.ts';

const NAMES = ['lb1', 'lb2', 'lb3'];
const moment = fc.noBias(fc.integer({ min: 0, max: 60_000 }));

const wish = fc.record({
  isDrain: fc.boolean(),
  latencyMs: fc.constantFrom<number[]>(1, 20, 400),
  onDeadline: fc.constantFrom('accept' as const, 'abort' as const),
  cancelAtMs: fc.option(moment, { nil: undefined }),
});

const story = fc.record({
  count: fc.constantFrom<number[]>(2, 3),
  drained: fc.subarray(['lb1', 'lb2']),
  endingPerSecond: fc.constantFrom<number[]>(0, 50),
  wishes: fc.array(wish, { minLength: 3, maxLength: 3 }),
});

test('any drains and undrains at once leave at least one director active at every moment', () => {
  let ends: string[] = [];
  fc.assert(
    fc.property(story, ({ count, drained, endingPerSecond, wishes }) => {
      const names = NAMES.slice(0, count);
      fc.pre(names.some((name) => !drained.includes(name)));
      const fleet = new SimulatedFleet({
        masterDownMs: 300,
        directors: names.map((name, index) => ({
          name,
          priority: 200 - index,
          adminState: drained.includes(name) ? 'drained' : 'active',
          endingPerSecond,
        })),
      });
      const all = names.map((node, index) => {
        const wished = wishes[index];
        if (wished === undefined) throw new Error('one wish a director');
        const { isDrain, onDeadline, latencyMs, cancelAtMs } = wished;
        const origin = { actor: node, channel: 'cli' as const, reason: '', correlationId: '' };
        const common = { node, cluster: CLUSTER, origin, deadlineMs: 20_000 };
        const options = {
          latencyMs,
          ...(cancelAtMs === undefined ? {} : { cancelAtMs }),
        };
        const owner = `workflow:node/${node}/service@run-1`;
        if (!isDrain) {
          const rules = { begin: beginUndrain, step: stepUndrain };
          return startDriving(rules, common, fleet, owner, options);
        }
        const rules = { begin: beginDrain, step: stepDrain };
        return startDriving(rules, { ...common, onDeadline }, fleet, owner, options);
      });
      driveTogether(all, () => {
        const states = names.map((name) => fleet.adminState(name));
        expect(states).toContain('active');
        expect(states.filter((state) => state === 'draining').length).toBeLessThanOrEqual(1);
      });
      expect(fleet.lockOwner()).toBe('');
      for (const entry of fleet.journal) expect(entry.lockOwner).toContain(`/${entry.node}/`);
      const phases = all.map((driving) => driving.driven().status.phase);
      expect(phases).not.toContain('failed');
      ends = [...ends, ...phases];
    }),
    { numRuns: 400 },
  );
  // The stories are not all of one kind.
  expect(new Set(ends)).toEqual(new Set(['done', 'refused', 'reverted']));
});
