/**
 * Every name that a resource gives of another one leads to it, and inside one cluster: a pool of
 * one cluster is of no use to a service of another.
 */
import type { Kind } from '../resources/resource.ts';
import type { Finding } from './finding.ts';
import type { ClusterMember, FleetIndex, Located } from './fleet-index.ts';
import type { LocatedResource, Path } from './located-resource.ts';
import { nearestWord } from './nearest-word.ts';

export function checkReferences(fleet: FleetIndex): Finding[] {
  const findings: Finding[] = [];
  const need = (finding: Finding | undefined) => {
    if (finding !== undefined) findings.push(finding);
  };
  for (const kind of ['Node', 'VrrpInstance', 'LocalAddressPool', 'VirtualService'] as const) {
    for (const at of fleet.all<ClusterMember>(kind)) {
      need(exists(fleet, at, ['spec', 'cluster'], 'Cluster', at.resource.spec.cluster));
    }
  }
  for (const at of fleet.all('VrrpInstance')) {
    const { cluster, interface: link } = at.resource.spec;
    findings.push(...linkOnNodes(fleet, at, cluster, link));
  }
  for (const at of fleet.all('LocalAddressPool')) {
    const { cluster, interface: link, perNode, vrrpInstance } = at.resource.spec;
    findings.push(...linkOnNodes(fleet, at, cluster, link));
    need(sameCluster(fleet, at, ['spec', 'vrrpInstance'], 'VrrpInstance', vrrpInstance));
    for (const node of Object.keys(perNode)) {
      need(sameCluster(fleet, at, ['spec', 'perNode', node], 'Node', node));
    }
  }
  for (const at of fleet.all('VirtualService')) {
    const { localAddressPool, vrrpInstance } = at.resource.spec;
    const pool = ['spec', 'localAddressPool'];
    need(sameCluster(fleet, at, pool, 'LocalAddressPool', localAddressPool));
    need(sameCluster(fleet, at, ['spec', 'vrrpInstance'], 'VrrpInstance', vrrpInstance));
  }
  for (const at of fleet.all('RealServer')) {
    const { virtualService } = at.resource.spec;
    need(exists(fleet, at, ['spec', 'virtualService'], 'VirtualService', virtualService));
  }
  return findings;
}

function exists(
  fleet: FleetIndex,
  at: LocatedResource,
  path: Path,
  kind: Kind,
  name: string,
): Finding | undefined {
  if (fleet.find(kind, name) !== undefined || fleet.isBroken(kind, name)) return undefined;
  const known = fleet.all<Kind>(kind).map(({ resource }) => resource.metadata.name);
  return {
    code: 'E_REFERENCE',
    at,
    path,
    message: `there is no ${kind} ${name}`,
    hint: nameHint(kind, name, known),
    involves: [],
  };
}

function sameCluster(
  fleet: FleetIndex,
  at: Located<ClusterMember>,
  path: Path,
  kind: ClusterMember,
  name: string | undefined,
): Finding | undefined {
  if (name === undefined) return undefined;
  const { cluster } = at.resource.spec;
  const target = fleet.find<ClusterMember>(kind, name);
  if (target === undefined) return exists(fleet, at, path, kind, name);
  if (target.resource.spec.cluster === cluster) return undefined;
  const known = fleet.inCluster(kind, cluster).map(({ resource }) => resource.metadata.name);
  return {
    code: 'E_REFERENCE',
    at,
    path,
    message: `${kind} ${name} is of cluster ${target.resource.spec.cluster}, not of ${cluster}`,
    hint: nameHint(kind, name, known),
    involves: [target],
  };
}

/** Names offered in a hint; more would be no help. */
const NAMES_OFFERED_MAX = 5;
/** Among more names than these, looking for the nearest one costs more than it helps. */
const NAMES_COMPARED_MAX = 1_000;

function nameHint(kind: Kind, name: string, known: readonly string[]): string {
  if (known.length === 0) return `declare a ${kind} of that name`;
  const near = nearestWord(name, known.slice(0, NAMES_COMPARED_MAX));
  if (near !== undefined) return `did you mean ${near}?`;
  const more = known.length > NAMES_OFFERED_MAX ? ', …' : '';
  return `known: ${known.slice(0, NAMES_OFFERED_MAX).join(', ')}${more}`;
}

/** A node that lists its links must have this one; one that lists none is not second-guessed. */
function linkOnNodes(
  fleet: FleetIndex,
  at: LocatedResource,
  cluster: string,
  link: string,
): Finding[] {
  if (link === 'lo') return []; // every director has it, none lists it
  const lacking = fleet.inCluster('Node', cluster).filter(({ resource }) => {
    const links = resource.spec.interfaces;
    return links.length > 0 && links.every((known) => known.name !== link);
  });
  const first = lacking[0];
  if (first === undefined) return [];
  const names = lacking.slice(0, NAMES_OFFERED_MAX).map(({ resource }) => resource.metadata.name);
  const more = lacking.length > names.length ? ', …' : '';
  const known = first.resource.spec.interfaces.map((known) => known.name);
  const near = nearestWord(link, known);
  const message = `interface ${link} is not among the interfaces of ${names.join(', ')}${more}`;
  const hint = near === undefined ? `known: ${known.join(', ')}` : `did you mean ${near}?`;
  const path = ['spec', 'interface'];
  return [{ code: 'E_REFERENCE', at, path, message, hint, involves: lacking }];
}
