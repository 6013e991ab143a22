import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgentBus } from '../../bus/agent-bus.ts';
import { type ApplyReply, type PlanReply, rolloutViewSchema } from '../../schemas/api.ts';
import { withEtcd, withNats } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { document, yamlOf } from '../schemas/fleet.ts';
import { type CliOptions, runCli } from './run-cli.ts';
import { vrrpEvent } from './samples.ts';

const etcd = withEtcd();
const nats = withNats();
const dir = tempDir('real-api');
const socket = join(dir, 'api.sock');
const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
let controller: ChildProcess;

beforeAll(startController);
afterAll(() => stopController());

/** The controller of this checkout as its own process; Temporal is away, which is allowed. */
async function startController(): Promise<void> {
  const state = join(dir, 'state');
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const args = [
    ...['--etcd', etcd.endpoint, '--nats', nats.endpoint, '--temporal', '127.0.0.1:1'],
    ...['--state', state, '--listen', `unix:${socket}`, '--log-level', 'error'],
  ];
  controller = spawn(process.execPath, [here('bin/controller.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await until('the socket of the controller', () => existsSync(socket), { timeoutMs: 60_000 });
}

async function stopController(): Promise<void> {
  if (controller.exitCode !== null) return;
  const ended = once(controller, 'exit');
  controller.kill('SIGTERM');
  await ended;
}

const sluice = (args: readonly string[], options: CliOptions = {}) =>
  runCli(args, { ...options, env: { SLUICE_API: `unix:${socket}` }, randomId: randomUUID });

test('a fleet is planned, applied once, looked at, changed and taken apart', async () => {
  const fleet = ['-f', here('examples/fullnat'), '-o', 'json'];
  const plan = await sluice(['plan', ...fleet]);
  expect(plan.code, plan.stderr).toBe(2);
  expect((JSON.parse(plan.stdout) as PlanReply).revision).toBe(0);

  const applied = await sluice(['apply', ...fleet, '--reason', 'first']);
  expect(JSON.parse(applied.stdout)).toMatchObject({ changed: true, revision: 1 });
  const again = JSON.parse((await sluice(['apply', ...fleet])).stdout) as ApplyReply;
  expect(again).toMatchObject({ changed: false, revision: 1, changes: [] });
  expect((await sluice(['plan', ...fleet])).code).toBe(0);

  const web = await sluice(['get', 'vs/web', '-o', 'yaml']);
  const heavier = web.stdout.replace('weight: 2', 'weight: 3');
  const changed = await sluice(['apply', '-f', '-'], { stdin: heavier });
  expect(changed.stdout).toContain('~ realServers[10.98.0.22:80].weight: 2 -> 3');
  expect(changed.stdout).toContain('The fleet is at revision 2.');

  const history = await sluice(['history', 'vs/web']);
  expect(history.stdout).toMatch(
    /^revision 2 .* alice via cli\n.*\n.*2 -> 3\n\nrevision 1 .*: first/,
  );

  const refused = await sluice(['delete', 'pool/lips']);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('hint: change or delete VirtualService/web first');
  for (const name of ['vs/web', 'vs/ticks', 'pool/lips']) {
    expect((await sluice(['delete', name])).stderr).toBe('');
  }
  expect((await sluice(['get', 'pool/lips'])).stderr).toMatch(/^E_NOT_FOUND/);
});

test('wrong files are refused with every place, and nothing is stored', async () => {
  const before = await sluice(['get', '-o', 'json']);
  const { code, stderr } = await sluice(['apply', here('examples/wrong')]);
  expect(code).toBe(1);
  expect(stderr.match(/^ {2}\S+\.yaml:\d+:\d+ E_\w+ /gm)).toHaveLength(7);
  expect(await sluice(['get', '-o', 'json'])).toEqual(before);
});

test('a revision that is no longer there is refused', async () => {
  const args = ['apply', '-f', here('examples/fullnat'), '--if-revision', '99'];
  const { code, stderr } = await sluice(args);
  expect([code, stderr.split(' ')[0]]).toEqual([1, 'E_REVISION']);
});

test('the control plane says which of its parts are away', async () => {
  const { code, stdout } = await sluice(['health', '-o', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ store: true, bus: true, temporal: false });
});

test('rollouts, drift and adoption are asked of the real routes', async () => {
  const policy = document('RolloutPolicy', 'careful', {
    waves: [{ count: 1 }],
    maxUnavailable: { count: 1 },
  });
  const cluster = (await sluice(['get', 'cluster/edge', '-o', 'yaml'])).stdout;
  const stdin = `${yamlOf([policy])}\n---\n${cluster}  rolloutPolicy: careful\n`;
  const applied = await sluice(['apply', '-f', '-', '-o', 'json'], { stdin });
  expect(applied.stderr).toBe('');
  const { revision } = JSON.parse(applied.stdout) as ApplyReply;
  const files = ['pools', 'services'].map((name) => here(`examples/fullnat/${name}.yaml`));
  const back = await sluice(['apply', ...files, '--dry-run']);
  expect(back.stdout).toContain('Goes out in waves:\n  edge (policy careful): 1 director a wave');

  // Each look at a rollout waits some seconds for the Temporal that is away.
  const view = await until(
    'a generation',
    async () => {
      const { stdout } = await sluice(['rollout', 'status', 'edge', '-o', 'json']);
      const seen = rolloutViewSchema.parse(JSON.parse(stdout));
      return seen.newest === undefined ? undefined : seen;
    },
    { timeoutMs: 60_000 },
  );
  expect(view).toMatchObject({ policy: 'careful', behind: [], newest: { cluster: 'edge' } });
  expect(view.newestRevision).toBeLessThanOrEqual(revision);
  expect((await sluice(['rollout', 'status', 'west'])).stderr).toMatch(/^E_NOT_FOUND/);

  const drift = await sluice(['drift']);
  expect(drift.code).toBe(1);
  expect(drift.stdout).toMatch(/\nlb1 +edge .*E_NODE_SILENT/);
  for (const args of [
    ['drift', 'lb1'],
    ['adopt', 'lb1'],
    ['adopt', 'lb1', '--undo'],
  ]) {
    expect((await sluice(args)).stderr, args.join(' ')).toMatch(/^E_NODE_SILENT/);
  }
  expect((await sluice(['drift', 'lb9'])).stderr).toMatch(/^E_NOT_FOUND/);
  expect((await sluice(['status'])).stdout).toContain('temporal away');
}, 120_000);

test('following loses no event and doubles none through a restart of the controller', async () => {
  const bus = openAgentBus({
    servers: [nats.endpoint],
    cell: 'default',
    node: 'lb1',
    log: pino({ enabled: false }),
  });
  const abort = new AbortController();
  let written = '';
  const saw = (word: string) => until(word, () => written.includes(word), { timeoutMs: 60_000 });
  const following = sluice(['events', '--follow', '--limit', '5', '-o', 'json'], {
    signal: abort.signal,
    onWrite: (text) => {
      written = text;
    },
  });
  try {
    await until('the first event is taken', () => bus.publishEvent(vrrpEvent(1)).then(() => true));
    await saw('"seq":1');
    await stopController();
    await saw('the server went away');
    await bus.publishEvent(vrrpEvent(2));
    await startController();
    await saw('"seq":2');
    await bus.publishEvent(vrrpEvent(3));
    await saw('"seq":3');
  } finally {
    abort.abort();
    await bus.close();
  }
  const { code, stdout, stderr } = await following;
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).seq),
  ).toEqual([1, 2, 3]);
  expect(stderr).not.toContain('missing');
  expect(code).toBe(130);
}, 120_000);
