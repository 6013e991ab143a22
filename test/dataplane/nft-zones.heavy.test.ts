/** Which packets SNAT zones of the nft driver translate, to what, and which they leave alone. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Dataplane } from '../../dataplane/contract.ts';
import { serviceKey } from '../../schemas/names.ts';
import { Endpoint, NET } from './balancer-network.ts';
import { defaultZone, Gateway, PORT, zoneOf } from './gateway-network.ts';
import { catchRaw, sendRaw } from './raw-packets.ts';

let gateway: Gateway;
let dataplane: Dataplane;
let first: Endpoint;
let second: Endpoint;
let outside: Endpoint;

beforeAll(async () => {
  gateway = await Gateway.start();
  ({ dataplane, first, second, outside } = gateway);
});

afterAll(() => gateway?.close());
afterEach(() => gateway.clear());

const variants = [NET.ipv4, NET.ipv6].flatMap((net) =>
  (['tcp', 'udp'] as const).map((protocol) => ({ net, protocol, to: net.client })),
);

describe.each(variants)('SNAT zones translate $protocol to $to', ({ net, protocol }) => {
  it('in turn, every address of the zone as often', async () => {
    const [one, two, three] = net.lips;
    await gateway.hold(zoneOf(net, 'a', { addresses: [one, two, three] }));
    expect(await gateway.sources(first, net, 6, protocol)).toEqual([
      one,
      two,
      three,
      one,
      two,
      three,
    ]);
  });

  it('persistently, a source always to the same address, on a table made anew as well', async () => {
    const zone = zoneOf(net, 'a', { rotation: 'persistent', addresses: [...net.lips] });
    await gateway.hold(zone);
    const [source = ''] = await gateway.sources(first, net, 1, protocol);
    expect(net.lips).toContain(source);
    expect(await gateway.sources(first, net, 3, protocol)).toEqual([source, source, source]);
    await gateway.network.inDirector(['nft', 'delete', 'table', 'inet', 'sluice']);
    await gateway.hold(zone);
    expect(await gateway.sources(first, net, 3, protocol)).toEqual([source, source, source]);
  });

  it('by the first zone that matches, the default zone last', async () => {
    const own = zoneOf(net, 'own', { addresses: [net.lips[0]] });
    await gateway.hold(own, defaultZone(net));
    expect(await gateway.sources(first, net, 2, protocol)).toEqual([net.lips[0], net.lips[0]]);
    expect(await gateway.sources(second, net, 2, protocol)).toEqual([net.lips[2], net.lips[2]]);
    await dataplane.apply([{ kind: 'moveZone', key: 'office/default', after: undefined }]);
    expect(await gateway.sources(first, net, 2, protocol)).toEqual([net.lips[2], net.lips[2]]);
  });

  it('only of its sources, to its destinations and of its protocols', async () => {
    const elsewhere = net === NET.ipv4 ? '192.0.2.0/24' : '2001:db8::/32';
    const other = protocol === 'tcp' ? ('udp' as const) : ('tcp' as const);
    const hostItself = `${net.client}/${net === NET.ipv4 ? 32 : 128}`;
    await gateway.hold(
      zoneOf(net, 'sources', { sources: [elsewhere] }),
      zoneOf(net, 'destinations', { destinations: [elsewhere] }),
      zoneOf(net, 'protocols', { protocols: [other] }),
      zoneOf(net, 'link', { egressInterface: 'back2' }),
      zoneOf(net, 'right', { destinations: [elsewhere, hostItself], addresses: [net.lips[1]] }),
      defaultZone(net),
    );
    expect(await gateway.sources(first, net, 2, protocol)).toEqual([net.lips[1], net.lips[1]]);
    expect((await dataplane.snatCounters()).zones.map(({ connections }) => connections)).toEqual([
      0, 0, 0, 0, 2, 0,
    ]);
  });

  it('with source ports of its range', async () => {
    await gateway.hold(zoneOf(net, 'a', { portRange: { first: 20_000, last: 20_009 } }));
    for (const { from } of await gateway.greetings(first, net, 6, protocol)) {
      expect(net.lips).toContain(from.address);
      expect(from.port).toBeGreaterThanOrEqual(20_000);
      expect(from.port).toBeLessThanOrEqual(20_009);
    }
  });

  it('and count connections, packets and bytes both ways', async () => {
    const zone = zoneOf(net, 'a');
    await gateway.hold(zone);
    await gateway.greetings(first, net, 3, protocol);
    const counters = await gateway.countersOf(zone);
    expect(counters?.connections).toBe(3);
    expect(counters?.packetsOut).toBeGreaterThanOrEqual(3);
    expect(counters?.packetsIn).toBeGreaterThanOrEqual(3);
    expect(counters?.bytesIn).toBeGreaterThan(3 * 100);
  });
});

describe.each([NET.ipv4, NET.ipv6])('SNAT zones at $client', (net) => {
  const ping = (host: Endpoint, ...more: string[]) =>
    host.run(['ping', '-n', '-c', '1', '-W', '5', ...more, net.client]);

  it('translate pings, of two hosts with one identifier as well', async () => {
    const zone = { ...defaultZone(net), addresses: [net.lips[1]] };
    await gateway.hold(zone);
    await ping(first, '-e', '77');
    await ping(second, '-e', '77');
    const { connections, total } = await dataplane.connections({ protocol: 'icmp' });
    expect(total).toBe(2);
    for (const connection of connections) {
      expect(connection).toMatchObject({
        zone: zone.key,
        client: { port: 77 },
        local: { address: net.lips[1] },
        realServer: { address: net.client, port: 0 },
        packets: 2,
      });
    }
    expect(new Set(connections.map(({ client }) => client.address))).toEqual(new Set(net.servers));
    expect(new Set(connections.map(({ local }) => local.port)).size).toBe(2);
    expect(await gateway.countersOf(zone)).toMatchObject({
      connections: 2,
      packetsOut: 2,
      packetsIn: 2,
    });
  });

  it("pass the outside's ICMP errors on to the host inside", async () => {
    await gateway.hold(zoneOf(net, 'a'));
    const closed = first.greet('udp', { address: net.client, port: 9 });
    await expect(closed).rejects.toThrow('ECONNREFUSED');
  });

  it('leave what matches none as it is, and count it', async () => {
    await gateway.hold(zoneOf(net, 'a', { protocols: ['tcp'] }));
    const unmatched = await gateway.unmatchedBy(async () => {
      const [seen] = await gateway.greetings(second, net);
      expect(seen?.from).toEqual(seen?.own);
      await ping(first);
    });
    expect(unmatched).toBe(2);
    expect((await dataplane.connections({})).total).toBe(0);
  });

  it('leave alone what leaves by another link, and do not count it', async () => {
    await gateway.hold(defaultZone(net));
    const unmatched = await gateway.unmatchedBy(async () => {
      const inward = await outside.greet('tcp', { address: net.servers[0], port: PORT });
      const across = await first.greet('tcp', { address: net.servers[1], port: PORT });
      expect(inward.from).toEqual(inward.own);
      expect(across.from).toEqual(across.own);
    });
    expect(unmatched).toBe(0);
  });

  it("leave the director's own connections alone", async () => {
    await gateway.hold(defaultZone(net));
    const director = new Endpoint(gateway.network.director);
    const unmatched = await gateway.unmatchedBy(async () => {
      const [seen] = await gateway.greetings(director, net);
      expect(seen?.from).toEqual(seen?.own);
    });
    await director.close();
    expect(unmatched).toBe(0);
  });

  it('leave what services balance to the services', async () => {
    const [lip] = net.lips;
    const service = {
      key: serviceKey('tcp', net.vip, 80),
      name: 'web',
      address: net.vip,
      port: 80,
      protocol: 'tcp',
      scheduler: 'rr',
      forwarding: 'fullnat',
      localAddresses: [lip],
      realServers: [{ address: net.servers[0], port: PORT, weight: 1 }],
    } as const;
    const everywhere = { ...defaultZone(net), key: 'office/back', egressInterface: 'back1' };
    await gateway.hold(everywhere, defaultZone(net));
    await dataplane.apply([{ kind: 'addService', service }]);
    const vip = { address: net.vip, port: 80 };
    const { key } = service;
    const edit = { kind: 'editService', key, name: 'web', scheduler: 'rr' } as const;
    const unmatched = await gateway.unmatchedBy(async () => {
      expect((await outside.greet('tcp', vip)).from.address).toBe(lip);
      await dataplane.apply([{ ...edit, forwarding: 'nat' }]);
      expect((await outside.greet('tcp', vip)).from.address).toBe(net.client);
      expect(await gateway.sources(first, net)).toEqual([net.lips[2]]);
    });
    expect(unmatched).toBe(0);
    const { zones } = await dataplane.snatCounters();
    expect(zones.map(({ connections }) => connections)).toEqual([0, 1]);
  });
});

describe('SNAT zones of the nft driver', () => {
  const net = NET.ipv4;

  it('touch no VRRP advert, neither of the director nor one that passes', async () => {
    await gateway.hold(defaultZone(net));
    const packets = await catchRaw(outside, 112);
    const advert = '31330a6400640000cb007101';
    const unmatched = await gateway.unmatchedBy(async () => {
      await sendRaw({ run: gateway.network.inDirector }, 112, net.client, advert);
      expect(await packets.next()).toEqual({ source: '10.99.0.1', payload: advert });
      await sendRaw(first, 112, net.client, advert);
      expect(await packets.next()).toEqual({ source: net.servers[0], payload: advert });
    });
    await packets.close();
    expect(unmatched).toBe(0);
  });
});
