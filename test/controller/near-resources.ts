/**
 * Arbitrary resources that have to do with each other: few names, VIPs and ports, so that two of
 * them often clash, join or refer to one another.
 */
import fc from 'fast-check';
import { type Resource, type ResourceOf, resourceKey } from '../../schemas/resources/resource.ts';
import { EMPTY_SPEC, foldSpec, type ResourceChange, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { crossCheck } from '../../schemas/validation/cross-check.ts';
import { storedResource } from '../../schemas/validation/located-resource.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { hasErrors } from '../../schemas/validation/problem.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import { RESOURCE_ARBITRARIES } from '../schemas/arbitraries.ts';

const cluster = fc.constantFrom('east', 'west');
const serviceName = fc.constantFrom('web', 'dns', 'mail', 'chat', 'news');
const link = fc.constantFrom('f0', 'bk0');
const vip = fc.constantFrom('10.9.0.1', '10.9.0.2', 'fd09::1');
const inside = fc.constantFrom('10.8.0.1', '10.8.0.2', 'fd08::1', '10.9.0.2');
const instance = fc.constantFrom('front4', 'front6', 'west4');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Of services and RealServers: what else they have is nearly always refused at random values. */
const KEPT_FIELDS = new Set(['onFailure', 'weight']);

/** The resource with a near name and near fields; fields that are undefined are left out. */
function near<K extends Resource['kind']>(
  kind: K,
  name: fc.Arbitrary<string>,
  fields: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<Resource> {
  return fc.tuple(RESOURCE_ARBITRARIES[kind], name, fc.record(fields)).map(([far, is, spec]) => {
    const isKept = (field: string) =>
      KEPT_FIELDS.has(field) || (kind !== 'VirtualService' && kind !== 'RealServer');
    const kept = Object.entries(far.spec).filter(([field]) => isKept(field));
    const merged = Object.entries({ ...Object.fromEntries(kept), ...spec });
    const present = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
    return { ...far, metadata: { name: is }, spec: present } as unknown as Resource;
  });
}

const anyOf = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 3) =>
  fc.uniqueArray(arbitrary, { minLength: 1, maxLength });

export const nearService = near('VirtualService', serviceName, {
  cluster,
  vips: anyOf(vip, 2),
  ports: anyOf(fc.constantFrom(80, 443), 2),
  protocol: fc.constantFrom('tcp', 'udp'),
  forwarding: fc.constantFrom('nat', 'fullnat'),
  scheduler: fc.constantFrom('rr', 'wrr'),
  localAddressPool: maybe(fc.constantFrom('lips', 'lips2')),
  vrrpInstance: maybe(instance),
  realServers: fc.uniqueArray(
    fc.record({ address: inside, port: fc.constant(80), weight: fc.nat({ max: 9 }) }),
    { maxLength: 3, selector: ({ address }) => address },
  ),
}) as fc.Arbitrary<ResourceOf<'VirtualService'>>;

export const nearRealServer = near('RealServer', fc.constantFrom('r1', 'r2', 'r3'), {
  virtualService: serviceName,
  address: inside,
  port: maybe(fc.constantFrom(80, 8080)),
}) as fc.Arbitrary<ResourceOf<'RealServer'>>;

const nearFew: fc.Arbitrary<Resource> = fc.oneof(
  near('Cluster', cluster, { connectionSync: fc.constant(undefined) }),
  near('Node', fc.constantFrom('lb1', 'lb2', 'lb3'), {
    cluster,
    managementAddress: fc.constantFrom('10.7.0.1', '10.7.0.2', '10.9.0.1'),
    interfaces: fc.constant([{ name: 'f0', addresses: ['10.6.0.1/24'] }]),
  }),
  near('VrrpInstance', instance, { cluster, interface: link, addresses: fc.constant([]) }),
  near('LocalAddressPool', fc.constantFrom('lips', 'lips2'), {
    cluster,
    interface: link,
    perNode: fc.dictionary(fc.constantFrom('lb1', 'lb2', 'lb3'), anyOf(inside), {
      noNullPrototype: true,
      minKeys: 1,
    }),
    vrrpInstance: maybe(instance),
  }),
  near('SnatGateway', fc.constantFrom('out', 'lab'), { cluster, vrrpInstance: maybe(instance) }),
);

const unique = <T extends Resource>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(arbitrary, { maxLength, selector: (resource) => resourceKey(resource) });

/** Services and RealServers that an apply changes. */
export const nearChanges: fc.Arbitrary<Resource[]> = unique(
  fc.oneof(nearService, nearRealServer),
  3,
);

/** A stored fleet; nobody has checked it, so it may be at odds with itself. */
export const nearSpec: fc.Arbitrary<Spec> = unique(
  fc.oneof(
    { weight: 3, arbitrary: nearFew },
    { weight: 3, arbitrary: nearService },
    { weight: 2, arbitrary: nearRealServer },
  ),
  14,
).map((resources) => foldSpec(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, resources)));

