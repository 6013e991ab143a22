/** What older versions wrote is read as it was meant, and what they would misread they refuse. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Codec, SCHEMA_VERSION } from '../../schemas/codec/frame.ts';
import { MIGRATIONS, type Migration, migrate } from '../../schemas/codec/migrate.ts';
import { neededVersion } from '../../schemas/codec/needed-version.ts';
import {
  nodeObjectCodec,
  serviceObjectCodec,
  snatObjectCodec,
} from '../../schemas/codec/plan-codec.ts';
import { storedResourceCodec } from '../../schemas/codec/resource-codec.ts';
import { sluice } from '../../schemas/gen/sluice.js';
import { RESOURCE_SCHEMAS, type Resource } from '../../schemas/resources/resource.ts';
import type { StoredResource } from '../../schemas/spec.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { type Document, document, edited, FLEET, LIPS, service, WEB, yamlOf } from './fleet.ts';

interface Written {
  readonly type: string;
  readonly bytes: string;
  readonly value: unknown;
}
/** Recorded from the last commit that wrote version 1. */
const VERSION_1 = JSON.parse(
  readFileSync(new URL('fixtures/version-1.json', import.meta.url), 'utf8'),
) as Written[];

const CODECS: Readonly<Record<string, Codec<unknown>>> = {
  StoredResource: storedResourceCodec as Codec<unknown>,
  ServiceObject: serviceObjectCodec as Codec<unknown>,
  NodeObject: nodeObjectCodec as Codec<unknown>,
};
const read = ({ type, bytes }: Written) => CODECS[type]?.decode(Buffer.from(bytes, 'hex'));

const versionOf = (bytes: Uint8Array) => sluice.v1.Stored.decode(bytes).version;

function stored(from: Document): StoredResource {
  const { resources, problems } = parseFiles([{ name: 'f', text: yamlOf([from]) }]);
  expect(problems).toEqual([]);
  const resource = resources[0]?.resource as Resource;
  return { resource, generation: 1, revision: 1, createdRevision: 1 };
}
const written = (from: Document) => versionOf(storedResourceCodec.encode(stored(from)));

describe('version 1', () => {
  test('resources are read, with what they could not say filled in', () => {
    const resources = VERSION_1.filter(({ type }) => type === 'StoredResource');
    expect(resources.length).toBeGreaterThan(5);
    for (const entry of resources) {
      const before = (entry.value as StoredResource).resource;
      const now = read(entry) as StoredResource;
      expect(now.resource).toEqual(RESOURCE_SCHEMAS[before.kind].parse(before));
    }
  });

  test('plans are read, and written again with the same bytes, so no digest moves', () => {
    const plans = VERSION_1.filter(({ type }) => type !== 'StoredResource');
    expect(plans.length).toBeGreaterThan(3);
    for (const entry of plans) {
      expect(read(entry)).toEqual(entry.value);
      const again = CODECS[entry.type]?.encode(entry.value) ?? new Uint8Array();
      expect(Buffer.from(again).toString('hex')).toBe(entry.bytes);
    }
  });
});

describe('what is written', () => {
  test('can be read by version 1 as long as it says nothing new', () => {
    for (const entry of FLEET) expect(written(entry), entry.name).toBe(1);
    expect(written(edited(WEB, { synproxy: false, allow: [], clientAddress: 'none' }))).toBe(1);
  });

  test.each([
    ['a new kind', document('Role', 'r', { rules: [{ verbs: ['get'] }] })],
    ['a new field', edited(WEB, { persistence: {} })],
    [
      'a new field inside of a field',
      edited(WEB, { realServers: [{ address: '10.0.0.1', thresholds: { upper: 2, lower: 1 } }] }),
    ],
    ['a new field of a pool', edited(LIPS, { portRange: {} })],
    [
      'a new word of an old field',
      service('dns', { protocol: 'udp', healthCheck: { type: 'udp' } }),
    ],
    ['a flag that is no longer at its default', edited(WEB, { synproxy: true })],
  ])('asks for version 2 for %s', (_, from) => {
    expect(written(from)).toBe(2);
  });

  test('asks for version 2 in a plan that an older agent would carry out differently', () => {
    const { value } = VERSION_1.find(({ type }) => type === 'ServiceObject') as Written;
    const http = { path: '/', expectStatus: [200], bodyDigest: `md5:${'0'.repeat(32)}` };
    const check = { type: 'http', intervalMs: 500, timeoutMs: 400, rise: 2, fall: 2, http };
    const plan = { ...(value as object), healthCheck: check };
    expect(versionOf(serviceObjectCodec.encode(plan as never))).toBe(2);
  });

  test('asks for version 2 for SNAT zones, in what every director reads first', () => {
    const { value } = VERSION_1.find(({ type }) => type === 'NodeObject') as Written;
    const node = { ...(value as object), snatGateways: ['out'] };
    expect(versionOf(nodeObjectCodec.encode(node as never))).toBe(2);
    const gateway = snatObjectCodec.encode({
      type: 'Gateway',
      name: 'out',
      protocols: ['tcp'],
      zones: [],
    });
    expect(versionOf(gateway)).toBe(2);
  });

  test('asks for the version inside of an event, too', async () => {
    const { configEventSchema } = await import('../../schemas/events.ts');
    const body = (after: Resource) => ({
      body: { type: 'ConfigChanged', changes: [{ key: 'k', after }] },
    });
    expect(neededVersion(configEventSchema, body(stored(WEB).resource))).toBe(1);
    const frozen = document('Freeze', 'f', { scope: 'fleet', reason: 'x', who: 'y' });
    expect(neededVersion(configEventSchema, body(stored(frozen).resource))).toBe(2);
  });
});

describe('migrations', () => {
  test('lead from every version to the one that is written', () => {
    const steps = Array.from({ length: SCHEMA_VERSION - 1 }, (_, before) => String(before + 1));
    expect(Object.keys(MIGRATIONS)).toEqual(steps);
  });

  test('are applied one after the other, from the version that was written', () => {
    const rename =
      (from: string, to: string): Migration =>
      (type, wire) => {
        const { [from]: value, ...rest } = wire;
        return type === 'Thing' ? { ...rest, [to]: value } : wire;
      };
    const steps = { 1: rename('interval', 'intervalS'), 2: rename('intervalS', 'periodS') };
    expect(migrate('Thing', { interval: 3 }, 1, steps)).toEqual({ periodS: 3 });
    expect(migrate('Thing', { intervalS: 3 }, 2, steps)).toEqual({ periodS: 3 });
    expect(migrate('Thing', { periodS: 3 }, 3, steps)).toEqual({ periodS: 3 });
    expect(migrate('Other', { interval: 3 }, 1, steps)).toEqual({ interval: 3 });
  });
});
