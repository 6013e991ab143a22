/** The keeper: elected, alarming, and killed at any moment without a loss. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ConfigEvent } from '../../schemas/events.ts';
import type { AlarmKind } from '../../schemas/keeper.ts';
import { directoryArchive } from '../../store/archive/directory-archive.ts';
import { alarmChanges, type StoreAlarm } from '../../store/upkeep/alarm.ts';
import { runKeeper } from '../../store/upkeep/keeper.ts';
import { withEtcd } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { expectAllAgree } from './agreement.ts';
import { alice, atEnd, commitWeights, EAGER, newCell, setWeight, storeAt } from './fixtures.ts';

const etcd = withEtcd();
const SILENT = { info: () => undefined, warn: () => undefined };

describe('a keeper', () => {
  test('that is killed -9 at ten moments loses nothing and deletes nothing unproved', async () => {
    const cell = newCell();
    const dir = tempDir('archive');
    const archive = directoryArchive(dir);
    const store = await storeAt(etcd.endpoint, cell, { archive });
    const all: ConfigEvent[] = [];
    const script = fileURLToPath(new URL('./keeper-process.ts', import.meta.url));
    const policy = JSON.stringify({ ...EAGER, keepEvents: 5 });
    for (let kill = 0; kill < 10; kill++) {
      const keeper = spawn(process.execPath, [script, etcd.endpoint, cell, dir, policy], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const said: string[] = [];
      createInterface({ input: keeper.stdout }).on('line', (line) => said.push(line));
      const ended = once(keeper, 'exit');
      await until('its first round', () => said.length > 0, { timeoutMs: 30_000 });
      all.push(...(await commitWeights(store, 4 + (kill % 9))));
      if (kill % 4 === 0) {
        const spec = await store.readSpec();
        const changes = Array.from({ length: 130 }, (_, i) => setWeight(spec, `l${i}`, kill));
        const at = { expectRevision: spec.revision, origin: alice, idempotencyKey: `l${kill}` };
        all.push(await store.commit({ ...at, changes }));
      }
      keeper.kill('SIGKILL');
      await ended;
      expect(said.filter((line) => line !== 'round')).toEqual([]);
      await expectAllAgree(store, all);
      expect(await store.readEvents({ from: 1, to: all.length })).toEqual(all);
    }
    const first = await (await storeAt(etcd.endpoint, cell)).readFirst();
    expect(first).toBeGreaterThan(10);
  }, 120_000);

  test('is one of two, and the other goes on when it ends', async () => {
    const cell = newCell();
    const archive = directoryArchive(tempDir('archive'));
    const stores = await Promise.all([0, 1].map(() => storeAt(etcd.endpoint, cell)));
    const [first, second] = stores.map((store, i) => {
      const stop = new AbortController();
      const rounds: object[] = [];
      const log = { ...SILENT, info: (fields: object) => void rounds.push(fields) };
      const done = runKeeper(
        {
          store,
          archive,
          policy: EAGER,
          candidate: `keeper-${i}`,
          onAlarm: () => undefined,
          log,
          roundMs: 10,
        },
        stop.signal,
      );
      const end = async () => {
        stop.abort();
        await done;
      };
      atEnd(end);
      return { rounds, end };
    }) as [{ rounds: object[]; end(): Promise<void> }, { rounds: object[]; end(): Promise<void> }];
    const [store] = stores as [Awaited<ReturnType<typeof storeAt>>];
    await until('one keeps', () => first.rounds.length + second.rounds.length > 3);
    const [active, idle] = first.rounds.length > 0 ? [first, second] : [second, first];
    expect(idle.rounds).toEqual([]);
    await commitWeights(store, 20);
    await until('a trim', async () => (await store.readFirst()) > 5);
    await active.end();
    await until('the other keeps', () => idle.rounds.length > 0);
    await commitWeights(store, 20);
    await until('its trim', async () => (await store.readFirst()) > 25);
  });

  test('says that a step is refused once, and that it goes on once', async () => {
    const cell = newCell();
    const dir = tempDir('archive');
    const store = await storeAt(etcd.endpoint, cell);
    const other = await storeAt(etcd.endpoint, newCell());
    await commitWeights(other, 20);
    await other.archiveEvents(directoryArchive(dir));
    await commitWeights(store, 30);
    const alarms: StoreAlarm[] = [];
    let archive = directoryArchive(dir);
    const stop = new AbortController();
    const done = runKeeper(
      {
        store: {
          ...store,
          archiveEvents: () => store.archiveEvents(archive),
          trim: (_, policy, fence) => store.trim(archive, policy, fence),
        },
        archive,
        policy: EAGER,
        candidate: 'keeper',
        onAlarm: (alarm) => alarms.push(alarm),
        log: SILENT,
        roundMs: 10,
      },
      stop.signal,
    );
    atEnd(async () => {
      stop.abort();
      await done;
    });
    await until('the alarm', () => alarms.length > 0);
    expect(alarms[0]).toMatchObject({ kind: 'upkeep', isRaised: true });
    archive = directoryArchive(tempDir('archive'));
    await until('its end', () => alarms.length > 1);
    expect(alarms.map(({ isRaised }) => isRaised)).toEqual([true, false]);
  });
});

describe('the size of the store', () => {
  test('is alarmed at 60 % and 80 %, and cleared with a margin; out of space too', () => {
    const raised = new Set<AlarmKind>();
    const look = (share: number, isOutOfSpace = false) => {
      const usage = { dbBytes: share * 1_000, inUseBytes: 0, isOutOfSpace, silent: 0 };
      const changes = alarmChanges(raised, usage, 1_000);
      for (const { kind, isRaised } of changes) {
        if (isRaised) raised.add(kind);
        else raised.delete(kind);
      }
      return changes.map(({ kind, isRaised }) => `${isRaised ? '+' : '-'}${kind}`);
    };
    expect(look(0.59)).toEqual([]);
    expect(look(0.6)).toEqual(['+fill60']);
    expect(look(0.61)).toEqual([]);
    expect(look(0.81)).toEqual(['+fill80']);
    expect(look(1, true)).toEqual(['+noSpace']);
    expect(look(0.78)).toEqual(['-noSpace']);
    expect(look(0.74)).toEqual(['-fill80']);
    expect(look(0.5)).toEqual(['-fill60']);
  });

  describe('on an etcd with a small quota', () => {
    const QUOTA = 16 * 1024 ** 2;
    const small = withEtcd({ extraArgs: [`--quota-backend-bytes=${QUOTA}`] });

    test('is said, and mended by compaction and defragmentation', async () => {
      const store = await storeAt(small.endpoint, newCell());
      const stop = new AbortController();
      const alarms: StoreAlarm[] = [];
      const policy = { ...EAGER, quotaBytes: QUOTA, snapshotEvents: 1_000_000, snapshotMs: 1e15 };
      // History alone fills it: the same ref, again and again.
      const { nodeRef } = await import('./fixtures.ts');
      for (let i = 0; (await store.readUsage()).dbBytes < QUOTA * 0.65; i++) {
        await Promise.all(
          Array.from({ length: 50 }, (_, n) =>
            store.updateRef(`lb${n}`, () => ({
              ...nodeRef(`lb${n}`),
              nodeObject: 'x'.repeat(10_000),
              token: i,
            })),
          ),
        );
      }
      const done = runKeeper(
        {
          store: { ...store, compact: async () => undefined },
          policy,
          candidate: 'keeper',
          onAlarm: (alarm) => alarms.push(alarm),
          log: SILENT,
          roundMs: 10,
        },
        stop.signal,
      );
      await until('the alarm', () => alarms.length > 0);
      expect(alarms[0]).toMatchObject({ kind: 'fill60', isRaised: true });
      stop.abort();
      await done;
      const keeping = new AbortController();
      const mended = runKeeper(
        { store, policy, candidate: 'k', onAlarm: () => undefined, log: SILENT, roundMs: 10 },
        keeping.signal,
      );
      await until('room', async () => (await store.readUsage()).dbBytes < QUOTA * 0.4, {
        timeoutMs: 30_000,
      });
      keeping.abort();
      await mended;
    });
  });
});
