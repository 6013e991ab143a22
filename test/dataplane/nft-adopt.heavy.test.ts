/**
 * A director that balances by rules written by hand is taken over and given back, with clients who
 * must not notice: real connections through network namespaces while it happens.
 */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Adoption, PlannedDirector } from '../../dataplane/adopt/contract.ts';
import type { Dataplane } from '../../dataplane/contract.ts';
import { diffDataplane } from '../../dataplane/diff.ts';
import { createNftAdoption } from '../../dataplane/nft/adopt/adoption.ts';
import { createNftDataplane } from '../../dataplane/nft/driver.ts';
import type { FoundService } from '../../schemas/adopt.ts';
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { nodeObject } from '../node-agent/plans.ts';
import { type BalancerNetwork, NET, startBalancerNetwork } from './balancer-network.ts';

const PORT = 8080;
const [V4, V6] = [NET.ipv4, NET.ipv6];
const [RS1, RS2] = V4.servers;

/** Two of three to rs2; source addresses in turn; v6 with the clients' own; egress besides. */
const BY_HAND = `
table ip balancer {
  map services {
    type ipv4_addr . inet_proto . inet_service : verdict
    elements = { ${V4.vip} . tcp . 80 : goto web, ${V4.vip} . udp . 80 : goto dns }
  }
  chain web {
    counter
    meta l4proto tcp dnat to numgen inc mod 3 map { 0 : ${RS1}, 1-2 : ${RS2} }:${PORT}
  }
  chain dns {
    meta l4proto udp dnat to numgen random mod 2 map { 0 : ${RS1}, 1 : ${RS2} }:${PORT}
  }
  chain before {
    type nat hook prerouting priority dstnat; policy accept;
    ip daddr . ip protocol . th dport vmap @services
  }
  chain after {
    type nat hook postrouting priority srcnat; policy accept;
    ct status dnat snat to numgen inc mod 2 map { 0 : ${V4.lips[0]}, 1 : ${V4.lips[1]} }
  }
}
table inet six {
  chain before {
    type nat hook prerouting priority dstnat - 5; policy accept;
    ip6 daddr ${V6.vip} tcp dport 80 dnat ip6 to [${V6.servers[0]}]:${PORT}
  }
}
table ip egress {
  chain after {
    type nat hook postrouting priority srcnat; policy accept;
    ip saddr 10.98.0.0/16 oifname "front" masquerade
  }
}
`;

let network: BalancerNetwork;
let dataplane: Dataplane;
let adoption: Adoption;

const load = (text: string) => network.inDirector(['nft', '-f', '/dev/stdin'], text);
const drop = async (name: string) => load(`add table ${name}\ndelete table ${name}\n`);
const rules = () => network.inDirector(['nft', '-s', 'list', 'ruleset']);
const table = (...words: string[]) => network.inDirector(['nft', '-s', 'list', 'table', ...words]);
const oldTables = async () => [await table('ip', 'balancer'), await table('inet', 'six')];

beforeAll(async () => {
  network = await startBalancerNetwork();
  const { director } = network;
  dataplane = createNftDataplane({ netns: director });
  adoption = createNftAdoption({
    ...{ dataplane, dir: tempDir('adopt'), nowMs: Date.now, obstacles: async () => [] },
    ledgerPath: join(tempDir('ledger'), 'static-addresses.json'),
    wrap: ['ip', 'netns', 'exec', director],
  });
  // As on a director that works already.
  for (const path of ['ipv4.ip_forward', 'ipv6.conf.all.forwarding']) {
    await network.inDirector(['sysctl', '-qw', `net.${path}=1`]);
  }
  await network.inDirector(['sysctl', '-qw', 'net.ipv4.conf.all.rp_filter=2']);
  for (const [i, server] of network.servers.entries()) {
    for (const protocol of ['tcp', 'udp'] as const) {
      for (const { servers } of [V4, V6]) {
        const [address = '', name] = [servers[i], `rs${i + 1}`];
        await server.tell({ do: 'serve', name, protocol, address, port: PORT });
      }
    }
  }
}, 60_000);

afterAll(async () => {
  await dataplane?.close();
  await network?.close();
});

afterEach(async () => {
  const observed = await dataplane.observe();
  await dataplane.apply(diffDataplane({ services: new Map(), zones: [] }, observed));
  for (const name of ['ip balancer', 'inet six', 'ip egress']) await drop(name);
});

function asPlanned(found: readonly FoundService[]): PlannedDirector {
  const vip = { address: `${V4.vip}/32`, interface: 'lo' };
  const services = found.map(
    (one): DataplaneService => ({
      ...{ key: one.key, name: 'web', address: one.address, port: one.port },
      ...{ protocol: one.protocol, scheduler: one.scheduler, forwarding: one.forwarding },
      ...{ localAddresses: one.localAddresses, realServers: one.realServers },
    }),
  );
  return { node: { ...nodeObject(), staticAddresses: [vip] }, services };
}

