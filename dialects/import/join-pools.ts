/**
 * Local addresses of several directors as pools of their cluster. Sluice gives every director LIPs
 * of its own; what two of them share is shared out, and a director that is left with none cannot
 * serve and is taken out with an error.
 */
import { familyOf } from '../../schemas/address.ts';
import { type Director, note, type PoolDraft, type SaidAddress } from './director.ts';
import {
  instanceField,
  type JoinedInstance,
  type Joining,
  linkOf,
  type ResourceDraft,
} from './joined.ts';
import { type NameBook, nameFrom } from './names.ts';

interface JoinedPool {
  readonly first: PoolDraft;
  readonly perNode: Map<string, SaidAddress[]>;
  readonly members: PoolDraft[];
}

export interface PoolResult {
  readonly drafts: ResourceDraft[];
  /** Directors that have no local addresses of their own in some pool. */
  readonly without: ReadonlySet<string>;
}

export function joinPools(
  joining: Joining,
  names: NameBook,
  carrierFor: (address: string, wanted: string | undefined) => JoinedInstance | undefined,
): PoolResult {
  const pools = joinedPools(joining.directors);
  const without = new Set<string>();
  const drafts = pools.map((pool) => {
    const { target } = pool.first;
    target.name = names.take(nameFrom(pool.first.name, 'lips'));
    for (const member of pool.members) if (member !== pool.first) member.target.isPartOf(target);
    shareOut(pool, joining);
    for (const { name } of joining.directors) {
      if ((pool.perNode.get(name) ?? []).length === 0) missing(pool, name, joining, without);
    }
    return { target, spec: poolSpec(pool, joining, carrierFor) };
  });
  return { drafts, without };
}

function missing(pool: JoinedPool, node: string, joining: Joining, without: Set<string>): void {
  const { context, directors } = joining;
  without.add(node);
  const message = `${node} has no local address of its own in ${pool.first.target.name}`;
  const hint = 'give it addresses that no other director has, and import again';
  note(context, 'E_NOT_ENOUGH_LIPS', pool.first.source.span, message, hint);
  const director = directors.find(({ name }) => name === node);
  if (director !== undefined) context.ledger.refuseAt(director.target, '', message);
}

/** Pools with an address or, on different directors, the name in common are one pool. */
function joinedPools(directors: readonly Director[]): JoinedPool[] {
  const pools: JoinedPool[] = [];
  const byAddress = new Map<string, JoinedPool>();
  const byName = new Map<string, JoinedPool>();
  const into = new Map<JoinedPool, JoinedPool>();
  const rootOf = (pool: JoinedPool): JoinedPool => {
    const next = into.get(pool);
    return next === undefined ? pool : rootOf(next);
  };
  for (const { name: node, pools: own } of directors) {
    for (const draft of own) {
      const found = [
        byName.get(draft.name),
        ...draft.addresses.map(({ address }) => byAddress.get(address)),
      ].flatMap((one) => (one === undefined ? [] : [rootOf(one)]));
      const [root = newPool(draft, pools), ...others] = new Set(found);
      for (const other of others) absorb(root, other, into);
      root.members.push(draft);
      const list = root.perNode.get(node) ?? [];
      root.perNode.set(node, list);
      for (const said of draft.addresses) {
        byAddress.set(said.address, root);
        if (!list.some(({ address }) => address === said.address)) list.push(said);
      }
      if (draft.name !== '') byName.set(draft.name, root);
    }
  }
  return pools.filter((pool) => !into.has(pool));
}

function newPool(first: PoolDraft, pools: JoinedPool[]): JoinedPool {
  const pool = { first, perNode: new Map(), members: [] };
  pools.push(pool);
  return pool;
}

function absorb(root: JoinedPool, other: JoinedPool, into: Map<JoinedPool, JoinedPool>): void {
  into.set(other, root);
  root.members.push(...other.members);
  for (const [node, list] of other.perNode) {
    const own = root.perNode.get(node) ?? [];
    root.perNode.set(node, own);
    for (const said of list)
      if (!own.some(({ address }) => address === said.address)) own.push(said);
  }
}

/** An address that several directors list goes to the one with the fewest of its family. */
function shareOut({ first, perNode }: JoinedPool, { context }: Joining): void {
  const owners = new Map<string, string[]>();
  for (const [node, list] of perNode) {
    for (const { address } of list) owners.set(address, [...(owners.get(address) ?? []), node]);
  }
  const shared = [...owners].filter(([, nodes]) => nodes.length > 1);
  if (shared.length === 0) return;
  const isShared = new Set(shared.map(([address]) => address));
  const kept = new Map(
    [...perNode].map(([node, list]) => [
      node,
      list.filter(({ address }) => !isShared.has(address)),
    ]),
  );
  for (const [address, nodes] of shared) {
    const countOf = (node: string) =>
      (kept.get(node) ?? []).filter((one) => familyOf(one.address) === familyOf(address)).length;
    const [chosen = ''] = [...nodes].sort((a, b) => countOf(a) - countOf(b));
    const said = perNode.get(chosen)?.find((one) => one.address === address);
    if (said !== undefined) kept.get(chosen)?.push(said);
  }
  for (const [node, list] of kept) perNode.set(node, list);
  const names = shared.map(([address]) => address).join(', ');
  const message = `several directors list ${names}: each address goes to one of them`;
  note(context, 'W_ADDED', first.source.span, message, 'two directors never draw from one address');
}

function poolSpec(
  pool: JoinedPool,
  joining: Joining,
  carrierFor: (address: string, wanted: string | undefined) => JoinedInstance | undefined,
) {
  const { context, cluster, directors } = joining;
  const { target } = pool.first;
  const all = [...pool.perNode.values()].flat();
  const [one] = all;
  const device = all.find((said) => said.device !== undefined)?.device;
  const link = device ?? (one && linkOf(joining, one.address)) ?? 'lo';
  if (link === 'lo') {
    const message = `nothing says which link the addresses of ${target.name} are on: lo is written`;
    note(
      context,
      'W_NOT_SAID',
      pool.first.source.span,
      message,
      'name the link towards the real servers',
    );
  }
  for (const [node, list] of pool.perNode) {
    for (const [at, { address }] of list.entries()) {
      joining.served.set(address, { target, path: `spec.perNode.${node}[${at}]` });
    }
  }
  // Also the line of a director that lists what now is its peer's.
  for (const { address, source } of pool.members.flatMap(({ addresses }) => addresses)) {
    const place = joining.served.get(address);
    if (place !== undefined) context.ledger.mapped(source, place.target, place.path);
  }
  for (const { source, name } of pool.members) {
    // Commands fill a pool without naming one.
    if (name !== '') context.ledger.mapped(source, target, 'metadata.name');
  }
  const order = directors
    .map(({ name }) => name)
    .filter((name) => (pool.perNode.get(name) ?? []).length > 0);
  const perNode = Object.fromEntries(
    order.map((node) => [node, (pool.perNode.get(node) ?? []).map(({ address }) => address)]),
  );
  const carrier = one === undefined ? undefined : carrierFor(one.address, link);
  return { cluster, interface: link, perNode, ...instanceField(joining, carrier) };
}
