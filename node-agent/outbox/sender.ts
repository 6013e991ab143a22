/**
 * Sends what the outbox holds: one event at a time, oldest first, again and again until it is
 * taken. So events arrive in order, and an event that was perhaps taken is sent again under the
 * same id rather than perhaps lost.
 */
import type { Logger } from 'pino';
import { FleetError } from '../../schemas/errors.ts';
import type { OutboxLimits } from './limits.ts';

export interface SenderPort<Item> {
  /** The oldest unsent; undefined when there is none. */
  next(): Promise<Item | undefined>;
  publish(item: Item): Promise<void>;
  /** It was taken: it may be deleted. */
  sent(item: Item): Promise<void>;
  /** It will never be taken: it is to be counted as lost. */
  refused(item: Item, error: FleetError): Promise<void>;
}

export class Sender<Item> {
  readonly #port: SenderPort<Item>;
  readonly #limits: Pick<OutboxLimits, 'retryMinMs' | 'retryMaxMs' | 'closeDrainMs'>;
  readonly #log: Logger;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #isClosing = false;
  #isMarked = false;
  #wake: () => void = () => undefined;

  constructor(
    port: SenderPort<Item>,
    limits: Pick<OutboxLimits, 'retryMinMs' | 'retryMaxMs' | 'closeDrainMs'>,
    log: Logger,
  ) {
    this.#port = port;
    this.#limits = limits;
    this.#log = log;
    this.#running = this.#run();
  }

  /** There may be something to send. */
  mark(): void {
    this.#isMarked = true;
    this.#wake();
  }

  /** Goes on until all is sent, a try fails or closeDrainMs have passed. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.mark();
    const end = setTimeout(() => this.#halt(), this.#limits.closeDrainMs);
    await this.#running;
    clearTimeout(end);
  }

  #halt(): void {
    this.#stop.abort();
    this.#wake();
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#stop.signal.aborted; ) {
      try {
        this.#isMarked = false;
        const item = await this.#port.next();
        if (item !== undefined) await this.#send(item);
        else if (this.#isClosing) return;
        else await this.#wait(undefined);
        failures = 0;
      } catch (error) {
        if (this.#isClosing) return;
        // Once per absence; the outbox's length shows that it goes on.
        if (failures++ === 0) this.#log.warn({ err: error }, 'events wait, sending failed');
        await this.#wait(this.#retryMs(failures));
      }
    }
  }

  async #send(item: Item): Promise<void> {
    try {
      await this.#orStopped(this.#port.publish(item));
    } catch (error) {
      if (!(error instanceof FleetError) || error.retryable) throw error;
      await this.#port.refused(item, error);
      return;
    }
    await this.#port.sent(item);
  }

  /** A publish under way is not waited for once time is up; its event stays in the outbox. */
  async #orStopped(work: Promise<void>): Promise<void> {
    const { signal } = this.#stop;
    let onStop: () => void = () => undefined;
    const stopped = new Promise<never>((_, reject) => {
      onStop = () => reject(new FleetError('E_BUS_AWAY', 'stopped', { retryable: true }));
      signal.addEventListener('abort', onStop, { once: true });
    });
    try {
      await Promise.race([work, stopped]);
    } finally {
      signal.removeEventListener('abort', onStop);
    }
  }

  /** Until something is new (without a time), or until the time is over; closing ends both. */
  async #wait(ms: number | undefined): Promise<void> {
    if (this.#isClosing || (ms === undefined && this.#isMarked)) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      if (ms !== undefined) timer = setTimeout(resolve, ms);
      this.#wake = () => {
        if (ms === undefined || this.#isClosing) resolve();
      };
    });
    clearTimeout(timer);
  }

  #retryMs(failures: number): number {
    const { retryMinMs, retryMaxMs } = this.#limits;
    const top = Math.min(retryMaxMs, retryMinMs * 2 ** Math.min(failures - 1, 16));
    // Random, so that a fleet does not come back in step.
    return top / 2 + (Math.random() * top) / 2;
  }
}
