/**
 * The store alone on an etcd of its own: append, propagation, the cost of one change among ten to
 * 10,000 services, and the room that 100,000 events take. Leaves nothing behind.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { Command, InvalidArgumentError } from 'commander';
import { type EtcdServer, startEtcd } from '../../lab/servers/etcd.ts';
import type { Store } from '../../store/contract.ts';
import { openStore } from '../../store/etcd-store.ts';
import { percentile } from '../weight-change/percentile.ts';
import type { Traffic } from './meter.ts';
import { measureOneChange, type OneChange } from './one-change.ts';
import { measurePropagation, type Propagation } from './propagation.ts';
import { measureQuota, type QuotaReport } from './quota.ts';
import { Writer } from './writer.ts';

interface Flags {
  readonly quick: boolean;
  readonly minutes: number;
  readonly report?: string;
}

interface StoreReport {
  readonly bench: 'store';
  readonly append: { readonly commits: number; readonly p50Ms: number; readonly p99Ms: number };
  readonly propagation: readonly Propagation[];
  readonly oneChange: readonly OneChange[];
  readonly quota: QuotaReport;
}

const SIZES = [10, 1_000, 10_000];
const COMMITS = 500;
const EVENTS = 100_000;
const EVENTS_QUICK = 5_000;
/** A loaded machine must not hold the bench up for ever. */
const MINUTES = 8;
const MINUTES_MAX = 120;
/** Written side by side: etcd then syncs its disk once for several. */
const LOGS = 8;

export function storeCommand(): Command {
  return new Command('store')
    .description('etcd as Sluice uses it: append, propagation, cost of one change, room')
    .option('--quick', `${EVENTS_QUICK} events, not ${EVENTS}, which take minutes`, false)
    .option('--minutes <n>', 'the longest that writing events may take', minutes, MINUTES)
    .option('--report <file>', 'also write the figures as JSON')
    .action((flags: Flags) => run(flags));
}

function minutes(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= MINUTES_MAX) return value;
  throw new InvalidArgumentError(`use a number up to ${MINUTES_MAX}`);
}

const print = (line: string) => process.stdout.write(`${line}\n`);

async function run({ quick, minutes: longest, report: file }: Flags): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'sluice-bench-store-'));
  let etcd: EtcdServer | undefined;
  const cleanUp = async () => {
    await etcd?.stop();
    await rm(dir, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
  }
  try {
    etcd = await startEtcd({ dir });
    const report = await measureAll(etcd.endpoint, quick, longest * 60_000);
    print(renderReport(report));
    if (file !== undefined) await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`);
  } finally {
    await cleanUp();
  }
}

async function measureAll(
  endpoint: string,
  quick: boolean,
  timeMaxMs: number,
): Promise<StoreReport> {
  const opened: Store[] = [];
  const open = async (cell: string) => {
    const store = await openStore({ endpoints: [endpoint], cell });
    opened.push(store);
    return store;
  };
  try {
    const propagation: Propagation[] = [];
    for (const agents of [100, 2_000]) {
      print(`A changed weight goes to ${agents} agents`);
      const openAgent = () => openStore({ endpoints: [endpoint], cell: `agents-${agents}` });
      propagation.push(await measurePropagation(openAgent, agents));
    }
    const store = await open('services');
    const agent = await open('services');
    const writer = new Writer(store, ['n0']);
    const oneChange: OneChange[] = [];
    let append: StoreReport['append'] | undefined;
    let made = 0;
    for (const services of SIZES) {
      print(`One changed weight among ${services} services`);
      await writer.create(made, services);
      made = services;
      oneChange.push(await measureOneChange(endpoint, agent, writer, services));
      if (services === 1_000) append = await measureAppend(writer, services);
    }
    const events = quick ? EVENTS_QUICK : EVENTS;
    print(`${made} services, ${events} events`);
    const stores = [store];
    const writers = [writer];
    for (let log = 1; log < LOGS; log++) {
      const beside = await open(`beside-${log}`);
      const other = new Writer(beside, ['n0']);
      await other.create(0, 100);
      stores.push(beside);
      writers.push(other);
    }
    const quota = await measureQuota(stores, writers, made, events, timeMaxMs, print);
    if (append === undefined) throw new Error('append is measured at 1,000 services');
    return { bench: 'store', append, propagation, oneChange, quota };
  } finally {
    await Promise.all(opened.map((store) => store.close()));
  }
}

/** One event after another, each with its folded spec: what an apply waits for. */
async function measureAppend(writer: Writer, services: number): Promise<StoreReport['append']> {
  const samples: number[] = [];
  for (let i = 0; i < COMMITS; i++) {
    const startedAt = performance.now();
    await writer.changeWeight((i * 13) % services);
    samples.push(performance.now() - startedAt);
  }
  return { commits: COMMITS, p50Ms: percentile(samples, 50), p99Ms: percentile(samples, 99) };
}

function renderReport({ append, propagation, oneChange, quota }: StoreReport): string {
  const table = new Table({
    head: ['services', 'write', 'an agent reads', 'whole rewrite', 'rewrite / write'],
    style: { head: [], border: [] },
  });
  for (const { services, write, read, naive } of oneChange) {
    const ratio = `${(naive.receivedBytes / write.receivedBytes).toFixed(1)} x`;
    const naiveText = traffic(naive, naive.receivedBytes);
    const readText = traffic(read, read.sentBytes);
    table.push([services, traffic(write, write.receivedBytes), readText, naiveText, ratio]);
  }
  const mib = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MiB`;
  return [
    `append: p50 ${append.p50Ms} ms, p99 ${append.p99Ms} ms (${append.commits} commits)`,
    ...propagation.map(
      ({ agents, p50Ms, p99Ms, lastMs }) =>
        `${agents} agents have a published change after p50 ${p50Ms} ms, p99 ${p99Ms} ms, ` +
        `the last ${lastMs} ms`,
    ),
    'one weight change: requests, bytes over the wire',
    table.toString(),
    `${quota.services} services, ${quota.events} events in ${quota.logs} logs (${quota.seconds} s): ` +
      (quota.events < quota.eventsWanted ? `stopped before ${quota.eventsWanted}: ` : '') +
      `${mib(quota.writtenBytes)} as written (${percent(quota.writtenShareOfQuota)} of 2 GiB), ` +
      `${mib(quota.keptBytes)} after sweep, compaction and defragmentation ` +
      `(${percent(quota.keptShareOfQuota)})`,
  ].join('\n');
}

const traffic = ({ requests }: Traffic, bytes: number) => `${requests} / ${bytes} B`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
