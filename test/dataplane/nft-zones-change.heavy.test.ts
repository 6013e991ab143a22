/** What changes of SNAT zones do to traffic: nothing to what is established, no more than asked. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Dataplane } from '../../dataplane/contract.ts';
import { diffDataplane } from '../../dataplane/diff.ts';
import { createNftDataplane } from '../../dataplane/nft/driver.ts';
import { orderOps } from '../../dataplane/order.ts';
import type { DataplaneZone } from '../../schemas/dataplane.ts';
import { until } from '../kit/until.ts';
import { type Endpoint, NET } from './balancer-network.ts';
import type { Greeting } from './endpoint.ts';
import { defaultZone, Gateway, PORT, SOURCES, zoneOf } from './gateway-network.ts';

let gateway: Gateway;
let dataplane: Dataplane;
let first: Endpoint;
let second: Endpoint;

beforeAll(async () => {
  gateway = await Gateway.start();
  ({ dataplane, first, second } = gateway);
});

afterAll(() => gateway?.close());
afterEach(() => gateway.clear());

describe.each([NET.ipv4, NET.ipv6])('SNAT zones at $client', (net) => {
  const open = async (host: Endpoint, id: string) =>
    (await host.tell({ do: 'open', id, address: net.client, port: PORT })) as Greeting;
  const talk = (host: Endpoint, id: string) => host.tell({ do: 'talk', id, text: 'still there' });

  it('keep established connections through every change of their zone', async () => {
    const zone = zoneOf(net, 'a');
    await gateway.hold(zone, defaultZone(net));
    const { from } = await open(first, 'kept');
    expect(from.address).toBe(net.lips[0]);
    const edited = { ...zone, addresses: [net.lips[2]], rotation: 'persistent' as const };
    await dataplane.apply([{ kind: 'editZone', zone: edited }]);
    expect(await gateway.sources(first, net)).toEqual([net.lips[2]]);
    expect(await talk(first, 'kept')).toBe('still there');
    await dataplane.apply([{ kind: 'moveZone', key: zone.key, after: 'office/default' }]);
    expect(await talk(first, 'kept')).toBe('still there');
    await dataplane.apply([{ kind: 'removeZone', key: zone.key }]);
    expect(await talk(first, 'kept')).toBe('still there');
    await gateway.hold();
    expect(await talk(first, 'kept')).toBe('still there');
    await first.tell({ do: 'close', id: 'kept' });
  });

  it('go on with their rotation and counters when another zone or the order changes', async () => {
    const other = zoneOf(net, 'other', { sources: [SOURCES[net.client][1]] });
    const zone = zoneOf(net, 'a');
    const next = async () => (await gateway.sources(first, net))[0];
    await gateway.hold(zone, other);
    expect(await next()).toBe(net.lips[0]);
    await dataplane.apply([{ kind: 'editZone', zone: { ...other, addresses: [net.lips[2]] } }]);
    expect(await next()).toBe(net.lips[1]);
    await gateway.hold(zoneOf(net, 'new', { sources: [SOURCES[net.client][1]] }), other, zone);
    expect(await next()).toBe(net.lips[0]);
    await gateway.hold({ ...zone, protocols: ['tcp'] });
    expect(await next()).toBe(net.lips[1]);
    expect((await gateway.countersOf(zone))?.connections).toBe(4);
  });

  it('are not disturbed by the restart of an agent', async () => {
    const desired = { services: new Map(), zones: [zoneOf(net, 'a'), defaultZone(net)] };
    await gateway.hold(...desired.zones);
    expect(await gateway.sources(first, net)).toEqual([net.lips[0]]);
    const restarted = createNftDataplane({ netns: gateway.network.director });
    const seen = await restarted.observe();
    const ops = diffDataplane(desired, seen);
    await restarted.apply(ops);
    await restarted.close();
    expect(ops).toEqual([]);
    expect(await gateway.sources(first, net, 2)).toEqual([net.lips[1], net.lips[0]]);
  });

  it('show that ports run out, and serve who waits once there are more', async () => {
    const zone = zoneOf(net, 'a', {
      addresses: [net.lips[0]],
      portRange: { first: 30_000, last: 30_001 },
    });
    await gateway.hold(zone);
    const before = (await dataplane.snatCounters()).natFailures;
    await open(first, 'one');
    await open(first, 'two');
    const third = open(first, 'three');
    await until('a connection that found no port', async () => {
      return (await dataplane.snatCounters()).natFailures > before;
    });
    await dataplane.apply([
      { kind: 'editZone', zone: { ...zone, portRange: { first: 30_000, last: 30_002 } } },
    ]);
    // Comes with the next SYN that the host inside sends.
    expect((await third).from).toEqual({ address: net.lips[0], port: 30_002 });
    for (const id of ['one', 'two', 'three']) await first.tell({ do: 'close', id });
  });
});

describe('SNAT zones of the nft driver', () => {
  const net = NET.ipv4;

  it('are made whole again when they were edited by hand', async () => {
    const desired = {
      services: new Map(),
      zones: [
        zoneOf(net, 'a', { destinations: ['10.99.0.0/24'] }),
        { ...defaultZone(net), rotation: 'persistent' as const },
      ],
    };
    await gateway.hold(...desired.zones);
    const listed = await gateway.network.inDirector([
      'nft',
      'list',
      'chain',
      'inet',
      'sluice',
      'zones',
    ]);
    const [a = '', last = ''] = (listed.match(/jump z\d+/g) ?? []).map((jump) => jump.slice(5));
    const edits = [
      'flush chain inet sluice zones',
      'insert rule inet sluice zones accept',
      `add rule inet sluice zones jump ${a} comment "office/a"`,
      `add rule inet sluice zones jump ${a} comment "lab/x"`,
      'add chain inet sluice z99999; insert rule inet sluice zones jump z99999 comment "lab/x"',
      `flush chain inet sluice ${a}`,
      `insert rule inet sluice ${a} tcp dport 22 return`,
      `flush chain inet sluice ${a}d`,
      `add chain inet sluice ${last}d`,
      `flush chain inet sluice ${last}t`,
      `flush chain inet sluice ${last}t; add rule inet sluice ${last}t snat ip to 10.97.0.1`,
      'flush chain inet sluice post',
      'delete table inet sluice',
    ];
    await first.tell({ do: 'open', id: 'kept', address: net.client, port: PORT });
    for (const edit of edits) {
      await gateway.network.inDirector(['nft', edit]);
      const seen = await dataplane.observe();
      const ops = orderOps(diffDataplane(desired, seen));
      expect(ops, edit).not.toEqual([]);
      await dataplane.apply(ops);
      expect(await dataplane.observe(), edit).toEqual({ ...desired, foreign: [] });
      expect(net.lips.slice(0, 2), edit).toContain((await gateway.sources(first, net))[0]);
      expect(await gateway.sources(second, net), edit).toEqual([net.lips[2]]);
    }
    const echo = await first.tell({ do: 'talk', id: 'kept', text: 'still there' });
    expect(echo).toBe('still there');
    await first.tell({ do: 'close', id: 'kept' });
  });

  it('leave no chain and no counter behind', async () => {
    await gateway.hold(zoneOf(net, 'a', { destinations: ['10.99.0.0/24'] }), defaultZone(net));
    await gateway.network.inDirector(['nft', 'flush chain inet sluice zones']);
    await gateway.hold();
    await gateway.network.inDirector([
      'nft',
      'add chain inet sluice z7; add counter inet sluice z7',
    ]);
    expect((await dataplane.observe()).foreign[0]?.what).toContain('belong to no service or zone');
    await gateway.hold(zoneOf(net, 'b'));
    await gateway.hold();
    const text = await gateway.network.inDirector(['nft', 'list', 'table', 'inet', 'sluice']);
    expect(text).not.toMatch(/(chain|counter) z\d/);
    expect(text).not.toMatch(/0x7000/);
    expect((await dataplane.observe()).foreign).toEqual([]);
  });

  it('translate every connection while other zones come, go and change places', async () => {
    const zone = zoneOf(net, 'a');
    const others = ['b', 'c', 'd'].map((name) =>
      zoneOf(net, name, { sources: ['10.98.2.0/24', '192.0.2.0/24'] }),
    );
    const [b, c, d] = others as [DataplaneZone, DataplaneZone, DataplaneZone];
    await gateway.hold(zone);
    let isChanging = true;
    const seen: string[] = [];
    const connect = async () => {
      while (isChanging) seen.push(...(await gateway.sources(first, net)));
    };
    const clients = Promise.all([connect(), connect(), connect()]);
    for (let round = 0; round < 15; round += 1) {
      await gateway.hold(b, zone, c);
      await gateway.hold(c, d, zone, b);
      await gateway.hold({ ...d, protocols: ['tcp'] }, c, zone);
      await gateway.hold(zone);
    }
    isChanging = false;
    await clients;
    expect(seen.length).toBeGreaterThan(15);
    const [one, two] = net.lips;
    expect(new Set(seen)).toEqual(new Set([one, two]));
    const difference =
      seen.filter((ip) => ip === one).length - seen.filter((ip) => ip === two).length;
    expect(Math.abs(difference)).toBeLessThanOrEqual(1);
  });
});
