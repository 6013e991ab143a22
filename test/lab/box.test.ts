import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { enterArgv } from '../../lab/box/enter.ts';
import { boxEnvironment, boxPath } from '../../lab/box/environment.ts';
import { startOrder } from '../../lab/box/order.ts';
import { assertPrograms } from '../../lab/box/preflight.ts';
import { identify, isAlive, killIdentity } from '../../lab/box/process-identity.ts';
import type { ProcessSpec } from '../../lab/box/process-spec.ts';
import { claimRecord, readRecord, removeRecord, updateRecord } from '../../lab/box/record.ts';
import { nginxConfig } from '../../lab/fleet/nginx.ts';
import { fleetProcesses } from '../../lab/fleet/processes.ts';
import { ALL_PARTS } from '../../lab/lab-api.ts';
import { claimFolder, prepareFolder } from '../../lab/lab-folder.ts';
import { findLabApis, labFolder, labNames } from '../../lab/labs.ts';
import { statusText } from '../../lab/status-table.ts';
import { defaultTopology } from '../../lab/topology/topology.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';

function spec(name: string, after: string[] = []): ProcessSpec {
  return { name, node: 'hub', program: { kind: 'command', argv: ['true'] }, after, restart: 'no' };
}

function me() {
  const identity = identify(process.pid);
  if (identity === undefined) throw new Error('this process is not in /proc');
  return identity;
}

