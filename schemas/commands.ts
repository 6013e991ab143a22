/**
 * Commands to a node agent, request and reply over NATS. They ask and look; what changes a
 * director goes through the store, so a lost reply can never leave a change half-known. The two
 * exceptions, `takeOver` and its undo, hand a director from one owner of its rules to the other:
 * each comes to its end or changes nothing, may be repeated, and `liveConfig` tells how it came out.
 */
import { z } from 'zod';
import {
  liveConfigSchema,
  takeOverReplySchema,
  takeOverSchema,
  undoTakeOverReplySchema,
  undoTakeOverSchema,
} from './adopt.ts';
import { driftReplySchema } from './drift.ts';
import { FLOW_PROTOCOLS } from './names.ts';
import { nodeStatusSchema, realServerHealthSchema } from './status.ts';

const endpoint = z.object({ address: z.string(), port: z.int() });

export const connectionSchema = z.object({
  protocol: z.enum(FLOW_PROTOCOLS),
  client: endpoint,
  vip: endpoint,
  local: endpoint,
  realServer: endpoint,
  state: z.string(),
  timeoutS: z.int(),
  packets: z.int(),
  bytes: z.int(),
  zone: z.string().optional(),
});

export const connectionFilterSchema = z.object({
  client: z.string().optional(),
  vip: z.string().optional(),
  realServer: z.string().optional(),
  local: z.string().optional(),
  zone: z.string().optional(),
  protocol: z.enum(FLOW_PROTOCOLS).optional(),
  limit: z.int().optional(),
});

/** Verb -> request and reply. A verb is the last token of the command subject. */
export const COMMANDS = {
  /** The status as of now, not as of the last second. */
  status: { request: z.object({}), reply: nodeStatusSchema },
  connections: {
    request: connectionFilterSchema,
    reply: z.object({ connections: z.array(connectionSchema), total: z.int() }),
  },
  /** Health of every real server of one virtual service (by name), or of all if '' . */
  health: {
    request: z.object({ service: z.string() }),
    reply: z.object({ realServers: z.array(realServerHealthSchema) }),
  },
  /**
   * How far a drain is: connections the director tracks, and those of them that carried a packet
   * within the last `windowMs` through this director.
   */
  drainProgress: {
    request: z.object({ windowMs: z.int() }),
    reply: z.object({ tracked: z.int(), moving: z.int(), ownedAddresses: z.array(z.string()) }),
  },
  /** Looks at the director now and compares it with what it is to be. */
  drift: { request: z.object({}), reply: driftReplySchema },
  /** What rules that are not ours balance on the director. */
  liveConfig: { request: z.object({}), reply: liveConfigSchema },
  /** @throws FleetError E_ADOPT_REFUSED with every reason, E_PLAN_STALE; then nothing was changed */
  takeOver: { request: takeOverSchema, reply: takeOverReplySchema },
  /** @throws FleetError E_ADOPT_REFUSED */
  undoTakeOver: { request: undoTakeOverSchema, reply: undoTakeOverReplySchema },
} as const;

export type CommandVerb = keyof typeof COMMANDS;
export type CommandRequest<V extends CommandVerb> = z.infer<(typeof COMMANDS)[V]['request']>;
export type CommandReply<V extends CommandVerb> = z.infer<(typeof COMMANDS)[V]['reply']>;
