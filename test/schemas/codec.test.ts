import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  commandCodecs,
  commandErrorCodec,
  commandErrorSchema,
  nodeStatusCodec,
} from '../../schemas/codec/bus-codec.ts';
import {
  configEventCodec,
  logHeadCodec,
  logHeadSchema,
  nodeEventCodec,
} from '../../schemas/codec/event-codec.ts';
import { type Codec, SCHEMA_VERSION } from '../../schemas/codec/frame.ts';
import {
  generationCodec,
  lockCodec,
  lockSchema,
  nodeObjectCodec,
  nodeRefCodec,
  serviceObjectCodec,
  snatObjectCodec,
  treeRootCodec,
  treeShardCodec,
} from '../../schemas/codec/plan-codec.ts';
import { storedResourceCodec } from '../../schemas/codec/resource-codec.ts';
import {
  resourceChangeCodec,
  revisionAtCodec,
  revisionAtSchema,
  revisionClockCodec,
  revisionClockSchema,
  snapshotCodec,
  snapshotSchema,
} from '../../schemas/codec/store-codec.ts';
import { COMMANDS, type CommandVerb } from '../../schemas/commands.ts';
import { configEventSchema, nodeEventSchema } from '../../schemas/events.ts';
import { sluice } from '../../schemas/gen/sluice.js';
import { nodeObjectSchema } from '../../schemas/plan/node-plan.ts';
import {
  generationSchema,
  nodeRefSchema,
  treeRootSchema,
  treeShardSchema,
} from '../../schemas/plan/node-ref.ts';
import { serviceObjectSchema } from '../../schemas/plan/service-plan.ts';
import { snatObjectSchema } from '../../schemas/plan/snat-plan.ts';
import { generate } from '../../schemas/proto/generate.ts';
import { resourceChangeSchema } from '../../schemas/spec.ts';
import { nodeStatusSchema } from '../../schemas/status.ts';
import { anyResource, valueOfSchema } from './arbitraries.ts';

interface Case {
  readonly codec: Codec<unknown>;
  readonly value: fc.Arbitrary<unknown>;
}

const of = (codec: unknown, schema: z.ZodType): Case => ({
  codec: codec as Codec<unknown>,
  value: valueOfSchema(schema),
});

const storedResource = fc.record({
  resource: anyResource,
  generation: fc.nat(),
  revision: fc.nat(Number.MAX_SAFE_INTEGER),
  createdRevision: fc.nat(Number.MAX_SAFE_INTEGER),
});

const CASES: Case[] = [
  { codec: storedResourceCodec as Codec<unknown>, value: storedResource },
  of(configEventCodec, configEventSchema),
  of(nodeEventCodec, nodeEventSchema),
  of(resourceChangeCodec, resourceChangeSchema),
  of(revisionAtCodec, revisionAtSchema),
  of(snapshotCodec, snapshotSchema),
  of(revisionClockCodec, revisionClockSchema),
  of(logHeadCodec, logHeadSchema),
  of(nodeStatusCodec, nodeStatusSchema),
  of(commandErrorCodec, commandErrorSchema),
  of(serviceObjectCodec, serviceObjectSchema),
  of(nodeObjectCodec, nodeObjectSchema),
  of(snatObjectCodec, snatObjectSchema),
  of(treeShardCodec, treeShardSchema),
  of(treeRootCodec, treeRootSchema),
  of(generationCodec, generationSchema),
  of(nodeRefCodec, nodeRefSchema),
  of(lockCodec, lockSchema),
  ...(Object.keys(COMMANDS) as CommandVerb[]).flatMap((verb) => {
    const { request, reply } = commandCodecs(verb);
    return [of(request, COMMANDS[verb].request), of(reply, COMMANDS[verb].reply)];
  }),
];

describe.each(CASES.map((entry) => [entry.codec.type, entry] as const))('%s', (_, entry) => {
  const { codec, value } = entry;

  test('comes back from bytes as it was', () => {
    fc.assert(
      fc.property(value, (before) => {
        expect(codec.decode(codec.encode(before))).toEqual(before);
      }),
    );
  });

  test('has the same bytes however its keys are ordered', () => {
    fc.assert(
      fc.property(value, (before) => {
        const again = codec.encode(withKeysReversed(before));
        expect(Buffer.from(again).equals(codec.encode(before))).toBe(true);
      }),
    );
  });

  test('of a newer schema is refused, not misread', () => {
    const [sample] = fc.sample(value, { numRuns: 1, seed: 1 });
    const frame = sluice.v1.Stored.decode(codec.encode(sample));
    const newer = sluice.v1.Stored.encode({ ...frame, version: SCHEMA_VERSION + 1 }).finish();
    expect(() => codec.decode(newer)).toThrow(expect.objectContaining({ code: 'E_SCHEMA_NEWER' }));
  });

  test('under the wrong type is noticed', () => {
    const [sample] = fc.sample(value, { numRuns: 1, seed: 1 });
    const frame = sluice.v1.Stored.decode(codec.encode(sample));
    const other = sluice.v1.Stored.encode({ ...frame, type: 'SomethingElse' }).finish();
    expect(() => codec.decode(other)).toThrow(expect.objectContaining({ code: 'E_STORE_CORRUPT' }));
  });
});

test('arbitrary bytes are refused as corrupt or newer, or are a value', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CASES), fc.uint8Array({ maxLength: 64 }), (entry, bytes) => {
      try {
        entry.codec.decode(bytes);
      } catch (error) {
        expect((error as { code: string }).code).toMatch(/^E_(STORE_CORRUPT|SCHEMA_NEWER)$/);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('the committed generated code is what sluice.proto gives', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-gen-'));
  try {
    await generate(folder);
    for (const file of ['sluice.js', 'sluice.d.ts']) {
      const committed = new URL(`../../schemas/gen/${file}`, import.meta.url);
      const isSame =
        (await readFile(committed, 'utf8')) === (await readFile(join(folder, file), 'utf8'));
      expect(isSame, `${file}: run "npm run proto"`).toBe(true);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, field]) => [key, withKeysReversed(field)]));
}
