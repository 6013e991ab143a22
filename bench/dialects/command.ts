/**
 * The foreign dialects: how long reading and linting take at three sizes, beside the keepalived
 * that is installed, and a million texts that no reader may throw at, hang on or print otherwise.
 */

import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { measureReaders } from './figures.ts';
import { checkCase } from './fuzz/check-case.ts';
import { runFuzz } from './fuzz/fuzz.ts';
import { makeCase } from './fuzz/make-case.ts';
import { readSeedFiles } from './fuzz/seed-files.ts';
import { measurePeer } from './peer.ts';
import { type DialectsReport, renderReport } from './report.ts';

interface Flags {
  readonly cases: number;
  readonly seed: number;
  readonly case?: number;
  readonly figures: boolean;
  readonly failures: string;
  readonly report?: string;
}

const CASES = 1_000_000;
const CASES_MAX = 1_000_000_000;
const SEED_MAX = 0xffff_ffff;

export function dialectsCommand(): Command {
  return new Command('dialects')
    .description('reading and linting foreign configurations: time by size, and a fuzz')
    .option('--cases <n>', 'texts to try, 0 for none', whole(CASES_MAX), CASES)
    .option('--seed <n>', 'of the texts; by chance when not given', whole(SEED_MAX), chance())
    .option('--case <n>', 'try this one text of the seed and nothing else', whole(CASES_MAX))
    .option('--no-figures', 'the fuzz alone')
    .option('--failures <folder>', 'where texts that fail are written', tmpdir())
    .option('--report <file>', 'also write the figures as JSON')
    .action((flags: Flags) =>
      flags.case === undefined ? run(flags) : replay(flags.seed, flags.case),
    );
}

function whole(max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= max) return value;
    throw new InvalidArgumentError(`use a whole number up to ${max}`);
  };
}

function chance(): number {
  return Math.floor(Math.random() * SEED_MAX);
}

const print = (line: string) => process.stdout.write(`${line}\n`);

async function run({ cases, seed, figures, failures, report: file }: Flags): Promise<void> {
  const peer = figures ? measurePeer() : undefined;
  const measured: DialectsReport = {
    bench: 'dialects',
    readers: figures ? measureReaders() : [],
    ...(peer === undefined ? {} : { peer }),
  };
  if (figures) print(renderReport(measured));
  let report = measured;
  if (cases > 0) {
    print(`fuzz: ${cases} cases, seed ${seed}`);
    const fuzz = await runFuzz({ seed, cases, folder: failures, print });
    report = { ...measured, fuzz };
    if (fuzz.failures.length > 0) process.exitCode = 1;
  }
  if (file !== undefined) await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`);
}

function replay(seed: number, number: number): void {
  const one = makeCase(seed, number, readSeedFiles());
  print(JSON.stringify(one.text));
  try {
    checkCase(one);
    print('nothing is wrong with it');
  } catch (error) {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
