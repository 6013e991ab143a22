import { expect, test } from 'vitest';
import { createPrefixIndex } from '../../schemas/prefix-index.ts';
import { crossCheck } from '../../schemas/validation/cross-check.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { check, describeTable, type Row } from './cross-check-table.ts';
import {
  CLUSTER,
  document,
  edited,
  FRONT4,
  fleetWith,
  LIPS,
  node,
  service,
  WEB,
  yamlOf,
} from './fleet.ts';

type Zone = Record<string, unknown>;
const zone = (name: string, sources: string[], last: number, more: Zone = {}) => ({
  name,
  sources,
  pool: { addresses: [`10.99.0.${last}`] },
  egressInterface: 'f0',
  ...more,
});
const gateway = (zones: Zone[], more: Record<string, unknown> = {}, name = 'out') =>
  document('SnatGateway', name, { cluster: 'edge', zones, ...more });

const NO_GROUPS = /^E_CAPABILITY SyncGroup\//;

/** `count` zones of a network and an address each. */
const many = (count: number, part: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...zone(`z${i}`, [`10.${part}.${i}.0/24`], 0),
    pool: { addresses: [`100.64.${part}.${i + 1}`] },
  }));
const addresses = (part: number, count: number) =>
  Array.from({ length: count }, (_, i) => `100.64.${part}.${i + 1}`);
/** As many networks as a list takes, each as long as a network is. */
const wideNetworks = (first: string) =>
  Array.from({ length: 256 }, (_, i) => {
    return `${first}:1111:2222:3333:4444:5555:6666:${(0x1000 + i).toString(16)}/128`;
  });

/** A NAT service whose real servers have the director as their gateway, and a way out. */
const NAT = service('nat', {
  vips: ['10.99.0.110'],
  forwarding: 'nat',
  localAddressPool: undefined,
});
const BACK = document('VrrpInstance', 'back4', {
  cluster: 'edge',
  interface: 'bk0',
  virtualRouterId: 60,
  addresses: [{ address: '10.98.0.1/24' }],
});
const NAMED = [
  edited(WEB, { vrrpInstance: 'front4' }),
  edited(NAT, { vrrpInstance: 'front4' }),
  edited(LIPS, { perNode: { lb1: ['fd98::101'], lb2: ['fd98::103'] } }),
];
const WAY_OUT = gateway([zone('inside', ['10.98.0.0/24'], 201)], { vrrpInstance: 'front4' });
const NO_IPV4_LIPS = /^E_LIP_MISSING VirtualService\/web /;

