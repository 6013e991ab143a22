/** The diff with a memory gives what the plain one gives, and looks at what changed only. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyOps } from '../../dataplane/apply-ops.ts';
import { diffServices } from '../../dataplane/diff.ts';
import { createSettledDiff } from '../../node-agent/reconcile/settled-diff.ts';
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { services } from '../dataplane/service-arbitraries.ts';

type Services = ReadonlyMap<string, DataplaneService>;

test('it gives what the plain diff gives, over any rounds of wishes, applies and edits', () => {
  const round = fc.record({ wished: services, edited: fc.option(services), applies: fc.boolean() });
  fc.assert(
    fc.property(fc.array(round, { maxLength: 8 }), (rounds) => {
      const diff = createSettledDiff();
      let desired: Services = new Map();
      let observed: Services = new Map();
      for (const { wished, edited, applies } of rounds) {
        // Most of the old references go on, as from the caches of the agent.
        desired = new Map([...desired, ...wished].slice(-6));
        if (edited !== null) observed = new Map([...observed, ...edited]);
        const ops = diff(desired, observed);
        expect(ops).toEqual(diffServices(desired, observed));
        if (applies) observed = applyOps(observed, ops);
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
  const desired = new Map([[service.key, counted]]);
  const observed = new Map([[service.key, service]]);
  expect(diff(desired, observed)).toEqual([]);
  expect(looked).toBeGreaterThan(0);
  looked = 0;
  expect(diff(desired, observed)).toEqual([]);
  expect(looked).toBe(0);
});
