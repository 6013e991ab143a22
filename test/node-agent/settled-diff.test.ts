/** The diff with a memory gives what the plain one gives, and looks at what changed only. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyToContents } from '../../dataplane/apply-ops.ts';
import { diffDataplane } from '../../dataplane/diff.ts';
import { orderOps } from '../../dataplane/order.ts';
import { createSettledDiff } from '../../node-agent/reconcile/settled-diff.ts';
import type { DataplaneContents } from '../../schemas/dataplane.ts';
import { services } from '../dataplane/service-arbitraries.ts';
import { zones } from '../dataplane/zone-arbitraries.ts';

test('it gives what the plain diff gives, over any rounds of wishes, applies and edits', () => {
  const round = fc.record({
    wished: services,
    ordered: zones,
    edited: fc.option(services),
    applies: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(round, { maxLength: 8 }), (rounds) => {
      const diff = createSettledDiff();
      let desired: DataplaneContents = { services: new Map(), zones: [] };
      let observed = desired;
      for (const { wished, ordered, edited, applies } of rounds) {
        // Most of the old references go on, as from the caches of the agent.
        const kept = new Map([...desired.services, ...wished].slice(-6));
        desired = { services: kept, zones: ordered };
        if (edited !== null) {
          observed = { ...observed, services: new Map([...observed.services, ...edited]) };
        }
        const ops = diff(desired, observed);
        expect(ops).toEqual(diffDataplane(desired, observed));
        if (applies) observed = applyToContents(observed, orderOps(ops));
      }
    }),
  );
});

test('a pair that was found the same is not compared again', () => {
  const [service] = fc.sample(services, 20).flatMap((map) => [...map.values()]);
  if (service === undefined) throw new Error('no service');
  let looked = 0;
  const counted = new Proxy(service, {
    get: (target, field) => {
      looked += 1;
      return Reflect.get(target, field);
    },
  });
  const diff = createSettledDiff();
  const desired = { services: new Map([[service.key, counted]]), zones: [] };
  const observed = { services: new Map([[service.key, service]]), zones: [] };
  expect(diff(desired, observed)).toEqual([]);
  expect(looked).toBeGreaterThan(0);
  looked = 0;
  expect(diff(desired, observed)).toEqual([]);
  expect(looked).toBe(0);
});
