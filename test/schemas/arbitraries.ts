/**
 * fast-check arbitraries: resources of every kind, and any value of any schema of ours. Each
 * resource is right by itself (a test validates it), not as part of a fleet.
 */
import fc from 'fast-check';
import type { z } from 'zod';
import { networkOf, parseAddress, parsePrefix } from '../../schemas/address.ts';
import { type HealthCheck, healthCheck } from '../../schemas/resources/health-check.ts';
import {
  KINDS,
  type Kind,
  RESOURCE_SCHEMAS,
  type Resource,
} from '../../schemas/resources/resource.ts';
import {
  type VirtualServiceSpec,
  virtualServiceSpec,
} from '../../schemas/resources/virtual-service.ts';
import { anyValueOf, type Forms } from './value-of-schema.ts';

const anyName = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,14}[a-z0-9])?$/);
const anyInterfaceName = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,14}$/);

const canonical = (text: string): string => parseAddress(text) ?? '::';
const anyIpv4 = fc.ipV4().map(canonical);
/** Without an embedded dotted part: such texts are refused at the door. */
const anyIpv6 = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
  .map((groups) => canonical(groups.map((group) => group.toString(16)).join(':')));
const prefixes = (addresses: fc.Arbitrary<string>, lengthMax: number) =>
  fc
    .tuple(addresses, fc.integer({ min: 0, max: lengthMax }))
    .map(([address, length]) => `${address}/${length}`);
export const anyPrefix = fc.oneof(prefixes(anyIpv4, 32), prefixes(anyIpv6, 128));
export const anyNetwork = anyPrefix.map((text) => {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is no prefix`);
  return networkOf(prefix);
});

const hexOf = (bytes: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const TEXTS: Forms['texts'] = {
  name: anyName,
  address: fc.oneof(anyIpv4, anyIpv6),
  'address/length': anyPrefix,
  network: anyNetwork,
  interface: anyInterfaceName,
  path: fc.webPath().map((path) => (path.startsWith('/') ? path : `/${path}`)),
  version: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.+~_-]{0,20}$/),
  label: fc.stringMatching(/^[a-z][a-z0-9./-]{0,20}$/),
  instant: fc
    .date({ min: new Date(0), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  'time zone': fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
  'time of day': fc.stringMatching(/^([01]\d|2[0-3]):[0-5]\d$/),
  digest: fc.oneof(
    hexOf(16).map((hex) => `md5:${hex}`),
    hexOf(32).map((hex) => `sha256:${hex}`),
  ),
  hex: fc.nat({ max: 8 }).chain(hexOf),
  'chat id': fc.stringMatching(/^[A-Z][A-Z0-9]{0,10}$/),
};

/** Without what its type has no use for, and with what it needs. */
function soundCheck({ port, http, udp, dns, ...rest }: HealthCheck): HealthCheck {
  return {
    ...rest,
    ...(port === undefined || rest.type === 'ping' ? {} : { port }),
    ...(http === undefined || rest.type !== 'http' ? {} : { http: withoutRedirects(http) }),
    ...(udp === undefined || rest.type !== 'udp' ? {} : { udp }),
    ...(rest.type === 'dns' ? { dns: dns ?? { name: 'example.org', recordType: 'A' } } : {}),
  };
}

function withoutRedirects(http: NonNullable<HealthCheck['http']>) {
  if (http.bodyDigest === undefined) return http;
  const plain = http.expectStatus.filter((status) => status < 300 || status >= 400);
  return { ...http, expectStatus: plain.length === 0 ? [200] : plain };
}

/** The same service without its contradictions. */
function soundService(spec: VirtualServiceSpec): VirtualServiceSpec {
  const isMarked = spec.fwmark !== undefined;
  return {
    ...spec,
    vips: isMarked ? [] : atLeast(spec.vips, '192.0.2.1'),
    ports: isMarked ? [] : atLeast(spec.ports, 80),
    onePacket: spec.onePacket && spec.protocol === 'udp' && spec.persistence === undefined,
    synproxy: spec.synproxy && spec.protocol === 'tcp',
    clientAddress: spec.forwarding === 'fullnat' ? spec.clientAddress : 'none',
  };
}

const atLeast = <T>(list: T[], one: T): T[] => (list.length === 0 ? [one] : list);

const drawn = <T>(schema: z.ZodType<T>, sound: (value: T) => T) =>
  [schema, (any: fc.Arbitrary<never>) => (any as fc.Arbitrary<T>).map(sound)] as const;

const FORMS: Forms = {
  texts: TEXTS,
  drawnBy: new Map<z.ZodType, (any: fc.Arbitrary<never>) => fc.Arbitrary<unknown>>([
    drawn(healthCheck, soundCheck),
    drawn(virtualServiceSpec, soundService),
  ]),
};

/** Any value that the schema takes. */
export function valueOfSchema(schema: z.ZodType): fc.Arbitrary<unknown> {
  return anyValueOf(schema, FORMS);
}

export const RESOURCE_ARBITRARIES = Object.fromEntries(
  KINDS.map((kind) => [kind, valueOfSchema(RESOURCE_SCHEMAS[kind])]),
) as Readonly<Record<Kind, fc.Arbitrary<Resource>>>;

export const anyResource: fc.Arbitrary<Resource> = fc.oneof(...Object.values(RESOURCE_ARBITRARIES));

/** Resources with unique keys. */
export const anyResources = fc.uniqueArray(anyResource, {
  maxLength: 8,
  selector: ({ kind, metadata }) => `${kind}/${metadata.name}`,
});
