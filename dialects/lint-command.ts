/**
 * `sluice lint`: what is wrong in the files of the systems that people come from. Needs no
 * controller; reads what it is named and, with --fix, writes the mended file in its place.
 */
import { rename, stat, writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { stringify } from 'yaml';
import type { Finding } from './finding.ts';
import { FLAVOURS, type Flavour } from './flavour.ts';
import type { LintFile } from './lint/bundle.ts';
import { findingText } from './lint/finding-text.ts';
import { lintFiles } from './lint/lint-files.ts';
import { mendFiles } from './lint/mend-files.ts';
import { readNamed, STDIN } from './named-file.ts';

interface LintFlags {
  readonly dialect: Flavour | 'auto';
  readonly dpvsVersion?: string;
  readonly fix?: boolean;
}

export function registerLintCommand(program: Command): void {
  program
    .command('lint')
    .description('errors in keepalived.conf, ipvsadm saves, dpvs.conf and set-up scripts')
    .argument('<file...>', 'files, or - for stdin; NODE=FILE says whose file it is')
    .addOption(
      new Option('--dialect <name>', 'whose tools they are written for')
        .choices(['auto', ...FLAVOURS])
        .default('auto'),
    )
    .option('--dpvs-version <version>', 'for what differs between versions of DPVS, e.g. 1.8-10')
    .option('--fix', 'write the mended files in place of the old ones')
    .addHelpText(
      'after',
      `
Ends with 1 when errors are left, warnings do not count. docs/lint-codes.md lists the codes.

Examples:
  sluice lint keepalived.conf
  sluice lint lb1=a/keepalived.conf lb2=b/keepalived.conf      # also what differs between the two
  sluice lint --dialect dsnat setup.sh --fix
  ipvsadm -S -n | sluice lint - -o json`,
    )
    .action(async (names: string[], flags: LintFlags, command: Command) => {
      const files = await Promise.all(names.map(readNamed));
      const options = {
        ...(flags.dialect === 'auto' ? {} : { flavour: flags.dialect }),
        ...(flags.dpvsVersion === undefined ? {} : { dpvsVersion: flags.dpvsVersion }),
      };
      const lint = (given: readonly LintFile[]) => lintFiles(given, options);
      const mended = flags.fix === true ? mendFiles(files, lint) : files;
      if (flags.fix === true) await writeChanged(files, mended);
      const findings = lint(mended);
      const { output } = command.optsWithGlobals<{ output: string }>();
      process.stdout.write(render(findings, output));
      process.exitCode = findings.some(({ severity }) => severity === 'error') ? 1 : 0;
    });
}

async function writeChanged(
  before: readonly LintFile[],
  after: readonly LintFile[],
): Promise<void> {
  for (const [index, { file, text }] of after.entries()) {
    if (file === STDIN || text === before[index]?.text) continue;
    const { mode } = await stat(file);
    await writeFile(`${file}.mended`, text, { mode });
    await rename(`${file}.mended`, file);
    process.stderr.write(`${file}: mended\n`);
  }
}

function render(findings: readonly Finding[], output: string): string {
  if (output === 'json') return `${JSON.stringify(findings, undefined, 2)}\n`;
  if (output === 'yaml') return stringify(findings);
  return findingText(findings);
}
