import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOps } from '../../dataplane/apply-ops.ts';
import { diffServices } from '../../dataplane/diff.ts';
import { orderOps } from '../../dataplane/order.ts';
import type { DataplaneService, Op, ServiceOp } from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import { type ServiceKey, serviceKey } from '../../schemas/names.ts';
import { op, services } from './service-arbitraries.ts';

const web = (over: Partial<DataplaneService> = {}): DataplaneService => ({
  key: serviceKey('tcp', '10.0.0.1', 80),
  name: 'web',
  address: '10.0.0.1',
  port: 80,
  protocol: 'tcp',
  scheduler: 'rr',
  forwarding: 'fullnat',
  localAddresses: ['10.2.0.1'],
  realServers: [
    { address: '10.1.0.1', port: 80, weight: 1 },
    { address: '10.1.0.2', port: 80, weight: 1 },
  ],
  ...over,
});

const mapOf = (...list: DataplaneService[]) => new Map(list.map((one) => [one.key, one]));

const takesTraffic = (service: DataplaneService | undefined) =>
  service?.realServers.some(({ weight }) => weight > 0) ?? false;

const kinds = (ops: readonly Op[]) => ops.map(({ kind }) => kind);

describe('diff and order', () => {
  it('lead from what is observed to what is desired', () => {
    fc.assert(
      fc.property(services, services, (desired, observed) => {
        const ops = orderOps(diffServices(desired, observed));
        expect(byKey(applyOps(observed, ops))).toEqual(byKey(desired));
      }),
    );
  });

  it('find nothing to do where nothing differs', () => {
    fc.assert(
      fc.property(services, (same) => {
        expect(diffServices(same, same)).toEqual([]);
      }),
    );
  });

  it('order by moving ops only: none is lost, none is made', () => {
    fc.assert(
      fc.property(fc.array(op, { maxLength: 30 }), (ops) => {
        const text = (list: readonly Op[]) => list.map((one) => JSON.stringify(one)).sort();
        expect(text(orderOps(ops))).toEqual(text(ops));
      }),
    );
  });

  it('never leave a service without a server that takes traffic between two states with one', () => {
    fc.assert(
      fc.property(services, services, (desired, observed) => {
        const ops = orderOps(diffServices(desired, observed));
        const stays = [...desired.keys()].filter(
          (key) => takesTraffic(desired.get(key)) && takesTraffic(observed.get(key)),
        );
        for (let length = 0; length <= ops.length; length += 1) {
          const between = applyOps(observed, ops.slice(0, length));
          for (const key of stays) expect(takesTraffic(between.get(key))).toBe(true);
        }
      }),
    );
  });

  it('change nothing when an op is applied a second time', () => {
    fc.assert(
      fc.property(services, op, (state, one) => {
        fc.pre(one.kind === 'addService' || state.has(keyOf(one)));
        fc.pre(one.kind !== 'setWeight');
        const once = applyOps(state, [one]);
        expect(byKey(applyOps(once, [one]))).toEqual(byKey(once));
      }),
    );
  });

  it('edit a weight in place', () => {
    const heavier = { address: '10.1.0.2', port: 80, weight: 5 };
    const desired = mapOf(
      web({ realServers: [{ address: '10.1.0.1', port: 80, weight: 1 }, heavier] }),
    );
    expect(diffServices(desired, mapOf(web()))).toEqual([
      { kind: 'setWeight', key: web().key, realServer: heavier },
    ]);
  });

  it('add a local address before the real server that needs it and remove the old one last', () => {
    const desired = mapOf(
      web({
        localAddresses: ['10.2.0.2'],
        realServers: [{ address: '10.1.0.3', port: 80, weight: 1 }],
      }),
    );
    expect(kinds(orderOps(diffServices(desired, mapOf(web()))))).toEqual([
      'addLocalAddress',
      'addRealServer',
      'removeRealServer',
      'removeRealServer',
      'removeLocalAddress',
    ]);
  });

  it('set the server that takes over before the one that goes to 0', () => {
    const weights = (first: number, second: number) => [
      { address: '10.1.0.1', port: 80, weight: first },
      { address: '10.1.0.2', port: 80, weight: second },
    ];
    const ops = orderOps(
      diffServices(
        mapOf(web({ realServers: weights(0, 1) })),
        mapOf(web({ realServers: weights(1, 0) })),
      ),
    );
    expect(ops.map((one) => one.kind === 'setWeight' && one.realServer.weight)).toEqual([1, 0]);
  });

  it('refuse a list with ops that have nothing to work upon, naming each', () => {
    const realServer = { address: '10.1.0.9', port: 80, weight: 1 };
    const attempt = () =>
      applyOps(mapOf(web()), [
        { kind: 'setWeight', key: web().key, realServer },
        { kind: 'addRealServer', key: 'tcp/10.9.9.9:80', realServer },
      ]);
    expect(attempt).toThrow(FleetError);
    expect(attempt).toThrow(/no real server 10\.1\.0\.9:80; .*no service tcp\/10\.9\.9\.9:80/);
  });
});

function byKey(map: ReadonlyMap<ServiceKey, DataplaneService>): [ServiceKey, DataplaneService][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function keyOf(one: ServiceOp): ServiceKey {
  return one.kind === 'addService' ? one.service.key : one.key;
}
