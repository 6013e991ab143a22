/** `sluice revert`: the fleet as it was, by a new change on top of all others. */
import type { Command } from 'commander';
import { FleetError } from '../../schemas/errors.ts';
import type { RevertRequest } from '../../schemas/history-api.ts';
import { applyText, planText } from '../render/changes.ts';
import { type CliWorld, countOption, Session } from '../session.ts';
import { parseNamedTarget } from '../target.ts';
import {
  addNowOption,
  addOverrideOption,
  addWaitOptions,
  type NowOption,
  nowOf,
  type OverrideOption,
  reasonOption,
  requireWait,
  type WaitOptions,
  waitIfAsked,
} from './change-options.ts';

interface RevertOptions extends OverrideOption, NowOption, WaitOptions {
  readonly only?: readonly string[];
  readonly reason: string;
  readonly ifRevision?: number;
  readonly dryRun?: boolean;
}

export function registerRevert(program: Command, world: CliWorld): void {
  const command = program
    .command('revert')
    .description('make the fleet as it was at a revision; the history stays and grows by one')
    .argument('<revision>', 'as "sluice history" shows it')
    .option(
      '--only <kind/name>',
      'this resource alone; repeatable',
      (text: string, before: readonly string[] = []) => [...before, keyOf(text)],
    )
    .addOption(reasonOption('why; kept in the history, and required'))
    .option('--if-revision <n>', 'only when the fleet is at this revision', countOption)
    .option('--dry-run', 'show what it would change; changes nothing');
  addWaitOptions(addNowOption(addOverrideOption(command)))
    .addHelpText(
      'after',
      `
Examples:
  sluice revert 41 --dry-run
  sluice revert 41 --reason "the new weights overload rs-3"
  sluice revert 41 --only vs/web --reason "only web was wrong"
  sluice revert 41 --now --wait --reason "incident 4711"

What came after the revision is undone: resources made since are deleted, deleted ones come back. A
Freeze stays as it is unless --only names it. What would no longer be accepted today is refused,
with every problem.`,
    )
    .action(async (revision: string, options: RevertOptions, command: Command) => {
      const session = new Session(world, command);
      const { only, reason, ifRevision, dryRun, overrideFreeze } = options;
      requireWait(options);
      const request: RevertRequest = {
        to: revisionOf(revision),
        origin: session.origin(reason),
        ...(only === undefined ? {} : { only: [...only] }),
        ...(ifRevision === undefined ? {} : { ifRevision }),
        ...(overrideFreeze === undefined ? {} : { overrideFreeze }),
        ...nowOf(options, reason),
      };
      if (dryRun === true) {
        const plan = await session.client().planRevert(request);
        session.print(plan, (colors) => planText(plan, colors));
        return;
      }
      if (reason.trim() === '') {
        throw new FleetError('E_USAGE', 'a revert needs a reason', { hint: 'add --reason TEXT' });
      }
      const reply = await session.client().revert(request);
      session.print(reply, (colors) => applyText(reply, colors));
      await waitIfAsked(session, reply, options);
    });
}

/** A point in time names no revision for sure: somebody may be changing things. Throws E_USAGE. */
function revisionOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new FleetError('E_USAGE', `"${text}" is not a revision`, {
    hint: 'write its number; "sluice history" shows them',
  });
}

function keyOf(text: string): string {
  const { kind, name } = parseNamedTarget(text);
  return `${kind}/${name}`;
}
