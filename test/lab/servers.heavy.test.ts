import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { Etcd3 } from 'etcd3';
import { connect } from 'nats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEtcd } from '../../lab/servers/etcd.ts';
import { isListening } from '../../lab/servers/listening.ts';
import { startNats } from '../../lab/servers/nats.ts';
import { startTemporal } from '../../lab/servers/temporal.ts';
import { CHECKOUT } from '../../lab/setup/cache.mjs';
import { withEtcd, withNats, withTemporal } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';

describe('etcd', () => {
  const etcd = withEtcd();

  test('keeps what it acknowledged across kill -9 and a start on the same folder', async () => {
    const before = etcd.server;
    const writer = new Etcd3({ hosts: etcd.endpoint });
    await writer.put('key').value('value');
    writer.close();
    await etcd.kill();
    expect(await before.exited).toEqual({ code: null, signal: 'SIGKILL' });
    const after = await etcd.restart();
    expect(after.endpoint).toBe(before.endpoint);
    expect(after.pid).not.toBe(before.pid);
    const reader = new Etcd3({ hosts: etcd.endpoint });
    expect(await reader.get('key').string()).toBe('value');
    reader.close();
  });

  test('a second server on the same port is refused, not taken for the first one', async () => {
    const dir = tempDir('etcd-second');
    const start = startEtcd({ dir, clientPort: etcd.server.port });
    await expect(start).rejects.toMatchObject({
      code: 'E_PORT_TAKEN',
      message: expect.stringContaining('address already in use'),
    });
  });

  test('a server that cannot start says why, with the end of its log', async () => {
    const dir = tempDir('etcd-wrong');
    const start = startEtcd({ dir, extraArgs: ['--quota-backend-bytes=many'] });
    await expect(start).rejects.toMatchObject({
      code: 'E_LAB',
      message: expect.stringContaining('invalid value'),
    });
  });

  test('stop ends it and frees its port, and may be called twice', async () => {
    const server = await startEtcd({ dir: tempDir('etcd-stop') });
    expect(await isListening(server.pid, server.port)).toBe(true);
    const exit = await server.stop();
    expect(await server.stop()).toEqual(exit);
    expect(await server.kill()).toEqual(exit);
    expect(existsSync(`/proc/${server.pid}`)).toBe(false);
    expect(await isListening(server.pid, server.port)).toBe(false);
  });
});

describe('nats', () => {
  const nats = withNats({ extraConfig: 'authorization { token: "not-in-argv" }' });

  test('keeps a JetStream message across kill -9, and its settings file is private', async () => {
    const first = await connect({ servers: nats.endpoint, token: 'not-in-argv' });
    const manager = await first.jetstreamManager();
    await manager.streams.add({ name: 'events', subjects: ['events.>'] });
    await first.jetstream().publish('events.one', 'payload');
    await first.close();
    const { logFile } = await nats.restart();
    expect(statSync(logFile).mode & 0o777).toBe(0o600);
    expect(statSync(logFile.replace(/log$/, 'conf')).mode & 0o777).toBe(0o600);
    const second = await connect({ servers: nats.endpoint, token: 'not-in-argv' });
    const info = await (await second.jetstreamManager()).streams.info('events');
    expect(info.state.messages).toBe(1);
    await second.close();
  });
});

describe('temporal', () => {
  const temporal = withTemporal();

  test('keeps a started workflow across kill -9, with its search attribute', async () => {
    const start = async (connection: Connection) => {
      const client = new Client({ connection, namespace: temporal.server.namespace });
      await client.workflow.start('drainNode', {
        taskQueue: 'nobody-listens',
        workflowId: 'drain-1',
        searchAttributes: { blockedBy: ['budget'] },
      });
    };
    const describeIt = async (connection: Connection) => {
      const client = new Client({ connection, namespace: temporal.server.namespace });
      return client.workflow.getHandle('drain-1').describe();
    };
    const first = await Connection.connect({ address: temporal.endpoint });
    await start(first);
    await first.close();
    await temporal.restart();
    const second = await Connection.connect({ address: temporal.endpoint });
    const seen = await describeIt(second);
    await second.close();
    expect(seen.status.name).toBe('RUNNING');
    expect(seen.searchAttributes['blockedBy']).toEqual(['budget']);
  });
});

test('a server is gone when the process that started it is killed with -9', async () => {
  const source = `
    import { startEtcd } from ${JSON.stringify(join(CHECKOUT, 'lab/servers/etcd.ts'))};
    const server = await startEtcd({ dir: ${JSON.stringify(tempDir('orphan'))} });
    console.log(server.pid, server.port);`;
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(starter.stdout, 'data');
  const [pid = 0, port = 0] = String(line).split(' ').map(Number);
  expect(await isListening(pid, port)).toBe(true);
  starter.kill('SIGKILL');
  await until('the server is gone', async () => !(await isListening(pid, port)));
});

describe('in a network namespace that this process is not in', () => {
  const namespace = `sluice-servers-${process.pid}`;
  const wrap = ['nsenter', `--net=/run/netns/${namespace}`, '--'];

  beforeAll(() => {
    execFileSync('ip', ['netns', 'add', namespace]);
    execFileSync('ip', ['-n', namespace, 'link', 'set', 'lo', 'up']);
  });
  afterAll(() => {
    execFileSync('ip', ['netns', 'delete', namespace]);
  });

  test('each server starts on its usual port and is seen to serve', async () => {
    const servers = await Promise.all([
      startEtcd({ dir: tempDir('etcd'), wrap }),
      startNats({ dir: tempDir('nats'), wrap }),
      startTemporal({ dir: tempDir('temporal'), wrap }),
    ]);
    const endpoints = servers.map(({ endpoint }) => endpoint);
    expect(endpoints).toEqual(['http://127.0.0.1:2379', 'nats://127.0.0.1:4222', '127.0.0.1:7233']);
    const exits = await Promise.all(servers.map((server) => server.stop()));
    expect(exits.every(({ signal }) => signal !== 'SIGKILL')).toBe(true);
  });
});
