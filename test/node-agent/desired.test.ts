import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDesiredCache, desiredService } from '../../node-agent/reconcile/desired.ts';
import { realServerKey } from '../../schemas/names.ts';
import type { ServicePlan } from '../../schemas/plan/node-plan.ts';
import { servicePlan } from './plans.ts';

const RS1 = '10.98.0.21:80';
const RS2 = '10.98.0.22:80';
const weights = (plan: ServicePlan, ...down: string[]) =>
  desiredService(plan, new Set(down)).realServers.map(
    (server) => [realServerKey(server), server.weight] as const,
  );

describe('a real server that is down', () => {
  test('is taken out where the service says remove', () => {
    expect(weights(servicePlan({ onFailure: 'remove' }), RS2)).toEqual([[RS1, 1]]);
  });

  test('stays with weight 0 where it says quiesce', () => {
    const plan = servicePlan({ onFailure: 'quiesce' });
    expect(weights(plan, RS2)).toEqual([
      [RS1, 1],
      [RS2, 0],
    ]);
  });

  test.each(['remove', 'quiesce'] as const)(
    'is kept as planned when all others are down too (%s)',
    (onFailure) => {
      const plan = servicePlan({ onFailure });
      expect(desiredService(plan, new Set([RS1, RS2])).realServers).toBe(plan.realServers);
    },
  );

  test('is kept when the only other one has weight 0: that one is drained on purpose', () => {
    const realServers = [
      { address: '10.98.0.21', port: 80, weight: 0 },
      { address: '10.98.0.22', port: 80, weight: 2 },
    ];
    const plan = servicePlan({ realServers });
    expect(desiredService(plan, new Set([RS2])).realServers).toBe(plan.realServers);
  });
});

const anyPlan = fc
  .record({
    weights: fc.array(fc.nat({ max: 3 }), { maxLength: 8 }),
    onFailure: fc.constantFrom('remove' as const, 'quiesce' as const),
  })
  .map(({ weights: each, onFailure }) =>
    servicePlan({
      onFailure,
      realServers: each.map((weight, index) => ({ address: `10.0.0.${index}`, port: 80, weight })),
    }),
  );
const anyDown = fc
  .uniqueArray(fc.nat({ max: 9 }), { maxLength: 8 })
  .map((hosts) => new Set(hosts.map((host) => `10.0.0.${host}:80`)));

test('health never takes the last real server away, never adds one, never raises a weight', () => {
  fc.assert(
    fc.property(anyPlan, anyDown, (plan, down) => {
      const planned = new Map(plan.realServers.map((one) => [realServerKey(one), one.weight]));
      const desired = desiredService(plan, down);
      for (const server of desired.realServers) {
        const weight = planned.get(realServerKey(server));
        expect([weight, 0]).toContain(server.weight);
      }
      const serves = (servers: readonly { weight: number }[]) =>
        servers.some(({ weight }) => weight > 0);
      expect(serves(desired.realServers)).toBe(serves(plan.realServers));
      const isUp = (server: (typeof plan.realServers)[number]) => !down.has(realServerKey(server));
      const up = plan.realServers.filter(isUp);
      if (serves(up)) {
        expect(desired.realServers.filter((one) => one.weight > 0 && !isUp(one))).toEqual([]);
      }
      expect(desired.realServers.filter(isUp)).toEqual(up);
    }),
  );
});

const groupsOf = (...groups: ServicePlan[][]) =>
  new Map(groups.map((group, index) => [`service/s${index}`, group]));

test('what neither plan nor health changed is handed out as the same reference', () => {
  const cache = createDesiredCache();
  const web = servicePlan();
  const dns = servicePlan({ listeners: [{ address: '10.99.0.53', port: 53 }] });
  const first = cache(groupsOf([web], [dns]), new Map());
  const webDown = cache(groupsOf([web], [dns]), new Map([[web.key, new Set([RS2])]]));
  expect(webDown.get(dns.key)).toBe(first.get(dns.key));
  expect(webDown.get(web.key)?.realServers).toHaveLength(1);
  const again = cache(groupsOf([web], [dns]), new Map([[web.key, new Set([RS2])]]));
  expect(again.get(web.key)).toBe(webDown.get(web.key));
  const changed = { ...dns, scheduler: 'rr' as const };
  const planned = cache(groupsOf([web], [changed]), new Map([[web.key, new Set([RS2])]]));
  expect(planned.get(web.key)).toBe(webDown.get(web.key));
  expect(planned.get(dns.key)).toMatchObject({ scheduler: 'rr' });
});

test('the cache gives what making each service anew gives, whatever came before', () => {
  const anyStep = fc.array(fc.tuple(anyPlan, anyDown), { maxLength: 4 }).map((services) =>
    services.map(([plan, down], index) => {
      const key = `tcp/10.99.0.${index}:80`;
      return { plan: { ...plan, key }, down };
    }),
  );
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 5 }), (steps) => {
      const cache = createDesiredCache();
      for (const step of steps) {
        const downs = new Map(step.map(({ plan, down }) => [plan.key, down]));
        // Listeners go from one service to another from step to step.
        const half = Math.floor((step.length * (downs.size % 3)) / 2);
        const plans = step.map(({ plan }) => plan);
        const got = cache(groupsOf(plans.slice(0, half), plans.slice(half)), downs);
        const anew = step.map(({ plan, down }) => [plan.key, desiredService(plan, down)] as const);
        expect(got).toEqual(new Map(anew));
      }
    }),
  );
});
