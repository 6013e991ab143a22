/**
 * May this director be drained? Only when a peer is seen, just now, that can carry all of its
 * VRRP instances and reaches the real servers at least as well. What is not known is never taken
 * for healthy (I4, I13).
 */
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import type { DirectorView, HealthView, SeenDirector } from '../procedure/director-view.ts';

export type DrainVerdict =
  | { readonly kind: 'already' }
  | { readonly kind: 'refused'; readonly reason: string; readonly adminState?: AdminState }
  | {
      readonly kind: 'allowed';
      readonly adminState: AdminState;
      readonly instances: readonly string[];
      /** Peers that could take over, by name. */
      readonly peers: readonly string[];
    };

/** `isLocked`: nobody else may be at work in the cluster, so a `draining` peer was left behind. */
export function judgeDrain(
  directors: readonly DirectorView[],
  name: string,
  cluster: string,
  isLocked: boolean,
): DrainVerdict {
  const node = directors.find((director) => director.node === name);
  if (node === undefined) {
    return { kind: 'refused', reason: `${name} is no director of cluster ${cluster}` };
  }
  const { adminState, seen } = node;
  if (adminState === 'drained') return { kind: 'already' };
  const refused = (reason: string): DrainVerdict => ({ kind: 'refused', reason, adminState });
  if (seen === undefined) return refused(`${name} does not answer, so nothing is known of it`);
  if (seen.vrrp.length === 0) {
    return refused(`${name} runs no VRRP instance, so no peer can take its addresses over`);
  }
  const others = directors.filter((director) => director.node !== name);
  const leftBehind = others.find((director) => director.adminState === 'draining');
  if (isLocked && leftBehind !== undefined) {
    return refused(
      `${leftBehind.node} was left draining by a procedure that has ended; ` +
        'drain or undrain it first',
    );
  }
  const objections = others.map((peer) => ({ peer, objection: objectionTo(peer, name, seen) }));
  const peers = objections.filter((p) => p.objection === undefined).map((p) => p.peer.node);
  const instances = seen.vrrp.map((vrrp) => vrrp.instance);
  if (peers.length > 0) return { kind: 'allowed', adminState, instances, peers };
  const why =
    objections.map(({ peer, objection }) => `${peer.node} ${objection}`).join('; ') ||
    'it has no other director';
  return refused(`this would leave cluster ${cluster} without a healthy director: ${why}`);
}

/** Why this peer does not count as one that can take over; undefined when it does. */
function objectionTo(peer: DirectorView, name: string, node: SeenDirector): string | undefined {
  const instances = node.vrrp.map((vrrp) => vrrp.instance);
  const cannotCarry = cannotCarryWhy(peer, instances);
  if (cannotCarry !== undefined) return cannotCarry;
  const seen = peer.seen;
  if (seen === undefined) return 'does not answer';
  if (seen.convergence !== 'converged') {
    return `is ${seen.convergence}${seen.problem === '' ? '' : ` (${seen.problem})`}`;
  }
  if (seen.generation < node.generation) {
    return `runs generation ${seen.generation}, older than ${node.generation} on ${name}`;
  }
  return worseHealthWhy(seen.health, node.health, name);
}

/** Why this director cannot carry these instances now; undefined when it can. */
export function cannotCarryWhy(
  director: DirectorView,
  instances: readonly string[],
): string | undefined {
  if (director.adminState !== 'active') return `is ${director.adminState}`;
  if (director.seen === undefined) return 'does not answer';
  if (director.seen.adminState !== 'active') return `is still ${director.seen.adminState}`;
  for (const instance of instances) {
    const state = director.seen.vrrp.find((vrrp) => vrrp.instance === instance)?.state;
    if (state === 'master' || state === 'backup') continue;
    return state === undefined ? `does not run ${instance}` : `has ${instance} in state ${state}`;
  }
  return undefined;
}

function worseHealthWhy(
  peer: HealthView | undefined,
  node: HealthView | undefined,
  name: string,
): string | undefined {
  if (peer === undefined || node === undefined) return 'has said nothing of its real servers';
  const downHere = new Set(node.notUp.map(({ key }) => key));
  const onlyThere = peer.notUp.find(({ key }) => !downHere.has(key));
  const downOnPeer = peer.total - peer.up;
  const downOnNode = node.total - node.up;
  // The lists are bounded: a real server that is missing in ours may only have been cut off.
  const isListWhole = node.notUp.length === downOnNode;
  if (onlyThere !== undefined && (isListWhole || downOnPeer > downOnNode)) {
    return `does not reach ${onlyThere.key} (${onlyThere.why}), which ${name} does`;
  }
  if (downOnPeer <= downOnNode) return undefined;
  return `has ${downOnPeer} real servers not up, ${name} only ${downOnNode}`;
}
