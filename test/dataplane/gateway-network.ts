/**
 * The balancer's network turned round: its two real servers are hosts inside, its client is a host
 * outside, and the director between them translates what leaves by the link `front`.
 */
import type { Dataplane } from '../../dataplane/contract.ts';
import { diffDataplane } from '../../dataplane/diff.ts';
import { createNftDataplane } from '../../dataplane/nft/driver.ts';
import { orderOps } from '../../dataplane/order.ts';
import type { DataplaneContents, DataplaneZone, ZoneCounters } from '../../schemas/dataplane.ts';
import { type Protocol, zoneKey } from '../../schemas/names.ts';
import {
  type BalancerNetwork,
  type Endpoint,
  NET,
  startBalancerNetwork,
} from './balancer-network.ts';
import type { Greeting } from './endpoint.ts';

export type Net = (typeof NET)['ipv4'] | (typeof NET)['ipv6'];

/** Every host greets here, TCP and UDP. */
export const PORT = 9000;

/** Networks of the first and the second host inside, and of everybody. */
export const SOURCES = {
  [NET.ipv4.client]: ['10.98.1.0/24', '10.98.2.0/24', '0.0.0.0/0'],
  [NET.ipv6.client]: ['fd98:1::/64', 'fd98:2::/64', '::/0'],
} as const;

/** Translates the first host to two addresses in turn. */
export function zoneOf(net: Net, name: string, over: Partial<DataplaneZone> = {}): DataplaneZone {
  return {
    key: zoneKey('office', name),
    sources: [SOURCES[net.client][0]],
    destinations: [],
    addresses: net.lips.slice(0, 2),
    rotation: 'roundRobin',
    egressInterface: 'front',
    protocols: ['icmp', 'tcp', 'udp'],
    ...over,
  };
}

/** Translates everybody to the third address. */
export function defaultZone(net: Net): DataplaneZone {
  return zoneOf(net, 'default', { sources: [SOURCES[net.client][2]], addresses: [net.lips[2]] });
}

export class Gateway {
  readonly network: BalancerNetwork;
  readonly dataplane: Dataplane;
  readonly first: Endpoint;
  readonly second: Endpoint;
  readonly outside: Endpoint;

  private constructor(network: BalancerNetwork) {
    this.network = network;
    [this.first, this.second] = network.servers;
    this.outside = network.client;
    this.dataplane = createNftDataplane({ netns: network.director });
  }

  static async start(): Promise<Gateway> {
    const gateway = new Gateway(await startBalancerNetwork());
    const { first, second, outside } = gateway;
    const hosts = [
      { host: outside, name: 'outside', addresses: [NET.ipv4.client, NET.ipv6.client] },
      { host: first, name: 'first', addresses: [NET.ipv4.servers[0], NET.ipv6.servers[0]] },
      { host: second, name: 'second', addresses: [NET.ipv4.servers[1], NET.ipv6.servers[1]] },
    ];
    for (const { host, name, addresses } of hosts) {
      for (const address of addresses) {
        for (const protocol of ['tcp', 'udp'] as const) {
          await host.tell({ do: 'serve', name, protocol, address, port: PORT });
        }
      }
    }
    return gateway;
  }

  /** Makes these the zones of the director, in this order, and nothing else. */
  async hold(...zones: DataplaneZone[]): Promise<void> {
    const desired: DataplaneContents = { services: new Map(), zones };
    const seen = await this.dataplane.observe();
    await this.dataplane.apply(orderOps(diffDataplane(desired, seen)));
  }

  /** For the next test: no zone, no service, no connection. */
  async clear(): Promise<void> {
    await this.hold();
    await this.network.inDirector(['conntrack', '-F']);
  }

  async greetings(
    host: Endpoint,
    net: Net,
    count = 1,
    protocol: Protocol = 'tcp',
  ): Promise<Greeting[]> {
    const seen: Greeting[] = [];
    for (let i = 0; i < count; i += 1) {
      seen.push(await host.greet(protocol, { address: net.client, port: PORT }));
    }
    return seen;
  }

  /** Whom the outside host sees, connection by connection. */
  async sources(...of: Parameters<Gateway['greetings']>): Promise<string[]> {
    return (await this.greetings(...of)).map(({ from }) => from.address);
  }

  async countersOf(zone: DataplaneZone): Promise<ZoneCounters | undefined> {
    const { zones } = await this.dataplane.snatCounters();
    return zones.find((one) => one.zone === zone.key);
  }

  /** Unmatched connections that come with a step; the counter goes on from zone to zone. */
  async unmatchedBy(step: () => Promise<unknown>): Promise<number> {
    const before = (await this.dataplane.snatCounters()).unmatched;
    await step();
    return (await this.dataplane.snatCounters()).unmatched - before;
  }

  async close(): Promise<void> {
    await this.dataplane.close();
    await this.network.close();
  }
}
