/**
 * What one op on the ordered list of SNAT zones means. A zone that is put somewhere leaves the
 * place it had; all others keep their order among each other.
 */
import type { DataplaneZone, ZoneOp } from '../../schemas/dataplane.ts';
import { unreachable } from '../../schemas/errors.ts';
import type { ZoneKey } from '../../schemas/names.ts';
import { canonicalZone } from '../canonical.ts';

type Zones = readonly DataplaneZone[];

/** The list after the op, or in words what it has nothing to work upon. */
export function applyZoneOp(zones: Zones, op: ZoneOp): Zones | string {
  switch (op.kind) {
    case 'addZone':
      return placed(zones, canonicalZone(op.zone), op);
    case 'moveZone': {
      const zone = zones.find(({ key }) => key === op.key);
      return zone === undefined
        ? `${op.kind}: there is no zone ${op.key}`
        : placed(zones, zone, op);
    }
    case 'editZone': {
      const { key } = op.zone;
      if (!zones.some((zone) => zone.key === key)) return `${op.kind}: there is no zone ${key}`;
      return zones.map((zone) => (zone.key === key ? canonicalZone(op.zone) : zone));
    }
    case 'removeZone':
      return zones.filter(({ key }) => key !== op.key);
    default:
      return unreachable(op);
  }
}

function placed(
  zones: Zones,
  zone: DataplaneZone,
  { kind, after }: { kind: string; after: ZoneKey | undefined },
): Zones | string {
  const others = zones.filter(({ key }) => key !== zone.key);
  if (after === undefined) return [zone, ...others];
  const position = others.findIndex(({ key }) => key === after);
  if (position < 0) return `${kind}: there is no zone ${after} to put ${zone.key} behind`;
  return others.toSpliced(position + 1, 0, zone);
}
