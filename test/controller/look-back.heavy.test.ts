/** Looking back and going back on a real etcd, over arbitrary histories. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDeletions } from '../../controller/config/deletions.ts';
import { fleetHistory, resourceHistory } from '../../controller/config/history.ts';
import { blameOf } from '../../controller/config/look-back.ts';
import { verifyLogs } from '../../controller/config/verify-logs.ts';
import type { Spec } from '../../schemas/spec.ts';
import { directoryArchive } from '../../store/archive/directory-archive.ts';
import type { Store } from '../../store/contract.ts';
import { withEtcd } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { FLEET, service } from '../schemas/fleet.ts';
import { alice, commitWeights, EAGER, newCell, nodeRef, storeAt } from '../store/fixtures.ts';
import { configAt, request } from './fixtures.ts';
import { anyHistory, type History, resourcesOf } from './spec-histories.ts';

const etcd = withEtcd();
/** Each run writes a log of its own to a disk that others use as well. */
const RUNS = { numRuns: 25 };

async function written({ events }: History): Promise<Store> {
  const store = await storeAt(etcd.endpoint, newCell());
  for (const [revision, changes] of events.entries()) {
    const origin = { ...alice, reason: `event ${revision + 1}` };
    await store.commit({
      expectRevision: revision,
      changes,
      origin,
      idempotencyKey: randomUUID(),
    });
  }
  return store;
}

test('the spec at a revision is what the fold gave then', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      const store = await written(history);
      for (const spec of history.specs) {
        const seen = await store.readSpecAt({ revision: spec.revision });
        expect([seen.revision, new Map(seen.resources)]).toEqual([
          spec.revision,
          new Map(spec.resources),
        ]);
      }
      const newest = history.specs.at(-1) as Spec;
      expect(await store.readSpecAt({ timeMs: Date.now() })).toEqual(
        await store.readSpecAt({ revision: newest.revision }),
      );
      expect((await store.readSpecAt({ timeMs: 0 })).revision).toBe(0);
      await expect(store.readSpecAt({ revision: newest.revision + 1 })).rejects.toMatchObject({
        code: 'E_NOT_FOUND',
      });
    }),
    RUNS,
  );
});

test('the history of any resource has no gap, through every deletion', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      const store = await written(history);
      const deletions = createDeletions(store);
      const now = history.specs.at(-1) as Spec;
      const keys = new Set(history.events.flat().map(({ key }) => key));
      for (const key of keys) {
        const touched = history.events.flatMap((changes, i) =>
          changes.some((change) => change.key === key) ? [i + 1] : [],
        );
        const newest = now.resources.get(key)?.revision;
        const entries = await resourceHistory(store, deletions, key, { newest, limit: 100 });
        expect(entries.map(({ revision }) => revision)).toEqual(touched.reverse());
        const some = await resourceHistory(store, deletions, key, { newest, limit: 2 });
        expect(some).toEqual(entries.slice(0, 2));
      }
      const never = { newest: undefined, limit: 10 };
      expect(await resourceHistory(store, deletions, 'Node/never', never)).toEqual([]);
      const all = await fleetHistory(store, 1_000);
      expect(all).toHaveLength(history.events.flat().length);
    }),
    RUNS,
  );
});

test('deletions that come after the first look are seen too', async () => {
  const store = await storeAt(etcd.endpoint, newCell());
  const deletions = createDeletions(store);
  expect(await deletions.before('Node/a', 10)).toBe(0);
  const [history] = fc.sample(
    anyHistory.filter(({ events }) => events.flat().some(({ after }) => after === undefined)),
    { numRuns: 1, seed: 11 },
  );
  const { events } = history as History;
  for (const [revision, changes] of events.entries()) {
    const idempotencyKey = randomUUID();
    await store.commit({ expectRevision: revision, changes, origin: alice, idempotencyKey });
    for (const { key, after } of changes) {
      const last = await deletions.before(key, Number.POSITIVE_INFINITY);
      if (after === undefined) expect(last).toBe(revision + 1);
    }
  }
});

test('blame gives author and reason of the event that set the field', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      const store = await written(history);
      const now = await store.readSpec();
      for (const key of now.resources.keys()) {
        const { fields } = await blameOf(store, now, key);
        for (const field of fields) {
          expect(field).toMatchObject({ actor: 'alice', reason: `event ${field.revision}` });
        }
      }
    }),
    RUNS,
  );
});

describe('a log that was trimmed', () => {
  test('is told of to where it begins, and fields that are older are said to be so', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const archive = directoryArchive(tempDir('look-back'));
    await commitWeights(store, 12);
    await store.archiveEvents(archive);
    await store.snapshot(EAGER);
    expect(await store.trim(archive, { ...EAGER, keepEvents: 3 })).toBeGreaterThan(5);
    const first = await store.readFirst();
    expect(first).toBeGreaterThan(1);
    const deletions = createDeletions(store);
    const now = await store.readSpec();
    const key = [...now.resources.keys()].find(
      (one) => (now.resources.get(one)?.revision ?? 0) >= first,
    );
    if (key === undefined) throw new Error('nothing is changed in the log that is left');
    const newest = now.resources.get(key)?.revision;
    const entries = await resourceHistory(store, deletions, key, { newest, limit: 100 });
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every(({ revision }) => revision >= first)).toBe(true);
    expect((await fleetHistory(store, 1_000)).length).toBeLessThan(12);
    const { fields } = await blameOf(store, now, key);
    const by = new Map(fields.map(({ path, revision, actor }) => [path, [revision, actor]]));
    expect(by.get('spec.weight')).toEqual([newest, 'alice']);
    expect(by.get('spec.address')).toEqual([0, '']);
  });
});

