/** `sluice node`: directors, and taking them out of service and back. */
import { type Command, Option } from 'commander';
import type { DrainRequest } from '../../schemas/api.ts';
import { DRAIN_DEADLINE_DEFAULT_MS, type DrainStatus } from '../../schemas/drain.ts';
import { durationText, parseDuration } from '../duration.ts';
import { EXIT } from '../exit-codes.ts';
import { LiveLine } from '../live-line.ts';
import { drainEndText, drainLine, drainText, stepLine } from '../render/drain.ts';
import { nodesText } from '../render/nodes.ts';
import { type CliWorld, Session } from '../session.ts';
import { watchDrain } from '../watch-drain.ts';
import { addOverrideOption, type OverrideOption, reasonOption } from './change-options.ts';

interface DrainOptions extends OverrideOption {
  readonly deadline: number;
  readonly onDeadline?: 'accept' | 'abort';
  readonly reason: string;
  readonly wait: boolean;
}

export function registerNode(program: Command, world: CliWorld): void {
  const node = program
    .command('node')
    .description('directors: list them, take them out of service and back')
    .addHelpText(
      'after',
      `
Examples:
  sluice node ls
  sluice node drain lb1 --reason "new kernel"
  sluice node undrain lb1`,
    );
  node
    .command('ls')
    .description('all directors, and how each of them is')
    .addHelpText('after', '\nExamples:\n  sluice node ls\n  sluice node ls -o json')
    .action(async (_: unknown, command: Command) => {
      const session = new Session(world, command);
      const nodes = await session.client().nodes();
      session.print(nodes, (colors) => nodesText(nodes, colors));
    });
  registerDrain(node, world);
  registerUndrain(node, world);
  registerDrainStatus(node, world);
  registerCancel(node, world);
}

function registerDrain(node: Command, world: CliWorld): void {
  addOverrideOption(withDrainOptions(node.command('drain')))
    .description('move mastership to a peer, let connections end or move, keep it out of service')
    .addOption(
      new Option('--on-deadline <what>', 'when connections remain: accept their loss, or undo')
        .choices(['accept', 'abort'])
        .default('abort'),
    )
    .addHelpText(
      'after',
      `
Examples:
  sluice node drain lb1 --reason "new kernel"
  sluice node drain lb1 --deadline 10m --on-deadline accept
  sluice node drain lb1 --no-wait && sluice node drain-status lb1

Waits until it has ended and shows where it is. Ctrl-C leaves it running. A drained director stays
drained, also after a reboot, until "sluice node undrain".`,
    )
    .action((name: string, options: DrainOptions, command: Command) =>
      runDrain(new Session(world, command), 'drain', name, options),
    );
}

function registerUndrain(node: Command, world: CliWorld): void {
  withDrainOptions(node.command('undrain'))
    .description('put a drained director back into service')
    .addHelpText(
      'after',
      '\nExamples:\n  sluice node undrain lb1\n  sluice node undrain lb1 --no-wait',
    )
    .action((name: string, options: DrainOptions, command: Command) =>
      runDrain(new Session(world, command), 'undrain', name, options),
    );
}

function registerDrainStatus(node: Command, world: CliWorld): void {
  node
    .command('drain-status')
    .description('the newest drain or undrain of a director: phase, blocker, steps')
    .argument('<node>')
    .option('--follow', 'go on until it has ended')
    .addHelpText(
      'after',
      '\nExamples:\n  sluice node drain-status lb1\n  sluice node drain-status lb1 --follow',
    )
    .action(async (name: string, { follow }: { follow?: boolean }, command: Command) => {
      const session = new Session(world, command);
      if (follow === true) return showUntilEnded(session, 'drain', name);
      const { workflowId, status } = await session.client().drainStatus(name);
      session.print({ workflowId, status }, (colors) => drainText(status, world.now(), colors));
    });
}

function registerCancel(node: Command, world: CliWorld): void {
  node
    .command('cancel')
    .description('stop a drain or undrain; the director goes back to where it was')
    .argument('<node>')
    .addHelpText('after', '\nExamples:\n  sluice node cancel lb1')
    .action(async (name: string, _: unknown, command: Command) => {
      const session = new Session(world, command);
      await session.client().cancelDrain(name);
      session.print(
        { node: name, cancelled: true },
        () => `asked to go back; watch with "sluice node drain-status ${name} --follow"`,
      );
    });
}

function withDrainOptions(command: Command): Command {
  return command
    .argument('<node>')
    .addOption(
      new Option('--deadline <time>', 'how long it may take, for example 90s, 5m, 1h')
        .argParser(parseDuration)
        .default(DRAIN_DEADLINE_DEFAULT_MS, durationText(DRAIN_DEADLINE_DEFAULT_MS)),
    )
    .addOption(reasonOption('why; kept in the history'))
    .option('--no-wait', 'return at once and let it go on');
}

async function runDrain(
  session: Session,
  verb: 'drain' | 'undrain',
  node: string,
  { deadline, onDeadline, reason, wait, overrideFreeze }: DrainOptions,
): Promise<void> {
  const request: DrainRequest = {
    origin: session.origin(reason),
    deadlineMs: deadline,
    ...(onDeadline === undefined ? {} : { onDeadline }),
  };
  const started = await session.client().startDrain(verb, node, request, { overrideFreeze });
  if (started.alreadyRunning) session.note(`one of ${node} is running already; watching that`);
  if (wait) return showUntilEnded(session, verb, node);
  session.print(
    started,
    () => `${verb} of ${node} goes on; watch with "sluice node drain-status ${node} --follow"`,
  );
}

/** Steps as they come, the present line in place on a terminal; then how it ended. */
async function showUntilEnded(session: Session, verb: string, node: string): Promise<void> {
  const { world, colors, signal } = session;
  const live = new LiveLine(session);
  let shownSteps = 0;
  const onStatus = (status: DrainStatus) => {
    live.clear();
    for (const step of status.steps.slice(shownSteps)) session.note(stepLine(step));
    shownSteps = status.steps.length;
    live.show(drainLine(status, world.now()));
  };
  const onAway = () => {
    live.clear();
    session.note(colors.dim('-- the server went away; the work goes on, waiting for the server'));
  };
  const last = await watchDrain(session.client(), node, { onStatus, onAway, signal });
  live.clear();
  if (last === undefined) {
    session.note(`${verb} of ${node} goes on. Watch: sluice node drain-status ${node} --follow`);
    session.note(`Take it back: sluice node cancel ${node}`);
    process.exitCode = EXIT.interrupted;
    return;
  }
  session.print(last, () => drainEndText(last, colors));
  if (last.phase !== 'done') process.exitCode = EXIT.failed;
}
