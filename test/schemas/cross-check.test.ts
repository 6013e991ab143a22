import { expect, test } from 'vitest';
import { check, describeTable, type Row } from './cross-check-table.ts';
import { document, edited, FLEET, FRONT4, LIPS, service, WEB, WEB6 } from './fleet.ts';

const MEMORY_EDGE2 = [
  document('Cluster', 'edge2', { highAvailability: 'none' }),
  document('Node', 'x1', { cluster: 'edge2', managementAddress: '10.97.0.21' }),
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
      'W_ADDRESS_UNUSED LocalAddressPool/more spec.perNode: no service draws from this pool',
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
];

test('a sound fleet has no problems', () => {
  expect(check(FLEET)).toEqual([]);
});

describeTable('services and addresses are checked for', TABLE);
