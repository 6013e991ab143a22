/**
 * `sluice import`: the files of the systems that people come from as Sluice's resources. Needs no
 * controller; changes none of the files that it reads.
 */
import { type Command, CommanderError, Option } from 'commander';
import { stringify } from 'yaml';
import { parseAddress } from '../schemas/address.ts';
import { DATAPLANES, type DataplaneName } from '../schemas/capabilities.ts';
import { FleetError } from '../schemas/errors.ts';
import { isName } from '../schemas/names.ts';
import { FLAVOURS, type Flavour } from './flavour.ts';
import { diskFileReader } from './import/disk-reader.ts';
import {
  CLUSTER_DEFAULT,
  type ImportOptions,
  type ImportResult,
  importFiles,
} from './import/import-files.ts';
import { renderResult } from './import/render-result.ts';
import { writeFolder } from './import/write-folder.ts';
import type { LintFile } from './lint/bundle.ts';
import { lintFiles } from './lint/lint-files.ts';
import { mendFiles } from './lint/mend-files.ts';
import { readNamed } from './named-file.ts';

interface ImportFlags {
  readonly node?: readonly string[];
  readonly dialect: Flavour | 'auto' | 'keepalived';
  readonly dataplane?: DataplaneName;
  readonly cluster: string;
  readonly management?: readonly string[];
  readonly configId?: readonly string[];
  readonly dpvsVersion?: string;
  readonly out?: string;
  readonly report?: boolean;
  readonly fix?: boolean;
  readonly force?: boolean;
}

/** Of this command, as its users were promised: 1 is for files with errors in them. */
const EXIT_USAGE = 2;

const HELP = `
Ends with 0 when everything is mapped or ignored for a reason, with 1 when something is refused or
the files have errors (what could be mapped is written all the same), with 2 when the command line
is wrong. docs/import-mapping.md says what becomes of every word.

Examples:
  sluice import keepalived.conf --report                    # look first, nothing is written
  sluice import keepalived.conf --out fleet/
  sluice import --node lb1=a.conf --node lb2=b.conf --out fleet/ --fix
  sluice import keepalived.conf --dataplane nft --out fleet/
  ipvsadm -S -n | sluice import - --out fleet/`;

export function registerImportCommand(program: Command): void {
  program
    .command('import')
    .description('keepalived.conf, ipvsadm saves, dpvs.conf and set-up scripts as resources')
    .argument('[file...]', 'files, or - for stdin; NODE=FILE says whose file it is')
    .option('--node <node=file>', 'a file of this director; may be given several times', collect)
    .addOption(
      new Option('--dialect <name>', 'whose tools they are written for')
        .choices(['auto', 'keepalived', ...FLAVOURS])
        .default('auto'),
    )
    .addOption(
      new Option('--dataplane <name>', 'for another dataplane than that of the tools').choices([
        ...DATAPLANES,
      ]),
    )
    .option('--cluster <name>', 'what the cluster is called', CLUSTER_DEFAULT)
    .option('--management <node=address>', 'where a director is managed', collect)
    .option('--config-id <node=id>', 'decides @conditions of keepalived.conf', collect)
    .option('--dpvs-version <version>', 'for what differs between versions of DPVS, e.g. 1.8-10')
    .option('--out <folder>', 'where the resources are written, one file for each concern')
    .option('--report', 'list what became of every statement')
    .option(
      '--fix',
      'import the files as `sluice lint --fix` would mend them; they stay as they are',
    )
    .option('--force', 'write into a folder that has something in it')
    .addHelpText('after', HELP)
    .exitOverride(({ exitCode, code, message }) => {
      throw new CommanderError(exitCode === 0 ? 0 : EXIT_USAGE, code, message);
    })
    .action(async (names: string[], flags: ImportFlags, command: Command) => {
      await run(names, flags, command).catch((error: unknown) => {
        if (!(error instanceof FleetError) || error.code !== 'E_USAGE') throw error;
        const hint = error.hint === '' ? '' : `\n  hint: ${error.hint}`;
        process.stderr.write(`${error.message}${hint}\n`);
        process.exitCode = EXIT_USAGE;
      });
    });
}