function order(plan: PlannedDirector, over: { onlyUnderstood?: boolean } = {}) {
  const services = new Map(plan.services.map((one) => [one.key, one]));
  const desired = { services, zones: [] };
  return { ...plan, desired, fingerprint: '', onlyUnderstood: false, ...over };
}

function webOf({ services }: PlannedDirector): DataplaneService {
  const web = services.find(({ key }) => key === `tcp/${V4.vip}:80`);
  if (web === undefined) throw new Error('it was found before');
  return web;
}

/** Clients that come one after the other, until they are told to stop. */
function clients(protocol: 'tcp' | 'udp', address: string) {
  let served = 0;
  const failures: string[] = [];
  let isStopped = false;
  const running = (async () => {
    while (!isStopped) {
      await network.client
        .greet(protocol, { address, port: 80 })
        .then(() => {
          served += 1;
        })
        .catch((error: unknown) => failures.push(String(error)));
    }
  })();
  const stop = async () => {
    isStopped = true;
    await running;
    return failures;
  };
  // A test that fails leaves none behind: the next one counts its own.
  onTestFinished(async () => {
    await stop();
  });
  return { stop, seen: () => served + failures.length };
}

/** Carries it out under a steady stream of new clients, none of whom may fail. */
async function unnoticed<T>(step: () => Promise<T>): Promise<T> {
  const polls = [clients('tcp', V4.vip), clients('udp', V4.vip), clients('tcp', V6.vip)];
  const served = (count: number) =>
    until('all kinds of clients were served', () => polls.every(({ seen }) => seen() >= count), {
      timeoutMs: 60_000,
    });
  await served(3);
  const result = await step();
  const sofar = Math.max(...polls.map(({ seen }) => seen()));
  await served(sofar + 3);
  for (const poll of polls) expect(await poll.stop()).toEqual([]);
  return result;
}

/** Twelve new connections, counted by who answered. */
async function burst(): Promise<Record<string, number>> {
  const served: Record<string, number> = {};
  for (let i = 0; i < 12; i += 1) {
    const { server } = await network.client.greet('tcp', { address: V4.vip, port: 80 });
    served[server] = (served[server] ?? 0) + 1;
  }
  return served;
}

