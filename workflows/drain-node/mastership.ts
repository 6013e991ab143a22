/**
 * Who is master, judged from all directors of the cluster and not from the acting one alone (I19).
 */
import type { DirectorView } from '../procedure/director-view.ts';
import { cannotCarryWhy } from './eligibility.ts';

export type Mastership =
  | { readonly kind: 'moved'; readonly masters: readonly string[] }
  /** `isHopeless`: no peer is left that could take over. */
  | { readonly kind: 'notYet'; readonly why: string; readonly isHopeless: boolean }
  /** The director itself is silent, so it cannot be said whether it has let go. */
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Whether peers carry every instance, each on exactly one of them, and the director has let go of
 * every address.
 */
export function judgeMastership(
  directors: readonly DirectorView[],
  name: string,
  instances: readonly string[],
): Mastership {
  const peers = directors.filter((director) => director.node !== name);
  const able = peers.filter((peer) => cannotCarryWhy(peer, instances) === undefined);
  if (able.length === 0) {
    const why = peers.map((peer) => `${peer.node} ${cannotCarryWhy(peer, instances)}`).join('; ');
    const reason = `no peer can carry the addresses: ${why || 'there is none'}`;
    return { kind: 'notYet', why: reason, isHopeless: true };
  }
  const notYet = (why: string): Mastership => ({ kind: 'notYet', why, isHopeless: false });
  const masters = new Set<string>();
  for (const instance of instances) {
    const found = mastersOf(directors, instance);
    if (found.length === 0) return notYet(`no director is master of ${instance}`);
    if (found.length > 1) return notYet(`${found.join(' and ')} are both master of ${instance}`);
    const [master = ''] = found;
    if (master === name) return notYet(`${name} is still master of ${instance}`);
    if (!able.some((peer) => peer.node === master)) {
      return notYet(`${master} is master of ${instance} but not fit to be`);
    }
    masters.add(master);
  }
  const seen = directors.find((director) => director.node === name)?.seen;
  if (seen === undefined) return { kind: 'unknown', why: `${name} does not answer` };
  if (seen.ownedAddresses.total > 0) {
    const { total, first } = seen.ownedAddresses;
    return notYet(`${name} still has ${total} service addresses (${first.join(', ')})`);
  }
  return { kind: 'moved', masters: [...masters].sort() };
}

/** Names of the directors that say they are master of it. */
export function mastersOf(directors: readonly DirectorView[], instance: string): string[] {
  return directors
    .filter((director) =>
      director.seen?.vrrp.some((vrrp) => vrrp.instance === instance && vrrp.state === 'master'),
    )
    .map((director) => director.node);
}

/** A move takes one master-down time; three and some air for slow agents, before it is undone. */
const MOVE_MASTER_DOWN_FACTOR = 3;
const MOVE_BOUND_MIN_MS = 15_000;

/** How long mastership may take to move: max(3 x the longest master-down time, 15 s). */
export function moveBoundMs(directors: readonly DirectorView[]): number {
  const downMs = directors.flatMap((d) => d.seen?.vrrp.map((vrrp) => vrrp.masterDownMs) ?? []);
  return Math.max(MOVE_BOUND_MIN_MS, MOVE_MASTER_DOWN_FACTOR * Math.max(0, ...downMs));
}
