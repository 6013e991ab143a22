/**
 * What the lab's network looks like, as plain data: which machines there are and where each is
 * plugged in. Nothing here touches a kernel; commands.ts turns a topology into commands.
 *
 * Three networks: clients reach directors on `front`, directors reach real servers on `back`,
 * agents reach etcd, NATS and Temporal on `mgmt`. The box's own network namespace is the machine
 * `hub`; every other machine is a network namespace of its name.
 */
import { FleetError } from '../../schemas/errors.ts';
import { isName } from '../../schemas/names.ts';

export interface LabTopology {
  readonly networks: readonly LabNetwork[];
  readonly directors: readonly LabMachine[];
  readonly realServers: readonly LabMachine[];
  readonly clients: readonly LabMachine[];
  /** The box's own namespace: where the servers, the controller and the worker run. */
  readonly hub: LabMachine;
}

/** One bridge. `name` is what links name. */
export interface LabNetwork {
  readonly name: string;
  readonly ipv4: string;
  readonly ipv6?: string;
}

export interface LabMachine {
  readonly name: string;
  readonly links: readonly LabLink[];
  /**
   * Set on real servers: answers from the back address leave through this gateway, also to
   * clients on a connected network. It is the address that directors share by VRRP (NAT mode).
   */
  readonly answersVia?: { readonly link: string; readonly gateways: readonly string[] };
  /** Addresses on lo, silent in ARP: the VIPs that a real server accepts in DR mode. */
  readonly loopback?: readonly string[];
}

export interface LabLink {
  /** Interface name inside the machine, e.g. `f0`. */
  readonly name: string;
  readonly network: string;
  /** With prefix length, e.g. `10.99.0.11/24`. */
  readonly addresses: readonly string[];
}

/** The namespace that holds the bridges. It is the network itself, so no machine has its name. */
export const SWITCH = 'sw';
export const HUB = 'hub';
export const HUB_ADDRESS = '10.97.0.1';

const NETWORKS: readonly LabNetwork[] = [
  { name: 'front', ipv4: '10.99.0.0/24', ipv6: 'fd99::/64' },
  { name: 'back', ipv4: '10.98.0.0/24', ipv6: 'fd98::/64' },
  { name: 'mgmt', ipv4: '10.97.0.0/24' },
];

export interface TopologySize {
  readonly directors?: number;
  readonly realServers?: number;
  readonly clients?: number;
}

/** A host part must stay below 10 in each range: .11 to .19, .21 to .29, .10 for the client. */
const MACHINES_MAX = 9;

/**
 * lb1, lb2 (.11, .12), rs1, rs2 (.21, .22), c1 (front .10), unless told how many; the same last
 * number in every network. Further clients are .51, .52 and so on.
 */
export function defaultTopology(size: TopologySize = {}): LabTopology {
  const { directors = 2, realServers = 2, clients = 1 } = size;
  for (const count of [directors, realServers, clients]) {
    if (count < 0 || count > MACHINES_MAX || !Number.isInteger(count)) {
      throw new FleetError('E_LAB', `a lab has 0 to ${MACHINES_MAX} machines of a kind`);
    }
  }
  return {
    networks: NETWORKS,
    hub: { name: HUB, links: [link('mgmt0', 'mgmt', 1)] },
    directors: counted(directors, (i) => ({
      name: `lb${i}`,
      links: [
        link('f0', 'front', 10 + i),
        link('bk0', 'back', 10 + i),
        link('mgmt0', 'mgmt', 10 + i),
      ],
    })),
    realServers: counted(realServers, (i) => ({
      name: `rs${i}`,
      // f0 is for DR mode, where a real server answers the client itself.
      links: [link('bk0', 'back', 20 + i), link('f0', 'front', 20 + i)],
      answersVia: { link: 'bk0', gateways: ['10.98.0.1', 'fd98::1'] },
    })),
    clients: counted(clients, (i) => ({
      name: `c${i}`,
      links: [link('f0', 'front', i === 1 ? 10 : 49 + i)],
    })),
  };
}

function counted<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

function link(name: string, network: 'front' | 'back' | 'mgmt', host: number): LabLink {
  const addresses = {
    front: [`10.99.0.${host}/24`, `fd99::${host}/64`],
    back: [`10.98.0.${host}/24`, `fd98::${host}/64`],
    mgmt: [`10.97.0.${host}/24`],
  };
  return { name, network, addresses: addresses[network] };
}

/** Every machine but the hub. */
export function machines(topology: LabTopology): LabMachine[] {
  return [...topology.directors, ...topology.realServers, ...topology.clients];
}

/** Linux: IFNAMSIZ less its zero byte. */
const INTERFACE_NAME_MAX = 15;

/** Every problem of a topology, empty when it can be built. */
export function topologyProblems(topology: LabTopology): string[] {
  const problems: string[] = [];
  const networks = new Set(topology.networks.map((network) => network.name));
  const names = new Set<string>([SWITCH, HUB]);
  for (const { name } of topology.networks) {
    if (!isName(name) || name.length > INTERFACE_NAME_MAX) {
      problems.push(`network ${JSON.stringify(name)} cannot be the name of a bridge`);
    }
  }
  for (const machine of machines(topology)) {
    if (!isName(machine.name)) problems.push(`machine ${JSON.stringify(machine.name)} is no name`);
    if (names.has(machine.name)) problems.push(`two machines are called ${machine.name}`);
    names.add(machine.name);
  }
  const taken = new Map<string, string>();
  for (const machine of [topology.hub, ...machines(topology)]) {
    for (const link of machine.links) {
      if (!isName(link.name) || link.name.length > INTERFACE_NAME_MAX) {
        problems.push(`${machine.name}: link ${JSON.stringify(link.name)} is no interface name`);
      }
      if (!networks.has(link.network)) {
        problems.push(`${machine.name}: link ${link.name} is in no network (${link.network})`);
      }
      for (const address of link.addresses) {
        const other = taken.get(address);
        if (other) problems.push(`${machine.name} and ${other} both have ${address}`);
        taken.set(address, machine.name);
      }
    }
  }
  return problems;
}
