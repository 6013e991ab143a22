import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NodeEvent } from '../../schemas/events.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { type ApiServer, serveApi } from './api-server.ts';
import { NOW_MS, runCli } from './run-cli.ts';
import { vrrpEvent } from './samples.ts';

let socket: string;
let server: ApiServer | undefined;

beforeEach(() => {
  socket = join(tempDir('events'), 'api.sock');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** What the bus keeps, and the streams that are open. */
class EventRoute {
  readonly kept: NodeEvent[] = [];
  readonly open = new Set<(event: NodeEvent) => void>();
  readonly queries: Record<string, string>[] = [];

  add(event: NodeEvent): void {
    this.kept.push(event);
    for (const send of this.open) send(event);
  }

  readonly extend = (app: FastifyInstance): void => {
    app.get('/v1/events', (request, reply) => {
      const query = request.query as Record<string, string>;
      this.queries.push(query);
      const { raw } = reply.hijack();
      raw.writeHead(200, { 'content-type': 'application/x-ndjson' });
      raw.flushHeaders();
      const send = (event: NodeEvent) => raw.write(`${JSON.stringify(event)}\n`);
      const limit = Number(query['limit']);
      for (const event of limit === 0 ? [] : this.kept.slice(-limit)) send(event);
      if (query['follow'] !== '1') {
        raw.end();
        return;
      }
      this.open.add(send);
      raw.once('close', () => this.open.delete(send));
    });
  };
}

/** Later than what the samples are dated, where a test does not say otherwise. */
const AFTER_MS = NOW_MS + 3_600_000;

function follow(args: readonly string[] = [], startedAtMs = AFTER_MS) {
  const abort = new AbortController();
  let seen = '';
  const done = runCli(['events', '--follow', '-o', 'json', ...args], {
    env: { SLUICE_API: `unix:${socket}` },
    signal: abort.signal,
    startedAtMs,
    onWrite: (text) => {
      seen = text;
    },
  });
  const end = async () => {
    abort.abort();
    const { code, stdout, stderr } = await done;
    const events = stdout.trim().split('\n').filter(Boolean);
    return { code, stderr, seqs: events.map((line) => (JSON.parse(line) as NodeEvent).seq) };
  };
  return { end, until: (word: string) => until(`"${word}"`, () => seen.includes(word)) };
}

test('the last events come first, then new ones, each once', async () => {
  const route = new EventRoute();
  for (let seq = 1; seq <= 5; seq += 1) route.add(vrrpEvent(seq));
  server = await serveApi(socket, {}, route.extend);
  const reader = follow(['--limit', '2', '--node', 'lb1', '--type', 'VrrpTransition']);
  await until('the stream is open', () => route.open.size > 0);
  route.add(vrrpEvent(6));
  await reader.until('"seq":6');
  const { code, seqs } = await reader.end();
  expect(seqs).toEqual([4, 5, 6]);
  expect(code).toBe(130);
  expect(route.queries[1]).toMatchObject({ follow: '1', node: 'lb1', type: 'VrrpTransition' });
});

test('what happened after the start is told, though it came before the first look', async () => {
  const route = new EventRoute();
  for (let seq = 1; seq <= 4; seq += 1) route.add(vrrpEvent(seq)); // dated NOW_MS + seq
  route.add(vrrpEvent(2, 'lb2')); // on a clock that is behind
  server = await serveApi(socket, {}, route.extend);
  const reader = follow(['--limit', '0'], NOW_MS + 3);
  await until('the stream is open', () => route.open.size > 0);
  route.add(vrrpEvent(5));
  await reader.until('"seq":5');
  expect((await reader.end()).seqs).toEqual([3, 4, 5]);
  const other = follow(['--limit', '2'], NOW_MS + 3);
  await other.until('"seq":5');
  expect((await other.end()).seqs).toEqual([2, 3, 4, 2, 5]);
});

test('a restart of the server loses nothing and doubles nothing', async () => {
  const route = new EventRoute();
  route.add(vrrpEvent(1));
  server = await serveApi(socket, {}, route.extend);
  const reader = follow(['--limit', '0']);
  await until('the stream is open', () => route.open.size > 0);
  route.add(vrrpEvent(2));
  await reader.until('"seq":2');
  await server.close();
  server = undefined;
  await reader.until('the server went away');
  route.add(vrrpEvent(3));
  route.add(vrrpEvent(1, 'lb1', 'b2'));
  server = await serveApi(socket, {}, route.extend);
  await reader.until('"bootId":"b2"');
  route.add(vrrpEvent(4));
  await reader.until('"seq":4');
  const { seqs, stderr } = await reader.end();
  expect(seqs).toEqual([2, 3, 1, 4]);
  expect(stderr).toContain('connected again');
  expect(stderr).not.toContain('missing');
});

test('more than the backlog during a break is said to be missing', async () => {
  const route = new EventRoute();
  for (let seq = 1; seq <= 1_000; seq += 1) route.add(vrrpEvent(seq));
  server = await serveApi(socket, {}, route.extend);
  const reader = follow(['--limit', '0']);
  await until('the stream is open', () => route.open.size > 0);
  await server.close();
  for (let seq = 1_001; seq <= 2_500; seq += 1) route.add(vrrpEvent(seq));
  server = await serveApi(socket, {}, route.extend);
  await reader.until('"seq":2500');
  const { seqs, stderr } = await reader.end();
  expect(stderr).toContain('some events are missing here');
  expect(seqs).toEqual(Array.from({ length: 1_000 }, (_, i) => 1_501 + i));
});

test('a refusal in the stream is an error, not an event', async () => {
  server = await serveApi(socket, {}, (app) => {
    app.get('/v1/events', (_, reply) =>
      reply.send(`${JSON.stringify({ code: 'E_BUS_AWAY', message: 'NATS is away', hint: '' })}\n`),
    );
  });
  const { code, stderr } = await runCli(['events'], { env: { SLUICE_API: socket } });
  expect([code, stderr]).toEqual([1, 'E_BUS_AWAY NATS is away\n']);
});

const sluice = fileURLToPath(new URL('../../bin/sluice.ts', import.meta.url));
function start(args: readonly string[]) {
  const child = spawn(process.execPath, [sluice, '--api', `unix:${socket}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  return { child, ended, stderr: () => stderr };
}

test('Ctrl-C ends a follower in order', async () => {
  const route = new EventRoute();
  route.add(vrrpEvent(1));
  server = await serveApi(socket, {}, route.extend);
  const { child, ended, stderr } = start(['events', '--follow']);
  await once(child.stdout, 'data');
  await until('the stream is open', () => route.open.size > 0);
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  expect(stderr()).toBe('');
});

test('a reader that closes the pipe ends it without a word', async () => {
  const route = new EventRoute();
  for (let seq = 1; seq <= 10; seq += 1) route.add(vrrpEvent(seq));
  server = await serveApi(socket, {}, route.extend);
  const { child, ended, stderr } = start(['events', '--follow']);
  await once(child.stdout, 'data');
  await until('the stream is open', () => route.open.size > 0);
  child.stdout.destroy();
  route.add(vrrpEvent(11));
  route.add(vrrpEvent(12));
  expect(await ended).toEqual([0, null]);
  expect(stderr()).toBe('');
});
