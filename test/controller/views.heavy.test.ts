/** The spec and the compiled fleet in memory, over restarts of etcd and a log that moved on. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { compileFleet } from '../../controller/compile/compile.ts';
import type { SpecChange } from '../../controller/config/spec-view.ts';
import { withEtcd } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { FLEET, service } from '../schemas/fleet.ts';
import { newCell } from '../store/fixtures.ts';
import { apply, type Config, configAt, request, webWithWeight } from './fixtures.ts';

const etcd = withEtcd();

const sameAsStored = async ({ store, view, compiled }: Config) => {
  const stored = await store.readSpec();
  const seen = view.current();
  const byKey = (spec: typeof seen) => [...spec.resources].sort(([a], [b]) => (a < b ? -1 : 1));
  expect([seen.revision, byKey(seen)]).toEqual([stored.revision, byKey(stored)]);
  expect(compiled.current()).toMatchObject({ spec: seen });
  expect(compiled.current().fleet).toEqual(compileFleet(seen));
};

test('the view shows what is stored, and so do those who compile it, change by change', async () => {
  const config = await configAt(etcd.endpoint, newCell());
  expect(config.view.current().revision).toBe(0);
  expect(config.compiled.current().fleet.size).toBe(0);
  await apply(config, FLEET);
  await sameAsStored(config);
  const before = config.compiled.current();
  expect(config.compiled.current()).toBe(before);
  await apply(config, [webWithWeight(3)]);
  await apply(config, [service('new', { ports: [8_443] })]);
  await sameAsStored(config);
});

test('changes that came together are compiled together', async () => {
  const cell = newCell();
  const config = await configAt(etcd.endpoint, cell);
  await apply(config, FLEET);
  const far = await configAt(etcd.endpoint, cell);
  far.compiled.current();
  for (let weight = 2; weight < 7; weight += 1) await apply(config, [webWithWeight(weight)]);
  await far.view.reached(6);
  await sameAsStored(far);
});

test('a listener hears each change once and in order, through a restart of etcd', async () => {
  const config = await configAt(etcd.endpoint, newCell());
  const heard: SpecChange[] = [];
  const unlisten = config.view.listen((change) => heard.push(change));
  await apply(config, FLEET);
  for (let weight = 2; weight < 5; weight += 1) {
    await etcd.restart();
    await until('the change is taken', () => apply(config, [webWithWeight(weight)]));
  }
  expect(heard.map(({ kind, spec }) => [kind, spec.revision])).toEqual([
    ['event', 1],
    ['event', 2],
    ['event', 3],
    ['event', 4],
  ]);
  await sameAsStored(config);
  unlisten();
  await apply(config, [webWithWeight(9)]);
  expect(heard).toHaveLength(4);
});

test('what another controller changed while etcd was away for this one is there after it', async () => {
  const cell = newCell();
  const [config, other] = [
    await configAt(etcd.endpoint, cell),
    await configAt(etcd.endpoint, cell),
  ];
  await apply(other, FLEET);
  await etcd.kill();
  await etcd.restart();
  await until('a change', () => apply(other, [webWithWeight(5)]));
  await config.view.reached(2, 20_000);
  await sameAsStored(config);
});

test('a listener that fails makes the view read everything again, and say so', async () => {
  const config = await configAt(etcd.endpoint, newCell());
  const kinds: string[] = [];
  let fails = true;
  config.view.listen(({ kind }) => {
    kinds.push(kind);
    if (kind === 'event' && fails) {
      fails = false;
      throw new Error('a listener that fails');
    }
  });
  await config.changes.apply(request(FLEET), randomUUID());
  await until('it was read again', () => kinds.includes('reread'));
  expect(kinds).toEqual(['event', 'reread']);
  await apply(config, [webWithWeight(5)]);
  expect(kinds.at(-1)).toBe('event');
  await sameAsStored(config);
});

test('waiting for a revision that does not come ends in time, and says how far it is', async () => {
  const config = await configAt(etcd.endpoint, newCell());
  await apply(config, FLEET);
  await expect(config.view.reached(2, 50)).rejects.toMatchObject({
    code: 'E_STORE_AWAY',
    message: 'revision 2 was not seen in time; the view is at 1',
  });
});