test('a trim that comes while somebody looks back ends the history and breaks nothing', async () => {
  const store = await storeAt(etcd.endpoint, newCell());
  const archive = directoryArchive(tempDir('look-back'));
  await commitWeights(store, 30);
  await store.archiveEvents(archive);
  const policy = { ...EAGER, keepEvents: 3 };
  // As seen before the trim, which is then done at the first reading of events.
  const first = await store.readFirst();
  let trimmed: Promise<number> | undefined;
  const reader = {
    readHead: store.readHead,
    readFirst: async () => (trimmed === undefined ? first : store.readFirst()),
    readEvents: async (range: Parameters<Store['readEvents']>[0]) => {
      trimmed ??= store.snapshot(EAGER).then(() => store.trim(archive, policy));
      await trimmed;
      return store.readEvents(range);
    },
  };
  const entries = await fleetHistory(reader, 1_000);
  const begins = await store.readFirst();
  expect(begins).toBeGreaterThan(20);
  expect(entries.map(({ revision }) => revision)).toEqual(
    Array.from({ length: 31 - begins }, (_, i) => 30 - i),
  );
  expect(await createDeletions(reader).before('RealServer/r1', 31)).toBe(0);
});

test('every log is proved, also that of a director that is declared no more', async () => {
  const { changes, store, view } = await configAt(etcd.endpoint, newCell());
  await changes.apply(request(FLEET), randomUUID());
  await view.reached(1);
  const lock = await store.acquire({ domain: 'cluster/edge', owner: 'w', reason: '' });
  if (!('token' in lock)) throw new Error('the lock is held');
  await store.updateRef('lb2', () => nodeRef('lb2'));
  const admin = { node: 'lb2', lockDomain: 'cluster/edge', token: lock.token, origin: alice };
  await store.setAdminState({ ...admin, to: 'draining' });
  const rest = request(
    FLEET.filter(({ kind }) => kind === 'Cluster'),
    { prune: { kinds: ['Node', 'VrrpInstance', 'LocalAddressPool', 'VirtualService'] } },
  );
  await changes.apply(rest, randomUUID());
  await view.reached(2);
  expect(view.current().resources.has('Node/lb2')).toBe(false);
  const lines = [];
  for await (const line of verifyLogs(store, view, new AbortController().signal)) lines.push(line);
  expect(lines).toEqual([
    { log: 'config/fleet', ok: true, events: 2 },
    { log: 'node/lb2', ok: true, events: 1 },
  ]);
});

/** A fleet of services that come, change and go; each is right by itself and beside the others. */
const anyServices = fc
  .uniqueArray(
    fc.record({
      port: fc.integer({ min: 81, max: 86 }),
      weight: fc.nat(3),
      scheduler: fc.constantFrom('rr', 'wrr'),
    }),
    { maxLength: 4, selector: ({ port }) => port },
  )
  .map((services) =>
    services.map(({ port, weight, scheduler }) => {
      const realServers = [{ address: '10.98.0.21', port: 80, weight }];
      return service(`s${port}`, { ports: [port], scheduler, realServers });
    }),
  );

describe('a revert on a real store', () => {
  test('makes any earlier fleet again, exactly as its plan said', async () => {
    let reverted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyServices, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        async (steps, at) => {
          const { changes, store, view } = await configAt(etcd.endpoint, newCell());
          for (const services of steps) {
            const wanted = request([...FLEET, ...services], { prune: {} });
            const reply = await changes.apply(wanted, randomUUID());
            await view.reached(reply.revision);
          }
          const head = await store.readHead();
          const back = { to: 1 + (at % head), origin: { ...alice, reason: 'back' } };
          const plan = await changes.planRevert(back);
          const reply = await changes.revert(back, randomUUID());
          expect(reply.changes).toEqual(plan.changes);
          expect(reply.changed).toBe(plan.changes.length > 0);
          const after = await store.readSpec();
          expect(after.revision).toBe(head + (reply.changed ? 1 : 0));
          expect(resourcesOf(after)).toEqual(
            resourcesOf(await store.readSpecAt({ revision: back.to })),
          );
          if (reply.changed) reverted += 1;
        },
      ),
      RUNS,
    );
    expect(reverted).toBeGreaterThan(RUNS.numRuns / 4);
  });

  test('of the same command twice is one event', async () => {
    const { changes, store, view } = await configAt(etcd.endpoint, newCell());
    await changes.apply(request(FLEET), randomUUID());
    await view.reached(1);
    await changes.apply(request([service('api', { ports: [443] })]), randomUUID());
    await view.reached(2);
    const key = randomUUID();
    const back = { to: 1, origin: { ...alice, reason: 'back' } };
    const first = await changes.revert(back, key);
    const again = await changes.revert(back, key);
    expect([again.revision, again.eventId]).toEqual([3, first.eventId]);
    expect(await store.readHead()).toBe(3);
  });

  test('that meets a change of the same resource is told so, or goes on top of others', async () => {
    const one = await configAt(etcd.endpoint, newCell());
    const { changes, store, view } = one;
    await changes.apply(request([...FLEET, service('api', { ports: [443] })]), randomUUID());
    await view.reached(1);
    await changes.apply(request([service('api', { ports: [444] })]), randomUUID());
    await view.reached(2);
    const back = { to: 1, origin: { ...alice, reason: 'back' } };
    const both = await Promise.allSettled([
      changes.revert(back, randomUUID()),
      changes.apply(request([service('mail', { ports: [25] })]), randomUUID()),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await store.readHead()).toBe(4);
  });
});
