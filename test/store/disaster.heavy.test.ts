/** docs/disaster-recovery.md, tried: a store put back from a snapshot of etcd, or from the archive. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type EtcdServer, startEtcd } from '../../lab/servers/etcd.ts';
import { acceptRef } from '../../node-agent/plan/accept.ts';
import type { Generation, NodeRef } from '../../schemas/plan/node-ref.ts';
import type { ResourceChange } from '../../schemas/spec.ts';
import { directoryArchive } from '../../store/archive/directory-archive.ts';
import type { Store } from '../../store/contract.ts';
import { openStore } from '../../store/etcd-store.ts';
import { keepOnce } from '../../store/upkeep/keeper.ts';
import { withEtcd } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { expectAllAgree, foldAll, specText } from './agreement.ts';
import {
  alice,
  atEnd,
  commitWeights,
  EAGER,
  newCell,
  nodeObject,
  nodeRef,
  setWeight,
  storeAt,
} from './fixtures.ts';
import { etcdctl, etcdTool } from './loopback-members.ts';

const etcd = withEtcd();
const fresh = withEtcd();

const EDGE: ResourceChange = {
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

/** As the publisher does: the admin state and the token of a ref stay. */
async function publishTo(
  store: Store,
  nodes: readonly string[],
  revision: number,
  newest?: Generation,
): Promise<void> {
  const nodeObjects = nodes.map(nodeObject);
  const digests = await store.putNodeObjects(nodeObjects);
  await store.commitGeneration({
    cluster: 'edge',
    revision,
    parent: newest?.generation ?? 0,
    baseRoot: newest?.root,
    treeChanges: new Map(nodes.map((node, i) => [`node/${node}`, digests[i]])),
    services: [],
    nodeObjects,
    nodes,
    nextRef: (node, current, { generation, root }) => ({
      ...(current ?? nodeRef(node)),
      plan: { cluster: 'edge', generation, digest: root },
      nodeObject: digests[nodes.indexOf(node)] ?? '',
    }),
  });
}

async function setState(store: Store, to: 'drained' | 'active'): Promise<void> {
  const lockDomain = 'cluster/edge';
  const owner = `to-${to}`;
  const lock = await store.acquire({ domain: lockDomain, owner, reason: 'test' });
  if (!('token' in lock)) throw new Error('held');
  await store.setAdminState({ node: 'lb1', to, lockDomain, token: lock.token, origin: alice });
  await store.release(lockDomain, owner);
}

const recoverStore = (...args: string[]) =>
  promisify(execFile)(process.execPath, [
    fileURLToPath(new URL('../../bin/recover-store.ts', import.meta.url)),
    ...args,
  ]);

/** Of an etcd that nobody has written to. */
async function emptySnapshot(): Promise<string> {
  const server = await startEtcd({ dir: tempDir('empty') });
  try {
    const file = join(tempDir('snapshot'), 'empty.db');
    await etcdctl({ clientPort: server.port }, 'snapshot', 'save', file);
    return file;
  } finally {
    await server.stop();
  }
}

/** A member alone, with revisions that go on far above the old ones. Ended after the test. */
async function startRestored(file: string): Promise<EtcdServer> {
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
  return server;
}

