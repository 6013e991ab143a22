/**
 * What every command works with: where to write, whom to ask, who is asking. Made once a run from
 * the outside world, so that commands are tested with plain values in its place.
 */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import pc from 'picocolors';
import { stringify } from 'yaml';
import { FleetError } from '../schemas/errors.ts';
import type { Origin } from '../schemas/events.ts';
import { defaultApi, parseApiAddress } from './api-address.ts';
import { ApiClient } from './client.ts';

export interface CliWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly stdout: CliOutput;
  readonly stderr: CliOutput;
  readonly now: () => number;
  /** When the program was started, which is before it could ask anything. */
  readonly startedAtMs: number;
  readonly randomId: () => string;
  readonly labs: () => readonly { readonly name: string; readonly api: string }[];
  /** Aborted by Ctrl-C, from the moment it is asked for; before that Ctrl-C ends the process. */
  readonly interrupt: () => AbortSignal;
  readonly version: string;
}

export interface CliOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export type OutputFormat = 'table' | 'json' | 'yaml';
export type Colors = ReturnType<typeof pc.createColors>;

interface GlobalOptions {
  readonly api?: string;
  readonly output: OutputFormat;
  readonly color: boolean;
}

export class Session {
  readonly world: CliWorld;
  readonly format: OutputFormat;
  readonly colors: Colors;
  /** Of what goes to stderr, which may be a terminal where stdout is none. */
  readonly errorColors: Colors;
  readonly signal: AbortSignal;
  readonly #api: string | undefined;

  constructor(world: CliWorld, command: Command) {
    const { api, output, color } = command.optsWithGlobals<GlobalOptions>();
    this.world = world;
    this.format = output;
    this.colors = colorsFor(world.stdout, world.env, color);
    this.errorColors = colorsFor(world.stderr, world.env, color);
    this.signal = world.interrupt();
    this.#api = api;
  }

  client(): ApiClient {
    const { env, labs } = this.world;
    const where = this.#api ?? defaultApi({ env, exists: existsSync, labs });
    return new ApiClient(parseApiAddress(where), this.signal);
  }

  /** Somebody said where the API is; else it is looked for where it usually is. */
  get isApiSaid(): boolean {
    return this.#api !== undefined || (this.world.env['SLUICE_API'] ?? '') !== '';
  }

  /** Who does it, through what and why; the correlation id is new for each command. */
  origin(reason: string): Origin {
    const { env, randomId } = this.world;
    const actor = env['SLUICE_ACTOR'] || env['USER'] || userInfo().username;
    return { actor, channel: 'cli', reason, correlationId: randomId() };
  }

  /** The result: the value itself for programs, its rendering for people. */
  print(value: unknown, render: (colors: Colors) => string): void {
    if (this.format === 'json') this.#line(JSON.stringify(value, undefined, 2));
    else if (this.format === 'yaml') this.#line(stringify(value).trimEnd());
    else this.#line(render(this.colors));
  }

  /** One item of a stream, on a line (json) or as a document (yaml). */
  printItem(value: unknown, render: (colors: Colors) => string): void {
    if (this.format === 'json') this.#line(JSON.stringify(value));
    else if (this.format === 'yaml') this.#line(`---\n${stringify(value).trimEnd()}`);
    else this.#line(render(this.colors));
  }

  /** For the person at the terminal, beside the result. */
  note(text: string): void {
    this.world.stderr.write(`${text}\n`);
  }

  #line(text: string): void {
    if (text !== '') this.world.stdout.write(`${text}\n`);
  }
}

/** https://no-color.org; colours only where a person looks. */
export function colorsFor(output: CliOutput, env: CliWorld['env'], isWanted: boolean): Colors {
  return pc.createColors(isWanted && output.isTTY === true && !env['NO_COLOR']);
}

/** A whole number of an option. Throws E_USAGE. */
export function countOption(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new FleetError('E_USAGE', `"${text}" is not a count`, { hint: 'write a whole number' });
}
