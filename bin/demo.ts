/**
 * `npm run demo`: a lab of its own, the whole story, a summary with measured figures, and nothing
 * left behind, also after Ctrl-C or kill -9 of this process. Exits 1 when a claim did not hold.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { text } from '../lab/demo/acts/serve.ts';
import { playDemo } from '../lab/demo/demo.ts';
import type { DemoReport } from '../lab/demo/report.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { causeChain, FleetError } from '../schemas/errors.ts';

interface Flags {
  readonly keep?: boolean;
  readonly report?: string;
}

const flags = new Command('demo')
  .description('a fleet on one machine, from YAML to packets')
  .option('--keep', 'leave the lab running at the end, to go on by hand')
  .option('--report <file>', 'also write the figures as JSON')
  .addHelpText('after', '\nExamples:\n  npm run demo\n  npm run demo -- --report figures.json')
  .parse()
  .opts<Flags>();

const print = (line: string) => process.stdout.write(`${line}\n`);
const interrupted = new AbortController();
const startedAtMs = performance.now();

let lab: Lab | undefined;
let folder: string | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    print(`\n${signal}: cleaning up`);
    interrupted.abort(new FleetError('E_LAB', `ended by ${signal}`));
    void cleanUp().finally(() => process.exit(130));
  });
}

async function cleanUp(): Promise<void> {
  await lab?.down();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}

/** With `--keep` the lab is an ordinary one, named `demo`; else it dies with this process. */
async function openLab(): Promise<Lab> {
  print('1. A lab comes up: etcd, NATS, Temporal, controller, worker, two directors, two real');
  print('   servers and a client, each in its own network namespace, all in one box');
  if (!flags.keep) folder = await mkdtemp(join(tmpdir(), 'sluice-demo-'));
  return startLab({
    name: flags.keep ? 'demo' : `demo-${process.pid}`,
    ...(folder === undefined ? {} : { dir: folder }),
    lifeline: flags.keep !== true,
    signal: interrupted.signal,
    onProgress: ({ name, state, elapsedMs }) => {
      if (state === 'ready') print(`   ${(elapsedMs / 1000).toFixed(1).padStart(5)} s  ${name}`);
    },
  });
}

function summarise(report: DemoReport): void {
  const { drain, undrain, directorKill, realServerStop } = report;
  const gap = ({ polls, failed, longestGapMs }: DemoReport['undrain']) =>
    `${polls} polls, ${failed} failed, longest gap ${longestGapMs} ms`;
  print('\nMeasured in this run');
  print(`  served           ${text(report.served)} (weights ${text(report.weights)})`);
  print(`  real server stop ${gap(realServerStop)}, seen after ${realServerStop.detectedMs} ms`);
  print(`  drain            ${gap(drain)}`);
  print(`  long-lived       ${drain.longLived.survived ? 'survived' : drain.longLived.error}`);
  print(`  undrain          ${gap(undrain)}`);
  print(`  director killed  ${gap(directorKill)}, bound ${directorKill.boundMs} ms`);
  print(`  in all           ${report.seconds} s`);
}

async function main(): Promise<number> {
  lab = await openLab();
  const { report, claims } = await playDemo(lab, print, startedAtMs);
  summarise(report);
  if (flags.report !== undefined) {
    await writeFile(flags.report, `${JSON.stringify(report, undefined, 2)}\n`);
  }
  const broken = claims.filter(({ holds }) => !holds);
  for (const { text: claim } of broken) print(`NOT SO: ${claim}`);
  print(`\n${claims.length - broken.length} of ${claims.length} claims held`);
  if (flags.keep) {
    print('The lab runs on. Go on by hand:');
    print('  bin/sluice node ls');
    print('  bin/sluice lab start lb1 --name demo     power lb1 on again');
    print('  bin/sluice lab exec --name demo c1 -- curl -s http://10.99.0.100/');
    print('  bin/sluice lab down --name demo');
    return broken.length === 0 ? 0 : 1;
  }
  print('To go on by hand: npm run demo -- --keep, or bin/sluice lab up');
  await cleanUp();
  return broken.length === 0 ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  if (!interrupted.signal.aborted) {
    print(`demo: ${causeChain(error).join(': ')}`);
    if (error instanceof FleetError && error.hint !== '') print(`mend: ${error.hint}`);
    if (lab !== undefined) print(`logs: ${lab.dir}/logs (kept)`);
    await lab?.down();
    process.exit(1);
  }
}
