/**
 * Connection sync speaks from an address on the named link of each director, and all directors
 * need one of the same family to understand each other.
 */
import { familyOf, parsePrefix } from '../address.ts';
import type { Finding } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';

export function checkConnectionSync(fleet: FleetIndex): Finding[] {
  return fleet.all('Cluster').flatMap((cluster) => {
    const link = cluster.resource.spec.connectionSync?.interface;
    return link === undefined ? [] : checkCluster(fleet, cluster, link);
  });
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
