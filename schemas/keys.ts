/**
 * Where everything stands in etcd. `root` carries the schema version and the cell, so two cells or
 * two versions share an etcd without meeting. Sequence numbers are 16 hex digits: key order is
 * number order.
 */
import type { ResourceKey } from './names.ts';

export const SCHEMA_ROOT = '/sluice/v1';

export function storeKeys(cell: string) {
  const root = `${SCHEMA_ROOT}/${cell}`;
  return {
    root: `${root}/`,
    /** Config events: `ev/config/fleet/<seq>`, `ev/node/lb1/<seq>`. */
    events: (aggregate: string, id: string) => `${root}/ev/${aggregate}/${id}/`,
    event: (aggregate: string, id: string, seq: number) =>
      `${root}/ev/${aggregate}/${id}/${seqText(seq)}`,
    /** The compare-and-swap point of one log. */
    head: (aggregate: string, id: string) => `${root}/head/${aggregate}/${id}`,
    /** How far a log is trimmed: the last event that is no longer kept, by number and hash. */
    trim: (aggregate: string, id: string) => `${root}/trim/${aggregate}/${id}`,
    /** Folds of a log: `snap/config/fleet/<seq>` says what it is, `.../<n>` hold its content. */
    snapshots: (aggregate: string, id: string) => `${root}/snap/${aggregate}/${id}/`,
    snapshot: (aggregate: string, id: string, seq: number) =>
      `${root}/snap/${aggregate}/${id}/${seqText(seq)}`,
    /** Changes of one large event, in chunks `stage/<id>/<n>`; `stage/<id>` names the event. */
    stages: `${root}/stage/`,
    stage: (id: string) => `${root}/stage/${id}`,
    /** The large event that is being written into the folded spec, if any. */
    unfolded: `${root}/unfolded/config/fleet`,
    /** The folded spec, one key a resource. */
    specs: `${root}/spec/`,
    spec: (key: ResourceKey) => `${root}/spec/${key}`,
    /** Result of a command by its idempotency key; leased. */
    idempotency: (key: string) => `${root}/idem/${key}`,
    objects: `${root}/obj/`,
    object: (digest: string) => `${root}/obj/${digest}`,
    trees: `${root}/tree/`,
    tree: (digest: string) => `${root}/tree/${digest}`,
    allGenerations: `${root}/gen/`,
    generation: (cluster: string, generation: number) =>
      `${root}/gen/${cluster}/${seqText(generation)}`,
    generations: (cluster: string) => `${root}/gen/${cluster}/`,
    nodeRef: (node: string) => `${root}/ref/node/${node}`,
    nodeRefs: `${root}/ref/node/`,
    lock: (domain: string) => `${root}/lock/${domain}`,
    locks: `${root}/lock/`,
    observed: (node: string) => `${root}/obs/node/${node}`,
    /** Objects last written before this revision may be swept when nothing reaches them. */
    sweepHorizon: `${root}/sweep/horizon`,
    /** Which revision etcd was at when; written by the keeper. */
    revisionClock: `${root}/sweep/clock`,
    /** What the keeper found in its last round. */
    keeperReport: `${root}/keeper/report`,
    election: (role: string) => `${root}/elect/${role}`,
  };
}
export type StoreKeys = ReturnType<typeof storeKeys>;

export function seqText(seq: number): string {
  return seq.toString(16).padStart(16, '0');
}

/** One chunk of what stands in parts under a key. */
export function chunkKey(key: string, index: number): string {
  return `${key}/${index.toString(16).padStart(4, '0')}`;
}

export function seqOf(key: string): number {
  return Number.parseInt(key.slice(key.lastIndexOf('/') + 1), 16);
}
