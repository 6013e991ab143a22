/**
 * The watch on a real etcd, with links that break. Every test counts each revision of each key:
 * what a consumer saw must be what etcd's history holds, once each and in order.
 */
import { Etcd3 } from 'etcd3';
import { afterEach, describe, expect, test } from 'vitest';
import { type EtcdClients, makeClients } from '../../store/etcd/client.ts';
import { type Change, startWatch, type Watch } from '../../store/etcd/gap-proof-watch.ts';
import { prefixRange } from '../../store/etcd/requests.ts';
import { watchSnapshot } from '../../store/etcd/snapshot-watch.ts';
import { withEtcd } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';

const etcd = withEtcd();

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function clientsAt(endpoint: string): EtcdClients {
  const clients = makeClients([endpoint]);
  endings.push(clients.close);
  return clients;
}

async function proxyToEtcd(): Promise<CuttingProxy> {
  const proxy = await startCuttingProxy(etcd.server.port);
  endings.push(proxy.close);
  return proxy;
}

let folders = 0;
const newPrefix = () => `/watch-test/${folders++}/`;

/** Writes numbered keys, many at once; returns the revision before the first. */
async function writeMany(prefix: string, count: number, valueBytes = 100): Promise<number> {
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

interface Seen {
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
function watchSince(
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

function expectEachOnce(seen: Seen, count: number): void {
  expect(seen.failures).toEqual([]);
  expect(seen.keys.length).toBe(count);
  expect(new Set(seen.keys).size).toBe(count);
  const sorted = [...seen.revisions].sort((a, b) => a - b);
  expect(seen.revisions).toEqual(sorted);
}

/** The case that the stock watcher fails: some changes delivered, some not, then the link goes. */
function expectLostInBetween(seen: Seen, count: number): void {
  expect(seen.lostAfter.filter((delivered) => delivered > 0 && delivered < count)).not.toEqual([]);
}

describe('a link that breaks while 10,000 changes are caught up with', () => {
  const COUNT = 10_000;

  test('makes the stock watcher of etcd3 lose changes silently, so ours is needed', async () => {
    const prefix = newPrefix();
    const before = await writeMany(prefix, COUNT, 200);
    const proxy = await proxyToEtcd();
    const stock = new Etcd3({ hosts: proxy.endpoint });
    endings.push(() => stock.close());
    const keys = new Set<string>();
    const errors: unknown[] = [];
    let connects = 0;
    proxy.cutAfterBytes(300_000);
    const watcher = stock
      .watch()
      .prefix(prefix)
      .startRevision(String(before + 1))
      .watcher();
    watcher.on('put', (kv) => keys.add(kv.key.toString()));
    watcher.on('error', (error) => errors.push(error));
    watcher.on('connected', () => connects++);
    await until('the stock watcher is connected again', () => connects >= 2);
    // It is live again and has passed the gap by: it sees what comes now.
    const { unary } = clientsAt(etcd.endpoint);
    await until('it sees a new change', async () => {
      await unary.put(`${prefix}after`).value('');
      return keys.has(`${prefix}after`);
    });
    keys.delete(`${prefix}after`);
    expect(errors).toEqual([]);
    expect(keys.size).toBeLessThan(COUNT);
  });

  test('costs our watch nothing', async () => {
    const prefix = newPrefix();
    const before = await writeMany(prefix, COUNT, 200);
    const proxy = await proxyToEtcd();
    // More than one answer of 1,000 revisions, so that each link gets a step further.
    proxy.cutAfterBytes(600_000, 3);
    const seen = watchSince(clientsAt(proxy.endpoint), prefix, () => before);
    await until('all changes', () => seen.keys.length >= COUNT, { timeoutMs: 60_000 });
    expectEachOnce(seen, COUNT);
    expect(seen.catchUps).toEqual([before]);
    expectLostInBetween(seen, COUNT);
  });

  test('costs it nothing either with a consumer that takes its time', async () => {
    const prefix = newPrefix();
    const before = await writeMany(prefix, COUNT, 200);
    const proxy = await proxyToEtcd();
    proxy.cutAfterBytes(600_000, 3);
    let isTaking = false;
    let overlaps = 0;
    const seen = watchSince(
      clientsAt(proxy.endpoint),
      prefix,
      () => before,
      async () => {
        if (isTaking) overlaps++;
        isTaking = true;
        await new Promise((resolve) => setTimeout(resolve, 5));
        isTaking = false;
      },
    );
    await until('all changes', () => seen.keys.length >= COUNT, { timeoutMs: 60_000 });
    expectEachOnce(seen, COUNT);
    expectLostInBetween(seen, COUNT);
    expect(overlaps).toBe(0);
  });
});

describe('batches above gRPC limits', () => {
  test('2,000 changes of 6 kB arrive once each', async () => {
    const prefix = newPrefix();
    const before = await writeMany(prefix, 2_000, 6_000);
    const seen = watchSince(clientsAt(etcd.endpoint), prefix, () => before);
    await until('all changes', () => seen.keys.length >= 2_000, { timeoutMs: 60_000 });
    expectEachOnce(seen, 2_000);
  });

  test('300 changes of 500 kB, more than one answer could hold, arrive once each', async () => {
    const prefix = newPrefix();
    const before = await writeMany(prefix, 300, 500_000);
    const seen = watchSince(clientsAt(etcd.endpoint), prefix, () => before);
    await until('all changes', () => seen.keys.length >= 300, { timeoutMs: 60_000 });
    expectEachOnce(seen, 300);
    expect(seen.troubles).toEqual([]);
  });

  test('the changes of one transaction arrive together, also when etcd splits the answer', async () => {
    const prefix = newPrefix();
    const { unary } = clientsAt(etcd.endpoint);
    const before = Number((await unary.put(`${prefix}~seed`).value('')).header.revision);
    const TXNS = 8;
    for (let txn = 0; txn < TXNS; txn++) {
      const puts = Array.from({ length: 100 }, (_, i) => ({
        request_put: { key: Buffer.from(`${prefix}${txn}/${i}`), value: Buffer.alloc(12_000) },
      }));
      await unary.kv.txn({ compare: [], success: puts, failure: [] });
    }
    const batches: number[][] = [];
    const seen = watchSince(
      clientsAt(etcd.endpoint),
      prefix,
      () => before,
      (changes) => {
        batches.push(changes.map(({ revision }) => revision));
      },
    );
    await until('all changes', () => seen.keys.length >= TXNS * 100);
    expectEachOnce(seen, TXNS * 100);
    for (let txn = 1; txn <= TXNS; txn++) {
      const holding = batches.filter((revisions) => revisions.includes(before + txn));
      expect(holding).toHaveLength(1);
    }
    expect(batches.length).toBeGreaterThan(1);
  });
});

describe('compaction', () => {
  test('of what a disconnected watch still wanted makes it catch up by reading', async () => {
    const prefix = newPrefix();
    const proxy = await proxyToEtcd();
    const { unary } = clientsAt(etcd.endpoint);
    const values = new Map<string, string>();
    let snapshots = 0;
    const failures: unknown[] = [];
    await unary.put(`${prefix}gone`).value('old');
    const watch = watchSnapshot({
      clients: clientsAt(proxy.endpoint),
      range: prefixRange(prefix),
      onSnapshot: (all) => {
        snapshots++;
        values.clear();
        for (const { key, value } of all) values.set(key, Buffer.from(value).toString());
      },
      onChanges: (changes) => {
        for (const { key, value } of changes) {
          if (value === undefined) values.delete(key);
          else values.set(key, Buffer.from(value.value).toString());
        }
      },
      onFailed: (error) => failures.push(error),
    });
    endings.push(watch.close);
    await until('the first value', () => values.get(`${prefix}gone`) === 'old');
    proxy.setSilent(true);
    await unary.delete().key(`${prefix}gone`);
    for (let i = 0; i < 50; i++) await unary.put(`${prefix}kept`).value(String(i));
    const { header } = await unary.put(`${prefix}last`).value('1');
    await unary.kv.compact({ revision: header.revision, physical: true });
    proxy.cutAll();
    proxy.setSilent(false);
    await until('the values of now', () => values.get(`${prefix}last`) === '1');
    expect([...values]).toEqual([
      [`${prefix}kept`, '49'],
      [`${prefix}last`, '1'],
    ]);
    expect(snapshots).toBe(2);
    await unary.put(`${prefix}next`).value('2');
    await until('changes flow again', () => values.get(`${prefix}next`) === '2');
    expect(failures).toEqual([]);
  });

  test('in the middle of catching up loses nothing of what is there in the end', async () => {
    const prefix = newPrefix();
    const COUNT = 10_000;
    const before = await writeMany(prefix, COUNT, 200);
    const proxy = await proxyToEtcd();
    const { unary } = clientsAt(etcd.endpoint);
    const known = new Set<string>();
    let delivered = 0;
    let revision = before;
    const seen = watchSince(
      clientsAt(proxy.endpoint),
      prefix,
      async () => {
        if (delivered === 0) return before;
        const all = await unary.getAll().prefix(prefix).exec();
        for (const kv of all.kvs) known.add(kv.key.toString());
        return Number(all.header.revision);
      },
      async (changes) => {
        for (const { key } of changes) known.add(key);
        const isFirst = delivered === 0;
        delivered += changes.length;
        revision = changes.at(-1)?.revision ?? revision;
        if (!isFirst) return;
        await unary.kv.compact({ revision: revision + 3_000 });
        proxy.cutAll();
      },
    );
    await until('all keys', () => known.size >= COUNT, { timeoutMs: 60_000 });
    await until('a second catch-up', () => seen.catchUps.length === 2);
    await unary.put(`${prefix}after`).value('');
    await until('changes flow again', () => known.has(`${prefix}after`));
    expect(seen.failures).toEqual([]);
  });
});

describe('a store that goes away', () => {
  test('by kill -9 under load, five times, comes back with every change delivered once', async () => {
    const prefix = newPrefix();
    const { unary } = clientsAt(etcd.endpoint);
    const before = Number((await unary.put(`${prefix}~seed`).value('')).header.revision);
    const seen = watchSince(clientsAt(etcd.endpoint), prefix, () => before);
    const acknowledged = new Set<string>();
    let isWriting = true;
    let next = 0;
    const writer = async () => {
      while (isWriting) {
        const key = `${prefix}${next++}`;
        try {
          await unary.put(key).value('v');
          acknowledged.add(key);
        } catch {
          // Not acknowledged: it may be there or not. A pause, so that nobody spins.
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      }
    };
    const writers = Array.from({ length: 8 }, writer);
    for (let kill = 0; kill < 5; kill++) {
      const target = acknowledged.size + 300;
      await until('some writes', () => acknowledged.size >= target, { timeoutMs: 30_000 });
      await etcd.restart();
    }
    isWriting = false;
    await Promise.all(writers);
    const history = await until('the keys', () => unary.getAll().prefix(prefix).keys());
    const expected = history.filter((key) => !key.endsWith('~seed'));
    await until('all changes', () => seen.keys.length >= expected.length);
    expectEachOnce(seen, expected.length);
    expect(new Set(seen.keys)).toEqual(new Set(expected));
    expect([...acknowledged].filter((key) => !expected.includes(key))).toEqual([]);
    expect(seen.catchUps).toEqual([before]);
  }, 120_000);

  test('and keeps silent is left for a new link', async () => {
    const prefix = newPrefix();
    const proxy = await proxyToEtcd();
    const { unary } = clientsAt(etcd.endpoint);
    const before = Number((await unary.put(`${prefix}~seed`).value('')).header.revision);
    const seen = watchSince(clientsAt(proxy.endpoint), prefix, () => before);
    await until('a link', () => seen.links.at(-1) === true);
    proxy.setSilent(true);
    await unary.put(`${prefix}1`).value('');
    await until('the link is given up', () => seen.links.at(-1) === false, { timeoutMs: 30_000 });
    proxy.setSilent(false);
    await until('the change', () => seen.keys.length > 0, { timeoutMs: 30_000 });
    expectEachOnce(seen, 1);
  });

  test('before the watch began is waited for', async () => {
    const prefix = newPrefix();
    const clients = clientsAt(etcd.endpoint);
    await etcd.kill();
    const values: string[] = [];
    const watch = watchSnapshot({
      clients,
      range: prefixRange(prefix),
      onSnapshot: () => {
        values.push('snapshot');
      },
      onChanges: () => undefined,
      onFailed: (error) => values.push(String(error)),
    });
    endings.push(watch.close);
    await etcd.restart();
    await until('the snapshot', () => values.length > 0);
    expect(values).toEqual(['snapshot']);
  });
});

describe('another store behind the address, as after a restore from a backup', () => {
  const restored = withEtcd();

  test('is noticed, and what it holds replaces what was known', async () => {
    const prefix = newPrefix();
    const proxy = await proxyToEtcd();
    await writeMany(prefix, 100);
    const other = clientsAt(restored.endpoint);
    await other.unary.put(`${prefix}restored`).value('');
    const known = new Set<string>();
    const failures: unknown[] = [];
    const watch = watchSnapshot({
      clients: clientsAt(proxy.endpoint),
      range: prefixRange(prefix),
      onSnapshot: (values) => {
        known.clear();
        for (const { key } of values) known.add(key);
      },
      onChanges: (changes) => {
        for (const { key } of changes) known.add(key);
      },
      onFailed: (error) => failures.push(error),
    });
    endings.push(watch.close);
    await until('the first store', () => known.size === 101);
    proxy.setTarget(restored.server.port);
    proxy.cutAll();
    await until('the other store', () => known.has(`${prefix}restored`));
    expect([...known]).toEqual([`${prefix}restored`]);
    await other.unary.put(`${prefix}next`).value('');
    await until('its changes', () => known.has(`${prefix}next`));
    expect(failures).toEqual([]);
  });
});

describe('a consumer', () => {
  test('that throws ends the watch and hears its own error, once', async () => {
    const prefix = newPrefix();
    const before = await writeMany(prefix, 1);
    const fault = new Error('no');
    let calls = 0;
    const seen = watchSince(
      clientsAt(etcd.endpoint),
      prefix,
      () => before,
      () => {
        calls++;
        throw fault;
      },
    );
    await until('the failure', () => seen.failures.length > 0);
    await writeMany(prefix, 3);
    await seen.watch.close();
    expect(seen.failures).toEqual([fault]);
    expect(calls).toBe(1);
  });

  test('may close the watch from inside a delivery, and hears nothing after', async () => {
    const prefix = newPrefix();
    const before = await writeMany(prefix, 10);
    let calls = 0;
    const seen: Seen = watchSince(
      clientsAt(etcd.endpoint),
      prefix,
      () => before,
      async () => {
        calls++;
        await seen.watch.close();
      },
    );
    await until('the delivery', () => calls === 1);
    await writeMany(prefix, 3);
    await seen.watch.close();
    expect(calls).toBe(1);
    expect(seen.failures).toEqual([]);
  });

  test('may close it before etcd has answered at all', async () => {
    const clients = clientsAt('http://127.0.0.1:9');
    const seen = watchSince(clients, newPrefix(), () => 0);
    await seen.watch.close();
    await seen.watch.close();
    expect(seen.failures).toEqual([]);
  });

  test('that stands still does not hold up reads and writes of the same program', async () => {
    const prefix = newPrefix();
    const before = await writeMany(prefix, 400, 10_000);
    const clients = clientsAt(etcd.endpoint);
    const reads: string[] = [];
    const seen = watchSince(
      clients,
      prefix,
      () => before,
      async ([first]) => {
        if (first === undefined) return;
        const value = await clients.unary.get(first.key).string();
        reads.push(value ?? '');
      },
    );
    await until('all changes', () => seen.keys.length >= 400);
    expect(reads.every((value) => value.length === 10_000)).toBe(true);
  });

  test('of one watch is not disturbed when another watch is closed', async () => {
    const prefix = newPrefix();
    const clients = clientsAt(etcd.endpoint);
    const before = await writeMany(prefix, 1);
    const kept = watchSince(clients, prefix, () => before);
    await until('the first change', () => kept.keys.length === 1);
    for (let i = 0; i < 5; i++) {
      const other = watchSince(clients, prefix, () => before);
      await until('its change', () => other.keys.length >= 1);
      await other.watch.close();
    }
    await clients.unary.put(`${prefix}last`).value('');
    await until('the last change', () => kept.keys.includes(`${prefix}last`));
    expect(kept.links).toEqual([true]);
  });
});
