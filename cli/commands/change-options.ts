/** Options that all commands share which change the fleet. */
import type { Command } from 'commander';
import { FleetError } from '../../schemas/errors.ts';
import type { Kind } from '../../schemas/resources/resource.ts';
import { parseTarget } from '../target.ts';

export interface OverrideOption {
  readonly overrideFreeze?: boolean;
}

export function addOverrideOption(command: Command): Command {
  return command.option('--override-freeze', 'go on although it is frozen; needs a --reason');
}

export interface PruneOptions {
  readonly prune?: boolean;
  readonly pruneKinds?: readonly Kind[];
}

export function addPruneOptions(command: Command): Command {
  return command
    .option(
      '--prune',
      'also delete what the clusters in the files have and the files do not; no Cluster, no Node',
    )
    .option('--prune-kinds <kinds>', 'prune these kinds instead, for example vs,rs,node', kindsOf);
}

/** What the request says of it; nothing without --prune. Throws E_USAGE. */
export function pruneOf({ prune, pruneKinds }: PruneOptions): { prune?: { kinds?: string[] } } {
  if (prune === true) return { prune: pruneKinds === undefined ? {} : { kinds: [...pruneKinds] } };
  if (pruneKinds === undefined) return {};
  throw new FleetError('E_USAGE', '--prune-kinds says what --prune may take', {
    hint: 'add --prune',
  });
}

/** Kinds with commas between them. Throws E_USAGE. */
function kindsOf(text: string): Kind[] {
  return text.split(',').map((word) => parseTarget(word.trim()).kind);
}
