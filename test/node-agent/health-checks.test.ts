import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../../lab/servers/free-port.ts';
import { runCheck } from '../../node-agent/health/check.ts';
import type { CheckResult } from '../../node-agent/health/check-result.ts';
import { type HealthCheck, healthCheck } from '../../schemas/resources/health-check.ts';

const servers: { server: Server; sockets: Set<Socket> }[] = [];
const children: ChildProcess[] = [];
const dialled: Socket[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const socket of dialled.splice(0)) socket.destroy();
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined); // a check may reset what it no longer needs
    socket.on('close', () => sockets.delete(socket));
  });
  servers.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

const never = () => new AbortController().signal;
const http = (answer: RequestListener) => listen(createHttpServer(answer));
const raw = (text: string) => listen(createServer((socket) => socket.end(text)));

function check(port: number, spec: Partial<HealthCheck> & { type: 'tcp' | 'http' }, more = {}) {
  const target = { address: '127.0.0.1', port, check: healthCheck.parse(spec), ...more };
  return runCheck(target, never());
}
type HttpSpec = NonNullable<HealthCheck['http']>;
const checkHttp = (port: number, spec: Partial<HttpSpec> = {}, timeoutMs = 5_000) =>
  check(port, { type: 'http', timeoutMs, http: spec as HttpSpec });

const success = (reason: string): CheckResult => ({ verdict: 'success', reason });
const failure = (reason: string): CheckResult => ({ verdict: 'failure', reason });

describe('tcp', () => {
  test('a port that accepts is up, over IPv4 and IPv6, and the connection is closed again', async () => {
    const closed: unknown[] = [];
    const server = createServer((socket) => {
      socket.on('data', (data) => closed.push(data));
      socket.on('close', () => closed.push('closed'));
    });
    expect(await check(await listen(server), { type: 'tcp' })).toEqual(success('connected'));
    await expect.poll(() => closed).toEqual(['closed']);
    const port = await listen(createServer(), '::1');
    const target = { address: '::1', port, check: healthCheck.parse({ type: 'tcp' }) };
    expect(await runCheck(target, never())).toEqual(success('connected'));
  });

  test('a port that refuses is down', async () => {
    const result = await check(await freePort(), { type: 'tcp' });
    expect(result).toEqual(failure('connection refused'));
  });

  test('an address that swallows packets is down after the timeout', async () => {
    const result = await check(await silentPort(), { type: 'tcp', timeoutMs: 200 });
    expect(result).toEqual(failure('timeout after 200 ms'));
  });

  test("the director's own faults say nothing about the real server", async () => {
    const port = await listen(createServer());
    const from = (sourceAddress: string) => check(port, { type: 'tcp' }, { sourceAddress });
    expect(await from('127.0.0.7')).toEqual(success('connected'));
    expect(await from('192.0.2.1')).toEqual({
      verdict: 'inconclusive',
      reason: 'the check itself failed: EADDRNOTAVAIL',
    });
  });

  test('an agent that stood still itself does not hold it against the real server', async () => {
    const standStill = (ms: number) =>
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    const connecting = check(await listen(createServer()), { type: 'tcp', timeoutMs: 50 });
    standStill(300);
    expect(await connecting).toEqual(success('connected'));
    const silent = await http(() => undefined);
    const asking = checkHttp(silent, {}, 50);
    standStill(300);
    expect(await asking).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringMatching(/^the agent stood still for \d+ ms$/),
    });
  });

  test('an aborted check ends at once and says nothing', async () => {
    const abort = new AbortController();
    const port = await http(() => undefined);
    const spec = healthCheck.parse({ type: 'http', timeoutMs: 60_000 });
    const result = runCheck({ address: '127.0.0.1', port, check: spec }, abort.signal);
    abort.abort();
    expect(await result).toEqual({ verdict: 'inconclusive', reason: 'cancelled' });
  });
});

/** A port whose accept queue is full: the kernel drops every SYN, as a firewall would (listen(2)). */
async function silentPort(): Promise<number> {
  // A stopped process accepts nothing, and a backlog of 1 takes two connections.
  const script = `const s = require('node:net').createServer();
    s.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port));`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const port = await new Promise<number>((resolve) => {
    child.stdout.once('data', (data) => resolve(Number(data)));
  });
  child.kill('SIGSTOP');
  const processState = () =>
    execFileSync('ps', ['-o', 'stat=', '-p', String(child.pid)]).toString();
  await expect.poll(processState).toContain('T');
  for (let count = 0; count < 4; count++) dialled.push(connect({ host: '127.0.0.1', port }));
  for (const socket of dialled) socket.on('error', () => undefined);
  const taken = () => dialled.filter((socket) => !socket.connecting).length;
  await expect.poll(taken).toBe(2);
  return port;
}

