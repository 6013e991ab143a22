/**
 * What a RolloutPolicy asks for and no rollout can do yet. It is refused when it is declared, with
 * the reason: a gate that is passed over in silence is worse than none.
 */
import type { ResourceOf } from '../resources/resource.ts';
import type { Finding } from './finding.ts';
import type { FleetIndex } from './fleet-index.ts';
import type { Path } from './located-resource.ts';

export interface UnmetDemand {
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

export function checkGates(fleet: FleetIndex): Finding[] {
  const clusters = fleet.all('Cluster');
  return fleet.all('RolloutPolicy').flatMap((at) => {
    const { name } = at.resource.metadata;
    const involves = clusters.filter(({ resource }) => resource.spec.rolloutPolicy === name);
    return unmetDemands(at.resource.spec).map(
      (demand): Finding => ({ code: 'E_CAPABILITY', at, ...demand, involves }),
    );
  });
}

/** None: a rollout can be run by this policy. Also asked of policies that are stored already. */
export function unmetDemands({
  gates,
  soak,
  approvals,
}: ResourceOf<'RolloutPolicy'>['spec']): UnmetDemand[] {
  const demands: UnmetDemand[] = [];
  if (gates?.errorRate !== undefined) {
    demands.push({
      path: ['spec', 'gates', 'errorRate'],
      message:
        'no rollout can judge the error rate yet: agents report the health of real servers, ' +
        'not failed connections',
      hint: 'remove it, and bound what real servers may be lost by gates.health',
    });
  }
  if (soak !== undefined && soak.minNewConnections > 0) {
    demands.push({
      path: ['spec', 'soak', 'minNewConnections'],
      message: 'no rollout can count new connections yet: a soak ends by time only',
      hint: 'remove it, and make soak.minTimeS long enough for the traffic of a quiet hour',
    });
  }
  if (approvals !== undefined) {
    demands.push({
      path: ['spec', 'approvals'],
      message: 'there is no way to give an approval yet, so no rollout would ever begin',
      hint: 'remove it; a Freeze keeps changes back until a person takes it away',
    });
  }
  return demands;
}
