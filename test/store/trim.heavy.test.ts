/** Snapshots, reading the past, archiving and trimming on a real etcd. */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Etcd3 } from 'etcd3';
import { describe, expect, test } from 'vitest';
import { CONFIG_AGGREGATE as LOG } from '../../schemas/events.ts';
import { storeKeys } from '../../schemas/keys.ts';
import { EMPTY_SPEC } from '../../schemas/spec.ts';
import { directoryArchive } from '../../store/archive/directory-archive.ts';
import { withEtcd } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { expectAllAgree, foldAll, specText } from './agreement.ts';
import { alice, atEnd, commitWeights, EAGER, newCell, setWeight, storeAt } from './fixtures.ts';

const etcd = withEtcd();

function rawClient(): Etcd3 {
  const client = new Etcd3({ hosts: etcd.endpoint });
  atEnd(() => client.close());
  return client;
}

const eventKeys = (cell: string) =>
  rawClient().getAll().prefix(storeKeys(cell).events('config', 'fleet')).keys();

describe('the spec of the past', () => {
  test('is read at any revision, with and without snapshots, and at any time', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const events = await commitWeights(store, 30);
    for (const seq of [0, 1, 17, 30]) {
      const wanted = specText(foldAll(events.slice(0, seq)));
      expect(specText(await store.readSpecAt({ revision: seq }))).toBe(wanted);
    }
    expect(await store.snapshot(EAGER)).toBe(30);
    // Nothing new: none is due.
    expect(await store.snapshot(EAGER)).toBeUndefined();
    events.push(...(await commitWeights(store, 5)));
    for (const seq of [0, 29, 30, 31, 35]) {
      const wanted = specText(foldAll(events.slice(0, seq)));
      expect(specText(await store.readSpecAt({ revision: seq }))).toBe(wanted);
    }
    for (const { timeMs } of events) {
      const last = events.findLast((event) => event.timeMs <= timeMs)?.seq;
      expect((await store.readSpecAt({ timeMs })).revision).toBe(last);
    }
    expect(await store.readSpecAt({ timeMs: 1 })).toEqual(EMPTY_SPEC);
    await expect(store.readSpecAt({ revision: 36 })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });

  test('never comes from a folded spec that somebody changed past the log', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    await commitWeights(store, 3);
    const key = storeKeys(cell).spec('RealServer/r0');
    const other = await rawClient().get(storeKeys(cell).spec('RealServer/r1')).buffer();
    await rawClient()
      .put(key)
      .value(other ?? '');
    await expect(store.snapshot(EAGER)).rejects.toMatchObject({
      code: 'E_STORE_CORRUPT',
      message: expect.stringContaining('RealServer/r0'),
    });
  });

  test('keeps two snapshots, and clears away chunks without one', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const keys = storeKeys(cell);
    await rawClient()
      .put(`${keys.snapshot('config', 'fleet', 2)}/0000`)
      .value('left by a kill');
    for (let i = 0; i < 4; i++) {
      await commitWeights(store, 2);
      await store.snapshot(EAGER);
    }
    const found = await rawClient().getAll().prefix(keys.snapshots('config', 'fleet')).keys();
    expect(found.map((key) => key.slice(-5))).toEqual(['00006', '/0000', '00008', '/0000']);
  });
});

