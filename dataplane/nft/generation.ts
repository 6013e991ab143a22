/**
 * The generation number of the kernel's ruleset: every transaction of anybody raises it by one, so
 * an unchanged number proves that what we remember is still true. Costs microseconds at any size,
 * where reading the table costs seconds.
 */
import { join } from 'node:path';
import { FleetError } from '../../schemas/errors.ts';
import { LineProcess } from './line-process.ts';

/** It is one message to the kernel and one back. */
const ANSWER_TIMEOUT_MS = 5_000;

export class RulesetGeneration {
  readonly #process: LineProcess;

  constructor(wrap: readonly string[]) {
    const script = join(import.meta.dirname, 'generation.pl');
    this.#process = new LineProcess([...wrap, 'perl', script], 'stdout');
  }

  /** @throws FleetError E_DATAPLANE_OBSERVE */
  async read(): Promise<number> {
    const question = { input: '', isEnd: () => true, timeoutMs: ANSWER_TIMEOUT_MS };
    // A helper that somebody killed is found dead by the question; the next one starts it again.
    const [line = ''] = await this.#process.ask(question).catch((error) => {
      if (error instanceof FleetError && error.retryable) return this.#process.ask(question);
      throw error;
    });
    if (/^\d+$/.test(line)) return Number(line);
    throw new FleetError('E_DATAPLANE_OBSERVE', `the ruleset generation reads ${line}`);
  }

  async close(): Promise<void> {
    await this.#process.close();
  }
}
