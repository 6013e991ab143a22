/**
 * The fleets that are measured, as files for the API: one director without VRRP and any number of
 * services with ten real servers each, no health checks, so that what is measured is the change
 * and nothing beside it. Pure.
 */

export const CLUSTER = 'bench';
export const DIRECTOR = 'lb1';
export const REAL_SERVERS_PER_SERVICE = 10;

/** Few VIPs with many ports: how large fleets look, and one address list a director can hold. */
const PORTS_PER_VIP = 250;
const FIRST_PORT = 1_000;

export interface BenchService {
  readonly name: string;
  readonly vip: string;
  readonly port: number;
}

/** The service of a number, from 0. */
export function benchService(index: number): BenchService {
  return {
    name: `s${index}`,
    vip: `10.99.1.${1 + Math.floor(index / PORTS_PER_VIP)}`,
    port: FIRST_PORT + (index % PORTS_PER_VIP),
  };
}

/** 250 VIPs of 250 ports fit into the addresses that benchService gives. */
export const SERVICES_MAX = 60_000;

export function foundation(): string {
  const interfaces = [
    { name: 'f0', addresses: ['10.99.0.11/24'] },
    { name: 'bk0', addresses: ['10.98.0.11/24'] },
  ];
  const node = { cluster: CLUSTER, managementAddress: '10.97.0.11', interfaces };
  const pool = { cluster: CLUSTER, interface: 'bk0', perNode: { [DIRECTOR]: ['10.98.0.101'] } };
  return [
    document('Cluster', CLUSTER, { dataplane: 'nft', highAvailability: 'none' }),
    document('Node', DIRECTOR, node),
    document('LocalAddressPool', 'lips', pool),
  ].join('\n---\n');
}

/** One document; the first real server has the given weight, all others weight 1. */
export function serviceDocument(index: number, firstWeight: number): string {
  const { name, vip, port } = benchService(index);
  const realServers = Array.from({ length: REAL_SERVERS_PER_SERVICE }, (_, i) => ({
    address: `10.98.1.${1 + i}`,
    port: 8_000,
    weight: i === 0 ? firstWeight : 1,
  }));
  return document('VirtualService', name, {
    cluster: CLUSTER,
    vips: [vip],
    ports: [port],
    scheduler: 'wrr',
    forwarding: 'fullnat',
    localAddressPool: 'lips',
    realServers,
  });
}

/** Slots of the service's schedule in the kernel: the sum of its weights, which share no divisor. */
export function slotsOf(firstWeight: number): number {
  return firstWeight + REAL_SERVERS_PER_SERVICE - 1;
}

function document(kind: string, name: string, spec: Record<string, unknown>): string {
  return JSON.stringify({ apiVersion: 'sluice/v1', kind, metadata: { name }, spec });
}
