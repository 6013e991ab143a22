/**
 * The addresses on the director's links, read and changed through ip(8). What was asked for is
 * checked against the kernel afterwards, so no message of ip has to be understood.
 */
import { parseAddress, parsePrefix } from '../../schemas/address.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { CarriedAddress } from '../../schemas/plan/node-plan.ts';
import { runCommand } from '../daemon/command.ts';

export type AddressChange = 'add' | 'del';

/**
 * Every address of every link, with its prefix length, canonical.
 * @throws FleetError E_DATAPLANE_OBSERVE
 */
export async function readLinkAddresses(wrap: readonly string[] = []): Promise<CarriedAddress[]> {
  const result = await runCommand(['ip', '-j', 'addr', 'show'], { wrap });
  if (result.code !== 0) {
    throw new FleetError('E_DATAPLANE_OBSERVE', `ip addr fails: ${result.stderr.trim()}`, {
      retryable: true,
    });
  }
  return parseLinks(result.stdout);
}

/** The form of `ip -j addr show`; links without addresses have an empty `addr_info`. Pure. */
export function parseLinks(json: string): CarriedAddress[] {
  const links = JSON.parse(json) as {
    ifname?: string;
    addr_info?: { local?: string; prefixlen?: number }[];
  }[];
  return links.flatMap((link) =>
    (link.addr_info ?? []).flatMap(({ local, prefixlen }) => {
      const address = local === undefined ? undefined : parseAddress(local);
      if (link.ifname === undefined || address === undefined) return [];
      return [{ interface: link.ifname, address: `${address}/${prefixlen}` }];
    }),
  );
}

/**
 * Adds or deletes all of them. Adding what is there and deleting what is not is no error.
 * @throws FleetError E_DATAPLANE_APPLY with ip's words when one is not so afterwards
 */
export async function changeLinkAddresses(
  change: AddressChange,
  addresses: readonly CarriedAddress[],
  wrap: readonly string[] = [],
): Promise<void> {
  if (addresses.length === 0) return;
  const input = addresses.map((carried) => batchLine(change, carried)).join('');
  // -force goes on after a line that fails, so that one bad interface keeps nothing else back.
  const result = await runCommand(['ip', '-force', '-batch', '-'], { wrap, input });
  const present = new Set((await readLinkAddresses(wrap)).map(carriedKey));
  const wrong = addresses.filter(
    (carried) => present.has(carriedKey(carried)) !== (change === 'add'),
  );
  if (wrong.length === 0) return;
  throw new FleetError(
    'E_DATAPLANE_APPLY',
    `cannot ${change} ${wrong.map(carriedKey).join(', ')}: ${result.stderr.trim()}`,
    { retryable: true },
  );
}

/** Equal for equal address, prefix length and interface. */
export function carriedKey(carried: CarriedAddress): string {
  return `${carried.address} dev ${carried.interface}`;
}

/** The address without its prefix length. */
export function bareAddress(carried: CarriedAddress): string {
  return carried.address.slice(0, carried.address.indexOf('/'));
}

/** Each once, in a fixed order. */
export function distinct(addresses: readonly CarriedAddress[]): CarriedAddress[] {
  const byKey = new Map(addresses.map((carried) => [carriedKey(carried), carried]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

function batchLine(change: AddressChange, carried: CarriedAddress): string {
  const prefix = parsePrefix(carried.address);
  // ip splits its batch at blanks, so a name with one would be read as further words.
  if (prefix === undefined || !/^[^\s/]{1,15}$/.test(carried.interface)) {
    throw new FleetError('E_DATAPLANE_APPLY', `no address on a link: ${carriedKey(carried)}`);
  }
  // Duplicate address detection would keep a VIP silent for a second after each take-over.
  const flags = change === 'add' && prefix.family === 'ipv6' ? ' nodad' : '';
  return `addr ${change} ${carriedKey(carried)}${flags}\n`;
}
