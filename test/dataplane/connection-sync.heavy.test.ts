/** Two directors with real conntrackd: what one kernel knows, the other one knows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createConnectionSync } from '../../dataplane/connection-sync/driver.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { withVrrpNetwork } from './vrrp-network.ts';

const network = withVrrpNetwork('sync');
const dirs = { director1: tempDir('sync-director1'), director2: tempDir('sync-director2') };
type Name = keyof typeof dirs;

const plan = (local: number, peer: number) => ({
  interface: 'back',
  localAddress: `10.98.0.${local}`,
  peerAddresses: [`10.98.0.${peer}`],
});
const plans = { director1: plan(11, 12), director2: plan(12, 11) };

const synchronizer = (name: Name) =>
  createConnectionSync({ dir: dirs[name], ownAddresses: [], wrap: network.wrap(name) });
const apply = (name: Name) => synchronizer(name).apply(plans[name]);

function insert(name: Name, port: number): Promise<string> {
  const tuple = ['-s', '10.99.0.20', '-d', '10.99.0.100', '--sport', `${port}`, '--dport', '80'];
  const entry = ['-p', 'tcp', '--state', 'ESTABLISHED', '-t', '300', '-m', '7'];
  return network.exec(name, 'conntrack', '-I', ...entry, ...tuple);
}

async function entry(name: Name, port: number): Promise<string | undefined> {
  const table = await network.exec(name, 'conntrack', '-L', '-p', 'tcp');
  return table.split('\n').find((line) => line.includes(`sport=${port} dport=80`));
}

function seen(name: Name, port: number): Promise<string> {
  return until(`${name} knows the connection from port ${port}`, () => entry(name, port));
}

function killDaemon(name: Name): void {
  const [, stat = ''] = readFileSync(join(dirs[name], 'conntrackd.process'), 'utf8').split('\n');
  process.kill(Number.parseInt(stat, 10), 'SIGKILL');
}

afterEach(async () => {
  await synchronizer('director1').apply(undefined);
  await synchronizer('director2').apply(undefined);
});

test('a connection of one director is known to the other one, with its mark', async () => {
  expect(await apply('director1')).toEqual({ changed: true });
  expect(await apply('director2')).toEqual({ changed: true });
  await insert('director1', 4001);
  expect(await seen('director2', 4001)).toMatch(/ESTABLISHED.* mark=7 /);
  await insert('director2', 4002);
  expect(await seen('director1', 4002)).toMatch(/ESTABLISHED.* mark=7 /);
  await until('the count says so', async () => {
    const { isRunning, connections } = await synchronizer('director1').status();
    return isRunning && connections >= 1;
  });
});

test('a new agent finds the daemon and changes nothing', async () => {
  await apply('director1');
  const identity = () => readFileSync(join(dirs.director1, 'conntrackd.process'), 'utf8');
  const before = identity();
  expect(await apply('director1')).toEqual({ changed: false });
  expect(identity()).toBe(before);
});

test('a director whose daemon was killed gets all of its peer when it is back', async () => {
  await Promise.all([apply('director1'), apply('director2')]);
  await insert('director1', 4003);
  await seen('director2', 4003);
  killDaemon('director2');
  await until('it is seen dead', async () => !(await synchronizer('director2').status()).isRunning);
  await network.exec('director2', 'conntrack', '-F');
  const agent = synchronizer('director2');
  expect(await agent.apply(plans.director2)).toEqual({ changed: true });
  // Round by round, as an agent does: a first answer that was lost is asked for again.
  await until('director2 knows the connection again', async () => {
    expect(await agent.apply(plans.director2)).toEqual({ changed: false });
    return (await entry('director2', 4003))?.includes(' mark=7 ');
  });
});

test('after a start the peer is asked for everything again in later rounds', async () => {
  let timeMs = 0;
  const agent = createConnectionSync({
    dir: dirs.director2,
    ownAddresses: [],
    wrap: network.wrap('director2'),
    now: () => timeMs,
  });
  await Promise.all([apply('director1'), agent.apply(plans.director2)]);
  await insert('director1', 4004);
  await seen('director2', 4004);
  await network.exec('director2', 'conntrack', '-F');
  await agent.apply(plans.director2);
  expect(await entry('director2', 4004)).toBeUndefined();
  timeMs += 2_000;
  await agent.apply(plans.director2);
  expect(await seen('director2', 4004)).toMatch(/ mark=7 /);
});

test('a plan that conntrackd cannot run is refused with its words', async () => {
  const broken = { ...plans.director1, interface: 'nowhere' };
  await expect(synchronizer('director1').apply(broken)).rejects.toMatchObject({
    code: 'E_DATAPLANE_APPLY',
    message: expect.stringContaining('nowhere'),
  });
  expect(await synchronizer('director1').status()).toEqual({ isRunning: false, connections: 0 });
});

test('no plan means that no daemon runs', async () => {
  await apply('director1');
  expect(await synchronizer('director1').apply(undefined)).toEqual({ changed: true });
  expect(await synchronizer('director1').apply(undefined)).toEqual({ changed: false });
  expect((await synchronizer('director1').status()).isRunning).toBe(false);
});
