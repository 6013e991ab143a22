/** `sluice store`: the keeping of the fleet's own memory. */
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import { verdictText } from '../render/verdicts.ts';
import { type CliWorld, Session } from '../session.ts';

/** The group, for others to add their commands to. */
export function registerStore(program: Command, world: CliWorld): Command {
  const store = program
    .command('store')
    .description('what is kept in etcd: prove it')
    .addHelpText('after', '\nExamples:\n  sluice store verify');
  store
    .command('verify')
    .description('prove the hash chain of every log; ends with 1 when one is broken')
    .addHelpText(
      'after',
      `
Examples:
  sluice store verify
  sluice store verify -o json | jq 'select(.ok | not)'

Of a broken log it says the first place: an event that is missing, out of place, or does not follow
the one before it. One line a log.`,
    )
    .action(async (_: unknown, command: Command) => {
      const session = new Session(world, command);
      for await (const verdict of session.client().verifyStore()) {
        session.printItem(verdict, (colors) => verdictText(verdict, colors));
        if (!verdict.ok) process.exitCode = EXIT.failed;
      }
    });
  return store;
}
