import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fetchAssignment } from '../../node-agent/plan/fetch.ts';
import { nodeObject, PlansByContent, serviceObject, snatObjects, zoneObject } from './plans.ts';

const anyFleet = fc.record({
  lips: fc.constantFrom('10.98.0.101', '10.98.0.102'),
  services: fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    fc.record({ weight: fc.nat({ max: 2 }), ports: fc.constantFrom([80], [80, 443], []) }),
    { noNullPrototype: true },
  ),
  gateways: fc.dictionary(
    fc.constantFrom('out', 'lab'),
    fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }),
    { noNullPrototype: true },
  ),
});
type AnyFleet = typeof anyFleet extends fc.Arbitrary<infer T> ? T : never;

const nodeOf = ({ lips, gateways }: AnyFleet) => {
  const names = Object.keys(gateways).sort();
  return nodeObject({
    pools: { lips: [lips] },
    ...(names.length === 0 ? {} : { snatGateways: names }),
  });
};
const snatOf = ({ gateways }: AnyFleet) =>
  Object.entries(gateways).flatMap(([name, zones]) => snatObjects(name, ...zones));
const servicesOf = ({ services }: AnyFleet) =>
  Object.entries(services).map(([name, { weight, ports }], index) =>
    serviceObject(name, {
      listeners: ports.map((port) => ({ address: `10.99.0.${index + 1}`, port })),
      realServers: [{ address: '10.98.0.21', port: 80, weight }],
    }),
  );

test('fetching step by step gives what fetching the whole gives, whatever the steps were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFleet, { minLength: 1, maxLength: 6 }), async (fleets) => {
      const store = new PlansByContent();
      let current: Awaited<ReturnType<typeof fetchAssignment>> | undefined;
      for (const [index, fleet] of fleets.entries()) {
        const ref = store.publish(index + 1, nodeOf(fleet), servicesOf(fleet), snatOf(fleet));
        const before: typeof current = current;
        current = await fetchAssignment(store, ref, before);
        const whole = await fetchAssignment(store, ref, undefined);
        expect(current.ref).toEqual(whole.ref);
        expect(current.node).toEqual(whole.node);
        expect(new Map([...current.services].sort())).toEqual(new Map([...whole.services].sort()));
        expect(current.snat).toEqual(whole.snat);
        expect(current.zones).toEqual(whole.zones);
        const ordered = Object.entries(fleet.gateways).sort(([a], [b]) => (a < b ? -1 : 1));
        expect(current.zones.map(({ key }) => key)).toEqual(
          ordered.flatMap(([gateway, zones]) => zones.map((zone) => `${gateway}/${zone}`)),
        );
        if (before?.ref.nodeObject !== ref.nodeObject) continue;
        // Same director: what did not change is the very same group, so a round can skip it.
        const wanted = new Map(servicesOf(fleet).map((one) => [`service/${one.name}`, one]));
        const earlier = new Map(
          servicesOf(fleets[index - 1] ?? fleet).map((one) => [`service/${one.name}`, one]),
        );
        for (const [name, group] of current.services) {
          const isSame = JSON.stringify(wanted.get(name)) === JSON.stringify(earlier.get(name));
          expect(group === before.services.get(name)).toBe(isSame);
        }
      }
    }),
  );
});

test('one changed service of a thousand is one object read', async () => {
  const store = new PlansByContent();
  const many = Array.from({ length: 1_000 }, (_, index) => serviceObject(`s${index}`));
  const first = await fetchAssignment(store, store.publish(1, nodeObject(), many), undefined);
  store.objectsRead.length = 0;
  const changed = many.map((one) =>
    one.name === 's7' ? { ...one, scheduler: 'rr' as const } : one,
  );
  const next = await fetchAssignment(store, store.publish(2, nodeObject(), changed), first);
  expect(store.objectsRead).toHaveLength(1);
  expect(next.services.get('service/s7')).toMatchObject([{ scheduler: 'rr' }]);
});

test('one changed zone of many is one object read, and one moved is its gateway', async () => {
  const store = new PlansByContent();
  const node = nodeObject({ snatGateways: ['out'] });
  const names = Array.from({ length: 200 }, (_, index) => `z${index}`);
  const objects = snatObjects('out', ...names);
  const first = await fetchAssignment(store, store.publish(1, node, [], objects), undefined);
  store.objectsRead.length = 0;
  const edited = objects.map((one) =>
    one.type === 'Zone' && one.name === 'z7'
      ? { ...one, addresses: ['203.0.113.99', '203.0.113.98'] }
      : one,
  );
  const second = await fetchAssignment(store, store.publish(2, node, [], edited), first);
  expect(store.objectsRead).toHaveLength(1);
  expect(second.zones[7]).toMatchObject({ addresses: ['203.0.113.99', '203.0.113.98'] });
  store.objectsRead.length = 0;
  const [gateway = zoneObject('out', 'z0'), ...zones] = edited;
  const moved = { ...gateway, zones: ['z199', ...names.slice(0, -1)] } as typeof gateway;
  const third = await fetchAssignment(store, store.publish(3, node, [], [moved, ...zones]), second);
  expect(store.objectsRead).toHaveLength(1);
  expect(third.zones.map(({ key }) => key).slice(0, 2)).toEqual(['out/z199', 'out/z0']);
  const renewed = await fetchAssignment(store, { ...third.ref, adminState: 'drained' }, third);
  expect(renewed.zones).toBe(third.zones);
});

test('a new admin state on the same plan reads nothing, and the ref told again is no news', async () => {
  const store = new PlansByContent();
  const ref = store.publish(1, nodeObject(), [serviceObject('web')]);
  const first = await fetchAssignment(store, ref, undefined);
  store.objectsRead.length = 0;
  const drained = await fetchAssignment(store, { ...ref, adminState: 'drained' }, first);
  expect(drained).toMatchObject({ ref: { adminState: 'drained' } });
  expect(drained.services).toBe(first.services);
  expect(await fetchAssignment(store, structuredClone(ref), first)).toBe(first);
  expect(store.objectsRead).toEqual([]);
});
