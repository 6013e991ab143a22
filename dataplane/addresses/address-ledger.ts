/**
 * The ledger: addresses that Sluice put on the director's links (itself or through keepalived) and
 * may therefore take away. It outlives the agent, so that a new one knows what an old one's plan
 * left behind; it does not outlive a boot, after which the links are empty and an address that is
 * there was put by somebody else.
 */
import type { CarriedAddress } from '../../schemas/plan/node-plan.ts';
import { writePrivateFile } from '../daemon/private-file.ts';
import { readBootId, readIfThere } from '../daemon/process-identity.ts';
import { distinct } from './link-addresses.ts';

export class AddressLedger {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** What was written last in this boot; empty when there is nothing. */
  read(): CarriedAddress[] {
    const text = readIfThere(this.#path);
    if (text === undefined) return [];
    const { bootId, addresses } = JSON.parse(text) as {
      bootId: string;
      addresses: CarriedAddress[];
    };
    return bootId === readBootId() ? addresses : [];
  }

  /** Must be done before the first of the addresses is put on a link. */
  async write(addresses: readonly CarriedAddress[]): Promise<void> {
    const sorted = distinct(addresses);
    if (JSON.stringify(sorted) === JSON.stringify(this.read())) return;
    await writePrivateFile(
      this.#path,
      `${JSON.stringify({ bootId: readBootId(), addresses: sorted })}\n`,
    );
  }
}
