/** The archive in a folder: whole files, proved chains, gaps said, nothing half-written used. */
import { copyFile, readdir, readFile, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../schemas/codec/digest.ts';
import { configEventCodec } from '../../schemas/codec/event-codec.ts';
import { CONFIG_AGGREGATE as LOG } from '../../schemas/events.ts';
import type { ArchivedEvent, EventArchive } from '../../store/archive/contract.ts';
import { directoryArchive } from '../../store/archive/directory-archive.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { alice } from './fixtures.ts';

/** Events 1 to `count`, each with the hash of the one before; every fifth one is a large one. */
function chain(count: number): ArchivedEvent[] {
  const events: ArchivedEvent[] = [];
  let previousHash = '';
  for (let seq = 1; seq <= count; seq++) {
    const body = { type: 'ConfigChanged', changes: [] } as const;
    const event = { ...LOG, seq, eventId: `e${seq}`, timeMs: seq, origin: alice, previousHash };
    const encoded = configEventCodec.encode({ ...event, body: { ...body, changes: [] } });
    const bytes = new Uint8Array(encoded);
    previousHash = digestOf(bytes);
    events.push(seq % 5 === 0 ? { seq, bytes, staged: Buffer.from(`s${seq}`) } : { seq, bytes });
  }
  return events;
}

async function all(archive: EventArchive, from: number, to: number): Promise<ArchivedEvent[]> {
  const found: ArchivedEvent[] = [];
  for await (const { seq, bytes, staged } of archive.read(LOG, { from, to })) {
    found.push({
      seq,
      bytes: new Uint8Array(bytes),
      ...(staged ? { staged: Buffer.from(staged) } : {}),
    });
  }
  return found;
}

describe('an archive', () => {
  test('gives back what it was given, however it was cut into batches and given again', async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { maxLength: 8 });
    const law = fc.asyncProperty(cuts, fc.nat(10), async (at, again) => {
      const archive = directoryArchive(tempDir('archive'));
      const events = chain(40);
      const ends = [...at.sort((a, b) => a - b), 40];
      let from = 0;
      for (const to of ends) {
        await archive.append(LOG, events.slice(Math.max(0, from - again), to));
        from = to;
      }
      expect(await archive.end(LOG)).toEqual({
        seq: 40,
        hash: digestOf(events.at(-1)?.bytes ?? new Uint8Array()),
      });
      expect(await all(archive, 1, 40)).toEqual(events);
      expect(await all(archive, 7, 9)).toEqual(events.slice(6, 9));
      expect(await archive.reachesBackTo(LOG, 41)).toBe(1);
    });
    await fc.assert(law, { numRuns: 25 });
  });

  test('keeps its files from others, and few of them', async () => {
    const dir = tempDir('archive');
    const archive = directoryArchive(dir);
    for (const event of chain(30)) await archive.append(LOG, [event]);
    const folder = join(dir, 'config', 'fleet');
    const names = await readdir(folder);
    expect(names).toEqual(['0000000000000001-000000000000001e.events']);
    expect((await stat(join(folder, names[0] ?? ''))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('refuses an event that does not follow', async () => {
    const archive = directoryArchive(tempDir('archive'));
    const events = chain(5);
    await archive.append(LOG, events.slice(0, 2));
    const third = events[2] as ArchivedEvent;
    const { previousHash: _, ...rest } = configEventCodec.decode(third.bytes);
    const forged = configEventCodec.encode({ ...rest, previousHash: digestOf(Buffer.of(1)) });
    const corrupt = { code: 'E_STORE_CORRUPT' };
    await expect(archive.append(LOG, [{ seq: 3, bytes: forged }])).rejects.toMatchObject(corrupt);
    await expect(archive.append(LOG, [third, events[4] as ArchivedEvent])).rejects.toMatchObject(
      corrupt,
    );
    await expect(archive.append(LOG, [{ seq: 4, bytes: third.bytes }])).rejects.toMatchObject(
      corrupt,
    );
    expect(await all(archive, 1, 2)).toEqual(events.slice(0, 2));
  });

  test('begins anew behind a gap, and says what it has not', async () => {
    const archive = directoryArchive(tempDir('archive'));
    const events = chain(9);
    await archive.append(LOG, events.slice(0, 3));
    await archive.append(LOG, events.slice(6));
    expect(await archive.reachesBackTo(LOG, 10)).toBe(7);
    expect(await all(archive, 7, 9)).toEqual(events.slice(6));
    await expect(all(archive, 2, 8)).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
      message: expect.stringContaining('event 4 is not in the archive'),
    });
  });

  test('notices a file that was changed or cut, and reads what overlaps once', async () => {
    const dir = tempDir('archive');
    const archive = directoryArchive(dir);
    const events = chain(6);
    const folder = join(dir, 'config', 'fleet');
    await archive.append(LOG, events.slice(0, 3));
    const [old = ''] = await readdir(folder);
    const copy = join(dir, 'copy');
    await copyFile(join(folder, old), copy);
    await archive.append(LOG, events.slice(3));
    // A kill between the two steps of joining leaves both.
    await copyFile(copy, join(folder, old));
    expect(await all(archive, 1, 6)).toEqual(events);
    const [, joined = ''] = (await readdir(folder)).sort();
    const path = join(folder, joined);
    const bytes = await readFile(path);
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(all(archive, 1, 6)).rejects.toMatchObject({ code: 'E_STORE_CORRUPT' });
    await truncate(path, 100);
    await expect(archive.end(LOG)).rejects.toMatchObject({ code: 'E_STORE_CORRUPT' });
  });

  test('clears away what a killed writer began, when it is old enough to be sure', async () => {
    const dir = tempDir('archive');
    const archive = directoryArchive(dir);
    const events = chain(3);
    await archive.append(LOG, events.slice(0, 1));
    const folder = join(dir, 'config', 'fleet');
    for (const name of ['.old', '.young']) await writeFile(join(folder, name), 'half');
    await utimes(join(folder, '.old'), 1, 1);
    await archive.append(LOG, events.slice(1));
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual(['.young']);
  });

  test('gives the newest snapshot that is not newer than asked', async () => {
    const archive = directoryArchive(tempDir('archive'));
    expect(await archive.snapshotBefore(LOG, 9)).toBeUndefined();
    for (const seq of [3, 7]) {
      const head = { seq, hash: 'h', timeMs: seq };
      await archive.putSnapshot(LOG, { head, content: Buffer.from(`content ${seq}`) });
    }
    expect((await archive.snapshotBefore(LOG, 6))?.head.seq).toBe(3);
    const newest = await archive.snapshotBefore(LOG, 7);
    expect(Buffer.from(newest?.content ?? []).toString()).toBe('content 7');
    expect(await archive.snapshotBefore(LOG, 2)).toBeUndefined();
  });

  test('that cannot be written says so', async () => {
    const dir = tempDir('archive');
    await writeFile(join(dir, 'config'), 'a file where the folder should be');
    const archive = directoryArchive(dir);
    await expect(archive.append(LOG, chain(1))).rejects.toMatchObject({ code: 'E_DISK' });
  });
});
