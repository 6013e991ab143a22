/** What every part of the store is made with: clients, keys of one cell, clock, ids, log. */
import type { StoreKeys } from '../schemas/keys.ts';
import type { EtcdClients } from './etcd/client.ts';

/** The part of a pino logger that is used here: constant messages, facts in fields. */
export interface StoreLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface StoreContext {
  readonly clients: EtcdClients;
  readonly keys: StoreKeys;
  readonly log: StoreLog;
  /** Wall clock, for time stamps only; nothing depends on it. */
  readonly nowMs: () => number;
  readonly newId: () => string;
}
