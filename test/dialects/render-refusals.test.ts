/**
 * What a dialect cannot say is refused at the very field, and what rests on it is left out; what
 * another program says, or what is said a little differently, is a note.
 */
import { describe, expect, it } from 'vitest';
import type { Flavour } from '../../dialects/flavour.ts';
import type { FileKind, Target } from '../../dialects/render/dialect.ts';
import type { Remark } from '../../dialects/render/remark.ts';
import { renderNode } from '../../dialects/render/render-node.ts';
import { type Document, document, edited } from '../schemas/fleet.ts';
import { viewsOf } from './render-fleets.ts';

type Fields = Record<string, unknown>;
const of = (kind: Document['kind'], name: string, spec: Fields) =>
  document(kind, name, { cluster: 'edge', ...spec });

const CLUSTER = document('Cluster', 'edge', {});
const NODE = of('Node', 'lb1', {
  managementAddress: '192.0.2.1',
  interfaces: [{ name: 'f0', addresses: ['10.9.0.2/24'] }, { name: 'bk0' }],
});
const FRONT = of('VrrpInstance', 'front', { interface: 'f0', virtualRouterId: 7 });
const LIPS = of('LocalAddressPool', 'lips', { interface: 'f0', perNode: { lb1: ['10.9.0.9'] } });
const WEB = of('VirtualService', 'web', {
  vips: ['10.9.0.1'],
  ports: [80],
  forwarding: 'nat',
  realServers: [{ address: '10.8.0.1' }],
});
const FULLNAT = edited(WEB, { forwarding: 'fullnat', localAddressPool: 'lips' });
const ZONE = {
  name: 'all',
  sources: ['10.0.0.0/8'],
  pool: { addresses: ['10.9.0.50'] },
  egressInterface: 'f0',
};
const OUT = of('SnatGateway', 'out', { protocols: ['tcp', 'udp'], zones: [ZONE] });

function rendered(documents: readonly Document[], target: Target) {
  const all = new Map([CLUSTER, NODE, FRONT].map((one) => [`${one.kind}/${one.name}`, one]));
  for (const one of documents) all.set(`${one.kind}/${one.name}`, one);
  const [view] = viewsOf([...all.values()]);
  if (view === undefined) throw new Error('no director');
  return renderNode(view, target);
}

const targetOf = (text: string): Target => {
  const [kind, flavour] = text.split(' ') as [FileKind, Flavour];
  return { kind, flavour };
};

const said = (remarks: readonly Remark[], kind: Remark['kind']) =>
  remarks.filter((one) => one.kind === kind).map((one) => `${one.resource} ${one.path}`);

const web = (spec: Fields) => [LIPS, edited(WEB, spec)];
const fullnat = (spec: Fields) => [LIPS, edited(FULLNAT, spec)];
const out = (spec: Fields, zone: Fields = {}) => [
  edited(OUT, { zones: [{ ...ZONE, ...zone }], ...spec }),
];
const SERVICE = 'VirtualService/web spec';
const http = (fields: Fields) => web({ healthCheck: { type: 'http', http: fields } });

