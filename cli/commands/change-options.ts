/** Options that all commands share which change the fleet. */
import { type Command, Option } from 'commander';
import type { ApplyReply } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { Kind } from '../../schemas/resources/resource.ts';
import { parseDuration } from '../duration.ts';
import type { Session } from '../session.ts';
import { parseTarget } from '../target.ts';
import { waitUntilApplied } from '../wait-applied.ts';

export interface OverrideOption {
  readonly overrideFreeze?: boolean;
}

export function addOverrideOption(command: Command): Command {
  return command.option('--override-freeze', 'go on although it is frozen; needs a --reason');
}

/** `help`: what becomes of it. Without one it is the empty text. */
export function reasonOption(help: string): Option {
  return new Option('--reason <text>', help).default('', 'none');
}

export interface NowOption {
  readonly now?: boolean;
}

export function addNowOption(command: Command): Command {
  return command.option('--now', 'an emergency: past windows, waves and gates; needs a --reason');
}

/** Of an emergency people will want to know why. Throws E_USAGE. */
export function nowOf({ now }: NowOption, reason: string): { now?: boolean } {
  if (now !== true) return {};
  if (reason.trim() !== '') return { now };
  throw new FleetError('E_USAGE', '--now needs a reason', { hint: 'add --reason TEXT' });
}

export interface WaitOptions {
  readonly wait?: boolean;
  readonly timeout?: number;
}

export function addWaitOptions(command: Command): Command {
  return command
    .option('--wait', 'return when every director that changes runs it, or the rollout has ended')
    .option('--timeout <time>', 'how long --wait may take, for example 5m', parseDuration);
}

/** Before anything is changed. Throws E_USAGE. */
export function requireWait({ wait, timeout }: WaitOptions): void {
  if (timeout === undefined || wait === true) return;
  throw new FleetError('E_USAGE', '--timeout says how long --wait may take', {
    hint: 'add --wait',
  });
}

export async function waitIfAsked(
  session: Session,
  reply: ApplyReply,
  { wait, timeout }: WaitOptions,
): Promise<void> {
  if (wait === true && reply.changed) await waitUntilApplied(session, reply, timeout);
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
