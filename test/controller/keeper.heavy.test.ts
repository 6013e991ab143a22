/** The keeper inside a whole controller, on real etcd and NATS, over its real API. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openControlBus } from '../../bus/control-bus.ts';
import { startController } from '../../controller/controller.ts';
import type { Keeping } from '../../controller/keeper.ts';
import { createProcedures } from '../../controller/procedures/procedures.ts';
import type { NodeEvent } from '../../schemas/events.ts';
import type { EventArchive } from '../../store/archive/contract.ts';
import { directoryArchive } from '../../store/archive/directory-archive.ts';
import { withEtcd, withNats } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { FLEET } from '../schemas/fleet.ts';
import { atEnd, EAGER, newCell, storeAt } from '../store/fixtures.ts';
import { ask, open } from './api-client.ts';
import { apply, configAt, request, silent, webWithWeight } from './fixtures.ts';

const etcd = withEtcd();
const nats = withNats();
const PATIENCE = { timeoutMs: 60_000 };

interface Running {
  readonly cell: string;
  readonly defects: unknown[];
  readonly get: (path: string) => ReturnType<typeof ask>;
  readonly setWeight: (weight: number) => Promise<number>;
  readonly events: () => Promise<NodeEvent[]>;
  readonly stop: () => Promise<void>;
}

/** Temporal is away, which is allowed. */
async function controllerWith(keeping: Keeping, cell = newCell()): Promise<Running> {
  const { archive } = keeping;
  const store = await storeAt(etcd.endpoint, cell, { archive, electionTtlSeconds: 2 });
  const bus = openControlBus({ servers: [nats.endpoint], cell, log: silent });
  const procedures = createProcedures({ address: '127.0.0.1:1', namespace: 'sluice' });
  atEnd(() => Promise.all([procedures.close(), bus.close()]));
  const defects: unknown[] = [];
  const socket = join(tempDir('keeper'), 'api.sock');
  const controller = await startController({
    ...{ version: '0', cell, store, bus, procedures, log: silent },
    listen: `unix:${socket}`,
    keeping: { roundMs: 50, ...keeping },
    onDefect: (error) => defects.push(error),
  });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= controller.stop();
    return stopping;
  };
  atEnd(stop);
  return {
    cell,
    defects,
    stop,
    get: (path) => ask(socket, path),
    setWeight: async (weight) => {
      const json = request([webWithWeight(weight)]);
      const headers = { 'idempotency-key': randomUUID() };
      const reply = await ask(socket, '/v1/apply', { method: 'POST', json, headers });
      expect(reply.status).toBe(200);
      return reply.body.revision;
    },
    events: () => eventsOf(socket),
  };
}

async function eventsOf(socket: string): Promise<NodeEvent[]> {
  const { answer } = open(socket, '/v1/events?type=StoreAlarm');
  let text = '';
  for await (const chunk of (await answer).setEncoding('utf8')) text += chunk;
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as NodeEvent);
}

async function declareFleet(cell: string): Promise<void> {
  await apply(await configAt(etcd.endpoint, cell), FLEET);
}

interface WebService {
  readonly resource: { readonly spec: { readonly realServers: readonly { weight?: number }[] } };
}
const weightIn = ({ resources: [web] }: { resources: WebService[] }) =>
  web?.resource.spec.realServers[0]?.weight;

