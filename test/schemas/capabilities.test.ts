import { expect, test } from 'vitest';
import { CAPABILITIES, DATAPLANES, hasDriver } from '../../schemas/capabilities.ts';
import { FEATURES } from '../../schemas/features.ts';
import { check, describeTable, type Row } from './cross-check-table.ts';
import { CLUSTER, document, edited, FLEET, fleetWith, LIPS, node, service, WEB } from './fleet.ts';

const UDP = service('dns', { protocol: 'udp', healthCheck: { type: 'udp' } });
const gateway = (pool: Record<string, unknown> = {}) =>
  document('SnatGateway', 'out', {
    cluster: 'edge',
    zones: [
      {
        name: 'default',
        sources: ['0.0.0.0/0'],
        pool: { addresses: ['10.99.0.201'], ...pool },
        egressInterface: 'f0',
      },
    ],
  });
const zoneOf = ({ spec }: ReturnType<typeof gateway>) => (spec['zones'] as object[])[0];
const web = (spec: Record<string, unknown>) => [edited(WEB, spec)];
const http = (options: object) => ({ healthCheck: { type: 'http', http: options } });
const thresholds = { upper: 100, lower: 80 };
const real = { address: '10.98.0.21', thresholds };

/** Every feature, asked for by the sound fleet changed in one place. */
const ASKED: Readonly<Record<keyof typeof FEATURES, [ReturnType<typeof web>, string]>> = {
  fwmark: [web({ vips: undefined, ports: undefined, fwmark: 7 }), 'VirtualService/web spec.fwmark'],
  persistence: [web({ persistence: {} }), 'VirtualService/web spec.persistence'],
  thresholds: [web({ realServers: [real] }), 'VirtualService/web spec.realServers[0].thresholds'],
  quorum: [web({ quorum: { up: 2, down: 1 } }), 'VirtualService/web spec.quorum'],
  sorryServer: [
    web({ sorryServer: { address: '10.98.0.29' } }),
    'VirtualService/web spec.sorryServer',
  ],
  synproxy: [web({ synproxy: true }), 'VirtualService/web spec.synproxy'],
  toa: [web({ clientAddress: 'toa' }), 'VirtualService/web spec.clientAddress'],
  proxyProtocol: [web({ clientAddress: 'proxyV2' }), 'VirtualService/web spec.clientAddress'],
  limits: [web({ limits: { connections: 9 } }), 'VirtualService/web spec.limits'],
  accessLists: [web({ deny: ['10.0.0.0/8'] }), 'VirtualService/web spec.deny'],
  expireQuiescent: [web({ expireQuiescent: true }), 'VirtualService/web spec.expireQuiescent'],
  onePacket: [
    [edited(UDP, { onePacket: true, healthCheck: { type: 'tcp' } })],
    'VirtualService/dns spec.onePacket',
  ],
  checkUdp: [[UDP], 'VirtualService/dns spec.healthCheck.type'],
  checkPing: [web({ healthCheck: { type: 'ping' } }), 'VirtualService/web spec.healthCheck.type'],
  checkDns: [
    [edited(UDP, { healthCheck: { type: 'dns', dns: { name: 'example.org' } } })],
    'VirtualService/dns spec.healthCheck.type',
  ],
  bodyDigest: [
    web(http({ bodyDigest: `md5:${'3ef1267d'.repeat(4)}` })),
    'VirtualService/web spec.healthCheck.http.bodyDigest',
  ],
  portRange: [[edited(LIPS, { portRange: {} })], 'LocalAddressPool/lips spec.portRange'],
  exhaustionWarning: [
    [edited(LIPS, { exhaustionPercent: 80 })],
    'LocalAddressPool/lips spec.exhaustionPercent',
  ],
  snat: [[gateway()], 'SnatGateway/out spec.zones'],
  syncGroups: [
    [document('SyncGroup', 'g1', { cluster: 'edge', instances: ['front4'] })],
    'SyncGroup/g1 spec.instances',
  ],
  ecmp: [[edited(CLUSTER, { highAvailability: 'ecmp' })], 'Cluster/edge spec.highAvailability'],
  bonds: [
    [edited(node('lb1', 11, 150), { bonds: [{ name: 'b0', members: ['f0'] }] })],
    'Node/lb1 spec.bonds',
  ],
  routes: [
    [edited(node('lb1', 11, 150), { routes: [{ to: '0.0.0.0/0', via: '10.99.0.1' }] })],
    'Node/lb1 spec.routes',
  ],
  overrides: [
    [edited(node('lb1', 11, 150), { overrides: { interfaces: { f0: 'eth2' } } })],
    'Node/lb1 spec.overrides',
  ],
};

