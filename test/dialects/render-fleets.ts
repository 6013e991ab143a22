/**
 * Drawn fleets to render: sound ones (a test holds them to it), with what the dataplane of a
 * flavour can do and now and then what it cannot.
 */
import fc from 'fast-check';
import type { Flavour } from '../../dialects/flavour.ts';
import { dataplaneOf } from '../../dialects/render/dialect.ts';
import { type NodeView, nodeView } from '../../dialects/render/node-view.ts';
import { CAPABILITIES } from '../../schemas/capabilities.ts';
import type { VirtualServiceSpec } from '../../schemas/resources/virtual-service.ts';
import { indexFleet } from '../../schemas/validation/fleet-index.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import type { Problem } from '../../schemas/validation/problem.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import { RESOURCE_ARBITRARIES } from '../schemas/arbitraries.ts';
import { type Document, document, yamlOf } from '../schemas/fleet.ts';

/** The views of all directors, in the order of their names. */
export function viewsOf(documents: readonly Document[]): NodeView[] {
  const { resources, broken } = parseFiles([{ name: 'fleet.yaml', text: yamlOf(documents) }]);
  const fleet = indexFleet(resources, broken);
  return fleet.all('Node').map((node) => nodeView(fleet, node));
}

/** What keeps a fleet from being rendered; what its dataplane cannot do does not. */
export function errorsIn(documents: readonly Document[]): Problem[] {
  const { problems } = validateFiles([{ name: 'fleet.yaml', text: yamlOf(documents) }]);
  return problems.filter(({ severity, code }) => severity === 'error' && code !== 'E_CAPABILITY');
}

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
type Fields = Record<string, unknown>;
const present = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** As long a line as keepalived reads. */
const LONG_PATH = `/${'a'.repeat(959)}`;

const http = fc.record({
  path: fc.constantFrom('/', LONG_PATH, '/health', '/a?b=c&d', '/x#y', '/100%25', '/{id}!'),
  host: maybe(fc.constantFrom('example.org', 'a.b-c.example')),
  expectStatus: fc.constantFrom([200], [200, 204], [301, 404, 200]),
  expectBody: maybe(fc.constantFrom('ok', 'all is "well" (100%)', '$HOME \\ #1!', 'a{b}')),
  bodyDigest: fc.constant(undefined),
});

const check = fc
  .record({
    type: fc.constantFrom('tcp', 'http', 'udp', 'ping', 'dns'),
    port: maybe(fc.constantFrom(80, 8_080)),
    intervalMs: fc.constantFrom(1_000, 2_500, 10_000),
    timeoutMs: fc.constantFrom(50, 400, 3_000),
    rise: fc.constantFrom(1, 2),
    fall: fc.integer({ min: 1, max: 4 }),
    http,
  })
  .map(({ type, port, http: options, ...times }) =>
    present({
      type,
      ...times,
      port: type === 'ping' ? undefined : port,
      http: type === 'http' ? present(options) : undefined,
      udp: type === 'udp' ? { payload: '00ff12', requireReply: true } : undefined,
      dns: type === 'dns' ? { name: 'example.org', recordType: 'MX' } : undefined,
    }),
  );

const plain = fc.constant<Fields>({});
const extras: fc.Arbitrary<Fields> = fc
  .record({
    persistence: maybe(fc.constantFrom({ timeoutS: 60 }, { timeoutS: 300, mask: 24 })),
    quorum: maybe(fc.constantFrom({ up: 1, down: 1 }, { up: 3, down: 1 }, { up: 2, down: 1 })),
    sorryServer: maybe(fc.constant({ address: '10.98.0.99', port: 8_099 })),
    onFailure: fc.constantFrom('remove', 'quiesce'),
    expireQuiescent: seldom(fc.boolean()),
    synproxy: seldom(fc.constant(true)),
    deny: seldom(fc.constantFrom(['192.0.2.1'], ['192.0.2.0/24', '192.0.2.1/32'])),
    allow: seldom(fc.constant(['198.51.100.7'])),
    clientAddress: seldom(fc.constantFrom('toa', 'proxyV1', 'proxyV2')),
    limits: seldom(fc.constant({ connections: 10 })),
    onePacket: seldom(fc.constant(true)),
  })
  .map(present);

interface Draw {
  readonly flavour: Flavour;
  readonly at: number;
}

