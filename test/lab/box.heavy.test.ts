import { readFileSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProcessSpec } from '../../lab/box/process-spec.ts';
import { openLab, startLab } from '../../lab/lab.ts';
import type { Lab, LabProgress } from '../../lab/lab-api.ts';
import type { FlowLine } from '../../lab/traffic/long-lived.ts';
import type { PollSummary } from '../../lab/traffic/poll-summary.ts';
import type { PollerLine } from '../../lab/traffic/poller.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { SLEEP } from './box-kit.ts';

const TRAFFIC = fileURLToPath(new URL('../../lab/traffic', import.meta.url));
const dir = `${tempDir('box')}/lab`;
const progress: LabProgress[] = [];
let lab: Lab;

/** Stands at the API's socket where no controller runs, to see the forwarder at work. */
const apiInPlace: ProcessSpec = {
  name: 'api',
  node: 'hub',
  program: {
    kind: 'command',
    argv: [
      process.execPath,
      '-e',
      'require("http").createServer((q,r)=>r.end("inside "+q.url)).listen(process.argv[1])',
      `${dir}/run/api.sock`,
    ],
  },
  readiness: { kind: 'socket', path: `${dir}/run/api.sock` },
  restart: 'always',
};

beforeAll(async () => {
  lab = await startLab({
    name: 'under-test',
    dir,
    lifeline: true,
    parts: ['servers', 'realServers'],
    processes: [apiInPlace],
    listen: '127.0.0.1:0',
    onProgress: (step) => progress.push(step),
  });
});

afterAll(() => lab?.down());

async function find(name: string) {
  const { processes } = await lab.status();
  const found = processes.find((process) => process.name === name);
  if (found === undefined) throw new Error(`no process ${name}`);
  return found;
}

function lines<T>(output: string): T[] {
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

describe('a started lab', () => {
  test('has told of every process on its way to ready', () => {
    const ready = progress.filter(({ state }) => state === 'ready').map(({ name }) => name);
    expect(ready.sort()).toEqual([
      'api',
      'etcd',
      'nats',
      'network',
      'nginx@rs1',
      'nginx@rs2',
      'temporal',
      'tick@rs1',
      'tick@rs2',
    ]);
    const elapsed = progress.map(({ elapsedMs }) => elapsedMs);
    expect(Math.min(...elapsed)).toBeGreaterThanOrEqual(0);
  });

  test('says what runs where, with pids that are the same process inside and outside', async () => {
    const status = await lab.status();
    expect(status.state).toBe('running');
    expect(status.processes.map(({ state }) => state)).toEqual(Array(8).fill('ready'));
    for (const { name, pid, outsidePid } of status.processes) {
      const outside = readFileSync(`/proc/${outsidePid}/cmdline`, 'utf8');
      const { stdout } = await lab.exec('hub', ['cat', `/proc/${pid}/cmdline`]);
      expect(stdout, name).toBe(outside);
      expect(outsidePid).not.toBe(pid);
    }
  });

  test('keeps its folder, its sockets and its logs to its owner', async () => {
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    const files = ['run/lab.sock', 'lab.json', 'run/box.json', 'logs/etcd.log'];
    for (const file of files) expect(statSync(`${dir}/${file}`).mode & 0o777, file).toBe(0o600);
  });

  test('is found by another program by its folder', async () => {
    const found = await openLab({ dir });
    expect(found.name).toBe('under-test');
    expect((await found.exec('c1', ['true'])).code).toBe(0);
  });

  test('is not started a second time', async () => {
    const again = startLab({ name: 'under-test', dir, lifeline: true, parts: [] });
    await expect(again).rejects.toMatchObject({
      code: 'E_LAB',
      message: expect.stringContaining('up already'),
    });
    expect((await lab.status()).state).toBe('running');
  });

  test('forwards its loopback listener outside to the API inside', async () => {
    const { listen } = await lab.status();
    const body = await new Promise<string>((resolve, reject) => {
      get(`http://${listen}/x`, (response) => resolve(text(response))).on('error', reject);
    });
    expect(body).toBe('inside /x');
  });

  test('has its servers where agents look for them', async () => {
    const health = await lab.exec('lb1', ['curl', '-s', 'http://10.97.0.1:2379/health']);
    expect(health.stdout).toContain('"health":"true"');
  });
});

describe('exec', () => {
  test('gives input, collects both outputs and passes the exit code', async () => {
    const script = 'read line; echo "got $line"; echo bad >&2; exit 7';
    const result = await lab.exec('c1', ['sh', '-c', script], { input: 'this\n' });
    expect(result).toEqual({ stdout: 'got this\n', stderr: 'bad\n', code: 7 });
  });

  test('gives a command ended by a signal the code of a shell', async () => {
    expect((await lab.exec('hub', ['sh', '-c', 'kill -9 $$'])).code).toBe(137);
  });

  test('sets the folder and the environment', async () => {
    const options = { cwd: '/tmp', env: { COLOUR: 'deep blue' } };
    const { stdout } = await lab.exec('rs1', ['sh', '-c', 'pwd; echo "$COLOUR"'], options);
    expect(stdout).toBe('/tmp\ndeep blue\n');
  });

  test('ends a command that takes too long, inside the box too', async () => {
    const late = lab.exec('hub', ['sleep', '1001'], { timeoutMs: 200 });
    await expect(late).rejects.toMatchObject({ code: 'E_LAB' });
    await until('the command is gone', async () => {
      const { stdout } = await lab.exec('hub', ['ps', '-eo', 'args']);
      return !stdout.includes('sleep 1001');
    });
  });

  test('is late also when a daemon holds the pipes of a command that has ended', async () => {
    const late = lab.exec('hub', ['setsid', '--fork', 'sleep', '5'], { timeoutMs: 300 });
    await expect(late).rejects.toMatchObject({ code: 'E_LAB' });
  });

  test('names the machines when one does not exist', async () => {
    await expect(lab.exec('lb9', ['true'])).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
      hint: 'there are hub, lb1, lb2, rs1, rs2, c1',
    });
  });
});