test.each(Object.entries(ASKED))(
  '%s is refused by every driver that does not have it, at its place',
  (feature, [changed, place]) => {
    for (const driver of Object.keys(CAPABILITIES) as (keyof typeof CAPABILITIES)[]) {
      const cluster = edited(changed.find(({ kind }) => kind === 'Cluster') ?? CLUSTER, {
        dataplane: driver,
      });
      const said = check(fleetWith([...changed, cluster])).filter((line) =>
        line.startsWith('E_CAPABILITY'),
      );
      const { features } = CAPABILITIES[driver];
      const what = FEATURES[feature as keyof typeof FEATURES];
      const isRefused = said.some((line) =>
        line.startsWith(`E_CAPABILITY ${place}: the ${driver} driver cannot ${what}`),
      );
      expect(isRefused, said.join('\n')).toBe(!features.includes(feature as never));
    }
  },
);

const TABLE: readonly Row[] = [
  [
    'thresholds of a real server that joins',
    [document('RealServer', 'r3', { virtualService: 'web', address: '10.98.0.23', thresholds })],
    [/^E_CAPABILITY RealServer\/r3 spec.thresholds: the nft driver cannot stop new connections/],
  ],
  [
    'a zone\u2019s own range of ports: fine, and a warning of used-up ones',
    [gateway({ portRange: { first: 2_000 }, exhaustionPercent: 80 })],
    [/^E_CAPABILITY SnatGateway\/out spec.zones\[0\].pool.exhaustionPercent/],
  ],
  [
    'a zone\u2019s own next hop',
    [edited(gateway(), { zones: [{ ...zoneOf(gateway()), nextHop: '10.99.0.1' }] })],
    [
      'E_CAPABILITY SnatGateway/out spec.zones[0].nextHop: the nft driver cannot send a zone to a next hop of its own: a zone is found after the route is chosen; route by source on the director instead',
    ],
  ],
  [
    'one sync group of all instances: fine, it is so without it',
    [document('SyncGroup', 'all', { cluster: 'edge', instances: ['front4', 'front6'] })],
    [],
  ],
];

describeTable('capabilities are checked for', TABLE);

const ON = (dataplane: string) => edited(CLUSTER, { dataplane });

test.each(DATAPLANES)('%s is warned of exactly when no agent runs it, once a cluster', (word) => {
  const said = check(fleetWith([ON(word)])).filter((line) => line.startsWith('W_DRIVER_NOT_BUILT'));
  const warning =
    `W_DRIVER_NOT_BUILT Cluster/edge spec.dataplane: no agent runs ${word} yet: ` +
    'no director of this cluster is programmed';
  expect(said).toEqual(hasDriver(word) ? [] : [warning]);
});

describeTable('what a foreign dataplane can and cannot do', [
  [
    'FULLNAT on stock IPVS',
    [ON('ipvs')],
    [
      /^W_DRIVER_NOT_BUILT Cluster\/edge/,
      /^E_CAPABILITY VirtualService\/web spec.forwarding: the ipvs driver cannot forward by fullnat/,
    ],
    ['VirtualService/web6'],
  ],
  [
    'a synproxy and TOA on DPVS',
    [ON('dpvs'), edited(WEB, { synproxy: true, clientAddress: 'toa', scheduler: 'mh' })],
    [/^W_DRIVER_NOT_BUILT Cluster\/edge/],
  ],
  [
    'a range of ports for a zone of the old forks',
    [ON('lvs-fork'), edited(gateway({ portRange: {} }), { protocols: ['tcp', 'udp'] })],
    [
      /^W_DRIVER_NOT_BUILT Cluster\/edge/,
      /^E_CAPABILITY SnatGateway\/out spec.zones\[0\].pool.portRange: .* cannot draw a zone/,
    ],
  ],
  [
    'marked packets to real servers without ports on stock IPVS',
    [
      ON('ipvs'),
      service('marked', {
        vips: undefined,
        ports: undefined,
        fwmark: 7,
        forwarding: 'dr',
        localAddressPool: undefined,
      }),
    ],
    [/^W_DRIVER_NOT_BUILT Cluster\/edge/, /^W_ADDRESS_UNUSED/],
    ['VirtualService/web', 'VirtualService/web6'],
  ],
  [
    'ICMP through a zone of the old forks',
    [ON('lvs-fork'), gateway()],
    [
      /^W_DRIVER_NOT_BUILT Cluster\/edge/,
      /^E_CAPABILITY SnatGateway\/out spec.protocols\[2\]: .* cannot translate icmp: dsnat/,
    ],
  ],
]);

test('a fleet that asks for nothing is refused nothing', () => {
  expect(check(FLEET).filter((line) => line.startsWith('E_CAPABILITY'))).toEqual([]);
});
