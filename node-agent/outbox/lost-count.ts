/** How many events were lost and why, until an EventsLost event on disk tells of them. */
import { nodeEventCodec } from '../../schemas/codec/event-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeEventBody } from '../../schemas/events.ts';

export type EventsLost = Extract<NodeEventBody, { type: 'EventsLost' }>;

export class LostCount {
  readonly #untold = new Map<string, number>();
  #total = 0;

  /** All that were ever added, told or not. */
  total(): number {
    return this.#total;
  }

  /** `reason` is one of a few fixed texts: there is one EventsLost for each. */
  add(reason: string, events: number): void {
    if (events === 0) return;
    this.#total += events;
    this.#untold.set(reason, (this.#untold.get(reason) ?? 0) + events);
  }

  /** One notice for each reason, together with `more` that are about to be lost. */
  untold(moreReason: string, more: number): EventsLost[] {
    const counts = new Map(this.#untold);
    if (more > 0) counts.set(moreReason, (counts.get(moreReason) ?? 0) + more);
    return [...counts].map(([reason, count]) => ({ type: 'EventsLost', count, reason }));
  }

  /** These are on disk now; what was added since stays untold. */
  told(bodies: readonly EventsLost[]): void {
    for (const { reason, count } of bodies) {
      const left = (this.#untold.get(reason) ?? 0) - count;
      if (left > 0) this.#untold.set(reason, left);
      else this.#untold.delete(reason);
    }
  }
}

/** Events that are lost with these records; a lost EventsLost counts as what it told of. */
export function eventsIn(payloads: readonly Uint8Array[]): number {
  return payloads.reduce((sum, payload) => sum + eventsInOne(payload), 0);
}

function eventsInOne(payload: Uint8Array): number {
  try {
    const { body } = nodeEventCodec.decode(payload);
    return body.type === 'EventsLost' ? body.count : 1;
  } catch (error) {
    if (error instanceof FleetError) return 1; // of a later version of the agent
    throw error;
  }
}
