/** `sluice rollout`: how a generation goes over the directors of a cluster, and what one says to it. */
import { type Command, Option } from 'commander';
import type { RolloutView } from '../../schemas/api.ts';
import type { RolloutAbortMode } from '../../schemas/rollout.ts';
import { EXIT } from '../exit-codes.ts';
import { rolloutLine, rolloutsText, rolloutText } from '../render/rollouts.ts';
import { type CliWorld, Session } from '../session.ts';
import { showRolloutUntilOver } from '../watch-rollout.ts';
import {
  addNowOption,
  addOverrideOption,
  type NowOption,
  nowOf,
  type OverrideOption,
  reasonOption,
} from './change-options.ts';

interface ReasonOption {
  readonly reason: string;
}

const VERBS = {
  pause: 'stand still after what is under way; the lock of the cluster is given back',
  resume: 'go on with one that is paused',
  accept: 'take the wave as good that the gates could not decide on, and go on',
} as const;

export function registerRollout(program: Command, world: CliWorld): void {
  const rollout = program
    .command('rollout')
    .description('changes that go over the directors of a cluster in waves')
    .addHelpText(
      'after',
      `
Examples:
  sluice rollout ls
  sluice rollout status edge --watch
  sluice rollout abort edge --mode revert --reason "the new weights overload rs-3"

A cluster with a RolloutPolicy gets a new generation by waves: a canary, then more and more
directors, each wave watched by gates. "sluice get policy" lists the policies.`,
    );
  registerLs(rollout, world);
  registerStatus(rollout, world);
  for (const [verb, description] of Object.entries(VERBS)) {
    registerVerb(rollout, world, verb as keyof typeof VERBS, description);
  }
  registerAbort(rollout, world);
  registerStart(rollout, world);
}

function registerLs(rollout: Command, world: CliWorld): void {
  rollout
    .command('ls')
    .description(
      'every cluster with a RolloutPolicy: how its rollout stands, and what it waits for',
    )
    .addHelpText('after', '\nExamples:\n  sluice rollout ls\n  sluice rollout ls -o json')
    .action(async (_: unknown, command: Command) => {
      const session = new Session(world, command);
      const rollouts = await session.client().rollouts();
      session.print({ rollouts }, (colors) => rolloutsText(rollouts, world.now(), colors));
    });
}

function registerStatus(rollout: Command, world: CliWorld): void {
  rollout
    .command('status')
    .description('one rollout in full: waves, directors, verdicts, stragglers, why it stands still')
    .argument('<cluster>')
    .option('--watch', 'go on until it is over; over restarts of the server')
    .addHelpText(
      'after',
      `
Examples:
  sluice rollout status edge
  sluice rollout status edge --watch && echo everywhere
  sluice rollout status edge -o json | jq .rollout.blockedBy

--watch ends with 0 when every director is on the newest generation, and with 1 when the rollout was
held, put back, refused or failed. One that is paused or waits for a window is watched on.`,
    )
    .action(async (cluster: string, { watch }: { watch?: boolean }, command: Command) => {
      const session = new Session(world, command);
      if (watch === true) return showRolloutUntilOver(session, cluster);
      const view = await session.client().rollout(cluster);
      session.print(view, (colors) => rolloutText(view, world.now(), colors));
    });
}

function registerVerb(
  rollout: Command,
  world: CliWorld,
  verb: keyof typeof VERBS,
  description: string,
): void {
  withReason(rollout.command(verb))
    .description(description)
    .addHelpText('after', `\nExamples:\n  sluice rollout ${verb} edge --reason "seen the graphs"`)
    .action(async (cluster: string, { reason }: ReasonOption, command: Command) => {
      const session = new Session(world, command);
      const origin = session.origin(reason);
      printTold(session, verb, await session.client().tellRollout(verb, cluster, { origin }));
    });
}

interface AbortOptions extends ReasonOption {
  readonly mode: RolloutAbortMode;
}

function registerAbort(rollout: Command, world: CliWorld): void {
  withReason(rollout.command('abort'))
    .description('end it: put back what it moved, or leave every director where it is')
    .addOption(
      new Option('--mode <mode>', 'revert: every director back; hold: stop where it is')
        .choices(['revert', 'hold'])
        .default('revert'),
    )
    .addHelpText(
      'after',
      `
Examples:
  sluice rollout abort edge --reason "errors on lb1"
  sluice rollout abort edge --mode hold --reason "let us look first"

The spec stays as it is, so the generation waits to be started again, or for a change that mends it
("sluice revert").`,
    )
    .action(async (cluster: string, { mode, reason }: AbortOptions, command: Command) => {
      const session = new Session(world, command);
      const request = { mode, origin: session.origin(reason) };
      printTold(session, 'abort', await session.client().abortRollout(cluster, request));
    });
}

type StartOptions = ReasonOption & OverrideOption & NowOption;

function registerStart(rollout: Command, world: CliWorld): void {
  addNowOption(addOverrideOption(withReason(rollout.command('start'))))
    .description('send the newest generation out again that was put back, aborted or refused')
    .addHelpText(
      'after',
      `
Examples:
  sluice rollout start edge --reason "rs-3 was the cause, and is mended"
  sluice rollout start edge --now --reason "incident 4711"`,
    )
    .action(async (cluster: string, options: StartOptions, command: Command) => {
      const session = new Session(world, command);
      const { reason, overrideFreeze } = options;
      const view = await session.client().startRollout(cluster, {
        origin: session.origin(reason),
        ...nowOf(options, reason),
        ...(overrideFreeze === undefined ? {} : { overrideFreeze }),
      });
      printTold(session, 'start', view);
    });
}

function withReason(command: Command): Command {
  return command.argument('<cluster>').addOption(reasonOption('why; kept with the rollout'));
}

/** What was said is heard at its next step, so how it stands may still be as before. */
function printTold(session: Session, verb: string, view: RolloutView): void {
  const { cluster } = view;
  session.print(view, () =>
    [
      `${verb}: heard. ${rolloutLine(view, session.world.now())}`,
      `Watch: sluice rollout status ${cluster} --watch`,
    ].join('\n'),
  );
  if (view.unreadable !== undefined) process.exitCode = EXIT.failed;
}
