/**
 * The keepalived configuration of a director, for stock keepalived from 2.2 on, VRRPv3.
 *
 * What is advertised never changes with the plan. keepalived drops an advert whose address list is
 * not its own, and then both directors are master (measured on 2.2.7: one more virtual_ipaddress on
 * one side, and the other took over as well). But a rollout gives a new generation to one director
 * first, so lists do differ. So each instance advertises one address that follows from its virtual
 * router id alone, and carries all others as virtual_ipaddress_excluded (keepalived.conf(5)).
 */
import { parseAddress } from '../../schemas/address.ts';
import {
  type CarriedAddress,
  DRAINED_PRIORITY,
  type VrrpInstancePlan,
} from '../../schemas/plan/node-plan.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import { carriedKey, distinct } from '../addresses/link-addresses.ts';

export interface RenderOptions {
  /** Name of the director; it only shows in keepalived's log. */
  readonly node: string;
  readonly adminState: AdminState;
  /** Absolute path of the FIFO that keepalived writes transitions to. */
  readonly notifyFifo: string;
}

/**
 * Deterministic: the same instances in any order give the same text. Every instance starts as
 * BACKUP, also the strongest, so that a start never takes an address from a peer that holds it
 * without an election. All instances form one sync group: they move together.
 */
export function renderKeepalived(
  instances: readonly VrrpInstancePlan[],
  options: RenderOptions,
): string {
  const sorted = [...instances].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return [
    '# Written by Sluice; changes made by hand are overwritten.',
    ...globalDefinitions(options),
    ...(sorted.length > 1 ? syncGroup(sorted) : []),
    ...sorted.flatMap((instance) => instanceBlock(instance, options.adminState)),
    '',
  ].join('\n');
}

/** What the director advertises: its own priority only while it is to be in service. */
export function advertisedPriority(instance: VrrpInstancePlan, adminState: AdminState): number {
  return adminState === 'active' ? instance.priority : DRAINED_PRIORITY;
}

/**
 * The one address that an instance advertises. IPv6: the link-local address of the virtual router's
 * MAC 00-00-5E-00-02-{VRID}, which RFC 9568 (5.2.9) wants first in the list. IPv4: a link-local one
 * with VRRP's protocol number and the VRID. It is on the link exactly while the instance is master.
 */
export function electionAddress(instance: VrrpInstancePlan): CarriedAddress {
  const { family, virtualRouterId } = instance;
  const text =
    family === 'ipv4'
      ? `169.254.112.${virtualRouterId}`
      : `fe80::200:5eff:fe00:${(0x0200 + virtualRouterId).toString(16)}`;
  const address = `${parseAddress(text)}/${family === 'ipv4' ? 32 : 128}`;
  return { address, interface: instance.interface };
}

/** Every address that keepalived may put on a link for this instance. */
export function instanceAddresses(instance: VrrpInstancePlan): CarriedAddress[] {
  return [electionAddress(instance), ...instance.addresses];
}

function globalDefinitions({ node, notifyFifo }: RenderOptions): string[] {
  return [
    'global_defs {',
    `  router_id ${node}`,
    '  script_user root',
    '  vrrp_version 3',
    // Nice only. Real-time scheduling brings RLIMIT_RTTIME, which killed 2.2.7 on reloads (seen).
    '  vrrp_priority -20',
    '  max_auto_priority -1',
    '  vrrp_garp_master_delay 1',
    '  vrrp_garp_master_refresh 60',
    // After a split brain the last gratuitous ARP on the wire must be the winner's.
    '  vrrp_garp_lower_prio_delay 1',
    '  vrrp_garp_lower_prio_repeat 5',
    '  vrrp_higher_prio_send_advert true',
    `  vrrp_notify_fifo ${notifyFifo}`,
    '}',
  ];
}

function syncGroup(instances: readonly VrrpInstancePlan[]): string[] {
  return [
    'vrrp_sync_group sluice {',
    '  group {',
    ...instances.map((instance) => `    ${instance.name}`),
    '  }',
    '}',
  ];
}

function instanceBlock(instance: VrrpInstancePlan, adminState: AdminState): string[] {
  return [
    `vrrp_instance ${instance.name} {`,
    '  state BACKUP',
    `  interface ${instance.interface}`,
    `  virtual_router_id ${instance.virtualRouterId}`,
    `  priority ${advertisedPriority(instance, adminState)}`,
    `  advert_int ${(instance.advertIntervalMs / 1000).toFixed(2)}`,
    '  virtual_ipaddress {',
    // keepalived takes no scope for IPv6, where a link-local address has it anyway.
    `    ${carriedKey(electionAddress(instance))}${instance.family === 'ipv4' ? ' scope link' : ''}`,
    '  }',
    ...excludedBlock(instance.addresses),
    '}',
  ];
}

function excludedBlock(addresses: readonly CarriedAddress[]): string[] {
  if (addresses.length === 0) return [];
  return [
    '  virtual_ipaddress_excluded {',
    ...distinct(addresses).map((carried) => `    ${carriedKey(carried)}`),
    '  }',
  ];
}