describe('a store that is lost', () => {
  test('is rebuilt from the archive, in an empty cell, and goes on from there', async () => {
    const cell = newCell();
    const archive = directoryArchive(tempDir('archive'));
    const store = await storeAt(etcd.endpoint, cell, { archive });
    const events = await commitWeights(store, 30);
    await store.archiveEvents(archive);
    await store.trim(archive, EAGER);
    const spec = await store.readSpec();
    const changes = Array.from({ length: 300 }, (_, i) => setWeight(spec, `l${i}`, 1));
    const at = { expectRevision: 30, origin: alice, idempotencyKey: 'large' };
    events.push(
      await store.commit({ ...at, changes: [...changes, EDGE] }),
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

  test('keeps what was drained drained, and its tokens go on above all old ones', async () => {
    const cell = newCell();
    const dir = tempDir('archive');
    const archive = directoryArchive(dir);
    const store = await storeAt(etcd.endpoint, cell, { archive });
    const declare = { expectRevision: 0, origin: alice, idempotencyKey: 'edge' };
    await store.commit({ ...declare, changes: [EDGE] });
    await publishTo(store, ['lb1', 'lb2'], 1);
    await setState(store, 'drained');
    const before = await store.readRefs();
    await store.archiveEvents(archive);

    const rebuild = (endpoint: string) =>
      recoverStore('rebuild', '--etcd', endpoint, '--cell', cell, '--archive', dir);
    // An etcd as it comes would give tokens that agents refuse.
    const refused = { code: 1, stderr: expect.stringContaining('--bump-revision') };
    await expect(rebuild(fresh.endpoint)).rejects.toMatchObject(refused);
    // Nor does a controller that was started too early write over the refs of the archive.
    const early = await storeAt(fresh.endpoint, cell, { archive });
    await expect(early.archiveEvents(archive)).rejects.toMatchObject({
      code: 'E_STORE_CORRUPT',
      message: "the archive goes on to event 1, but etcd's log ends with 0",
    });

    const server = await startRestored(await emptySnapshot());
    expect((await rebuild(server.endpoint)).stdout).toContain(
      'rebuilt up to revision 1; 2 directors, not active: lb1',
    );
    const rebuilt = await storeAt(server.endpoint, cell, { archive });
    const newest = await rebuilt.newestGeneration('edge');
    await publishTo(rebuilt, ['lb1', 'lb2'], 2, newest);
    const after = await rebuilt.readRefs();
    expect(after.map(({ adminState }) => adminState)).toEqual(['drained', 'active']);
    for (const [i, ref] of before.entries()) {
      // What an agent asks of a ref before it follows it.
      expect(() => acceptRef(ref, after[i] as NodeRef)).not.toThrow();
    }
    await setState(rebuilt, 'active');
    expect((await rebuilt.readRef('lb1'))?.adminState).toBe('active');
    const log = { info: () => undefined, warn: () => undefined };
    const round = await keepOnce({ store: rebuilt, archive, policy: EAGER, log }, undefined);
    expect(round).not.toHaveProperty('failed');
  }, 60_000);

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

    const server = await startRestored(file);
    const restored = await openStore({ endpoints: [server.endpoint], cell });
    atEnd(() => restored.close());
    await expectAllAgree(restored, events);
    expect((await restored.readRef('lb1'))?.plan.generation).toBe(7);
    await commitWeights(restored, 3);
    const newer = await restored.acquire({ domain: 'other', owner: 'o', reason: 'r' });
    if (!('token' in lock && 'token' in newer)) throw new Error('held');
    expect(newer.token).toBeGreaterThan(lock.token + 900_000_000);
  }, 60_000);

  test('that is restored is followed again by agents that have seen more, once it is raised', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const declare = { expectRevision: 0, origin: alice, idempotencyKey: 'edge' };
    await store.commit({ ...declare, changes: [EDGE] });
    await publishTo(store, ['lb1', 'lb2'], 1);
    const file = join(tempDir('snapshot'), 'etcd.db');
    await etcdctl({ clientPort: etcd.server.port }, 'snapshot', 'save', file);
    await publishTo(store, ['lb1', 'lb2'], 1, await store.newestGeneration('edge'));
    await setState(store, 'drained');
    await setState(store, 'active');
    const seen = await store.readRefs();

    const server = await startRestored(file);
    const restored = await storeAt(server.endpoint, cell);
    const judge = async () => {
      const now = await restored.readRefs();
      for (const [i, ref] of seen.entries()) acceptRef(ref, now[i] as NodeRef);
    };
    await expect(judge()).rejects.toMatchObject({ code: 'E_PLAN_STALE' });
    const { stdout } = await recoverStore('raise', '--etcd', server.endpoint, '--cell', cell);
    expect(stdout).toContain('the tokens of 2 directors');
    await publishTo(restored, ['lb1', 'lb2'], 1, await restored.newestGeneration('edge'));
    await judge();
    await setState(restored, 'drained');
    await judge();
  }, 60_000);
});