describe('the keeper of a controller', () => {
  test('archives, snapshots and trims while changes go on; what was trimmed is still told', async () => {
    const dir = tempDir('archive');
    const cell = newCell();
    await declareFleet(cell);
    const policy = { ...EAGER, keepEvents: 5 };
    const running = await controllerWith({ archive: directoryArchive(dir), policy }, cell);
    for (let weight = 2; weight <= 20; weight++) {
      expect(await running.setWeight(weight)).toBe(weight);
    }
    const bare = await storeAt(etcd.endpoint, cell);
    await until('a trim', async () => (await bare.readFirst()) > 12, PATIENCE);

    const names = readdirSync(join(dir, 'config', 'fleet'));
    expect(names.some((name) => name.endsWith('.events'))).toBe(true);
    expect(names.some((name) => name.endsWith('.snapshot'))).toBe(true);
    const then = await running.get('/v1/spec?at=7&kind=VirtualService&name=web');
    expect([then.status, then.body.revision, weightIn(then.body)]).toEqual([200, 7, 7]);
    const history = await running.get('/v1/history?kind=VirtualService&name=web&limit=100');
    const revisions = history.body.entries.map(({ revision }: { revision: number }) => revision);
    expect(revisions).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i));
    const told = until(
      'the report',
      async () => {
        const { keeper } = (await running.get('/v1/health')).body;
        return keeper?.archivedTo === 20 && keeper.trimmedTo > 11 ? keeper : undefined;
      },
      PATIENCE,
    );
    expect(await told).toMatchObject({ alarms: [], quotaBytes: EAGER.quotaBytes });
    expect(running.defects).toEqual([]);

    // Without the archive it says where the rest is.
    const other = await controllerWith({}, cell);
    const missing = await other.get('/v1/spec?at=3');
    expect([missing.status, missing.body.code]).toEqual([404, 'E_NOT_FOUND']);
    expect(missing.body.hint).toMatch(/archive/);
    const rest = (await other.get('/v1/history?kind=VirtualService&name=web&limit=100')).body;
    expect(rest.begins).toBe(await bare.readFirst());
    expect(rest.entries.at(-1).revision).toBe(rest.begins);
    expect((await running.get('/v1/history?limit=100')).body).not.toHaveProperty('begins');
  }, 120_000);

  test('tells a store that fills up in its health and as an event', async () => {
    const policy = { ...EAGER, quotaBytes: 1_024 };
    const running = await controllerWith({ policy });
    const standing = async () => {
      const { keeper } = (await running.get('/v1/health')).body;
      const kinds: string[] = keeper?.alarms.map(({ kind }: { kind: string }) => kind) ?? [];
      return kinds.length > 0 ? kinds : undefined;
    };
    expect(await until('alarms', standing, PATIENCE)).toEqual(['fill60', 'fill80']);
    const kindsTold = async () => {
      const events = await running.events();
      return events.length >= 2 ? events : undefined;
    };
    const events = (await until('two events', kindsTold, PATIENCE)) as NodeEvent[];
    expect(events).toMatchObject([
      { node: 'STORE', seq: 1, body: { type: 'StoreAlarm', kind: 'fill60', isRaised: true } },
      { node: 'STORE', seq: 2, body: { type: 'StoreAlarm', kind: 'fill80', isRaised: true } },
    ]);
  }, 120_000);

  test('goes on after etcd was away, and says an archive that takes nothing', async () => {
    const dir = tempDir('archive');
    // A file where the folder should be: no user, not even root, writes into it.
    mkdirSync(join(dir, 'config'), { mode: 0o700 });
    writeFileSync(join(dir, 'config', 'fleet'), '');
    const cell = newCell();
    await declareFleet(cell);
    const running = await controllerWith({ archive: directoryArchive(dir), policy: EAGER }, cell);
    const alarm = async () => {
      const { keeper } = (await running.get('/v1/health')).body;
      return keeper?.alarms.find(({ kind }: { kind: string }) => kind === 'upkeep');
    };
    expect((await until('the alarm', alarm, PATIENCE)).message).toMatch(
      /archive .* cannot be used/,
    );
    const last = async () => (await running.get('/v1/health')).body.keeper?.timeMs as number;
    const before = await last();
    await etcd.restart();
    await until('another round', async () => (await last()) > before, PATIENCE);
    expect(running.defects).toEqual([]);
  }, 120_000);

  test('ends the controller by a defect, and by nothing else', async () => {
    const broken = new TypeError('a defect of ours');
    const archive = {
      ...directoryArchive(tempDir('archive')),
      end: () => Promise.reject(broken),
    } satisfies EventArchive;
    const running = await controllerWith({ archive, policy: EAGER });
    await until('the defect', () => running.defects.length > 0, PATIENCE);
    expect(running.defects).toEqual([broken]);
    await running.stop();
  }, 120_000);
});
