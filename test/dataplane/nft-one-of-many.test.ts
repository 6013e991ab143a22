/**
 * A change among many services looks at what changed and no further. The laws: it comes to the same
 * as the change made upon a copy, which nothing is remembered of, and it does not walk.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { admitContents } from '../../dataplane/admission.ts';
import { applyOps } from '../../dataplane/apply-ops.ts';
import { diffServices } from '../../dataplane/diff.ts';
import { placeContents } from '../../dataplane/nft/allocation.ts';
import { contentsOf, EMPTY_TABLE, type TableState } from '../../dataplane/nft/table-state.ts';
import { transactionCommands } from '../../dataplane/nft/transaction.ts';
import { orderOps } from '../../dataplane/order.ts';
import { CAPABILITIES } from '../../schemas/capabilities.ts';
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { type ServiceKey, serviceKey } from '../../schemas/names.ts';
import { services as fewServices } from './service-arbitraries.ts';

type Services = ReadonlyMap<ServiceKey, DataplaneService>;

/** More than a patched map copies outright. */
const MANY = 300;
const many: Services = new Map(
  Array.from({ length: MANY }, (_, i) => {
    const [address, port] = ['10.9.0.1', 1_000 + i];
    const key = serviceKey('tcp', address, port);
    const service: DataplaneService = {
      ...{ key, name: 'many', address, port, protocol: 'tcp', scheduler: 'wrr' },
      ...{ forwarding: 'fullnat', localAddresses: [`10.2.0.${1 + (i % 3)}`] },
      realServers: [{ address: '10.1.0.1', port: 80, weight: 1 }],
    };
    return [key, service] as const;
  }),
);

/** The same state, of which nothing is remembered. */
const copyOf = (state: TableState): TableState => ({
  ...state,
  placed: new Map(state.placed),
  localAddressChains: new Map(state.localAddressChains),
});

const plain = ({ placed, localAddressChains, ...rest }: TableState) => ({
  ...rest,
  placed: new Map([...placed].sort(([a], [b]) => (a < b ? -1 : 1))),
  localAddressChains: new Map([...localAddressChains].sort(([a], [b]) => a - b)),
});

/** What each command says, whatever the order of its elements. */
const said = (commands: readonly string[]) =>
  commands
    .map((command) =>
      command
        .split(/[{},]/)
        .map((part) => part.trim())
        .sort(),
    )
    .sort();

test('a change upon what is remembered is the change upon a copy', () => {
  const step = fc.record({ come: fewServices, gone: fc.array(fc.nat(MANY - 1), { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      let state = placeContents(EMPTY_TABLE, { services: many, zones: [] });
      let wished = many;
      for (const { come, gone } of steps) {
        const keys = [...many.keys()];
        const next = new Map([...wished, ...come]);
        for (const position of gone) next.delete(keys[position] ?? '');
        wished = next;
        const seen = contentsOf(state).services;
        const services = applyOps(seen, orderOps(diffServices(wished, seen)));
        const copy = copyOf(state);
        const after = placeContents(state, { services, zones: [] });
        const anew = placeContents(copy, { services: new Map(services), zones: [] });
        expect(plain(after)).toEqual(plain(anew));
        expect(new Map(contentsOf(after).services)).toEqual(new Map(services));
        expect(said(transactionCommands('t', state, after))).toEqual(
          said(transactionCommands('t', copy, anew)),
        );
        state = after;
      }
    }),
    { numRuns: 60 },
  );
});

test('one weight among many is one service looked at', () => {
  let looked = 0;
  const counted = new Map(
    Array.from(many, ([key, service]) => [
      key,
      new Proxy(service, {
        get: (target, field) => {
          looked += 1;
          return Reflect.get(target, field);
        },
      }),
    ]),
  );
  const first = { services: counted, zones: [] };
  const state = placeContents(EMPTY_TABLE, first);
  const weigh = (key: ServiceKey, weight: number) =>
    [{ kind: 'setWeight', key, realServer: { address: '10.1.0.1', port: 80, weight } }] as const;
  const [key = '', other = ''] = many.keys();
  // The first change finds out which lists of local addresses are in use.
  const before = placeContents(state, { services: applyOps(counted, weigh(key, 2)), zones: [] });
  looked = 0;
  const contents = contentsOf(before);
  const wanted = { services: applyOps(contents.services, weigh(other, 3)), zones: [] };
  admitContents(contents, wanted, CAPABILITIES.nft);
  const after = placeContents(before, wanted);
  expect(transactionCommands('t', before, after).length).toBeGreaterThan(0);
  expect(looked).toBeGreaterThan(0);
  expect(looked).toBeLessThan(MANY / 2);
});
