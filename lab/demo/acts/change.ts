/** A weight is changed; a real server is stopped and started under load. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { FleetError } from '../../../schemas/errors.ts';
import type { NodeEvent } from '../../../schemas/events.ts';
import type { PollerLine } from '../../traffic/poller.ts';
import { isConverged } from '../fleet-facts.ts';
import type { DemoReport } from '../report.ts';
import { sluiceCommand } from '../sluice-command.ts';
import { type Stage, type Traffic, WEB_URL } from '../stage.ts';
import { matches, text } from './serve.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const STOPPED = { process: 'nginx@rs2', server: 'rs2', endpoint: '10.98.0.22:80' };
const EVENT_MAX_MS = 20_000;
const POLL_EVERY_MS = 20;
/** From the edge of a check until the kernel has it: one round of the agent. */
const ROUND_MAX_MS = 500;

export async function changeWeight(stage: Stage): Promise<void> {
  stage.say('\n4. A weight is changed: rs1 gets 3, rs2 keeps 2');
  const folder = await mkdtemp(join(tmpdir(), 'sluice-demo-'));
  try {
    const before = await readFile(`${root}examples/fullnat/services.yaml`, 'utf8');
    const after = before.replace(/(10\.98\.0\.21, port: 80, weight: )1/, '$13');
    await writeFile(join(folder, 'services.yaml'), after);
    await stage.sluice('apply', '-f', folder, '--reason', 'rs1 is bigger now');
    await stage.fleet('the new generation everywhere', (nodes) => nodes.every(isConverged));
  } finally {
    await rm(folder, { recursive: true });
  }
  const { served } = await stage.burst(50);
  stage.say(`  50 requests: ${text(served)}`);
  stage.claim('traffic follows the new weights exactly', matches(served, { rs1: 3, rs2: 2 }));
}

export async function stopRealServer(stage: Stage): Promise<Pick<DemoReport, 'realServerStop'>> {
  stage.say('\n   rs2 is stopped while the client polls, and started again');
  const events = followEvents(stage);
  try {
    const poller = await stage.traffic<PollerLine>('poller', [
      ...['--url', WEB_URL, '--every-ms', String(POLL_EVERY_MS), '--timeout-ms', '2000'],
    ]);
    const report = await stopUnderLoad(stage, events, poller);
    const startedAtMs = Date.now();
    await stage.lab.start(STOPPED.process);
    await events.edge('up', startedAtMs);
    await stage.fleet('rs2 back in the kernel', (nodes) => nodes.every(isConverged));
    const { served, failed } = await burstUntilServed(stage);
    stage.say(`  started again: ${text(served)}`);
    stage.claim('rs2 serves again', failed === 0 && (served[STOPPED.server] ?? 0) > 0);
    return { realServerStop: report };
  } finally {
    events.stop();
  }
}

async function stopUnderLoad(
  stage: Stage,
  events: ReturnType<typeof followEvents>,
  poller: Traffic<PollerLine>,
): Promise<DemoReport['realServerStop']> {
  const stoppedAtMs = Date.now();
  await stage.lab.stop(STOPPED.process);
  const edge = await events.edge('down', stoppedAtMs);
  const detectedMs = edge.timeMs - stoppedAtMs;
  stage.say(`  seen down after ${detectedMs} ms: ${describe(edge)}`);
  await delay(ROUND_MAX_MS);
  const { served, failed } = await stage.burst(30);
  stage.claim('all traffic goes to rs1', failed === 0 && served['rs1'] === 30);
  const lines = await poller.stop();
  const polls = lines.flatMap((line) => ('poll' in line ? [line.poll] : []));
  const summary = lines.flatMap((line) => ('summary' in line ? [line.summary] : [])).at(-1);
  if (summary === undefined) throw new FleetError('E_LAB', 'the poller gave no summary');
  const until = edge.timeMs + ROUND_MAX_MS;
  const astray = polls.filter(({ ok, at }) => !ok && (at < stoppedAtMs - 2_000 || at > until));
  const { polls: count, failed: lost, longestGapMs } = summary;
  stage.say(`  ${count} polls, ${lost} sent to rs2 before the check saw it down`);
  stage.claim('no poll failed but those sent to the stopped server', astray.length === 0);
  return { polls: count, failed: lost, longestGapMs, detectedMs };
}

/** The agent's next round gives rs2 its slots back; an edge alone is not yet the kernel. */
async function burstUntilServed(stage: Stage) {
  const deadline = performance.now() + EVENT_MAX_MS;
  for (;;) {
    const summary = await stage.burst(10);
    if ((summary.served[STOPPED.server] ?? 0) > 0 || performance.now() > deadline) return summary;
  }
}

/** `sluice events --follow`, as a person would have it open in another terminal. */
function followEvents(stage: Stage) {
  // The newest come first, so what happens while the program starts is not taken for past.
  const argv = [
    'events',
    '--follow',
    '--limit',
    '50',
    '--type',
    'HealthChanged',
    '--output',
    'json',
  ];
  const child: ChildProcess = spawn(...sluiceCommand(argv), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SLUICE_API: `unix:${stage.lab.apiSocket}` },
  });
  if (child.stdout === null) throw new Error('no pipe');
  const seen: NodeEvent[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => seen.push(JSON.parse(line)));
  const edge = async (to: 'up' | 'down', sinceMs: number): Promise<NodeEvent> => {
    const deadline = performance.now() + EVENT_MAX_MS;
    for (;;) {
      const found = seen.find(
        ({ node, timeMs, body }) =>
          node === 'lb1' &&
          timeMs >= sinceMs &&
          body.type === 'HealthChanged' &&
          body.to === to &&
          body.realServer === STOPPED.endpoint,
      );
      if (found !== undefined) return found;
      if (performance.now() > deadline) {
        throw new FleetError('E_LAB', `no event says that rs2 is ${to}`);
      }
      await delay(20);
    }
  };
  return { edge, stop: () => child.kill('SIGTERM') };
}

function describe({ node, body }: NodeEvent): string {
  if (body.type !== 'HealthChanged') return body.type;
  return `${node}: ${body.realServer} of ${body.name} ${body.from} -> ${body.to} (${body.reason})`;
}
