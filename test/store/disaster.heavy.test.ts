/** docs/disaster-recovery.md, tried: a store put back from a snapshot of etcd, or from the archive. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startEtcd } from '../../lab/servers/etcd.ts';
import type { ResourceChange } from '../../schemas/spec.ts';
import { directoryArchive } from '../../store/archive/directory-archive.ts';
import { openStore } from '../../store/etcd-store.ts';
import { withEtcd } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { expectAllAgree, foldAll, specText } from './agreement.ts';
import {
  alice,
  atEnd,
  commitWeights,
  EAGER,
  newCell,
  nodeRef,
  setWeight,
  storeAt,
} from './fixtures.ts';
import { etcdctl, etcdTool } from './loopback-members.ts';

const etcd = withEtcd();
const fresh = withEtcd();

describe('a store that is lost', () => {
  test('is rebuilt from the archive, in an empty cell, and goes on from there', async () => {
    const cell = newCell();
    const archive = directoryArchive(tempDir('archive'));
    const store = await storeAt(etcd.endpoint, cell, { archive });
    const events = await commitWeights(store, 30);
    await store.archiveEvents(archive);
    await store.trim(archive, EAGER);
    const spec = await store.readSpec();
    const edge: ResourceChange = {
      key: 'Cluster/edge',
      previousRevision: 0,
      generation: 1,
      fields: [],
      after: {
        apiVersion: 'sluice/v1',
        kind: 'Cluster',
        metadata: { name: 'edge' },
        spec: { dataplane: 'memory', highAvailability: 'none' },
      },
    };
    const changes = Array.from({ length: 300 }, (_, i) => setWeight(spec, `l${i}`, 1));
    const at = { expectRevision: 30, origin: alice, idempotencyKey: 'large' };
    events.push(
      await store.commit({ ...at, changes: [...changes, edge] }),
      ...(await commitWeights(store, 2)),
    );
    await store.archiveEvents(archive);
    const lost = await commitWeights(store, 1); // after the last round of the keeper
    expect(lost).toHaveLength(1);

    const rebuilt = await storeAt(fresh.endpoint, cell, { archive });
    expect(await rebuilt.rebuild(archive, 500)).toBe(33);
    await expectAllAgree(rebuilt, events);
    expect(await rebuilt.readEvents({ from: 1, to: 33 })).toEqual(events);
    expect(specText(await rebuilt.readSpecAt({ revision: 12 }))).toBe(
      specText(foldAll(events.slice(0, 12))),
    );
    await expect(rebuilt.rebuild(archive, 500)).rejects.toMatchObject({ code: 'E_CONFLICT' });
    const newest = await rebuilt.newestGeneration('edge');
    expect(newest?.generation).toBe(500);
    expect(await rebuilt.readTree(newest?.root ?? '')).toEqual([]);
    events.push(...(await commitWeights(rebuilt, 15)));
    await rebuilt.archiveEvents(archive);
    expect(await rebuilt.trim(archive, EAGER)).toBeGreaterThan(0);
    await expectAllAgree(rebuilt, events);
  });

  test('without an archive that holds anything is said', async () => {
    const store = await storeAt(fresh.endpoint, newCell());
    const rebuilding = store.rebuild(directoryArchive(tempDir('archive')), 0);
    await expect(rebuilding).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });

  test('is restored from a snapshot of etcd; revisions, and so tokens, go on above the old ones', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const events = await commitWeights(store, 20);
    await store.updateRef('lb1', () => nodeRef('lb1', 7));
    const lock = await store.acquire({ domain: 'd', owner: 'o', reason: 'r' });
    const file = join(tempDir('snapshot'), 'etcd.db');
    await etcdctl({ clientPort: etcd.server.port }, 'snapshot', 'save', file);
    await commitWeights(store, 5);

    const dir = tempDir('restored');
    await etcdTool(
      'etcdutl',
      ...['snapshot', 'restore', file, '--data-dir', join(dir, 'data'), '--name', 'sluice'],
      ...['--initial-cluster', 'sluice=http://127.0.0.1:2380'],
      ...['--initial-advertise-peer-urls', 'http://127.0.0.1:2380'],
      ...['--bump-revision', '1000000000', '--mark-compacted'],
    );
    const server = await startEtcd({ dir });
    atEnd(() => server.stop());
    const restored = await openStore({ endpoints: [server.endpoint], cell });
    atEnd(() => restored.close());
    await expectAllAgree(restored, events);
    expect((await restored.readRef('lb1'))?.plan.generation).toBe(7);
    await commitWeights(restored, 3);
    const newer = await restored.acquire({ domain: 'other', owner: 'o', reason: 'r' });
    if (!('token' in lock && 'token' in newer)) throw new Error('held');
    expect(newer.token).toBeGreaterThan(lock.token + 900_000_000);
  }, 60_000);
});
