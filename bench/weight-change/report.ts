/** The figures of one run, as JSON for programs and as a table with ratios for people. */
import Table from 'cli-table3';
import type { Sample } from './measure.ts';
import type { PEERS_COMPARED, PeerFigures } from './peer.ts';
import { percentile } from './percentile.ts';

export type Stage = Exclude<keyof Sample, 'total'>;
export const STAGES: readonly Stage[] = ['api', 'commit', 'publish', 'deliver', 'kernel'];

export interface CaseReport {
  readonly services: number;
  readonly realServersEach: number;
  readonly changes: number;
  readonly applyToKernelMs: { readonly p50: number; readonly p99: number };
  /** p50 of each stage, in milliseconds. */
  readonly stages: Readonly<Record<Stage, number>>;
  readonly loadSeconds: number;
}

export interface BenchReport {
  readonly bench: 'weight-change';
  readonly cases: readonly CaseReport[];
  readonly peer: {
    readonly compared: typeof PEERS_COMPARED;
    readonly cases: readonly (PeerFigures & { readonly services: number })[];
  };
}

export function caseReport(
  size: { services: number; realServersEach: number; loadSeconds: number },
  samples: readonly Sample[],
): CaseReport {
  const of = (stage: keyof Sample) => samples.map((sample) => sample[stage]);
  const stages = STAGES.map((stage) => [stage, percentile(of(stage), 50)]);
  const total = of('total');
  return {
    ...size,
    changes: samples.length,
    applyToKernelMs: { p50: percentile(total, 50), p99: percentile(total, 99) },
    stages: Object.fromEntries(stages) as CaseReport['stages'],
  };
}

/** Smallest fleet first; the last column of each row says how it compares with that one. */
export function renderReport({ cases, peer }: BenchReport): string {
  const [smallest] = cases;
  if (smallest === undefined) return 'nothing was measured';
  const table = new Table({
    head: ['services', 'p50 ms', 'p99 ms', ...STAGES, 'keepalived -t', 'nft -f', 'p50 ratio'],
    style: { head: [], border: [] },
  });
  for (const row of cases) {
    const peers = peer.cases.find(({ services }) => services === row.services);
    const { p50, p99 } = row.applyToKernelMs;
    table.push([
      ...[row.services, p50, p99, ...STAGES.map((stage) => row.stages[stage])],
      ...[peers?.keepalivedParseMs ?? '-', peers?.nftRewriteMs ?? '-'],
      `${(p50 / smallest.applyToKernelMs.p50).toFixed(2)} x`,
    ]);
  }
  const { keepalivedParseMs, nftRewriteMs } = peer.compared;
  const notes = [
    'stages are p50 in ms; api is request to reply, commit + publish + deliver + kernel the whole',
    `keepalived -t: ${keepalivedParseMs}`,
    `nft -f: ${nftRewriteMs}`,
  ];
  return `${table.toString()}\n${notes.join('\n')}`;
}
