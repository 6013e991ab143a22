/**
 * The keeper: one process a cell, elected, that runs the upkeep round by round. A round that fails
 * is said once and begun again after the pause; each write is fenced, so a keeper that was replaced
 * while it stood still does nothing more. Without an archive it never trims. What it found it
 * leaves in etcd, for whoever asks.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { causeChain, FleetError } from '../../schemas/errors.ts';
import type { AlarmKind } from '../../schemas/keeper.ts';
import type { EventArchive } from '../archive/contract.ts';
import type { StoreLog } from '../context.ts';
import type { Election } from '../contract.ts';
import type { Fence } from '../fence.ts';
import { alarmChanges, type RaisedAlarms, type StoreAlarm } from './alarm.ts';
import type { KeepPolicy, StoreUpkeep, StoreUsage } from './contract.ts';
import { KEEP_POLICY } from './upkeep.ts';

export const KEEPER_ROLE = 'keeper';

/** Between two rounds: what a lost etcd has and the archive has not is at most this much. */
const ROUND_MS = 60_000;
/** Free pages are worth a defragmentation when the file is that full and half of it is free. */
const DEFRAGMENT_SHARE = 0.6;
const DEFRAGMENT_IN_USE = 0.5;

export interface KeeperOptions {
  readonly store: StoreUpkeep & Election;
  /** Where events go before they are trimmed; without one none is. */
  readonly archive?: EventArchive | undefined;
  readonly policy?: Partial<KeepPolicy> | undefined;
  /** Name of this process in the election. */
  readonly candidate: string;
  /** Each alarm once when it begins and once when it ends; the next keeper begins with none. */
  readonly onAlarm: (alarm: StoreAlarm) => void;
  readonly log: StoreLog;
  readonly roundMs?: number | undefined;
}

/** Keeps, when elected, until the signal aborts. Rejects only on a defect. */
export async function runKeeper(options: KeeperOptions, signal: AbortSignal): Promise<void> {
  const defect = new AbortController();
  let term: AbortController | undefined;
  let rounds: Promise<void> = Promise.resolve();
  await options.store.campaign({
    role: KEEPER_ROLE,
    candidate: options.candidate,
    signal: AbortSignal.any([signal, defect.signal]),
    onElected: (token) => {
      term = new AbortController();
      const ended = term.signal;
      rounds = rounds.then(() => keep(options, { role: KEEPER_ROLE, token }, ended));
      rounds.catch((error: unknown) => defect.abort(error));
    },
    onLost: () => term?.abort(),
  });
  term?.abort();
  await rounds;
}

async function keep(options: KeeperOptions, fence: Fence, signal: AbortSignal): Promise<void> {
  const { log, onAlarm, roundMs = ROUND_MS } = options;
  const raised = new Map<AlarmKind, StoreAlarm>();
  const tell = (alarm: StoreAlarm) => {
    if (alarm.isRaised) raised.set(alarm.kind, alarm);
    else raised.delete(alarm.kind);
    onAlarm(alarm);
  };
  while (!signal.aborted) {
    const { failed, usage } = await keepOnce(options, fence, raised, tell);
    if (signal.aborted) return;
    if (failed === undefined && raised.has('upkeep')) {
      tell({ kind: 'upkeep', isRaised: false, message: 'the upkeep of the store goes on' });
    }
    if (failed !== undefined) {
      log.warn({ code: failed.code, err: failed }, 'a round of the keeper failed, tries again');
      if (isNews(failed) && !raised.has('upkeep')) {
        tell({ kind: 'upkeep', isRaised: true, message: causeChain(failed).join(': ') });
      }
    }
    if (usage !== undefined) await leaveReport(options, fence, usage, [...raised.values()]);
    await delay(roundMs, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * etcd away is said by everybody, and a lost race mends itself; what is refused, and an archive
 * that takes nothing, are said by the keeper alone.
 */
function isNews({ code, retryable }: FleetError): boolean {
  return code !== 'E_FENCED' && (!retryable || code === 'E_DISK');
}

async function leaveReport(
  { store, archive, policy, log }: KeeperOptions,
  fence: Fence,
  { dbBytes }: StoreUsage,
  raised: readonly StoreAlarm[],
): Promise<void> {
  const quotaBytes = policy?.quotaBytes ?? KEEP_POLICY.quotaBytes;
  const alarms = raised.map(({ kind, message }) => ({ kind, message }));
  try {
    await store.report({ archive, dbBytes, quotaBytes, alarms }, fence);
  } catch (error) {
    if (!(error instanceof FleetError)) throw error;
    log.warn({ code: error.code, err: error }, 'the keeper cannot leave its report');
  }
}

/** One round. Each step is tried, whatever became of the one before it; the first fault. */
export async function keepOnce(
  {
    store,
    archive,
    policy: given,
    log,
  }: Pick<KeeperOptions, 'store' | 'archive' | 'policy' | 'log'>,
  fence: Fence | undefined,
  raised: RaisedAlarms = new Set(),
  tell: (alarm: StoreAlarm) => void = () => undefined,
): Promise<{ readonly failed?: FleetError; readonly usage?: StoreUsage }> {
  const policy = { ...KEEP_POLICY, ...given };
  const done: Record<string, unknown> = {};
  let usage: StoreUsage | undefined;
  let failed: FleetError | undefined;
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['noted', () => store.noteRevision(policy, fence)],
    ['archived', async () => archive && store.archiveEvents(archive)],
    ['snapshot', () => store.snapshot(policy, fence)],
    ['trimmed', async () => archive && store.trim(archive, policy, fence)],
    ['swept', () => store.sweep(policy, fence)],
    ['compacted', () => store.compact(policy)],
    [
      'watched',
      async () => {
        usage = await watchSize(store, policy, raised, tell);
      },
    ],
  ];
  for (const [name, step] of steps) {
    try {
      done[name] = await step();
    } catch (error) {
      if (!(error instanceof FleetError)) throw error;
      failed ??= error;
      if (error.code === 'E_FENCED') break;
    }
  }
  log.info(done, 'a round of the keeper');
  return { ...(failed && { failed }), ...(usage && { usage }) };
}

async function watchSize(
  store: StoreUpkeep,
  { quotaBytes }: KeepPolicy,
  raised: RaisedAlarms,
  tell: (alarm: StoreAlarm) => void,
): Promise<StoreUsage> {
  let usage = await store.readUsage();
  const isFull = usage.dbBytes >= DEFRAGMENT_SHARE * quotaBytes;
  if (isFull && usage.inUseBytes < DEFRAGMENT_IN_USE * usage.dbBytes) {
    await store.defragment();
    usage = await store.readUsage();
  }
  for (const alarm of alarmChanges(raised, usage, quotaBytes)) tell(alarm);
  return usage;
}
