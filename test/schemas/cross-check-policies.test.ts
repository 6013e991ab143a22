import { describeTable, type Row } from './cross-check-table.ts';
import { CLUSTER, document, edited, LIPS, service, WEB } from './fleet.ts';

const POLICY = document('RolloutPolicy', 'careful', {
  waves: [{ count: 1 }, { percent: 50 }],
  maxUnavailable: { percent: 50 },
});
const OWN = edited(CLUSTER, { rolloutPolicy: 'careful' });
const NOT_YET = /^E_CAPABILITY /;

const TABLE: readonly Row[] = [
  ['a cluster with a policy that fits it: fine', [OWN, POLICY], []],
  [
    'a budget that rounds down to no director',
    [OWN, edited(POLICY, { maxUnavailable: { percent: 10 } })],
    [
      'E_BUDGET_ZERO RolloutPolicy/careful spec.maxUnavailable: 10 % of the 2 directors of Cluster edge are none: no rollout could begin',
    ],
  ],
  [
    'gates and approvals that no rollout can do yet',
    [
      OWN,
      edited(POLICY, {
        gates: { errorRate: { maxPercent: 1 } },
        soak: { minNewConnections: 1 },
        approvals: {},
      }),
    ],
    [
      /^E_CAPABILITY RolloutPolicy\/careful spec.gates.errorRate: no rollout can judge the error rate/,
      /^E_CAPABILITY RolloutPolicy\/careful spec.soak.minNewConnections: no rollout can count/,
      /^E_CAPABILITY RolloutPolicy\/careful spec.approvals: there is no way to give an approval/,
    ],
  ],
  [
    'policies, roles, clusters and directors that do not exist',
    [
      edited(CLUSTER, { rolloutPolicy: 'carefull' }),
      edited(POLICY, { approvals: { roles: ['lead'] } }),
      document('Freeze', 'f1', { scope: 'node', node: 'lb3', reason: 'storm', who: 'bob' }),
      document('Freeze', 'f2', { scope: 'cluster', cluster: 'ege', reason: 'storm', who: 'bob' }),
      document('RoleBinding', 'b', { role: 'ops', subjects: [{ type: 'user', name: 'bob' }] }),
      document('Role', 'r', { rules: [{ verbs: ['get'], clusters: ['core'], kinds: ['Nod'] }] }),
      document('ChatBinding', 'c', {
        platform: 'slack',
        workspace: 'T1',
        channels: [{ id: 'C1', clusters: ['far'] }],
      }),
    ],
    [
      'E_REFERENCE Cluster/edge spec.rolloutPolicy: there is no RolloutPolicy carefull',
      'E_REFERENCE RolloutPolicy/careful spec.approvals.roles[0]: there is no Role lead',
      'E_REFERENCE Freeze/f1 spec.node: there is no Node lb3',
      'E_REFERENCE Freeze/f2 spec.cluster: there is no Cluster ege',
      'E_REFERENCE RoleBinding/b spec.role: there is no Role ops',
      'E_REFERENCE Role/r spec.rules[0].clusters[0]: there is no Cluster core',
      'E_REFERENCE ChatBinding/c spec.channels[0].clusters[0]: there is no Cluster far',
      'E_ENUM Role/r spec.rules[0].kinds[0]: there is no kind Nod',
      NOT_YET,
    ],
  ],
  [
    'an instance in two sync groups, and one of nobody',
    [
      document('SyncGroup', 'g1', { cluster: 'edge', instances: ['front4', 'front6'] }),
      document('SyncGroup', 'g2', { cluster: 'edge', instances: ['front6', 'front9'] }),
    ],
    [
      'E_REFERENCE SyncGroup/g2 spec.instances[1]: there is no VrrpInstance front9',
      NOT_YET,
      /^E_SYNC_GROUP SyncGroup\/g2 spec.instances\[0\]: front6 already moves with SyncGroup\/g1/,
    ],
  ],
  [
    'a quorum that no weights reach',
    [edited(WEB, { quorum: { up: 4, down: 2 } })],
    [
      NOT_YET,
      'E_QUORUM VirtualService/web spec.quorum.up: the quorum is 4 and all weights together are 3: it is never up',
    ],
  ],
  [
    'another port behind direct routing',
    [
      edited(WEB, {
        forwarding: 'dr',
        localAddressPool: undefined,
        realServers: [{ address: '10.98.0.21', port: 8_080 }, { address: '10.98.0.22' }],
      }),
    ],
    [
      NOT_YET,
      'E_PORT_REWRITE VirtualService/web spec.realServers[0].port: dr cannot send connections to port 8080 of 10.98.0.21',
    ],
  ],
  [
    'a tcp check of a web server',
    [edited(WEB, { healthCheck: { type: 'tcp' } })],
    [
      'W_TCP_CHECK_HTTP VirtualService/web spec.healthCheck.type: a tcp check of port 80 does not see a web server that answers only errors',
    ],
  ],
  [
    'a tcp check of what is no web server: fine',
    [service('mail', { ports: [25], healthCheck: { type: 'tcp' } })],
    [],
  ],
  [
    'a limit above what the source ports of a director can serve',
    [
      edited(WEB, { limits: { connections: 300 } }),
      edited(LIPS, { portRange: { first: 40_000, last: 40_099 } }),
    ],
    [
      NOT_YET,
      NOT_YET,
      'W_PORTS_FEW VirtualService/web spec.limits.connections: lb1 has source ports for 200 connections, the limit is 300',
    ],
  ],
  [
    'a persistence mask longer than an address',
    [edited(WEB, { persistence: { mask: 64 } })],
    [NOT_YET, 'E_RANGE VirtualService/web spec.persistence.mask: an IPv4 address has no 64 bits'],
  ],
];

describeTable('policies and services are checked for', TABLE);
