/**
 * The keeper beside the publisher: every controller stands for it, one keeps. Its alarms go into
 * the log and, as events, to whoever follows the fleet. While the bus is away the newest alarm of
 * each kind waits for it, so what is told at last is how things stand.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ControlBus } from '../bus/contract.ts';
import { FleetError } from '../schemas/errors.ts';
import type { NodeEvent } from '../schemas/events.ts';
import { type AlarmKind, CONTROL_PLANE } from '../schemas/keeper.ts';
import type { EventArchive } from '../store/archive/contract.ts';
import type { Store } from '../store/contract.ts';
import type { StoreAlarm } from '../store/upkeep/alarm.ts';
import type { KeepPolicy } from '../store/upkeep/contract.ts';
import { runKeeper } from '../store/upkeep/keeper.ts';

/** NATS may be away for long, or refuse: then it says so in the log each time. */
const TELL_RETRY_MS = 5_000;

/** How the store is kept, where it is not as usual. */
export interface Keeping {
  /** Where events go before they leave etcd; without one none leaves. */
  readonly archive?: EventArchive | undefined;
  readonly policy?: Partial<KeepPolicy> | undefined;
  readonly roundMs?: number | undefined;
}

export interface KeeperParts {
  readonly store: Store;
  readonly bus: ControlBus;
  readonly keeping: Keeping;
  readonly log: Logger;
  readonly nowMs: () => number;
  /** A programmer error in the upkeep: the process must end and be started anew. */
  readonly onDefect: (error: unknown) => void;
}

/** Keeps, when elected, until the signal aborts; never rejects. */
export async function keepStore(parts: KeeperParts, signal: AbortSignal): Promise<void> {
  const { store, keeping, log, onDefect } = parts;
  const candidate = randomUUID();
  const teller = createTeller(parts, candidate, signal);
  if (keeping.archive === undefined) {
    log.warn('no --archive: no event ever leaves etcd, and a lost etcd cannot be rebuilt');
  }
  const onAlarm = (alarm: StoreAlarm) => {
    log.warn({ alarm: alarm.kind, isRaised: alarm.isRaised }, alarm.message);
    teller.tell(alarm);
  };
  await runKeeper({ ...keeping, store, candidate, onAlarm, log }, signal).catch(onDefect);
  await teller.done();
}

interface Teller {
  tell(alarm: StoreAlarm): void;
  done(): Promise<void>;
}

function createTeller(
  { bus, log, nowMs, onDefect }: KeeperParts,
  bootId: string,
  signal: AbortSignal,
): Teller {
  const waiting = new Map<AlarmKind, NodeEvent>();
  let telling: Promise<void> | undefined;
  let seq = 0;

  const tellAll = async (): Promise<void> => {
    while (!signal.aborted) {
      const [first] = waiting;
      if (first === undefined) break;
      const [kind, event] = first;
      try {
        await bus.publishEvent(event);
        if (waiting.get(kind) === event) waiting.delete(kind);
      } catch (error) {
        if (!(error instanceof FleetError)) throw error;
        log.debug({ err: error }, 'an alarm of the store cannot be told yet, tries again');
        await delay(TELL_RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
    telling = undefined;
  };
  return {
    tell: ({ kind, isRaised, message }) => {
      seq++;
      const body = { type: 'StoreAlarm', kind, isRaised, message } as const;
      // Newest last, in the place of the one of its kind that still waits.
      waiting.delete(kind);
      waiting.set(kind, { ...CONTROL_PLANE, bootId, seq, timeMs: nowMs(), body });
      telling ??= tellAll().catch(onDefect);
    },
    done: async () => telling,
  };
}
