import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseApiAddress } from '../../cli/api-address.ts';
import { ApiClient } from '../../cli/client.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { APPLIED, HEALTH } from './samples.ts';

let socket: string;
let server: Server | undefined;

beforeEach(() => {
  socket = join(tempDir('client'), 'api.sock');
});
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(0) : server.close(resolve)));
  server = undefined;
});

async function serve(listener: Parameters<typeof createServer>[1]): Promise<void> {
  server = createServer(listener as never);
  await new Promise<void>((resolve) => server?.listen(socket, resolve));
}
const client = (signal?: AbortSignal) => new ApiClient(parseApiAddress(`unix:${socket}`), signal);
const request = {
  files: [{ name: 'a', text: '' }],
  origin: { actor: 'a', channel: 'cli' as const, reason: '', correlationId: 'key-0001' },
};

test('an exchange that got no answer is tried again, a change with the same key', async () => {
  const keys: unknown[] = [];
  await serve((incoming, answer) => {
    keys.push(incoming.headers['idempotency-key']);
    if (keys.length < 3) incoming.socket.destroy();
    else answer.end(JSON.stringify(APPLIED));
  });
  expect(await client().apply(request)).toEqual(APPLIED);
  expect(keys).toEqual(['key-0001', 'key-0001', 'key-0001']);
});

test('an answer that breaks off in the middle is no answer', async () => {
  let count = 0;
  await serve((incoming, answer) => {
    count += 1;
    if (count > 1) {
      answer.end(JSON.stringify(HEALTH));
      return;
    }
    answer.writeHead(200, { 'content-length': '1000' });
    answer.write('{"version":', () => incoming.socket.destroy());
  });
  expect(await client().health()).toEqual(HEALTH);
});

test('a refusal is not tried again', async () => {
  let count = 0;
  await serve((_, answer) => {
    count += 1;
    answer.writeHead(503);
    answer.end(JSON.stringify({ code: 'E_STORE_AWAY', message: 'etcd is away', hint: 'wait' }));
  });
  await expect(client().health()).rejects.toMatchObject({ code: 'E_STORE_AWAY', hint: 'wait' });
  expect(count).toBe(1);
});

test('a server that is something else is named as such', async () => {
  await serve((_, answer) => answer.end('<html>'));
  await expect(client().health()).rejects.toMatchObject({
    code: 'E_INTERNAL',
    message: `unix:${socket} is no Sluice API: its answer is not JSON`,
  });
});

test('an answer of another version is refused with a hint', async () => {
  await serve((_, answer) => answer.end(JSON.stringify({ ...HEALTH, revision: 'twelve' })));
  await expect(client().health()).rejects.toMatchObject({
    code: 'E_INTERNAL',
    hint: expect.stringContaining('different versions'),
  });
});

test('the signal ends a request that hangs', async () => {
  const abort = new AbortController();
  await serve(() => abort.abort());
  await expect(client(abort.signal).health()).rejects.toThrow(/abort/i);
});
