/** Storing one event in JetStream: fulfilled when the server has it, and never stored twice. */
import { ErrorCode, NatsError } from 'nats';
import { nodeEventCodec } from '../schemas/codec/event-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import { type NodeEvent, nodeEventId } from '../schemas/events.ts';
import type { BusSubjects } from '../schemas/subjects.ts';
import { PUBLISH_ACK_TIMEOUT_MS } from './limits.ts';
import { type BusLink, busAway, whileUp } from './link.ts';

/** @throws E_BUS_AWAY; E_TOO_LARGE (not retryable) for what the server takes from nobody */
export async function publishEvent(
  link: BusLink,
  subjects: BusSubjects,
  event: NodeEvent,
): Promise<void> {
  const session = link.session();
  if (session === undefined) throw busAway();
  const subject = subjects.event(event.cluster, event.node, event.body.type);
  const stream = session.connection.jetstream({ timeout: PUBLISH_ACK_TIMEOUT_MS });
  try {
    const storing = stream.publish(subject, nodeEventCodec.encode(event), {
      msgID: nodeEventId(event),
      expect: { streamName: subjects.eventStream },
    });
    await whileUp(session, storing);
  } catch (cause) {
    throw publishFailure(event, cause);
  }
}

function publishFailure(event: NodeEvent, cause: unknown): FleetError {
  if (cause instanceof FleetError) return cause;
  if (!(cause instanceof NatsError)) throw cause; // a defect: the event is not of its own form
  if (cause.code === ErrorCode.MaxPayloadExceeded) {
    const what = `event ${nodeEventId(event)} (${event.body.type})`;
    return new FleetError('E_TOO_LARGE', `${what} is larger than NATS takes`, { cause });
  }
  return busAway(cause, 'an event could not be stored');
}
