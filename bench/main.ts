/** `npm run bench -- NAME`: the measurements of this project, each in a folder of its own. */
import { Command, CommanderError } from 'commander';
import { causeChain, FleetError } from '../schemas/errors.ts';
import { dialectsCommand } from './dialects/command.ts';
import { storeCommand } from './store/command.ts';
import { weightChangeCommand } from './weight-change/command.ts';

/** Of sysexits.h(3): wrong usage. */
const EXIT_USAGE = 64;

const program = new Command('bench')
  .description('measures this checkout on this machine; figures of two runs do not compare')
  .exitOverride()
  .configureOutput({ outputError: () => undefined })
  .addHelpText('after', '\nExample:\n  npm run bench -- weight-change --report figures.json');
program.addCommand(weightChangeCommand().copyInheritedSettings(program));
program.addCommand(storeCommand().copyInheritedSettings(program));
program.addCommand(dialectsCommand().copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** Says it to a person; the exit code. */
function explain(error: unknown): number {
  if (error instanceof FleetError) {
    process.stderr.write(`${error.code}: ${causeChain(error).join(': ')}\n${error.hint}\n`);
    return 1;
  }
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) return 0;
  const known = program.commands.map((command) => command.name()).join(', ');
  if (error.code !== 'commander.help') {
    process.stderr.write(`${error.message.replace(/^error: /, '')}\nbenches: ${known}\n`);
  }
  return EXIT_USAGE;
}
