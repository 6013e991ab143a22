/**
 * What the three services (controller, worker, node agent) have in common as processes: flags for
 * the servers they talk to, a structured log, an orderly end on SIGTERM and SIGINT, and one line
 * for a person when they cannot start. Wiring only; nothing here decides anything.
 */
import { createRequire } from 'node:module';
import { Command, InvalidArgumentError, Option } from 'commander';
import pino, { type Logger } from 'pino';
import { causeChain, FleetError } from '../schemas/errors.ts';
import { isName } from '../schemas/names.ts';
import { addServerFlags, type ServerFlags } from './server-flags.ts';

export const VERSION: string = createRequire(import.meta.url)('../package.json').version;

/** A service that does not end within this after SIGTERM is ended by its own process. */
const STOP_MAX_MS = 20_000;

/** Exit codes of sysexits.h(3): wrong usage, something needed is away, software defect. */
const EXIT_USAGE = 64;
const EXIT_UNAVAILABLE = 69;
const EXIT_DEFECT = 70;

export interface ServiceFlags extends ServerFlags {
  readonly cell: string;
  readonly state: string;
  readonly logLevel: string;
}

export function serviceCommand(name: string, description: string): Command {
  const command = new Command(name)
    .description(description)
    .version(VERSION)
    // Help and version end with 0; everything else that commander says is wrong usage.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : EXIT_USAGE))
    .addOption(
      new Option('--cell <name>', 'the cell: one control plane, one namespace of keys and subjects')
        .default('default')
        .env('SLUICE_CELL')
        .argParser(nameArgument),
    )
    .addOption(
      new Option('--state <dir>', 'private folder for what must outlive a restart')
        .makeOptionMandatory()
        .env('SLUICE_STATE'),
    )
    .addOption(
      new Option('--log-level <level>', 'lowest level that is logged')
        .choices(['debug', 'info', 'warn', 'error'])
        .default('info'),
    );
  return addServerFlags(command);
}

export function nameArgument(text: string): string {
  if (isName(text)) return text;
  throw new InvalidArgumentError('use lower-case letters, digits and dashes');
}

export interface RunningService {
  stop(): Promise<void>;
  /** Rejects when the service has ended by itself. */
  readonly failed?: Promise<unknown>;
}

/**
 * Starts the service and keeps the process until it is told to end, then ends it in order. The log
 * is JSON lines on stderr. Never returns.
 */
export async function runService(
  name: string,
  level: string,
  start: (log: Logger) => Promise<RunningService>,
): Promise<never> {
  const log = pino({ name, level }, pino.destination({ fd: 2, sync: true }));
  const told = Promise.withResolvers<NodeJS.Signals>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, told.resolve);
  try {
    const service = await start(log);
    const signal = await Promise.race([told.promise, service.failed ?? told.promise]);
    log.info({ signal }, 'stopping');
    // Bounded, so that a hanging server cannot keep a process that was told to go.
    setTimeout(() => process.exit(EXIT_DEFECT), STOP_MAX_MS).unref();
    await service.stop();
    process.exit(0);
  } catch (error) {
    log.fatal({ err: error }, 'the service has ended');
    const code = error instanceof FleetError ? error.code : 'E_INTERNAL';
    const hint = error instanceof FleetError && error.hint !== '' ? `\n  hint: ${error.hint}` : '';
    process.stderr.write(`sluice ${name}: ${code} ${causeChain(error).join(': ')}${hint}\n`);
    process.exit(exitCodeOf(error));
  }
}

function exitCodeOf(error: unknown): number {
  if (!(error instanceof FleetError)) return EXIT_DEFECT;
  return error.code === 'E_USAGE' ? EXIT_USAGE : EXIT_UNAVAILABLE;
}
