/** Drift: what a director is to hold, was made to hold and holds, side by side where they differ. */
import type { DriftEntry, DriftSummary, NodeDrift } from '../../schemas/drift.ts';
import type { PlanRef } from '../../schemas/names.ts';
import type { Colors } from '../session.ts';
import { table } from './table.ts';

export function fleetDriftText(nodes: readonly DriftSummary[], colors: Colors): string {
  if (nodes.length === 0) return 'No directors.';
  const head = [
    'NODE',
    'CLUSTER',
    'APPLIED',
    'DRIFTED',
    'PENDING',
    'FOREIGN',
    'REPAIRED',
    'PROBLEM',
  ];
  const rows = nodes.map(({ node, cluster, drift, error }) => {
    if (drift === undefined) {
      const why = error === undefined ? '-' : `${error.code} ${error.message}`;
      return [node, cluster, '-', '-', '-', '-', '-', colors.red(why)];
    }
    const { applied, wanted, drifted, pending, foreignTotal, repaired, problem } = drift;
    return [
      ...[node, cluster, `${applied?.generation ?? '-'} / ${wanted?.generation ?? '-'}`],
      drifted === 0 ? '0' : colors.red(String(drifted)),
      ...[pending, foreignTotal, repaired],
      problem === '' ? '-' : colors.red(problem),
    ];
  });
  return table(head, rows, colors);
}

export function nodeDriftText(drift: NodeDrift, colors: Colors): string {
  const { node, cluster, applied, wanted, problem, entries, foreign, repaired } = drift;
  const { drifted, pending, foreignTotal } = drift;
  const isSame = drifted === 0 && pending === 0;
  const unlisted = drifted + pending - entries.length;
  return [
    `${colors.bold(node)} (${cluster}): wanted ${refText(wanted)}, applied ${refText(applied)}`,
    ...(problem === '' ? [] : [colors.red(`  ${problem}`)]),
    ...(repaired === 0 ? [] : [`  repaired since the agent started: ${repaired}`]),
    ...(isSame
      ? ['', colors.green('It holds what it is to hold.')]
      : ['', `${drifted} changed by somebody else, ${pending} still to be made`]),
    ...(entries.length === 0 ? [] : ['', entriesTable(entries, colors)]),
    ...(unlisted > 0 ? [`and ${unlisted} more`] : []),
    ...(foreignTotal === 0
      ? []
      : [
          '',
          colors.bold('Not of Sluice, and left alone:'),
          ...foreign.map(({ kind, where, what }) => `  ${kind.padEnd(7)}  ${where}: ${what}`),
          ...(foreignTotal > foreign.length ? [`  and ${foreignTotal - foreign.length} more`] : []),
        ]),
  ].join('\n');
}

function entriesTable(entries: readonly DriftEntry[], colors: Colors): string {
  const rows = entries.map(({ kind, what, subject, of, desired, applied, observed }) => [
    kind === 'drifted' ? colors.red(kind) : colors.yellow(kind),
    ...[what.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), subject, of || '-'],
    ...[desired || 'absent', applied || 'absent', observed || 'absent'],
  ]);
  return table(
    ['DRIFT', 'WHAT', 'NAME', 'OF', 'DESIRED', 'LAST APPLIED', 'OBSERVED'],
    rows,
    colors,
  );
}

const refText = (ref: PlanRef | undefined) =>
  ref === undefined ? 'nothing' : `generation ${ref.generation}`;
