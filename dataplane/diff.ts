/**
 * What has to be done so that a dataplane holds what is wanted. Pure, and blind to order: order.ts
 * puts the ops into the order in which they may be applied. An edit is always preferred to a
 * removal and a new add, because only an edit leaves counters and scheduler state as they are.
 */
import type { DataplaneContents, DataplaneService, Op } from '../schemas/dataplane.ts';
import { realServerKey, type ServiceKey } from '../schemas/names.ts';
import { diffZones } from './zones/diff.ts';

/** Ops that lead from `observed` to `desired`, services and zones; none when they are the same. */
export function diffDataplane(desired: DataplaneContents, observed: DataplaneContents): Op[] {
  return [
    ...diffServices(desired.services, observed.services),
    ...diffZones(desired.zones, observed.zones),
  ];
}

type Services = ReadonlyMap<ServiceKey, DataplaneService>;

/** The part of it for services: for who has no say about the zones of a director. */
export function diffServices(desired: Services, observed: Services): Op[] {
  const ops: Op[] = [];
  for (const [key, service] of desired) {
    const seen = observed.get(key);
    if (seen === undefined) ops.push({ kind: 'addService', service });
    else ops.push(...diffService(service, seen));
  }
  for (const key of observed.keys()) {
    if (!desired.has(key)) ops.push({ kind: 'removeService', key });
  }
  return ops;
}

function diffService(desired: DataplaneService, observed: DataplaneService): Op[] {
  const { key, name, scheduler, forwarding } = desired;
  const ops: Op[] = [];
  if (
    name !== observed.name ||
    scheduler !== observed.scheduler ||
    forwarding !== observed.forwarding
  ) {
    ops.push({ kind: 'editService', key, name, scheduler, forwarding });
  }
  ops.push(...diffLocalAddresses(desired, observed), ...diffRealServers(desired, observed));
  return ops;
}

function diffLocalAddresses(desired: DataplaneService, observed: DataplaneService): Op[] {
  const key = desired.key;
  const wanted = new Set(desired.localAddresses);
  const seen = new Set(observed.localAddresses);
  const ops: Op[] = [];
  for (const address of wanted) {
    if (!seen.has(address)) ops.push({ kind: 'addLocalAddress', key, address });
  }
  for (const address of seen) {
    if (!wanted.has(address)) ops.push({ kind: 'removeLocalAddress', key, address });
  }
  return ops;
}

function diffRealServers(desired: DataplaneService, observed: DataplaneService): Op[] {
  const key = desired.key;
  const wanted = new Map(desired.realServers.map((server) => [realServerKey(server), server]));
  const seen = new Map(observed.realServers.map((server) => [realServerKey(server), server]));
  const ops: Op[] = [];
  for (const [id, realServer] of wanted) {
    const old = seen.get(id);
    if (old === undefined) ops.push({ kind: 'addRealServer', key, realServer });
    else if (old.weight !== realServer.weight) ops.push({ kind: 'setWeight', key, realServer });
  }
  for (const id of seen.keys()) {
    if (!wanted.has(id)) ops.push({ kind: 'removeRealServer', key, realServer: id });
  }
  return ops;
}
