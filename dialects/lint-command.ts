/**
 * `sluice lint`: what is wrong in the files of the systems that people come from. Needs no
 * controller; reads what it is named and, with --fix, writes the mended file in its place.
 */
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { stringify } from 'yaml';
import { FleetError } from '../schemas/errors.ts';
import type { Finding } from './finding.ts';
import { FLAVOURS, type Flavour } from './flavour.ts';
import { applyFixes } from './lint/apply-fixes.ts';
import type { LintFile } from './lint/bundle.ts';
import { kindOf } from './lint/file-kind.ts';
import { lintFiles } from './lint/lint-files.ts';

interface LintFlags {
  readonly dialect: Flavour | 'auto';
  readonly dpvsVersion?: string;
  readonly fix?: boolean;
}

/** Each round may uncover what another fix had hidden; more than this is a rule at war. */
const FIX_ROUNDS_MAX = 10;
const STDIN = '-';

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
      const mended = flags.fix === true ? mend(files, lint) : files;
      if (flags.fix === true) await writeChanged(files, mended);
      const findings = lint(mended);
      const { output } = command.optsWithGlobals<{ output: string }>();
      process.stdout.write(render(findings, output));
      process.exitCode = findings.some(({ severity }) => severity === 'error') ? 1 : 0;
    });
}

async function readNamed(argument: string): Promise<LintFile> {
  const match = /^([a-z0-9][a-z0-9-]*)=(.+)$/.exec(argument);
  const file = match?.[2] ?? argument;
  const text = file === STDIN ? await readAll(process.stdin) : await readExisting(file);
  const node = match?.[1];
  return { file, text, kind: kindOf(file, text), ...(node === undefined ? {} : { node }) };
}

async function readExisting(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new FleetError('E_USAGE', `cannot read ${file}`, { cause });
  }
}

function mend(
  files: readonly LintFile[],
  lint: (files: readonly LintFile[]) => Finding[],
): readonly LintFile[] {
  let current = files;
  for (let round = 0; round < FIX_ROUNDS_MAX; round += 1) {
    const fixes = lint(current).flatMap(({ fix }) => fix ?? []);
    if (fixes.length === 0) return current;
    current = current.map((one) => ({ ...one, text: applyFixes(one.text, fixes, one.file).text }));
  }
  return current;
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
  const lines = findings.flatMap(({ file, line, column, code, message, hint, fix }) => [
    `${file}:${line}:${column} ${code} ${message}${fix === undefined ? '' : ' [--fix]'}`,
    ...(hint === '' ? [] : [`  hint: ${hint}`]),
  ]);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  lines.push(`${errors} errors, ${findings.length - errors} warnings`);
  return `${lines.join('\n')}\n`;
}
