/**
 * One listener (VIP, port, protocol) belongs to one virtual service, and a VIP to one cluster: two
 * directors that answer ARP for the same address would fight over it.
 */
import { LISTENERS_PER_SERVICE_MAX } from '../limits.ts';
import { serviceKey } from '../names.ts';
import { type Finding, placeText } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import type { Path } from './located-resource.ts';

interface Claim {
  readonly at: Located<'VirtualService'>;
  readonly path: Path;
}

export function checkListeners(fleet: FleetIndex): Finding[] {
  const findings: Finding[] = [];
  const listeners = new Map<string, Claim>();
  const vips = new Map<string, Claim>();
  for (const at of fleet.all('VirtualService')) {
    const { spec } = at.resource;
    const count = spec.vips.length * spec.ports.length;
    if (count > LISTENERS_PER_SERVICE_MAX) findings.push(tooMany(at, count));
    for (const [position, vip] of spec.vips.entries()) {
      const claim: Claim = { at, path: ['spec', 'vips', position] };
      const holder = claimed(vips, vip, claim);
      if (holder !== undefined && holder.at.resource.spec.cluster !== spec.cluster) {
        findings.push(otherCluster(claim, holder, vip));
        continue;
      }
      for (const port of spec.ports) {
        const first = claimed(listeners, serviceKey(spec.protocol, vip, port), claim);
        if (first === undefined) continue;
        findings.push(claimedTwice(claim, first, serviceKey(spec.protocol, vip, port)));
        break; // one line for a VIP that is listed twice, not one for each of its ports
      }
    }
  }
  return findings;
}

/** The first claim to the key; undefined when this one is the first. */
function claimed(claims: Map<string, Claim>, key: string, claim: Claim): Claim | undefined {
  const first = claims.get(key);
  if (first === undefined) claims.set(key, claim);
  return first;
}

function claimedTwice(claim: Claim, first: Claim, listener: string): Finding {
  const isSelf = claim.at === first.at;
  return {
    code: 'E_VIP_TWICE',
    at: claim.at,
    path: claim.path,
    message: isSelf
      ? `${listener} stands twice in this service`
      : `${listener} is already claimed by ${placeText(first.at, first.path)}`,
    hint: isSelf ? 'remove one' : 'choose another VIP or port, or put both into one service',
    involves: [first.at],
  };
}

function otherCluster(claim: Claim, first: Claim, vip: string): Finding {
  return {
    code: 'E_VIP_TWICE',
    at: claim.at,
    path: claim.path,
    message: `VIP ${vip} is already held by another cluster, in ${placeText(first.at, first.path)}`,
    hint: 'give each cluster VIPs of its own',
    involves: [first.at],
  };
}

function tooMany(at: Located<'VirtualService'>, count: number): Finding {
  return {
    code: 'E_RANGE',
    at,
    path: ['spec', 'ports'],
    message: `VIPs x ports are ${count} listeners; at most ${LISTENERS_PER_SERVICE_MAX}`,
    hint: 'make several services of it',
    involves: [],
  };
}
