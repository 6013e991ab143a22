/** The fleet is declared and serves: exact shares, LIPs as sources, connections seen whole. */
import { readFile } from 'node:fs/promises';
import { formatEndpoint } from '../../../schemas/address.ts';
import type { ConnsReply } from '../../../schemas/api.ts';
import { nginxFolder } from '../../fleet/processes.ts';
import type { Trace } from '../../traffic/trace.ts';
import { isConverged, isHealthy, masters } from '../fleet-facts.ts';
import type { DemoReport } from '../report.ts';
import { type Stage, VIP } from '../stage.ts';

/** What examples/fullnat declares. */
export const WEIGHTS: Readonly<Record<string, number>> = { rs1: 1, rs2: 2 };
const LIPS_OF: Readonly<Record<string, readonly string[]>> = {
  lb1: ['10.98.0.101', '10.98.0.102'],
  lb2: ['10.98.0.103', '10.98.0.104'],
};

const REQUESTS = 60;
const TRACED = 12;

export async function declare(stage: Stage): Promise<void> {
  stage.say('\n2. The fleet is declared');
  await stage.sluice('apply', '-f', 'examples/fullnat', '--reason', 'first fleet');
  await stage.fleet('both directors converged, one master, real servers up', (nodes) => {
    const [master, ...others] = masters(nodes);
    const ready = nodes.length === 2 && nodes.every(isConverged) && nodes.every(isHealthy);
    return ready && master === 'lb1' && others.length === 0;
  });
  await stage.sluice('node', 'ls');
}

export async function serve(stage: Stage): Promise<Pick<DemoReport, 'served' | 'weights'>> {
  stage.say('\n3. The client reaches the VIP');
  const { served, failed } = await stage.burst(REQUESTS);
  stage.say(`  ${REQUESTS} requests: ${text(served)}; weights ${text(WEIGHTS)}`);
  stage.claim('the replies match the weights exactly', failed === 0 && matches(served, WEIGHTS));
  const traces = await stage.trace(TRACED);
  await showSources(stage, traces);
  await showConnections(stage, traces);
  return { served, weights: WEIGHTS };
}

/** Shares are exact when every server's count is its weight's part of the whole. */
export function matches(
  served: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
): boolean {
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const names = new Set([...Object.keys(served), ...Object.keys(weights)]);
  return [...names].every(
    (name) => (served[name] ?? 0) * sum(weights) === (weights[name] ?? 0) * sum(served),
  );
}

/** The real servers' own logs, not what they answered. */
async function showSources(stage: Stage, traces: readonly Trace[]): Promise<void> {
  const logs = await Promise.all(
    Object.keys(WEIGHTS).map((server) =>
      readFile(`${nginxFolder(stage.lab.dir, server)}/access.log`, 'utf8'),
    ),
  );
  const lines = logs.flatMap((log) => log.split('\n')).map((line) => line.split(' '));
  const logged = new Set(
    lines.map(([, address, port]) => formatEndpoint(address ?? '', Number(port))),
  );
  const lips = new Set(LIPS_OF['lb1']);
  const sources = new Set(traces.map(({ seen }) => seen.slice(0, seen.lastIndexOf(':'))));
  stage.say(`  sources that the real servers logged: ${[...sources].sort().join(', ')}`);
  stage.claim(
    'the real servers log local addresses of lb1 as the source of every request',
    traces.every(({ seen }) => logged.has(seen)) &&
      [...sources].every((source) => lips.has(source)),
  );
}

async function showConnections(stage: Stage, traces: readonly Trace[]): Promise<void> {
  await stage.sluice('conns', '--vip', VIP, '--node', 'lb1', '--limit', '5');
  const { nodes } = await stage.ask<ConnsReply>(
    ...['conns', '--vip', VIP, '--node', 'lb1', '--limit', '5000'],
  );
  const shown = new Set(
    nodes
      .flatMap(({ connections }) => connections)
      .map(({ client, vip, local, realServer }) =>
        [client, vip, local, realServer]
          .map((end) => formatEndpoint(end.address, end.port))
          .join(' '),
      ),
  );
  const path = ({ client, seen, realServer }: Trace) =>
    [client, formatEndpoint(VIP, 80), seen, realServer].join(' ');
  stage.claim(
    `sluice conns shows client, VIP, LIP and real server of all ${traces.length} traced connections`,
    traces.length === TRACED && traces.every((trace) => shown.has(path(trace))),
  );
}

export function text(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
