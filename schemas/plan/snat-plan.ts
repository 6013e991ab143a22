/**
 * What compile makes of SNAT gateways: one small object a zone, and one a gateway that says the
 * order of its zones and what they translate. So a changed zone is one new object, a gateway may
 * have as many zones as it likes, and all directors of a cluster share them: their node objects
 * name the gateways in the order in which they are tried.
 */
import { z } from 'zod';
import { ROTATIONS } from '../capabilities.ts';
import type { DataplaneZone } from '../dataplane.ts';
import { FLOW_PROTOCOLS, type ZoneKey, zoneKey } from '../names.ts';

/** The first version of the schema whose readers know of zones: an older agent refuses them. */
const SINCE = { since: 2 } as const;

const gatewayArm = z.object({
  type: z.literal('Gateway'),
  /** Name of the SnatGateway. */
  name: z.string(),
  protocols: z.array(z.enum(FLOW_PROTOCOLS)),
  /** Names of its zones, in the order in which they are tried. */
  zones: z.array(z.string()),
});

const zoneArm = z.object({
  type: z.literal('Zone'),
  gateway: z.string(),
  name: z.string(),
  sources: z.array(z.string()),
  destinations: z.array(z.string()),
  addresses: z.array(z.string()),
  rotation: z.enum(ROTATIONS),
  portRange: z.object({ first: z.int(), last: z.int() }).optional(),
  egressInterface: z.string(),
  nextHop: z.string().optional(),
});

export const snatObjectSchema = z.discriminatedUnion('type', [gatewayArm, zoneArm]).meta(SINCE);
export type SnatObject = z.infer<typeof snatObjectSchema>;
export type GatewayObject = z.infer<typeof gatewayArm>;

/** The gateways of a node object, marked so that an older agent refuses to leave them out. */
export const snatGatewaysSchema = z.array(z.string()).min(1).optional().meta(SINCE);

/** Name of an object in the tree of a generation: `gateway/out`, `zone/out/office`. */
export function snatObjectName(object: SnatObject): string {
  return object.type === 'Gateway'
    ? gatewayEntry(object.name)
    : zoneEntry(zoneKey(object.gateway, object.name));
}

/** Whether a tree entry of this name is an object of a gateway. */
export function isSnatEntry(name: string): boolean {
  return name.startsWith('gateway/') || name.startsWith('zone/');
}

const gatewayEntry = (gateway: string): string => `gateway/${gateway}`;
const zoneEntry = (key: ZoneKey): string => `zone/${key}`;

/** By their names in the tree; an object is never changed. */
export type SnatObjects = ReadonlyMap<string, SnatObject>;

/**
 * The zones of a director in the order in which they are tried. Pure.
 * @throws Error when an object is missing that the gateways name: the tree is broken
 */
export function expandZones(gateways: readonly string[], objects: SnatObjects): DataplaneZone[] {
  return gateways.flatMap((name) => {
    const gateway = objects.get(gatewayEntry(name));
    if (gateway?.type !== 'Gateway') throw new Error(`the plan has no gateway ${name}`);
    return gateway.zones.map((zone) => expandZone(gateway, zone, objects));
  });
}

function expandZone(
  { name: gateway, protocols }: GatewayObject,
  name: string,
  objects: SnatObjects,
): DataplaneZone {
  const key = zoneKey(gateway, name);
  const object = objects.get(zoneEntry(key));
  if (object?.type !== 'Zone') throw new Error(`the plan has no zone ${key}`);
  const { portRange, nextHop } = object;
  return {
    key,
    sources: object.sources,
    destinations: object.destinations,
    addresses: object.addresses,
    rotation: object.rotation,
    ...(portRange === undefined ? {} : { portRange }),
    egressInterface: object.egressInterface,
    ...(nextHop === undefined ? {} : { nextHop }),
    protocols,
  };
}
