/**
 * Addresses that a director holds always (highAvailability: none). Level-driven: each apply makes
 * the links so. Only what an apply added itself is ever taken away; an address that was there
 * before belongs to whoever put it there and stays.
 */
import { join } from 'node:path';
import type { CarriedAddress } from '../../schemas/plan/node-plan.ts';
import { AddressLedger } from './address-ledger.ts';
import {
  bareAddress,
  carriedKey,
  changeLinkAddresses,
  readLinkAddresses,
} from './link-addresses.ts';

export interface StaticAddresses {
  /**
   * Puts the addresses on their links and takes away those of earlier applies that are no longer
   * listed. Idempotent.
   * @throws FleetError E_DATAPLANE_APPLY with ip's words; what could be done is done
   */
  apply(addresses: readonly CarriedAddress[]): Promise<AddressesApplied>;

  /** Which of these are on their links now, without prefix length, in the order given. */
  held(addresses: readonly CarriedAddress[]): Promise<string[]>;
}

export interface AddressesApplied {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface StaticAddressesOptions {
  /** Private folder for the ledger. */
  readonly dir: string;
  /** The director's own addresses, without prefix length: never added, never removed. */
  readonly ownAddresses: readonly string[];
  /** Argv prefix, for example nsenter into a network namespace. */
  readonly wrap?: readonly string[];
}

export function createStaticAddresses(options: StaticAddressesOptions): StaticAddresses {
  const ledger = new AddressLedger(join(options.dir, 'static-addresses.json'));
  const own = new Set(options.ownAddresses);

  async function apply(wanted: readonly CarriedAddress[]): Promise<AddressesApplied> {
    const ours = ledger.read();
    const wantedKeys = new Set(wanted.map(carriedKey));
    if (wanted.length === 0 && ours.length === 0) return { added: [], removed: [] };
    const present = new Set((await readLinkAddresses(options.wrap)).map(carriedKey));
    const isOurs = (carried: CarriedAddress) => !own.has(bareAddress(carried));
    const toAdd = wanted.filter((carried) => !present.has(carriedKey(carried)) && isOurs(carried));
    const toRemove = ours.filter(
      (carried) =>
        present.has(carriedKey(carried)) && !wantedKeys.has(carriedKey(carried)) && isOurs(carried),
    );
    await ledger.write([...ours, ...toAdd]);
    // Add before remove: a move from one link to another must not leave the address nowhere.
    await changeLinkAddresses('add', toAdd, options.wrap);
    await changeLinkAddresses('del', toRemove, options.wrap);
    await ledger.write(
      [...ours, ...toAdd].filter((carried) => wantedKeys.has(carriedKey(carried))),
    );
    return { added: toAdd.map(bareAddress), removed: toRemove.map(bareAddress) };
  }

  async function held(addresses: readonly CarriedAddress[]): Promise<string[]> {
    const present = new Set((await readLinkAddresses(options.wrap)).map(carriedKey));
    return addresses.filter((carried) => present.has(carriedKey(carried))).map(bareAddress);
  }

  return { apply, held };
}
