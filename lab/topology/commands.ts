/**
 * A topology as the commands that build it, one argument array each, to be run in order as root of
 * the box's network namespace. Pure, so that what the lab does to a kernel can be read and tested
 * without one.
 *
 * The bridges stand in a namespace of their own: the hub's routing and the host's bridge filters
 * never see the frames of other machines, as a real switch is no part of any server.
 */
import { FleetError } from '../../schemas/errors.ts';
import { HUB, type LabMachine, type LabTopology, machines, SWITCH } from './topology.ts';

export type Command = readonly [string, ...string[]];

/** Everything, the switch first. Needs an empty /run/netns and a network namespace of its own. */
export function buildCommands(topology: LabTopology): Command[] {
  return [
    ['ip', 'link', 'set', 'lo', 'up'],
    ...switchCommands(topology),
    ...linkCommands(topology, topology.hub),
    ...machines(topology).flatMap((machine) => powerOnCommands(topology, machine)),
  ];
}

/** Argv prefix that runs a command on a machine; nsenter execs, so the pid is the command's own. */
export function onMachine(node: string): string[] {
  return node === HUB ? [] : ['nsenter', `--net=/run/netns/${node}`, '--'];
}

function switchCommands(topology: LabTopology): Command[] {
  return [
    ['ip', 'netns', 'add', SWITCH],
    // The switch itself takes no part in IPv6; else each bridge would announce itself.
    sysctl(SWITCH, ['net.ipv6.conf.default.disable_ipv6=1', 'net.ipv6.conf.all.disable_ipv6=1']),
    ...topology.networks.flatMap(({ name }): Command[] => [
      // Snooping without a querier would in time stop VRRP's multicast.
      [
        ...inSwitch('link', 'add', name, 'type', 'bridge'),
        'forward_delay',
        '0',
        'mcast_snooping',
        '0',
      ],
      inSwitch('link', 'set', name, 'up'),
    ]),
  ];
}

/** One machine with an empty kernel: also what a machine is after a power cycle. */
export function powerOnCommands(topology: LabTopology, machine: LabMachine): Command[] {
  const { name, answersVia, loopback = [] } = machine;
  const isRealServer = topology.realServers.includes(machine);
  return [
    ['ip', 'netns', 'add', name],
    // The lab has no duplicate addresses; looking for them would delay link-local ones by seconds.
    sysctl(name, ['net.ipv6.conf.default.accept_dad=0', 'net.ipv6.conf.all.accept_dad=0']),
    // Before the links are there, since a link takes the default of the moment it is made. What
    // directors need is their agent's to set.
    ...(isRealServer ? [sysctl(name, REAL_SERVER_SYSCTLS)] : []),
    ['ip', '-n', name, 'link', 'set', 'lo', 'up'],
    ...linkCommands(topology, machine),
    ...(answersVia === undefined ? [] : answerCommands(topology, machine, answersVia)),
    ...loopback.map((address): Command => ['ip', '-n', name, 'addr', 'add', address, 'dev', 'lo']),
  ];
}

/** ip-sysctl: answers may leave by another link; DR mode's VIP on lo stays silent in ARP. */
const REAL_SERVER_SYSCTLS = [
  'net.ipv4.conf.all.rp_filter=0',
  'net.ipv4.conf.default.rp_filter=0',
  'net.ipv4.conf.all.arp_ignore=1',
  'net.ipv4.conf.all.arp_announce=2',
];

/**
 * A network namespace has no power switch: with every process killed its kernel would go on
 * forwarding and answering for its addresses, which a dead machine does not. So its links go down;
 * and they do so before the processes are killed, since the kernel says goodbye (FIN, RST) for
 * each of their connections, which a dead machine does not do either.
 */
export function powerOffCommands(machine: LabMachine): Command[] {
  return machine.links.map(({ name }) => ['ip', '-n', machine.name, 'link', 'set', name, 'down']);
}

