/**
 * fast-check arbitraries: resources as they come out of validation (defaults filled in, addresses
 * canonical), and any value of any schema that is made of plain zod parts.
 */
import fc from 'fast-check';
import type { z } from 'zod';
import { type Family, parseAddress } from '../../schemas/address.ts';
import { SCHEDULERS } from '../../schemas/capabilities.ts';
import { healthCheck } from '../../schemas/resources/health-check.ts';
import type { Kind, Resource, ResourceOf } from '../../schemas/resources/resource.ts';
import { resourceSchema } from '../../schemas/spec.ts';

export const anyName = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,14}[a-z0-9])?$/);
export const anyInterfaceName = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,14}$/);
export const anyPort = fc.integer({ min: 1, max: 65_535 });
const anyWeight = fc.integer({ min: 0, max: 65_535 });

const canonical = (text: string): string => parseAddress(text) ?? '::';
export const anyIpv4 = fc.ipV4().map(canonical);
/** Without an embedded dotted part: such texts are refused at the door. */
export const anyIpv6 = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
  .map((groups) => canonical(groups.map((group) => group.toString(16)).join(':')));
export const anyAddress = fc.oneof(anyIpv4, anyIpv6);
const anyAddressOf = (family: Family) => (family === 'ipv4' ? anyIpv4 : anyIpv6);
export const anyPrefixOf = (family: Family) =>
  fc
    .tuple(anyAddressOf(family), fc.integer({ min: 0, max: family === 'ipv4' ? 32 : 128 }))
    .map(([address, length]) => `${address}/${length}`);
export const anyPrefix = fc.oneof(anyPrefixOf('ipv4'), anyPrefixOf('ipv6'));

/** Optional fields are left out, never undefined: that is how values come out of a codec. */
function record<T extends object>(
  required: { [K in keyof T as undefined extends T[K] ? never : K]: fc.Arbitrary<T[K]> },
  optional: {
    [K in keyof T as undefined extends T[K] ? K : never]-?: fc.Arbitrary<NonNullable<T[K]>>;
  },
): fc.Arbitrary<T> {
  const requiredKeys = Object.keys(required);
  const model = { ...required, ...optional } as unknown as Record<string, fc.Arbitrary<unknown>>;
  return fc.record(model, { requiredKeys }) as unknown as fc.Arbitrary<T>;
}

type Spec<K extends Kind> = ResourceOf<K>['spec'];

const clusterSpec = record<Spec<'Cluster'>>(
  {
    dataplane: fc.constantFrom('nft', 'memory'),
    highAvailability: fc.constantFrom('vrrp', 'none'),
  },
  { connectionSync: fc.record({ interface: anyInterfaceName }) },
);

const nodeSpec = record<Spec<'Node'>>(
  {
    cluster: anyName,
    managementAddress: anyAddress,
    interfaces: fc.array(
      record<Spec<'Node'>['interfaces'][number]>(
        { name: anyInterfaceName, addresses: fc.array(anyPrefix, { maxLength: 4 }) },
        { network: anyName },
      ),
      { maxLength: 4 },
    ),
    vrrpPriority: fc.integer({ min: 1, max: 254 }),
  },
  {},
);

const vrrpInstanceSpec = record<Spec<'VrrpInstance'>>(
  {
    cluster: anyName,
    interface: anyInterfaceName,
    virtualRouterId: fc.integer({ min: 1, max: 255 }),
    family: fc.constantFrom('ipv4', 'ipv6'),
    advertIntervalMs: fc.integer({ min: 1, max: 4_095 }).map((centiseconds) => centiseconds * 10),
    addresses: fc.array(
      record<Spec<'VrrpInstance'>['addresses'][number]>(
        { address: anyPrefix },
        { interface: anyInterfaceName },
      ),
      { maxLength: 4 },
    ),
  },
  {},
);

const localAddressPoolSpec = record<Spec<'LocalAddressPool'>>(
  {
    cluster: anyName,
    interface: anyInterfaceName,
    perNode: fc.dictionary(anyName, fc.array(anyAddress, { minLength: 1, maxLength: 4 }), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  },
  { vrrpInstance: anyName },
);

const anyText = (maxLength: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: maxLength / 8 });

type Http = NonNullable<z.infer<typeof healthCheck>['http']>;
const http = record<Http>(
  {
    path: fc.webPath().map((path) => (path.startsWith('/') ? path : `/${path}`)),
    expectStatus: fc.array(fc.integer({ min: 100, max: 599 }), { minLength: 1, maxLength: 4 }),
  },
  { host: fc.domain().filter((host) => host.length <= 253), expectBody: anyText(1_024) },
);
const timing = {
  intervalMs: fc.integer({ min: 100, max: 3_600_000 }),
  timeoutMs: fc.integer({ min: 50, max: 60_000 }),
  rise: fc.integer({ min: 1, max: 100 }),
  fall: fc.integer({ min: 1, max: 100 }),
};
export const anyHealthCheck: fc.Arbitrary<z.infer<typeof healthCheck>> = fc.oneof(
  fc.record(
    { type: fc.constant('tcp' as const), port: anyPort, ...timing },
    {
      requiredKeys: ['type', 'intervalMs', 'timeoutMs', 'rise', 'fall'],
    },
  ),
  fc.record(
    { type: fc.constant('http' as const), port: anyPort, http, ...timing },
    {
      requiredKeys: ['type', 'intervalMs', 'timeoutMs', 'rise', 'fall'],
    },
  ),
) as fc.Arbitrary<z.infer<typeof healthCheck>>;

