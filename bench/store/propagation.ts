/**
 * From the moment a controller begins to publish a changed weight until each of many agents has
 * its ref. The agents are in this process, each with a watch of its own key as in production, a
 * hundred to a connection; nobody shares what another has read.
 */
import type { Store } from '../../store/contract.ts';
import { percentile } from '../weight-change/percentile.ts';
import { Writer } from './writer.ts';

const AGENTS_PER_CONNECTION = 100;
const ROUNDS = 5;
const ROUND_TIMEOUT_MS = 60_000;

export interface Propagation {
  readonly agents: number;
  readonly rounds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly lastMs: number;
}

export async function measurePropagation(
  openStore: () => Promise<Store>,
  agents: number,
): Promise<Propagation> {
  const nodes = Array.from({ length: agents }, (_, i) => `n${i}`);
  const stores: Store[] = [];
  let wanted = 1;
  let waiting = 0;
  let startedAt = 0;
  let reached = Promise.withResolvers<void>();
  const samples: number[] = [];
  const seen = (generation: number) => {
    if (generation !== wanted) return;
    samples.push(performance.now() - startedAt);
    if (--waiting === 0) reached.resolve();
  };
  const expectAll = () => {
    waiting = agents;
    reached = Promise.withResolvers();
    startedAt = performance.now();
  };
  try {
    const own = await openStore();
    stores.push(own);
    const writer = new Writer(own, nodes);
    expectAll();
    for (let at = 0; at < agents; at += AGENTS_PER_CONNECTION) {
      const store = await openStore();
      stores.push(store);
      for (const node of nodes.slice(at, at + AGENTS_PER_CONNECTION)) {
        await store.followRef({
          node,
          onRef: (ref) => seen(ref?.plan.generation ?? 0),
          onFailed: reached.reject,
        });
      }
    }
    await writer.create(0, 10);
    await within(reached.promise, ROUND_TIMEOUT_MS);
    samples.length = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const weight = await writer.changeWeight(0);
      wanted++;
      expectAll();
      await writer.publish([0], weight);
      await within(reached.promise, ROUND_TIMEOUT_MS);
    }
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
  return {
    agents,
    rounds: ROUNDS,
    p50Ms: percentile(samples, 50),
    p99Ms: percentile(samples, 99),
    lastMs: percentile(samples, 100),
  };
}

async function within(done: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not all agents within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
