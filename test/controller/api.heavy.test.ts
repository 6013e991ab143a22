/** The API of a whole controller on real etcd and NATS, over its real unix socket. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect, type NatsConnection } from 'nats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAgentBus } from '../../bus/agent-bus.ts';
import { openControlBus } from '../../bus/control-bus.ts';
import { type Controller, startController } from '../../controller/controller.ts';
import { createProcedures } from '../../controller/procedures/procedures.ts';
import { APPLY_BYTES_MAX } from '../../schemas/limits.ts';
import { openStore } from '../../store/etcd-store.ts';
import { sampleEvent } from '../bus/samples.ts';
import { withEtcd, withNats } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { FLEET, service } from '../schemas/fleet.ts';
import { ask, open, type Question } from './api-client.ts';
import { request, silent, webWithWeight } from './fixtures.ts';

const etcd = withEtcd();
const nats = withNats();
const dir = tempDir('api');
const socket = join(dir, 'api.sock');
const CELL = 'api';
let running: { stop(): Promise<void> };

/** Temporal is away, which is allowed. */
async function controllerAt(path: string): Promise<{ stop(): Promise<void> }> {
  const store = await openStore({ endpoints: [etcd.endpoint], cell: CELL });
  const bus = openControlBus({ servers: [nats.endpoint], cell: CELL, log: silent });
  const procedures = createProcedures({ address: '127.0.0.1:1', namespace: 'sluice' });
  const close = async () => {
    await Promise.all([procedures.close(), bus.close(), store.close()]);
  };
  const parts = { version: '0', cell: CELL, store, bus, procedures, log: silent };
  const onDefect = (error: unknown) => {
    throw error;
  };
  let controller: Controller;
  try {
    controller = await startController({ ...parts, listen: `unix:${path}`, onDefect });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    stop: async () => {
      await controller.stop();
      await close();
    },
  };
}

beforeAll(async () => {
  running = await controllerAt(socket);
});
afterAll(() => running.stop());

const api = (path: string, question?: Question) => ask(socket, path, question);
const post = (path: string, json: unknown, headers?: Record<string, string>) =>
  api(path, { method: 'POST', json, ...(headers && { headers }) });
const origin = 'actor=alice&channel=cli&reason=test';

test('only its owner may open the socket', () => {
  expect(statSync(socket).mode & 0o777).toBe(0o600);
});

test('a fleet is applied once for one key, however often it is sent', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const first = await post('/v1/apply', request(FLEET), key);
  expect(first).toMatchObject({ status: 200, body: { changed: true, revision: 1 } });
  const again = await post('/v1/apply', request(FLEET), key);
  expect(again.body).toMatchObject({ eventId: first.body.eventId, revision: 1 });
  const seen = await api('/v1/resources?kind=Node');
  const names = seen.body.resources.map(
    ({ resource }: { resource: Named }) => resource.metadata.name,
  );
  expect([seen.status, names]).toEqual([200, ['lb1', 'lb2']]);
});

interface Named {
  readonly metadata: { readonly name: string };
}

describe('a refusal has a status and a body that says what to do', () => {
  const wrong = [service('bad', { vips: ['10.97.0.11'] })];
  const stale = request([webWithWeight(9)], { ifRevision: 77 });
  const cases: [string, () => ReturnType<typeof api>, number, string][] = [
    ['a path that is none', () => api('/v1/nothing'), 404, 'E_NOT_FOUND'],
    [
      'a body that is no JSON',
      () => api('/v1/apply', { method: 'POST', text: '{' }),
      400,
      'E_USAGE',
    ],
    ['a body of another shape', () => post('/v1/apply', { files: [] }), 400, 'E_USAGE'],
    [
      'a body of another type',
      () => api('/v1/apply', { method: 'POST', text: 'a', headers: { 'content-type': 'text/x' } }),
      415,
      'E_USAGE',
    ],
    [
      'a key that is too short',
      () => post('/v1/apply', request(FLEET), { 'idempotency-key': 'k' }),
      400,
      'E_USAGE',
    ],
    ['files with errors', () => post('/v1/apply', request(wrong)), 422, 'E_INVALID'],
    ['a plan of files with errors', () => post('/v1/plan', request(wrong)), 422, 'E_INVALID'],
    ['another revision', () => post('/v1/apply', stale), 409, 'E_REVISION'],
    ['a kind that is none', () => api('/v1/resources?kind=Gateway'), 400, 'E_USAGE'],
    ['a resource that is not there', () => api('/v1/resources?name=x'), 404, 'E_NOT_FOUND'],
    [
      'a removal of nothing',
      () => api(`/v1/resources/Node/x?${origin}`, { method: 'DELETE' }),
      404,
      'E_NOT_FOUND',
    ],
    [
      'a removal of what others need',
      () => api(`/v1/resources/LocalAddressPool/lips?${origin}`, { method: 'DELETE' }),
      422,
      'E_INVALID',
    ],
    [
      'a removal by nobody',
      () => api('/v1/resources/VirtualService/web', { method: 'DELETE' }),
      400,
      'E_USAGE',
    ],
    [
      'the history of what never was',
      () => api('/v1/history?kind=Node&name=x'),
      404,
      'E_NOT_FOUND',
    ],
    ['connections of a stranger', () => api('/v1/conns?node=x'), 404, 'E_NOT_FOUND'],
    [
      'a drain of a stranger',
      () => post('/v1/nodes/x/drain', { origin: request([]).origin }),
      404,
      'E_NOT_FOUND',
    ],
    [
      'a drain while Temporal is away',
      () => post('/v1/nodes/lb1/drain', { origin: request([]).origin }),
      503,
      'E_TEMPORAL_AWAY',
    ],
  ];
  test.each(cases)('%s', async (_, refused, status, code) => {
    const answer = await refused();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body).toMatchObject({ message: expect.any(String), hint: expect.any(String) });
    expect(Array.isArray(answer.body.problems)).toBe(code === 'E_INVALID');
  });

  test('a body above the limit', async () => {
    const text = JSON.stringify({ files: [{ name: 'a', text: 'x'.repeat(APPLY_BYTES_MAX) }] });
    // The server may hang up before it has read all of it.
    const { status, body } = await api('/v1/apply', { method: 'POST', text });
    expect([status, body.code]).toEqual([413, 'E_TOO_LARGE']);
    expect((await api('/v1/health')).status).toBe(200);
  });
});

