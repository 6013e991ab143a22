/**
 * May a director serve again, and has VRRP come to rest after it was let in? Judged from all
 * directors of the cluster (I19); what is not known is never taken for settled.
 */
import { mastersOf } from '../drain-node/mastership.ts';
import type { DirectorView } from '../procedure/director-view.ts';

/** Why this director is not to be let in; undefined when it is fit. */
export function unfitWhy(node: DirectorView): string | undefined {
  const { seen } = node;
  if (seen === undefined) return `${node.node} does not answer, so nothing is known of it`;
  if (seen.convergence !== 'converged') {
    const problem = seen.problem === '' ? '' : ` (${seen.problem})`;
    return `${node.node} is ${seen.convergence}${problem}, so it does not run its plan`;
  }
  const idle = seen.vrrp.find(({ state }) => state !== 'master' && state !== 'backup');
  if (idle === undefined) return undefined;
  return `${node.node} has ${idle.instance} in state ${idle.state}, so it could not take part`;
}

export type Settled =
  | { readonly kind: 'settled'; readonly masters: readonly string[] }
  /** `isSplit`: the director is one of two masters. */
  | { readonly kind: 'notYet'; readonly why: string; readonly isSplit: boolean };

/** One master everywhere, and it is this director where its priority is the highest. */
export function judgeSettled(
  directors: readonly DirectorView[],
  name: string,
  instances: readonly string[],
): Settled {
  const notYet = (why: string, isSplit = false): Settled => ({ kind: 'notYet', why, isSplit });
  const seen = directors.find((director) => director.node === name)?.seen;
  if (seen === undefined) return notYet(`${name} does not answer`);
  const masters = new Set<string>();
  for (const instance of instances) {
    const found = mastersOf(directors, instance);
    if (found.length > 1) {
      const why = `${found.join(' and ')} are both master of ${instance}`;
      return notYet(why, found.includes(name));
    }
    const [master] = found;
    if (master === undefined) return notYet(`no director is master of ${instance}`);
    const own = seen.vrrp.find((vrrp) => vrrp.instance === instance);
    if (own?.state !== 'master' && own?.state !== 'backup') {
      return notYet(`${name} has ${instance} in state ${own?.state ?? 'unknown'}`);
    }
    if (master !== name && hasHighestPriority(directors, name, instance)) {
      return notYet(`${name} has the highest priority, but ${master} is master of ${instance}`);
    }
    masters.add(master);
  }
  // Last, so that a split brain is seen also while the agent is slow.
  if (seen.adminState !== 'active') return notYet(`${name} has not taken in that it is active`);
  return { kind: 'settled', masters: [...masters].sort() };
}

/** Strictly, as advertised now: between equals RFC 9568 lets the address decide. */
function hasHighestPriority(
  directors: readonly DirectorView[],
  name: string,
  instance: string,
): boolean {
  const priorityOf = (director: DirectorView) =>
    director.seen?.vrrp.find((vrrp) => vrrp.instance === instance)?.priority ?? 0;
  const own = directors.filter((director) => director.node === name).map(priorityOf);
  const others = directors.filter((director) => director.node !== name).map(priorityOf);
  return Math.max(0, ...own) > Math.max(0, ...others);
}