describe('processes', () => {
  test('one that is restarted always comes back after kill -9', async () => {
    const before = await find('tick@rs1');
    await lab.kill('tick@rs1');
    const after = await until('it is back', async () => {
      const now = await find('tick@rs1');
      return now.state === 'ready' && now.pid !== before.pid ? now : undefined;
    });
    expect(after).toMatchObject({ restarts: 1, lastExit: 'SIGKILL' });
  });

  test('one that was stopped stays away until it is started', async () => {
    await lab.stop('nginx@rs2');
    await lab.stop('nginx@rs2');
    expect(await find('nginx@rs2')).toMatchObject({ state: 'stopped', lastExit: 'code 0' });
    expect((await find('nginx@rs2')).pid).toBeUndefined();
    await expect(lab.kill('nginx@rs2')).rejects.toMatchObject({ code: 'E_LAB' });
    await lab.start('nginx@rs2');
    await lab.start('nginx@rs2');
    expect((await find('nginx@rs2')).state).toBe('ready');
  });

  test('a server that was killed comes back on its data', async () => {
    const etcd = 'http://10.97.0.1:2379/v3/kv';
    const call = (path: string, body: object) =>
      lab.exec('hub', ['curl', '-s', `${etcd}/${path}`, '-d', JSON.stringify(body)]);
    await call('put', { key: 'a2V5', value: 'dmFsdWU=' });
    const before = await find('etcd');
    await lab.kill('etcd');
    await until('etcd is back', async () => {
      const now = await find('etcd');
      return now.state === 'ready' && now.pid !== before.pid;
    });
    expect((await call('range', { key: 'a2V5' })).stdout).toContain('dmFsdWU=');
  });

  test('one more can be added, and a wrong one is refused', async () => {
    const program = { kind: 'command', argv: SLEEP } as const;
    const extra: ProcessSpec = { name: 'extra', node: 'c1', program, restart: 'no' };
    await lab.addProcess(extra);
    expect(await find('extra')).toMatchObject({ state: 'ready', node: 'c1' });
    await expect(lab.addProcess(extra)).rejects.toThrow('two processes are called extra');
    await lab.stop('extra');
  });

  test('one that ends by itself and is not restarted says how it ended', async () => {
    const program = { kind: 'command', argv: ['sh', '-c', 'exit 3'] } as const;
    await lab.addProcess({ name: 'brief', node: 'lb2', program, restart: 'no' });
    await until('it has ended', async () => (await find('brief')).state === 'ended');
    expect((await find('brief')).lastExit).toBe('code 3');
  });

  test('an unknown one is named with those that are there', async () => {
    await expect(lab.kill('no-such')).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
      hint: expect.stringContaining('nginx@rs1'),
    });
  });
});

