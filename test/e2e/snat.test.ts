/**
 * A SNAT gateway on a real fleet, from its file to the packets: hosts inside reach a host outside by
 * the addresses of their zones, in the order of the zones, and go on when the director that
 * translates them is powered off. The hosts inside are the lab's real servers, whose gateway is the
 * address that VRRP carries on the inner network.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { masters } from '../../lab/demo/fleet-facts.ts';
import type { FlowLine } from '../../lab/traffic/long-lived.ts';
import type { Connection } from '../../schemas/dataplane.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { ROOT, START_MS, showLogsOnFailure, WAIT_MS, withFleet } from './fleet.ts';

const fleet = withFleet('snat');
const folder = tempDir('snat');
const children: ChildProcess[] = [];
const WAIT = { timeoutMs: WAIT_MS, everyMs: 100 };

const OUTSIDE = '10.99.0.10';
const PORT = 9_100;
const FIRST = ['10.99.0.201', '10.99.0.202'];
const SERVERS = ['10.99.0.203', '10.99.0.204'];
/** On rs2, in no zone: `servers` ends with .31. */
const UNLISTED = '10.98.0.77';

async function run(machine: string, ...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await fleet.lab.exec(machine, argv);
  if (code !== 0) throw new Error(`${machine}: ${argv.join(' ')}: ${stderr}`);
  return stdout;
}

/** A program of its own until the tests end; resolves with its first line. */
async function start(machine: string, ...argv: string[]) {
  const child = fleet.lab.spawn(machine, argv);
  children.push(child);
  if (child.stdout === null || child.stdin === null) throw new Error('no pipes');
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  await once(reader, 'line');
  const ended = once(child, 'close');
  const stop = async () => {
    child.stdin?.end();
    await ended;
    return lines;
  };
  return { lines, stop };
}

/** As whom the host outside sees a new connection of this host inside. */
async function seenAs(host: string): Promise<string> {
  const ask = `exec 3<>/dev/tcp/${OUTSIDE}/${PORT} && head -n 1 <&3`;
  return (await run(host, 'timeout', '20', 'bash', '-c', ask)).trim();
}

async function translated(zone: string, node: string): Promise<readonly Connection[]> {
  const { nodes } = await fleet.api.conns({ zone, node });
  expect(nodes.map(({ error }) => error)).toEqual([undefined]);
  return nodes.flatMap(({ connections }) => connections);
}

beforeAll(async () => {
  const applied = await fleet.sluice('apply', '-f', 'examples/snat', '--reason', 'a way out');
  if (applied.code !== 0) throw new Error(applied.stderr);
  await fleet.ready();
  await run('rs2', 'ip', 'address', 'add', `${UNLISTED}/24`, 'dev', 'bk0');
  await run('rs2', 'ip', 'rule', 'add', 'from', UNLISTED, 'lookup', '98');
  for (const [host, own] of [
    ['rs1', '10.98.0.21'],
    ['rs2', '10.98.0.22'],
  ] as const) {
    // Out by the gateway, though the lab has plugged these hosts into the outside as well.
    const way = ['via', '10.98.0.1', 'dev', 'bk0', 'src', own];
    await run(host, 'ip', 'route', 'add', `${OUTSIDE}/32`, ...way);
  }
  const teller = new URL('address-teller.ts', import.meta.url).pathname;
  await start('c1', process.execPath, teller, String(PORT));
}, START_MS);
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});
beforeEach(() => showLogsOnFailure(fleet, 'agent@lb1', 'agent@lb2', 'controller'));

test('the directors hold the zones, and the master the addresses, on the link they leave by', async () => {
  const held = await until(
    'the master holds every address',
    async () => {
      const text = await run('lb1', 'ip', '-brief', '-4', 'address', 'show', 'dev', 'f0');
      return [...FIRST, ...SERVERS].every((one) => text.includes(`${one}/32`)) && text;
    },
    WAIT,
  );
  expect(held).not.toContain('10.98.0.1/24');
  for (const node of ['lb1', 'lb2']) {
    await until(
      `${node} tries the zones in order`,
      async () => {
        const order = (await fleet.ruleset(node)).match(/comment "out\/\w+"/g) ?? [];
        return order.join() === 'comment "out/first",comment "out/servers"';
      },
      WAIT,
    );
  }
});

