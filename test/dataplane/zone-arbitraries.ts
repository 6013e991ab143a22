/**
 * Random SNAT zones for property tests: few keys and networks, so that two random lists often have
 * the same zones in another order, or with other contents.
 */
import fc from 'fast-check';
import { canonicalZone } from '../../dataplane/canonical.ts';
import type { DataplaneZone, ZoneOp } from '../../schemas/dataplane.ts';
import { FLOW_PROTOCOLS } from '../../schemas/names.ts';

const v4 = {
  sources: ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/23', '192.0.2.7/32', '0.0.0.0/0'],
  destinations: ['198.51.100.0/25', '203.0.113.9/32', '0.0.0.0/0'],
  addresses: ['203.0.113.1', '203.0.113.2', '203.0.113.30'],
};
const v6 = {
  sources: ['fd01::/16', 'fd01:2::/63', 'fd01::7/128', '::/0'],
  destinations: ['2001:db8::/33', '2001:db8::9/128'],
  addresses: ['2001:db8:1::1', '2001:db8:1::2', '2001:db8:1::30'],
};

const keys = ['office/default', 'office/guests', 'lab/a', 'lab/b', 'lab/c', 'lab/d'];

export const zone: fc.Arbitrary<DataplaneZone> = fc
  .tuple(
    fc.constantFrom([v4], [v6], [v4, v6]),
    fc.record({
      key: fc.constantFrom(...keys),
      rotation: fc.constantFrom('roundRobin' as const, 'persistent' as const),
      egressInterface: fc.constantFrom('eth1', 'bond0.7'),
      protocols: fc.subarray([...FLOW_PROTOCOLS], { minLength: 1 }),
      portRange: fc.option(fc.constant({ first: 2_000, last: 40_000 }), { nil: undefined }),
    }),
    fc.boolean(),
  )
  .chain(([families, fields, isAnywhere]) => {
    const some = (lists: readonly string[][]) =>
      fc
        .tuple(...lists.map((list) => fc.subarray(list, { minLength: 1 })))
        .map((parts) => parts.flat());
    return fc
      .record({
        sources: some(families.map(({ sources }) => sources)),
        destinations: isAnywhere
          ? fc.constant([])
          : some(families.map(({ destinations }) => destinations)),
        addresses: some(families.map(({ addresses }) => addresses)),
      })
      .map((lists) => canonicalZone({ ...fields, ...lists }));
  });

/** An ordered list, no key twice. */
export const zones: fc.Arbitrary<DataplaneZone[]> = fc.uniqueArray(zone, {
  maxLength: 6,
  selector: ({ key }) => key,
});

/** Any op, fitting the list it meets or not. */
export const zoneOp: fc.Arbitrary<ZoneOp> = fc
  .tuple(zone, fc.option(fc.constantFrom(...keys), { nil: undefined }))
  .chain(([one, after]) =>
    fc.constantFrom<ZoneOp>(
      { kind: 'addZone', zone: one, after },
      { kind: 'moveZone', key: one.key, after },
      { kind: 'editZone', zone: one },
      { kind: 'removeZone', key: one.key },
    ),
  );