const TABLE: readonly Row[] = [
  [
    'a zone behind one that takes all of it',
    [
      gateway([
        zone('default', ['0.0.0.0/0'], 201),
        zone('office', ['10.1.0.0/16', '10.2.0.0/16'], 202),
      ]),
    ],
    [
      'E_ZONE_UNREACHABLE SnatGateway/out spec.zones[1]: no packet reaches zone office: zone default of SnatGateway/out (f:17) takes them all',
    ],
  ],
  [
    'a network of a zone that an earlier one takes',
    [
      gateway([
        zone('office', ['10.1.0.0/16'], 201),
        zone('more', ['10.1.2.0/24', '10.2.0.0/16'], 202),
        zone('default', ['0.0.0.0/0'], 203),
      ]),
    ],
    [
      'W_ZONE_SHADOWED SnatGateway/out spec.zones[1].sources[0]: no packet of 10.1.2.0/24 comes here: zone office of SnatGateway/out (f:17) takes it',
    ],
  ],
  [
    'zones apart by destination, by link, or from narrow to wide: fine',
    [
      gateway([
        zone('bank', ['10.0.0.0/8'], 201, { destinations: ['192.0.2.0/24'] }),
        zone('inner', ['10.0.0.0/8'], 202, { egressInterface: 'bk0' }),
        zone('office', ['10.1.0.0/16'], 203),
        zone('default', ['0.0.0.0/0'], 204),
      ]),
    ],
    [],
  ],
  [
    'a zone whose destinations an earlier one has',
    [
      gateway([
        zone('bank', ['10.0.0.0/8'], 201, { destinations: ['192.0.2.0/24'] }),
        zone('branch', ['10.1.0.0/16'], 202, { destinations: ['192.0.2.128/25'] }),
      ]),
    ],
    [/^E_ZONE_UNREACHABLE SnatGateway\/out spec.zones\[1\]/],
  ],
  [
    'a zone behind that of another gateway, in the order of names',
    [
      gateway([zone('office', ['10.1.0.0/16'], 201)]),
      gateway([zone('default', ['0.0.0.0/0'], 202)], {}, 'a-first'),
    ],
    [
      /^E_ZONE_UNREACHABLE SnatGateway\/out spec.zones\[0\]: .*zone default of SnatGateway\/a-first/,
    ],
  ],
  [
    'a gateway that leaves UDP out',
    [gateway([zone('default', ['0.0.0.0/0'], 201)], { protocols: ['tcp'] })],
    [
      'W_SNAT_NO_UDP SnatGateway/out spec.protocols: UDP is not translated: hosts behind this gateway have no DNS and no QUIC',
    ],
  ],
  [
    'sources without an address of their family, and strangers among the rest',
    [
      gateway([
        zone('six', ['fd00::/8'], 201, {
          destinations: ['192.0.2.0/24'],
          nextHop: '10.99.0.1',
        }),
      ]),
    ],
    [
      /^E_CAPABILITY SnatGateway\/out spec.zones\[0\].nextHop/,
      'E_FAMILY SnatGateway/out spec.zones[0].pool.addresses: zone six has ipv6 sources and no ipv6 address in its pool',
      'E_FAMILY SnatGateway/out spec.zones[0].nextHop: the next hop 10.99.0.1 is ipv4, the sources are not',
      /^E_FAMILY SnatGateway\/out spec.zones\[0\].destinations\[0\]/,
    ],
  ],
  [
    'an address that no source is for, and sources that no destination is for',
    [
      gateway([
        zone('both', ['10.0.0.0/8', 'fd00::/8'], 201, {
          pool: { addresses: ['10.99.0.201', 'fd99::201'] },
          destinations: ['192.0.2.0/24'],
        }),
        zone('four', ['172.16.0.0/12'], 202, { pool: { addresses: ['10.99.0.202', 'fd99::202'] } }),
      ]),
    ],
    [
      'E_FAMILY SnatGateway/out spec.zones[0].destinations: zone both has ipv6 sources and no ipv6 destination',
      'E_FAMILY SnatGateway/out spec.zones[1].pool.addresses[1]: the zone has no source of the family of fd99::202',
    ],
  ],
  [
    'more zones and addresses than a director can hold, of several gateways together',
    [gateway(many(200, 2), {}, 'a-first'), gateway(many(57, 3))],
    [
      'E_RANGE SnatGateway/out spec.zones: the SNAT gateways of the cluster have 257 zones; at most 256',
    ],
  ],
  [
    'SNAT addresses that two directors would hold at once',
    [
      edited(CLUSTER, { highAvailability: 'none', connectionSync: undefined }),
      gateway([zone('default', ['0.0.0.0/0'], 201)]),
    ],
    [
      'E_CONTRADICTION SnatGateway/out spec.cluster: 2 directors without failover would hold the addresses of its zones at once',
    ],
  ],
  [
    'more addresses than VRRP is told to carry',
    [
      gateway([
        { ...zone('a', ['10.0.0.0/8'], 0), pool: { addresses: addresses(4, 200) } },
        { ...zone('b', ['172.16.0.0/12'], 0), pool: { addresses: addresses(5, 201) } },
      ]),
    ],
    [
      'E_RANGE SnatGateway/out spec.zones: the SNAT gateways of the cluster have 401 addresses; at most 400',
    ],
  ],
  [
    'a zone that is too large to travel',
    [
      gateway([
        {
          ...zone('wide', wideNetworks('2001'), 0),
          pool: { addresses: wideNetworks('2003').map((one) => one.replace('/128', '')) },
          destinations: wideNetworks('2002'),
        },
      ]),
    ],
    [
      /^E_RANGE SnatGateway\/out spec.zones\[0\]: networks and addresses of zone wide take \d+ bytes/,
    ],
  ],
  [
    'a zone with fewer ports than it is made for',
    [gateway([zone('default', ['0.0.0.0/0'], 201, { connections: 200_000 })])],
    [
      'W_PORTS_FEW SnatGateway/out spec.zones[0].pool.addresses: the pool has 64512 ports for 200000 connections to one destination',
    ],
  ],
  [
    'an address in two zones, a local address, a VIP, and a director\u2019s own',
    [
      gateway([
        zone('a', ['10.1.0.0/16'], 201),
        zone('b', ['10.2.0.0/16'], 201),
        zone('c', ['10.3.0.0/16'], 100),
        zone('d', ['10.4.0.0/16'], 11),
        zone('e', ['10.5.0.0/16'], 0, { pool: { addresses: ['10.98.0.101'] } }),
      ]),
    ],
    [
      /^E_ADDRESS_TAKEN SnatGateway\/out spec.zones\[3\].pool.addresses\[0\]: SNAT address 10.99.0.11 is an interface/,
      /^E_LIP_TWICE SnatGateway\/out spec.zones\[1\].pool.addresses\[0\]: 10.99.0.201 is already an address of zone a/,
      /^W_SNAT_ADDRESS_IS_VIP SnatGateway\/out spec.zones\[2\].pool.addresses\[0\]: 10.99.0.100 is also a VIP/,
      /^E_LIP_TWICE SnatGateway\/out spec.zones\[4\].pool.addresses\[0\]: 10.98.0.101 is already a local address of lb1/,
    ],
  ],
  [
    'an egress link that no director has',
    [gateway([zone('default', ['0.0.0.0/0'], 201, { egressInterface: 'f1' })])],
    [/^E_REFERENCE SnatGateway\/out spec.zones\[0\].egressInterface: interface f1 is not among/],
  ],
  [
    'a SNAT address that no VRRP instance carries',
    [gateway([zone('default', ['0.0.0.0/0'], 201)]), BACK],
    [
      /^E_VRRP_AMBIGUOUS VirtualService\/web/,
      /^E_VRRP_AMBIGUOUS LocalAddressPool\/lips/,
      /^E_VRRP_AMBIGUOUS SnatGateway\/out spec.zones\[0\].pool.addresses\[0\]/,
    ],
  ],
  [
    'a real server in the network of its VIP',
    [edited(NAT, { realServers: [{ address: '10.99.0.50' }] })],
    [
      'W_HAIRPIN VirtualService/nat spec.realServers[0].address: real server 10.99.0.50 is in the network of VIP 10.99.0.110 and answers past the director',
    ],
  ],
  [
    'a gateway that can be on another director than the VIP',
    [
      ...NAMED,
      BACK,
      WAY_OUT,
      document('SyncGroup', 'g1', { cluster: 'edge', instances: ['front4', 'front6'] }),
      document('SyncGroup', 'g2', { cluster: 'edge', instances: ['back4'] }),
    ],
    [
      NO_IPV4_LIPS,
      NO_GROUPS,
      NO_GROUPS,
      /^E_SYNC_SPLIT VirtualService\/nat spec.vips\[0\]: VIP 10.99.0.110 \(front4\) can be on another director than gateway 10.98.0.1\/24 of VrrpInstance\/back4/,
    ],
  ],
  [
    'a gateway that moves with the VIP, without groups: fine',
    [...NAMED, BACK, WAY_OUT],
    [NO_IPV4_LIPS],
  ],
  [
    'real servers behind the director without a way out',
    [...NAMED, BACK],
    [
      NO_IPV4_LIPS,
      'W_NAT_NO_EGRESS VirtualService/nat spec.realServers[0].address: real server 10.98.0.21 has the director as its gateway and no SNAT zone: it reaches nothing outside',
    ],
  ],
  [
    'one virtual router id on two links',
    [...NAMED, edited(BACK, { virtualRouterId: 51 }), WAY_OUT],
    [
      NO_IPV4_LIPS,
      /^W_VRID_TWICE VrrpInstance\/back4 spec.virtualRouterId: VrrpInstance\/front4 .* has id 51 too/,
    ],
  ],
  [
    'one fixed address on two directors',
    [
      edited(node('lb2', 12, 100), {
        interfaces: [
          { name: 'f0', addresses: ['10.99.0.11/24'] },
          { name: 'bk0', addresses: ['10.98.0.12/24'] },
        ],
      }),
    ],
    [
      'E_STATIC_TWICE Node/lb2 spec.interfaces[0].addresses[0]: 10.99.0.11 is also an interface address of Node/lb1 (f:3)',
    ],
  ],
  [
    'an address that an instance carries and a director has',
    [edited(FRONT4, { addresses: [{ address: '10.98.0.12/24', interface: 'bk0' }] })],
    [/^E_ADDRESS_TAKEN VrrpInstance\/front4/],
  ],
];