const REFUSED: readonly [target: string, documents: Document[], place: string][] = [
  ['keepalived stock', [LIPS, FULLNAT], `${SERVICE}.forwarding`],
  ['save stock', [LIPS, FULLNAT], `${SERVICE}.forwarding`],
  ['keepalived dsnat', [LIPS, FULLNAT], `${SERVICE}.forwarding`],
  ['keepalived lvs-snat-v1', [LIPS, FULLNAT], `${SERVICE}.forwarding`],
  ['keepalived alibaba', web({ scheduler: 'mh' }), `${SERVICE}.scheduler`],
  ['commands dpvs', web({ scheduler: 'lc' }), `${SERVICE}.scheduler`],
  ['commands stock', web({ synproxy: true }), `${SERVICE}.synproxy`],
  ['commands stock', web({ deny: ['192.0.2.0/24'] }), `${SERVICE}.deny`],
  ['commands dpvs', web({ allow: ['192.0.2.1', '192.0.2.0/24'] }), `${SERVICE}.allow[1]`],
  ['keepalived dpvs', web({ limits: { connections: 5 } }), `${SERVICE}.limits`],
  ['commands alibaba', fullnat({ clientAddress: 'proxyV2' }), `${SERVICE}.clientAddress`],
  ['keepalived stock', web({ expireQuiescent: true }), `${SERVICE}.expireQuiescent`],
  ['commands dpvs', web({ protocol: 'udp', onePacket: true }), `${SERVICE}.onePacket`],
  ['keepalived dpvs', web({ healthCheck: { type: 'ping' } }), `${SERVICE}.healthCheck.type`],
  ['keepalived stock', http({ path: '/a b' }), `${SERVICE}.healthCheck.http.path`],
  ['keepalived stock', http({ path: `/${'a'.repeat(1_000)}` }), `${SERVICE}.healthCheck.http.path`],
  [
    'keepalived stock',
    http({ expectBody: '.'.repeat(400) }),
    `${SERVICE}.healthCheck.http.expectBody`,
  ],
  [
    'keepalived stock',
    web({ healthCheck: { type: 'udp', udp: { payload: '00'.repeat(500) } } }),
    `${SERVICE}.healthCheck.udp.payload`,
  ],
  [
    'keepalived stock',
    web({ healthCheck: { type: 'udp', udp: { payload: '12ff' } } }),
    `${SERVICE}.healthCheck.udp.payload`,
  ],
  [
    'keepalived stock',
    web({ healthCheck: { type: 'dns', dns: { name: 'a..example' } } }),
    `${SERVICE}.healthCheck.dns.name`,
  ],
  ['keepalived alibaba', http({ path: '/a#b' }), `${SERVICE}.healthCheck.http.path`],
  ['keepalived alibaba', http({ expectBody: 'ok' }), `${SERVICE}.healthCheck.http.expectBody`],
  ['keepalived stock', http({ expectBody: '\u00fc' }), `${SERVICE}.healthCheck.http.expectBody`],
  [
    'keepalived stock',
    http({ bodyDigest: `sha256:${'0'.repeat(64)}` }),
    `${SERVICE}.healthCheck.http.bodyDigest`,
  ],
  [
    'keepalived stock',
    web({ healthCheck: { type: 'dns', dns: { name: 'a.example', recordType: 'SRV' } } }),
    `${SERVICE}.healthCheck.dns.recordType`,
  ],
  ['keepalived stock', web({ quorum: { up: 2, down: 1 } }), `${SERVICE}.quorum`],
  ['keepalived stock', web({ quorum: { up: 2, down: 0 } }), `${SERVICE}.quorum.down`],
  [
    'keepalived stock',
    web({ forwarding: 'dr', sorryServer: { address: '10.8.0.9', port: 81 } }),
    `${SERVICE}.sorryServer.port`,
  ],
  ['keepalived dsnat', web({ vips: ['fd00::1'] }), `${SERVICE}.vips[0]`],
  [
    'commands dpvs',
    fullnat({ realServers: [{ address: '10.8.0.1' }, { address: 'fd00::1' }] }),
    `${SERVICE}.realServers[1].address`,
  ],
  [
    'keepalived dpvs',
    [edited(LIPS, { portRange: { first: 2_000 } }), FULLNAT],
    'LocalAddressPool/lips spec.portRange',
  ],
  ['keepalived stock', [OUT], 'SnatGateway/out spec.zones'],
  ['keepalived alibaba', [OUT], 'SnatGateway/out spec.zones'],
  ['keepalived lvs-snat-v1', [OUT], 'SnatGateway/out spec.zones'],
  ['keepalived dpvs', [OUT], 'SnatGateway/out spec.zones'],
  ['commands dsnat', [WEB, OUT], 'SnatGateway/out spec.zones'],
  ['commands dsnat', out({ protocols: ['tcp', 'icmp'] }), 'SnatGateway/out spec.protocols[1]'],
  ['commands lvs-snat-v2', out({ protocols: ['tcp'] }), 'SnatGateway/out spec.protocols'],
  [
    'commands lvs-snat-v1',
    out({}, { destinations: ['192.0.2.0/24'] }),
    'SnatGateway/out spec.zones[0].destinations',
  ],
  ['commands dsnat', out({}, { nextHop: '10.9.0.254' }), 'SnatGateway/out spec.zones[0].nextHop'],
  [
    'commands dsnat',
    out({}, { pool: { addresses: ['10.9.0.50'], rotation: 'persistent' } }),
    'SnatGateway/out spec.zones[0].pool.rotation',
  ],
  [
    'keepalived lvs-snat-v2',
    out({}, { pool: { addresses: ['10.9.0.50', '10.9.0.52'] } }),
    'SnatGateway/out spec.zones[0].pool.addresses',
  ],
  [
    'keepalived lvs-snat-v2',
    out({ zones: [ZONE, { ...ZONE, name: 'lab', sources: ['10.1.0.0/16'] }] }),
    'SnatGateway/out spec.zones[1].sources[0]',
  ],
  [
    'commands lvs-snat-v2',
    [edited(WEB, { vips: undefined, ports: undefined, fwmark: 1 }), OUT],
    'SnatGateway/out spec.zones',
  ],
  [
    'keepalived stock',
    [edited(CLUSTER, { highAvailability: 'ecmp' })],
    'Cluster/edge spec.highAvailability',
  ],
  [
    'commands dpvs',
    [edited(CLUSTER, { connectionSync: { interface: 'bk0' } })],
    'Cluster/edge spec.connectionSync',
  ],
  [
    'keepalived alibaba',
    [edited(FRONT, { advertIntervalMs: 500 }), WEB],
    'VrrpInstance/front spec.advertIntervalMs',
  ],
  ['keepalived stock', [], 'VrrpInstance/front spec.addresses'],
  [
    'keepalived dpvs',
    [edited(FRONT, { addresses: [{ address: '10.8.0.254/24', interface: 'bk0' }] })],
    'VrrpInstance/front spec.interface',
  ],
  [
    'dpip dpvs',
    [edited(NODE, { routes: [{ to: '10.0.0.0/8', interface: 'f0', table: 7 }] })],
    'Node/lb1 spec.routes[0].table',
  ],
];