describe('the order of processes', () => {
  test('puts each behind what it needs', () => {
    const ordered = startOrder([spec('c', ['a', 'b']), spec('b', ['a']), spec('a')]);
    expect(ordered.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  test('is refused with every problem at once', () => {
    expect(() => startOrder([spec('a'), spec('a'), spec('b', ['x', 'y'])])).toThrow(
      'two processes are called a; b needs x, which is not there; b needs y, which is not there',
    );
    expect(() => startOrder([spec('a', ['b']), spec('b', ['a'])])).toThrow('in a circle: a, b');
  });

  test('every selection of parts can be ordered', () => {
    const topology = defaultTopology();
    for (let choice = 0; choice < 1 << ALL_PARTS.length; choice++) {
      const parts = ALL_PARTS.filter((_, bit) => choice & (1 << bit));
      const processes = fleetProcesses({ dir: '/lab', topology, parts });
      expect(startOrder(processes)).toHaveLength(processes.length);
    }
  });

  test('the control plane waits for the servers, the real servers for nobody', () => {
    const topology = defaultTopology();
    const processes = fleetProcesses({ dir: '/lab', topology, parts: ALL_PARTS });
    expect(processes.map(({ name }) => name)).toEqual([
      ...['etcd', 'nats', 'temporal', 'controller', 'worker', 'agent@lb1', 'agent@lb2'],
      ...['nginx@rs1', 'tick@rs1', 'nginx@rs2', 'tick@rs2'],
    ]);
    const needs = (name: string) => processes.find((one) => one.name === name)?.after;
    expect(needs('agent@lb2')).toEqual(['etcd', 'nats', 'temporal']);
    expect(needs('nginx@rs1')).toBeUndefined();
  });
});

describe('a process', () => {
  test('is alive as itself only: another start time or boot means another process', () => {
    const self = me();
    expect(isAlive(self)).toBe(true);
    expect(isAlive({ ...self, startTicks: '1' })).toBe(false);
    expect(isAlive({ ...self, bootId: 'another' })).toBe(false);
  });

  test('that was given the pid of another is not killed in its place', async () => {
    const child = spawn('sleep', ['1000']);
    const exited = once(child, 'exit');
    const identity = await until('the child is there', () => identify(child.pid ?? 0));
    killIdentity({ ...identity, startTicks: '1' });
    expect(isAlive(identity)).toBe(true);
    killIdentity(identity);
    expect(await exited).toEqual([null, 'SIGKILL']);
    expect(isAlive(identity)).toBe(false);
    killIdentity(identity);
  });
});

describe('the record of a lab', () => {
  const base = { name: 'lab', isRootless: false, topology: defaultTopology() };

  test('is claimed once while its holder lives, and again when it is dead', () => {
    const dir = tempDir('record');
    const mine = { ...base, dir, starter: me() };
    expect(claimRecord(mine)).toBeUndefined();
    expect(claimRecord(mine)?.starter).toEqual(mine.starter);
    const dead = { ...mine.starter, startTicks: '1' };
    updateRecord({ ...mine, box: { unshare: dead, first: dead } });
    expect(claimRecord(mine)).toBeUndefined();
    expect(readRecord(dir)?.box).toBeUndefined();
    expect(statSync(`${dir}/lab.json`).mode & 0o777).toBe(0o600);
    removeRecord(dir);
    removeRecord(dir);
    expect(readRecord(dir)).toBeUndefined();
  });

  test('that cannot be understood is reported, never overwritten', () => {
    const dir = tempDir('record');
    const mine = { ...base, dir, starter: me() };
    writeFileSync(`${dir}/lab.json`, '{"version": 2}');
    expect(() => claimRecord(mine)).toThrow('another version of Sluice');
    writeFileSync(`${dir}/lab.json`, '{"vers');
    expect(() => claimRecord(mine)).toThrow('is damaged');
  });
});

describe('the folder of a lab', () => {
  test('is private, and emptied only of what a lab made', () => {
    const dir = `${tempDir('folder')}/lab`;
    claimFolder(dir);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    prepareFolder(dir, false, defaultTopology(), ALL_PARTS);
    for (const name of ['data', 'logs', 'run', 'nodes/lb1', 'nodes/rs2']) {
      expect(statSync(`${dir}/${name}`).mode & 0o777).toBe(0o700);
    }
    expect(existsSync(`${dir}/nodes/rs1/nginx.conf`)).toBe(true);
    writeFileSync(`${dir}/note`, 'mine');
    writeFileSync(`${dir}/data/file`, '');
    prepareFolder(dir, true, defaultTopology(), []);
    expect(existsSync(`${dir}/data/file`)).toBe(true);
    prepareFolder(dir, false, defaultTopology(), []);
    expect(existsSync(`${dir}/data/file`)).toBe(false);
    expect(existsSync(`${dir}/note`)).toBe(true);
  });

  test('is refused when it is somebody else’s, too long or in /run', () => {
    const dir = tempDir('folder');
    writeFileSync(`${dir}/thesis.tex`, '');
    expect(() => claimFolder(dir)).toThrow('holds files that are no lab');
    expect(() => claimFolder(`${dir}/${'x'.repeat(100)}`)).toThrow('too long');
    expect(() => claimFolder('/run/user/0/lab')).toThrow('in /run');
    expect(() => claimFolder('labs/lab')).toThrow('absolute');
  });

  test('is found by its name under the state folder', () => {
    const state = tempDir('state');
    const env = { XDG_STATE_HOME: state };
    expect(labFolder('blue', env)).toBe(`${state}/sluice/labs/blue`);
    expect(labFolder('lab', { HOME: '/x', XDG_STATE_HOME: 'relative' })).toMatch(
      /\/\.local\/state\/sluice\/labs\/lab$/,
    );
    expect(() => labFolder('../x', env)).toThrow('cannot be the name of a lab');
    expect(labNames(env)).toEqual([]);
    mkdirSync(`${state}/sluice/labs/blue/run`, { recursive: true });
    expect(labNames(env)).toEqual(['blue']);
    expect(findLabApis(env)).toEqual([]);
    const dir = `${state}/sluice/labs/blue`;
    const record = { name: 'blue', dir, isRootless: false, topology: defaultTopology() };
    claimRecord({ ...record, starter: me() });
    expect(findLabApis(env)).toEqual([]);
    writeFileSync(`${dir}/run/api.sock`, '');
    expect(findLabApis(env)).toEqual([{ name: 'blue', api: `unix:${dir}/run/api.sock` }]);
  });
});

describe('entering a box', () => {
  test('goes through the box’s namespaces to the machine’s, and takes the command along', () => {
    const argv = enterArgv({ pid: 42, isRootless: false, node: 'lb1', cwd: '/tmp' }, ['ip', 'a']);
    expect(argv.join(' ')).toBe(
      'setpriv --pdeathsig KILL -- nsenter --target=42 --mount --pid --net -- ' +
        'setpriv --pdeathsig KILL -- env --chdir=/tmp nsenter --net=/run/netns/lb1 -- ip a',
    );
  });

  test('takes the user namespace first where the box has one', () => {
    const argv = enterArgv({ pid: 42, isRootless: true, node: 'hub', env: { A: 'b c' } }, ['true']);
    expect(argv).toContain('--preserve-credentials');
    expect(argv.slice(-3)).toEqual(['--chdir=/', 'A=b c', 'true']);
  });
});

describe('the environment of a box', () => {
  test('keeps what is ours and drops what the shell happens to export', () => {
    const env = boxEnvironment({
      PATH: '/bin',
      HOME: '/h',
      NODE_OPTIONS: '--x',
      AWS_KEY: 'secret',
    });
    expect(env['HOME']).toBe('/h');
    expect(env).not.toHaveProperty('NODE_OPTIONS');
    expect(env).not.toHaveProperty('AWS_KEY');
  });

  test('finds programs of sbin that a person’s PATH lacks', () => {
    expect(boxPath({ PATH: '/usr/bin:/bin' }).split(':')).toContain('/usr/sbin');
  });

  test('a missing program is named with the package that brings it', async () => {
    await expect(assertPrograms(['sh', 'no-such-program'])).rejects.toMatchObject({
      code: 'E_PACKAGE_MISSING',
      message: 'not installed: no-such-program',
      hint: 'as root: apt-get install no-such-program',
    });
    await assertPrograms(['sh', 'env']);
  });
});

describe('what people and nginx read', () => {
  test('nginx listens on every port in both families and keeps its files in the folder', () => {
    const config = nginxConfig({ server: 'rs1', ports: [80, 8080], dir: '/lab "x"/rs1' });
    for (const listen of ['80', '[::]:80', '8080', '[::]:8080']) {
      expect(config).toContain(`listen ${listen};`);
    }
    expect(config).toContain('pid "/lab \\"x\\"/rs1/nginx.pid";');
    expect(config).toContain('user root;');
  });

  test('the status of a dead lab says that it has been cleaned away', () => {
    const status = { name: 'blue', dir: '/labs/blue', apiSocket: '/labs/blue/run/api.sock' };
    const text = statusText({
      ...status,
      ...{ state: 'dead', isRootless: true, nodes: [], processes: [] },
    });
    expect(text).toContain('lab blue: dead (without root)');
    expect(text).toContain('cleaned away');
  });
});
