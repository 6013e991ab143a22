/** However a lab ends, nothing of it is left on the machine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { ProcessSpec } from '../../lab/box/process-spec.ts';
import type { LabRecord } from '../../lab/box/record.ts';
import { openLab, startLab } from '../../lab/lab.ts';
import type { Lab, StartLabOptions } from '../../lab/lab-api.ts';
import { readLabStatus } from '../../lab/lab-status.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { namespacesOf, SLEEP, traces } from './box-kit.ts';

const started: Lab[] = [];
afterEach(async () => {
  for (const lab of started.splice(0)) await lab.down();
});

async function start(options: Partial<StartLabOptions> & { dir: string }): Promise<Lab> {
  const lab = await startLab({ lifeline: true, parts: ['realServers'], ...options });
  started.push(lab);
  return lab;
}

const newFolder = () => `${tempDir('end')}/lab`;

function firstPid(dir: string): number {
  const record = JSON.parse(readFileSync(`${dir}/lab.json`, 'utf8')) as LabRecord;
  return record.box?.first.pid ?? 0;
}

test('kill -9 of the first process of a box with servers leaves nothing behind', async () => {
  const dir = newFolder();
  const lab = await start({ dir, parts: ['servers', 'realServers'], listen: '127.0.0.1:0' });
  // What an agent leaves behind: a daemon of its own session, with no parent in the lab.
  await lab.exec('lb1', ['sh', '-c', `setsid --fork ${SLEEP.join(' ')} ${dir} >/dev/null 2>&1`]);
  const namespaces = await namespacesOf(lab);
  expect(new Set(namespaces).size).toBe(6);
  expect(traces(dir, namespaces).length).toBeGreaterThan(6);
  const { listen } = await lab.status();
  process.kill(firstPid(dir), 'SIGKILL');
  await until('nothing is left', () => {
    const left = traces(dir, namespaces);
    if (left.length > 0) throw new Error(left.join('; '));
    return true;
  });
  await expect(fetch(`http://${listen}/`)).rejects.toThrow();
});

test('a lab whose box was killed is dead when looked at, down after that, and can be started', async () => {
  const dir = newFolder();
  await start({ dir });
  process.kill(firstPid(dir), 'SIGKILL');
  await until('it is dead', async () => (await readLabStatus('lab', dir)).state === 'dead');
  expect(existsSync(`${dir}/lab.json`)).toBe(false);
  expect((await readLabStatus('lab', dir)).state).toBe('down');
  await expect(openLab({ dir })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  const again = await start({ dir });
  expect((await again.status()).state).toBe('running');
});

/** A program that starts a lab and holds it, as the demo does. */
function holder(dir: string, lifeline: boolean) {
  const module = new URL('../../lab/lab.ts', import.meta.url).href;
  const script = `
    const { startLab } = await import(${JSON.stringify(module)});
    const [dir, lifeline] = process.argv.slice(1);
    await startLab({ dir, lifeline: lifeline === 'true', parts: ['realServers'] });
    console.log('up');
    setInterval(() => undefined, 1000);`;
  const args = ['--input-type=module', '-e', script, dir, String(lifeline)];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

test('kill -9 of the holder of its lifeline ends a lab without a trace', async () => {
  const dir = newFolder();
  const child = holder(dir, true);
  await once(child.stdout, 'data');
  const lab = await openLab({ dir });
  const namespaces = await namespacesOf(lab);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await until('nothing is left', () => traces(dir, namespaces).length === 0);
  expect((await readLabStatus('lab', dir)).state).toBe('dead');
});

test('a lab without a lifeline outlives its starter until it is taken down', async () => {
  const dir = newFolder();
  const child = holder(dir, false);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lab = await openLab({ dir });
  started.push(lab);
  expect((await lab.exec('c1', ['ping', '-c1', '-W5', '10.99.0.21'])).code).toBe(0);
  const namespaces = await namespacesOf(lab);
  await lab.down();
  expect(traces(dir, namespaces).filter((trace) => !trace.startsWith('namespace'))).toEqual([]);
  // The kernel dismantles network namespaces some time after the last process.
  await until('nothing is left', () => traces(dir, namespaces).length === 0);
});

test('down is idempotent and keeps logs and data', async () => {
  const dir = newFolder();
  const lab = await start({ dir });
  await lab.down();
  await lab.down();
  expect((await lab.status()).state).toBe('down');
  expect(existsSync(`${dir}/run`)).toBe(false);
  expect(existsSync(`${dir}/logs/nginx@rs1.log`)).toBe(true);
  await expect(lab.exec('hub', ['true'])).rejects.toMatchObject({ code: 'E_LAB' });
});

test('two labs side by side have the same addresses and do not meet', async () => {
  const [one, two] = await Promise.all([start({ dir: newFolder() }), start({ dir: newFolder() })]);
  if (one === undefined || two === undefined) throw new Error('two labs were started');
  await two.stop('nginx@rs1');
  const ask = (lab: Lab) =>
    lab.exec('c1', ['curl', '-s', '--max-time', '5', 'http://10.99.0.21/text']);
  expect((await ask(one)).stdout).toMatch(/^rs1 /);
  expect((await ask(two)).code).not.toBe(0);
  await two.down();
  expect((await ask(one)).stdout).toMatch(/^rs1 /);
});

test('data is kept where asked for and gone where not', async () => {
  const dir = newFolder();
  const key = { key: 'a2V5', value: 'dmFsdWU=' };
  const call = async (lab: Lab, path: string) => {
    const url = `http://10.97.0.1:2379/v3/kv/${path}`;
    return (await lab.exec('hub', ['curl', '-s', url, '-d', JSON.stringify(key)])).stdout;
  };
  const first = await start({ dir, parts: ['servers'] });
  await call(first, 'put');
  await first.down();
  const second = await start({ dir, parts: ['servers'], keepData: true });
  expect(await call(second, 'range')).toContain('dmFsdWU=');
  await second.down();
  const third = await start({ dir, parts: ['servers'] });
  expect(await call(third, 'range')).not.toContain('dmFsdWU=');
});

test('a start that is interrupted leaves nothing', async () => {
  const dir = newFolder();
  const abort = new AbortController();
  const starting = start({
    dir,
    parts: ['servers', 'realServers'],
    signal: abort.signal,
    onProgress: ({ name }) => {
      if (name === 'etcd') abort.abort(new Error('enough'));
    },
  });
  await expect(starting).rejects.toThrow('enough');
  expect(existsSync(`${dir}/lab.json`)).toBe(false);
  await until('nothing is left', () => traces(dir, []).length === 0);
});

test('a process that does not come up fails the start with its log, and leaves nothing', async () => {
  const dir = newFolder();
  const broken: ProcessSpec = {
    name: 'broken',
    node: 'lb1',
    program: { kind: 'command', argv: ['sh', '-c', 'echo this is why >&2; exit 4'] },
    readiness: { kind: 'listening', port: 1 },
    restart: 'always',
  };
  const dependent = { ...broken, name: 'dependent', after: ['broken'] };
  await expect(start({ dir, processes: [dependent, broken] })).rejects.toMatchObject({
    code: 'E_LAB',
    message: expect.stringMatching(/^broken ended with code 4 .*this is why/s),
  });
  expect(existsSync(`${dir}/lab.json`)).toBe(false);
  expect(readFileSync(`${dir}/logs/broken.log`, 'utf8')).toBe('this is why\n'.repeat(3));
  expect(existsSync(`${dir}/logs/dependent.log`)).toBe(false);
  await until('nothing is left', () => traces(dir, []).length === 0);
});

test('a loopback port that is taken is refused before anything runs', async () => {
  const taken = createServer();
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const dir = newFolder();
  const starting = start({ dir, listen: `127.0.0.1:${port}` });
  await expect(starting).rejects.toMatchObject({ code: 'E_PORT_TAKEN' });
  expect(existsSync(`${dir}/lab.json`)).toBe(false);
  await expect(start({ dir, listen: '0.0.0.0:80' })).rejects.toMatchObject({ code: 'E_USAGE' });
  taken.close();
});
