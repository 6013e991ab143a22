/**
 * The contract of a dataplane as a suite: the same scenarios for every driver and for the twin.
 * What only a kernel can show (who gets the packets) is in the driver's own tests.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyToContents } from '../../dataplane/apply-ops.ts';
import { canonicalService } from '../../dataplane/canonical.ts';
import { diffDataplane, diffServices } from '../../dataplane/diff.ts';
import { orderOps } from '../../dataplane/order.ts';
import type {
  ConnectionEvent,
  DataplaneContents,
  DataplaneService,
  Op,
} from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import { realServerKey, type ServiceKey, serviceKey } from '../../schemas/names.ts';
import { until } from '../kit/until.ts';
import { describeZoneContract } from './contract-zones.ts';
import type { ContractOptions, DataplaneUnderTest } from './dataplane-under-test.ts';
import { op, service, services } from './service-arbitraries.ts';
import { zoneOp, zones } from './zone-arbitraries.ts';

const NOTHING: DataplaneContents = { services: new Map(), zones: [] };

export function describeDataplaneContract(
  name: string,
  { make, web, outward, runs }: ContractOptions,
): void {
  describe(`the dataplane contract, kept by ${name}`, () => {
    let under: DataplaneUnderTest;
    beforeAll(async () => {
      under = await make();
    });
    afterAll(async () => {
      await under?.close();
    });
    beforeEach(async () => {
      const left = await under.dataplane.observe();
      await under.dataplane.apply(diffDataplane(NOTHING, left));
    });

    const apply = (...ops: Op[]) => under.dataplane.apply(ops);
    const observed = async () => (await under.dataplane.observe()).services;
    /** By an instance that remembers nothing. */
    const observedAfresh = async () => {
      const fresh = await under.reopened();
      const seen = await fresh.observe();
      if (fresh !== under.dataplane) await fresh.close();
      return seen;
    };

    it('reports nothing where nothing was made', async () => {
      expect(await under.dataplane.observe()).toEqual({ ...NOTHING, foreign: [] });
    });

    it('observes a service as it was added, names and weights included', async () => {
      await apply({ kind: 'addService', service: web });
      expect(await observed()).toEqual(mapOf(web));
    });

    it('takes every op a second time without a change', async () => {
      const realServer = web.realServers[0] ?? { address: '', port: 0, weight: 0 };
      const { key } = web;
      await apply({ kind: 'addService', service: web });
      const ops: Op[] = [
        { kind: 'addService', service: web },
        { kind: 'addRealServer', key, realServer },
        { kind: 'setWeight', key, realServer },
        { kind: 'removeRealServer', key, realServer: '10.77.0.1:7' },
        { kind: 'removeLocalAddress', key, address: '10.77.0.2' },
        { kind: 'removeService', key: 'tcp/10.77.0.3:7' },
      ];
      await apply(...ops);
      await apply(...ops);
      expect(await observed()).toEqual(mapOf(web));
    });

    it('applies all ops of a list or none', async () => {
      await apply({ kind: 'addService', service: web });
      const other = { ...web, port: 81, key: serviceKey(web.protocol, web.address, 81) };
      const bad: Op = {
        kind: 'setWeight',
        key: web.key,
        realServer: { address: '10.77.0.9', port: 9, weight: 1 },
      };
      const attempt = apply({ kind: 'addService', service: other }, bad);
      await expect(attempt).rejects.toMatchObject({ code: 'E_DATAPLANE_APPLY' });
      expect(await observed()).toEqual(mapOf(web));
    });

    it('refuses what its capabilities leave out, with the reason', async () => {
      const attempt = apply({ kind: 'addService', service: { ...web, forwarding: 'tun' } });
      await expect(attempt).rejects.toMatchObject({
        code: 'E_CAPABILITY',
        message: expect.stringContaining('cannot encapsulate'),
      });
      expect(await observed()).toEqual(new Map());
    });

    it('refuses weights that it cannot share out by, and never when servers go', async () => {
      const servers = (heavy: number, light: number) => [
        ...web.realServers.map((server) => ({ ...server, weight: heavy })),
        ...Array.from({ length: light }, (_, i) => ({
          address: '10.98.7.1',
          port: i + 1,
          weight: 1,
        })),
      ];
      const attempt = apply({
        kind: 'addService',
        service: { ...web, realServers: servers(65_535, 20) },
      });
      await expect(attempt).rejects.toMatchObject({
        code: 'E_CAPABILITY',
        message: expect.stringMatching(/more than 1 % of all connections: .*1024 parts/),
      });
      const service = { ...web, realServers: servers(65_535, 9) };
      await apply({ kind: 'addService', service });
      for (const realServer of service.realServers) {
        const gone = { ...realServer, weight: 0 };
        await apply({ kind: 'setWeight', key: web.key, realServer: gone });
      }
      for (const realServer of service.realServers) {
        await apply({ kind: 'setWeight', key: web.key, realServer });
      }
      expect(await observed()).toEqual(mapOf(service));
    });

    it('refuses text that could become a command', async () => {
      const name = 'x" : goto pick }; flush ruleset; #';
      const attempt = apply({ kind: 'addService', service: { ...web, name } });
      await expect(attempt).rejects.toMatchObject({ code: 'E_DATAPLANE_APPLY' });
      const address = '10.0.0.1 . 80 }; flush ruleset; #';
      const realServer = { address, port: 80, weight: 1 };
      await apply({ kind: 'addService', service: web });
      const edit = apply({ kind: 'addRealServer', key: web.key, realServer });
      await expect(edit).rejects.toMatchObject({ code: 'E_DATAPLANE_APPLY' });
      expect(await observed()).toEqual(mapOf(web));
    });

    it('shows a second driver what the first one made, with nothing left to do', async () => {
      await apply({ kind: 'addService', service: web });
      const second = await under.reopened();
      try {
        const seen = (await second.observe()).services;
        expect(diffServices(mapOf(web), seen)).toEqual([]);
        expect(diffServices(seen, mapOf(web))).toEqual([]);
        await second.apply([{ kind: 'removeService', key: web.key }]);
        expect(await observed()).toEqual(new Map());
      } finally {
        await second.close();
      }
    });

    it('shows what somebody else did to its services', async () => {
      const other = { ...web, port: 81, key: serviceKey(web.protocol, web.address, 81) };
      await apply({ kind: 'addService', service: web }, { kind: 'addService', service: other });
      expect(await observed()).toEqual(mapOf(web, other));
      await under.removeByHand(web);
      expect(await observed()).toEqual(mapOf(other));
      await apply({ kind: 'addService', service: web });
      expect(await under.dataplane.observe()).toEqual({
        services: mapOf(web, other),
        zones: [],
        foreign: [],
      });
    });

    it('reports foreign entries and leaves them alone', async () => {
      const { mark } = await under.addForeign();
      await apply({ kind: 'addService', service: web });
      await apply({ kind: 'removeService', key: web.key });
      const { foreign, services: ours } = await under.dataplane.observe();
      expect(foreign.length).toBeGreaterThan(0);
      expect(foreign.every(({ where }) => where.includes(mark))).toBe(true);
      expect(ours).toEqual(new Map());
      await under.removeForeign();
      expect((await under.dataplane.observe()).foreign).toEqual([]);
    });

    it('lists the connections of its services by every filter', async () => {
      await apply({ kind: 'addService', service: web });
      const { client, realServer, local } = await under.open(web);
      const vip = { address: web.address, port: web.port };
      const list = (filter = {}) => under.dataplane.connections(filter);
      const page = await list();
      expect(page.total).toBe(1);
      expect(page.connections[0]).toMatchObject({
        protocol: web.protocol,
        client,
        vip,
        realServer,
        local,
        state: 'ESTABLISHED',
      });
      expect(page.connections[0]?.packets).toBeGreaterThan(0);
      const totals = await Promise.all(
        [
          { client: client.address, vip: vip.address, realServer: realServerKey(realServer) },
          { vip: `${vip.address}:${vip.port + 1}` },
          { protocol: 'udp' as const },
          { client: '10.77.0.1' },
        ].map(async (filter) => (await list(filter)).total),
      );
      expect(totals).toEqual([1, 0, 0, 0]);
      expect(await list({ limit: 0 })).toEqual({ connections: [], total: 1 });
      expect(await under.dataplane.connectionCounts()).toEqual([
        { service: web.key, realServer: realServerKey(realServer), connections: 1 },
      ]);
      expect(await under.dataplane.zoneAddressCounts()).toEqual([]);
      await under.end();
      await expect(list({ vip: 'nowhere' })).rejects.toMatchObject({ code: 'E_INVALID' });
    });

    it('tells of connections as they come, until it is told to stop', async () => {
      await apply({ kind: 'addService', service: web });
      const stop = new AbortController();
      const events: ConnectionEvent[] = [];
      const heard = (async () => {
        for await (const event of under.dataplane.connectionEvents(stop.signal)) events.push(event);
      })();
      // Whether the kernel's events are already subscribed cannot be asked: try until one comes.
      const opened = await until('a connection that is told of', async () => {
        const connection = await under.open(web);
        await under.end();
        return events.some(({ kind }) => kind === 'new') ? connection : undefined;
      });
      expect(events.find(({ kind }) => kind === 'new')?.connection.realServer.port).toBe(
        opened.realServer.port,
      );
      stop.abort();
      await heard;
    });

    it('counts per real server', async () => {
      await apply({ kind: 'addService', service: web });
      const { realServer } = await under.open(web);
      const counters = await under.dataplane.counters();
      await under.end();
      const used = counters.find((one) => one.realServer === realServerKey(realServer));
      expect(used).toMatchObject({ service: web.key });
      expect(used?.packetsIn).toBeGreaterThan(0);
      expect(used?.bytesOut).toBeGreaterThan(0);
    });

    describeZoneContract(() => under, { web, outward });

    it('answers observe with what the ops mean, after any ops', async () => {
      const anyOp: fc.Arbitrary<Op> = fc.oneof(op, zoneOp);
      const lists = fc.array(fc.array(anyOp, { maxLength: 6 }), { minLength: 1, maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(services, zones, lists, async (someServices, someZones, edits) => {
          let model: DataplaneContents = { services: someServices, zones: someZones };
          const held = await under.dataplane.observe();
          await under.dataplane.apply(orderOps(diffDataplane(model, held)));
          for (const ops of edits) {
            const next = resultOf(() => applyToContents(model, ops));
            const done = await under.dataplane.apply(ops).then(
              () => 'applied',
              (error) => (error as FleetError).code,
            );
            expect(done).toBe(next.error ?? 'applied');
            model = next.value ?? model;
            expect(await under.dataplane.observe()).toEqual({ ...model, foreign: [] });
          }
          expect(await observedAfresh()).toEqual({ ...model, foreign: [] });
        }),
        { numRuns: runs },
      );
    });

    it('reaches any state from any other by diff and order', async () => {
      const someServices = fc.array(service, { maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(someServices, zones, async (list, someZones) => {
          const desired: DataplaneContents = { services: mapOf(...list), zones: someZones };
          const held = await under.dataplane.observe();
          await under.dataplane.apply(orderOps(diffDataplane(desired, held)));
          expect(await under.dataplane.observe()).toEqual({ ...desired, foreign: [] });
          expect(await observedAfresh()).toEqual({ ...desired, foreign: [] });
        }),
        { numRuns: runs },
      );
    });
  });
}

function mapOf(...list: DataplaneService[]): Map<ServiceKey, DataplaneService> {
  return new Map(list.map((one) => [one.key, canonicalService(one)]));
}

function resultOf<T>(step: () => T): { value?: T; error?: string } {
  try {
    return { value: step() };
  } catch (error) {
    if (error instanceof FleetError) return { error: error.code };
    throw error;
  }
}
