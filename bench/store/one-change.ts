/**
 * One weight change among more and more services: what it costs the store to take it, and one
 * agent to learn it; beside it, in the same run, a store that rewrites the whole configuration.
 */
import { Etcd3 } from 'etcd3';
import type { Store } from '../../store/contract.ts';
import { metered, type Traffic } from './meter.ts';
import { service, type Writer } from './writer.ts';

/** Changes over which the figures are averaged. */
const CHANGES = 20;
/** Values of the naive store: what etcd takes at once with room for the frame. */
const NAIVE_CHUNK_BYTES = 1024 * 1024;

export interface OneChange {
  readonly services: number;
  /** Event and generation, per change. */
  readonly write: Traffic;
  /** Tree and object that one agent reads, per change. */
  readonly read: Traffic;
  readonly naive: Traffic;
}

export async function measureOneChange(
  endpoint: string,
  agent: Store,
  writer: Writer,
  services: number,
): Promise<OneChange> {
  const changed: { index: number; before: string; after: string }[] = [];
  await writer.publish([0], await writer.changeWeight(0)); // caches of the controller are warm
  await agent.readTree(writer.generation.root); // as those of an agent that runs
  const write = await metered(endpoint, async () => {
    for (let i = 0; i < CHANGES; i++) {
      const before = writer.generation.root;
      const index = (i * 37) % services;
      await writer.publish([index], await writer.changeWeight(index));
      changed.push({ index, before, after: writer.generation.root });
    }
  });
  const read = await metered(endpoint, async () => {
    for (const { before, after } of changed) {
      const { changed: entries } = await agent.diffTrees(before, after);
      await agent.readServiceObjects(entries.map(({ digest }) => digest));
    }
  });
  const naive = await rewriteWhole(endpoint, services);
  return { services, write: perChange(write), read: perChange(read), naive };
}

async function rewriteWhole(endpoint: string, services: number): Promise<Traffic> {
  const client = new Etcd3({ hosts: endpoint });
  try {
    return await metered(endpoint, async () => {
      const all = Array.from({ length: services }, (_, index) => service(index, 2));
      const text = Buffer.from(JSON.stringify(all));
      for (let at = 0; at < text.length; at += NAIVE_CHUNK_BYTES) {
        const chunk = text.subarray(at, at + NAIVE_CHUNK_BYTES);
        await client.put(`/naive/${at}`).value(chunk).exec();
      }
    });
  } finally {
    client.close();
  }
}

function perChange(traffic: Traffic): Traffic {
  const share = (value: number) => Math.round((value / CHANGES) * 10) / 10;
  return {
    requests: share(traffic.requests),
    receivedBytes: Math.round(share(traffic.receivedBytes)),
    sentBytes: Math.round(share(traffic.sentBytes)),
    logBytes: Math.round(share(traffic.logBytes)),
  };
}
