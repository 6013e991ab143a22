/**
 * What the nft driver does to packets: a client, a director and two real servers in network
 * namespaces, real connections through them.
 */
import { readFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Dataplane } from '../../dataplane/contract.ts';
import { diffServices } from '../../dataplane/diff.ts';
import { createNftDataplane } from '../../dataplane/nft/driver.ts';
import { REQUIRED_SYSCTLS } from '../../dataplane/nft/sysctls.ts';
import { runTool } from '../../dataplane/tool.ts';
import type { ConnectionEvent, DataplaneService } from '../../schemas/dataplane.ts';
import { type Protocol, serviceKey } from '../../schemas/names.ts';
import { until } from '../kit/until.ts';
import { type BalancerNetwork, Endpoint, NET, startBalancerNetwork } from './balancer-network.ts';
import type { Greeting } from './endpoint.ts';

type Net = (typeof NET)['ipv4'] | (typeof NET)['ipv6'];

/** Real servers listen here; the VIP's port is 80, so every test maps ports too. */
const SERVER_PORT = 8080;

let network: BalancerNetwork;
let dataplane: Dataplane;

beforeAll(async () => {
  network = await startBalancerNetwork();
  dataplane = createNftDataplane({ netns: network.director });
  for (const [i, server] of network.servers.entries()) {
    for (const protocol of ['tcp', 'udp'] as const) {
      for (const { servers } of [NET.ipv4, NET.ipv6]) {
        const address = servers[i] ?? '';
        await server.tell({
          do: 'serve',
          name: `rs${i + 1}`,
          protocol,
          address,
          port: SERVER_PORT,
        });
      }
    }
  }
});

afterAll(async () => {
  await dataplane?.close();
  await network?.close();
});

afterEach(async () => {
  const { services } = await dataplane.observe();
  await dataplane.apply(diffServices(new Map(), services));
  await network.inDirector(['conntrack', '-F']);
});

function serviceOn(
  net: Net,
  protocol: Protocol,
  over: Partial<DataplaneService> = {},
): DataplaneService {
  return {
    key: serviceKey(protocol, net.vip, 80),
    name: 'web',
    address: net.vip,
    port: 80,
    protocol,
    scheduler: 'rr',
    forwarding: 'fullnat',
    localAddresses: [...net.lips],
    realServers: net.servers.map((address) => ({ address, port: SERVER_PORT, weight: 1 })),
    ...over,
  };
}

const weighted = (net: Net, first: number, second: number) =>
  net.servers.map((address, i) => ({
    address,
    port: SERVER_PORT,
    weight: i === 0 ? first : second,
  }));

async function greetings(service: DataplaneService, count: number): Promise<Greeting[]> {
  const seen: Greeting[] = [];
  for (let i = 0; i < count; i += 1) {
    seen.push(await network.client.greet(service.protocol, service));
  }
  return seen;
}

/** Who answered `count` new connections, in order: `['rs1', 'rs2', ...]`. */
async function answers(service: DataplaneService, count: number): Promise<string[]> {
  return (await greetings(service, count)).map(({ server }) => server);
}

const add = (service: DataplaneService) => dataplane.apply([{ kind: 'addService', service }]);

const variants = [NET.ipv4, NET.ipv6].flatMap((net) =>
  (['tcp', 'udp'] as const).map((protocol) => ({ net, protocol, vip: net.vip })),
);

