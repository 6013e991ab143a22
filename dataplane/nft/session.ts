/**
 * Sends transactions to the kernel. Small ones go through a long-lived `nft -i` (no start-up, about
 * a tenth of the cost of a spawn), large ones as a file to `nft -f`. What stands in one call is
 * one transaction either way: nft makes one netlink batch of a line and one of a file.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FleetError } from '../../schemas/errors.ts';
import { runTool } from '../tool.ts';
import { LineProcess } from './line-process.ts';

/** Above this a spawn costs less than what nft itself spends on the transaction. */
const LINE_BYTES_MAX = 64 * 1024;
/** A transaction that rewrites 10,000 services with 10 real servers takes 5 s; this hangs. */
const COMMAND_TIMEOUT_MS = 60_000;
/** Error lines of one transaction that go into the message; the first is nearly always the cause. */
const ERRORS_SHOWN_MAX = 3;

export class NftSession {
  readonly #wrap: readonly string[];
  readonly #process: LineProcess;
  #commands = 0;

  /** `wrap`: words before `nft` on the command line, such as `ip netns exec name`. */
  constructor(wrap: readonly string[]) {
    this.#wrap = wrap;
    // nft -i reports errors on its error stream, which it does not buffer.
    this.#process = new LineProcess([...wrap, 'nft', '-i'], 'stderr');
  }

  /**
   * Runs the commands as one transaction.
   * @throws FleetError E_DATAPLANE_APPLY with nft's words when refused (nothing took effect);
   * E_DATAPLANE_OBSERVE when nft ended or hung, and the outcome is unknown
   */
  async run(commands: readonly string[]): Promise<void> {
    const line = commands.join('; ');
    const errors =
      Buffer.byteLength(line) <= LINE_BYTES_MAX
        ? await this.#runLine(line)
        : await this.#runFile(commands);
    if (errors.length === 0) return;
    const shown = errors.slice(0, ERRORS_SHOWN_MAX).join('; ');
    const more = errors.length - ERRORS_SHOWN_MAX;
    throw new FleetError('E_DATAPLANE_APPLY', more > 0 ? `${shown}; ${more} more` : shown);
  }

  async close(): Promise<void> {
    await this.#process.close();
  }

  /**
   * After the command goes a word that nft does not know: it is refused by the parser, without a
   * look at the kernel, and echoed. So the echo says that everything before it is done.
   */
  async #runLine(line: string): Promise<string[]> {
    this.#commands += 1;
    const marker = `sluice_end_${this.#commands}`;
    const answer = await this.#process.ask({
      input: `${line}\n${marker}`,
      isEnd: (text) => text === marker,
      timeoutMs: COMMAND_TIMEOUT_MS,
    });
    // The last two lines are the refusal of the marker itself.
    return errorsIn(answer.slice(0, -2));
  }

  async #runFile(commands: readonly string[]): Promise<string[]> {
    const dir = await mkdtemp(join(tmpdir(), 'sluice-nft-'));
    try {
      const file = join(dir, 'transaction.nft');
      await writeFile(file, `${commands.join('\n')}\n`, { mode: 0o600 });
      const result = await runTool([...this.#wrap, 'nft', '-f', file], {
        timeoutMs: COMMAND_TIMEOUT_MS,
      });
      if (result.code === 0) return [];
      const errors = errorsIn(result.stderr.split('\n'));
      if (errors.length > 0) return errors;
      throw new FleetError('E_DATAPLANE_OBSERVE', `nft -f ended with ${result.code}`, {
        retryable: true,
      });
    } finally {
      await rm(dir, { recursive: true });
    }
  }
}

/** nft's errors, each with the words it underlines; the command itself may be very long. */
export function errorsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line, i) => {
    const words = /(?:^|: )(?:Error|internal|netlink): (.*)$/.exec(line)?.[1];
    if (words === undefined) return [];
    const carets = /\^+[~^]*/.exec(lines[i + 2] ?? '');
    const underlined =
      carets === null
        ? ''
        : (lines[i + 1] ?? '').slice(carets.index, carets.index + carets[0].length);
    return [underlined === '' ? words : `${words}: ${underlined}`];
  });
}
