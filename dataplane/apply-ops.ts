/**
 * What ops mean, without a kernel: the state after them. Every driver reaches this state; the
 * memory twin holds nothing else. An op that is already so changes nothing; an op upon something
 * that is not there is a problem, and with one problem the whole list has no effect.
 */
import type {
  DataplaneContents,
  DataplaneRealServer,
  DataplaneService,
  Op,
  ServiceOp,
  ZoneOp,
} from '../schemas/dataplane.ts';
import { FleetError, unreachable } from '../schemas/errors.ts';
import { realServerKey, type ServiceKey } from '../schemas/names.ts';
import { patchedMap } from '../schemas/patched-map.ts';
import { canonicalService } from './canonical.ts';
import { applyZoneOp } from './zones/apply-op.ts';

type Services = ReadonlyMap<ServiceKey, DataplaneService>;

/** As `applyToContents`, of services only. */
export function applyOps(services: Services, ops: readonly Op[]): Services {
  return applyToContents({ services, zones: [] }, ops).services;
}

/**
 * The contents after `ops`, in canonical form; `state` is left as it is, and what no op names is
 * the same object after as before. `addService` of a key that is there makes the service as given,
 * as `addZone` does; `addRealServer` of one that is there sets its weight.
 * @throws FleetError E_DATAPLANE_APPLY naming every op that has nothing to work upon
 */
export function applyToContents(state: DataplaneContents, ops: readonly Op[]): DataplaneContents {
  const services = new Changing(state.services);
  let zones = state.zones;
  const problems: string[] = [];
  for (const op of ops) {
    if (isZoneOp(op)) {
      const next = applyZoneOp(zones, op);
      if (typeof next === 'string') problems.push(next);
      else zones = next;
    } else {
      const problem = applyServiceOp(services, op);
      if (problem !== undefined) problems.push(problem);
    }
  }
  if (problems.length > 0) {
    throw new FleetError('E_DATAPLANE_APPLY', problems.join('; '), {
      hint: 'Observe again, then diff: the dataplane is not what the ops were made for.',
    });
  }
  return { services: services.changed(), zones };
}

/** Services of which some change: one op among 10,000 services costs what one service does. */
class Changing {
  readonly #before: Services;
  readonly #changes = new Map<ServiceKey, DataplaneService | undefined>();

  constructor(before: Services) {
    this.#before = before;
  }

  get(key: ServiceKey): DataplaneService | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.#before.get(key);
  }

  /** undefined removes it. */
  set(key: ServiceKey, service: DataplaneService | undefined): void {
    this.#changes.set(key, service);
  }

  changed(): Services {
    return this.#changes.size === 0 ? this.#before : patchedMap(this.#before, this.#changes);
  }
}

function isZoneOp(op: Op): op is ZoneOp {
  return op.kind.endsWith('Zone');
}

/** In words what the op has nothing to work upon. */
function applyServiceOp(services: Changing, op: ServiceOp): string | undefined {
  if (op.kind === 'addService') services.set(op.service.key, canonicalService(op.service));
  else if (op.kind === 'removeService') services.set(op.key, undefined);
  else {
    const service = services.get(op.key);
    if (service === undefined) {
      const isSo = op.kind === 'removeRealServer' || op.kind === 'removeLocalAddress';
      return isSo ? undefined : `${op.kind}: there is no service ${op.key}`;
    }
    const edited = editedService(service, op);
    if (edited === undefined) return `${op.kind}: ${op.key} has no real server ${realServerOf(op)}`;
    services.set(op.key, canonicalService(edited));
  }
  return undefined;
}

type EditOp = Exclude<ServiceOp, { kind: 'addService' } | { kind: 'removeService' }>;

/** undefined when the op names a real server that is not there. */
function editedService(service: DataplaneService, op: EditOp): DataplaneService | undefined {
  switch (op.kind) {
    case 'editService': {
      const { name, scheduler, forwarding } = op;
      return { ...service, name, scheduler, forwarding };
    }
    case 'addLocalAddress':
      if (service.localAddresses.includes(op.address)) return service;
      return { ...service, localAddresses: [...service.localAddresses, op.address] };
    case 'removeLocalAddress':
      return {
        ...service,
        localAddresses: service.localAddresses.filter((address) => address !== op.address),
      };
    case 'addRealServer':
      return { ...service, realServers: [...without(service, op.realServer), op.realServer] };
    case 'setWeight': {
      const others = without(service, op.realServer);
      if (others.length === service.realServers.length) return undefined;
      return { ...service, realServers: [...others, op.realServer] };
    }
    case 'removeRealServer':
      return {
        ...service,
        realServers: service.realServers.filter((one) => realServerKey(one) !== op.realServer),
      };
    default:
      return unreachable(op);
  }
}

function without(service: DataplaneService, gone: DataplaneRealServer): DataplaneRealServer[] {
  const key = realServerKey(gone);
  return service.realServers.filter((one) => realServerKey(one) !== key);
}

function realServerOf(op: EditOp): string {
  return 'realServer' in op && typeof op.realServer === 'object'
    ? realServerKey(op.realServer)
    : '';
}
