/**
 * The outbox of an agent: every event is numbered and on disk before anybody hears of it, and goes
 * to NATS when NATS takes it. Invariants: the numbers of one boot are dense from 1 whatever kills
 * the agent; an event whose append resolved is sent, or counted in an EventsLost event. Only one
 * process may have a folder open.
 */
import type { Logger } from 'pino';
import { nodeEventCodec } from '../../schemas/codec/event-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeEvent, NodeEventBody } from '../../schemas/events.ts';
import type { PlanRef } from '../../schemas/names.ts';
import type { EventLog } from '../ports.ts';
import { BATCH_MAX, OUTBOX_LIMITS, type OutboxLimits } from './limits.ts';
import { type EventsLost, eventsIn, LostCount } from './lost-count.ts';
import { type Position, SegmentLog } from './segment-log.ts';
import { Sender } from './sender.ts';
import { SentMark } from './sent-mark.ts';

export interface OutboxOptions {
  /** Private to the outbox; made with mode 0700. */
  readonly dir: string;
  readonly bootId: string;
  readonly node: string;
  readonly cluster: string;
  /** Resolves when the event is stored. A FleetError that is not retryable gives the event up. */
  readonly publish: (event: NodeEvent) => Promise<void>;
  readonly log: Logger;
  readonly limits?: Partial<OutboxLimits>;
}

export interface Outbox extends EventLog {
  /**
   * Resolves with the numbered event when it is on disk. Rejects with E_DISK (retryable) when the
   * disk refuses or cannot keep up; the event is then counted as lost.
   */
  append(body: NodeEventBody, plan: PlanRef | undefined, timeMs: number): Promise<NodeEvent>;
  /** True when nothing was appended under this boot id before it was opened. */
  isFirstOfBoot(): boolean;
  /** Events that are not sent yet. */
  waiting(): number;
  /** Events lost since it was opened. */
  lost(): number;
  /** Sends on for a moment (closeDrainMs); what is left goes out after the next start. */
  close(): Promise<void>;
}

/** @throws FleetError E_DISK when the folder cannot be made or read */
export async function openOutbox(options: OutboxOptions): Promise<Outbox> {
  const limits = { ...OUTBOX_LIMITS, ...options.limits };
  try {
    const segments = await SegmentLog.open(options.dir, limits.segmentBytes, options.log);
    const mark = await SentMark.open(options.dir);
    const outbox = new DiskOutbox({ ...options, limits }, segments, mark);
    await outbox.recover();
    return outbox;
  } catch (cause) {
    throw diskError(`the event outbox ${options.dir} cannot be opened`, cause);
  }
}

/** A body that waits for its number and for the disk. */
interface Waiting {
  readonly body: NodeEventBody;
  readonly plan: PlanRef | undefined;
  readonly timeMs: number;
  readonly resolve: (event: NodeEvent) => void;
  readonly reject: (error: FleetError) => void;
}

interface Unsent {
  readonly at: Position;
  readonly next: Position;
  readonly payload: Buffer;
}

const OVERFLOW = 'the outbox was full';

/** What is deleted to make room, and what is lost with it. */
interface Overflow {
  readonly segments: number;
  readonly records: number;
  readonly events: number;
  /** Where sending goes on; undefined when it is not touched. */
  readonly readTo: Position | undefined;
}

class DiskOutbox implements Outbox {
  readonly #options: OutboxOptions & { readonly limits: OutboxLimits };
  readonly #segments: SegmentLog;
  readonly #mark: SentMark;
  readonly #queue: Waiting[] = [];
  readonly #lost = new LostCount();
  #seq = 0;
  #isFirstOfBoot = true;
  #unsent = 0;
  #isClosed = false;
  #writing: Promise<void> | undefined;
  #lastTask: Promise<unknown> = Promise.resolve();
  #sender: Sender<Unsent> | undefined;

  constructor(
    options: OutboxOptions & { readonly limits: OutboxLimits },
    segments: SegmentLog,
    mark: SentMark,
  ) {
    this.#options = options;
    this.#segments = segments;
    this.#mark = mark;
  }

  async recover(): Promise<void> {
    const newest = this.#segments.newestAtOpen();
    if (newest !== undefined) {
      const { bootId, seq } = nodeEventCodec.decode(newest);
      this.#isFirstOfBoot = bootId !== this.#options.bootId;
      if (!this.#isFirstOfBoot) this.#seq = seq;
    }
    await this.#mark.move(await this.#segments.align(this.#mark.position()));
    for (const segment of this.#segments.segments()) {
      const unsent = await this.#segments.payloadsBehind(segment, this.#mark.position());
      this.#unsent += unsent.length;
    }
    this.#sender = new Sender<Unsent>(
      {
        next: () => this.#alone(() => this.#oldestUnsent()),
        publish: ({ payload }) => this.#publish(payload),
        sent: (item) => this.#alone(() => this.#pass(item)),
        refused: (item, error) => this.#giveUp(item, error),
      },
      this.#options.limits,
      this.#options.log,
    );
  }

  isFirstOfBoot(): boolean {
    return this.#isFirstOfBoot;
  }

  waiting(): number {
    return this.#unsent + this.#queue.length;
  }

  lost(): number {
    return this.#lost.total();
  }

