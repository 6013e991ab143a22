/**
 * Taking away what a dead keepalived left on the links. While they stay, the dead director answers
 * for addresses that its peer has taken over: two holders, and clients reach either.
 */

import type { VrrpInstancePlan } from '../../schemas/plan/node-plan.ts';
import { AddressLedger } from '../addresses/address-ledger.ts';
import {
  bareAddress,
  carriedKey,
  changeLinkAddresses,
  distinct,
  readLinkAddresses,
} from '../addresses/link-addresses.ts';
import { electionAddress, instanceAddresses } from './render.ts';

export class Leftovers {
  readonly #ledger: AddressLedger;
  readonly #own: ReadonlySet<string>;
  readonly #wrap: readonly string[];

  /** `ownAddresses`, without prefix length, are never taken away. */
  constructor(ledgerPath: string, ownAddresses: readonly string[], wrap: readonly string[]) {
    this.#ledger = new AddressLedger(ledgerPath);
    this.#own = new Set(ownAddresses);
    this.#wrap = wrap;
  }

  /** To be called before keepalived learns of the instances. */
  async expect(instances: readonly VrrpInstancePlan[]): Promise<void> {
    await this.#ledger.write([...this.#ledger.read(), ...instances.flatMap(instanceAddresses)]);
  }

  /** Forgets what earlier plans carried and is no longer on a link. */
  async settle(instances: readonly VrrpInstancePlan[]): Promise<void> {
    const wanted = distinct(instances.flatMap(instanceAddresses));
    const ledger = this.#ledger.read();
    if (ledger.length === wanted.length) return;
    const present = new Set((await readLinkAddresses(this.#wrap)).map(carriedKey));
    const left = ledger.filter((carried) => present.has(carriedKey(carried)));
    await this.#ledger.write([...left, ...wanted]);
  }

  /**
   * Only while keepalived is dead. Returns the plan's addresses that were taken away, without
   * prefix length. Idempotent.
   * @throws FleetError E_DATAPLANE_APPLY, E_DATAPLANE_OBSERVE
   */
  async release(instances: readonly VrrpInstancePlan[]): Promise<string[]> {
    const elections = new Set(instances.map((instance) => bareAddress(electionAddress(instance))));
    const carried = distinct([...this.#ledger.read(), ...instances.flatMap(instanceAddresses)]);
    if (carried.length === 0) return [];
    const present = new Set((await readLinkAddresses(this.#wrap)).map(carriedKey));
    const left = carried.filter(
      (address) => present.has(carriedKey(address)) && !this.#own.has(bareAddress(address)),
    );
    await changeLinkAddresses('del', left, this.#wrap);
    return left.map(bareAddress).filter((address) => !elections.has(address));
  }
}
