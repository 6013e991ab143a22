import { describe, expect, test } from 'vitest';
import { prefixRange } from '../../store/etcd/requests.ts';
import { watchSnapshot } from '../../store/etcd/snapshot-watch.ts';
import { withEtcd } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import {
  clientsAt,
  endings,
  etcd,
  expectEachOnce,
  newPrefix,
  proxyToEtcd,
  type Seen,
  watchSince,
  writeMany,
} from './watch-fixtures.ts';

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
