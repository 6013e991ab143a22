/** The command tree. What it does in the world comes in as `CliWorld`. */
import { Command, Option } from 'commander';
import { registerAdopt } from './commands/adopt.ts';
import { registerApply, registerDelete, registerPlan } from './commands/apply.ts';
import { registerDrift } from './commands/drift.ts';
import { registerExport } from './commands/export.ts';
import { registerLock, registerUnlock } from './commands/lock.ts';
import { registerDescribe, registerGet, registerHistory } from './commands/look.ts';
import { registerBlame, registerDiff, registerShow } from './commands/look-back.ts';
import { registerNode } from './commands/node.ts';
import { registerRevert } from './commands/revert.ts';
import { registerRollout } from './commands/rollout.ts';
import { registerStore } from './commands/store.ts';
import { registerValidate } from './commands/validate.ts';
import { registerConns, registerEvents, registerHealth, registerStatus } from './commands/watch.ts';
import { EXIT_CODES_HELP } from './exit-codes.ts';
import type { CliWorld } from './session.ts';

const HELP = `
Examples:
  sluice lab up                                    a fleet to play with, on this machine
  sluice apply -f examples/fullnat --reason "first service"
  sluice status
  sluice events --follow
  sluice node drain lb1 --reason "new kernel"
  sluice COMMAND --help                            examples of each command

The API is found by --api, $SLUICE_API, $XDG_RUNTIME_DIR/sluice/api.sock, /run/sluice/api.sock, or
it is that of the only lab that is up. $SLUICE_ACTOR, else $USER, is the author of changes.

${EXIT_CODES_HELP}`;

type Register = (program: Command, world: CliWorld) => unknown;

/** In the order in which a newcomer needs them. */
const GROUPS: readonly (readonly [string, readonly Register[]])[] = [
  ['Declare and change', [registerValidate, registerPlan, registerApply, registerDelete]],
  [
    'See what is declared, and what runs',
    [
      ...[registerGet, registerDescribe, registerStatus, registerEvents, registerConns],
      ...[registerDrift, registerHealth],
    ],
  ],
  [
    'Look back, and go back',
    [registerHistory, registerShow, registerDiff, registerBlame, registerRevert, registerExport],
  ],
  [
    'Carry out and maintain',
    [
      ...[registerRollout, registerNode, registerAdopt, registerLock, registerUnlock],
      registerStore,
    ],
  ],
];

/** Without the lab's commands, which are another room's to add. */
export function createProgram(world: CliWorld): Command {
  const program = new Command('sluice')
    .description('Runs fleets of layer-4 load balancers: declare, change, maintain and see them.')
    .version(world.version)
    .option('--api <where>', 'unix:/path/to/api.sock or http://host:port')
    .addOption(
      new Option('-o, --output <format>', 'for people, or for programs')
        .choices(['table', 'json', 'yaml'])
        .default('table'),
    )
    .option('--no-color', 'no colours; there are none either when the output is not a terminal')
    .showHelpAfterError('(--help shows how)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
    })
    .addHelpText('after', HELP);
  for (const [group, registrations] of GROUPS) {
    program.commandsGroup(`${group}:`);
    for (const register of registrations) register(program, world);
  }
  // What other rooms bring.
  program.commandsGroup('Files of other systems, and fleets to play with:');
  return program;
}
