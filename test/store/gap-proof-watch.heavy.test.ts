/**
 * The watch on a real etcd, with links that break. Every test counts each revision of each key:
 * what a consumer saw must be what etcd's history holds, once each and in order.
 */
import { Etcd3 } from 'etcd3';
import { describe, expect, test } from 'vitest';
import { prefixRange } from '../../store/etcd/requests.ts';
import { watchSnapshot } from '../../store/etcd/snapshot-watch.ts';
import { until } from '../kit/until.ts';
import {
  clientsAt,
  endings,
  etcd,
  expectEachOnce,
  expectLostInBetween,
  newPrefix,
  proxyToEtcd,
  watchSince,
  writeMany,
} from './watch-fixtures.ts';

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
