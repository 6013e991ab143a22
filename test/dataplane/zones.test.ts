/** The laws of ordered SNAT zones, without a kernel: diff, order, meaning, admission. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admitContents } from '../../dataplane/admission.ts';
import { applyToContents } from '../../dataplane/apply-ops.ts';
import { diffDataplane } from '../../dataplane/diff.ts';
import { orderOps } from '../../dataplane/order.ts';
import { CAPABILITIES } from '../../schemas/capabilities.ts';
import type { DataplaneContents, DataplaneZone, Op } from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import { ZONES_PER_DIRECTOR_MAX } from '../../schemas/limits.ts';
import { services } from './service-arbitraries.ts';
import { zone, zoneOp, zones } from './zone-arbitraries.ts';

const zoneNamed = (name: string, over: Partial<DataplaneZone> = {}): DataplaneZone => ({
  key: `office/${name}`,
  sources: ['10.0.0.0/8'],
  destinations: [],
  addresses: ['203.0.113.1'],
  rotation: 'roundRobin',
  egressInterface: 'eth1',
  protocols: ['icmp', 'tcp', 'udp'],
  ...over,
});

const listOf = (names: string): DataplaneContents => ({
  services: new Map(),
  zones: [...names].map((name) => zoneNamed(name)),
});
const namesOf = ({ zones: list }: DataplaneContents) =>
  list.map(({ key }) => key.slice('office/'.length)).join('');

const contents: fc.Arbitrary<DataplaneContents> = fc.record({ services, zones });

describe('diff and order of zones', () => {
  it('lead from what is observed to what is desired, the order of the zones included', () => {
    fc.assert(
      fc.property(contents, contents, (desired, observed) => {
        const after = applyToContents(observed, orderOps(diffDataplane(desired, observed)));
        expect(after.zones).toEqual(desired.zones);
        expect(after.services).toEqual(desired.services);
      }),
    );
  });

  it('find nothing to do where nothing differs', () => {
    fc.assert(
      fc.property(contents, (same) => {
        expect(diffDataplane(same, structuredClone(same))).toEqual([]);
      }),
    );
  });

  it('may be applied a second time', () => {
    fc.assert(
      fc.property(contents, contents, (desired, observed) => {
        const ops = orderOps(diffDataplane(desired, observed));
        const once = applyToContents(observed, ops);
        expect(applyToContents(once, ops)).toEqual(once);
      }),
    );
  });

  it('do not take a zone away before the one that follows it is there', () => {
    fc.assert(
      fc.property(contents, contents, (desired, observed) => {
        const ops = orderOps(diffDataplane(desired, observed));
        const firstRemoval = ops.findIndex(({ kind }) => kind === 'removeZone');
        const before = applyToContents(
          observed,
          firstRemoval < 0 ? ops : ops.slice(0, firstRemoval),
        );
        const keys = new Set(before.zones.map(({ key }) => key));
        for (const { key } of desired.zones) expect(keys.has(key)).toBe(true);
      }),
    );
  });

  it.each([
    ['abcd', 'abcd', []],
    ['abcd', 'axbcd', ['addZone']],
    ['abcd', 'xabcd', ['addZone']],
    ['abcd', 'abcdx', ['addZone']],
    ['abcd', 'acd', ['removeZone']],
    ['abcd', 'bcda', ['moveZone']],
    ['abcd', 'dabc', ['moveZone']],
    ['abcd', 'axcd', ['addZone', 'removeZone']],
    ['abcdef', 'fbcdea', ['moveZone', 'moveZone']],
    ['ab', '', ['removeZone', 'removeZone']],
  ])('cost one op for each zone that is not where it was: %s to %s', (from, to, kinds) => {
    const ops = orderOps(diffDataplane(listOf(to), listOf(from)));
    expect(ops.map(({ kind }) => kind)).toEqual(kinds);
    expect(namesOf(applyToContents(listOf(from), ops))).toBe(to);
  });

  it('cost one op for one zone whose contents changed, and name no other', () => {
    const edited = zoneNamed('b', { addresses: ['203.0.113.1', '203.0.113.2'] });
    const desired = { ...listOf('abc'), zones: listOf('abc').zones.with(1, edited) };
    expect(diffDataplane(desired, listOf('abc'))).toEqual([{ kind: 'editZone', zone: edited }]);
  });

  it('do not see the order of networks, addresses and protocols inside a zone', () => {
    fc.assert(
      fc.property(zone, (one) => {
        const turned: DataplaneZone = {
          ...one,
          sources: one.sources.toReversed(),
          destinations: one.destinations.toReversed(),
          addresses: one.addresses.toReversed(),
          protocols: one.protocols.toReversed(),
        };
        const none = new Map();
        expect(
          diffDataplane({ services: none, zones: [turned] }, { services: none, zones: [one] }),
        ).toEqual([]);
      }),
    );
  });
});

describe('an op on zones', () => {
  it('changes nothing when it is applied a second time', () => {
    fc.assert(
      fc.property(contents, zoneOp, (state, op) => {
        const once = resultOf(() => applyToContents(state, [op]));
        fc.pre(once !== undefined);
        expect(applyToContents(once ?? state, [op])).toEqual(once);
      }),
    );
  });

  it('keeps the order of all other zones', () => {
    fc.assert(
      fc.property(contents, zoneOp, (state, op) => {
        const after = resultOf(() => applyToContents(state, [op]));
        fc.pre(after !== undefined);
        const own = op.kind === 'addZone' || op.kind === 'editZone' ? op.zone.key : op.key;
        const others = (list: readonly DataplaneZone[] = []) =>
          list.map(({ key }) => key).filter((key) => key !== own);
        expect(others(after?.zones)).toEqual(others(state.zones));
      }),
    );
  });

  it('that has nothing to work upon refuses the whole list, each named', () => {
    const ops: Op[] = [
      { kind: 'editZone', zone: zoneNamed('x') },
      { kind: 'moveZone', key: 'office/y', after: undefined },
      { kind: 'addZone', zone: zoneNamed('z'), after: 'office/gone' },
      { kind: 'moveZone', key: 'office/a', after: 'office/a' },
    ];
    const attempt = () => applyToContents(listOf('ab'), ops);
    expect(attempt).toThrow(FleetError);
    expect(attempt).toThrow(/no zone office\/x; .*no zone office\/y; .*office\/gone.*office\/a/);
  });
});

describe('admission of zones', () => {
  const can = CAPABILITIES.nft;
  const admit = (...list: DataplaneZone[]) =>
    admitContents(listOf(''), { services: new Map(), zones: list }, can);

  it('takes every zone that a plan can have', () => {
    fc.assert(fc.property(zones, (list) => admit(...list)));
  });

  it.each<[Partial<DataplaneZone>, RegExp]>([
    [{ key: 'office' }, /"office" is no key of a zone/],
    [{ key: 'a/b" accept; #' }, /is no key/],
    [{ sources: [] }, /no source network/],
    [{ sources: ['10.0.0.1/8'] }, /"10\.0\.0\.1\/8" is no canonical network/],
    [{ sources: ['10.0.0.0/8 accept'] }, /is no canonical network/],
    [{ sources: ['10.0.0.0/8', '10.0.0.0/8'] }, /of its source networks one stands twice/],
    [{ destinations: ['2001:db8::/32'] }, /sources and destinations are of other families/],
    [{ addresses: [] }, /sources and addresses are of other families/],
    [{ addresses: ['203.0.113.1', 'fd00::1'] }, /sources and addresses are of other families/],
    [{ addresses: ['203.0.113.1 }; flush ruleset'] }, /is no canonical address/],
    [{ egressInterface: 'eth1" accept #' }, /is no interface name/],
    [{ egressInterface: '' }, /is no interface name/],
    [{ protocols: [] }, /no protocol/],
    [{ portRange: { first: 9, last: 8 } }, /9-8 is no range of ports/],
    [{ portRange: { first: 1, last: 65_536 } }, /1-65536 is no range of ports/],
  ])('refuses %j', (over, words) => {
    expect(() => admit(zoneNamed('a', over))).toThrow(words);
    expect(codeOf(() => admit(zoneNamed('a', over)))).toBe('E_DATAPLANE_APPLY');
  });

  it('refuses a next hop, which the driver cannot give, with the reason', () => {
    const attempt = () => admit(zoneNamed('a', { nextHop: '203.0.113.254' }));
    expect(attempt).toThrow(/no next hop 203\.0\.113\.254: a zone is found after the route/);
    expect(codeOf(attempt)).toBe('E_CAPABILITY');
  });

  it('refuses more zones than a director may have', () => {
    const many = Array.from({ length: ZONES_PER_DIRECTOR_MAX + 1 }, (_, i) => zoneNamed(`z${i}`));
    expect(() => admit(...many)).toThrow(/257 zones; at most 256/);
    admit(...many.slice(1));
  });
});

function resultOf<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof FleetError) return undefined;
    throw error;
  }
}

function codeOf(step: () => unknown): string {
  try {
    step();
  } catch (error) {
    if (error instanceof FleetError) return error.code;
    throw error;
  }
  return 'none';
}