/** Each service has VIPs of its own, so no two clash. */
function service({ flavour, at }: Draw): fc.Arbitrary<Document> {
  const { schedulers, forwardings } = CAPABILITIES[dataplaneOf(flavour)];
  return fc
    .record({
      isIpv6: fc.boolean(),
      vips: fc.integer({ min: 1, max: 2 }),
      ports: fc.constantFrom([80], [443], [80, 443]),
      mark: maybe(fc.constant(100 + at)),
      protocol: fc.constantFrom('tcp', 'udp'),
      scheduler: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...schedulers) },
        { weight: 1, arbitrary: fc.constantFrom('lc', 'mh') },
      ),
      forwarding: fc.constantFrom(...forwardings),
      servers: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }),
      thresholds: maybe(fc.constant({ upper: 100, lower: 10 })),
      healthCheck: maybe(check),
      more: fc.oneof({ weight: 2, arbitrary: plain }, { weight: 1, arbitrary: extras }),
    })
    .map((draw): Document => {
      const { mark, forwarding, more, protocol } = draw;
      const isKept = forwarding === 'dr' || forwarding === 'tun';
      const ports = isKept ? draw.ports.slice(0, 1) : draw.ports;
      const marked = mark !== undefined && !isKept;
      const isIpv6 = draw.isIpv6 && !marked;
      const base = isIpv6 ? 'fd99::1:' : '10.99.1.';
      const inside = isIpv6 ? 'fd98::' : '10.98.0.';
      const isTcp = protocol === 'tcp';
      const spec = present({
        cluster: 'edge',
        ...more,
        ...(isIpv6 && 'sorryServer' in more ? { sorryServer: undefined } : {}),
        synproxy: isTcp ? more['synproxy'] : undefined,
        clientAddress: forwarding === 'fullnat' ? more['clientAddress'] : undefined,
        onePacket: isTcp || 'persistence' in more ? undefined : more['onePacket'],
        // The quorum is within the weights.
        quorum: draw.servers.length > 2 ? more['quorum'] : undefined,
        fwmark: marked ? mark : undefined,
        vips: marked
          ? undefined
          : [...Array(draw.vips).keys()].map((n) => `${base}${at * 2 + n + 1}`),
        ports: marked ? undefined : ports,
        vrrpInstance: marked ? undefined : isIpv6 ? 'front6' : 'front4',
        protocol,
        scheduler: draw.scheduler,
        forwarding,
        localAddressPool: forwarding === 'fullnat' ? 'lips' : undefined,
        healthCheck: draw.healthCheck,
        realServers: draw.servers.map((weight, n) =>
          present({
            address: `${inside}${21 + n}`,
            port: isKept ? undefined : 8_000 + n,
            weight: weight + 1,
            thresholds: draw.thresholds,
          }),
        ),
      });
      return document('VirtualService', `s${at}`, spec);
    });
}

const zone = fc.record({
  rotation: fc.constantFrom('roundRobin', 'persistent'),
  addresses: fc.integer({ min: 1, max: 3 }),
  sources: fc.integer({ min: 1, max: 2 }),
  destinations: fc.constantFrom([], [], ['203.0.113.0/24']),
});

const gateway = fc
  .record({
    zones: fc.array(zone, { minLength: 1, maxLength: 3 }),
    protocols: fc.constantFrom(['tcp', 'udp'], ['tcp', 'udp', 'icmp']),
  })
  .map(({ zones, protocols }) =>
    document('SnatGateway', 'out', {
      cluster: 'edge',
      vrrpInstance: 'front4',
      protocols,
      zones: zones.map(({ rotation, addresses, sources, destinations }, at) => ({
        name: `z${at}`,
        sources: [...Array(sources).keys()].map((n) => `10.${at}.${n * 16}.0/20`),
        destinations,
        pool: {
          rotation,
          addresses: [...Array(addresses).keys()].map((n) => `10.99.200.${at * 8 + n + 1}`),
        },
        egressInterface: 'f0',
      })),
    }),
  );

interface Draws {
  readonly nodes: number;
  readonly isVrrp: boolean;
  readonly syncs: boolean;
}

function foundation({ nodes, isVrrp, syncs }: Draws, flavour: Flavour): Document[] {
  const names = [...Array(nodes).keys()];
  const instance = (name: string, link: string, id: number, fields: Fields) =>
    document('VrrpInstance', name, {
      cluster: 'edge',
      interface: link,
      virtualRouterId: id,
      ...fields,
    });
  return [
    document('Cluster', 'edge', {
      dataplane: dataplaneOf(flavour),
      highAvailability: isVrrp ? 'vrrp' : 'none',
      ...(syncs ? { connectionSync: { interface: 'bk0' } } : {}),
    }),
    ...names.map((n) =>
      document('Node', `lb${n + 1}`, {
        cluster: 'edge',
        managementAddress: `10.97.0.${n + 1}`,
        vrrpPriority: 100 + n,
        interfaces: [
          { name: 'f0', network: 'front', addresses: [`10.99.0.${n + 1}/16`, `fd99::${n + 1}/64`] },
          { name: 'bk0', network: 'back', addresses: [`10.98.0.${n + 1}/24`, `fd98::${n + 1}/64`] },
        ],
        routes: [
          { to: '0.0.0.0/0', via: '10.99.0.254', interface: 'f0' },
          { to: '10.50.0.0/16', via: '10.98.0.254', interface: 'bk0', metric: 5 },
        ],
      }),
    ),
    instance('front4', 'f0', 51, { addresses: [{ address: '10.99.0.250/16' }] }),
    instance('front6', 'f0', 51, { family: 'ipv6', addresses: [{ address: 'fe80::100/64' }] }),
    instance('back4', 'bk0', 52, {
      advertIntervalMs: flavour === 'stock' || flavour === 'dpvs' ? 300 : 1_000,
      addresses: [{ address: '10.98.0.254/24' }],
    }),
    document('LocalAddressPool', 'lips', {
      cluster: 'edge',
      interface: 'bk0',
      // Of both families: an instance is named for none.
      perNode: Object.fromEntries(
        names.map((n) => [`lb${n + 1}`, [`10.98.0.${101 + n}`, `fd98::${101 + n}`]]),
      ),
    }),
  ];
}

