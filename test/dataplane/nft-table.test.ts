import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeContents, placeServices } from '../../dataplane/nft/allocation.ts';
import {
  BACKEND_INDEX_MAX,
  backendMark,
  isZoneMark,
  MARKS,
  markParts,
  zoneMark,
} from '../../dataplane/nft/marks.ts';
import { EMPTY_TABLE, entriesOf, type TableState } from '../../dataplane/nft/table-state.ts';
import { transactionCommands } from '../../dataplane/nft/transaction.ts';
import type { DataplaneService, DataplaneZone } from '../../schemas/dataplane.ts';
import { serviceKey } from '../../schemas/names.ts';
import { services } from './service-arbitraries.ts';
import { zones } from './zone-arbitraries.ts';

const web = (over: Partial<DataplaneService> = {}): DataplaneService => ({
  key: serviceKey('tcp', '10.0.0.1', 80),
  name: 'web',
  address: '10.0.0.1',
  port: 80,
  protocol: 'tcp',
  scheduler: 'wrr',
  forwarding: 'fullnat',
  localAddresses: ['10.2.0.1'],
  realServers: [
    { address: '10.1.0.1', port: 80, weight: 1 },
    { address: '10.1.0.2', port: 80, weight: 1 },
  ],
  ...over,
});

const stateOf = (before: TableState, ...list: DataplaneService[]) =>
  placeServices(before, new Map(list.map((one) => [one.key, one])));