describe('http', () => {
  test('the request is one GET with host and path as told, on a connection of its own', async () => {
    const seen: unknown[] = [];
    const sources = new Set<number | undefined>();
    const port = await http((request, response) => {
      const { method, url, headers, socket } = request;
      seen.push([method, url, headers.host, headers.connection]);
      sources.add(socket.remotePort);
      response.end('fine');
    });
    expect(await checkHttp(port)).toEqual(success('status 200'));
    const told = await checkHttp(port, { path: '/health?deep=1', host: 'shop.example' });
    expect(told).toEqual(success('status 200'));
    expect(seen).toEqual([
      ['GET', '/', `127.0.0.1:${port}`, 'close'],
      ['GET', '/health?deep=1', 'shop.example', 'close'],
    ]);
    expect(sources.size).toBe(2);
  });

  test('the status decides; a redirect is an answer and is not followed', async () => {
    let asked = 0;
    const port = await http((request, response) => {
      asked += 1;
      response.writeHead(request.url === '/moved' ? 302 : 502, { location: '/' });
      response.end();
    });
    expect(await checkHttp(port)).toEqual(failure('status 502'));
    expect(await checkHttp(port, { path: '/moved' })).toEqual(failure('status 302'));
    const expecting = { path: '/moved', expectStatus: [204, 302] };
    expect(await checkHttp(port, expecting)).toEqual(success('status 302'));
    expect(asked).toBe(3);
  });

  test('the body is searched up to 64 KiB, also across chunks', async () => {
    const limit = 64 * 1024;
    const port = await http((request, response) => {
      if (request.url === '/split') {
        response.write('all sys');
        setImmediate(() => response.end('tems go'));
      } else if (request.url === '/edge') response.end(`${'.'.repeat(limit - 2)}ok`);
      else if (request.url === '/beyond')
        response.end(`${'.'.repeat(limit - 1)}ok${'.'.repeat(99)}`);
      else if (request.url === '/endless') {
        const more = () => {
          if (!response.destroyed) response.write('.'.repeat(9_000), () => setImmediate(more));
        };
        more();
      } else response.end('sad');
    });
    const lacks = failure('status 200, but the body lacks the expected text');
    const ask = (path: string, expectBody: string) => checkHttp(port, { path, expectBody });
    expect(await ask('/split', 'systems')).toEqual(success('status 200'));
    expect(await ask('/edge', 'ok')).toEqual(success('status 200'));
    expect(await ask('/beyond', 'ok')).toEqual(lacks);
    expect(await ask('/endless', 'ok')).toEqual(lacks);
    expect(await ask('/', 'ok')).toEqual(lacks);
  });

  test('the timeout is for the whole exchange, however slowly it goes on', async () => {
    const port = await http((request, response) => {
      if (request.url === '/silent') return;
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const late = failure('timeout after 300 ms');
    expect(await checkHttp(port, { path: '/silent' }, 300)).toEqual(late);
    expect(await checkHttp(port, { path: '/drip', expectBody: 'ok' }, 300)).toEqual(late);
  });

  test('what is no answer is told apart', async () => {
    expect(await checkHttp(await freePort())).toEqual(failure('connection refused'));
    expect(await checkHttp(await raw(''))).toEqual(failure('connection closed without an answer'));
    expect(await checkHttp(await raw('SSH-2.0-OpenSSH_9.2\r\n'))).toEqual(
      failure('the answer is not HTTP'),
    );
    const cut = 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf';
    const result = await checkHttp(await raw(cut), { expectBody: 'whole' });
    expect(result.verdict).toBe('failure');
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n';
    expect((await checkHttp(await raw(upgrade))).verdict).toBe('failure');
  });

  test('a request that cannot be made is not held against the real server', async () => {
    const result = await checkHttp(await freePort(), { path: '/a b' });
    expect(result).toMatchObject({ verdict: 'inconclusive' });
    expect(result.reason).toContain('the request cannot be made');
  });
});
