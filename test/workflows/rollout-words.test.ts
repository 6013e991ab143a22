/** The words of a rollout, and what goes into its history. */
import { describe, expect, test } from 'vitest';
import { rolloutInputSchema, rolloutPolicySchema } from '../../schemas/rollout.ts';
import { toRolloutView } from '../../workflows/activities/condense.ts';
import { rolloutInput } from './drive-rollout.ts';
import { SimulatedFleet } from './simulated-fleet.ts';

describe('a policy', () => {
  test('that says nothing is a careful one', () => {
    expect(rolloutPolicySchema.parse({})).toMatchObject({
      waves: [{ count: 1 }, { percent: 25 }, { percent: 50 }],
      canaryRole: 'backup',
      maxUnavailable: { count: 1 },
      onFailedGate: 'revert',
      gate: { healthDropMaxPercent: 0 },
    });
  });

  test('goes through JSON as it is, as the input of a workflow does', () => {
    const input = rolloutInput(8);
    expect(rolloutInputSchema.parse(JSON.parse(JSON.stringify(input)))).toEqual(input);
  });

  test('needs a wave, and counts that are counts', () => {
    expect(rolloutPolicySchema.safeParse({ waves: [] }).success).toBe(false);
    const both = { maxUnavailable: { count: 1, percent: 10 } };
    expect(rolloutPolicySchema.safeParse(both).success).toBe(false);
  });
});

describe('a director as the rollout sees it', () => {
  const fleet = new SimulatedFleet({ directors: [{ name: 'lb1', priority: 150 }] });
  const [survey] = fleet.survey();
  if (survey?.status === undefined) throw new Error('lb1 answers');
  const whole = { ...survey, status: survey.status };

  test('is bounded, however much its status says', () => {
    const { status } = whole;
    const problem = 'x'.repeat(10_000);
    const ownedAddresses = Array.from({ length: 5_000 }, (_, i) => `2001:db8::${i.toString(16)}`);
    const view = toRolloutView({ ...whole, status: { ...status, problem, ownedAddresses } });
    expect(JSON.stringify(view).length).toBeLessThan(700);
  });

  test('counts a real server that is not checked yet as neither up nor down', () => {
    const entry = { service: 'web', realServer: '10.0.0.1:80', reason: '' };
    const notUp = [
      { ...entry, state: 'unknown' as const },
      { ...entry, state: 'down' as const },
    ];
    const status = { ...whole.status, notUp, realServersUp: 2, realServersTotal: 4 };
    // One of the two that are not up is not in the list, which is bounded: it counts as down.
    expect(toRolloutView({ ...whole, status: { ...status, realServersUp: 1 } }).seen).toMatchObject(
      { up: 1, down: 2, unknown: 1 },
    );
    expect(toRolloutView({ ...whole, status }).seen).toMatchObject({ up: 2, down: 1, unknown: 1 });
  });

  test('has nothing seen when its agent is silent', () => {
    const view = toRolloutView({ ...whole, contact: 'silent' });
    expect(view).toEqual({
      node: 'lb1',
      adminState: 'active',
      wanted: { generation: 7, digest: 'root-7' },
    });
  });
});
