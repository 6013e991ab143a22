/**
 * Watches on a real etcd for the tests: consumers that note each revision of each key, links that
 * can be cut, and what must hold of what was seen.
 */
import { afterEach, expect } from 'vitest';
import { type EtcdClients, makeClients } from '../../store/etcd/client.ts';
import { type Change, startWatch, type Watch } from '../../store/etcd/gap-proof-watch.ts';
import { prefixRange } from '../../store/etcd/requests.ts';
import { withEtcd } from '../kit/servers.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';

export const etcd = withEtcd();

export const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

export function clientsAt(endpoint: string): EtcdClients {
  const clients = makeClients([endpoint]);
  endings.push(clients.close);
  return clients;
}

export async function proxyToEtcd(): Promise<CuttingProxy> {
  const proxy = await startCuttingProxy(etcd.server.port);
  endings.push(proxy.close);
  return proxy;
}

let folders = 0;
export const newPrefix = () => `/watch-test/${folders++}/`;

/** Writes numbered keys, many at once; returns the revision before the first. */
export async function writeMany(prefix: string, count: number, valueBytes = 100): Promise<number> {
  const { unary } = clientsAt(etcd.endpoint);
  const before = Number((await unary.put(`${prefix}~seed`).value('')).header.revision);
  const value = 'v'.repeat(valueBytes);
  let next = 0;
  const writer = async () => {
    while (next < count) await unary.put(`${prefix}${next++}`).value(value);
  };
  await Promise.all(Array.from({ length: 32 }, writer));
  return before;
}

export interface Seen {
  readonly watch: Watch;
  readonly revisions: number[];
  readonly keys: string[];
  readonly catchUps: number[];
  readonly links: boolean[];
  /** How many changes had been delivered when the link was lost. */
  readonly lostAfter: number[];
  readonly failures: unknown[];
  readonly troubles: unknown[];
}

/** A consumer that is up to date with `since` and notes everything after it. */
export function watchSince(
  clients: EtcdClients,
  prefix: string,
  since: () => number | Promise<number>,
  onChanges: (changes: readonly Change[]) => void | Promise<void> = () => undefined,
): Seen {
  const seen = {
    revisions: [] as number[],
    keys: [] as string[],
    catchUps: [] as number[],
    links: [] as boolean[],
    lostAfter: [] as number[],
    failures: [] as unknown[],
    troubles: [] as unknown[],
  };
  const watch = startWatch({
    clients,
    range: prefixRange(prefix),
    catchUp: async () => {
      const revision = await since();
      seen.catchUps.push(revision);
      return revision;
    },
    onChanges: async (changes) => {
      await onChanges(changes);
      for (const { key, revision } of changes) {
        seen.keys.push(key);
        seen.revisions.push(revision);
      }
    },
    onConnection: (connected) => {
      seen.links.push(connected);
      if (!connected) seen.lostAfter.push(seen.keys.length);
    },
    onFailed: (error) => seen.failures.push(error),
    onTrouble: (error) => seen.troubles.push(error),
  });
  endings.push(watch.close);
  return { watch, ...seen };
}

export function expectEachOnce(seen: Seen, count: number): void {
  expect(seen.failures).toEqual([]);
  expect(seen.keys.length).toBe(count);
  expect(new Set(seen.keys).size).toBe(count);
  const sorted = [...seen.revisions].sort((a, b) => a - b);
  expect(seen.revisions).toEqual(sorted);
}

/** The case that the stock watcher fails: some changes delivered, some not, then the link goes. */
export function expectLostInBetween(seen: Seen, count: number): void {
  expect(seen.lostAfter.filter((delivered) => delivered > 0 && delivered < count)).not.toEqual([]);
}