/** Forgets the machine's kernel, so that powerOnCommands can build it again. */
export function removeCommands(topology: LabTopology, machine: LabMachine): Command[] {
  return [
    // A namespace ends some time after its deletion; its ports must be gone at once.
    ...machine.links.map(({ name }) => inSwitch('link', 'del', portName(topology, machine, name))),
    ['ip', 'netns', 'del', machine.name],
  ];
}

function linkCommands(topology: LabTopology, machine: LabMachine): Command[] {
  const ip = machine.name === HUB ? ['ip'] : ['ip', '-n', machine.name];
  return machine.links.flatMap((link): Command[] => {
    const port = portName(topology, machine, link.name);
    const peer = ['peer', 'name', port, 'netns', SWITCH];
    const place = machine.name === HUB ? [] : ['netns', machine.name];
    const mac = hardwareAddress(topology, machine, link.name);
    return [
      ['ip', 'link', 'add', link.name, ...place, 'address', mac, 'type', 'veth', ...peer],
      inSwitch('link', 'set', port, 'alias', `${machine.name}:${link.name}`),
      inSwitch('link', 'set', port, 'master', link.network, 'up'),
      ...link.addresses.map((address): Command => {
        const nodad = address.includes(':') ? ['nodad'] : [];
        return ['ip', ...ip.slice(1), 'addr', 'add', address, 'dev', link.name, ...nodad];
      }),
      ['ip', ...ip.slice(1), 'link', 'set', link.name, 'up'],
    ];
  });
}

/** A table of its own, chosen by the source address: the way out of NAT mode. */
const ANSWER_TABLE = '98';

function answerCommands(
  topology: LabTopology,
  machine: LabMachine,
  { link, gateways }: NonNullable<LabMachine['answersVia']>,
): Command[] {
  const plug = machine.links.find((candidate) => candidate.name === link);
  const network = topology.networks.find((candidate) => candidate.name === plug?.network);
  if (plug === undefined || network === undefined) {
    throw new FleetError('E_LAB', `${machine.name} answers via ${link}, a link it does not have`);
  }
  const table = ['table', ANSWER_TABLE];
  return gateways.flatMap((gateway): Command[] => {
    const isV6 = gateway.includes(':');
    const ip: Command = ['ip', '-n', machine.name, isV6 ? '-6' : '-4'];
    const subnet = isV6 ? network.ipv6 : network.ipv4;
    const sources = plug.addresses.filter((address) => address.includes(':') === isV6);
    return [
      ...(subnet === undefined
        ? []
        : [[...ip, 'route', 'add', subnet, 'dev', link, ...table] as Command]),
      [...ip, 'route', 'add', 'default', 'via', gateway, 'dev', link, ...table],
      ...sources.map((source): Command => {
        return [...ip, 'rule', 'add', 'from', source.replace(/\/.*/, ''), 'lookup', ANSWER_TABLE];
      }),
    ];
  });
}

/** Numbered, since `machine-link` may be longer than an interface's name; the alias says whose. */
function portName(topology: LabTopology, machine: LabMachine, link: string): string {
  return `p${portNumber(topology, machine, link)}`;
}

/**
 * Locally administered (RFC 7042, 2.1) and the same after a power cycle: a machine that comes back
 * keeps its network cards, so its neighbours need not learn it anew.
 */
function hardwareAddress(topology: LabTopology, machine: LabMachine, link: string): string {
  const number = portNumber(topology, machine, link) + 1;
  const [high, low] = [number >> 8, number & 0xff].map((byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return `02:00:00:00:${high}:${low}`;
}

function portNumber(topology: LabTopology, machine: LabMachine, link: string): number {
  const ports = [topology.hub, ...machines(topology)].flatMap(({ name, links }) =>
    links.map((plug) => `${name}:${plug.name}`),
  );
  return ports.indexOf(`${machine.name}:${link}`);
}

function sysctl(node: string, settings: readonly string[]): Command {
  return ['nsenter', `--net=/run/netns/${node}`, '--', 'sysctl', '-qw', ...settings];
}

function inSwitch(...args: string[]): Command {
  return ['ip', '-n', SWITCH, ...args];
}
