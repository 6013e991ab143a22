import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { createSluiceProgram } from '../../bin/sluice-program.ts';
import { EXIT, EXIT_CODES_HELP } from '../../cli/exit-codes.ts';
import { createProgram } from '../../cli/program.ts';
import { manualOf } from './manual.ts';
import { runCli, worldOf } from './run-cli.ts';

const manual = fileURLToPath(new URL('../../docs/cli.md', import.meta.url));

test('docs/cli.md says of every command, option and exit code what the program says', async () => {
  const program = createSluiceProgram(worldOf({}));
  await expect(manualOf(program)).toMatchFileSnapshot(manual);
});

const wordsOf = (command: Command): string[] =>
  command.parent === null ? [] : [...wordsOf(command.parent), command.name()];
const allBelow = (command: Command): Command[] =>
  command.commands.flatMap((below) => [below, ...allBelow(below)]);

test.each(allBelow(createProgram(worldOf({}))).map((command) => wordsOf(command).join(' ')))(
  'the help of %s has examples, and fits on a terminal',
  async (words) => {
    const { code, stdout } = await runCli([...words.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:\n');
    const long = stdout.split('\n').filter(({ length }) => length > 100);
    expect(long).toEqual([]);
  },
);

test('the table of exit codes has every code that a command ends with', () => {
  const said = [...EXIT_CODES_HELP.matchAll(/^ {2}(\d+) /gm)].map(([, code]) => Number(code));
  expect(said.sort()).toEqual(Object.values(EXIT).sort());
});