describe('a trim', () => {
  test('keeps what the policy keeps; the rest reads from the archive, or says where it is', async () => {
    const cell = newCell();
    const archive = directoryArchive(tempDir('archive'));
    const store = await storeAt(etcd.endpoint, cell, { archive });
    const events = await commitWeights(store, 40);
    expect(await store.trim(archive, EAGER)).toBe(0); // nothing is archived
    expect(await store.archiveEvents(archive)).toBe(40);
    expect(await store.trim(archive, { ...EAGER, trimAtLeast: 31 })).toBe(0);
    expect(await store.trim(archive, EAGER)).toBe(30);
    expect(await eventKeys(cell)).toHaveLength(10);
    expect(await store.verifyChain()).toEqual({ ok: true, events: 10, trimmed: 30 });
    expect(await store.readEvents({ from: 25, to: 35 })).toEqual(events.slice(24, 35));
    expect(await store.readFirst()).toBe(1);
    await expectAllAgree(store, events);
    const without = await storeAt(etcd.endpoint, cell);
    expect(await without.readFirst()).toBe(31);
    for (const seq of [30, 33, 40]) {
      const wanted = specText(foldAll(events.slice(0, seq)));
      expect(specText(await without.readSpecAt({ revision: seq }))).toBe(wanted);
    }
    const gone = { code: 'E_NOT_FOUND', message: expect.stringContaining('begins after 30') };
    await expect(without.readSpecAt({ revision: 29 })).rejects.toMatchObject(gone);
    await expect(without.readSpecAt({ timeMs: 1 })).rejects.toMatchObject(gone);
    await expect(without.readEvents({ from: 1, to: 3 })).rejects.toMatchObject(gone);
    expect(specText(await store.readSpecAt({ revision: 29 }))).toBe(
      specText(foldAll(events.slice(0, 29))),
    );
    // A command that is repeated after its event went is still not carried out twice.
    const again = { expectRevision: 40, origin: alice, idempotencyKey: 'weight-3' };
    const repeated = without.commit({ ...again, changes: [setWeight(EMPTY_SPEC, 'x', 1)] });
    await expect(repeated).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
    expect(await store.readHead()).toBe(40);
  });

  test('by age, again and again, with large changes, keeps every past readable', async () => {
    const cell = newCell();
    const archive = directoryArchive(tempDir('archive'));
    const store = await storeAt(etcd.endpoint, cell, { archive });
    const all = [];
    for (let round = 0; round < 4; round++) {
      all.push(...(await commitWeights(store, 5)));
      const spec = await store.readSpec();
      const changes = Array.from({ length: 150 }, (_, i) => setWeight(spec, `l${i}`, round));
      const at = { expectRevision: spec.revision, origin: alice, idempotencyKey: `l${round}` };
      all.push(await store.commit({ ...at, changes }));
      await store.archiveEvents(archive);
      await store.snapshot(EAGER);
      await store.trim(archive, { ...EAGER, keepMs: -1, keepEvents: 1_000 });
    }
    expect(await eventKeys(cell)).toHaveLength(1);
    // The stage of the newest event is its own; those of trimmed ones are gone.
    const stages = await rawClient().getAll().prefix(storeKeys(cell).stages).keys();
    expect(stages).toHaveLength(2);
    await expectAllAgree(store, await store.readEvents({ from: 1, to: 24 }));
    expect(await store.readEvents({ from: 1, to: 24 })).toEqual(all);
    for (const revision of [1, 6, 7, 13, 24]) {
      expect(specText(await store.readSpecAt({ revision }))).toBe(
        specText(foldAll(all.slice(0, revision))),
      );
    }
  });

  test('deletes nothing when the archive was changed, is short, or is of another history', async () => {
    const cell = newCell();
    const dir = tempDir('archive');
    const archive = directoryArchive(dir);
    const store = await storeAt(etcd.endpoint, cell);
    await commitWeights(store, 30);
    await store.archiveEvents(archive);
    const folder = join(dir, LOG.aggregate, LOG.id);
    const [name = ''] = await readdir(folder);
    await writeFile(join(folder, name), 'not what was written');
    await expect(store.trim(archive, EAGER)).rejects.toMatchObject({ code: 'E_STORE_CORRUPT' });
    expect(await eventKeys(cell)).toHaveLength(30);
    await rm(join(folder, name));
    const other = await storeAt(etcd.endpoint, newCell());
    await commitWeights(other, 30);
    await other.archiveEvents(archive);
    await expect(store.trim(archive, EAGER)).rejects.toMatchObject({ code: 'E_STORE_CORRUPT' });
    expect(await eventKeys(cell)).toHaveLength(30);
    expect(await store.verifyChain()).toEqual({ ok: true, events: 30 });
  });

  test('by a keeper that lost its role deletes nothing', async () => {
    const cell = newCell();
    const archive = directoryArchive(tempDir('archive'));
    const store = await storeAt(etcd.endpoint, cell);
    await commitWeights(store, 30);
    await store.archiveEvents(archive);
    const fence = { role: 'keeper', token: 1 };
    await expect(store.trim(archive, EAGER, fence)).rejects.toMatchObject({ code: 'E_FENCED' });
    expect(await eventKeys(cell)).toHaveLength(30);
  });

  test('meets followers and readers without a loss', async () => {
    const cell = newCell();
    const archive = directoryArchive(tempDir('archive'));
    const store = await storeAt(etcd.endpoint, cell, { archive });
    const seen: number[] = [];
    const failures: unknown[] = [];
    await store.followEvents({
      after: 0,
      onEvent: ({ seq }) => seen.push(seq),
      onFailed: (error) => failures.push(error),
    });
    for (let round = 0; round < 10; round++) {
      await commitWeights(store, 20);
      await store.archiveEvents(archive);
      await store.trim(archive, EAGER);
      await store.noteRevision(EAGER);
      await store.compact(EAGER);
    }
    const head = await store.readHead();
    expect(seen).toEqual(Array.from({ length: head }, (_, i) => i + 1));
    expect(failures).toEqual([]);
    await expectAllAgree(store, await store.readEvents({ from: 1, to: head }));
  });
});
