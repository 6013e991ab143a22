/**
 * The real fleet under the end-to-end tests: one lab for a test file, with `examples/fullnat`
 * applied and both directors ready before the first test, and the questions that the tests ask it.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, onTestFailed } from 'vitest';
import { parseApiAddress } from '../../cli/api-address.ts';
import { ApiClient } from '../../cli/client.ts';
import { isConverged, isHealthy, masters } from '../../lab/demo/fleet-facts.ts';
import { createStage, type Stage } from '../../lab/demo/stage.ts';
import { startLab } from '../../lab/lab.ts';
import type { Lab } from '../../lab/lab-api.ts';
import type { Poll, PollSummary } from '../../lab/traffic/poll-summary.ts';
import type { PollerLine } from '../../lab/traffic/poller.ts';
import type { NodeView } from '../../schemas/api.ts';
import type { NodeEvent } from '../../schemas/events.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const VIP_URL = 'http://10.99.0.100/';
/** Everything on two shared cores: a start of all parts may take a minute on a bad day. */
export const START_MS = 180_000;
export const WAIT_MS = 60_000;
/** A lost SYN is sent again after one second and after three (RFC 6298); both must fit. */
const POLL_TIMEOUT_MS = 5_000;
export const POLL_EVERY_MS = 20;

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Fleet {
  readonly lab: Lab;
  readonly stage: Stage;
  readonly api: ApiClient;
  /** `bin/sluice ARGS` as a process of its own; a code other than 0 is a result. */
  sluice(...args: string[]): Promise<Said>;
  /** Waits until the directors are as wanted. */
  nodes(what: string, isSo: (nodes: readonly NodeView[]) => boolean): Promise<readonly NodeView[]>;
  /** Both directors converged and healthy, lb1 master, lb2 backup. */
  ready(): Promise<readonly NodeView[]>;
  node(name: string): Promise<NodeView>;
  /** The last 10,000 events, as the API gives them (each once). */
  events(): Promise<NodeEvent[]>;
  /** The rules of a director's kernel, counters left out. */
  ruleset(node: string): Promise<string>;
  /** kill -9, and it stays away until `lab.start`. */
  killAndKeepDown(...processes: string[]): Promise<void>;
  poll(): Promise<{ polls(): readonly Poll[]; stop(): Promise<PollSummary & Polls> }>;
  /** `weights` of the real servers of the service web, as a directory of files to apply. */
  webYaml(weights: Readonly<{ rs1: number; rs2: number }>): string;
}

export interface Polls {
  readonly all: readonly Poll[];
}

export function withFleet(label: string): Fleet {
  return runningFleet(label, async (fleet) => {
    const applied = await fleet.sluice('apply', '-f', 'examples/fullnat', '--reason', 'first');
    if (applied.code !== 0) throw new Error(applied.stderr);
    await fleet.ready();
  });
}

/** A fleet of which nothing is declared: the test does that. */
export function withEmptyFleet(label: string): Fleet {
  return runningFleet(label, async () => {});
}

function runningFleet(label: string, prepare: (fleet: Fleet) => Promise<void>): Fleet {
  const dir = tempDir(`e2e-${label}`);
  let fleet: Fleet | undefined;
  const up = () => {
    if (fleet === undefined) throw new Error('the fleet runs only inside tests and hooks');
    return fleet;
  };
  let lab: Lab | undefined;
  beforeAll(async () => {
    lab = await startLab({ name: `e2e-${label}-${process.pid}`, dir, lifeline: true });
    fleet = openFleet(lab);
    await prepare(fleet);
  }, START_MS);
  afterAll(() => lab?.down(), START_MS);
  return new Proxy({} as Fleet, { get: (_, key) => Reflect.get(up(), key) });
}

function openFleet(lab: Lab): Fleet {
  const stage = createStage(lab, () => {});
  const api = new ApiClient(parseApiAddress(`unix:${lab.apiSocket}`));
  const nodes: Fleet['nodes'] = (what, isSo) =>
    until(
      what,
      async () => {
        const seen = await api.nodes();
        if (isSo(seen)) return seen;
        throw new Error(JSON.stringify(seen));
      },
      { timeoutMs: WAIT_MS, everyMs: 100 },
    );
  return {
    lab,
    stage,
    api,
    nodes,
    sluice: (...args) => sluice(lab, args),
    ready: () =>
      nodes('both directors converged and healthy, lb1 master', (seen) => {
        const isReady = seen.length === 2 && seen.every(isConverged) && seen.every(isHealthy);
        return isReady && masters(seen).join() === 'lb1';
      }),
    node: async (name) => {
      const found = (await api.nodes()).find(({ node }) => node === name);
      if (found === undefined) throw new Error(`no node ${name}`);
      return found;
    },
    events: async () => {
      const events: NodeEvent[] = [];
      for await (const event of api.events({ limit: 10_000 }, false)) events.push(event);
      return events;
    },
    ruleset: async (node) => {
      const { code, stdout, stderr } = await lab.exec(node, ['nft', '-s', 'list', 'ruleset']);
      if (code !== 0) throw new Error(stderr);
      return stdout;
    },
    killAndKeepDown: async (...processes) => {
      for (const name of processes) {
        await lab.kill(name);
        // Within the pause before it would be started again.
        await lab.stop(name);
      }
    },
    poll: () => startPoller(stage),
    webYaml: ({ rs1, rs2 }) => {
      const text = readFileSync(`${ROOT}examples/fullnat/services.yaml`, 'utf8');
      return text
        .replace('10.98.0.21, port: 80, weight: 1', `10.98.0.21, port: 80, weight: ${rs1}`)
        .replace('10.98.0.22, port: 80, weight: 2', `10.98.0.22, port: 80, weight: ${rs2}`);
    },
  };
}

function sluice(lab: Lab, args: readonly string[]): Promise<Said> {
  const env = { ...process.env, SLUICE_API: `unix:${lab.apiSocket}` };
  return new Promise((resolve, reject) => {
    execFile(`${ROOT}bin/sluice`, args, { cwd: ROOT, env }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') return reject(error);
      return resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

async function startPoller(stage: Stage): ReturnType<Fleet['poll']> {
  const traffic = await stage.traffic<PollerLine>('poller', [
    ...['--url', VIP_URL, '--every-ms', `${POLL_EVERY_MS}`, '--timeout-ms', `${POLL_TIMEOUT_MS}`],
  ]);
  const polls = () => traffic.lines.flatMap((line) => ('poll' in line ? [line.poll] : []));
  const stop = async () => {
    const lines = await traffic.stop();
    const [summary] = lines.flatMap((line) => ('summary' in line ? [line.summary] : []));
    if (summary === undefined) throw new Error('the poller gave no summary');
    return { ...summary, all: polls() };
  };
  return { polls, stop };
}

/** Prints the end of these logs when the test that calls it fails. */
export function showLogsOnFailure(fleet: Fleet, ...processes: string[]): void {
  onTestFailed(() => {
    for (const name of processes) {
      const lines = readFileSync(`${fleet.lab.dir}/logs/${name}.log`, 'utf8').split('\n');
      const end = lines.slice(-40).map((line) => line.slice(0, 300));
      console.error(`--- ${name}\n${end.join('\n')}`);
    }
  });
}
