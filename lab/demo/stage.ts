/**
 * The stage of the demo: the lab, the command line as a person would use it, the traffic programs
 * on the client, and the claims. A claim that does not hold is printed as such and makes the demo
 * fail at its end; nothing is claimed that was not measured in this run.
 */
import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { NodeView } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { Lab } from '../lab-api.ts';
import type { PollSummary } from '../traffic/poll-summary.ts';
import type { Trace } from '../traffic/trace.ts';
import { sluiceCommand } from './sluice-command.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

export const CLIENT = 'c1';
export const VIP = '10.99.0.100';
export const WEB_URL = `http://${VIP}/`;

export interface Claim {
  readonly text: string;
  readonly holds: boolean;
}

export interface Stage {
  readonly lab: Lab;
  readonly claims: Claim[];
  say(text: string): void;
  claim(text: string, holds: boolean): void;
  /** Runs `sluice ARGS`, shows the command and what it printed, and returns that. */
  sluice(...args: string[]): Promise<string>;
  /** The same without showing it, parsed from `--output json`. */
  ask<T>(...args: string[]): Promise<T>;
  /** Waits until the fleet is as wanted. @throws FleetError E_LAB in time */
  fleet(what: string, isSo: (nodes: readonly NodeView[]) => boolean): Promise<readonly NodeView[]>;
  /** N requests over connections of their own, counted by real server. */
  burst(requests: number): Promise<PollSummary>;
  trace(requests: number): Promise<Trace[]>;
  /** A program of lab/traffic on the client until `stop`, its JSON lines read as they come. */
  traffic<T>(program: string, args: readonly string[]): Promise<Traffic<T>>;
}

export interface Traffic<T> {
  /** All lines so far. */
  readonly lines: readonly T[];
  /** Ends it and resolves with all its lines. */
  stop(): Promise<readonly T[]>;
}

const FLEET_MAX_MS = 60_000;
const POLL_MS = 100;
const COMMAND_MAX_MS = 120_000;

export function createStage(lab: Lab, print: (line: string) => void): Stage {
  const claims: Claim[] = [];
  const environment = { ...process.env, SLUICE_API: `unix:${lab.apiSocket}` };
  const command = (args: readonly string[]) =>
    run(...sluiceCommand(args), { cwd: root, env: environment, timeout: COMMAND_MAX_MS });
  const ask = async <T>(...args: string[]): Promise<T> =>
    JSON.parse((await command([...args, '--output', 'json'])).stdout) as T;
  const program = (name: string) => [process.execPath, `${root}lab/traffic/${name}.ts`] as const;
  const measure = async <T>(name: string, args: readonly string[]): Promise<T> => {
    const result = await lab.exec(CLIENT, [...program(name), ...args]);
    if (result.code !== 0) throw new FleetError('E_LAB', `${name} failed: ${result.stderr}`);
    return JSON.parse(result.stdout) as T;
  };
  return {
    lab,
    claims,
    say: print,
    claim: (text, holds) => {
      claims.push({ text, holds });
      print(`  ${holds ? 'ok' : 'NOT SO'}: ${text}`);
    },
    sluice: async (...args) => {
      print(`  $ sluice ${args.join(' ')}`);
      const { stdout } = await command(args);
      for (const line of stdout.trimEnd().split('\n')) print(`    ${line}`);
      return stdout;
    },
    ask,
    fleet: (what, isSo) => waitForFleet(ask, what, isSo),
    burst: (requests) =>
      measure('burst', ['--url', WEB_URL, '--requests', String(requests), '--at-once', '1']),
    trace: (requests) => measure('trace', ['--url', WEB_URL, '--requests', String(requests)]),
    traffic: async (name, args) => startTraffic(lab.spawn(CLIENT, [...program(name), ...args])),
  };
}

async function waitForFleet(
  ask: Stage['ask'],
  what: string,
  isSo: (nodes: readonly NodeView[]) => boolean,
): Promise<readonly NodeView[]> {
  const deadline = performance.now() + FLEET_MAX_MS;
  for (;;) {
    const nodes = await ask<NodeView[]>('node', 'ls');
    if (isSo(nodes)) return nodes;
    if (performance.now() > deadline) {
      const seen = JSON.stringify(nodes, undefined, 1);
      throw new FleetError('E_LAB', `waited ${FLEET_MAX_MS / 1000} s for: ${what}; saw ${seen}`);
    }
    await delay(POLL_MS);
  }
}

/** Resolves with its first line: from then on it is under way. */
async function startTraffic<T>(child: ChildProcess): Promise<Traffic<T>> {
  if (child.stdout === null || child.stdin === null || child.stderr === null) {
    throw new Error('no pipes');
  }
  const lines: T[] = [];
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2_000);
  });
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(JSON.parse(line) as T));
  const ended = once(child, 'close');
  await Promise.race([once(reader, 'line'), ended]);
  if (lines.length === 0) throw new FleetError('E_LAB', `traffic did not start: ${complaint}`);
  const stop = async () => {
    child.stdin?.end();
    await ended;
    return lines;
  };
  return { lines, stop };
}
