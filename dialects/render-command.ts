/**
 * `sluice render`: a fleet as the files of the systems that people come from. Needs no controller.
 * All or nothing: with one refusal nothing is written, unless --partial asks for the rest.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, CommanderError, Option } from 'commander';
import { stringify } from 'yaml';
import { FleetError } from '../schemas/errors.ts';
import { crossCheck } from '../schemas/validation/cross-check.ts';
import { type FleetIndex, indexFleet, type Located } from '../schemas/validation/fleet-index.ts';
import { nearestWord } from '../schemas/validation/nearest-word.ts';
import { parseFiles } from '../schemas/validation/parse-files.ts';
import type { Problem } from '../schemas/validation/problem.ts';
import type { SourceFile } from '../schemas/validation/source-document.ts';
import { FLAVOURS, type Flavour } from './flavour.ts';
import { RENDER_DIALECTS, type RenderDialect } from './render/dialect.ts';
import { distinctRemarks, gatherRemarks, type Remark } from './render/remark.ts';
import { type RenderedFile, renderFleet } from './render/render-fleet.ts';

interface RenderFlags {
  readonly dialect: RenderDialect;
  readonly flavour?: Flavour;
  readonly node?: string;
  readonly cluster?: string;
  readonly out?: string;
  readonly undo?: boolean;
  readonly partial?: boolean;
}

/** Of this command, as of `sluice import`: 1 is for what cannot be said. */
const EXIT_USAGE = 2;

/** Files and folders as `sluice validate` reads them, `-` for stdin. */
export type ReadFiles = (paths: readonly string[]) => Promise<readonly SourceFile[]>;

export function registerRenderCommand(program: Command, readFiles: ReadFiles): void {
  program
    .command('render')
    .description('resources as keepalived.conf, ipvsadm save, command list or dpvs.conf')
    .argument('<path...>', 'files, folders with .yaml, .yml and .json files, or - for stdin')
    .addOption(
      new Option('--dialect <name>', 'what to render to')
        .choices(RENDER_DIALECTS)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--flavour <name>', 'whose ipvsadm, with --dialect ipvsadm').choices(FLAVOURS),
    )
    .option('--node <name>', 'one director; all of them when absent')
    .option('--cluster <name>', 'the directors of one cluster')
    .option('--out <folder>', 'a file for each director, there; to stdout when absent')
    .option('--undo', 'of a command list: the commands that take it back, last first')
    .option('--partial', 'write what can be said, the rest as comments; still ends with 1')
    .addHelpText(
      'after',
      `
Ends with 1 when the dialect cannot say something: each is listed with its place and the reason,
and nothing is written; with 2 when the command line is wrong. docs/render.md says what can be said.

Examples:
  sluice render --dialect keepalived fleet/ --node lb1
  sluice render --dialect ipvsadm --flavour alibaba fleet/ --out /tmp/fleet
  sluice render --dialect ipvsadm fleet/ --node lb1 --undo
  sluice render --dialect dpvs - < fleet.yaml`,
    )
    .exitOverride(({ exitCode, code, message }) => {
      throw new CommanderError(exitCode === 0 ? 0 : EXIT_USAGE, code, message);
    })
    .action(async (paths: string[], flags: RenderFlags, command: Command) => {
      await run(readFiles(paths), flags, command).catch((error: unknown) => {
        if (!(error instanceof FleetError) || error.code !== 'E_USAGE') throw error;
        const hint = error.hint === '' ? '' : `\n  hint: ${error.hint}`;
        process.stderr.write(`${error.message}${hint}\n`);
        process.exitCode = EXIT_USAGE;
      });
    });
}

async function run(
  sources: Promise<readonly SourceFile[]>,
  flags: RenderFlags,
  command: Command,
): Promise<void> {
  const { output } = command.optsWithGlobals<{ output: string }>();
  const fleet = readFleet(await sources);
  if (fleet === undefined) return;
  const files = render(fleet, flags);
  const refused = files.some(({ refusals }) => refusals.length > 0);
  const isWritten = !refused || flags.partial === true;
  process.stderr.write(remarkText(files, output !== 'table'));
  if (output !== 'table') print(files, isWritten, output);
  if (flags.out !== undefined && isWritten) await writeFiles(flags.out, files);
  else if (output === 'table' && isWritten) {
    process.stdout.write(files.map(({ text }) => text).join('\n'));
  }
  process.exitCode = refused ? 1 : 0;
}

/**
 * Undefined after its errors were told. That the dataplane of a cluster cannot do something is no
 * obstacle: it is the dialect's that counts here.
 */
function readFleet(files: readonly SourceFile[]): FleetIndex | undefined {
  const { resources, problems: own, broken } = parseFiles(files);
  const problems = inOrder([...own, ...crossCheck(resources, broken)], files);
  const stops = ({ severity, code }: Problem) => severity === 'error' && code !== 'E_CAPABILITY';
  const errors = problems.filter(stops);
  process.stderr.write(problems.map(problemText).join(''));
  if (errors.length === 0) return indexFleet(resources, broken);
  process.stderr.write(`${errors.length} errors in the resources: nothing is rendered\n`);
  process.exitCode = 1;
  return undefined;
}

