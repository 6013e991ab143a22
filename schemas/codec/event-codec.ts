/** Bytes of config events (etcd) and node events (JetStream). */
import { z } from 'zod';
import {
  type ConfigEvent,
  configEventBodySchema,
  configEventSchema,
  type NodeEvent,
  nodeEventBodySchema,
  nodeEventSchema,
} from '../events.ts';
import { sluice } from '../gen/sluice.js';
import type { ResourceChange } from '../spec.ts';
import { type Codec, makeCodec } from './frame.ts';
import type { Plain } from './migrate.ts';
import { changeFromWire, changeToWire } from './resource-codec.ts';
import { unionFromWire, unionToWire, withoutArms } from './wire.ts';

const armsOf = (union: { options: readonly { shape: { type: z.ZodLiteral<string> } }[] }) =>
  union.options.map((option) => option.shape.type.value);

const CONFIG_ARMS = armsOf(configEventBodySchema);
const NODE_ARMS = armsOf(nodeEventBodySchema);

const withChanges = (body: Plain, map: (change: never) => Plain): Plain =>
  body['changes'] === undefined
    ? body
    : { ...body, changes: (body['changes'] as never[]).map(map) };

export const configEventCodec: Codec<ConfigEvent> = makeCodec<ConfigEvent>({
  type: 'ConfigEvent',
  message: sluice.v1.ConfigEvent,
  schema: configEventSchema,
  toWire: ({ body, ...rest }) => ({
    ...rest,
    ...unionToWire(withChanges(body, (change: ResourceChange) => changeToWire(change))),
  }),
  fromWire: (wire) => ({
    ...withoutArms(wire, CONFIG_ARMS),
    body: withChanges(unionFromWire(wire, CONFIG_ARMS), (change: Plain) => changeFromWire(change)),
  }),
});

export const nodeEventCodec: Codec<NodeEvent> = makeCodec<NodeEvent>({
  type: 'NodeEvent',
  message: sluice.v1.NodeEvent,
  schema: nodeEventSchema,
  toWire: ({ body, ...rest }) => ({ ...rest, ...unionToWire(body) }),
  fromWire: (wire) => ({
    ...withoutArms(wire, NODE_ARMS),
    body: unionFromWire(wire, NODE_ARMS),
  }),
});

/** Where a log stands: number, hash and time of its last event. */
export const logHeadSchema = z.object({ seq: z.int(), hash: z.string(), timeMs: z.int() });
export type LogHead = z.infer<typeof logHeadSchema>;

export const logHeadCodec: Codec<LogHead> = makeCodec<LogHead>({
  type: 'LogHead',
  message: sluice.v1.LogHead,
  schema: logHeadSchema,
});