describe('places in mark space', () => {
  it('are never shared, whatever came and went before', () => {
    fc.assert(
      fc.property(fc.array(services, { minLength: 1, maxLength: 4 }), (steps) => {
        const state = steps.reduce(placeServices, EMPTY_TABLE);
        const ids = [...state.placed.values()].flatMap((one) => [
          ...entriesOf(one).elements.keys(),
        ]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('are kept by what stays', () => {
    fc.assert(
      fc.property(services, services, (first, second) => {
        const before = placeServices(EMPTY_TABLE, first);
        const after = placeServices(before, new Map([...first, ...second]));
        for (const [key, { placement }] of before.placed) {
          const kept = after.placed.get(key)?.placement;
          expect(kept?.index).toBe(placement.index);
          for (const [server, backend] of kept?.backends ?? []) {
            expect(placement.backends.get(server) ?? backend).toBe(backend);
          }
        }
      }),
    );
  });

  it('are the same on two directors that took their services in another order', () => {
    const other = web({ port: 81, key: serviceKey('tcp', '10.0.0.1', 81) });
    const one = stateOf(stateOf(EMPTY_TABLE, web()), web(), other);
    const two = stateOf(stateOf(EMPTY_TABLE, other), other, web());
    for (const { key } of [web(), other]) {
      expect(one.placed.get(key)?.placement).toEqual(two.placed.get(key)?.placement);
    }
  });

  it('are refused when there is none left', () => {
    const realServers = Array.from({ length: BACKEND_INDEX_MAX + 2 }, (_, i) => ({
      address: '10.1.0.1',
      port: i + 1,
      weight: 1,
    }));
    expect(() => stateOf(EMPTY_TABLE, web({ realServers }))).toThrow(/no room for more backends/);
  });

  it('can be read back from a mark', () => {
    expect(markParts(backendMark(524_287, 511))).toEqual({
      serviceIndex: 524_287,
      backendIndex: 511,
    });
  });
});

describe('a transaction', () => {
  const before = stateOf(EMPTY_TABLE, web());
  const commands = (after: TableState) => transactionCommands('sluice', before, after);

  it('has no command where nothing changes', () => {
    expect(commands(before)).toEqual([]);
  });

  it('exchanges elements and no rule when a weight changes but not the number of slots', () => {
    const weights = (a: number, b: number) =>
      web({
        realServers: [
          { address: '10.1.0.1', port: 80, weight: a },
          { address: '10.1.0.2', port: 80, weight: b },
        ],
      });
    const from = stateOf(EMPTY_TABLE, weights(3, 1));
    const to = stateOf(from, weights(1, 3));
    const text = transactionCommands('sluice', from, to);
    expect(text.some((command) => /rule|chain/.test(command))).toBe(false);
    expect(text.filter((command) => command.includes(' slots '))).toHaveLength(2);
  });

  it('names no other service than the one that changes', () => {
    const other = web({ port: 81, key: serviceKey('tcp', '10.0.0.1', 81) });
    const from = stateOf(EMPTY_TABLE, web(), other);
    const unchanged = from.placed.get(web().key)?.service ?? web();
    const to = stateOf(from, unchanged, { ...other, scheduler: 'rr', name: 'other' });
    expect(transactionCommands('sluice', from, to)).toEqual([
      'delete element inet sluice svc4 { 10.0.0.1 . tcp . 81 }',
      expect.stringMatching(/^add element inet sluice svc4 \{ 10\.0\.0\.1 \. tcp \. 81 comment/),
    ]);
  });

  it('makes the whole table in one go where it is absent', () => {
    const text = transactionCommands('sluice', EMPTY_TABLE, before);
    expect(text.slice(0, 3)).toEqual([
      'add table inet sluice',
      'delete table inet sluice',
      'add table inet sluice',
    ]);
    expect(text.at(-1)).toMatch(/^add element/);
  });
});

describe('a transaction for zones', () => {
  const zone = (name: string, over: Partial<DataplaneZone> = {}): DataplaneZone => ({
    key: `office/${name}`,
    sources: ['10.0.0.0/8'],
    destinations: [],
    addresses: ['203.0.113.1', '203.0.113.2'],
    rotation: 'roundRobin',
    egressInterface: 'eth1',
    protocols: ['icmp', 'tcp', 'udp'],
    ...over,
  });
  const a = zone('a');
  const b = zone('b');
  const none = new Map();
  const state = (from: TableState, ...list: DataplaneZone[]) =>
    placeContents(from, { services: none, zones: list });
  const before: TableState = { ...state(EMPTY_TABLE, a, b), condition: 'sound' };
  const chainOf = (name: string) =>
    `z${before.zones.find((placed) => placed.zone.key === `office/${name}`)?.index}`;
  const commands = (...list: DataplaneZone[]) =>
    transactionCommands('sluice', before, state(before, ...list));

  it('has no command where nothing changes', () => {
    expect(commands(a, b)).toEqual([]);
  });

  it('rewrites what is said of addresses and nothing else when these change', () => {
    const chain = `inet sluice ${chainOf('b')}t`;
    const text = commands(a, zone('b', { addresses: ['203.0.113.3'] }));
    expect(text).toEqual([
      `add counter inet sluice ${chainOf('b')}`,
      `add chain ${chain}`,
      `flush chain ${chain}`,
      expect.stringContaining(`add rule ${chain} counter name`),
      `add rule ${chain} snat ip to numgen inc mod 1 map { 0 : 203.0.113.3 }`,
    ]);
  });

  it('rewrites the list and no zone when the order changes', () => {
    expect(commands(b, a)).toEqual([
      'add counter inet sluice unmatched',
      'flush chain inet sluice zones',
      `add rule inet sluice zones jump ${chainOf('b')} comment "office/b"`,
      `add rule inet sluice zones jump ${chainOf('a')} comment "office/a"`,
      'add rule inet sluice zones oifname "eth1" counter name "unmatched"',
    ]);
  });

  it('names no chain, no counter and no mark of a zone that stays when another goes', () => {
    const text = commands(a).join('\n');
    expect(text).toContain(`delete chain inet sluice ${chainOf('b')}t`);
    expect(text).toContain(`delete counter inet sluice ${chainOf('b')}`);
    expect(text).not.toMatch(new RegExp(`(chain|counter) inet sluice ${chainOf('a')}\\b`));
    const index = Number(chainOf('a').slice(1));
    expect(text).not.toContain(zoneMark(index).toString(16));
  });

  it('gives each zone a place of its own and leaves it there', () => {
    fc.assert(
      fc.property(fc.array(zones, { minLength: 1, maxLength: 4 }), (steps) => {
        let held = EMPTY_TABLE;
        for (const list of steps) {
          const next = state(held, ...list);
          const indexes = next.zones.map(({ index }) => index);
          expect(new Set(indexes).size).toBe(indexes.length);
          for (const { zone: one, index } of next.zones) {
            const old = held.zones.find((placed) => placed.zone.key === one.key);
            expect(index).toBe(old?.index ?? index);
          }
          held = next;
        }
      }),
    );
  });

  it('marks connections apart from those of services, within one range to ask for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 16 - 1 }), (index) => {
        const mark = zoneMark(index);
        expect(isZoneMark(mark)).toBe(true);
        expect((mark & MARKS.mask) >>> 0).toBe(MARKS.tag);
        expect(isZoneMark(backendMark(index, 511))).toBe(false);
        expect((backendMark(index, 511) & MARKS.mask) >>> 0).toBe(MARKS.tag);
      }),
    );
  });
});
