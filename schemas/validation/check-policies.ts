/**
 * What says how things are done, and by whom: every name leads somewhere, no budget rounds to
 * nothing, and an instance moves with one group.
 */
import { KINDS, type Kind } from '../resources/resource.ts';
import { checkGates } from './check-gates.ts';
import { missingReference } from './check-references.ts';
import { type Finding, placeText } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import type { LocatedResource, Path } from './located-resource.ts';
import { nearestWord } from './nearest-word.ts';

export function checkPolicies(fleet: FleetIndex): Finding[] {
  return [
    ...danglingNames(fleet),
    ...unknownKinds(fleet),
    ...budgets(fleet),
    ...checkGates(fleet),
    ...groups(fleet),
  ];
}

function danglingNames(fleet: FleetIndex): Finding[] {
  const findings: Finding[] = [];
  const need = (at: LocatedResource, path: Path, kind: Kind, name: string | undefined) => {
    const finding = name === undefined ? undefined : missingReference(fleet, at, path, kind, name);
    if (finding !== undefined) findings.push(finding);
  };
  for (const at of fleet.all('Cluster')) {
    need(at, ['spec', 'rolloutPolicy'], 'RolloutPolicy', at.resource.spec.rolloutPolicy);
  }
  for (const at of fleet.all('RolloutPolicy')) {
    for (const [position, role] of (at.resource.spec.approvals?.roles ?? []).entries()) {
      need(at, ['spec', 'approvals', 'roles', position], 'Role', role);
    }
  }
  for (const at of fleet.all('Freeze')) {
    need(at, ['spec', 'cluster'], 'Cluster', at.resource.spec.cluster);
    need(at, ['spec', 'node'], 'Node', at.resource.spec.node);
  }
  for (const at of fleet.all('RoleBinding')) {
    need(at, ['spec', 'role'], 'Role', at.resource.spec.role);
  }
  for (const at of fleet.all('Role')) {
    for (const [rule, { clusters }] of at.resource.spec.rules.entries()) {
      for (const [position, cluster] of clusters.entries()) {
        need(at, ['spec', 'rules', rule, 'clusters', position], 'Cluster', cluster);
      }
    }
  }
  for (const at of fleet.all('ChatBinding')) {
    for (const [channel, { clusters }] of at.resource.spec.channels.entries()) {
      for (const [position, cluster] of clusters.entries()) {
        need(at, ['spec', 'channels', channel, 'clusters', position], 'Cluster', cluster);
      }
    }
  }
  return findings;
}

function unknownKinds(fleet: FleetIndex): Finding[] {
  return fleet.all('Role').flatMap((at) =>
    at.resource.spec.rules.flatMap(({ kinds }, rule) =>
      kinds.flatMap((word, position): Finding[] => {
        if (KINDS.some((kind) => kind === word)) return [];
        const near = nearestWord(word, KINDS);
        const hint = near === undefined ? `kinds: ${KINDS.join(', ')}` : `did you mean ${near}?`;
        const path = ['spec', 'rules', rule, 'kinds', position];
        const message = `there is no kind ${word}`;
        const finding: Finding = { code: 'E_ENUM', at, path, message, hint, involves: [] };
        if (near === undefined) return [finding];
        const fix = { description: `write ${near}`, do: 'replace', text: near } as const;
        return [{ ...finding, fix }];
      }),
    ),
  );
}

/** A share of the directors is rounded down: of five, 10 % are none, and nothing would move. */
function budgets(fleet: FleetIndex): Finding[] {
  return fleet.all('Cluster').flatMap((cluster): Finding[] => {
    const name = cluster.resource.spec.rolloutPolicy;
    const policy = name === undefined ? undefined : fleet.find('RolloutPolicy', name);
    const { percent } = policy?.resource.spec.maxUnavailable ?? {};
    const nodes = fleet.inCluster('Node', cluster.resource.metadata.name);
    if (policy === undefined || percent === undefined || nodes.length === 0) return [];
    if (Math.floor((nodes.length * percent) / 100) > 0) return [];
    const of = `the ${nodes.length} directors of Cluster ${cluster.resource.metadata.name}`;
    const least = Math.ceil(100 / nodes.length);
    return [
      {
        code: 'E_BUDGET_ZERO',
        at: policy,
        path: ['spec', 'maxUnavailable'],
        message: `${percent} % of ${of} are none: no rollout could begin`,
        hint: `write percent: ${least} or more, or a count`,
        involves: [cluster, ...nodes],
      },
    ];
  });
}

function groups(fleet: FleetIndex): Finding[] {
  const findings: Finding[] = [];
  const taken = new Map<string, { at: Located<'SyncGroup'>; path: Path }>();
  for (const at of fleet.all('SyncGroup')) {
    for (const [position, instance] of at.resource.spec.instances.entries()) {
      const path = ['spec', 'instances', position];
      const first = taken.get(instance);
      if (first === undefined) taken.set(instance, { at, path });
      else {
        const message = `${instance} already moves with ${placeText(first.at, first.path)}`;
        const hint = 'an instance is in one group: make one of the two, or remove it here';
        findings.push({ code: 'E_SYNC_GROUP', at, path, message, hint, involves: [first.at] });
      }
    }
  }
  return findings;
}
