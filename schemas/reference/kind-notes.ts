/** What each kind is for, and what acts on it today: the words of docs/resources.md. */
import type { Kind } from '../resources/resource.ts';

export interface KindNotes {
  readonly purpose: string;
  /** `Nothing yet` where that is so: then it is stored, checked and shown, and that is all. */
  readonly actedOn: string;
}

export const KIND_NOTES: Readonly<Record<Kind, KindNotes>> = {
  Cluster: {
    purpose:
      'Directors that serve the same services: the unit of a generation, of redundancy and of ' +
      'maintenance.',
    actedOn:
      'The controller compiles it, agents carry it out. `rolloutPolicy`: changes go out in waves.',
  },
  Node: {
    purpose: 'One director: where it is managed, what links it has, what is special about it.',
    actedOn:
      'The controller compiles it, agents carry it out. `failureDomain`: rollouts. ' +
      '`kernelVersion` and `dataplaneVersion`: nothing yet.',
  },
  VrrpInstance: {
    purpose:
      'One virtual router. Its addresses are derived: VIPs of services, LIPs of pools, and what ' +
      'is listed here.',
    actedOn: 'The controller compiles it, keepalived carries it out.',
  },
  SyncGroup: {
    purpose:
      'VRRP instances that move together. Without any, all instances of a cluster are one group.',
    actedOn:
      'Validation: a group of all instances says what is so anyway, every other is refused until ' +
      'a driver has several.',
  },
  LocalAddressPool: {
    purpose:
      'The source addresses (LIPs) of FULLNAT, a list of its own for each director. A pool may ' +
      'hold both families; a service gets those of its real servers’ family.',
    actedOn: 'The controller compiles it, agents carry it out.',
  },
  SnatGateway: {
    purpose:
      'How hosts behind the directors reach the outside. Zones are ordered and the first that ' +
      'matches decides; gateways of one cluster are tried in the order of their names.',
    actedOn:
      'The controller compiles it, agents carry it out, and VRRP carries the addresses. ' +
      '`connections`: validation holds the pool against it.',
  },
  VirtualService: {
    purpose: 'What clients connect to, and which real servers answer.',
    actedOn: 'The controller compiles it, agents carry it out.',
  },
  RealServer: {
    purpose: 'A real server for those who own the server and not the service.',
    actedOn: 'The controller compiles it into the service that it joins.',
  },
  RolloutPolicy: {
    purpose:
      'How changes and maintenance go over the directors of the clusters that name it: waves, ' +
      'budget, gates, soak, windows, approvals.',
    actedOn:
      'The controller starts a rollout by it for every change that directors of the cluster see, ' +
      'except the first; maintenance does not ask it yet. A rollout keeps the policy that it was ' +
      'started with.',
  },
  Freeze: {
    purpose: 'Nothing is begun in its scope while it is in force.',
    actedOn:
      'The controller refuses changes and drains that reach into it, unless whoever asks says ' +
      'that they go past it; both are in the history.',
  },
  Role: {
    purpose: 'What somebody may do, and where. What no rule gives is denied.',
    actedOn: 'Nothing yet: whoever reaches the API may do everything.',
  },
  RoleBinding: {
    purpose: 'Who has a role.',
    actedOn: 'Nothing yet, as for Role.',
  },
  ChatBinding: {
    purpose:
      'One chat workspace: who is whom in the directory, and what may be asked in which channel.',
    actedOn: 'Nothing yet: there is no chat bot.',
  },
};
