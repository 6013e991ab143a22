/**
 * One weight change among many services, from the API call to the kernel, measured on a lab of its
 * own with the real servers and the real processes. Leaves nothing behind, also after Ctrl-C.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { ApiClient } from '../../cli/client.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { defaultTopology } from '../../lab/topology/topology.ts';
import { FleetError } from '../../schemas/errors.ts';
import { REAL_SERVERS_PER_SERVICE, SERVICES_MAX } from './fleet.ts';
import { checkKernel } from './kernel-check.ts';
import { loadFoundation, loadServices } from './load.ts';
import { measureChanges } from './measure.ts';
import { Observations } from './observations.ts';
import { measurePeers, PEERS_COMPARED } from './peer.ts';
import { type BenchReport, type CaseReport, caseReport, renderReport } from './report.ts';

interface Flags {
  readonly services: readonly number[];
  readonly changes: number;
  readonly report?: string;
  readonly peers: boolean;
}

const CHANGES_DEFAULT = 50;
const CHANGES_MAX = 10_000;

export function weightChangeCommand(): Command {
  return new Command('weight-change')
    .description('one weight change, from the API call to the kernel, among 10 to 10,000 services')
    .option('--services <list>', 'sizes of the fleet, comma-separated', sizes, [10, 1_000, 10_000])
    .option('--changes <n>', 'changes to measure at each size', count(CHANGES_MAX), CHANGES_DEFAULT)
    .option('--report <file>', 'also write the figures as JSON')
    .option('--no-peers', 'leave out keepalived -t and nft -f of the whole')
    .action((flags: Flags) => run(flags));
}

function count(max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= max) return value;
    throw new InvalidArgumentError(`use whole numbers from 1 to ${max}`);
  };
}

function sizes(text: string): number[] {
  const list = text.split(',').map(count(SERVICES_MAX));
  return [...new Set(list)].sort((a, b) => a - b);
}

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Of an interrupted program, as shells have it. */
const EXIT_INTERRUPTED = 130;

async function run(flags: Flags): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
  const interrupted = Promise.withResolvers<NodeJS.Signals>();
  const aborted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      print(`\n${signal}: cleaning up`);
      aborted.abort(new FleetError('E_LAB', `ended by ${signal}`));
      interrupted.resolve(signal);
    });
  }
  let starting: Promise<Lab> | undefined;
  const work = async () => {
    print('A lab comes up: etcd, NATS, Temporal, controller and one director');
    starting = startLab({
      name: `bench-${process.pid}`,
      dir: folder,
      lifeline: true,
      parts: ['servers', 'controller', 'agents'],
      topology: defaultTopology({ directors: 1, realServers: 0, clients: 1 }),
      signal: aborted.signal,
    });
    return measureAll(await starting, flags);
  };
  try {
    const report = await Promise.race([work(), interrupted.promise]);
    if (typeof report === 'string') return;
    print(renderReport(report));
    if (flags.report !== undefined) {
      await writeFile(flags.report, `${JSON.stringify(report, undefined, 2)}\n`);
    }
  } finally {
    // One that was interrupted while it started has put itself away.
    const lab = await starting?.catch(() => undefined);
    await lab?.down();
    await rm(folder, { recursive: true, force: true });
    // What was under way when the lab went has nobody left to answer it.
    if (aborted.signal.aborted) process.exit(EXIT_INTERRUPTED);
  }
}

async function measureAll(lab: Lab, flags: Flags): Promise<BenchReport> {
  const api = new ApiClient({ text: lab.apiSocket, socketPath: lab.apiSocket });
  const seen = await Observations.start(lab);
  const cases: CaseReport[] = [];
  const peers: BenchReport['peer']['cases'][number][] = [];
  await loadFoundation(api, seen);
  let loaded = 0;
  for (const services of flags.services) {
    print(`${services} services with ${REAL_SERVERS_PER_SERVICE} real servers each`);
    const startedAtMs = performance.now();
    await loadServices(api, seen, [loaded, services], print);
    const loadSeconds = Math.round((performance.now() - startedAtMs) / 100) / 10;
    loaded = services;
    print(`  loaded in ${loadSeconds} s; ${flags.changes} changes, one at a time`);
    const sizes = { services, changes: flags.changes };
    const { samples, last } = await measureChanges(api, seen, sizes);
    print(`  ${await checkKernel(lab, last)}`);
    const size = { services, realServersEach: REAL_SERVERS_PER_SERVICE, loadSeconds };
    const measured = caseReport(size, samples);
    cases.push(measured);
    print(`  ${JSON.stringify({ ...measured.applyToKernelMs, ...measured.stages })}`);
    if (flags.peers) peers.push({ services, ...(await measurePeers(lab, services)) });
  }
  seen.stop();
  return { bench: 'weight-change', cases, peer: { compared: PEERS_COMPARED, cases: peers } };
}