/** Resources as files for the API. */
export function filesOf(resources: readonly Resource[]): { name: string; text: string }[] {
  const documents = resources.map((resource) => JSON.stringify(resource));
  return [{ name: 'change.yaml', text: documents.join('\n---\n') }];
}

function document(kind: string, name: string, spec: Record<string, unknown>): Resource {
  return { apiVersion: 'sluice/v1', kind, metadata: { name }, spec } as unknown as Resource;
}

function director(name: string, cluster: string, last: number): Resource {
  const interfaces = [
    { name: 'f0', addresses: [`10.6.0.${last}/24`] },
    { name: 'bk0', addresses: [`10.5.0.${last}/24`] },
  ];
  const managementAddress = `10.7.0.${last}`;
  return document('Node', name, { cluster, managementAddress, interfaces, vrrpPriority: last });
}

const FOUNDATION: readonly Resource[] = [
  document('Cluster', 'east', {}),
  document('Cluster', 'west', { highAvailability: 'none' }),
  director('lb1', 'east', 11),
  director('lb2', 'east', 12),
  director('lb3', 'west', 13),
  document('VrrpInstance', 'front4', { cluster: 'east', interface: 'f0', virtualRouterId: 1 }),
  document('VrrpInstance', 'other4', { cluster: 'east', interface: 'f0', virtualRouterId: 2 }),
  document('LocalAddressPool', 'lips', {
    ...{ cluster: 'east', interface: 'bk0', vrrpInstance: 'front4' },
    perNode: { lb1: ['10.4.0.1'], lb2: ['10.4.0.2'] },
  }),
  document('LocalAddressPool', 'lips2', {
    ...{ cluster: 'west', interface: 'bk0' },
    perNode: { lb3: ['10.4.0.3'] },
  }),
  // One of its addresses is a VIP now and then, which is allowed and told.
  document('SnatGateway', 'out', {
    ...{ cluster: 'east', vrrpInstance: 'front4' },
    zones: [
      {
        ...{ name: 'inner', sources: ['10.8.0.0/25'], egressInterface: 'f0' },
        pool: { addresses: ['10.9.0.2', '10.4.0.9'] },
      },
    ],
  }),
];

/** A service that often passes every check on top of the foundation. */
const soundService = near('VirtualService', serviceName, {
  cluster: fc.constantFrom('east', 'east', 'west'),
  vips: anyOf(fc.constantFrom('10.9.0.1', '10.9.0.2', '10.9.0.3'), 2),
  ports: fc.constantFrom([80], [443], [80, 443]),
  protocol: fc.constantFrom('tcp', 'udp'),
  forwarding: fc.constant('nat'),
  scheduler: fc.constant('rr'),
  localAddressPool: fc.constant(undefined),
  vrrpInstance: fc.constantFrom('front4', 'front4', 'other4', undefined),
  realServers: fc
    .nat({ max: 9 })
    .map((weight) => [{ address: '10.8.0.9', port: 80, weight }].slice(weight === 0 ? 1 : 0)),
});

const { resources: foundation, problems } = validateFiles(filesOf(FOUNDATION));
if (hasErrors(problems)) throw new Error('the foundation has errors');

/** A stored fleet without an error, as everything that went through the API is. */
export const soundSpec: fc.Arbitrary<Spec> = unique(
  fc.oneof(soundService, soundService, nearRealServer),
  8,
).map((candidates) => {
  // Read as files are, which fills in defaults.
  const read = parseFiles(filesOf(candidates)).resources;
  let sound: readonly Resource[] = foundation;
  for (const { resource } of read) {
    const next = [...sound, resource];
    if (!hasErrors(crossCheck(next.map(storedResource)))) sound = next;
  }
  return foldSpec(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, sound));
});

/** Changes that bring errors with them or not, on top of a sound spec. */
export const soundChanges: fc.Arbitrary<Resource[]> = unique(
  fc.oneof(soundService, nearService, nearRealServer),
  3,
);

/** What an apply of these resources, and a removal of those keys, would change. */
export function changesTo(
  spec: Spec,
  resources: readonly Resource[],
  gone: readonly string[],
): ResourceChange[] {
  const applied = changesOf(spec, resources);
  const named = new Set(applied.map(({ key }) => key));
  const removals = gone.flatMap((key): ResourceChange[] => {
    const stored = spec.resources.get(key);
    if (stored === undefined || named.has(key)) return [];
    const { revision: previousRevision, generation, resource: before } = stored;
    return [{ key, previousRevision, generation: generation + 1, fields: [], before }];
  });
  return [...applied, ...removals];
}