test('a host leaves by the addresses of the first zone that it is in', async () => {
  const first = [await seenAs('rs1'), await seenAs('rs1'), await seenAs('rs1')];
  // In turn; rs1 is in `servers` as well, which stands behind.
  expect(new Set(first)).toEqual(new Set(FIRST));
  const second = [await seenAs('rs2'), await seenAs('rs2'), await seenAs('rs2')];
  expect(new Set(second).size).toBe(1);
  expect(SERVERS).toContain(second[0]);
});

test('who is in no zone is forwarded as it is, and counted', async () => {
  const counted = async () => {
    const text = await run('lb1', 'nft', 'list', 'counter', 'inet', 'sluice', 'unmatched');
    return Number(/packets (\d+)/.exec(text)?.[1]);
  };
  await run('c1', 'ip', 'route', 'add', `${UNLISTED}/32`, 'via', '10.99.0.11');
  const before = await counted();
  const answer = await run('rs2', 'ping', '-c', '1', '-W', '10', '-I', UNLISTED, OUTSIDE);
  expect(answer).toContain('1 received');
  expect(await counted()).toBeGreaterThan(before);
});

test('connections show host, zone, address and destination', async () => {
  await run('rs2', 'ping', '-c', '1', '-W', '10', '-I', '10.98.0.22', OUTSIDE);
  await seenAs('rs2');
  const connections = await translated('out/servers', 'lb1');
  expect(new Set(connections.map(({ protocol }) => protocol))).toEqual(new Set(['icmp', 'tcp']));
  for (const { zone, client, local, vip, realServer, protocol } of connections) {
    expect([zone, client.address, vip.address]).toEqual(['out/servers', '10.98.0.22', OUTSIDE]);
    expect(realServer).toEqual(vip);
    expect(SERVERS).toContain(local.address);
    if (protocol === 'tcp') expect([vip.port, local.port >= 10_000]).toEqual([PORT, true]);
    else expect(client.port).toBeGreaterThan(0);
  }
});

test('a changed zone is one op on each director, and is planned as that', async () => {
  const text = await readFile(`${ROOT}examples/snat/gateway.yaml`, 'utf8');
  const dir = await mkdtemp(join(folder, 'gateway-'));
  const change = text.replace('[10.99.0.203, 10.99.0.204]', '[10.99.0.205]');
  await writeFile(join(dir, 'gateway.yaml'), change);
  const { stdout } = await fleet.sluice('plan', '-f', dir);
  expect(stdout).toMatch(/lb1 \(edge\): .*edit vrrp instance, edit zone\)/);
  const applied = await fleet.sluice('apply', '-f', dir, '--reason', 'one address for all');
  expect(applied.code, applied.stderr).toBe(0);
  await fleet.ready();
  await until(
    'new connections have the new address',
    async () => {
      return (await seenAs('rs2')) === '10.99.0.205';
    },
    WAIT,
  );
});

test('a connection through a zone outlives the director that translated it', async () => {
  const flowProgram = `${ROOT}lab/traffic/long-lived.ts`;
  const flow = await start(
    'rs1',
    ...[process.execPath, flowProgram, '--host', OUTSIDE, '--port', String(PORT)],
  );
  const lineOf = (text = '') => JSON.parse(text) as FlowLine;
  const [begun] = flow.lines.map(lineOf);
  if (begun === undefined || !('connected' in begun)) throw new Error('no connection');
  const { server: address, localPort } = begun.connected;
  expect(FIRST).toContain(address);
  const ofFlow = (connections: readonly Connection[]) =>
    connections.find(({ client }) => client.port === localPort);
  await until(
    'lb2 knows the connection and its zone',
    async () => {
      return ofFlow(await translated('out/first', 'lb2'))?.state === 'ESTABLISHED';
    },
    WAIT,
  );

  await fleet.lab.killNode('lb1');
  await fleet.nodes('lb2 is master', (seen) => masters(seen).join() === 'lb2');
  const carried = await until(
    'lb2 carries the connection on',
    async () => {
      const connection = ofFlow(await translated('out/first', 'lb2'));
      return connection !== undefined && connection.packets > 20 && connection;
    },
    WAIT,
  );
  expect(carried).toMatchObject({ zone: 'out/first', local: { address } });
  expect(FIRST).toContain(await seenAs('rs1'));
  expect(await seenAs('rs2')).toBe('10.99.0.205');

  const end = lineOf((await flow.stop()).at(-1));
  expect(end).toMatchObject({ summary: { survived: true, server: address } });
});
