/** `sluice validate`: what is wrong with files, without changing anything but, with --fix, them. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { FleetError } from '../../schemas/errors.ts';
import type { ApiProblem } from '../api-refusal.ts';
import { EXIT } from '../exit-codes.ts';
import { isAway } from '../http.ts';
import type { InputFile } from '../input-files.ts';
import { type Judge, judgeAlone, judgeByApi, mendFiles, type Verdict } from '../judge-files.ts';
import { counted } from '../render/counted.ts';
import { mendedLine, warningLines } from '../render/problems.ts';
import { rewriteFile } from '../rewrite-file.ts';
import { type CliWorld, Session } from '../session.ts';
import { addFilesOption, type FilesOption, filesOf } from './files-option.ts';

interface Options extends FilesOption {
  readonly offline?: boolean;
  readonly fix?: boolean;
}

export function registerValidate(program: Command, world: CliWorld): void {
  addFilesOption(program.command('validate'))
    .description('list every problem of files, together with the fleet as it is stored')
    .option('--offline', 'look at the files alone, as if nothing were stored; needs no server')
    .option('--fix', 'write the mended files in place of the old ones; of stdin, to stdout')
    .addHelpText(
      'after',
      `
Examples:
  sluice validate -f fleet/
  sluice validate --offline -f fleet/
  sluice validate -f fleet/ --fix            # mends what can be mended without a guess
  generate-fleet | sluice validate -f - --fix > fleet.yaml

Problems are listed as FILE:LINE:COLUMN CODE, each with a hint; docs/errors.md has the codes. Where
nobody said where the API is and none is found, it looks at the files alone and says so.`,
    )
    .action(async (paths: string[], options: Options, command: Command) => {
      const session = new Session(world, command);
      const files = await filesOf(session, options, paths);
      const judge = options.offline === true ? judgeAlone : judgeWhereItCan(session);
      if (options.fix !== true) return report(session, await judge(files), []);
      const isStdin = [...(options.file ?? []), ...paths].includes('-');
      if (isStdin && files.length > 1) {
        throw new FleetError('E_USAGE', '--fix takes files or stdin, not both', {
          hint: 'the mended text of stdin goes to stdout: run it on its own',
        });
      }
      const { files: after, mended, verdict } = await mendFiles(files, judge);
      const isChanged = ({ text }: InputFile, at: number) => text !== files[at]?.text;
      const changed = isStdin ? [] : after.filter(isChanged);
      for (const { name, text } of changed) await rewriteFile(name, text);
      for (const problem of mended) session.note(mendedLine(problem, session.errorColors));
      if (isStdin) return printMended(session, after, verdict);
      report(session, verdict, mended);
    });
}

/** The API, unless nobody said where it is and nobody is there: then the files by themselves. */
function judgeWhereItCan(session: Session): Judge {
  const byApi = judgeByApi(session);
  if (session.isApiSaid) return byApi;
  const { address } = session.client();
  const alone = (): Judge => {
    session.note(`no API at ${address.text}: the files are looked at alone, as with --offline`);
    return judgeAlone;
  };
  // Without a socket there is no server that may be about to come back.
  if ('socketPath' in address && !existsSync(address.socketPath)) return alone();
  let judge = byApi;
  return async (files) => {
    try {
      return await judge(files);
    } catch (error) {
      if (!isAway(error)) throw error;
      judge = alone();
      return judge(files);
    }
  };
}

/** The text for whoever reads stdout; what is still wrong with it for people. */
function printMended(
  session: Session,
  [file]: readonly InputFile[],
  { problems, refusal }: Verdict,
): void {
  session.world.stdout.write(file?.text ?? '');
  if (refusal !== undefined) throw refusal;
  for (const line of warningLines(problems, session.errorColors)) session.note(line);
}

/** For people errors are what the command fails with; for programs they are its result. */
function report(session: Session, verdict: Verdict, mended: readonly ApiProblem[]): void {
  const { resources, problems, refusal } = verdict;
  if (refusal !== undefined && session.format === 'table') throw refusal;
  const value = {
    valid: refusal === undefined,
    ...(resources === undefined ? {} : { resources }),
    problems,
    ...(mended.length === 0 ? {} : { mended }),
  };
  session.print(value, (colors) => {
    const counts = [
      counted(resources ?? 0, 'resource'),
      counted(problems.length, 'warning'),
      ...(mended.length === 0 ? [] : [`${mended.length} mended`]),
    ];
    return [...warningLines(problems, colors), colors.green(`Valid: ${counts.join(', ')}.`)].join(
      '\n',
    );
  });
  if (refusal !== undefined) process.exitCode = EXIT.failed;
}
