/**
 * Transactions and the kernel: both ways into it (a line to the long-lived nft, a file to one of
 * its own) carry out all of a transaction or none, and say why.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffServices } from '../../dataplane/diff.ts';
import { createNftDataplane } from '../../dataplane/nft/driver.ts';
import { RulesetGeneration } from '../../dataplane/nft/generation.ts';
import { NftSession } from '../../dataplane/nft/session.ts';
import { runTool } from '../../dataplane/tool.ts';
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { serviceKey } from '../../schemas/names.ts';

const netns = `sx${process.pid}-session`;
const wrap = ['ip', 'netns', 'exec', netns];
const session = new NftSession(wrap);
const generation = new RulesetGeneration(wrap);

beforeAll(async () => {
  expect((await runTool(['ip', 'netns', 'add', netns])).code).toBe(0);
  await session.run(['add table inet t', 'add set inet t s { type mark; }']);
});

afterAll(async () => {
  await session.close();
  await generation.close();
  await runTool(['ip', 'netns', 'del', netns]);
});

const marks = async (): Promise<number> => {
  const { stdout } = await runTool([...wrap, 'nft', '-j', 'list', 'set', 'inet', 't', 's']);
  return JSON.parse(stdout).nftables[1].set.elem?.length ?? 0;
};

const elements = (count: number) => Array.from({ length: count }, (_, i) => i + 1).join(', ');

describe.each([
  { way: 'a line', count: 10 },
  { way: 'a file', count: 20_000 },
])('a transaction as $way', ({ count }) => {
  it('is carried out as a whole, as one generation', async () => {
    const before = await generation.read();
    await session.run([
      `add element inet t s { ${elements(count)} }`,
      'delete element inet t s { 1 }',
    ]);
    expect(await marks()).toBe(count - 1);
    expect(await generation.read()).toBe(before + 1);
    await session.run(['flush set inet t s']);
  });

  it('leaves nothing behind when one command of it is refused, and says which', async () => {
    const before = await generation.read();
    const attempt = session.run([
      `add element inet t s { ${elements(count)} }`,
      'delete element inet t s { 77777777 }',
    ]);
    await expect(attempt).rejects.toMatchObject({
      code: 'E_DATAPLANE_APPLY',
      message: 'Could not process rule: No such file or directory: 77777777',
    });
    expect(await marks()).toBe(0);
    expect(await generation.read()).toBe(before);
  });

  it('does not hold up the next one after a word nft does not know', async () => {
    const attempt = session.run([`add elephant inet t s { ${elements(count)} }`]);
    await expect(attempt).rejects.toMatchObject({ code: 'E_DATAPLANE_APPLY' });
    await session.run(['add element inet t s { 5 }']);
    expect(await marks()).toBe(1);
    await session.run(['flush set inet t s']);
  });
});

describe('many services', () => {
  const COUNT = 400;
  const service = (i: number, weight: number): DataplaneService => ({
    key: serviceKey('tcp', `10.64.${i >> 8}.${i & 255}`, 80),
    name: `web-${i}`,
    address: `10.64.${i >> 8}.${i & 255}`,
    port: 80,
    protocol: 'tcp',
    scheduler: 'wrr',
    forwarding: 'fullnat',
    localAddresses: ['10.2.0.1', '10.2.0.3'],
    realServers: Array.from({ length: 8 }, (_, r) => ({
      address: '10.1.0.1',
      port: 1_000 + r,
      weight: r === 0 ? weight : 1,
    })),
  });
  const fleet = (weight: number) =>
    new Map(
      Array.from({ length: COUNT }, (_, i) => {
        const one = service(i, weight);
        return [one.key, one];
      }),
    );

  it('are made, changed and removed in one transaction each, and read back the same', async () => {
    const dataplane = createNftDataplane({ netns, table: 'many' });
    for (const desired of [fleet(1), fleet(4), new Map()]) {
      const { services } = await dataplane.observe();
      await dataplane.apply(diffServices(desired, services));
      const fresh = createNftDataplane({ netns, table: 'many' });
      expect(await fresh.observe()).toEqual({ services: desired, zones: [], foreign: [] });
      await fresh.close();
    }
    await dataplane.close();
  });
});
