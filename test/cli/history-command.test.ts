import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tempDir } from '../kit/temp-dir.ts';
import { type Answers, type ApiServer, serveApi } from './api-server.ts';
import { runCli } from './run-cli.ts';
import { HISTORY } from './samples.ts';

let socket: string;
let server: ApiServer | undefined;

beforeEach(() => {
  socket = join(tempDir('history'), 'api.sock');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answers: Answers): Promise<ApiServer> {
  server = await serveApi(socket, answers);
  return server;
}

const sluice = (args: readonly string[]) => runCli(args, { env: { SLUICE_API: `unix:${socket}` } });

describe('history', () => {
  test('of a kind asks for that kind alone', async () => {
    const { asked } = await serve({ 'GET /v1/history': { entries: [] } });
    const { stdout } = await sluice(['history', 'node', '--limit', '7']);
    expect([asked[0]?.url, stdout]).toEqual(['/v1/history?kind=Node&limit=7', 'No changes.\n']);
  });

  test('that ends where the log begins says where the rest is', async () => {
    await serve({ 'GET /v1/history': { entries: HISTORY, begins: 12 } });
    const { stdout } = await sluice(['history']);
    expect(stdout).toContain('what was before revision 12 is in the archive');
    const json = await sluice(['history', '-o', 'json']);
    expect(JSON.parse(json.stdout)).toHaveLength(HISTORY.length);
  });

  test('in JSON has times, authors and values as what they are', async () => {
    await serve({ 'GET /v1/history': { entries: HISTORY } });
    const { stdout } = await sluice(['history', '-o', 'json']);
    expect(JSON.parse(stdout)[0]).toEqual({
      revision: 12,
      time: '2026-11-21T12:00:00.000Z',
      author: 'alice',
      channel: 'cli',
      reason: 'more weight',
      kind: 'VirtualService',
      name: 'web',
      generation: 2,
      action: 'update',
      changes: [{ path: 'spec.realServers[10.98.0.22:80].weight', from: 2, to: 3 }],
    });
  });
});