describe('refused', () => {
  it.each(REFUSED)('for %s: %#', (target, documents, place) => {
    const { remarks, text } = rendered(documents, targetOf(target));
    const refusals = said(remarks, 'refusal');
    expect(refusals).toContain(place);
    for (const { message, kind } of remarks) {
      if (kind === 'refusal') expect(text).toContain(message);
    }
    const body = text.replace(/^#.*$/gm, '');
    if (place.startsWith('VirtualService')) expect(body).not.toMatch(/10\.8\.0\.1[ :]/);
    if (place.startsWith('SnatGateway')) expect(body).not.toMatch(/zone |match|snat_rule/);
  });
});

const NOTED: readonly [target: string, documents: Document[], place: string][] = [
  ['commands stock', web({ healthCheck: { type: 'tcp' } }), `${SERVICE}.healthCheck`],
  ['save stock', web({ quorum: { up: 1, down: 1 } }), `${SERVICE}.quorum`],
  ['commands stock', [WEB], 'VrrpInstance/front spec'],
  [
    'keepalived stock',
    web({ healthCheck: { type: 'tcp', rise: 2 } }),
    `${SERVICE}.healthCheck.rise`,
  ],
  [
    'keepalived alibaba',
    web({ healthCheck: { type: 'tcp', intervalMs: 1_500 } }),
    `${SERVICE}.healthCheck.intervalMs`,
  ],
  [
    'keepalived dsnat',
    web({ healthCheck: { type: 'tcp', fall: 3 } }),
    `${SERVICE}.healthCheck.fall`,
  ],
  [
    'keepalived dpvs',
    [WEB, edited(NODE, { bonds: [{ name: 'b0', members: ['f0'] }] })],
    'Node/lb1 spec.bonds',
  ],
  [
    'keepalived dpvs',
    [WEB, edited(NODE, { routes: [{ to: '10.0.0.0/8', interface: 'f0' }] })],
    'Node/lb1 spec.routes',
  ],
  [
    'keepalived dpvs',
    [WEB, edited(CLUSTER, { highAvailability: 'none' })],
    'Cluster/edge spec.highAvailability',
  ],
  [
    'keepalived dpvs',
    [edited(LIPS, { exhaustionPercent: 80 }), FULLNAT],
    'LocalAddressPool/lips spec.exhaustionPercent',
  ],
  ['dpvs-conf dpvs', [WEB], 'Node/lb1 spec.interfaces'],
];

describe('noted', () => {
  it.each(NOTED)('for %s: %#', (target, documents, place) => {
    const { remarks } = rendered(documents, targetOf(target));
    expect(said(remarks, 'note')).toContain(place);
    expect(said(remarks, 'refusal')).toEqual([]);
  });
});

describe('said all the same', () => {
  const lines = (documents: readonly Document[], target: string) => {
    const { text, remarks } = rendered(documents, targetOf(target));
    expect(said(remarks, 'refusal')).toEqual([]);
    return text.replace(/\s+/g, ' ');
  };

  it('links go by the name that they have on the director', () => {
    const renamed = edited(NODE, { overrides: { interfaces: { f0: 'eth7' } } });
    const text = lines([renamed, LIPS, FULLNAT], 'keepalived dpvs');
    expect(text).toContain('interface eth7.kni dpdk_interface eth7');
    expect(text).toContain('local_address_group lips { 10.9.0.9 eth7 }');
    const stock = lines([renamed, WEB], 'keepalived stock');
    expect(stock).toContain('10.9.0.1/32 dev eth7');
  });

  it('addresses beyond the twentieth are carried without being advertised', () => {
    const vips = Array.from({ length: 22 }, (_, at) => `10.9.1.${at + 1}`);
    const text = lines([edited(WEB, { vips })], 'keepalived stock');
    expect(text).toContain('virtual_ipaddress_excluded { 10.9.1.8/32 dev f0 10.9.1.9/32 dev f0 }');
  });

  it('an IPv6 instance begins with a link-local address, its own or that of its router', () => {
    const six = edited(FRONT, { family: 'ipv6' });
    const service = edited(WEB, { vips: ['fd00::9'], realServers: [{ address: 'fd00::1' }] });
    const made = lines([six, service], 'keepalived stock');
    expect(made).toContain('{ fe80::200:5eff:fe00:207/64 dev f0 fd00::9/128 dev f0 }');
    const own = edited(six, { addresses: [{ address: 'fe80::9/64' }] });
    expect(lines([own, service], 'keepalived stock')).toContain(
      'virtual_ipaddress { fe80::9/64 dev f0 fd00::9/128 dev f0 }',
    );
  });

  it('listeners of both families are a group for each', () => {
    const both = edited(WEB, {
      vips: ['10.9.0.1', 'fd00::9'],
      ports: [80, 443],
      fwmark: undefined,
    });
    const six = of('VrrpInstance', 'six', { interface: 'f0', virtualRouterId: 7, family: 'ipv6' });
    const nat64 = edited(both, { ...FULLNAT.spec, vips: both.spec['vips'], ports: [80, 443] });
    const servers = edited(nat64, { realServers: [{ address: '10.8.0.1', port: 80 }] });
    const text = lines([six, LIPS, servers], 'keepalived dpvs');
    expect(text).toContain('virtual_server_group web.ipv4 { 10.9.0.1 80 10.9.0.1 443 }');
    expect(text).toContain('virtual_server_group web.ipv6 { fd00::9 80 fd00::9 443 }');
  });

  it('sync groups are those that are declared', () => {
    const more = ['a', 'b', 'c'].map((name, at) =>
      of('VrrpInstance', name, {
        interface: 'f0',
        virtualRouterId: at + 20,
        addresses: [{ address: `10.9.2.${at + 1}/24` }],
      }),
    );
    const group = of('SyncGroup', 'pair', { instances: ['b', 'a'] });
    const service = edited(WEB, { vrrpInstance: 'front' });
    const text = lines([...more, group, service], 'keepalived stock');
    expect(text.match(/vrrp_sync_group/g)).toHaveLength(1);
    expect(text).toContain('vrrp_sync_group pair { group { a b } }');
  });

  it('a RealServer that joins stands among the service’s own', () => {
    const joins = document('RealServer', 'r1', { virtualService: 'web', address: '10.8.0.2' });
    expect(lines([WEB, joins], 'commands stock')).toContain('-r 10.8.0.2:80 -m -w 1');
  });

  it('connections are synced: by keepalived with VRRP, else by ipvsadm', () => {
    const synced = { connectionSync: { interface: 'bk0' } };
    const cluster = edited(CLUSTER, synced);
    expect(lines([cluster, WEB], 'keepalived stock')).toContain('lvs_sync_daemon bk0 front');
    expect(lines([cluster, WEB], 'keepalived alibaba')).toContain('lvs_sync_daemon_interface bk0');
    const alone = edited(CLUSTER, { ...synced, highAvailability: 'none' });
    expect(lines([alone, WEB], 'commands stock')).toContain(
      'ipvsadm --start-daemon backup --mcast-interface bk0',
    );
  });

  it('a mark that is forwarded without a change of ports has none', () => {
    const mark = edited(WEB, {
      vips: undefined,
      ports: undefined,
      fwmark: 9,
      forwarding: 'dr',
      realServers: [{ address: '10.8.0.1', port: 80 }],
    });
    const none = edited(CLUSTER, { highAvailability: 'none' });
    expect(lines([none, mark], 'commands stock')).toContain('-r 10.8.0.1:0 -g');
    expect(lines([none, mark], 'keepalived stock')).toContain('real_server 10.8.0.1 0 {');
  });

  it('a mark of IPv6 servers says its family', () => {
    const mark = edited(WEB, {
      vips: undefined,
      ports: undefined,
      fwmark: 9,
      realServers: [{ address: 'fd00::1', port: 80 }],
    });
    const none = edited(CLUSTER, { highAvailability: 'none' });
    expect(lines([none, mark], 'commands stock')).toContain('ipvsadm -A -f 9 -6 -s wrr');
    expect(lines([none, mark], 'keepalived stock')).toContain('ip_family inet6');
  });

  it('without VRRP an address is on the link of its network, else on loopback', () => {
    const none = edited(CLUSTER, { highAvailability: 'none' });
    const far = edited(WEB, { vips: ['10.9.0.1', '203.0.113.5'] });
    expect(lines([none, far], 'keepalived stock')).toContain(
      'static_ipaddress { 10.9.0.1/32 dev f0 203.0.113.5/32 dev lo }',
    );
  });
});
