/** Static addresses on the links of a director in a network namespace. */
import { afterEach, expect, test } from 'vitest';
import { createStaticAddresses } from '../../dataplane/addresses/static-addresses.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { withVrrpNetwork } from './vrrp-network.ts';

const network = withVrrpNetwork('addr');
const dir = tempDir('addresses');

/** A new agent each time: nothing may depend on what one object remembers. */
const agent = () =>
  createStaticAddresses({
    dir,
    ownAddresses: ['10.99.0.11', '10.98.0.11'],
    wrap: network.wrap('director1'),
  });
const onLinks = () => network.ip('director1', '-br', 'addr');
const at = (address: string, link = 'front') => ({ address, interface: link });

const vip = at('10.99.0.100/32');
const vip6 = at('fd99::100/128');
const gateway = at('10.98.0.1/24', 'back');

afterEach(async () => {
  await agent().apply([]);
});

test('addresses are put on their links once, and taken away when the plan drops them', async () => {
  expect(await agent().apply([vip, vip6, gateway])).toEqual({
    added: ['10.99.0.100', 'fd99::100', '10.98.0.1'],
    removed: [],
  });
  expect(await agent().held([vip, vip6, gateway])).toEqual([
    '10.99.0.100',
    'fd99::100',
    '10.98.0.1',
  ]);
  expect(await agent().apply([vip, vip6, gateway])).toEqual({ added: [], removed: [] });
  expect(await agent().apply([vip6])).toEqual({
    added: [],
    removed: ['10.98.0.1', '10.99.0.100'],
  });
  expect(await onLinks()).not.toMatch(/10\.98\.0\.1\/|10\.99\.0\.100/);
});

test('an address that was deleted by hand comes back', async () => {
  await agent().apply([vip]);
  await network.ip('director1', 'addr', 'del', vip.address, 'dev', vip.interface);
  expect(await agent().apply([vip])).toEqual({ added: ['10.99.0.100'], removed: [] });
});

test('an address that was there before is used and never taken away', async () => {
  await network.ip('director1', 'addr', 'add', vip.address, 'dev', vip.interface);
  expect(await agent().apply([vip])).toEqual({ added: [], removed: [] });
  expect(await agent().apply([])).toEqual({ added: [], removed: [] });
  expect(await onLinks()).toContain(vip.address);
  await network.ip('director1', 'addr', 'del', vip.address, 'dev', vip.interface);
});

test("the director's own address is neither added nor removed", async () => {
  const own = at('10.99.0.11/24');
  expect(await agent().apply([own])).toEqual({ added: [], removed: [] });
  expect(await agent().apply([at('10.99.0.11/32', 'back')])).toEqual({ added: [], removed: [] });
  await agent().apply([]);
  expect(await onLinks()).toContain(own.address);
});

test('one link that is missing keeps no other address back, and is told', async () => {
  await expect(agent().apply([at('10.99.0.101/32', 'nowhere'), vip])).rejects.toMatchObject({
    code: 'E_DATAPLANE_APPLY',
    message: expect.stringContaining('nowhere'),
  });
  expect(await agent().held([vip])).toEqual(['10.99.0.100']);
});
