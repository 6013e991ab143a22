import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createSluiceProgram } from '../../bin/sluice-program.ts';
import { EXIT, EXIT_CODES_HELP } from '../../cli/exit-codes.ts';
import { manualOf } from './manual.ts';
import { worldOf } from './run-cli.ts';

const manual = fileURLToPath(new URL('../../docs/cli.md', import.meta.url));

test('docs/cli.md says of every command, option and exit code what the program says', async () => {
  const program = createSluiceProgram(worldOf({}));
  await expect(manualOf(program)).toMatchFileSnapshot(manual);
});

test('the table of exit codes has every code that a command ends with', () => {
  const said = [...EXIT_CODES_HELP.matchAll(/^ {2}(\d+) /gm)].map(([, code]) => Number(code));
  expect(said.sort()).toEqual(Object.values(EXIT).sort());
});
