/** All commands of `sluice`: the CLI's own and those that other rooms bring. Wiring only. */
import type { Command } from 'commander';
import { readInputFiles } from '../cli/input-files.ts';
import { createProgram } from '../cli/program.ts';
import type { CliWorld } from '../cli/session.ts';
import { registerImportCommand } from '../dialects/import-command.ts';
import { registerLintCommand } from '../dialects/lint-command.ts';
import { registerRenderCommand } from '../dialects/render-command.ts';
import { registerLabCommands } from '../lab/cli.ts';

/** The manual (docs/cli.md) is written from this, so a command that is not here is not in it. */
export function createSluiceProgram(world: CliWorld): Command {
  const program = createProgram(world);
  registerImportCommand(program);
  registerLintCommand(program);
  registerRenderCommand(program, (paths) => readInputFiles(paths, world.stdin));
  registerLabCommands(program);
  return program;
}
