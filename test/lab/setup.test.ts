import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CHECKOUT, cacheRoot, serversFolder } from '../../lab/setup/cache.mjs';
import { compareVersions } from '../../lab/setup/go-toolchain.mjs';
import { withLock } from '../../lab/setup/lock.mjs';
import { elapsed, Progress } from '../../lab/setup/progress.mjs';
import {
  findProgram,
  PROGRAMS,
  pinnedVersion,
  SERVER_NAMES,
  TOOL_NAMES,
} from '../../lab/setup/server-pins.mjs';
import { Step } from '../../lab/setup/step.mjs';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';

const run = promisify(execFile);
const quiet = () => {};

/** What the set-up looks at, in a folder of its own. */
function copyOfCheckout(): string {
  const copy = tempDir('setup');
  const modules = ['lab/servers', 'lab/servers/etcdutl'];
  const pins = modules.flatMap((folder) => [`${folder}/go.mod`, `${folder}/go.sum`]);
  for (const path of ['lab/setup', 'bin/sluice', ...pins]) {
    cpSync(join(CHECKOUT, path), join(copy, path), { recursive: true });
  }
  cpSync(join(CHECKOUT, 'package-lock.json'), join(copy, 'package-lock.json'));
  return copy;
}

async function check(copy: string, env: NodeJS.ProcessEnv = {}) {
  const args = [join(copy, 'lab/setup/main.mjs'), '--check'];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [exitCode] = await once(child, 'close');
  return { exitCode, said };
}

/** The stamp that the set-up of this checkout left, for the very lock file that is copied. */
function install(copy: string): void {
  mkdirSync(join(copy, 'node_modules'));
  const stamp = 'node_modules/.sluice-setup';
  cpSync(join(CHECKOUT, stamp), join(copy, stamp));
}

describe('--check', () => {
  test('says what a fresh clone with an empty cache lacks, and makes nothing', async () => {
    const copy = copyOfCheckout();
    const cache = join(tempDir('cache'), 'not-yet');
    const { exitCode, said } = await check(copy, { SLUICE_CACHE: cache, PATH: '/usr/bin:/bin' });
    expect(exitCode).toBe(1);
    expect(said).toContain('npm packages: missing node_modules');
    expect(said).toContain('servers: missing etcd, nats-server, temporal');
    expect(said).toContain('etcd tools: missing etcdctl, etcdutl');
    expect(existsSync(cache)).toBe(false);
    expect(existsSync(join(copy, 'node_modules'))).toBe(false);
  });

  test('is content with a checkout that is set up', async () => {
    const copy = copyOfCheckout();
    install(copy);
    const result = await check(copy);
    expect(result).toEqual({ exitCode: 0, said: 'set-up: everything is in place\n' });
  });

  test('takes node_modules without the stamp for half-installed', async () => {
    const copy = copyOfCheckout();
    install(copy);
    rmSync(join(copy, 'node_modules/.sluice-setup'));
    expect((await check(copy)).said).toContain('npm packages: missing node_modules');
  });

  test('wants the packages again when package-lock.json has changed', async () => {
    const copy = copyOfCheckout();
    install(copy);
    const lock = join(copy, 'package-lock.json');
    writeFileSync(lock, readFileSync(lock, 'utf8').replace('"version"', '"version" '));
    expect((await check(copy)).said).toContain('changed package-lock.json');
  });
});