describe.each(variants)('the nft driver forwards $protocol to $vip', ({ net, protocol }) => {
  it('in turn under rr, every real server as often', async () => {
    const service = serviceOn(net, protocol, { realServers: weighted(net, 5, 1) });
    await add(service);
    expect(await answers(service, 8)).toEqual(Array(4).fill(['rs1', 'rs2']).flat());
  });

  it('by weight under wrr, without bursts', async () => {
    const service = serviceOn(net, protocol, {
      scheduler: 'wrr',
      realServers: weighted(net, 1, 2),
    });
    await add(service);
    expect(await answers(service, 9)).toEqual(Array(3).fill(['rs2', 'rs1', 'rs2']).flat());
  });

  it('from a local address under fullnat, another one for each connection', async () => {
    const service = serviceOn(net, protocol);
    await add(service);
    const sources = (await greetings(service, 6)).map(({ from }) => from.address);
    expect(sources).toEqual([...net.lips, ...net.lips]);
  });

  it("from the client's own address under nat, to the mapped port", async () => {
    const service = serviceOn(net, protocol, { forwarding: 'nat', localAddresses: [] });
    await add(service);
    for (const { from, own, at } of await greetings(service, 2)) {
      expect(from).toEqual(own);
      expect(from.address).toBe(net.client);
      expect(at.port).toBe(SERVER_PORT);
    }
  });
});

describe.each(variants)('the nft driver sees $protocol to $vip', ({ net, protocol }) => {
  it('in the list of connections, and as it comes', async () => {
    const service = serviceOn(net, protocol);
    await add(service);
    const stop = new AbortController();
    const told: ConnectionEvent[] = [];
    const heard = (async () => {
      for await (const event of dataplane.connectionEvents(stop.signal)) told.push(event);
    })();
    const seen = await until('a connection that is told of', async () => {
      const [greeting] = await greetings(service, 1);
      return told.some(({ kind }) => kind === 'new') ? greeting : undefined;
    });
    stop.abort();
    await heard;
    expect(told[0]?.connection).toMatchObject({ protocol, vip: vipOf(service) });
    const client = `${isIPv6(seen.own.address) ? `[${net.client}]` : net.client}:${seen.own.port}`;
    const { connections } = await dataplane.connections({ client, protocol });
    expect(connections).toHaveLength(1);
    expect(connections[0]).toMatchObject({
      vip: vipOf(service),
      local: seen.from,
      realServer: seen.at,
    });
  });
});

