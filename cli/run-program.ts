/** Runs one command line to its exit code; every fault is printed here, once. */
import { type Command, CommanderError } from 'commander';
import { stringify } from 'yaml';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { errorText, errorValue } from './render/problems.ts';
import { type CliWorld, type Colors, colorsFor, type OutputFormat } from './session.ts';

/** `args` without node and script. Never throws for what a person may do wrong. */
export async function runProgram(
  program: Command,
  args: readonly string[],
  world: CliWorld,
): Promise<number> {
  process.exitCode = undefined;
  try {
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? EXIT.ok);
  } catch (error) {
    if (error instanceof CommanderError) return commanderCode(error);
    if (world.interrupt().aborted) return EXIT.interrupted;
    const { color, output } = program.opts<{ color: boolean; output: OutputFormat }>();
    const colors = colorsFor(world.stderr, world.env, color !== false);
    world.stderr.write(`${errorInFormat(error, output, colors)}\n`);
    return exitCodeOf(error);
  } finally {
    process.exitCode = undefined;
  }
}

/** As the API says it, where a program reads the output. */
function errorInFormat(error: unknown, format: OutputFormat, colors: Colors): string {
  if (format === 'json') return JSON.stringify(errorValue(error), undefined, 2);
  if (format === 'yaml') return stringify(errorValue(error)).trimEnd();
  return errorText(error, colors);
}

/** Help that was asked for and the version are no faults; commander has printed all of them. */
function commanderCode({ code, exitCode }: CommanderError): number {
  if (code === 'commander.helpDisplayed' || code === 'commander.version') return EXIT.ok;
  // commander itself says 1; `import` has a code of its own for a wrong line.
  return exitCode > 1 ? exitCode : exitCode === 0 ? EXIT.ok : EXIT.usage;
}
