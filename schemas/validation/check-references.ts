/**
 * Every name that a resource gives of another one leads to it, and inside one cluster: a pool of
 * one cluster is of no use to a service of another.
 */
import type { Kind, ResourceOf } from '../resources/resource.ts';
import { type Finding, writing } from './finding.ts';
import {
  CLUSTER_MEMBERS,
  type ClusterMember,
  type FleetIndex,
  type Located,
} from './fleet-index.ts';
import type { Fix, LocatedResource, Path } from './located-resource.ts';
import { nearestWord } from './nearest-word.ts';

export function checkReferences(fleet: FleetIndex): Finding[] {
  const findings: Finding[] = [];
  const need = (finding: Finding | undefined) => {
    if (finding !== undefined) findings.push(finding);
  };
  for (const kind of CLUSTER_MEMBERS) {
    for (const at of fleet.all<ClusterMember>(kind)) {
      need(missingReference(fleet, at, ['spec', 'cluster'], 'Cluster', at.resource.spec.cluster));
    }
  }
  for (const at of fleet.all('VrrpInstance')) {
    const { cluster, interface: link } = at.resource.spec;
    findings.push(...linkOnNodes(fleet, at, ['spec', 'interface'], cluster, link));
  }
  for (const at of fleet.all('SyncGroup')) {
    for (const [position, instance] of at.resource.spec.instances.entries()) {
      const path = ['spec', 'instances', position];
      need(sameCluster(fleet, at, path, 'VrrpInstance', instance));
    }
  }
  for (const at of fleet.all('SnatGateway')) {
    const { cluster, zones, vrrpInstance } = at.resource.spec;
    need(sameCluster(fleet, at, ['spec', 'vrrpInstance'], 'VrrpInstance', vrrpInstance));
    for (const [position, { egressInterface }] of zones.entries()) {
      const path = ['spec', 'zones', position, 'egressInterface'];
      findings.push(...linkOnNodes(fleet, at, path, cluster, egressInterface));
    }
  }
  for (const at of fleet.all('LocalAddressPool')) {
    const { cluster, interface: link, perNode, vrrpInstance } = at.resource.spec;
    findings.push(...linkOnNodes(fleet, at, ['spec', 'interface'], cluster, link));
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
    const path = ['spec', 'virtualService'];
    need(missingReference(fleet, at, path, 'VirtualService', virtualService));
  }
  return findings;
}

/** That no such resource is declared; undefined when one is. */
export function missingReference(
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
    ...nameHint(kind, name, known),
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
  if (target === undefined) return missingReference(fleet, at, path, kind, name);
  if (target.resource.spec.cluster === cluster) return undefined;
  const known = fleet.inCluster(kind, cluster).map(({ resource }) => resource.metadata.name);
  return {
    code: 'E_REFERENCE',
    at,
    path,
    message: `${kind} ${name} is of cluster ${target.resource.spec.cluster}, not of ${cluster}`,
    ...nameHint(kind, name, known),
    involves: [target],
  };
}

/** Names offered in a hint; more would be no help. */
const NAMES_OFFERED_MAX = 5;
/** Among more names than these, looking for the nearest one costs more than it helps. */
const NAMES_COMPARED_MAX = 1_000;

function nameHint(
  kind: Kind,
  name: string,
  known: readonly string[],
): Pick<Finding, 'hint'> & { fix?: Fix } {
  if (known.length === 0) return { hint: `declare a ${kind} of that name` };
  const near = nearestWord(name, known.slice(0, NAMES_COMPARED_MAX));
  if (near !== undefined) return { hint: `did you mean ${near}?`, fix: writing(near) };
  const more = known.length > NAMES_OFFERED_MAX ? ', …' : '';
  return { hint: `known: ${known.slice(0, NAMES_OFFERED_MAX).join(', ')}${more}` };
}

/** A node that lists its links must have this one; one that lists none is not second-guessed. */
function linkOnNodes(
  fleet: FleetIndex,
  at: LocatedResource,
  path: Path,
  cluster: string,
  link: string,
): Finding[] {
  if (link === 'lo') return []; // every director has it, none lists it
  const lacking = fleet.inCluster('Node', cluster).filter(({ resource }) => {
    const links = linksOf(resource);
    return links.length > 0 && !links.includes(link);
  });
  const first = lacking[0];
  if (first === undefined) return [];
  const names = lacking.slice(0, NAMES_OFFERED_MAX).map(({ resource }) => resource.metadata.name);
  const more = lacking.length > names.length ? ', …' : '';
  const known = linksOf(first.resource);
  const near = nearestWord(link, known);
  const message = `interface ${link} is not among the interfaces of ${names.join(', ')}${more}`;
  const hint = near === undefined ? `known: ${known.join(', ')}` : `did you mean ${near}?`;
  const fix = near === undefined ? {} : { fix: writing(near) };
  return [{ code: 'E_REFERENCE', at, path, message, hint, ...fix, involves: lacking }];
}

/** By the names that the cluster's resources use: a link may be called otherwise here. */
function linksOf({ spec }: ResourceOf<'Node'>): string[] {
  if (spec.interfaces.length === 0) return [];
  const own = [...spec.interfaces, ...spec.bonds].map(({ name }) => name);
  return [...own, ...Object.keys(spec.overrides?.interfaces ?? {})];
}
