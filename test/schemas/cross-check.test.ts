import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../schemas/validation/cross-check.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import {
  CLUSTER,
  type Document,
  document,
  edited,
  FLEET,
  FRONT4,
  FRONT6,
  fleetWith,
  LIPS,
  node,
  service,
  WEB,
  WEB6,
  yamlOf,
} from './fleet.ts';

function check(documents: readonly Document[]): string[] {
  const parsed = parseFiles([{ name: 'f', text: yamlOf(documents) }]);
  expect(parsed.problems).toEqual([]);
  return crossCheck(parsed.resources, parsed.broken).map(
    ({ code, severity, resource, path, message, line }) => {
      expect(line).toBeGreaterThan(0);
      expect(severity).toBe(code.startsWith('W_') ? 'warning' : 'error');
      // Columns are tested with the parser; here they would only count characters of JSON.
      return `${code} ${resource} ${path}: ${message.replace(/(f:\d+):\d+/g, '$1')}`;
    },
  );
}

const MEMORY_EDGE2 = [
  document('Cluster', 'edge2', { highAvailability: 'none' }),
  document('Node', 'x1', { cluster: 'edge2', managementAddress: '10.97.0.21' }),
];

type Row = readonly [
  what: string,
  changed: readonly Document[],
  problems: readonly (string | RegExp)[],
  without?: readonly string[],
];

