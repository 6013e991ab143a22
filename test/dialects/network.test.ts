/**
 * Addresses are read by short ways of their own, because imports hold millions of them: those ways
 * and the library's long ones say the same of every text.
 */
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { formatNetwork, holdsAddress, networkAround } from '../../dialects/text/network.ts';
import { networkOf, parseAddress, parsePrefix, prefixContains } from '../../schemas/address.ts';

const address4 = fc.ipV4().map((text) => parseAddress(text) ?? text);
const address6 = fc.ipV6().map((text) => parseAddress(text) ?? text);

/** Texts that are nearly addresses: cut, mixed, with numbers that are too large or too long. */
const nearly = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.ipV4Extended(),
  fc.tuple(fc.ipV6(), fc.constantFrom('%eth0', '/64', ':80', ' ', '.1')).map(([a, b]) => a + b),
  fc.array(fc.constantFrom('0', '1', '9', '25', '256', '00', '.', ':', '::', 'f', 'g', 'ffff:')),
  fc.string({ maxLength: 12 }),
);

function byLibrary(text: string): string | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).toString();
  if (text.includes('%') || !ipaddr.IPv6.isValid(text)) return undefined;
  return ipaddr.IPv6.parse(text).toRFC5952String();
}

describe('an address', () => {
  it('is what the library takes for one, in the same text', () => {
    fc.assert(
      fc.property(nearly, (given) => {
        const text = Array.isArray(given) ? given.join('') : given;
        expect(parseAddress(text)).toBe(byLibrary(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a network', () => {
  const cases = fc.oneof(
    fc.tuple(address4, address4, fc.nat(32)),
    fc.tuple(address6, address6, fc.nat(128)),
  );

  it('around an address is the one that the library names', () => {
    fc.assert(
      fc.property(cases, ([address, , length]) => {
        const prefix = parsePrefix(`${address}/${length}`);
        if (prefix === undefined) throw new Error(address);
        expect(formatNetwork(networkAround(address, length))).toBe(networkOf(prefix));
      }),
    );
  });

  it('holds the addresses that the library says it holds', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ([address, other, length], isOwn) => {
        const network = networkAround(address, length);
        const asked = isOwn ? address : other;
        expect(holdsAddress(network, asked)).toBe(prefixContains(network, asked));
      }),
    );
  });
});
