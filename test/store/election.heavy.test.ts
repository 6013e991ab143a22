/** The election on a real etcd: one at a time, told in time, over outages and cut links. */
import { Etcd3 } from 'etcd3';
import { describe, expect, test } from 'vitest';
import { storeKeys } from '../../schemas/keys.ts';
import { withEtcd } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { atEnd, newCell, storeAt } from './fixtures.ts';

const etcd = withEtcd();
const TTL_S = 3;

interface Candidate {
  readonly name: string;
  /** Gained and lost, with the time of performance.now(). */
  readonly terms: { token: number; from: number; to?: number }[];
  readonly abort: AbortController;
  readonly done: Promise<void>;
  isElected(): boolean;
}

async function candidateAt(endpoint: string, cell: string, name: string): Promise<Candidate> {
  const store = await storeAt(endpoint, cell, { electionTtlSeconds: TTL_S });
  const abort = new AbortController();
  const terms: Candidate['terms'] = [];
  const done = store.campaign({
    role: 'controller',
    candidate: name,
    signal: abort.signal,
    onElected: (token) => terms.push({ token, from: performance.now() }),
    onLost: () => {
      const term = terms.at(-1);
      if (term !== undefined) term.to = performance.now();
    },
  });
  atEnd(async () => {
    abort.abort();
    await done;
  });
  const isElected = () => terms.length > 0 && terms.at(-1)?.to === undefined;
  return { name, terms, abort, done, isElected };
}

function expectOneAtATime(candidates: readonly Candidate[]): void {
  const terms = candidates.flatMap(({ terms: all }) => all).sort((a, b) => a.token - b.token);
  terms.slice(1).forEach((term, i) => {
    const before = terms[i];
    expect(before?.to ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(term.from);
  });
}

describe('candidates for a role', () => {
  test('hold it one at a time and hand over when one gives up', async () => {
    const cell = newCell();
    const candidates = await Promise.all(
      ['a', 'b', 'c'].map((name) => candidateAt(etcd.endpoint, cell, name)),
    );
    const elected = () => candidates.filter((candidate) => candidate.isElected());
    for (let left = 3; left > 0; left--) {
      await until('somebody is elected', () => elected().length === 1);
      const [holder] = elected();
      holder?.abort.abort();
      await holder?.done;
    }
    expect(candidates.map(({ terms }) => terms.length)).toEqual([1, 1, 1]);
    expectOneAtATime(candidates);
    const client = new Etcd3({ hosts: etcd.endpoint });
    atEnd(() => client.close());
    expect(await client.get(storeKeys(cell).election('controller')).exists()).toBe(false);
  });

  test('keep the holder over a short restart of etcd', async () => {
    const cell = newCell();
    const holder = await candidateAt(etcd.endpoint, cell, 'a');
    await until('elected', () => holder.isElected());
    const other = await candidateAt(etcd.endpoint, cell, 'b');
    await etcd.restart();
    const renewed = performance.now() + TTL_S * 1_000;
    await until('two renewals later', () => performance.now() > renewed);
    expect(holder.isElected()).toBe(true);
    expect(holder.terms).toHaveLength(1);
    expect(other.terms).toHaveLength(0);
  });

  test('whose link keeps silent stop before their successor starts', async () => {
    const cell = newCell();
    const proxy = await startCuttingProxy(etcd.server.port);
    atEnd(proxy.close);
    const cut = await candidateAt(proxy.endpoint, cell, 'cut');
    await until('elected', () => cut.isElected());
    const other = await candidateAt(etcd.endpoint, cell, 'other');
    const cutAt = performance.now();
    proxy.setSilent(true);
    await until('the loss is told', () => !cut.isElected());
    expect(performance.now() - cutAt).toBeLessThan(TTL_S * 1_000);
    await until('the other is elected', () => other.isElected(), { timeoutMs: 30_000 });
    expectOneAtATime([cut, other]);
    // The link comes back; the role does not.
    proxy.setSilent(false);
    other.abort.abort();
    await until('elected again', () => cut.isElected(), { timeoutMs: 30_000 });
    expectOneAtATime([cut, other]);
    expect(cut.terms.map(({ token }) => token)).toEqual(
      cut.terms.map(({ token }) => token).sort((a, b) => a - b),
    );
  });

  test('notice when somebody takes the role away by hand', async () => {
    const cell = newCell();
    const holder = await candidateAt(etcd.endpoint, cell, 'a');
    await until('elected', () => holder.isElected());
    const client = new Etcd3({ hosts: etcd.endpoint });
    atEnd(() => client.close());
    await client.delete().key(storeKeys(cell).election('controller'));
    await until('a second term', () => holder.terms.length === 2);
    expect(holder.terms[0]?.to).toBeDefined();
    expect(holder.terms[1]?.token).toBeGreaterThan(holder.terms[0]?.token ?? 0);
  });

  test('wait for an etcd that is not there yet', async () => {
    await etcd.kill();
    const holder = await candidateAt(etcd.endpoint, newCell(), 'a');
    expect(holder.isElected()).toBe(false);
    await etcd.restart();
    await until('elected', () => holder.isElected());
  });
});
