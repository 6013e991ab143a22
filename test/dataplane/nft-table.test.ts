import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeServices } from '../../dataplane/nft/allocation.ts';
import { BACKEND_INDEX_MAX, backendMark, markParts } from '../../dataplane/nft/marks.ts';
import { EMPTY_TABLE, entriesOf, type TableState } from '../../dataplane/nft/table-state.ts';
import { transactionCommands } from '../../dataplane/nft/transaction.ts';
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { serviceKey } from '../../schemas/names.ts';
import { services } from './service-arbitraries.ts';

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
