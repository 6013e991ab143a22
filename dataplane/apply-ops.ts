/**
 * What ops mean, without a kernel: the state after them. Every driver reaches this state; the
 * memory twin holds nothing else. An op that is already so changes nothing; an op upon something
 * that is not there is a problem, and with one problem the whole list has no effect.
 */
import type { DataplaneRealServer, DataplaneService, Op } from '../schemas/dataplane.ts';
import { FleetError, unreachable } from '../schemas/errors.ts';
import { realServerKey, type ServiceKey } from '../schemas/names.ts';
import { canonicalService } from './canonical.ts';

type Services = ReadonlyMap<ServiceKey, DataplaneService>;

/**
 * The services after `ops`, in canonical form; `state` is left as it is. `addService` of a key that
 * is there makes the service as given; `addRealServer` of one that is there sets its weight.
 * @throws FleetError E_DATAPLANE_APPLY naming every op that has nothing to work upon
 */
export function applyOps(state: Services, ops: readonly Op[]): Map<ServiceKey, DataplaneService> {
  const next = new Map(state);
  const problems: string[] = [];
  for (const op of ops) {
    if (op.kind === 'addService') next.set(op.service.key, canonicalService(op.service));
    else if (op.kind === 'removeService') next.delete(op.key);
    else {
      const service = next.get(op.key);
      if (service !== undefined) {
        const edited = editedService(service, op);
        if (edited !== undefined) next.set(op.key, canonicalService(edited));
        else problems.push(`${op.kind}: ${op.key} has no real server ${realServerOf(op)}`);
      } else if (op.kind !== 'removeRealServer' && op.kind !== 'removeLocalAddress') {
        problems.push(`${op.kind}: there is no service ${op.key}`);
      }
    }
  }
  if (problems.length > 0) {
    throw new FleetError('E_DATAPLANE_APPLY', problems.join('; '), {
      hint: 'Observe again, then diff: the dataplane is not what the ops were made for.',
    });
  }
  return next;
}

type EditOp = Exclude<Op, { kind: 'addService' } | { kind: 'removeService' }>;

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