describe('the nft driver', () => {
  const net = NET.ipv4;
  const service = serviceOn(net, 'tcp', { scheduler: 'wrr' });
  const [first, second] = service.realServers;
  if (first === undefined || second === undefined) throw new Error('there are two servers');
  const { key } = service;

  const open = async (id: string) =>
    (await network.client.tell({ do: 'open', id, ...vipOf(service) })) as Greeting;
  const talk = (id: string, text: string) => network.client.tell({ do: 'talk', id, text });
  const end = (id: string) => network.client.tell({ do: 'close', id });

  it('follows a change of weight', async () => {
    await add(service);
    await dataplane.apply([{ kind: 'setWeight', key, realServer: { ...first, weight: 3 } }]);
    const seen = await answers(service, 8);
    expect(seen.filter((server) => server === 'rs1')).toHaveLength(6);
  });

  it('gives a server of weight 0 no new connection and keeps the one it has', async () => {
    await add(service);
    expect((await open('kept')).server).toBe('rs1');
    await dataplane.apply([{ kind: 'setWeight', key, realServer: { ...first, weight: 0 } }]);
    const before = await packetsTo(first.address);
    expect(await answers(service, 4)).toEqual(Array(4).fill('rs2'));
    expect(await talk('kept', 'still there')).toBe('still there');
    expect(await packetsTo(first.address)).toBeGreaterThan(before);
    await end('kept');
  });

  it('keeps a connection to a real server that is removed, and sends no new one', async () => {
    await add(service);
    expect((await open('kept')).server).toBe('rs1');
    await dataplane.apply([
      { kind: 'removeRealServer', key, realServer: `${first.address}:${first.port}` },
    ]);
    expect(await answers(service, 3)).toEqual(['rs2', 'rs2', 'rs2']);
    expect(await talk('kept', 'still there')).toBe('still there');
    await end('kept');
  });

  it('takes a real server in while connections go on', async () => {
    await add({ ...service, realServers: [first] });
    await open('kept');
    await dataplane.apply([{ kind: 'addRealServer', key, realServer: second }]);
    expect(new Set(await answers(service, 2))).toEqual(new Set(['rs1', 'rs2']));
    expect(await talk('kept', 'still there')).toBe('still there');
    await end('kept');
  });

  it('refuses connections of a service that is removed or has nobody to serve it', async () => {
    await add(service);
    expect(await answers(service, 1)).toEqual(['rs1']);
    await dataplane.apply([
      { kind: 'setWeight', key, realServer: { ...first, weight: 0 } },
      { kind: 'setWeight', key, realServer: { ...second, weight: 0 } },
    ]);
    await expect(answers(service, 1)).rejects.toThrow('ECONNREFUSED');
    await dataplane.apply([{ kind: 'setWeight', key, realServer: second }]);
    expect(await answers(service, 1)).toEqual(['rs2']);
    await dataplane.apply([{ kind: 'removeService', key }]);
    await expect(answers(service, 1)).rejects.toThrow('ECONNREFUSED');
  });

  it('uses local addresses as they come and go', async () => {
    const [one = '', two = ''] = net.lips;
    await add({ ...service, localAddresses: [one] });
    const sources = async () => (await greetings(service, 4)).map(({ from }) => from.address);
    expect(new Set(await sources())).toEqual(new Set([one]));
    await dataplane.apply([
      { kind: 'addLocalAddress', key, address: two },
      { kind: 'removeLocalAddress', key, address: one },
    ]);
    expect(new Set(await sources())).toEqual(new Set([two]));
    await dataplane.apply([{ kind: 'removeLocalAddress', key, address: two }]);
    await expect(answers(service, 1)).rejects.toThrow('ECONNREFUSED');
  });

  it('changes between fullnat and nat in place', async () => {
    await add(service);
    const edit = { kind: 'editService', key, name: 'web', scheduler: 'wrr' } as const;
    await dataplane.apply([{ ...edit, forwarding: 'nat' }]);
    expect((await greetings(service, 1))[0]?.from.address).toBe(net.client);
    await dataplane.apply([{ ...edit, forwarding: 'fullnat' }]);
    expect((await greetings(service, 1))[0]?.from.address).toBe(net.lips[0]);
  });

  it('is not disturbed by the restart of an agent: the schedule goes on where it was', async () => {
    await add(service);
    await open('kept');
    expect(await answers(service, 1)).toEqual(['rs2']);
    const rulesBefore = await listing();
    const restarted = createNftDataplane({ netns: network.director });
    const seen = (await restarted.observe()).services;
    const ops = diffServices(new Map([[key, service]]), seen);
    await restarted.apply(ops);
    await restarted.close();
    expect(ops).toEqual([]);
    expect(await listing()).toBe(rulesBefore);
    expect(await answers(service, 3)).toEqual(['rs1', 'rs2', 'rs1']);
    expect(await talk('kept', 'still there')).toBe('still there');
    await end('kept');
  });

  it('leaves the schedule of other services alone when one changes', async () => {
    const other = { ...service, port: 81, key: serviceKey('tcp', net.vip, 81) };
    await add(service);
    await add(other);
    expect(await answers(service, 1)).toEqual(['rs1']);
    await dataplane.apply([
      { kind: 'setWeight', key: other.key, realServer: { ...first, weight: 7 } },
    ]);
    expect(await answers(service, 1)).toEqual(['rs2']);
  });

  it('lists what both ends saw of a connection', async () => {
    await add(service);
    const seen = await open('listed');
    const { connections } = await dataplane.connections({ client: net.client });
    expect(connections).toHaveLength(1);
    expect(connections[0]).toMatchObject({
      client: seen.own,
      vip: vipOf(service),
      local: seen.from,
      realServer: seen.at,
      state: 'ESTABLISHED',
    });
    await end('listed');
  });

  it('tells of the end of a connection', async () => {
    await add(service);
    const stop = new AbortController();
    const kinds = new Set<string>();
    const heard = (async () => {
      for await (const { kind } of dataplane.connectionEvents(stop.signal)) kinds.add(kind);
    })();
    await until('a connection told of from its start to its end', async () => {
      await answers(service, 1);
      await network.inDirector(['conntrack', '-F']);
      return kinds.size === 3;
    });
    stop.abort();
    await heard;
    expect(kinds).toEqual(new Set(['new', 'update', 'destroy']));
  });

  it("passes a real server's ICMP error on to the client", async () => {
    const deaf = serviceOn(net, 'udp', {
      realServers: [{ address: first.address, port: 9, weight: 1 }],
    });
    await add(deaf);
    await expect(answers(deaf, 1)).rejects.toThrow('ECONNREFUSED');
  });

  it('gives no local address to connections that it did not balance', async () => {
    await add(service);
    const direct = { ...first, protocol: 'tcp' as const };
    const seen = await network.client.greet('tcp', direct);
    expect(seen.from).toEqual(seen.own);
    expect((await dataplane.connections({})).total).toBe(0);
  });

  it('goes on when its nft and its other children are killed', async () => {
    await add(service);
    const { stdout } = await runTool(['ip', 'netns', 'pids', network.director]);
    const killed = (stdout.match(/\d+/g) ?? []).map(Number).filter((pid) => {
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
      return name === 'nft' || name === 'perl';
    });
    expect(killed).toHaveLength(2);
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await dataplane.apply([{ kind: 'setWeight', key, realServer: { ...first, weight: 0 } }]);
    expect(await answers(service, 2)).toEqual(['rs2', 'rs2']);
  });

  it('sets the kernel up for forwarding, accounting and failover', async () => {
    await add(service);
    for (const { path, value } of REQUIRED_SYSCTLS) {
      expect((await network.inDirector(['cat', `/proc/sys/${path}`])).trim(), path).toBe(value);
    }
  });

  it("leaves the director's own connections alone", async () => {
    await add(service);
    const onDirector = new Endpoint(network.director);
    const direct = await onDirector.greet('tcp', first);
    const toVip = onDirector.greet('tcp', service);
    await expect(toVip).rejects.toThrow('ECONNREFUSED');
    await onDirector.close();
    expect(direct.from).toEqual(direct.own);
  });

  it('makes whole again what was edited by hand', async () => {
    await add(service);
    const edits = [
      'flush map inet sluice slots',
      'flush map inet sluice be4',
      'flush chain inet sluice pre',
      'add chain inet sluice stray',
      'delete map inet sluice be6; flush chain inet sluice pick',
      'delete table inet sluice',
    ];
    for (const edit of edits) {
      // The rules that name a map have to go before it; one transaction does both.
      const text = edit.split('; ').reverse().join('\n');
      await network.inDirector(['nft', '-f', '-'], `${text}\n`);
      const desired = new Map([[key, service]]);
      const seen = await dataplane.observe();
      const ops = diffServices(desired, seen.services);
      if (edit.includes('stray')) expect(seen.foreign[0]?.what).toContain('belong to no service');
      else expect(ops, edit).not.toEqual([]);
      await dataplane.apply(ops);
      expect(await dataplane.observe(), edit).toEqual({
        services: desired,
        zones: [],
        foreign: [],
      });
      expect(new Set(await answers(service, 2)), edit).toEqual(new Set(['rs1', 'rs2']));
    }
  });

  async function packetsTo(address: string): Promise<number> {
    const counters = await dataplane.counters();
    return counters.find(({ realServer }) => realServer.startsWith(address))?.packetsIn ?? 0;
  }

  /** Our table as it stands, counters left out: they count. */
  async function listing(): Promise<string> {
    const text = await network.inDirector(['nft', '-a', 'list', 'table', 'inet', 'sluice']);
    return text.replaceAll(/counter packets \d+ bytes \d+/g, '');
  }
});

function vipOf({ address, port }: DataplaneService): { address: string; port: number } {
  return { address, port };
}
