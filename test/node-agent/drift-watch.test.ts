/** What the agent notices of a hand that changes what is ours, on the memory dataplane. */
import { expect, test } from 'vitest';
import type { Surroundings } from '../../dataplane/adopt/contract.ts';
import { createMemoryDataplane } from '../../dataplane/memory/driver.ts';
import type { Made } from '../../node-agent/drift/director-contents.ts';
import { DriftWatch } from '../../node-agent/drift/drift-watch.ts';
import { assertUnclaimed } from '../../node-agent/drift/unclaimed.ts';
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { DRIFT_ENTRIES_MAX } from '../../schemas/drift.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { CarriedAddress } from '../../schemas/plan/node-plan.ts';
import { nodeObject } from './plans.ts';

const QUIET = { instances: [], ownedAddresses: [] };
const VIP: CarriedAddress = { address: '10.0.0.1/32', interface: 'lo' };
const CONTEXT = { problem: '' };

const web = (weight: number, port = 80): DataplaneService => ({
  ...{ key: `tcp/10.0.0.1:${port}`, name: 'web', address: '10.0.0.1', port, protocol: 'tcp' },
  ...{ scheduler: 'wrr', forwarding: 'nat', localAddresses: [] },
  realServers: [{ address: '10.1.0.1', port: 80, weight }],
});

const made = (...services: readonly DataplaneService[]): Made => ({
  contents: { services: new Map(services.map((one) => [one.key, one])), zones: [] },
  node: { ...nodeObject(), staticAddresses: [VIP] },
  adminState: 'active',
});

/** A director with a kernel in memory and one link. */
async function director(...services: readonly DataplaneService[]) {
  const dataplane = createMemoryDataplane();
  await dataplane.apply(services.map((service) => ({ kind: 'addService', service })));
  let links: readonly CarriedAddress[] = [VIP];
  const surroundings: Surroundings = {
    linkAddresses: async () => [...links],
    foreign: async () => [{ kind: 'vrrp', where: 'process 7', what: 'another keepalived' }],
  };
  const watch = new DriftWatch();
  const parts = { dataplane, surroundings };
  const setLinks = (next: readonly CarriedAddress[]) => {
    links = next;
  };
  return { dataplane, watch, parts, setLinks };
}

test('nothing is due and nothing disturbed as long as nobody changes what a round made', async () => {
  const { watch, parts } = await director(web(1));
  expect(await watch.isDisturbed(parts)).toBe(false);
  expect(await watch.repairsDue(parts, made(web(2)), QUIET)).toEqual([]);
  watch.settle(made(web(1)), 0);
  expect(await watch.isDisturbed(parts)).toBe(false);
  // Another weight, as health or a new plan wants it, is no repair.
  expect(await watch.repairsDue(parts, made(web(0)), QUIET)).toEqual([]);
  const reply = await watch.reply(parts, made(web(0)), QUIET, CONTEXT);
  expect(reply).toMatchObject({ pending: 1, drifted: 0, repaired: 0, foreignTotal: 1 });
});

test('a change by hand is seen, due, and counted once it is mended', async () => {
  const { dataplane, watch, parts } = await director(web(1));
  watch.settle(made(web(1)), 0);
  dataplane.door.setServices([web(9)]);
  expect(await watch.isDisturbed(parts)).toBe(true);
  const due = await watch.repairsDue(parts, made(web(1)), QUIET);
  expect(due).toMatchObject([{ kind: 'drifted', observed: 'weight 9', desired: 'weight 1' }]);
  const reply = await watch.reply(parts, made(web(1)), QUIET, CONTEXT);
  expect(reply).toMatchObject({ pending: 0, drifted: 1 });
  dataplane.door.setServices([web(1)]);
  watch.settle(made(web(1)), due.length);
  expect(watch.repaired()).toBe(1);
  expect(await watch.repairsDue(parts, made(web(1)), QUIET)).toEqual([]);
});

test('an address that is taken away is due; one that the director owns is not', async () => {
  const { watch, parts, setLinks } = await director();
  watch.settle(made(), 0);
  setLinks([]);
  expect(await watch.isDisturbed(parts)).toBe(true);
  expect(await watch.repairsDue(parts, made(), QUIET)).toMatchObject([
    { what: 'address', subject: VIP.address, of: VIP.interface, observed: '' },
  ]);
  const own = { ...made(), node: { ...made().node, ownAddresses: ['10.0.0.1'] } };
  watch.settle(own, 1);
  expect(await watch.isDisturbed(parts)).toBe(false);
});

test('an answer lists so many and counts the rest', async () => {
  const { watch, parts } = await director();
  const many = Array.from({ length: DRIFT_ENTRIES_MAX + 10 }, (_, i) => web(1, i + 1));
  const reply = await watch.reply(parts, made(...many), QUIET, CONTEXT);
  expect(reply.pending).toBe(many.length);
  expect(reply.entries).toHaveLength(DRIFT_ENTRIES_MAX);
});

test('only a service that is to be added is held against the rules of others', async () => {
  const { dataplane } = await director(web(1));
  const asked: string[] = [];
  const adoption = {
    ...{ live: unasked, takeOver: unasked, undo: unasked },
    assertFree: async (services: readonly DataplaneService[]) => {
      asked.push(...services.map(({ key }) => key));
      throw new FleetError('E_NOT_ADOPTED', 'other rules serve it');
    },
  };
  const both = made(web(1), web(1, 81)).contents;
  await assertUnclaimed({ dataplane, adoption }, both);
  expect(asked).toEqual([]);
  dataplane.door.setForeign([{ where: 'table ip old', what: 'dnat' }]);
  await assertUnclaimed({ dataplane, adoption }, made(web(5)).contents);
  expect(asked).toEqual([]);
  await expect(assertUnclaimed({ dataplane, adoption }, both)).rejects.toMatchObject({
    code: 'E_NOT_ADOPTED',
  });
  expect(asked).toEqual(['tcp/10.0.0.1:81']);
});

function unasked(): Promise<never> {
  return Promise.reject(new Error('nobody asks for it'));
}
