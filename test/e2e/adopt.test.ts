/**
 * From a director that balances by rules written by hand to one that Sluice runs, with the whole
 * fleet's own parts and under steady clients; then what Sluice says and does when somebody changes
 * by hand what is now its own.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { isConverged } from '../../lab/demo/fleet-facts.ts';
import type { FlowLine } from '../../lab/traffic/long-lived.ts';
import type { AdoptPreview } from '../../schemas/adopt.ts';
import type { NodeDrift } from '../../schemas/drift.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { START_MS, showLogsOnFailure, WAIT_MS, withEmptyFleet } from './fleet.ts';

const fleet = withEmptyFleet('adopt');
const folder = tempDir('adopt');
const WAIT = { timeoutMs: WAIT_MS, everyMs: 100 };

const VIP = '10.99.0.100';
const WEB = `tcp/${VIP}:80`;

/** Web for one of three to rs1; ticks for the long-lived connection; both with one LIP. */
const BY_HAND = `
table ip lb {
  chain web {
    counter
    meta l4proto tcp dnat to numgen inc mod 3 map { 0 : 10.98.0.21, 1 : 10.98.0.22, 2 : 10.98.0.22 }
  }
  chain before {
    type nat hook prerouting priority dstnat; policy accept;
    ip daddr ${VIP} tcp dport vmap { 80 : goto web }
    ip daddr ${VIP} tcp dport 8081 dnat to 10.98.0.21
  }
  chain after {
    type nat hook postrouting priority srcnat; policy accept;
    ip daddr { 10.98.0.21, 10.98.0.22 } snat to 10.98.0.101
  }
}
`;

const DECLARED = `
apiVersion: sluice/v1
kind: Cluster
metadata: { name: old }
spec: { dataplane: nft, highAvailability: none }
---
apiVersion: sluice/v1
kind: Node
metadata: { name: lb1 }
spec:
  cluster: old
  managementAddress: 10.97.0.11
  interfaces:
    - { name: f0, network: front, addresses: [10.99.0.11/24] }
    - { name: bk0, network: back, addresses: [10.98.0.11/24] }
`;

async function lb1(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await fleet.lab.exec('lb1', argv);
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
  return stdout;
}

async function loaded(rules: string): Promise<void> {
  const file = join(folder, 'rules.nft');
  await writeFile(file, rules);
  await lb1('nft', '-f', file);
}

async function applied(name: string, text: string): Promise<void> {
  const file = join(folder, `${name}.yaml`);
  await writeFile(file, text);
  const { code, stderr } = await fleet.sluice('apply', '-f', file, '--reason', name);
  if (code !== 0) throw new Error(stderr);
}

