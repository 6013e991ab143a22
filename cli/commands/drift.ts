/** `sluice drift`: where directors hold something else than they are to hold. */
import type { Command } from 'commander';
import type { DriftSummary } from '../../schemas/drift.ts';
import { FleetError } from '../../schemas/errors.ts';
import { EXIT } from '../exit-codes.ts';
import { fleetDriftText, nodeDriftText } from '../render/drift.ts';
import { type CliWorld, Session } from '../session.ts';

interface DriftOptions {
  readonly cluster?: string;
}

export function registerDrift(program: Command, world: CliWorld): void {
  program
    .command('drift')
    .description('where directors hold something else than Sluice made; asks their kernels now')
    .argument('[node]', 'one director in full: desired, last applied and observed')
    .option('--cluster <name>', 'the directors of this cluster alone')
    .addHelpText(
      'after',
      `
Examples:
  sluice drift
  sluice drift lb1
  sluice drift --cluster edge -o json | jq '.nodes[] | select(.drift.drifted > 0)'

Ends with 0 when everything of Sluice's is as it was made, 2 when somebody changed it, 1 when a
director could not be asked. What is pending (the next round makes it) and what is foreign (not of
Sluice: told, and never touched) do not count.`,
    )
    .action(async (name: string | undefined, { cluster }: DriftOptions, command: Command) => {
      const session = new Session(world, command);
      if (name === undefined) {
        const { nodes } = await session.client().fleetDrift(cluster);
        session.print({ nodes }, (colors) => fleetDriftText(nodes, colors));
        process.exitCode = driftExit(nodes);
        return;
      }
      if (cluster !== undefined) {
        throw new FleetError('E_USAGE', 'one scope at a time: NODE or --cluster NAME');
      }
      const drift = await session.client().nodeDrift(name);
      session.print(drift, (colors) => nodeDriftText(drift, colors));
      if (drift.drifted > 0) process.exitCode = EXIT.changes;
    });
}

/** What is known to be wrong says more than what is not known. */
function driftExit(nodes: readonly DriftSummary[]): number {
  if (nodes.some(({ drift }) => (drift?.drifted ?? 0) > 0)) return EXIT.changes;
  return nodes.some(({ drift }) => drift === undefined) ? EXIT.failed : EXIT.ok;
}
