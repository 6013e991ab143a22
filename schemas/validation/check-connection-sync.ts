/**
 * Connection sync speaks from an address on the named link of each director, and all directors
 * need one of the same family to understand each other. What the daemon that does it cannot do is
 * refused here, not on the directors.
 */
import { familyOf, parsePrefix } from '../address.ts';
import { hasDriver } from '../capabilities.ts';
import { manyPeersProblem, SYNC_PEERS_MAX, syncLinkProblem } from '../connection-sync.ts';
import type { Finding } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';

export function checkConnectionSync(fleet: FleetIndex): Finding[] {
  return fleet.all('Cluster').flatMap((cluster) => {
    const link = cluster.resource.spec.connectionSync?.interface;
    if (link === undefined) return [];
    return [...beyondConntrackd(fleet, cluster, link), ...checkCluster(fleet, cluster, link)];
  });
}

/** Foreign dataplanes synchronise by means of their own. */
function beyondConntrackd(fleet: FleetIndex, cluster: Located<'Cluster'>, link: string): Finding[] {
  if (!hasDriver(cluster.resource.spec.dataplane)) return [];
  const nodes = fleet.inCluster('Node', cluster.resource.metadata.name);
  const base = { code: 'E_CAPABILITY' as const, at: cluster };
  const path = ['spec', 'connectionSync'];
  const findings: Finding[] = [];
  const unreadable = syncLinkProblem(link);
  if (unreadable !== undefined) {
    const hint = 'a name like sync0 or bond0 can be read';
    findings.push({
      ...base,
      path: [...path, 'interface'],
      message: unreadable,
      hint,
      involves: [],
    });
  }
  const peers = nodes.length - 1;
  if (peers > SYNC_PEERS_MAX) {
    const message = manyPeersProblem(peers);
    const hint = 'make clusters of two directors, or remove connectionSync';
    findings.push({ ...base, path, message, hint, involves: nodes });
  }
  return findings;
}

function checkCluster(fleet: FleetIndex, cluster: Located<'Cluster'>, link: string): Finding[] {
  const nodes = fleet.inCluster('Node', cluster.resource.metadata.name);
  const findings: Finding[] = [];
  const having = { ipv4: 0, ipv6: 0 };
  for (const at of nodes) {
    const families = new Set(addressesOn(at, link).map(familyOf));
    for (const family of families) having[family] += 1;
    if (families.size > 0) continue;
    const message = `connection sync needs an address on interface ${link} of this director`;
    const hint = `add { name: ${link}, addresses: [...] } to spec.interfaces`;
    const path = ['spec', 'interfaces'];
    findings.push({ code: 'E_SYNC_ADDRESS', at, path, message, hint, involves: [cluster] });
  }
  const isCommon = having.ipv4 === nodes.length || having.ipv6 === nodes.length;
  if (findings.length > 0 || isCommon) return findings;
  const message = `the directors have no address family in common on interface ${link}`;
  const hint = 'give all of them an IPv4 address there, or all an IPv6 one';
  const path = ['spec', 'connectionSync', 'interface'];
  return [{ code: 'E_SYNC_ADDRESS', at: cluster, path, message, hint, involves: nodes }];
}

/** Without link-local ones, which mean nothing without the link's number. */
function addressesOn(node: Located<'Node'>, link: string): string[] {
  const found = node.resource.spec.interfaces.find(({ name }) => name === link);
  return (found?.addresses ?? [])
    .map((prefix) => parsePrefix(prefix)?.address ?? prefix)
    .filter((address) => !address.startsWith('fe80:'));
}