async function looked<T>(...args: string[]): Promise<T> {
  const { stdout, stderr } = await fleet.sluice(...args, '--output', 'json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

const preview = () => looked<AdoptPreview>('adopt', 'lb1');
const drift = () => looked<NodeDrift>('drift', 'lb1');

const shares = async () => (await fleet.stage.burst(6)).served;

beforeAll(async () => {
  await lb1('sysctl', '-qw', 'net.ipv4.ip_forward=1', 'net.ipv4.conf.all.rp_filter=2');
  await lb1('ip', 'address', 'add', `${VIP}/32`, 'dev', 'f0');
  await lb1('ip', 'address', 'add', '10.98.0.101/32', 'dev', 'bk0');
  await loaded(BY_HAND);
  await applied('declared', DECLARED);
  await fleet.nodes('lb1 has its plan', (seen) => seen.length === 1 && seen.every(isConverged));
}, START_MS);
beforeEach(() => showLogsOnFailure(fleet, 'agent@lb1', 'controller'));

test('a plan that other rules serve is held back, then taken over, and no client notices', async () => {
  expect(await shares()).toEqual({ rs1: 2, rs2: 4 });
  const found = await preview();
  expect(found).toMatchObject({ notUnderstood: [], leftOut: [], isReady: false });
  expect(found.services.map(({ key }) => key).sort()).toEqual([WEB, `tcp/${VIP}:8081`]);
  const { stdout: resources } = await fleet.sluice('adopt', 'lb1', '--resources');
  const poller = await fleet.poll();
  const flow = await fleet.stage.traffic<FlowLine>('long-lived', ['--host', VIP, '--port', '8081']);
  await until('the long connection stands', () => flow.lines.length > 0, WAIT);

  await applied('as it is', resources);
  const [held] = await fleet.nodes('lb1 holds the plan back', (seen) =>
    seen.every(({ status }) => status?.problem?.startsWith('E_NOT_ADOPTED') ?? false),
  );
  expect(held?.status?.problem).toContain('table ip lb');
  expect(await fleet.ruleset('lb1')).not.toContain('sluice');

  const ready = await until(
    'nothing differs',
    async () => {
      const seen = await preview();
      return seen.isReady && seen;
    },
    WAIT,
  );
  expect(ready).toMatchObject({ differences: [], obstacles: [], resources: [] });
  const taken = await fleet.sluice(
    ...['adopt', 'lb1', '--take-over', '--fingerprint', ready.fingerprint, '--reason', 'ours now'],
  );
  expect(taken.stderr).toBe('');
  await fleet.nodes('lb1 runs the plan', (seen) => seen.every(isConverged));
  expect(await fleet.ruleset('lb1')).not.toContain('table ip lb');

  const polls = poller.polls().length;
  await until('clients came after it', () => poller.polls().length > polls + 20, WAIT);
  expect(await poller.stop()).toMatchObject({ failed: 0, errors: {} });
  const summary = (await flow.stop()).flatMap((line) => ('summary' in line ? [line.summary] : []));
  expect(summary).toMatchObject([{ survived: true }]);
  expect(await shares()).toEqual({ rs1: 2, rs2: 4 });
  expect(await drift()).toMatchObject({ pending: 0, drifted: 0, entries: [], foreign: [] });
  const events = (await fleet.events()).map(({ body }) => body);
  expect(events.filter(({ type }) => type === 'OwnershipChanged')).toMatchObject([
    { change: 'adopted', services: 2, rules: 1, reason: 'ours now' },
  ]);
});

test('what somebody changes of ours is put right at once, and told', async () => {
  const before = await fleet.ruleset('lb1');
  const repaired = (await drift()).repaired;
  await lb1('nft', 'flush', 'map', 'inet', 'sluice', 'svc4');
  await until(
    'the rules are as they were',
    async () => (await fleet.ruleset('lb1')) === before,
    WAIT,
  );
  await lb1('ip', 'address', 'delete', `${VIP}/32`, 'dev', 'f0');
  await until(
    'the VIP is back',
    async () => (await lb1('ip', '-brief', 'address', 'show', 'dev', 'f0')).includes(`${VIP}/32`),
    WAIT,
  );
  await until(
    'both repairs are counted',
    async () => (await drift()).repaired >= repaired + 3,
    WAIT,
  );
  const told = await until(
    'both repairs are told',
    async () => {
      const bodies = (await fleet.events()).map(({ body }) => body);
      const repairs = bodies.flatMap((body) => (body.type === 'DriftRepaired' ? body.repairs : []));
      return repairs.some((text) => text.includes(`address ${VIP}/32`)) && repairs;
    },
    WAIT,
  );
  expect(told).toContainEqual(expect.stringContaining(`service ${WEB}`));
  expect(await drift()).toMatchObject({ drifted: 0, pending: 0 });
  expect(await shares()).toEqual({ rs1: 2, rs2: 4 });
});

test('what is foreign is listed with its place, and left alone', async () => {
  await loaded(`
    add table ip fw
    add chain ip fw f { type filter hook forward priority 0; policy accept; }
    add rule ip fw f ip daddr 10.98.0.99 drop
    add table ip other
    add chain ip other p { type nat hook prerouting priority -100; policy accept; }
    add rule ip other p ip daddr 10.99.0.9 tcp dport 1 dnat to 10.98.0.21
  `);
  await lb1('ip', 'address', 'add', '10.98.0.101/32', 'dev', 'f0');
  const seen = await drift();
  expect(seen).toMatchObject({ drifted: 0, pending: 0 });
  expect(seen.foreign.map(({ kind, where }) => `${kind} ${where}`)).toEqual([
    'nat table ip other chain p',
    'nat table ip other chain p rule 1',
    'address link f0',
    'filter table ip fw chain f',
  ]);
  const all = await looked<{ nodes: { drift: NodeDrift }[] }>('drift');
  expect(all.nodes).toMatchObject([{ node: 'lb1', drift: { drifted: 0, foreignTotal: 4 } }]);
  expect(await fleet.ruleset('lb1')).toContain('table ip other');
});

test('a director whose agent is away is listed as such', async () => {
  await fleet.lab.stop('agent@lb1');
  const { code, stdout } = await fleet.sluice('drift', '--output', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    nodes: [{ node: 'lb1', cluster: 'old', error: { code: 'E_NODE_SILENT' } }],
  });
  await fleet.lab.start('agent@lb1');
  await until('lb1 answers again', async () => (await drift()).drifted === 0, WAIT);
  expect(await shares()).toEqual({ rs1: 2, rs2: 4 });
});