describeTable('gateways and paths are checked for', TABLE);

test('a pool that nobody uses is told to who changes it, and to nobody else', () => {
  const spare = document('LocalAddressPool', 'spare', {
    cluster: 'edge',
    interface: 'bk0',
    perNode: { lb1: ['10.98.0.111'], lb2: ['10.98.0.112'] },
  });
  expect(check([spare]).filter((line) => line.startsWith('W_'))).toEqual([
    'W_ADDRESS_UNUSED LocalAddressPool/spare spec.perNode: no service draws from this pool',
  ]);
});

test('an index of networks gives those that contain one, the widest first', () => {
  const index = createPrefixIndex<string>();
  for (const network of ['10.1.0.0/16', '10.0.0.0/8', '10.1.2.3/24', 'fd00::/8']) {
    index.add(network, network);
  }
  expect(index.covering('10.1.2.200')).toEqual(['10.0.0.0/8', '10.1.0.0/16', '10.1.2.3/24']);
  expect(index.covering('10.1.0.0/16')).toEqual(['10.0.0.0/8', '10.1.0.0/16']);
  expect(index.covering('fd12::/64')).toEqual(['fd00::/8']);
  expect(index.covering('192.0.2.1')).toEqual([]);
});

test('a gateway of the largest size is checked in less than seconds', () => {
  const networks = (zone: number) => Array.from({ length: 256 }, (_, i) => `10.${zone}.${i}.0/24`);
  const zones = Array.from({ length: 256 }, (_, i) => ({
    ...zone(`z${i}`, networks(i), 0),
    pool: { addresses: [`100.64.${i}.1`] },
    destinations: Array.from({ length: 32 }, (_, k) => `192.0.2.${k * 8}/29`),
  }));
  const { resources } = parseFiles([{ name: 'f', text: yamlOf(fleetWith([gateway(zones)])) }]);
  const began = process.cpuUsage();
  const codes = crossCheck(resources).map(({ code }) => code);
  const { user, system } = process.cpuUsage(began);
  expect(codes).toEqual([]);
  // 65,536 networks: about a second.
  expect((user + system) / 1e6).toBeLessThan(6);
}, 60_000);
