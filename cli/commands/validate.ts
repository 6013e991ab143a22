/** `sluice validate`: what is wrong with files, without changing anything. */
import type { Command } from 'commander';
import { EMPTY_SPEC } from '../../schemas/spec.ts';
import { hasErrors } from '../../schemas/validation/problem.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import { ApiRefusal } from '../api-refusal.ts';
import { warningLines } from '../render/problems.ts';
import { counted } from '../render/resources.ts';
import { type CliWorld, Session } from '../session.ts';
import { addFilesOption, type FilesOption, filesOf } from './files-option.ts';

interface Options extends FilesOption {
  readonly offline?: boolean;
}

export function registerValidate(program: Command, world: CliWorld): void {
  addFilesOption(program.command('validate'))
    .description('list every problem of files, together with the fleet as it is stored')
    .option('--offline', 'look at the files alone, as if nothing were stored; needs no server')
    .addHelpText(
      'after',
      `
Examples:
  sluice validate -f fleet/
  sluice validate --offline -f fleet/
  generate-fleet | sluice validate -f -

Problems are listed as FILE:LINE:COLUMN CODE, each with a hint; docs/errors.md has the codes.`,
    )
    .action(async (paths: string[], options: Options, command: Command) => {
      const session = new Session(world, command);
      const files = await filesOf(session, options, paths);
      if (options.offline === true) {
        const { resources, problems } = validateFiles(files, EMPTY_SPEC);
        if (hasErrors(problems)) throw invalid(problems);
        report(session, resources.length, problems);
        return;
      }
      const plan = await session.client().plan({ files, origin: session.origin('') });
      report(session, plan.changes.length + plan.unchanged, plan.warnings);
    });
}

function report(session: Session, count: number, warnings: ApiRefusal['problems']): void {
  session.print({ valid: true, resources: count, problems: warnings }, (colors) =>
    [
      ...warningLines(warnings, colors),
      colors.green(`Valid: ${counted(count, 'resource')}, ${counted(warnings.length, 'warning')}.`),
    ].join('\n'),
  );
}

function invalid(problems: ApiRefusal['problems']): ApiRefusal {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const message = `the input has ${counted(errors, 'error')}`;
  return new ApiRefusal({ code: 'E_INVALID', message, hint: '', problems: [...problems] });
}
