/** Bytes of what travels over NATS besides events: statuses, commands and their replies. */
import { z } from 'zod';
import { COMMANDS, type CommandReply, type CommandRequest, type CommandVerb } from '../commands.ts';
import { sluice } from '../gen/sluice.js';
import { type NodeStatus, nodeStatusSchema } from '../status.ts';
import { type Codec, makeCodec } from './frame.ts';

export const nodeStatusCodec: Codec<NodeStatus> = makeCodec<NodeStatus>({
  type: 'NodeStatus',
  message: sluice.v1.NodeStatus,
  schema: nodeStatusSchema,
});

/** A refused command; sent in place of the reply, told apart by the frame's type. */
export const commandErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
});
export type CommandError = z.infer<typeof commandErrorSchema>;

export const commandErrorCodec: Codec<CommandError> = makeCodec<CommandError>({
  type: 'CommandError',
  message: sluice.v1.CommandError,
  schema: commandErrorSchema,
});

const MESSAGES: Record<CommandVerb, { request: unknown; reply: unknown }> = {
  status: { request: sluice.v1.Empty, reply: sluice.v1.NodeStatus },
  connections: { request: sluice.v1.ConnectionFilter, reply: sluice.v1.ConnectionPage },
  health: { request: sluice.v1.HealthQuery, reply: sluice.v1.HealthPage },
  drainProgress: { request: sluice.v1.DrainProgressQuery, reply: sluice.v1.DrainProgress },
  drift: { request: sluice.v1.Empty, reply: sluice.v1.Drift },
  liveConfig: { request: sluice.v1.Empty, reply: sluice.v1.LiveConfig },
  takeOver: { request: sluice.v1.TakeOver, reply: sluice.v1.TakeOverDone },
  undoTakeOver: { request: sluice.v1.UndoTakeOver, reply: sluice.v1.UndoTakeOverDone },
};

export function commandCodecs<V extends CommandVerb>(
  verb: V,
): { request: Codec<CommandRequest<V>>; reply: Codec<CommandReply<V>> } {
  const { request, reply } = COMMANDS[verb];
  return {
    request: makeCodec({
      type: `${verb}.request`,
      message: MESSAGES[verb].request,
      schema: request as unknown as z.ZodType<CommandRequest<V>>,
    }),
    reply: makeCodec({
      type: `${verb}.reply`,
      message: MESSAGES[verb].reply,
      schema: reply as unknown as z.ZodType<CommandReply<V>>,
    }),
  };
}
