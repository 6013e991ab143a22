/** `sluice plan`, `apply` and `delete`: changing the fleet, and looking first. */
import type { Command } from 'commander';
import type { ApplyRequest } from '../../schemas/api.ts';
import { EXIT } from '../exit-codes.ts';
import { applyText, planText } from '../render/changes.ts';
import { type CliWorld, countOption, Session } from '../session.ts';
import { KINDS_HELP, parseNamedTarget } from '../target.ts';
import {
  addNowOption,
  addOverrideOption,
  addPruneOptions,
  addWaitOptions,
  type NowOption,
  nowOf,
  type OverrideOption,
  type PruneOptions,
  pruneOf,
  reasonOption,
  requireWait,
  type WaitOptions,
  waitIfAsked,
} from './change-options.ts';
import { addFilesOption, type FilesOption, filesOf } from './files-option.ts';

interface PlanOptions extends FilesOption, PruneOptions {
  readonly against?: number;
}

type ChangeOptions = OverrideOption & NowOption & WaitOptions;

interface ApplyOptions extends FilesOption, PruneOptions, ChangeOptions {
  readonly reason: string;
  readonly ifRevision?: number;
  readonly dryRun?: boolean;
}

export function registerPlan(program: Command, world: CliWorld): void {
  addPruneOptions(addFilesOption(program.command('plan')))
    .description('show what an apply would change; changes nothing')
    .option('--against <revision>', 'compare with this revision, not with today', countOption)
    .addHelpText(
      'after',
      `
Examples:
  sluice plan -f fleet/
  sluice plan -f fleet/ -o json | jq '.changes[].key'
  sluice plan -f fleet/ || [ $? -eq 2 ] && echo fine
  sluice plan -f fleet/ --against 41
  sluice plan -f fleet/ --prune         # and what of their clusters they no longer have

Ends with 0 when there is nothing to change, 2 when there is, 1 when the files are wrong.`,
    )
    .action(async (paths: string[], options: PlanOptions, command: Command) => {
      const session = new Session(world, command);
      const files = await filesOf(session, options, paths);
      const { against } = options;
      const plan = await session.client().plan({
        files,
        origin: session.origin(''),
        ...(against === undefined ? {} : { against }),
        ...pruneOf(options),
      });
      session.print(plan, (colors) => planText(plan, colors));
      if (plan.changes.length > 0) process.exitCode = EXIT.changes;
    });
}

export function registerApply(program: Command, world: CliWorld): void {
  const command = program.command('apply');
  addWaitOptions(addNowOption(addOverrideOption(addPruneOptions(addFilesOption(command)))))
    .description('make the fleet as the files say: all of them in one change, or none')
    .addOption(reasonOption('why; kept in the history'))
    .option('--if-revision <n>', 'only when the fleet is at this revision', countOption)
    .option('--dry-run', 'the same as plan, but ends with 0 also when there are changes')
    .addHelpText(
      'after',
      `
Examples:
  sluice apply -f fleet/ --reason "new web tier"
  sluice apply services.yaml nodes.yaml
  sluice get vs/web -o yaml | sed 's/weight: 1/weight: 2/' | sluice apply -f -
  sluice apply -f fleet/ --if-revision 41      # refuse when somebody was faster
  sluice apply -f fleet/ --prune --reason "web-2 is gone"
  sluice apply -f fleet/ --wait --timeout 30m  # ends with 1 when it was put back, or takes longer
  sluice apply -f fleet/ --now --reason "incident 4711"

What the files do not name stays as it is, unless --prune. The same files again change nothing.
The author is $SLUICE_ACTOR, else $USER.`,
    )
    .action(async (paths: string[], options: ApplyOptions, command: Command) => {
      const session = new Session(world, command);
      const files = await filesOf(session, options, paths);
      const { reason, ifRevision, dryRun, overrideFreeze } = options;
      requireWait(options);
      const request: ApplyRequest = {
        files,
        origin: session.origin(reason),
        ...(ifRevision === undefined ? {} : { ifRevision }),
        ...(overrideFreeze === undefined ? {} : { overrideFreeze }),
        ...nowOf(options, reason),
        ...pruneOf(options),
      };
      if (dryRun === true) {
        const plan = await session.client().plan(request);
        session.print(plan, (colors) => planText(plan, colors));
        return;
      }
      const reply = await session.client().apply(request);
      session.print(reply, (colors) => applyText(reply, colors));
      await waitIfAsked(session, reply, options);
    });
}

interface DeleteOptions extends OverrideOption, WaitOptions {
  readonly reason: string;
}

export function registerDelete(program: Command, world: CliWorld): void {
  addWaitOptions(addOverrideOption(program.command('delete')))
    .description('take a resource out of the fleet; refused while others name it')
    .argument('<kind/name>')
    .addOption(reasonOption('why; kept in the history'))
    .addHelpText(
      'after',
      `
Examples:
  sluice delete VirtualService/web --reason "moved to the new cluster"
  sluice delete rs/web-3

${KINDS_HELP}`,
    )
    .action(async (text: string, options: DeleteOptions, command: Command) => {
      const session = new Session(world, command);
      const { kind, name } = parseNamedTarget(text);
      requireWait(options);
      const origin = session.origin(options.reason);
      const reply = await session.client().remove(kind, name, origin, options);
      session.print(reply, (colors) => applyText(reply, colors));
      await waitIfAsked(session, reply, options);
    });
}