describe('power', () => {
  test('a machine without it runs nothing and answers nothing, then comes back empty', async () => {
    // What a director's agent leaves behind: a daemon of its own session, an address, a rule.
    await lab.exec('lb1', ['sh', '-c', `setsid --fork ${SLEEP.join(' ')} >/dev/null 2>&1`]);
    await lab.exec('lb1', ['ip', 'addr', 'add', '10.99.0.100/24', 'dev', 'f0']);
    await lab.exec('lb1', ['nft', 'add', 'table', 'ip', 'left_behind']);
    const pids = async () => (await lab.exec('hub', ['ip', 'netns', 'pids', 'lb1'])).stdout;
    expect(await pids()).not.toBe('');
    const ping = async () => (await lab.exec('c1', ['ping', '-c1', '-W1', '10.99.0.100'])).code;
    expect(await ping()).toBe(0);

    await lab.killNode('lb1');
    expect(await pids()).toBe('');
    expect(await ping()).not.toBe(0);
    const nodes = async () => (await lab.status()).nodes.find(({ name }) => name === 'lb1');
    expect((await nodes())?.isPowered).toBe(false);
    await lab.killNode('lb1');

    await lab.startNode('lb1');
    await lab.startNode('lb1');
    expect((await nodes())?.isPowered).toBe(true);
    expect((await lab.exec('lb1', ['nft', 'list', 'tables'])).stdout).toBe('');
    expect(await ping()).not.toBe(0);
    expect((await lab.exec('c1', ['ping', '-c1', '-W5', '10.99.0.11'])).code).toBe(0);
  });

  test('takes the processes of a machine away and brings them back', async () => {
    await lab.killNode('rs1');
    expect(await find('nginx@rs1')).toMatchObject({ state: 'stopped', lastExit: 'SIGKILL' });
    await expect(lab.start('nginx@rs1')).rejects.toThrow('rs1 has no power');
    await lab.startNode('rs1');
    expect((await find('nginx@rs1')).state).toBe('ready');
    const answer = await lab.exec('c1', [
      'curl',
      '-s',
      '--max-time',
      '5',
      'http://10.99.0.21/text',
    ]);
    expect(answer.stdout).toMatch(/^rs1 10\.99\.0\.10 \d+\n$/);
  });

  test('the hub has no switch, and asking for it harms nothing', async () => {
    const before = await find('etcd');
    await expect(lab.killNode('hub')).rejects.toMatchObject({ code: 'E_LAB' });
    await expect(lab.killNode('lb9')).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
    expect((await find('etcd')).pid).toBe(before.pid);
  });
});

describe('traffic', () => {
  const program = (name: string, ...args: string[]) => [
    process.execPath,
    `${TRAFFIC}/${name}.ts`,
    ...args,
  ];

  test('a poller counts each answer by its real server and ends with its stdin', async () => {
    const argv = program('poller', '--url', 'http://10.99.0.21:8080/', '--every-ms', '10');
    const poller = lab.spawn('c1', argv);
    let output = '';
    poller.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const closed = new Promise((resolve) => poller.once('close', resolve));
    await until('ten polls were made', () => output.split('\n').length > 10);
    poller.stdin?.end();
    expect(await closed).toBe(0);
    const all = lines<PollerLine>(output);
    const last = all.at(-1);
    if (last === undefined || !('summary' in last)) throw new Error('no summary');
    expect(last.summary.failed).toBe(0);
    expect(last.summary.polls).toBe(all.length - 1);
    expect(last.summary.served).toEqual({ rs1: all.length - 1 });
  });

  test('a burst over IPv6 is counted', async () => {
    const url = 'http://[fd99::22]/';
    const { stdout } = await lab.exec('c1', program('burst', '--url', url, '--requests', '25'));
    expect(JSON.parse(stdout) as PollSummary).toMatchObject({ polls: 25, served: { rs2: 25 } });
  });

  test('a long-lived flow survives at rest and says with whom it was', async () => {
    const argv = program('long-lived', '--host', '10.99.0.22', '--duration-ms', '1000');
    const { stdout } = await lab.exec('c1', argv);
    const [connected, end] = lines<FlowLine>(stdout);
    expect(connected).toMatchObject({ connected: { server: 'rs2' } });
    expect(end).toMatchObject({ summary: { server: 'rs2', survived: true } });
  });

  test('a long-lived flow notices that its machine has lost power', async () => {
    const flow = lab.spawn('c1', program('long-lived', '--host', '10.99.0.22'));
    let output = '';
    flow.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const closed = new Promise((resolve) => flow.once('close', resolve));
    await until('it is connected', () => output.includes('connected'));
    const offAt = performance.now();
    await lab.killNode('rs2');
    await until('half a second has passed without power', () => performance.now() - offAt > 500);
    flow.stdin?.end();
    await closed;
    const end = lines<FlowLine>(output).at(-1);
    if (end === undefined || !('summary' in end)) throw new Error('no summary');
    expect(end.summary.longestStallMs).toBeGreaterThan(400);
    await lab.startNode('rs2');
  });
});
