/** The part of the dataplane contract that is about SNAT zones: scenarios for every driver. */
import { describe, expect, it } from 'vitest';
import { diffDataplane } from '../../dataplane/diff.ts';
import type {
  ConnectionEvent,
  DataplaneContents,
  DataplaneService,
  DataplaneZone,
  Op,
} from '../../schemas/dataplane.ts';
import { until } from '../kit/until.ts';
import type { DataplaneUnderTest } from './dataplane-under-test.ts';

interface ZoneFixtures {
  readonly web: DataplaneService;
  readonly outward: DataplaneZone;
}

export function describeZoneContract(
  under: () => DataplaneUnderTest,
  { web, outward }: ZoneFixtures,
): void {
  const dataplane = () => under().dataplane;
  const apply = (...ops: Op[]) => dataplane().apply(ops);
  const seenZones = async () => (await dataplane().observe()).zones;
  const named = (name: string, over: Partial<DataplaneZone> = {}): DataplaneZone => ({
    ...outward,
    key: `lab/${name}`,
    ...over,
  });
  const add = (zone: DataplaneZone, after?: DataplaneZone): Op => ({
    kind: 'addZone',
    zone,
    after: after?.key,
  });
  const holding = (...zones: DataplaneZone[]): DataplaneContents => ({
    services: new Map(),
    zones,
  });

  describe('with SNAT zones', () => {
    it('observes them as they were added, in their order', async () => {
      const both = named('both', {
        sources: ['10.0.0.0/8', '192.0.2.7/32', 'fd01::/16'],
        destinations: ['0.0.0.0/0', '2001:db8::/33'],
        addresses: ['203.0.113.1', '2001:db8:1::1'].toSorted(),
        rotation: 'persistent',
        protocols: ['tcp'],
        portRange: { first: 2_000, last: 40_000 },
      });
      await apply(add(outward), add(both), add(named('last'), outward));
      expect(await seenZones()).toEqual([both, outward, named('last')]);
    });

    it('takes every op on them a second time without a change', async () => {
      await apply(add(outward), add(named('b'), outward));
      const ops: Op[] = [
        add(outward),
        add(named('b'), outward),
        { kind: 'moveZone', key: 'lab/b', after: outward.key },
        { kind: 'editZone', zone: outward },
        { kind: 'removeZone', key: 'lab/none' },
      ];
      await apply(...ops);
      await apply(...ops);
      expect(await seenZones()).toEqual([outward, named('b')]);
    });

    it('moves, edits and removes one and leaves the others as they are', async () => {
      await apply(add(outward), add(named('b'), outward), add(named('c'), named('b')));
      await apply({ kind: 'moveZone', key: 'lab/c', after: undefined });
      expect(await seenZones()).toEqual([named('c'), outward, named('b')]);
      const edited = named('b', { protocols: ['udp'], sources: ['10.0.0.0/8'] });
      await apply({ kind: 'editZone', zone: edited });
      await apply({ kind: 'removeZone', key: 'lab/c' });
      expect(await seenZones()).toEqual([outward, edited]);
    });

    it('applies all ops on services and zones or none', async () => {
      await apply(add(outward));
      const bad: Op = { kind: 'moveZone', key: 'lab/none', after: undefined };
      const attempt = apply({ kind: 'addService', service: web }, add(named('b')), bad);
      await expect(attempt).rejects.toMatchObject({ code: 'E_DATAPLANE_APPLY' });
      expect(await dataplane().observe()).toEqual({ ...holding(outward), foreign: [] });
    });

    it('refuses what its capabilities leave out, with the reason', async () => {
      const attempt = apply(add(named('b', { nextHop: '203.0.113.254' })));
      await expect(attempt).rejects.toMatchObject({
        code: 'E_CAPABILITY',
        message: expect.stringContaining('after the route is chosen'),
      });
      expect(await seenZones()).toEqual([]);
    });

    it('refuses text that could become a command', async () => {
      const egressInterface = 'eth1" accept }; flush ruleset; #';
      for (const zone of [
        named('b', { egressInterface }),
        named('b', { key: 'lab/b" ; flush ruleset; #' }),
        named('b', { sources: ['10.0.0.0/8 accept; flush ruleset; #'] }),
      ]) {
        await expect(apply(add(zone))).rejects.toMatchObject({ code: 'E_DATAPLANE_APPLY' });
      }
      expect(await seenZones()).toEqual([]);
    });

    it('shows them to a second driver, with nothing left to do', async () => {
      await apply({ kind: 'addService', service: web }, add(outward), add(named('b'), outward));
      const second = await under().reopened();
      const seen = await second.observe();
      await second.close();
      const desired = { ...holding(outward, named('b')), services: new Map([[web.key, web]]) };
      expect(diffDataplane(desired, seen)).toEqual([]);
    });

    it('shows what somebody else did to them', async () => {
      const desired = holding(named('a'), outward, named('b'));
      await apply(...diffDataplane(desired, holding()));
      await under().removeZoneByHand(outward);
      const seen = await dataplane().observe();
      expect(seen.zones).toEqual([named('a'), named('b')]);
      await apply(...diffDataplane(desired, seen));
      expect(await dataplane().observe()).toEqual({ ...desired, foreign: [] });
    });

    it('lists the connections of a zone under its name, and counts them for no service', async () => {
      await apply({ kind: 'addService', service: web }, add(outward));
      const { client, realServer, local } = await under().openOutward();
      const list = (filter = {}) => dataplane().connections(filter);
      const page = await list({ zone: outward.key });
      expect(page.total).toBe(1);
      expect(page.connections[0]).toMatchObject({
        protocol: 'tcp',
        client,
        vip: realServer,
        realServer,
        local,
        zone: outward.key,
      });
      expect(outward.addresses).toContain(local.address);
      const totals = await Promise.all(
        [
          { local: `${local.address}:${local.port}` },
          { local: '10.77.0.1' },
          { zone: 'lab/none' },
          { protocol: 'icmp' as const },
        ].map(async (filter) => (await list(filter)).total),
      );
      expect(totals).toEqual([1, 0, 0, 0]);
      expect(await dataplane().connectionCounts()).toEqual([]);
      expect(await dataplane().zoneAddressCounts()).toEqual([
        { zone: outward.key, address: local.address, connections: 1 },
      ]);
      await apply({ kind: 'removeZone', key: outward.key });
      expect((await list()).total).toBe(0);
      await under().end();
    });

    it('tells of connections with the zone they go through', async () => {
      await apply(add(outward));
      const stop = new AbortController();
      const events: ConnectionEvent[] = [];
      const heard = (async () => {
        for await (const event of dataplane().connectionEvents(stop.signal)) events.push(event);
      })();
      await until('a connection that is told of', async () => {
        await under().openOutward();
        await under().end();
        return events.some(({ kind }) => kind === 'new');
      });
      expect(events.find(({ kind }) => kind === 'new')?.connection.zone).toBe(outward.key);
      stop.abort();
      await heard;
    });

    it('counts per zone', async () => {
      await apply(add(outward), add(named('unused', { sources: ['192.0.2.0/24'] })));
      await under().openOutward();
      const { zones, unmatched, natFailures } = await dataplane().snatCounters();
      await under().end();
      const used = zones.find(({ zone }) => zone === outward.key);
      expect(used?.connections).toBe(1);
      expect(used?.packetsOut).toBeGreaterThan(1);
      expect(used?.bytesIn).toBeGreaterThan(0);
      expect(unmatched).toBe(0);
      expect(natFailures).toBe(0);
    });
  });
}
