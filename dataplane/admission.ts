/**
 * What a driver takes before it touches anything: well-formed services and zones (so that no
 * text of a caller can become a command of a tool) that the driver's capabilities cover. Every driver and
 * the twin ask here, so they refuse the same things with the same words.
 */
import { familyOf, parseAddress } from '../schemas/address.ts';
import type { Capabilities } from '../schemas/capabilities.ts';
import type { DataplaneContents, DataplaneService } from '../schemas/dataplane.ts';
import { FleetError } from '../schemas/errors.ts';
import {
  REAL_SERVERS_PER_SERVICE_MAX,
  WEIGHT_MAX,
  ZONES_PER_DIRECTOR_MAX,
} from '../schemas/limits.ts';
import { isName, realServerKey, serviceKey } from '../schemas/names.ts';
import { differingKeys } from '../schemas/patched-map.ts';
import { areSharesTrue } from '../schemas/share-precision.ts';
import { zoneCapabilityProblems, zoneFormProblems } from './zones/admission.ts';

/**
 * Judges what is in `after` and not, as the same object, in `before`: what is there was admitted.
 * @throws FleetError E_DATAPLANE_APPLY for what is malformed, E_CAPABILITY for what the driver
 * cannot do; either lists every problem of every service and zone.
 */
export function admitContents(
  before: DataplaneContents,
  after: DataplaneContents,
  capabilities: Capabilities,
): void {
  const malformed: string[] = [];
  const beyond: string[] = [];
  for (const key of differingKeys(before.services, after.services)) {
    const service = after.services.get(key);
    if (service === undefined) continue;
    const at = (problem: string) => `${service.key}: ${problem}`;
    malformed.push(...formProblems(service).map(at));
    beyond.push(...capabilityProblems(service, capabilities).map(at));
  }
  const known = new Set(before.zones);
  for (const zone of after.zones) {
    if (known.has(zone)) continue;
    const at = (problem: string) => `zone ${zone.key}: ${problem}`;
    malformed.push(...zoneFormProblems(zone).map(at));
    beyond.push(...zoneCapabilityProblems(zone, capabilities).map(at));
  }
  const zones = after.zones.length;
  if (zones > ZONES_PER_DIRECTOR_MAX && zones > before.zones.length) {
    malformed.push(`${zones} zones; at most ${ZONES_PER_DIRECTOR_MAX}`);
  }
  if (malformed.length > 0) throw new FleetError('E_DATAPLANE_APPLY', malformed.join('; '));
  if (beyond.length > 0) {
    throw new FleetError('E_CAPABILITY', beyond.join('; '), {
      hint: `The dataplane driver of this director is ${capabilities.driver}.`,
    });
  }
}

function formProblems(service: DataplaneService): string[] {
  const problems: string[] = [];
  const { key, name, protocol, address, port, realServers, localAddresses } = service;
  if (!isName(name)) problems.push(`the name ${JSON.stringify(name)} is no name`);
  if (key !== serviceKey(protocol, address, port)) problems.push('the key is of another service');
  for (const one of [address, ...localAddresses, ...realServers.map((server) => server.address)]) {
    if (parseAddress(one) !== one) problems.push(`${JSON.stringify(one)} is no canonical address`);
  }
  for (const one of [port, ...realServers.map((server) => server.port)]) {
    if (!isWithin(one, 1, 65_535)) problems.push(`${one} is no port`);
  }
  for (const { weight } of realServers) {
    if (!isWithin(weight, 0, WEIGHT_MAX)) problems.push(`${weight} is no weight`);
  }
  if (new Set(localAddresses).size !== localAddresses.length) problems.push('a LIP stands twice');
  if (new Set(realServers.map(realServerKey)).size !== realServers.length) {
    problems.push('a real server stands twice');
  }
  if (realServers.length > REAL_SERVERS_PER_SERVICE_MAX) {
    problems.push(`${realServers.length} real servers; at most ${REAL_SERVERS_PER_SERVICE_MAX}`);
  }
  return problems;
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function capabilityProblems(service: DataplaneService, can: Capabilities): string[] {
  const problems: string[] = [];
  const refuse = (what: string, word: string) => {
    const reason = can.reasons[word];
    problems.push(reason === undefined ? what : `${what}: ${reason}`);
  };
  const { scheduler, forwarding, protocol } = service;
  if (!can.schedulers.includes(scheduler)) refuse(`no scheduler ${scheduler}`, scheduler);
  if (!can.forwardings.includes(forwarding)) refuse(`no forwarding ${forwarding}`, forwarding);
  if (!can.protocols.includes(protocol)) refuse(`no protocol ${protocol}`, protocol);
  const family = familyOf(service.address);
  const inside = [...service.localAddresses, ...service.realServers.map((one) => one.address)];
  const strangers = inside.filter((address) => familyOf(address) !== family);
  if (!can.crossFamily && strangers.length > 0) {
    refuse(`${strangers.join(', ')} of another family than the VIP`, 'crossFamily');
  }
  // Round robin does not look at weights.
  const weights = scheduler === 'rr' ? [] : service.realServers.map(({ weight }) => weight);
  if (!areSharesTrue(weights, can.shareParts)) {
    refuse('shares would be off by more than 1 % of all connections', 'shares');
  }
  return problems;
}
