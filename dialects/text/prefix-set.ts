/**
 * A set of networks that tells whether an address is in one of them. A look-up costs one step for
 * each prefix length that occurs, however many networks there are.
 */
import type { Prefix } from '../../schemas/address.ts';
import { formatNetwork, networkAround } from './network.ts';

export class PrefixSet {
  readonly #networks = new Set<string>();
  readonly #lengths = new Set<number>();

  add(prefix: Prefix): void {
    this.#networks.add(formatNetwork(prefix));
    this.#lengths.add(prefix.length);
  }

  has(address: string): boolean {
    for (const length of this.#lengths) {
      if (this.#networks.has(formatNetwork(networkAround(address, length)))) return true;
    }
    return false;
  }
}