const TABLE: readonly Row[] = [
  [
    'a cluster that does not exist, with the nearest name',
    [
      service('api', {
        cluster: 'egde',
        vips: ['10.99.0.9'],
        localAddressPool: undefined,
        forwarding: 'nat',
      }),
    ],
    ['E_REFERENCE VirtualService/api spec.cluster: there is no Cluster egde'],
  ],
  [
    'a pool of another cluster',
    [...MEMORY_EDGE2, service('api', { cluster: 'edge2', vips: ['10.99.0.9'] })],
    [
      'E_REFERENCE VirtualService/api spec.localAddressPool: LocalAddressPool lips is of cluster edge, not of edge2',
    ],
  ],
  [
    'a VRRP instance that does not exist',
    [edited(WEB, { vrrpInstance: 'front' })],
    ['E_REFERENCE VirtualService/web spec.vrrpInstance: there is no VrrpInstance front'],
  ],
  [
    'a node that does not exist, in a pool',
    [edited(LIPS, { perNode: { ...(LIPS.spec['perNode'] as object), lb3: ['10.98.0.105'] } })],
    ['E_REFERENCE LocalAddressPool/lips spec.perNode.lb3: there is no Node lb3'],
  ],
  [
    'an interface that a director does not have',
    [edited(FRONT4, { interface: 'f1' })],
    [
      'E_REFERENCE VrrpInstance/front4 spec.interface: interface f1 is not among the interfaces of lb1, lb2',
    ],
  ],
  [
    'a real server of a service that does not exist',
    [document('RealServer', 'r1', { virtualService: 'wbe', address: '10.98.0.23' })],
    ['E_REFERENCE RealServer/r1 spec.virtualService: there is no VirtualService wbe'],
  ],
  [
    'one listener in two services',
    [service('api')],
    [
      'E_VIP_TWICE VirtualService/api spec.vips[0]: tcp/10.99.0.100:80 is already claimed by VirtualService/web (f:13)',
    ],
  ],
  [
    'the same VIP with another port or protocol: fine',
    [service('api', { ports: [443] }), service('dns', { protocol: 'udp' })],
    [],
  ],
  [
    'one listener twice in one service',
    [edited(WEB, { vips: ['10.99.0.100', '10.99.0.100'] })],
    [
      'E_VIP_TWICE VirtualService/web spec.vips[1]: tcp/10.99.0.100:80 stands twice in this service',
    ],
  ],
  [
    'one VIP in two clusters, even with other ports',
    [
      ...MEMORY_EDGE2,
      service('api', {
        cluster: 'edge2',
        ports: [443],
        forwarding: 'nat',
        localAddressPool: undefined,
      }),
    ],
    [
      /^E_VIP_TWICE VirtualService\/api spec.vips\[0\]: VIP 10.99.0.100 is already held by another cluster/,
    ],
  ],
  [
    'a fullnat service without a pool',
    [edited(WEB, { localAddressPool: undefined })],
    [
      'E_LIP_MISSING VirtualService/web spec.localAddressPool: a fullnat service needs a pool of local addresses',
    ],
  ],
  [
    'a pool without an entry for a director',
    [edited(LIPS, { perNode: { lb1: ['10.98.0.101', 'fd98::101'] } })],
    [
      'E_LIP_MISSING VirtualService/web spec.localAddressPool: pool lips has no local addresses for lb2',
      'E_LIP_MISSING VirtualService/web6 spec.localAddressPool: pool lips has no local addresses for lb2',
    ],
  ],
  [
    'local addresses of the wrong family',
    [edited(LIPS, { perNode: { lb1: ['10.98.0.101'], lb2: ['10.98.0.103'] } })],
    [
      'E_LIP_MISSING VirtualService/web6 spec.localAddressPool: the real servers are ipv6; pool lips has no ipv6 address for lb1, lb2',
    ],
  ],
  [
    'one local address on two directors',
    [
      edited(LIPS, {
        perNode: { lb1: ['10.98.0.101', 'fd98::101'], lb2: ['10.98.0.101', 'fd98::103'] },
      }),
    ],
    [
      'E_LIP_TWICE LocalAddressPool/lips spec.perNode.lb2[0]: 10.98.0.101 is already a local address of lb1, in LocalAddressPool/lips (f:11)',
    ],
  ],
  [
    'one local address in two pools',
    [
      document('LocalAddressPool', 'more', {
        cluster: 'edge',
        interface: 'bk0',
        perNode: { lb1: ['10.98.0.101'] },
      }),
    ],
    [
      /^E_LIP_TWICE LocalAddressPool\/more spec.perNode.lb1\[0\]: 10.98.0.101 is already a local address of lb1/,
    ],
  ],
  [
    'a local address that is a VIP',
    [
      edited(LIPS, {
        perNode: { lb1: ['10.99.0.100', 'fd98::101'], lb2: ['10.98.0.103', 'fd98::103'] },
      }),
    ],
    [
      /^E_LIP_TWICE LocalAddressPool\/lips spec.perNode.lb1\[0\]: 10.99.0.100 is also a VIP, of VirtualService\/web/,
    ],
  ],
  [
    'a VIP that is a management address',
    [edited(WEB, { vips: ['10.97.0.12'] })],
    [
      'E_ADDRESS_TAKEN VirtualService/web spec.vips[0]: VIP 10.97.0.12 is the management address of Node/lb2 (f:5)',
    ],
  ],
  [
    'a local address that is a director\u2019s own',
    [
      edited(LIPS, {
        perNode: { lb1: ['10.98.0.12', 'fd98::101'], lb2: ['10.98.0.103', 'fd98::103'] },
      }),
    ],
    [/^E_ADDRESS_TAKEN .* local address 10.98.0.12 is an interface address of Node\/lb2/],
  ],
  [
    'a carried address that is a director\u2019s own',
    [edited(FRONT4, { addresses: [{ address: '10.99.0.11/24' }] })],
    [
      /^E_ADDRESS_TAKEN VrrpInstance\/front4 spec.addresses\[0\].address: carried address 10.99.0.11 is an interface/,
    ],
  ],
  [
    'a real server of the other family, with the driver\u2019s reason',
    [edited(WEB6, { realServers: [{ address: 'fd98::21' }, { address: '10.98.0.21' }] })],
    [
      'E_FAMILY VirtualService/web6 spec.realServers[1].address: real server 10.98.0.21 is ipv4, the VIPs are ipv6; nftables has no NAT64',
    ],
  ],
  [
    'VIPs of both families in one service',
    [edited(WEB, { vips: ['10.99.0.100', 'fd99::101'] })],
    [
      'E_FAMILY VirtualService/web spec.vips[1]: VIPs of both families in one service; nftables has no NAT64',
    ],
  ],
  [
    'a VIP on an instance of the other family',
    [edited(WEB, { vrrpInstance: 'front6' })],
    [
      'E_FAMILY VirtualService/web spec.vips[0]: 10.99.0.100 cannot be carried by VrrpInstance front6, which is ipv6',
    ],
  ],
  [
    'a carried address of the other family',
    [edited(FRONT4, { addresses: [{ address: 'fd99::1/64' }] })],
    [
      'E_FAMILY VrrpInstance/front4 spec.addresses[0].address: fd99::1/64 is ipv6, the instance is ipv4',
    ],
  ],
  [
    'a scheduler the driver does not have, with its reason',
    [edited(WEB, { scheduler: 'wlc' })],
    [
      'E_CAPABILITY VirtualService/web spec.scheduler: the nft driver cannot schedule by wlc: nftables cannot take a minimum over connection counts',
    ],
  ],
  [
    'a forwarding the driver does not have',
    [edited(WEB, { forwarding: 'tun', localAddressPool: undefined })],
    [
      'E_CAPABILITY VirtualService/web spec.forwarding: the nft driver cannot forward by tun: nftables cannot encapsulate',
    ],
  ],
  [
    'no VRRP instance of that family',
    [],
    [
      'E_VRRP_MISSING VirtualService/web6 spec.vips[0]: cluster edge has no ipv6 VRRP instance to carry fd99::100',
      'E_VRRP_MISSING LocalAddressPool/lips spec.perNode.lb1[1]: cluster edge has no ipv6 VRRP instance to carry fd98::101',
    ],
    ['VrrpInstance/front6'],
  ],
  [
    'several VRRP instances and none named',
    [document('VrrpInstance', 'other4', { cluster: 'edge', interface: 'f0', virtualRouterId: 52 })],
    [
      'E_VRRP_AMBIGUOUS VirtualService/web spec.vips[0]: several VRRP instances could carry 10.99.0.100: front4, other4',
      'E_VRRP_AMBIGUOUS LocalAddressPool/lips spec.perNode.lb1[0]: several VRRP instances could carry 10.98.0.101: front4, other4',
    ],
  ],
  [
    'one VIP carried by two instances',
    [
      document('VrrpInstance', 'other4', { cluster: 'edge', interface: 'f0', virtualRouterId: 52 }),
      edited(LIPS, { perNode: { lb1: ['fd98::101'], lb2: ['fd98::103'] } }),
      edited(WEB, { vrrpInstance: 'front4', forwarding: 'nat', localAddressPool: undefined }),
      service('api', {
        ports: [443],
        vrrpInstance: 'other4',
        forwarding: 'nat',
        localAddressPool: undefined,
      }),
    ],
    [
      /^E_VRRP_AMBIGUOUS VirtualService\/api spec.vips\[0\]: 10.99.0.100 is carried by other4 here and by front4 in VirtualService\/web/,
    ],
  ],
  [
    'one virtual router id twice on one link',
    [
      document('VrrpInstance', 'other4', { cluster: 'edge', interface: 'f0', virtualRouterId: 51 }),
      edited(WEB, { vrrpInstance: 'front4' }),
      edited(LIPS, {
        perNode: { lb1: ['10.98.0.101', 'fd98::101'], lb2: ['10.98.0.103', 'fd98::103'] },
        vrrpInstance: undefined,
      }),
    ],
    [
      /^E_VRRP_AMBIGUOUS LocalAddressPool\/lips/,
      /^E_VRID_CLASH VrrpInstance\/other4 spec.virtualRouterId: virtual router id 51 \(ipv4\) is used in the same network by VrrpInstance\/front4/,
    ],
  ],
  [
    'one virtual router id twice in one network, by two clusters',
    [
      document('Cluster', 'edge2', { highAvailability: 'none' }),
      document('Node', 'x1', {
        cluster: 'edge2',
        managementAddress: '10.97.0.21',
        interfaces: [{ name: 'eth7', network: 'front' }],
      }),
      document('VrrpInstance', 'x4', { cluster: 'edge2', interface: 'eth7', virtualRouterId: 51 }),
    ],
    [/^E_VRID_CLASH VrrpInstance\/x4 spec.virtualRouterId: .* by VrrpInstance\/front4/],
  ],
  [
    'one virtual router id twice in different networks: fine',
    [
      document('Cluster', 'edge2', { highAvailability: 'none' }),
      document('Node', 'x1', { cluster: 'edge2', managementAddress: '10.97.0.21' }),
      document('VrrpInstance', 'x4', { cluster: 'edge2', interface: 'f0', virtualRouterId: 51 }),
    ],
    [],
  ],
  [
    'one priority on two directors',
    [node('lb2', 12, 150)],
    [
      'E_PRIORITY_EQUAL Node/lb2 spec.vrrpPriority: VRRP priority 150 is also that of Node/lb1 (f:3)',
    ],
  ],
  [
    'one real server twice in the list',
    [
      edited(WEB, {
        realServers: [{ address: '10.98.0.21' }, { address: '10.98.0.21', port: 80 }],
      }),
    ],
    [
      /^E_REAL_SERVER_TWICE VirtualService\/web spec.realServers\[1\].address: 10.98.0.21:80 is already a real server/,
    ],
  ],
  [
    'one real server in the list and as a resource',
    [document('RealServer', 'r1', { virtualService: 'web', address: '10.98.0.21' })],
    [/^E_REAL_SERVER_TWICE RealServer\/r1 spec.address: 10.98.0.21:80 is already a real server/],
  ],
  [
    'a real server without a port behind a service of several',
    [edited(WEB, { ports: [80, 443], realServers: [{ address: '10.98.0.21' }] })],
    [
      'E_REAL_SERVER_PORT VirtualService/web spec.realServers[0]: real server 10.98.0.21 needs a port: the service has several',
    ],
  ],
  [
    'more listeners than one service may have',
    [
      edited(WEB, {
        vips: Array.from({ length: 9 }, (_, i) => `10.99.1.${i}`),
        ports: Array.from({ length: 8 }, (_, i) => 80 + i),
        realServers: [{ address: '10.98.0.21', port: 80 }],
      }),
    ],
    ['E_RANGE VirtualService/web spec.ports: VIPs x ports are 72 listeners; at most 64'],
  ],
  [
    'connection sync on a link without an address',
    [edited(node('lb2', 12, 100), { interfaces: [{ name: 'f0' }, { name: 'bk0' }] })],
    [
      'E_SYNC_ADDRESS Node/lb2 spec.interfaces: connection sync needs an address on interface bk0 of this director',
    ],
  ],
  [
    'connection sync on addresses of different families',
    [
      edited(node('lb1', 11, 150), {
        interfaces: [{ name: 'f0' }, { name: 'bk0', addresses: ['10.98.0.11/24'] }],
      }),
      edited(node('lb2', 12, 100), {
        interfaces: [{ name: 'f0' }, { name: 'bk0', addresses: ['fd98::12/64'] }],
      }),
    ],
    [
      'E_SYNC_ADDRESS Cluster/edge spec.connectionSync.interface: the directors have no address family in common on interface bk0',
    ],
  ],
  [
    'a service without real servers',
    [edited(WEB, { realServers: [] })],
    [
      'W_NO_REAL_SERVER VirtualService/web spec.realServers: the service has no real servers: connections to it will be refused',
    ],
  ],
  [
    'a service without a health check',
    [edited(WEB, { healthCheck: undefined })],
    [
      'W_NO_HEALTH_CHECK VirtualService/web spec.healthCheck: the service has no health check: dead real servers keep getting connections',
    ],
  ],
  [
    'a cluster of one with failover',
    [edited(LIPS, { perNode: { lb1: ['10.98.0.101', 'fd98::101'] } })],
    [
      'W_SINGLE_DIRECTOR Cluster/edge spec.highAvailability: the cluster has one director: when it fails, its services fail',
    ],
    ['Node/lb2'],
  ],
  [
    'an IPv6 instance without a link-local address first',
    [edited(FRONT6, { addresses: [] })],
    [
      'W_LINK_LOCAL_FIRST VrrpInstance/front6 spec.addresses: the first address of an IPv6 VRRP instance should be link-local',
    ],
  ],
];

test('a sound fleet has no problems', () => {
  expect(check(FLEET)).toEqual([]);
});

describe('a fleet is checked for', () => {
  test.each(TABLE.map((row) => [row[0], row] as const))('%s', (_, row) => {
    const [, changed, problems, without = []] = row;
    const wanted = problems.map((problem) =>
      problem instanceof RegExp ? expect.stringMatching(problem) : problem,
    );
    expect(check(fleetWith(changed, without))).toEqual(wanted);
  });
});

test('an empty cluster of connection sync is no fault', () => {
  expect(check([CLUSTER])).toEqual([]);
});
