/**
 * The deployments of the documents that Sluice grew from, written as resources and rendered to
 * their own dialects: line by line what they set up, without their errors.
 */
import { describe, expect, it } from 'vitest';
import type { Target } from '../../dialects/render/dialect.ts';
import { renderNode } from '../../dialects/render/render-node.ts';
import { type Document, document } from '../schemas/fleet.ts';
import { errorsIn, viewsOf } from './render-fleets.ts';

type Fields = Record<string, unknown>;
const cluster = (spec: Fields) => document('Cluster', 'edge', spec);
const node = (name: string, spec: Fields) =>
  document('Node', name, { cluster: 'edge', managementAddress: '192.0.2.1', ...spec });
const of = (kind: Document['kind'], name: string, spec: Fields) =>
  document(kind, name, { cluster: 'edge', ...spec });

/** What is said, without comments and empty lines. */
function said(documents: readonly Document[], target: Target, isUndo = false): string[] {
  expect(errorsIn(documents)).toEqual([]);
  const [view] = viewsOf(documents);
  if (view === undefined) throw new Error('no director');
  const { text, remarks } = renderNode(view, target, isUndo);
  expect(remarks.filter(({ kind }) => kind === 'refusal')).toEqual([]);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

const FULLNAT = [
  cluster({ dataplane: 'lvs-fork', highAvailability: 'none' }),
  node('lb1', {
    interfaces: [{ name: 'eth0', addresses: ['192.168.104.10/24'] }, { name: 'eth1' }],
  }),
  of('LocalAddressPool', 'lips', { interface: 'eth1', perNode: { lb1: ['192.168.103.84'] } }),
  of('VirtualService', 'app', {
    vips: ['192.168.104.84'],
    ports: [10_000],
    forwarding: 'fullnat',
    localAddressPool: 'lips',
    clientAddress: 'toa',
    realServers: [{ address: '192.168.103.98', port: 9_999 }],
  }),
];

describe('FULLNAT of Alibaba', () => {
  const target = { kind: 'commands', flavour: 'alibaba' } as const;

  it('is a list of commands, every real server with -b', () => {
    expect(said(FULLNAT, target)).toEqual([
      'ip addr replace 192.168.103.84/32 dev eth1',
      'ipvsadm -A -t 192.168.104.84:10000 -s wrr',
      'ipvsadm -P -t 192.168.104.84:10000 -z 192.168.103.84',
      'ipvsadm -a -t 192.168.104.84:10000 -r 192.168.103.98:9999 -b -w 1',
      'ip addr replace 192.168.104.84/32 dev eth0',
    ]);
  });

  it('is taken back from the last to the first', () => {
    expect(said(FULLNAT, target, true)).toEqual([
      'ip addr del 192.168.104.84/32 dev eth0',
      'ipvsadm -d -t 192.168.104.84:10000 -r 192.168.103.98:9999',
      'ipvsadm -Q -t 192.168.104.84:10000 -z 192.168.103.84',
      'ipvsadm -D -t 192.168.104.84:10000',
      'ip addr del 192.168.103.84/32 dev eth1',
    ]);
  });

  it('is a keepalived.conf with a group of local addresses', () => {
    const lines = said(FULLNAT, { kind: 'keepalived', flavour: 'alibaba' }).join(' ');
    expect(lines).toContain('local_address_group lips { 192.168.103.84 }');
    expect(lines).toContain(
      'virtual_server 192.168.104.84 10000 { lb_algo wrr lb_kind FNAT protocol TCP laddr_group_name lips',
    );
  });
});

const ZONES = [
  cluster({ dataplane: 'lvs-fork' }),
  node('gw1', {
    interfaces: [
      { name: 'eth0', addresses: ['1.1.100.11/16'] },
      { name: 'eth1', addresses: ['1.2.100.11/16'] },
    ],
  }),
  of('VrrpInstance', 'vi1', {
    interface: 'eth0',
    virtualRouterId: 52,
    addresses: [{ address: '1.1.100.1/16' }],
  }),
  of('VrrpInstance', 'vi2', {
    interface: 'eth1',
    virtualRouterId: 53,
    addresses: [{ address: '1.2.100.1/16' }, { address: '1.2.100.2/16' }],
  }),
  of('SnatGateway', 'out', {
    protocols: ['tcp', 'udp'],
    vrrpInstance: 'vi2',
    zones: [
      {
        name: 'office',
        sources: ['1.1.0.0/16'],
        pool: { addresses: ['1.2.100.1', '1.2.100.2'] },
        egressInterface: 'eth1',
      },
      {
        name: 'default',
        sources: ['0.0.0.0/0'],
        pool: { addresses: ['1.2.100.3'] },
        egressInterface: 'eth1',
      },
    ],
  }),
];

describe('zones', () => {
  it('of dsnat are its own list, with the service for UDP that it forgot', () => {
    expect(said(ZONES, { kind: 'commands', flavour: 'dsnat' })).toEqual([
      'ipvsadm -A -t 0.0.0.0:0 -s rr',
      'ipvsadm -A -u 0.0.0.0:0 -s rr',
      'ipvsadm -K --zone 1.1.0.0/16',
      'ipvsadm -P --zone 1.1.0.0/16 -z 1.2.100.1',
      'ipvsadm -P --zone 1.1.0.0/16 -z 1.2.100.2',
      'ipvsadm -K --zone 0.0.0.0/0',
      'ipvsadm -P --zone 0.0.0.0/0 -z 1.2.100.3',
    ]);
  });

  it('of lvs-snat v1 are filled by letters of their own', () => {
    const lines = said(ZONES, { kind: 'commands', flavour: 'lvs-snat-v1' });
    expect(lines).toContain('ipvsadm -U --zone 1.1.0.0/16 -z 1.2.100.1');
    expect(said(ZONES, { kind: 'commands', flavour: 'lvs-snat-v1' }, true).slice(0, 2)).toEqual([
      'ipvsadm -W --zone 0.0.0.0/0 -z 1.2.100.3',
      'ipvsadm -V --zone 0.0.0.0/0',
    ]);
  });

  it('of dsnat’s keepalived move with the gateway, every address of them', () => {
    const lines = said(ZONES, { kind: 'keepalived', flavour: 'dsnat' }).join(' ');
    expect(lines).toContain('vrrp_sync_group edge { group { vi1 vi2 } }');
    expect(lines).toContain(
      'virtual_ipaddress { 1.2.100.1/16 dev eth1 1.2.100.2/16 dev eth1 1.2.100.3/32 dev eth1 }',
    );
    expect(lines).toContain(
      'zone 1.1.0.0 16 { laddr_group_name out.office } zone 0.0.0.0 0 { laddr_group_name out.default }',
    );
    expect(lines).toContain('virtual_server 0.0.0.0 0 { lb_algo rr lb_kind FNAT protocol UDP }');
  });

  it('of lvs-snat v2 are rules under the mark that switches them on', () => {
    const all = ZONES.map((one) =>
      one.kind === 'SnatGateway'
        ? { ...one, spec: { ...one.spec, protocols: ['tcp', 'udp', 'icmp'] } }
        : one,
    );
    expect(said(all, { kind: 'commands', flavour: 'lvs-snat-v2' })).toEqual([
      'ipvsadm -A -f 1 -s snat_sched',
      'ipvsadm -K -f 1 -F 1.1.0.0/16 -U 1.2.100.1-1.2.100.2 -O random --oif eth1',
      'ipvsadm -K -f 1 -F 0.0.0.0/0 -U 1.2.100.3-1.2.100.3 -O random --oif eth1',
    ]);
  });
});

const NAT = [
  cluster({ dataplane: 'ipvs' }),
  node('lb1', {
    vrrpPriority: 100,
    interfaces: [{ name: 'eth0' }, { name: 'eth1' }],
    overrides: { vrrpPriorities: { lan: 99 } },
  }),
  of('VrrpInstance', 'wan', { interface: 'eth0', virtualRouterId: 100 }),
  of('VrrpInstance', 'lan', {
    interface: 'eth1',
    virtualRouterId: 101,
    addresses: [{ address: '192.168.168.11/24' }],
  }),
  of('VirtualService', 'web', {
    vips: ['113.226.77.88'],
    ports: [80],
    vrrpInstance: 'wan',
    forwarding: 'nat',
    persistence: { timeoutS: 60 },
    onFailure: 'quiesce',
    realServers: [{ address: '192.168.168.236', port: 8_001, weight: 2 }],
    healthCheck: {
      type: 'http',
      intervalMs: 6_000,
      timeoutMs: 10_000,
      rise: 1,
      fall: 4,
      http: { bodyDigest: 'md5:3ef1267da49c9567b0243dc4be39653a' },
    },
  }),
];

it('NAT with keepalived: both instances move together, checks say retry', () => {
  expect(said(NAT, { kind: 'keepalived', flavour: 'stock' }).join(' ')).toBe(
    [
      'global_defs { router_id lb1 vrrp_version 3 }',
      'vrrp_sync_group edge { group { lan wan } }',
      'vrrp_instance lan { state BACKUP interface eth1 virtual_router_id 101 priority 99',
      'advert_int 1 virtual_ipaddress { 192.168.168.11/24 dev eth1 } }',
      'vrrp_instance wan { state BACKUP interface eth0 virtual_router_id 100 priority 100',
      'advert_int 1 virtual_ipaddress { 113.226.77.88/32 dev eth0 } }',
      'virtual_server 113.226.77.88 80 { delay_loop 6 lb_algo wrr lb_kind NAT',
      'persistence_timeout 60 protocol TCP',
      'real_server 192.168.168.236 8001 { weight 2 inhibit_on_failure HTTP_GET {',
      'url { path / status_code 200 digest 3ef1267da49c9567b0243dc4be39653a }',
      'connect_timeout 10 retry 3 delay_before_retry 6 } } }',
    ].join(' '),
  );
  expect(said(NAT, { kind: 'save', flavour: 'stock' })).toEqual([
    '-A -t 113.226.77.88:80 -s wrr -p 60',
    '-a -t 113.226.77.88:80 -r 192.168.168.236:8001 -m -w 2',
  ]);
});

const dpvs = (highAvailability: string, vip: string, server: string, lip: string) => [
  cluster({ dataplane: 'dpvs', highAvailability }),
  node('lb1', {
    interfaces: [{ name: 'bond1' }, { name: 'bond2', addresses: ['10.0.96.7/24', '2001::7/64'] }],
    bonds: [
      { name: 'bond1', members: ['dpdk0', 'dpdk1'], primary: 'dpdk0' },
      { name: 'bond2', members: ['dpdk2', 'dpdk3'] },
    ],
    routes: [
      { to: '10.0.96.0/24', interface: 'bond2' },
      { to: '::/0', via: '2001::1', interface: 'bond2' },
    ],
  }),
  of('LocalAddressPool', 'lips', { interface: 'bond1', perNode: { lb1: [lip] } }),
  of('VirtualService', 'web', {
    vips: [vip],
    ports: [80],
    scheduler: 'rr',
    forwarding: 'fullnat',
    localAddressPool: 'lips',
    realServers: [{ address: server }],
  }),
];
const ROUTES = [
  'dpip route add 10.0.96.0/24 dev bond2',
  'dpip route -6 add default via 2001::1 dev bond2',
];

describe('DPVS', () => {
  const target = { kind: 'commands', flavour: 'dpvs' } as const;

  it('by commands: prefix lengths, -6, ports of real servers and of local addresses', () => {
    expect(said(dpvs('none', '10.0.96.204', '192.168.229.1', '192.168.229.204'), target)).toEqual([
      ...ROUTES,
      'ipvsadm -A -t 10.0.96.204:80 -s rr',
      'ipvsadm -P -t 10.0.96.204:80 -z 192.168.229.204 -F bond1',
      'ipvsadm -a -t 10.0.96.204:80 -r 192.168.229.1:80 -b -w 1',
      'dpip addr add 10.0.96.204/32 dev bond2',
    ]);
  });

  it('by commands with NAT64: the local address is of the real server’s family', () => {
    expect(said(dpvs('none', '2001::201', '192.168.229.1', '192.168.229.201'), target)).toEqual([
      ...ROUTES,
      'ipvsadm -A -t [2001::201]:80 -s rr',
      'ipvsadm -P -t [2001::201]:80 -z 192.168.229.201 -F bond1',
      'ipvsadm -a -t [2001::201]:80 -r 192.168.229.1:80 -b -w 1',
      'dpip addr add 2001::201/128 dev bond2',
    ]);
  });

  const pair = [
    ...dpvs('vrrp', '10.0.96.201', '192.168.229.1', '192.168.229.201'),
    of('VrrpInstance', 'vi1', { interface: 'bond2', virtualRouterId: 201 }),
  ];

  it('by keepalived: VRRP on the kernel’s side of the port, the port on each local address', () => {
    const lines = said(pair, { kind: 'keepalived', flavour: 'dpvs' }).join(' ');
    expect(lines).toContain('interface bond2.kni dpdk_interface bond2 virtual_router_id 201');
    expect(lines).toContain('virtual_ipaddress { 10.0.96.201/32 }');
    expect(lines).toContain('local_address_group lips { 192.168.229.201 bond1 }');
    expect(lines).toContain('lb_kind FNAT protocol TCP laddr_group_name lips');
  });

  it('by dpip beside keepalived: local addresses with their ports’ pool, and routes', () => {
    expect(said(pair, { kind: 'dpip', flavour: 'dpvs' })).toEqual([
      'dpip addr add 192.168.229.201/32 dev bond1 sapool',
      ...ROUTES,
    ]);
  });

  it('by dpvs.conf: bonds by number, no KNI for a slave, one for the port of VRRP', () => {
    expect(said(pair, { kind: 'dpvs-conf', flavour: 'dpvs' }).join(' ')).toBe(
      'netif_defs { <init> device dpdk0 { } <init> device dpdk1 { } <init> device dpdk2 { } ' +
        '<init> device dpdk3 { } <init> bonding bond1 { mode 4 slave dpdk0 slave dpdk1 ' +
        'primary dpdk0 } <init> bonding bond2 { mode 4 slave dpdk2 slave dpdk3 kni_name bond2.kni } }',
    );
  });

  it('translates by match services, the zone that is tried first made last', () => {
    const gateway = [
      cluster({ dataplane: 'dpvs', highAvailability: 'none' }),
      node('gw1', { interfaces: [{ name: 'dpdk0' }] }),
      of('SnatGateway', 'out', {
        protocols: ['tcp'],
        zones: [
          {
            name: 'lab',
            sources: ['10.1.0.0/16'],
            pool: { addresses: ['203.0.113.9'], rotation: 'persistent' },
            egressInterface: 'dpdk0',
          },
          {
            name: 'rest',
            sources: ['10.0.0.0/8'],
            pool: { addresses: ['203.0.113.8'] },
            egressInterface: 'dpdk0',
          },
        ],
      }),
    ];
    const rest = 'proto=tcp,src-range=10.0.0.0-10.255.255.255,oif=dpdk0';
    const lab = 'proto=tcp,src-range=10.1.0.0-10.1.255.255,oif=dpdk0';
    expect(said(gateway, target)).toEqual([
      'dpip addr add 203.0.113.9/32 dev dpdk0 sapool',
      'dpip addr add 203.0.113.8/32 dev dpdk0 sapool',
      `ipvsadm -A -H ${rest} -s rr`,
      `ipvsadm -a -H ${rest} -r 203.0.113.8:0 -J -w 1`,
      `ipvsadm -A -H ${lab} -s mh`,
      `ipvsadm -a -H ${lab} -r 203.0.113.9:0 -J -w 1`,
    ]);
    const blocks = said(gateway, { kind: 'keepalived', flavour: 'dpvs' }).join(' ');
    expect(blocks).toMatch(/match out\.rest\.tcp .* match out\.lab\.tcp /);
  });
});
