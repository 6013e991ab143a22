/**
 * Names and identities that cross rooms. They are plain strings in canonical form: what makes two
 * of them the same thing is that they are equal strings.
 */
import { formatEndpoint } from './address.ts';
import { NAME_LENGTH_MAX } from './limits.ts';

const NAME = new RegExp(`^[a-z0-9]([a-z0-9-]{0,${NAME_LENGTH_MAX - 2}}[a-z0-9])?$`);

export function isName(text: string): boolean {
  return NAME.test(text);
}

export type Protocol = 'tcp' | 'udp';
/** What a SNAT zone translates and connection tracking follows; `icmp` is of both families. */
export const FLOW_PROTOCOLS = ['tcp', 'udp', 'icmp'] as const;
export type FlowProtocol = (typeof FLOW_PROTOCOLS)[number];

/** One listener of the dataplane: `tcp/10.0.0.1:80`, `udp/[2001::1]:53`. */
export type ServiceKey = string;

export function serviceKey(protocol: Protocol, address: string, port: number): ServiceKey {
  return `${protocol}/${formatEndpoint(address, port)}`;
}

/** One real server inside a service: its endpoint, `10.1.0.2:8080`. */
export type RealServerKey = string;

export function realServerKey(realServer: { address: string; port: number }): RealServerKey {
  return formatEndpoint(realServer.address, realServer.port);
}

/** One zone of one SNAT gateway: `office/default`. */
export type ZoneKey = string;

export function zoneKey(gateway: string, zone: string): ZoneKey {
  return `${gateway}/${zone}`;
}

export function isZoneKey(text: string): boolean {
  const names = text.split('/');
  return names.length === 2 && names.every(isName);
}

/** `VirtualService/web`. */
export type ResourceKey = string;

/**
 * The spine of the system: which compiled configuration something speaks of. Every op, result,
 * status, event and log line about a plan carries it. `digest` is the sha256 of the plan's root.
 */
export interface PlanRef {
  readonly cluster: string;
  readonly generation: number;
  readonly digest: string;
}