const collect = (value: string, before: readonly string[] = []) => [...before, value];

async function run(names: readonly string[], flags: ImportFlags, command: Command): Promise<void> {
  const given = await readAll(names, flags);
  const options = optionsOf(flags);
  const lint = (files: readonly LintFile[]) => lintFiles(files, options);
  const files = flags.fix === true ? mendFiles(given, lint) : given;
  const result = importFiles(files, options);
  if (flags.out !== undefined) await writeFolder(flags.out, result.files, flags.force === true);
  const { output } = command.optsWithGlobals<{ output: string }>();
  process.stdout.write(render(result, flags, output));
  process.exitCode = hasErrors(result) ? 1 : 0;
}

function hasErrors({ totals, notices, findings }: ImportResult): boolean {
  const isError = ({ severity }: { severity: string }) => severity === 'error';
  return totals.refused > 0 || notices.some(isError) || findings.some(isError);
}

async function readAll(names: readonly string[], flags: ImportFlags): Promise<LintFile[]> {
  const { node = [], out, report } = flags;
  for (const one of node) {
    const [, name = ''] = /^([^=]+)=.+$/.exec(one) ?? [];
    const hint = 'NODE=FILE is meant, NODE of lower-case letters, digits and dashes';
    if (!isName(name)) throw usage(`--node ${one} names no director`, hint);
  }
  if (names.length + node.length === 0)
    throw usage('no file is named', 'name files, or - for stdin');
  if (out === undefined && report !== true) {
    throw usage('nothing says where to write', 'say --out FOLDER, or --report to look first');
  }
  const files: LintFile[] = [];
  // One after the other: stdin can be read once, and the order is that of the command line.
  for (const name of [...names, ...node]) files.push(await readNamed(name));
  const named = files.filter((file) => file.node !== undefined);
  const odd = files.find((file) => file.node === undefined);
  if (named.length > 0 && odd !== undefined) {
    throw usage(`nothing says whose file ${odd.file} is`, `write NODE=${odd.file}`);
  }
  const wrong = named.find((file) => !isName(file.node ?? ''));
  if (wrong !== undefined) throw usage(`${wrong.node} is not a name`);
  return files;
}

function optionsOf(flags: ImportFlags): ImportOptions {
  const { dialect, dataplane, cluster, dpvsVersion } = flags;
  if (!isName(cluster)) throw usage(`${cluster} is not a name`);
  const management = pairsOf('--management', flags.management);
  for (const [node, address] of management) {
    if (parseAddress(address) === undefined) throw usage(`${node}=${address}: not an address`);
  }
  return {
    cluster,
    management,
    configIds: Object.fromEntries(pairsOf('--config-id', flags.configId)),
    reader: diskFileReader(),
    ...(dialect === 'auto' ? {} : { flavour: dialect === 'keepalived' ? 'stock' : dialect }),
    ...(dataplane === undefined ? {} : { dataplane }),
    ...(dpvsVersion === undefined ? {} : { dpvsVersion }),
  };
}

function pairsOf(option: string, values: readonly string[] = []): Map<string, string> {
  return new Map(
    values.map((value) => {
      const [, node, said] = /^([^=]+)=(.+)$/.exec(value) ?? [];
      if (node === undefined || said === undefined)
        throw usage(`${option} ${value}: NODE=... is meant`);
      return [node, said];
    }),
  );
}

function usage(message: string, hint = ''): FleetError {
  return new FleetError('E_USAGE', message, hint === '' ? {} : { hint });
}

function render(result: ImportResult, { out, report }: ImportFlags, output: string): string {
  const { files, rows, totals, notices, findings } = result;
  const written = out === undefined ? [] : files.map(({ name }) => name);
  const value = { written, totals, statements: rows, notices, findings };
  if (output === 'json') return `${JSON.stringify(value, undefined, 2)}\n`;
  if (output === 'yaml') return stringify(value);
  const last = out === undefined ? '' : `Written to ${out}: ${written.join(', ')}\n`;
  return `${renderResult(result, report === true)}${last}`;
}