/** A fleet of one cluster for the tools of the flavour. */
export function drawnFleet(flavour: Flavour): fc.Arbitrary<Document[]> {
  const services = fc
    .integer({ min: 0, max: 5 })
    .chain((count) => fc.tuple(...[...Array(count).keys()].map((at) => service({ flavour, at }))));
  return fc
    .record({
      nodes: fc.integer({ min: 1, max: 2 }),
      isVrrp: fc.boolean(),
      syncs: fc.boolean(),
      services,
      gateway: maybe(gateway),
    })
    .map(({ services: drawn, gateway: zones, isVrrp, syncs, ...draws }) => {
      // Without failover two directors would hold the addresses of the zones at once.
      const nodes = zones === undefined || isVrrp ? draws.nodes : 1;
      return [
        ...withOneCarrier(foundation({ isVrrp, syncs, nodes }, flavour), drawn, isVrrp),
        ...drawn.map((one) => (isVrrp ? one : without(one, 'vrrpInstance'))),
        ...(zones === undefined ? [] : [isVrrp ? zones : without(zones, 'vrrpInstance')]),
      ];
    });
}

/** A pool of both families names no instance, so one of a family is all there may be for it. */
function withOneCarrier(documents: Document[], services: readonly Document[], isVrrp: boolean) {
  const usesPool = services.some(({ spec }) => spec['localAddressPool'] !== undefined);
  return documents.filter(({ kind, name }) => {
    if (kind === 'VrrpInstance') return isVrrp && (name !== 'back4' || !usesPool);
    return kind !== 'LocalAddressPool' || usesPool;
  });
}

function without({ kind, name, spec }: Document, field: string): Document {
  return document(kind, name, present({ ...spec, [field]: undefined }));
}

/**
 * The foundation with services of any values: odd weights, times, texts and marks. What would make
 * the fleet unsound (listeners that clash, families that mix, a quorum out of reach) is put right.
 */
export const anyValues: fc.Arbitrary<Document[]> = fc
  .record({
    services: fc.array(RESOURCE_ARBITRARIES.VirtualService, { minLength: 1, maxLength: 3 }),
    isIpv6: fc.boolean(),
  })
  .map(({ services, isIpv6 }) => [
    ...withOneCarrier(foundation({ nodes: 1, isVrrp: true, syncs: true }, 'stock'), [], true),
    ...services.map((far, at) => withPlaces(far.spec as VirtualServiceSpec, at, isIpv6)),
  ]);

function withPlaces(far: VirtualServiceSpec, at: number, isIpv6: boolean): Document {
  const front = (n: number) => (isIpv6 ? `fd99::${at + 1}:${n + 1}` : `10.99.${at + 1}.${n + 1}`);
  const inside = (n: number) =>
    isIpv6 ? `fd98::${at + 1}:${n + 1}` : `10.98.0.${at * 60 + n + 1}`;
  const forwarding = far.forwarding === 'fullnat' ? 'nat' : far.forwarding;
  const isKept = forwarding !== 'nat';
  const ports = isKept ? far.ports.slice(0, 1) : [...new Set(far.ports)];
  const servers = far.realServers.length === 0 ? [{ weight: 1 }] : far.realServers.slice(0, 50);
  const total = servers.reduce((sum, { weight }) => sum + weight, 0);
  const { persistence, quorum, sorryServer } = far;
  const mask = persistence?.mask;
  return document('VirtualService', `s${at}`, {
    ...far,
    cluster: 'edge',
    fwmark: far.fwmark === undefined ? undefined : at + 1,
    vips: far.vips.slice(0, 50).map((_, n) => front(n)),
    ports,
    forwarding,
    // What stock refuses anyway would leave little to look at.
    clientAddress: 'none',
    limits: undefined,
    allow: [],
    deny: [],
    synproxy: false,
    expireQuiescent: false,
    localAddressPool: undefined,
    vrrpInstance: far.fwmark === undefined ? (isIpv6 ? 'front6' : 'front4') : undefined,
    persistence:
      mask === undefined || isIpv6 || mask <= 32 ? persistence : { ...persistence, mask: 32 },
    quorum: quorum === undefined || quorum.up <= total ? quorum : undefined,
    sorryServer: sorryServer && { ...sorryServer, address: inside(58) },
    realServers: servers.map((server, n) => ({
      ...server,
      address: inside(n),
      port: isKept ? ports[0] : (('port' in server ? server.port : undefined) ?? 8_080),
    })),
  });
}