test('a director that does not answer is told beside the others', async () => {
  const { status, body } = await api('/v1/conns');
  expect(status).toBe(200);
  expect(body.nodes).toMatchObject([
    { node: 'lb1', error: { code: 'E_NODE_SILENT' } },
    { node: 'lb2', error: { code: 'E_NODE_SILENT' } },
  ]);
});

test('a stream of events ends when its client goes, and holds nothing on the server', async () => {
  const log = silent;
  const agent = openAgentBus({ servers: [nats.endpoint], cell: CELL, node: 'lb1', log });
  const client = await connect({ servers: nats.endpoint });
  try {
    await until('an event is taken', async () => {
      await agent.publishEvent(sampleEvent('lb1', 1));
      return true;
    });
    const { asked, answer } = open(socket, '/v1/events?follow=1&limit=5');
    const lines = createInterface({ input: await answer })[Symbol.asyncIterator]();
    const next = async () => JSON.parse((await lines.next()).value ?? '{}');
    expect(await next()).toMatchObject({ node: 'lb1', seq: 1 });
    await agent.publishEvent(sampleEvent('lb1', 2));
    expect(await next()).toMatchObject({ seq: 2 });
    expect(await consumersOf(client)).toBe(1);
    asked.destroy();
    await until('the reader is gone', async () => (await consumersOf(client)) === 0);
    const past = await ask(socket, '/v1/events?limit=1');
    expect(past.body).toMatchObject({ seq: 2 });
  } finally {
    await agent.close();
    await client.close();
  }
});

async function consumersOf(client: NatsConnection): Promise<number> {
  const manager = await client.jetstreamManager();
  let count = 0;
  for await (const stream of manager.streams.list()) {
    for await (const _ of manager.consumers.list(stream.config.name)) count += 1;
  }
  return count;
}

describe('the socket', () => {
  test('of a controller that was killed is taken over', async () => {
    const path = join(dir, 'stale.sock');
    const left = `require('node:net').createServer().listen(${JSON.stringify(path)})`;
    const child = spawn(process.execPath, ['-e', left], { stdio: 'ignore' });
    await until('it listens', () => existsSync(path));
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(path)).toBe(true);
    const controller = await controllerAt(path);
    expect((await ask(path, '/v1/health')).status).toBe(200);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await controller.stop();
    expect(existsSync(path)).toBe(false);
  });

  test('of a controller that runs is left to it', async () => {
    await expect(controllerAt(socket)).rejects.toMatchObject({ code: 'E_PORT_TAKEN' });
    expect((await api('/v1/health')).status).toBe(200);
  });

  test('in a folder that is not there is refused with a hint', async () => {
    const nowhere = controllerAt(join(dir, 'no', 'api.sock'));
    await expect(nowhere).rejects.toMatchObject({
      code: 'E_USAGE',
      hint: expect.stringContaining('folder'),
    });
  });
});

test('with etcd away changes are refused, the fleet is still shown, and nothing was stored', async () => {
  await etcd.kill();
  const refused = await post('/v1/apply', request([webWithWeight(5)]));
  expect([refused.status, refused.body.code]).toEqual([503, 'E_STORE_AWAY']);
  expect((await api('/v1/nodes')).body.nodes).toHaveLength(2);
  expect((await api('/v1/health')).body).toMatchObject({
    store: false,
    bus: true,
    temporal: false,
  });
  await etcd.restart();
  const applied = await post('/v1/apply', request([webWithWeight(6)]));
  expect(applied).toMatchObject({ status: 200, body: { revision: 2 } });
});
