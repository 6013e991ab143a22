/**
 * The `lab` commands. They work on this machine alone: no API is asked, so they help also when
 * nothing else of a lab answers. Results go to stdout, progress to stderr.
 */
import { existsSync, readdirSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { stringify } from 'yaml';
import { FleetError } from '../schemas/errors.ts';
import { isRecordAlive, readRecord } from './box/record.ts';
import { openLab, startLab } from './lab.ts';
import { ALL_PARTS, type LabPart, type LabProgress } from './lab-api.ts';
import { readLabStatus } from './lab-status.ts';
import { DEFAULT_LAB, labFolder, labNames } from './labs.ts';
import { exitCode, type OpenLab } from './open-lab.ts';
import { runHere } from './run-here.ts';
import { statusText, table } from './status-table.ts';

interface NameOption {
  readonly name: string;
}

interface UpOptions extends NameOption {
  readonly keepData?: boolean;
  readonly listen?: string;
  readonly wait: boolean;
  readonly parts: readonly LabPart[];
}

interface LogsOptions extends NameOption {
  readonly follow?: boolean;
  readonly lines: string;
}

const NAME_FLAG = ['-n, --name <lab>', 'which lab', DEFAULT_LAB] as const;

/** Adds `lab` and its commands. `--output table|json|yaml` is looked for among the program's options. */
export function registerLabCommands(program: Command): void {
  const lab = program
    .command('lab')
    .description('run a whole fleet on this machine: directors, real servers, a client')
    .addHelpText('after', HELP);
  registerLife(lab);
  registerLooking(lab);
  registerActing(lab);
}

const HELP = `
Examples:
  sluice lab up                          start a fleet in a box and wait until it is ready
  sluice lab up --listen 127.0.0.1:8080  the same, with the API and its page at that address
  sluice lab status                      what runs where
  sluice lab exec c1 -- curl -s http://10.98.0.21/
  sluice lab exec lb1 -- nft list ruleset
  sluice lab kill lb1                    power off a director
  sluice lab start lb1                   power it on again
  sluice lab kill agent@lb1              kill -9 of one process, which then comes back
  sluice lab logs controller --follow
  sluice lab down

Machines: hub (etcd, NATS, Temporal, controller, worker), lb1 lb2 (directors),
rs1 rs2 (real servers), c1 (client). Root is not needed where user namespaces are allowed.
`;

function registerLife(lab: Command): void {
  lab
    .command('up')
    .description('start a lab; says so and succeeds when it is up already')
    .option(...NAME_FLAG)
    .option('--keep-data', 'start on the data of the last run instead of an empty fleet')
    .option('--listen <address>', 'forward this loopback address to the API, e.g. 127.0.0.1:8080')
    .option('--parts <list>', `only these of ${ALL_PARTS.join(',')}`, parseParts, ALL_PARTS)
    .option('--wait', 'return when everything is ready (the default)', true)
    .option('--no-wait', 'return while the processes still start')
    .action(async (options: UpOptions, command: Command) => {
      const dir = labFolder(options.name);
      const record = readRecord(dir);
      if (record !== undefined && isRecordAlive(record)) {
        process.stderr.write(`the lab ${options.name} is up already\n`);
      } else {
        await up(options);
      }
      await printStatus(options.name, command);
    });
  lab
    .command('down')
    .description('end a lab and everything in it; logs and data stay in its folder')
    .option(...NAME_FLAG)
    .action(async ({ name }: NameOption) => {
      const status = await down(name);
      process.stderr.write(`the lab ${name} is ${status}\n`);
    });
}

async function up(options: UpOptions): Promise<void> {
  const { name, keepData = false, listen, wait, parts } = options;
  const abort = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => {
    process.stderr.write('stopping: taking down what has been started\n');
    process.exitCode = exitCode(null, signal);
    abort.abort(new FleetError('E_LAB', `the start of the lab was interrupted by ${signal}`));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    await startLab({
      name,
      keepData,
      parts,
      ...(listen === undefined ? {} : { listen }),
      waitUntilReady: wait,
      lifeline: false,
      signal: abort.signal,
      onProgress: printProgress,
    });
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function parseParts(text: string): LabPart[] {
  const names = text.split(',').filter((name) => name !== '');
  const parts = ALL_PARTS.filter((part) => names.includes(part));
  if (parts.length === new Set(names).size) return parts;
  throw new InvalidArgumentError(`choose from ${ALL_PARTS.join(', ')}`);
}

function printProgress({ name, state, elapsedMs }: LabProgress): void {
  if (state === 'waiting') return;
  process.stderr.write(`${(elapsedMs / 1000).toFixed(1).padStart(6)} s  ${name} ${state}\n`);
}

async function down(name: string): Promise<string> {
  const dir = labFolder(name);
  const record = readRecord(dir);
  if (record !== undefined && isRecordAlive(record)) {
    const lab = await openLab({ name, dir });
    await lab.down();
    return 'down';
  }
  const { state } = await readLabStatus(name, dir);
  return state === 'dead' ? 'down (its box had ended before)' : 'not up';
}

function registerLooking(lab: Command): void {
  lab
    .command('status')
    .description('what runs where: state, pids inside and outside, addresses, logs')
    .option(...NAME_FLAG)
    .action(({ name }: NameOption, command: Command) => printStatus(name, command));
  lab
    .command('ls')
    .description('the labs of this person')
    .action(async (_options: unknown, command: Command) => {
      const labs = await Promise.all(
        labNames().map(async (name) => {
          // One lab whose supervisor hangs must not hide the others.
          const status = await readLabStatus(name, labFolder(name)).catch(() => undefined);
          return { name, state: status?.state ?? 'does not answer', dir: labFolder(name) };
        }),
      );
      printResult(command, labs, (all) => {
        const rows = all.map(({ name, state, dir }) => [name, state, dir]);
        return `${table(['LAB', 'STATE', 'FOLDER'], rows)}\n`;
      });
    });
  lab
    .command('logs')
    .description('the log of a process; also of a lab that has ended')
    .argument('<process>', 'as "lab status" names it; "box" is the supervisor')
    .option(...NAME_FLAG)
    .option('-f, --follow', 'go on printing what is added')
    .option('--lines <count>', 'how many lines from the end', '200')
    .action(async (process: string, options: LogsOptions) => {
      const file = logOf(options.name, process);
      const follow = options.follow === true ? ['-F'] : [];
      await runHere(['tail', ...follow, '-n', String(Number(options.lines)), '--', file]);
    });
}

function registerActing(lab: Command): void {
  lab
    .command('exec')
    .description('run a command on a machine; its exit code becomes this one')
    .argument('<machine>', 'hub, lb1, rs1, c1, ...')
    .argument('<command...>', 'after --')
    .option(...NAME_FLAG)
    .action(async (node: string, argv: string[], { name }: NameOption) => {
      const found = await openLab({ name });
      // Files are the same inside, but for /run, which the box has for its own.
      const here = process.cwd();
      const cwd = `${here}/`.startsWith('/run/') ? '/' : here;
      await runHere(found.entryArgv(node, argv, { cwd }));
    });
  const act = (verb: string, description: string, action: Act) =>
    lab
      .command(verb)
      .description(description)
      .argument('<name>', 'a process or a machine')
      .option(...NAME_FLAG)
      .action(async (target: string, { name }: NameOption) => {
        const found = await openLab({ name });
        const { nodes } = await found.status();
        await action(found, target, nodes.map((node) => node.name).includes(target));
        process.stderr.write(`${verb} ${target}: done\n`);
      });
  act('kill', 'kill -9 of a process, or power off of a machine', (found, target, isNode) =>
    isNode ? found.killNode(target) : found.kill(target),
  );
  act(
    'start',
    'start a process that was stopped, or power on a machine',
    (found, target, isNode) => (isNode ? found.startNode(target) : found.start(target)),
  );
  act(
    'stop',
    'stop a process in order; it stays away until it is started',
    (found, target, isNode) => {
      if (!isNode) return found.stop(target);
      throw new FleetError(
        'E_USAGE',
        `${target} is a machine, and those are not stopped in order`,
        {
          hint: `stop a process of it, or power it off: sluice lab kill ${target}`,
        },
      );
    },
  );
  act('restart', 'stop and start a process', (found, target) => found.restart(target));
}

type Act = (lab: OpenLab, target: string, isNode: boolean) => Promise<void>;

function logOf(lab: string, process: string): string {
  const folder = `${labFolder(lab)}/logs`;
  const logs = existsSync(folder) ? readdirSync(folder) : [];
  if (logs.includes(`${process}.log`)) return `${folder}/${process}.log`;
  const names = logs.map((file) => file.replace(/\.log$/, ''));
  throw new FleetError('E_NOT_FOUND', `the lab ${lab} has no log of ${process}`, {
    hint: names.length === 0 ? 'it was never up' : `there are ${names.join(', ')}`,
  });
}

async function printStatus(name: string, command: Command): Promise<void> {
  const status = await readLabStatus(name, labFolder(name));
  printResult(command, status, statusText);
}

function printResult<T>(command: Command, result: T, asText: (result: T) => string): void {
  process.stdout.write(formatResult(command.optsWithGlobals()['output'], result, asText));
}

/** The program's own choices; anything but json and yaml is for people. */
function formatResult<T>(output: unknown, result: T, asText: (result: T) => string): string {
  if (output === 'json') return `${JSON.stringify(result, undefined, 2)}\n`;
  return output === 'yaml' ? stringify(result) : asText(result);
}
