/** `sluice adopt`: a director that balances by rules of others, looked at, taken over, given back. */
import { type Command, Option } from 'commander';
import { FleetError } from '../../schemas/errors.ts';
import { documentText } from '../export-files.ts';
import { adoptPreviewText, givenBackText, takenOverText } from '../render/adopt.ts';
import { type CliWorld, Session } from '../session.ts';
import { reasonOption } from './change-options.ts';

interface AdoptOptions {
  readonly lip?: readonly string[];
  readonly lipInterface?: string;
  readonly resources?: boolean;
  readonly takeOver?: boolean;
  readonly undo?: boolean;
  readonly fingerprint?: string;
  readonly onlyUnderstood?: boolean;
  readonly reason: string;
}

export function registerAdopt(program: Command, world: CliWorld): void {
  program
    .command('adopt')
    .description('take over what a director balances by rules of others, without touching traffic')
    .argument('<node>')
    .option(
      '--lip <address>',
      'a local address for services that masquerade today; repeatable',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option('--lip-interface <name>', 'the interface that these addresses are for')
    .addOption(
      new Option('--resources', 'print what was found as resources').conflicts([
        'takeOver',
        'undo',
      ]),
    )
    .addOption(
      new Option('--take-over', 'exchange the old rules for ours, no client notices').conflicts(
        'undo',
      ),
    )
    .option('--undo', 'put back the rules that the last take-over removed')
    .option('--fingerprint <digest>', 'take over only the rules that were shown with this one')
    .option('--only-understood', 'leave the rules that are not understood, take over the others')
    .addOption(reasonOption('why; kept in the events'))
    .addHelpText(
      'after',
      `
Examples:
  sluice adopt lb1                                      # looks, changes nothing
  sluice adopt lb1 --lip 10.98.0.101 --lip-interface eth1 --resources > lb1.yaml
  sluice apply -f lb1.yaml --reason "as it is today"    # held back while the old rules serve
  sluice adopt lb1                                      # nothing differs: ready
  sluice adopt lb1 --take-over --reason "over to Sluice"
  sluice adopt lb1 --undo --reason "not yet"

What is not understood for certain is listed with its own text and never guessed at.`,
    )
    .action((node: string, options: AdoptOptions, command: Command) => {
      requireSense(options);
      const session = new Session(world, command);
      if (options.takeOver === true) return takeOver(session, node, options);
      return options.undo === true ? undo(session, node, options) : look(session, node, options);
    });
}

/** Throws E_USAGE. */
function requireSense({ takeOver: isTaken, fingerprint, onlyUnderstood }: AdoptOptions): void {
  if (isTaken === true || (fingerprint === undefined && onlyUnderstood === undefined)) return;
  throw new FleetError('E_USAGE', '--fingerprint and --only-understood are about --take-over', {
    hint: 'add --take-over',
  });
}

async function look(session: Session, node: string, options: AdoptOptions): Promise<void> {
  const { lip = [], lipInterface, resources } = options;
  const preview = await session.client().adoptPreview(node, { lip: [...lip], lipInterface });
  if (resources !== true) {
    session.print(preview, (colors) => adoptPreviewText(preview, colors));
    return;
  }
  for (const { key, why } of preview.leftOut) session.note(`left out: ${key}: ${why}`);
  if (session.format === 'json') session.print(preview.resources, () => '');
  else session.world.stdout.write(preview.resources.map(documentText).join('---\n'));
}

async function takeOver(session: Session, node: string, options: AdoptOptions): Promise<void> {
  const { fingerprint, onlyUnderstood, reason } = options;
  const reply = await session.client().adopt(node, {
    origin: session.origin(reason),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(onlyUnderstood === undefined ? {} : { onlyUnderstood }),
  });
  session.print(reply, (colors) => takenOverText(node, reply, colors));
}

async function undo(session: Session, node: string, { reason }: AdoptOptions): Promise<void> {
  const reply = await session.client().undoAdopt(node, { origin: session.origin(reason) });
  session.print(reply, (colors) => givenBackText(node, reply, colors));
}