describe('the cache', () => {
  test('is where the environment says, and never at a relative XDG path', () => {
    expect(cacheRoot({ SLUICE_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
    expect(cacheRoot({ XDG_CACHE_HOME: '/b' })).toBe('/b/sluice');
    expect(cacheRoot({ XDG_CACHE_HOME: 'b' })).toMatch(/^\/.*\/\.cache\/sluice$/);
  });

  test('keeps the servers of another pin apart', () => {
    const copy = copyOfCheckout();
    expect(serversFolder(copy)).toBe(serversFolder(CHECKOUT));
    const goMod = join(copy, 'lab/servers/go.mod');
    writeFileSync(goMod, readFileSync(goMod, 'utf8').replace('v3.7.3', 'v3.7.4'));
    expect(serversFolder(copy)).not.toBe(serversFolder(CHECKOUT));
    const tools = (checkout: string) => serversFolder(checkout, {}, PROGRAMS.etcdutl.folder);
    expect(tools(copy)).toBe(tools(CHECKOUT));
  });
});

describe('the servers', () => {
  test.each([...SERVER_NAMES, ...TOOL_NAMES])(
    '%s is pinned by go.mod and was set up',
    async (name) => {
      const version = await pinnedVersion(name, CHECKOUT);
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      const path = await findProgram(name, { checkout: CHECKOUT });
      const { stdout } = await run(path ?? '', [PROGRAMS[name].ask]);
      expect(stdout).not.toBe('');
    },
  );

  test('and the tools of etcd are of its version', async () => {
    const versions = ['etcd', ...TOOL_NAMES] as const;
    const pinned = await Promise.all(versions.map((name) => pinnedVersion(name, CHECKOUT)));
    expect(new Set(pinned).size).toBe(1);
  });

  test.each([
    ['3.4.23', false],
    ['3.7.3', true],
    ['3.7.30', false],
  ])('an etcd %s on PATH is used only if it is the pinned one', async (version, isUsed) => {
    const folder = tempDir('path');
    const program = join(folder, 'etcd');
    writeFileSync(program, `#!/bin/sh\necho 'etcd Version: ${version}'\n`);
    chmodSync(program, 0o755);
    const env = { SLUICE_CACHE: tempDir('cache'), PATH: folder };
    expect(await findProgram('etcd', { checkout: CHECKOUT, env })).toBe(
      isUsed ? program : undefined,
    );
  });

  test.each([
    ['1.26.0', '1.26.0', 0],
    ['1.26.8', '1.26.0', 1],
    ['1.9.9', '1.26.0', -1],
    ['1.26', '1.26.0', 0],
    ['1.26rc1', '1.26.0', 0],
    ['2.0', '1.26.0', 1],
  ])('Go %s against %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});

describe('the lock', () => {
  const signal = new AbortController().signal;

  test('lets one set-up work at a time', async () => {
    const env = { ...process.env, SLUICE_CACHE: tempDir('lock') };
    let inside = 0;
    const seen = await Promise.all(
      [1, 2, 3].map(() =>
        withLock('same', { env, signal, report: quiet }, async () => {
          inside++;
          const { stdout } = await run('true');
          const seenInside = inside;
          inside--;
          return `${seenInside}${stdout}`;
        }),
      ),
    );
    expect(seen).toEqual(['1', '1', '1']);
  });

  test('is free again when its holder was killed with -9', async () => {
    const env = { ...process.env, SLUICE_CACHE: tempDir('lock') };
    const source = `
      import { withLock } from ${JSON.stringify(join(CHECKOUT, 'lab/setup/lock.mjs'))};
      const signal = new AbortController().signal;
      await withLock('same', { env: process.env, signal, report() {} }, async () => {
        console.log('held');
        await new Promise((resolve) => process.stdin.on('end', resolve).resume());
      });`;
    const args = ['--input-type=module', '--eval', source];
    const holder = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    let isOurs = false;
    const ours = withLock('same', { env, signal, report: quiet }, async () => {
      isOurs = true;
    });
    expect(isOurs).toBe(false);
    holder.kill('SIGKILL');
    await ours;
    expect(isOurs).toBe(true);
  });
});

describe('a step', () => {
  const context = (signal = new AbortController().signal) => ({
    checkout: CHECKOUT,
    env: { ...process.env, SLUICE_CACHE: tempDir('step') },
    signal,
    report: quiet,
  });

  test('that fails shows the end of the output, the log and how to mend it', async () => {
    const step = new Step('a step', context());
    const failing = step.run(['sh', '-c', 'echo out; echo why >&2; exit 3'], { mend: 'do this' });
    await expect(failing).rejects.toMatchObject({
      message: expect.stringContaining('failed with exit code 3'),
      mend: 'do this',
      tail: expect.stringContaining('why'),
      exitCode: 1,
    });
    await step.close();
    expect(readFileSync(step.logFile, 'utf8')).toMatch(/\$ cd .*\nout\nwhy\n|\nwhy\nout\n/);
  });

  test('whose program is not there says so', async () => {
    const step = new Step('a step', context());
    const failing = step.run(['no-such-program'], { mend: 'install it', finishes: true });
    await expect(failing).rejects.toMatchObject({ exitCode: 69, mend: 'install it' });
    await step.close();
  });

  test('ends its program when the set-up is ended', async () => {
    const abort = new AbortController();
    const step = new Step('a step', context(abort.signal));
    const running = step.run(['sleep', '600'], { mend: 'run it again' });
    abort.abort();
    await expect(running).rejects.toThrow('ended with SIGTERM');
    await step.close();
  });

  test("does not run on this checkout's own Node, which it may replace", async () => {
    const own = join(CHECKOUT, 'node_modules/.bin');
    const env = { ...process.env, PATH: `${own}:${process.env['PATH']}` };
    const step = new Step('a step', { ...context(), env });
    expect(step.env['PATH']?.split(':')).not.toContain(own);
    await step.close();
  });
});

describe('progress', () => {
  function shown(isTTY: boolean) {
    let written = '';
    let nowMs = 0;
    const output = { isTTY, columns: 40, write: (text: string) => (written += text) };
    const progress = new Progress(output, () => nowMs);
    progress.started('servers');
    progress.line('servers', 'go.temporal.io/server/common/persistence/cassandra');
    nowMs = 65_000;
    progress.show();
    progress.ended('servers', 'ready');
    return written;
  }

  test('is a plain line per step where there is no terminal', () => {
    expect(shown(false)).toBe(
      'set-up: servers 1 min 05 s: go.temporal.io/server/common/persistence/cassandra\n' +
        'set-up: servers: ready (1 min 05 s)\n',
    );
  });

  test('is one live line, never wider than the terminal, where there is one', () => {
    const frames = shown(true).split('\r\u001b[2K');
    expect(frames[1]).toBe('servers 1 min 05 s: go.temporal.io/s');
    expect(frames[2]).toBe('set-up: servers: ready (1 min 05 s)\n');
  });

  test('counts seconds up to a minute', () => {
    expect(elapsed(59_400)).toBe('59 s');
    expect(elapsed(59_600)).toBe('1 min 00 s');
  });
});

describe('the launchers', () => {
  test('sluice, called through a link in a checkout that is not set up, says what to do', async () => {
    const copy = copyOfCheckout();
    const link = join(tempDir('link'), 'sluice');
    symlinkSync(join(copy, 'bin/sluice'), link);
    await expect(run(link, ['status'])).rejects.toMatchObject({
      code: 69,
      stderr: `sluice: not set up; run "npm run setup" in ${copy}\n`,
    });
  });

  test("with-setup becomes the file on the project's Node, and a signal reaches it", async () => {
    const file = join(tempDir('program'), 'program.ts');
    writeFileSync(
      file,
      `process.once('SIGTERM', () => process.exit(7));
       const seen: unknown = [process.pid, process.version, process.argv.slice(2)];
       console.log(JSON.stringify(seen));
       setInterval(() => {}, 1000);`,
    );
    const child = spawn('sh', [join(CHECKOUT, 'bin/with-setup'), file, 'a b', '--flag']);
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    await until('the program runs', () => out.endsWith('\n'));
    expect(JSON.parse(out)).toEqual([child.pid, process.version, ['a b', '--flag']]);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([7, null]);
  });
});
