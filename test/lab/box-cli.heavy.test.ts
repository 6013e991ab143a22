import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import type { LabStatus } from '../../lab/lab-api.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { traces } from './box-kit.ts';

const state = tempDir('cli');
const dir = `${state}/sluice/labs/lab`;

/** The lab commands in a program of their own, with the exit codes of a shell command. */
const PROGRAM = `
  const { Command } = await import('commander');
  const { registerLabCommands } = await import(
    ${JSON.stringify(new URL('../../lab/cli.ts', import.meta.url).href)});
  const program = new Command('sluice').option('--output <form>', '', 'table');
  registerLabCommands(program);
  try {
    await program.parseAsync(process.argv.slice(1), { from: 'user' });
  } catch (error) {
    console.error(error.code, error.message, error.hint);
    process.exitCode ||= 1;
  }`;

function sluice(...args: string[]): ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> } {
  const argv = ['--input-type=module', '-e', PROGRAM, '--', ...args];
  const child = spawn(process.execPath, argv, {
    cwd: new URL('../..', import.meta.url),
    env: { ...process.env, XDG_STATE_HOME: state },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child as ReturnType<typeof sluice>;
}

async function run(...args: string[]) {
  const child = sluice(...args);
  const closed = once(child, 'close') as Promise<[number | null]>;
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr as NodeJS.ReadableStream),
  ]);
  const [code] = await closed;
  return { out, err, code };
}

async function status(): Promise<LabStatus> {
  const { out } = await run('--output', 'json', 'lab', 'status');
  return JSON.parse(out) as LabStatus;
}

afterAll(() => run('lab', 'down'));

describe('the lab commands', () => {
  test('say that nothing is up, without failing where that is fine', async () => {
    expect(await run('lab', 'ls')).toMatchObject({ code: 0 });
    expect((await run('lab', 'down')).err).toContain('not up');
    expect((await status()).state).toBe('down');
    expect(await run('lab', 'exec', 'c1', '--', 'true')).toMatchObject({
      code: 1,
      err: expect.stringContaining('sluice lab up'),
    });
    expect(await run('lab', 'status', '--name', '../x')).toMatchObject({ code: 1 });
    expect(await run('lab', 'up', '--parts', 'everything')).toMatchObject({ code: 1 });
  });

  test('help shows examples', async () => {
    expect((await run('lab', '--help')).out).toContain('sluice lab exec c1 --');
  });

  test('up starts a lab that runs on; a second up says so and succeeds', async () => {
    const first = await run('lab', 'up', '--parts', 'realServers');
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('lab lab: running') });
    expect(first.err).toMatch(/nginx@rs1 ready/);
    const second = await run('lab', 'up');
    expect(second).toMatchObject({ code: 0, err: expect.stringContaining('up already') });
    expect((await run('lab', 'ls')).out).toMatch(/^lab +running +\//m);
  });

  test('status shows where things run, as a table, as JSON and as YAML', async () => {
    const { out } = await run('lab', 'status');
    expect(out).toMatch(/^nginx@rs2 +ready +rs2 +\d+ +\d+ +0 +10\.98\.0\.22:80/m);
    expect(out).toMatch(/^lb1 +director +on +10\.99\.0\.11/m);
    expect((await status()).processes.map(({ state }) => state)).toEqual(Array(4).fill('ready'));
    const yaml = await run('--output', 'yaml', 'lab', 'ls');
    expect(yaml.out).toBe(`- name: lab\n  state: running\n  dir: ${dir}\n`);
  });

  test('exec passes arguments untouched, and the exit code', async () => {
    const script = 'echo "$1"; exit 9';
    const result = await run('lab', 'exec', 'c1', '--', 'sh', '-c', script, 'sh', '--name "a b"');
    expect(result).toMatchObject({ code: 9, out: '--name "a b"\n' });
    expect(await run('lab', 'exec', 'lb9', '--', 'true')).toMatchObject({
      code: 1,
      err: expect.stringContaining('there are hub, lb1'),
    });
  });

  test('exec is ended with the command that called it, also by kill -9', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const child = sluice('lab', 'exec', 'c1', '--', 'sh', '-c', 'echo on; exec sleep 1002');
      await once(child.stdout, 'data');
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual(
        signal === 'SIGTERM' ? [143, null] : [null, signal],
      );
      await until('the command is gone', async () => {
        const { out } = await run('lab', 'exec', 'hub', '--', 'ps', '-eo', 'args');
        return !out.includes('sleep 1002');
      });
    }
  });

  test('kill, start and stop take processes, kill and start machines too', async () => {
    expect(await run('lab', 'stop', 'nginx@rs1')).toMatchObject({ code: 0 });
    expect(await run('lab', 'kill', 'lb1')).toMatchObject({ code: 0 });
    const now = await status();
    expect(now.processes.find(({ name }) => name === 'nginx@rs1')?.state).toBe('stopped');
    expect(now.nodes.find(({ name }) => name === 'lb1')?.isPowered).toBe(false);
    expect(await run('lab', 'stop', 'lb2')).toMatchObject({ code: 1 });
    expect(await run('lab', 'start', 'nginx@rs1')).toMatchObject({ code: 0 });
    expect(await run('lab', 'start', 'lb1')).toMatchObject({ code: 0 });
  });

  test('logs are shown, also after the end, and followed', async () => {
    expect(await run('lab', 'logs', 'no-such')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nginx@rs1'),
    });
    const follower = sluice('lab', 'logs', 'nginx@rs2', '--follow');
    await run('lab', 'exec', 'hub', '--', 'sh', '-c', `echo added >> ${dir}/logs/nginx@rs2.log`);
    await until('the follower shows it', async () => {
      const [chunk] = (await once(follower.stdout, 'data')) as [Buffer];
      return chunk.toString().includes('added');
    });
    follower.kill('SIGTERM');
    await once(follower, 'exit');
    expect(await run('lab', 'down')).toMatchObject({ code: 0 });
    expect(await run('lab', 'logs', 'nginx@rs1')).toMatchObject({ code: 0 });
    await until('nothing is left', () => traces(dir, []).length === 0);
  });
});

test('Ctrl-C of a start that is under way takes everything down', async () => {
  const child = sluice('lab', 'up', '--parts', 'servers,realServers');
  const exited = once(child, 'exit');
  await once(child.stderr as NodeJS.ReadableStream, 'data');
  child.kill('SIGINT');
  expect(await exited).toEqual([130, null]);
  expect(existsSync(`${dir}/lab.json`)).toBe(false);
  expect(traces(dir, [])).toEqual([]);
});

test('kill -9 of a start that is under way does so too', async () => {
  const child = sluice('lab', 'up', '--parts', 'servers,realServers');
  await once(child.stderr as NodeJS.ReadableStream, 'data');
  child.kill('SIGKILL');
  await until('nothing is left', () => traces(dir, []).length === 0);
  expect((await status()).state).toBe('dead');
});
