/**
 * A spec by what a change has to look up: services by VIP, RealServers by the service they join,
 * and the resources that are few. It follows a spec from fold to fold, so no change costs a walk
 * over all services. Pure; an index is a function of its spec.
 */
import { patchedMap } from '../../schemas/patched-map.ts';
import type { Resource } from '../../schemas/resources/resource.ts';
import { foldSpec, type ResourceChange, type Spec } from '../../schemas/spec.ts';

type Keys = ReadonlySet<string>;
type KeysBy = ReadonlyMap<string, Keys>;

export interface SpecIndex {
  /** Keys of clusters, nodes, pools and VRRP instances. */
  readonly few: Keys;
  /** VIP -> keys of the VirtualServices that have it. */
  readonly byVip: KeysBy;
  /** VirtualService name -> keys of the RealServers that join it. */
  readonly joining: KeysBy;
}

const NONE: Keys = new Set();
/** What an index can be worked out from again; so it may be forgotten with its spec. */
const known = new WeakMap<Spec, SpecIndex>();

/** Made once a spec, by one walk, unless it came by `foldIndexed`. */
export function indexOf(spec: Spec): SpecIndex {
  const found = known.get(spec);
  if (found !== undefined) return found;
  const few = new Set<string>();
  const byVip = new Map<string, Set<string>>();
  const joining = new Map<string, Set<string>>();
  for (const [key, { resource }] of spec.resources) {
    if (isFew(resource)) few.add(key);
    for (const vip of vipsOf(resource)) addTo(byVip, vip, key);
    for (const service of joinedBy(resource)) addTo(joining, service, key);
  }
  const index = { few, byVip, joining };
  known.set(spec, index);
  return index;
}

/** `foldSpec`, and the index of the result from that of `spec`. */
export function foldIndexed(
  spec: Spec,
  revision: number,
  changes: readonly ResourceChange[],
): Spec {
  const next = foldSpec(spec, revision, changes);
  let { few, byVip, joining } = indexOf(spec);
  for (const { key } of changes) {
    const before = spec.resources.get(key)?.resource;
    const after = next.resources.get(key)?.resource;
    if (isFew(before) || isFew(after)) few = moved(few, key, after !== undefined);
    byVip = reindexed(byVip, key, vipsOf(before), vipsOf(after));
    joining = reindexed(joining, key, joinedBy(before), joinedBy(after));
  }
  known.set(next, { few, byVip, joining });
  return next;
}

export function keysAt(by: KeysBy, place: string): Keys {
  return by.get(place) ?? NONE;
}

function isFew(resource: Resource | undefined): boolean {
  return (
    resource !== undefined && resource.kind !== 'VirtualService' && resource.kind !== 'RealServer'
  );
}

function vipsOf(resource: Resource | undefined): readonly string[] {
  return resource?.kind === 'VirtualService' ? resource.spec.vips : [];
}

function joinedBy(resource: Resource | undefined): readonly string[] {
  return resource?.kind === 'RealServer' ? [resource.spec.virtualService] : [];
}

function addTo(by: Map<string, Set<string>>, place: string, key: string): void {
  const keys = by.get(place);
  if (keys === undefined) by.set(place, new Set([key]));
  else keys.add(key);
}

function moved(keys: Keys, key: string, isIn: boolean): Keys {
  if (keys.has(key) === isIn) return keys;
  const next = new Set(keys);
  if (isIn) next.add(key);
  else next.delete(key);
  return next;
}

function reindexed(
  by: KeysBy,
  key: string,
  before: readonly string[],
  after: readonly string[],
): KeysBy {
  const left = before.filter((place) => !after.includes(place));
  const entered = after.filter((place) => !before.includes(place));
  if (left.length + entered.length === 0) return by;
  const emptied = (keys: Keys) => (keys.size === 0 ? undefined : keys);
  return patchedMap(by, [
    ...left.map((place) => [place, emptied(moved(keysAt(by, place), key, false))] as const),
    ...entered.map((place) => [place, moved(keysAt(by, place), key, true)] as const),
  ]);
}
