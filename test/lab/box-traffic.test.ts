import { createServer } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { burst } from '../../lab/traffic/burst.ts';
import { pollOnce, serverOf } from '../../lab/traffic/http-get.ts';
import { holdFlow, summarizeFlow } from '../../lab/traffic/long-lived.ts';
import { type Poll, summarizePolls } from '../../lab/traffic/poll-summary.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function webServer(answer: (path: string) => [number, string]): Promise<string> {
  const server = createServer((request, response) => {
    const [status, body] = answer(request.url ?? '');
    response.writeHead(status).end(body);
  });
  closing.push(() => server.close());
  return `http://127.0.0.1:${await listening(server)}`;
}

describe('a summary of polls', () => {
  test('names the longest time without an answer, who answered, and why others did not', () => {
    const polls: Poll[] = [
      { at: 1000, ms: 5, ok: true, server: 'rs1' },
      { at: 1020, ms: 1000, ok: false, error: 'ETIMEDOUT' },
      { at: 1040, ms: 365, ok: true, server: 'rs2' },
      { at: 1420, ms: 5, ok: true, server: 'rs1' },
    ];
    expect(summarizePolls(polls, 1000, 1430)).toEqual({
      polls: 4,
      failed: 1,
      longestGapMs: 400,
      served: { rs1: 2, rs2: 1 },
      errors: { ETIMEDOUT: 1 },
    });
  });

  test('counts an outage at either end of the series, and one of all of it', () => {
    const good = { ms: 0, ok: true, server: 'rs1' };
    expect(summarizePolls([{ at: 900, ...good }], 0, 1000).longestGapMs).toBe(900);
    expect(summarizePolls([{ at: 100, ...good }], 0, 1000).longestGapMs).toBe(900);
    expect(summarizePolls([], 0, 1000).longestGapMs).toBe(1000);
  });

  test('does not depend on the order of the polls', () => {
    const poll = fc.record({ at: fc.nat(1000), ms: fc.nat(100), ok: fc.boolean() });
    fc.assert(
      fc.property(fc.array(poll), (polls) => {
        const summary = summarizePolls(polls, 0, 1000);
        expect(summarizePolls([...polls].reverse(), 0, 1000)).toEqual(summary);
        expect(summary.failed).toBeLessThanOrEqual(summary.polls);
        expect(summary.longestGapMs).toBeLessThanOrEqual(1100);
      }),
    );
  });
});

describe('a poll', () => {
  test('names the server that answered, by JSON or by the first word', () => {
    expect(serverOf('{"server":"rs1","client":"10.0.0.1"}\n')).toBe('rs1');
    expect(serverOf('rs2 10.0.0.1 4242\n')).toBe('rs2');
    expect(serverOf('')).toBe('unnamed');
    expect(serverOf('null')).toBe('null');
  });

  test('counts another status, a closed port and a silent server as failures', async () => {
    const url = await webServer((path) => (path === '/bad' ? [502, ''] : [200, 'rs1 ok']));
    expect(await pollOnce(`${url}/`, 5000)).toMatchObject({ ok: true, server: 'rs1' });
    expect(await pollOnce(`${url}/bad`, 5000)).toMatchObject({ ok: false, error: 'status 502' });
    const silent = createTcpServer();
    const held: Socket[] = [];
    silent.on('connection', (socket) => held.push(socket));
    closing.push(() => {
      silent.close();
      for (const socket of held) socket.destroy();
    });
    const port = await listening(silent);
    const late = await pollOnce(`http://127.0.0.1:${port}/`, 50);
    expect(late).toMatchObject({ ok: false, error: 'ETIMEDOUT' });
    const closed = createTcpServer();
    const closedPort = await listening(closed);
    await new Promise((resolve) => closed.close(resolve));
    const refused = await pollOnce(`http://127.0.0.1:${closedPort}/`, 5000);
    expect(refused).toMatchObject({ ok: false, error: 'ECONNREFUSED' });
  });

  test('a burst counts each request once', async () => {
    let count = 0;
    const url = await webServer(() => [200, `rs${(count++ % 2) + 1} ok`]);
    const summary = await burst({ url, requests: 20, atOnce: 4, timeoutMs: 5000 });
    expect(summary).toMatchObject({ polls: 20, failed: 0, served: { rs1: 10, rs2: 10 } });
  });
});

describe('a long-lived flow', () => {
  test('its summary names the longest stall, also one that lasts to the end', () => {
    const flow = { server: 'rs1', from: 0, to: 2000, tickTimes: [100, 200, 650, 750] };
    expect(summarizeFlow(flow)).toEqual({
      server: 'rs1',
      survived: true,
      ticks: 4,
      longestStallMs: 1250,
      heldMs: 2000,
    });
  });

  test('that never got through has not survived', () => {
    const flow = { from: 0, to: 1000, tickTimes: [] };
    expect(summarizeFlow(flow)).toMatchObject({ survived: false, longestStallMs: 1000 });
  });

  test('a reset ends it with its error', async () => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('rs1\n1\n');
      socket.once('data', () => socket.resetAndDestroy());
    });
    closing.push(() => server.close());
    const port = await listening(server);
    const never = new Promise<void>(() => undefined);
    const connected: string[] = [];
    const summary = await holdFlow('127.0.0.1', port, never, (name) => connected.push(name));
    expect(connected).toEqual(['rs1']);
    expect(summary).toMatchObject({ server: 'rs1', survived: false, ticks: 1 });
    expect(summary.error).toMatch(/ECONNRESET|EPIPE/);
  });

  test('it ends well when told to', async () => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('rs2\n');
    });
    closing.push(() => server.close());
    const port = await listening(server);
    const stop = Promise.withResolvers<void>();
    const summary = await holdFlow('127.0.0.1', port, stop.promise, () => stop.resolve());
    expect(summary).toMatchObject({ server: 'rs2', survived: true });
    expect(summary.error).toBeUndefined();
  });
});