  append(body: NodeEventBody, plan: PlanRef | undefined, timeMs: number): Promise<NodeEvent> {
    return new Promise((resolve, reject) => {
      const { queueMax } = this.#options.limits;
      if (this.#isClosed) return reject(diskError('the event outbox is closed'));
      if (this.#queue.length >= queueMax) {
        this.#lost.add('the disk cannot keep up', 1);
        return reject(diskError(`${queueMax} events wait for the disk already`));
      }
      this.#queue.push({ body: this.#fit(body, plan, timeMs), plan, timeMs, resolve, reject });
      this.#writing ??= this.#write();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#writing;
    await this.#sender?.close();
    await this.#segments.close();
    await this.#mark.close();
  }

  /** Batches until nothing waits. Never throws: every event gets its own outcome. */
  async #write(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, BATCH_MAX);
      try {
        const events = await this.#alone(() => this.#writeBatch(batch));
        for (const [index, event] of events.entries()) batch[index]?.resolve(event);
      } catch (cause) {
        this.#options.log.error({ err: cause, events: batch.length }, 'events cannot be written');
        this.#lost.add('the disk refused', batch.length);
        const error = diskError('the event cannot be written', cause);
        for (const waiting of batch) waiting.reject(error);
      }
    }
    this.#writing = undefined; // here and not in a later tick, in which an append would be missed
  }

  /** Numbers the events, writes them, makes room. Numbers count only once they are on the disk. */
  async #writeBatch(batch: readonly Waiting[]): Promise<NodeEvent[]> {
    let seq = this.#seq;
    const encoded = batch.map(({ body, plan, timeMs }) => this.#encode(body, plan, timeMs, ++seq));
    const bytes = encoded.reduce((sum, { payload }) => sum + payload.length, 0);
    const overflow = await this.#overflow(bytes);
    // Told before anything is deleted: a crash in between must not hide a loss.
    const told = this.#lost.untold(OVERFLOW, overflow.events);
    const timeMs = batch.at(-1)?.timeMs ?? 0;
    for (const body of told) encoded.push(this.#encode(body, undefined, timeMs, ++seq));
    await this.#segments.append(encoded.map(({ payload }) => payload));
    this.#seq = seq;
    this.#unsent += encoded.length - overflow.records;
    this.#lost.add(OVERFLOW, overflow.events);
    this.#lost.told(told);
    if (overflow.readTo !== undefined) await this.#mark.move(overflow.readTo);
    for (let index = 0; index < overflow.segments; index++) await this.#segments.dropOldest();
    this.#sender?.mark();
    return encoded.slice(0, batch.length).map(({ event }) => event);
  }

  #encode(body: NodeEventBody, plan: PlanRef | undefined, timeMs: number, seq: number) {
    const { cluster, node, bootId } = this.#options;
    const planned = plan === undefined ? {} : { plan };
    const event: NodeEvent = { cluster, node, bootId, seq, timeMs, ...planned, body };
    return { event, payload: nodeEventCodec.encode(event) };
  }

  /**
   * The body, or what stands for one that is too large. Throws for a body that is none, so that a
   * defect of one caller does not take the batch of others with it.
   */
  #fit(body: NodeEventBody, plan: PlanRef | undefined, timeMs: number): NodeEventBody {
    const { payload } = this.#encode(body, plan, timeMs, this.#seq);
    if (payload.length <= this.#options.limits.eventBytesMax) return body;
    const reason = `${body.type} of ${payload.length} bytes is larger than an event may be`;
    this.#options.log.error({ reason }, 'event replaced');
    this.#lost.add(reason, 1);
    const notice: EventsLost = { type: 'EventsLost', count: 1, reason };
    this.#lost.told([notice]); // by taking its place
    return notice;
  }

  /** What has to go, oldest first, so that `bytes` more fit. */
  async #overflow(bytes: number): Promise<Overflow> {
    let excess = this.#segments.bytes() + bytes - this.#options.limits.bytesMax;
    let overflow: Overflow = { segments: 0, records: 0, events: 0, readTo: undefined };
    for (const segment of this.#segments.segments()) {
      if (excess <= 0 || !this.#segments.canDrop(segment)) break;
      excess -= segment.bytes;
      const unsent = await this.#segments.payloadsBehind(segment, this.#mark.position());
      overflow = {
        segments: overflow.segments + 1,
        records: overflow.records + unsent.length,
        events: overflow.events + eventsIn(unsent),
        readTo: unsent.length > 0 ? { segment: segment.index + 1, offset: 0 } : overflow.readTo,
      };
    }
    return overflow;
  }

  async #oldestUnsent(): Promise<Unsent | undefined> {
    const at = this.#mark.position();
    const found = await this.#segments.read(at);
    return found && { at, ...found };
  }

  async #publish(payload: Buffer): Promise<void> {
    await this.#options.publish(nodeEventCodec.decode(payload));
  }

  /** Behind it, unless it was dropped while it was being sent. */
  async #pass({ at, next }: Unsent): Promise<void> {
    if (this.#mark.position() !== at) return;
    await this.#mark.move(next);
    this.#unsent -= 1;
    const oldest = this.#segments.segments()[0];
    if (oldest === undefined || oldest.index > next.segment) return;
    const isRead = oldest.index < next.segment || next.offset >= oldest.bytes;
    if (isRead) await this.#segments.dropOldest();
  }

  async #giveUp(item: Unsent, error: FleetError): Promise<void> {
    this.#options.log.error({ err: error }, 'event given up');
    this.#lost.add(`refused with ${error.code}`, 1);
    await this.#alone(() => this.#pass(item));
  }

  /** One at a time on the files: the sender must not read what the writer is deleting. */
  #alone<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#lastTask.then(task);
    this.#lastTask = result.catch(() => undefined); // each caller sees its own failure
    return result;
  }
}

function diskError(message: string, cause?: unknown): FleetError {
  return new FleetError('E_DISK', message, {
    cause,
    retryable: true,
    hint: 'check free space and health of the disk that holds the state folder',
  });
}