const virtualServiceSpec = record<Spec<'VirtualService'>>(
  {
    cluster: anyName,
    vips: fc.array(anyAddress, { minLength: 1, maxLength: 4 }),
    ports: fc.array(anyPort, { minLength: 1, maxLength: 4 }),
    protocol: fc.constantFrom('tcp', 'udp'),
    scheduler: fc.constantFrom(...SCHEDULERS),
    forwarding: fc.constantFrom('nat', 'dr', 'tun', 'fullnat'),
    realServers: fc.array(
      record<Spec<'VirtualService'>['realServers'][number]>(
        { address: anyAddress, weight: anyWeight },
        { port: anyPort },
      ),
      { maxLength: 6 },
    ),
    onFailure: fc.constantFrom('remove', 'quiesce'),
  },
  { localAddressPool: anyName, vrrpInstance: anyName, healthCheck: anyHealthCheck },
);

const realServerSpec = record<Spec<'RealServer'>>(
  { virtualService: anyName, address: anyAddress, weight: anyWeight },
  { port: anyPort },
);

/** Label keys and values of printable text; an empty map of labels does not occur. */
const labels = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9./-]{0,20}$/),
  fc.string({ maxLength: 20 }),
  { minKeys: 1, maxKeys: 3, noNullPrototype: true },
);

function resource<K extends Kind>(kind: K, spec: fc.Arbitrary<Spec<K>>): fc.Arbitrary<Resource> {
  return fc.record({
    apiVersion: fc.constant('sluice/v1' as const),
    kind: fc.constant(kind),
    metadata: fc.record({ name: anyName, labels }, { requiredKeys: ['name'] }),
    spec,
  }) as unknown as fc.Arbitrary<Resource>;
}

/** One arbitrary a kind; each resource is right by itself, not as part of a fleet. */
export const RESOURCE_ARBITRARIES: Readonly<Record<Kind, fc.Arbitrary<Resource>>> = {
  Cluster: resource('Cluster', clusterSpec),
  Node: resource('Node', nodeSpec),
  VrrpInstance: resource('VrrpInstance', vrrpInstanceSpec),
  LocalAddressPool: resource('LocalAddressPool', localAddressPoolSpec),
  VirtualService: resource('VirtualService', virtualServiceSpec),
  RealServer: resource('RealServer', realServerSpec),
};

export const anyResource: fc.Arbitrary<Resource> = fc.oneof(...Object.values(RESOURCE_ARBITRARIES));

/** Resources with unique keys. */
export const anyResources = fc.uniqueArray(anyResource, {
  maxLength: 8,
  selector: ({ kind, metadata }) => `${kind}/${metadata.name}`,
});

/** Fields that outgrow 32 bits in a long life: their wire type must not cut them. */
const LONG_FIELD =
  /^(timeMs|.*AtMs|sinceMs|seq|revision|.*Revision|generation|token|bytes|packets)$/;
const INT32_MAX = 2 ** 31 - 1;

/** Any value that a schema of plain parts takes. `field` is the key it stands under. */
export function valueOfSchema(schema: z.ZodType, field = ''): fc.Arbitrary<unknown> {
  if ((schema as unknown) === resourceSchema) return anyResource;
  if ((schema as unknown) === healthCheck) return anyHealthCheck;
  const def = schema.def as unknown as {
    type: string;
    shape: Record<string, z.ZodType>;
    element: z.ZodType;
    valueType: z.ZodType;
    innerType: z.ZodType;
    options: z.ZodType[];
    values: unknown[];
    entries: Record<string, string>;
    format?: string;
  };
  switch (def.type) {
    case 'string':
      return fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    case 'boolean':
      return fc.boolean();
    case 'number':
      if (def.format === undefined) return fc.double({ noNaN: true, noDefaultInfinity: true });
      return fc.nat({ max: LONG_FIELD.test(field) ? Number.MAX_SAFE_INTEGER : INT32_MAX });
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'array':
      return fc.array(valueOfSchema(def.element), { maxLength: 4 });
    case 'record':
      return fc.dictionary(anyName, valueOfSchema(def.valueType), {
        maxKeys: 4,
        noNullPrototype: true,
      });
    case 'union':
      return fc.oneof(...def.options.map((option) => valueOfSchema(option)));
    case 'object':
      return objectOfShape(def.shape);
    default:
      throw new Error(`no arbitrary for a schema of type ${def.type}`);
  }
}

function objectOfShape(shape: Record<string, z.ZodType>): fc.Arbitrary<unknown> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  const requiredKeys: string[] = [];
  for (const [key, field] of Object.entries(shape)) {
    const { type, innerType } = field.def as unknown as { type: string; innerType: z.ZodType };
    const isOptional = type === 'optional';
    model[key] = valueOfSchema(isOptional || type === 'default' ? innerType : field, key);
    if (!isOptional) requiredKeys.push(key);
  }
  return fc.record(model, { requiredKeys });
}
