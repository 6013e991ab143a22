/** Questions to a view of the fleet, as the demo and the end-to-end tests ask them. Pure. */
import type { NodeView } from '../../schemas/api.ts';

export function isMaster({ contact, status }: NodeView): boolean {
  const instances = status?.vrrp ?? [];
  return (
    contact === 'fresh' &&
    instances.length > 0 &&
    instances.every(({ state }) => state === 'master')
  );
}

/** Names of the directors that say they are master of all their instances. */
export function masters(nodes: readonly NodeView[]): string[] {
  return nodes.filter(isMaster).map(({ node }) => node);
}

export function isConverged({ contact, status, wanted }: NodeView): boolean {
  return (
    contact === 'fresh' &&
    status?.convergence === 'converged' &&
    wanted !== undefined &&
    status.applied?.digest === wanted.digest
  );
}

/** Every checked real server is known to be up on every director that is heard of. */
export function isHealthy({ status }: NodeView): boolean {
  return status !== undefined && status.realServersTotal > 0 && status.notUp.length === 0;
}

/** Time in which the others take over from the master when it dies: the slowest of them. */
export function takeoverBoundMs(nodes: readonly NodeView[], master: string): number {
  const peers = nodes.filter(({ node }) => node !== master);
  const bounds = peers.flatMap(({ status }) => status?.vrrp.map((one) => one.masterDownMs) ?? []);
  return Math.max(0, ...bounds);
}