/** Of files and lines, as `sluice validate` lists them. */
function inOrder(problems: readonly Problem[], files: readonly SourceFile[]): Problem[] {
  const order = new Map(files.map(({ name }, position) => [name, position]));
  const place = ({ file }: Problem) => order.get(file) ?? files.length;
  return problems.toSorted((a, b) => place(a) - place(b) || a.line - b.line || a.column - b.column);
}

function render(fleet: FleetIndex, flags: RenderFlags): RenderedFile[] {
  const { dialect, flavour, undo } = flags;
  if (flavour !== undefined && dialect !== 'ipvsadm') {
    const hint = 'the other dialects name their tools themselves';
    throw new FleetError('E_USAGE', '--flavour goes with --dialect ipvsadm', { hint });
  }
  const rendered = renderFleet(fleet, chosenNodes(fleet, flags), {
    dialect,
    ...(flavour === undefined ? {} : { flavour }),
    ...(undo === true ? { isUndo: true } : {}),
  });
  if (!('fault' in rendered)) return rendered;
  if (rendered.fault === 'undo') {
    const hint = 'it takes back --dialect ipvsadm and --dialect dpip';
    throw new FleetError('E_USAGE', '--undo is for lists of commands', { hint });
  }
  const message = `whose ipvsadm does cluster ${rendered.cluster} run?`;
  const hint = 'say it with --flavour: alibaba, dsnat, lvs-snat-v1 or lvs-snat-v2';
  throw new FleetError('E_USAGE', message, { hint });
}

function chosenNodes(fleet: FleetIndex, flags: RenderFlags): readonly Located<'Node'>[] {
  const { node, cluster } = flags;
  if (cluster !== undefined && fleet.find('Cluster', cluster) === undefined) {
    throw unknown(fleet, 'Cluster', cluster);
  }
  const all = cluster === undefined ? fleet.all('Node') : fleet.inCluster('Node', cluster);
  const chosen = all.filter(
    ({ resource }) => node === undefined || resource.metadata.name === node,
  );
  if (chosen.length > 0) return chosen;
  if (node !== undefined) throw unknown(fleet, 'Node', node);
  const hint = 'a director is a resource of kind Node';
  throw new FleetError('E_USAGE', 'there is no director to render', { hint });
}

function unknown(fleet: FleetIndex, kind: 'Node' | 'Cluster', name: string): FleetError {
  const names = fleet.all(kind).map(({ resource }) => resource.metadata.name);
  const near = nearestWord(name, names);
  const hint = near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`;
  return new FleetError('E_USAGE', `there is no ${kind} ${name} in the files`, { hint });
}

function problemText({ file, line, column, code, message, hint }: Problem): string {
  const text = `${file}:${line}:${column} ${code} ${message}\n`;
  return hint === '' ? text : `${text}  hint: ${hint}\n`;
}

/** Every refusal with its place and directors; notes gathered, and none when a program reads. */
function remarkText(files: readonly RenderedFile[], isForProgram: boolean): string {
  const nodes = new Map<string, { remark: Remark; on: string[] }>();
  for (const { node, refusals } of files) {
    for (const remark of refusals) {
      const key = JSON.stringify(remark);
      const known = nodes.get(key);
      if (known === undefined) nodes.set(key, { remark, on: [node] });
      else known.on.push(node);
    }
  }
  const refused = [...nodes.values()];
  const notes = isForProgram ? [] : distinctRemarks(files.flatMap((file) => file.notes));
  const lines = [
    ...refused.flatMap(({ remark, on }) =>
      remarkLines(remark, remark.resource, on.length === files.length ? '' : ` (${on.join(', ')})`),
    ),
    ...gatherRemarks(notes).flatMap(({ first, resources }) => remarkLines(first, resources, '')),
  ];
  if (refused.length > 0) lines.push(`${refused.length} refusals: the dialect cannot say this`);
  return lines.map((one) => `${one}\n`).join('');
}

function remarkLines(remark: Remark, resources: string, where: string): string[] {
  const { file, line, column, kind, path, message, hint } = remark;
  const first = `${file}:${line}:${column} ${kind} ${resources} ${path}: ${message}${where}`;
  return hint === '' ? [first] : [first, `  hint: ${hint}`];
}

function print(files: readonly RenderedFile[], isWritten: boolean, output: string): void {
  const value = files.map(({ text, ...rest }) => ({ ...rest, ...(isWritten ? { text } : {}) }));
  const text = output === 'json' ? `${JSON.stringify(value, undefined, 2)}\n` : stringify(value);
  process.stdout.write(text);
}

/** Each file is there whole or as it was. */
async function writeFiles(folder: string, files: readonly RenderedFile[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, text } of files) {
      await writeFile(join(folder, `${name}.new`), text);
    }
    for (const { name } of files) {
      await rename(join(folder, `${name}.new`), join(folder, name));
      process.stderr.write(`${join(folder, name)}: written\n`);
    }
  } catch (cause) {
    throw new FleetError('E_DISK', `${folder} cannot be written`, { cause });
  }
}
