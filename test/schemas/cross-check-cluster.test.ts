import { expect, test } from 'vitest';
import { check, describeTable, type Row } from './cross-check-table.ts';
import { CLUSTER, document, edited, FRONT6, LIPS, node, service, WEB } from './fleet.ts';

const TABLE: readonly Row[] = [
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
    'connection sync among three, over a link that its daemon cannot read',
    [
      edited(CLUSTER, { connectionSync: { interface: 'b0' } }),
      ...[11, 12, 13].map((last) =>
        edited(node(`lb${last - 10}`, last, 200 - last), {
          interfaces: [
            { name: 'f0', addresses: [`10.99.0.${last}/24`] },
            { name: 'bk0', addresses: [`10.98.0.${last}/24`] },
            { name: 'b0', addresses: [`10.96.0.${last}/24`] },
          ],
        }),
      ),
      edited(LIPS, {
        perNode: {
          lb1: ['10.98.0.101', 'fd98::101'],
          lb2: ['10.98.0.103', 'fd98::103'],
          lb3: ['10.98.0.105', 'fd98::105'],
        },
      }),
    ],
    [
      'E_CAPABILITY Cluster/edge spec.connectionSync.interface: conntrackd cannot read the interface name b0; rename the interface',
      'E_CAPABILITY Cluster/edge spec.connectionSync: connections can be synchronised with one peer, and there are 2',
    ],
  ],
  [
    'weights so far apart that the light ones together take from the heavy one',
    [
      edited(WEB, {
        scheduler: 'wrr',
        realServers: [
          { address: '10.98.0.21', weight: 60_000 },
          ...Array.from({ length: 20 }, (_, i) => ({ address: `10.98.0.${30 + i}`, weight: 1 })),
        ],
      }),
    ],
    [
      /^E_CAPABILITY VirtualService\/web spec.realServers: the nft driver cannot give every real server its share/,
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

describeTable('clusters are checked for', TABLE);

test('an empty cluster of connection sync is no fault', () => {
  expect(check([CLUSTER])).toEqual([]);
});
