/**
 * The store over etcd, put together. Opening it does not connect: an agent starts from its disk
 * while etcd is away, and everything that follows the store waits for it.
 */
import { randomUUID } from 'node:crypto';
import { FleetError } from '../schemas/errors.ts';
import { storeKeys } from '../schemas/keys.ts';
import { isName } from '../schemas/names.ts';
import type { EventArchive } from './archive/contract.ts';
import { makeConfigStore } from './config-store.ts';
import type { StoreContext, StoreLog } from './context.ts';
import type { Store } from './contract.ts';
import { makeElection } from './election.ts';
import { beginCall } from './etcd/call.ts';
import { type EtcdCredentials, makeClients } from './etcd/client.ts';
import { isAwayFault } from './etcd/faults.ts';
import { ELECTION_TTL_S, REACHABLE_DEADLINE_MS } from './limits.ts';
import { makeLockStore } from './lock-store.ts';
import { makePlanStore } from './plan-store.ts';
import { makeRefStore } from './ref-store.ts';
import { makeUpkeep } from './upkeep/upkeep.ts';

export interface StoreOptions {
  /** `http://host:port` or `https://host:port` of each member; all of one kind. */
  readonly endpoints: readonly string[];
  /** Keys of one cell never meet those of another. */
  readonly cell: string;
  readonly credentials?: EtcdCredentials | undefined;
  /** Where to read events that are no longer kept in etcd. */
  readonly archive?: EventArchive | undefined;
  readonly log?: StoreLog | undefined;
  /** Wall clock that events are dated by; it may be wrong and may jump. */
  readonly nowMs?: (() => number) | undefined;
  /** How long a dead holder of a role keeps it. */
  readonly electionTtlSeconds?: number | undefined;
}

const SILENT: StoreLog = { info: () => undefined, warn: () => undefined };

/** @throws E_USAGE for options that cannot be right; files of credentials that cannot be read */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { endpoints, cell, credentials, log = SILENT } = options;
  if (!isName(cell)) {
    throw new FleetError('E_USAGE', `"${cell}" is no name of a cell`, {
      hint: 'letters, digits and dashes, such as "default"',
    });
  }
  const clients = makeClients(endpoints, credentials);
  const context: StoreContext = {
    clients,
    keys: storeKeys(cell),
    log,
    nowMs: options.nowMs ?? Date.now,
    newId: randomUUID,
  };
  return {
    ...makeConfigStore(context, options.archive),
    ...makePlanStore(context),
    ...makeRefStore(context),
    ...makeLockStore(context),
    ...makeUpkeep(context),
    ...makeElection(context, options.electionTtlSeconds ?? ELECTION_TTL_S),
    isReachable: () => isReachable(context),
    close: async () => clients.close(),
  };
}

async function isReachable({ clients, keys }: StoreContext): Promise<boolean> {
  try {
    await beginCall(clients.unary, 'asking etcd', REACHABLE_DEADLINE_MS).get(keys.root);
    return true;
  } catch (error) {
    if (isAwayFault(error)) return false;
    throw error;
  }
}