describe('a director that balances by rules written by hand', () => {
  test('is read as it is, and what is no balancing is told apart', async () => {
    await load(BY_HAND);
    const { services, egress, notUnderstood } = await adoption.live(undefined);
    expect(notUnderstood).toEqual([]);
    expect(egress).toMatchObject([{ where: expect.stringContaining('table ip egress') }]);
    const reals = (one: number, two: number) =>
      [one, two].map((weight, i) => ({ address: V4.servers[i], port: PORT, weight }));
    const fullnat = { forwarding: 'fullnat', localAddresses: V4.lips.slice(0, 2) };
    expect(Object.fromEntries(services.map((one) => [one.key, one]))).toMatchObject({
      [`tcp/${V4.vip}:80`]: { scheduler: 'wrr', ...fullnat, realServers: reals(1, 2) },
      [`udp/${V4.vip}:80`]: { scheduler: 'rr', ...fullnat, realServers: reals(1, 1) },
      [`tcp/[${V6.vip}]:80`]: {
        ...{ scheduler: 'rr', forwarding: 'nat', localAddresses: [] },
        realServers: [{ address: V6.servers[0], port: PORT, weight: 1 }],
      },
    });
  });

  test('is taken over and given back, and no client notices', async () => {
    await load(BY_HAND);
    const { services, fingerprint } = await adoption.live(undefined);
    const plan = asPlanned(services);
    await expect(adoption.assertFree(plan.services)).rejects.toMatchObject({
      code: 'E_NOT_ADOPTED',
    });
    expect((await adoption.live(plan)).differences).toEqual([]);
    const before = await oldTables();
    const open = (id: string, address: string) =>
      network.client.tell({ do: 'open', id, address, port: 80 });
    const talk = (id: string, text: string) => network.client.tell({ do: 'talk', id, text });
    await open('v4', V4.vip);
    await open('v6', V6.vip);
    const reply = await unnoticed(() => adoption.takeOver({ ...order(plan), fingerprint }));
    expect(reply.removed).toEqual(['table ip balancer', 'table inet six']);
    expect(reply.addresses).toEqual([V4.vip]);
    expect(await rules()).not.toContain('balancer');
    expect(await talk('v4', 'still here')).toBe('still here');
    // The same once more, as after a reply that was lost on the way.
    expect(await adoption.takeOver(order(plan))).toEqual(reply);
    expect(await burst()).toEqual({ rs1: 4, rs2: 8 });
    await adoption.assertFree(plan.services);

    const { taken } = await adoption.live(plan);
    expect(taken).toMatchObject({ isUndoable: true, services: reply.services });
    await unnoticed(() => adoption.undo());
    expect(await oldTables()).toEqual(before);
    expect(await rules()).not.toContain('sluice');
    expect(await talk('v4', 'and back')).toBe('and back');
    expect(await talk('v6', 'too')).toBe('too');
    expect(await burst()).toEqual({ rs1: 4, rs2: 8 });
    for (const id of ['v4', 'v6']) await network.client.tell({ do: 'close', id });
  }, 240_000);

  test('is left alone when a rule is not understood, unless only the rest is asked for', async () => {
    await load(BY_HAND);
    await load(`
      add chain ip balancer more { type nat hook prerouting priority dstnat; policy accept; }
      add rule ip balancer more ip daddr 10.99.9.2 tcp dport 81 ip ttl 64 dnat to ${RS1}
    `);
    const { services, notUnderstood } = await adoption.live(undefined);
    expect(notUnderstood).toMatchObject([{ rule: expect.stringContaining('ip ttl 64') }]);
    const plan = asPlanned(services);
    const before = await rules();
    await expect(adoption.takeOver(order(plan))).rejects.toMatchObject({
      code: 'E_ADOPT_REFUSED',
      message: expect.stringContaining('ip ttl 64'),
    });
    expect(await rules()).toBe(before);

    await adoption.takeOver(order(plan, { onlyUnderstood: true }));
    const after = await rules();
    expect(after).toContain('ip ttl 64');
    expect(after).not.toContain('vmap @services');
    expect(await burst()).toEqual({ rs1: 4, rs2: 8 });
    await adoption.undo();
    expect(await burst()).toEqual({ rs1: 4, rs2: 8 });
    expect(await rules()).toContain('vmap @services');
  });

  test('is refused for every difference from the plan, and for rules that moved meanwhile', async () => {
    await load(BY_HAND);
    const { services, fingerprint } = await adoption.live(undefined);
    const plan = asPlanned(services);
    const web = webOf(plan);
    const realServers = web.realServers.map((one) => ({ ...one, weight: one.weight + 1 }));
    const rest = plan.services.filter((one) => one !== web);
    const other = { ...plan, services: [{ ...web, realServers }, ...rest] };
    await expect(adoption.takeOver(order(other))).rejects.toMatchObject({
      message: expect.stringContaining(
        `real server ${RS1}:${PORT} is 1 of 3, the plan says 2 of 5`,
      ),
    });
    await load(`add rule ip balancer after counter`);
    await expect(adoption.takeOver({ ...order(plan), fingerprint })).rejects.toMatchObject({
      message: expect.stringContaining('changed since'),
    });
    const { services: ours } = await dataplane.observe();
    expect(ours.size).toBe(0);
  });

  test('is taken over from its own address to LIPs that are new to it', async () => {
    const lip = '10.98.2.77';
    await load(`
      add table ip balancer
      add chain ip balancer before { type nat hook prerouting priority dstnat; policy accept; }
      add rule ip balancer before ip daddr ${V4.vip} tcp dport 80 dnat to ${RS2}:${PORT}
      add chain ip balancer after { type nat hook postrouting priority srcnat; policy accept; }
      add rule ip balancer after oifname "back2" masquerade
    `);
    const greet = () => network.client.greet('tcp', { address: V4.vip, port: 80 });
    expect((await greet()).from.address).toBe('10.98.2.1');
    const found = asPlanned((await adoption.live(undefined)).services);
    const services = found.services.map((one) => ({ ...one, localAddresses: [lip] }));
    const carried = { address: `${lip}/32`, interface: 'back2' };
    const plan = { services, node: { ...found.node, staticAddresses: [carried] } };
    expect((await adoption.live(plan)).differences).toEqual([]);
    const poll = clients('tcp', V4.vip);
    await adoption.takeOver(order(plan));
    expect((await greet()).from.address).toBe(lip);
    expect(await poll.stop()).toEqual([]);
    // The rule that may be about others too stays, and ours comes before it.
    expect(await rules()).toContain('oifname "back2" masquerade');
    await adoption.undo();
    expect((await greet()).from.address).toBe('10.98.2.1');
  });

  test('is taken over part by part, and given back as a whole', async () => {
    await load(BY_HAND);
    const before = await oldTables();
    const plan = asPlanned((await adoption.live(undefined)).services);
    const six = plan.services.filter(({ address }) => address === V6.vip);
    const first = await adoption.takeOver(
      order({ ...plan, services: six }, { onlyUnderstood: true }),
    );
    expect(first.removed).toEqual(['table inet six']);
    const second = await adoption.takeOver(order(plan));
    expect(second.removed).toEqual(['table inet six', 'table ip balancer']);
    expect(second.services).toHaveLength(3);
    await adoption.undo();
    expect(await oldTables()).toEqual(before);
  });

  test('is not given back once more than what was taken over is ours', async () => {
    await load(BY_HAND);
    const { services } = await adoption.live(undefined);
    const plan = asPlanned(services);
    await adoption.takeOver(order(plan));
    const later = { ...webOf(plan), key: `tcp/${V4.vip}:81`, port: 81 };
    await dataplane.apply([{ kind: 'addService', service: later }]);
    const reason = `1 services came later, such as tcp/${V4.vip}:81`;
    expect((await adoption.live(plan)).taken).toMatchObject({ isUndoable: false, reason });
    await expect(adoption.undo()).rejects.toMatchObject({ message: reason });
    await dataplane.apply([{ kind: 'removeService', key: later.key }]);
    await adoption.undo();
  });
});
