import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DetachedDaemon } from '../../dataplane/daemon/detached-daemon.ts';
import { parseStat, readProcess } from '../../dataplane/daemon/process-identity.ts';
import {
  afterFailure,
  NO_FAILURES,
  restartDelayMs,
} from '../../dataplane/daemon/restart-policy.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';

function sleeper(dir: string): DetachedDaemon {
  const daemon = new DetachedDaemon({ name: 'sleeper', argv: ['sleep', '600'], dir });
  onTestFinished(() => daemon.stop());
  return daemon;
}

describe('a detached daemon', () => {
  test('is started once, however often it is asked for', async () => {
    const daemon = sleeper(tempDir('daemon'));
    expect(daemon.isRunning()).toBe(false);
    const first = await daemon.ensureRunning();
    expect(first.started).toBe(true);
    expect(readProcess(first.pid)?.argv).toEqual(['sleep', '600']);
    expect(await daemon.ensureRunning()).toEqual({ started: false, pid: first.pid });
    await daemon.stop();
    expect(daemon.isRunning()).toBe(false);
    expect(daemon.pid).toBeUndefined();
    await daemon.stop();
  });

  test('outlives the kill -9 of the agent that started it, and a new agent finds it', async () => {
    const dir = tempDir('daemon');
    const daemon = sleeper(dir);
    const agent = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { DetachedDaemon } = await import(${JSON.stringify(
          new URL('../../dataplane/daemon/detached-daemon.ts', import.meta.url).href,
        )});
        const daemon = new DetachedDaemon(${JSON.stringify({
          name: 'sleeper',
          argv: ['sleep', '600'],
          dir,
        })});
        console.log((await daemon.ensureRunning()).pid);
        setInterval(() => undefined, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [chunk] = (await once(agent.stdout, 'data')) as [Buffer];
    const pid = Number(chunk.toString('utf8'));
    agent.kill('SIGKILL');
    await once(agent, 'close');
    expect(daemon.isRunning()).toBe(true);
    expect(await daemon.ensureRunning()).toEqual({ started: false, pid });
  });

  test('is not mistaken for another process that has its pid, and that one is left alone', async () => {
    const dir = tempDir('daemon');
    const daemon = sleeper(dir);
    const { pid: first } = await daemon.ensureRunning();
    const startTicks = readProcess(first)?.startTicks;
    process.kill(first, 'SIGKILL');
    await until('the daemon is dead', () => !daemon.isRunning());
    const stranger = await until('a stranger has started in another clock tick', () => {
      const child = spawn('sleep', ['600'], { stdio: 'ignore' });
      onTestFinished(() => void child.kill('SIGKILL'));
      return readProcess(child.pid ?? 0)?.startTicks !== startTicks && child;
    });
    const identityFile = join(dir, 'sleeper.process');
    const text = readFileSync(identityFile, 'utf8').replace(`\n${first} `, `\n${stranger.pid} `);
    writeFileSync(identityFile, text);
    expect(daemon.isRunning()).toBe(false);
    expect(daemon.pid).toBeUndefined();
    await daemon.stop();
    expect(readProcess(stranger.pid ?? 0)).toBeDefined();
  });

  test('of an earlier boot is not running, whatever its pid means today', async () => {
    const dir = tempDir('daemon');
    const daemon = sleeper(dir);
    const { pid } = await daemon.ensureRunning();
    const identityFile = join(dir, 'sleeper.process');
    const text = readFileSync(identityFile, 'utf8');
    writeFileSync(identityFile, text.replace(/^.*/, '00000000-0000-0000-0000-000000000000'));
    expect(daemon.isRunning()).toBe(false);
    writeFileSync(identityFile, text);
    expect(daemon.pid).toBe(pid);
  });

  test('that ends at once is reported with the end of its log', async () => {
    const daemon = new DetachedDaemon({
      name: 'broken',
      argv: ['ls', '/nowhere/at/all'],
      dir: tempDir('daemon'),
      isReady: () => false,
    });
    await expect(daemon.ensureRunning()).rejects.toMatchObject({
      code: 'E_DATAPLANE_APPLY',
      message: expect.stringMatching(/ended with code 2.*nowhere/s),
    });
    expect(daemon.isRunning()).toBe(false);
  });

  test('whose program is not installed is reported as a missing package', async () => {
    const daemon = new DetachedDaemon({
      name: 'missing',
      argv: ['no-such-program'],
      dir: tempDir('daemon'),
      isReady: () => false,
    });
    await expect(daemon.ensureRunning()).rejects.toMatchObject({ code: 'E_PACKAGE_MISSING' });
  });

  test('that does not run cannot be told to reload', () => {
    expect(() => sleeper(tempDir('daemon')).reload('SIGHUP')).toThrow('does not run');
  });
});

test('a process name with blanks and brackets does not shift the fields of its stat', () => {
  const rest = 'S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4711 20';
  expect(parseStat(`42 (a) b (c)) ${rest}`)).toEqual({
    pid: 42,
    state: 'S',
    parentPid: 1,
    startTicks: 4711,
  });
  expect(parseStat('')).toBeUndefined();
});

describe('the restart policy', () => {
  test('starts again almost at once, and later and later up to a bound', () => {
    const delays: number[] = [];
    let history = NO_FAILURES;
    for (let deaths = 0; deaths < 12; deaths += 1) {
      history = afterFailure(history, 0);
      delays.push(restartDelayMs(history));
    }
    expect(delays.slice(0, 4)).toEqual([200, 400, 800, 1_600]);
    expect(delays.at(-1)).toBe(30_000);
  });

  test('never waits longer after a long life than after a short one', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(200_000), fc.nat(200_000), (failures, a, b) => {
        const [short, long] = a < b ? [a, b] : [b, a];
        const delayMs = (livedMs: number) => restartDelayMs(afterFailure({ failures }, livedMs));
        expect(delayMs(long)).toBeLessThanOrEqual(delayMs(short));
      }),
    );
  });
});
