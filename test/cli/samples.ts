/** Answers of the API that several tests use. */
import type {
  ApplyReply,
  ConnsReply,
  HealthReply,
  HistoryEntry,
  NodeView,
  PlanReply,
  ResourcesReply,
  RolloutView,
} from '../../schemas/api.ts';
import type { DrainStatus } from '../../schemas/drain.ts';
import type { NodeEvent } from '../../schemas/events.ts';
import type { RolloutStatus } from '../../schemas/rollout.ts';
import { NOW_MS } from './run-cli.ts';

export const PLAN: PlanReply = {
  revision: 11,
  unchanged: 4,
  changes: [
    {
      key: 'VirtualService/web',
      action: 'update',
      fields: [
        { path: 'spec.realServers[10.98.0.22:80].weight', from: '2', to: '3' },
        { path: 'spec.vips[10.99.0.101]', to: '"10.99.0.101"' },
        { path: 'spec.realServers[10.98.0.23:80]', from: '{"address":"10.98.0.23"}' },
      ],
    },
    { key: 'RealServer/r3', action: 'create', fields: [{ path: 'spec.weight', to: '1' }] },
  ],
  nodes: [
    { node: 'lb1', cluster: 'edge', services: ['web'] },
    { node: 'lb2', cluster: 'edge', services: [] },
  ],
  warnings: [
    {
      code: 'W_NO_HEALTH_CHECK',
      severity: 'warning',
      message: 'the service has no health check',
      hint: 'add one',
      file: 'stored',
      line: 0,
      column: 0,
      resource: 'VirtualService/web',
      path: 'spec.healthCheck',
    },
  ],
};

export const NO_CHANGE: PlanReply = {
  revision: 11,
  unchanged: 6,
  changes: [],
  nodes: [],
  warnings: [],
};

export const APPLIED: ApplyReply = { ...PLAN, revision: 12, changed: true, eventId: 'e1' };

export const RESOURCES: ResourcesReply = {
  revision: 12,
  resources: [
    {
      generation: 2,
      revision: 12,
      createdRevision: 3,
      resource: {
        apiVersion: 'sluice/v1',
        kind: 'VirtualService',
        metadata: { name: 'web' },
        spec: {
          cluster: 'edge',
          vips: ['10.99.0.100'],
          ports: [80, 443],
          protocol: 'tcp',
          scheduler: 'wrr',
          forwarding: 'nat',
          realServers: [{ address: '10.98.0.21', port: 80, weight: 1 }],
          onFailure: 'remove',
          synproxy: false,
          clientAddress: 'none',
          allow: [],
          deny: [],
          expireQuiescent: false,
          onePacket: false,
        },
      },
    },
  ],
};

export const HISTORY: HistoryEntry[] = [
  {
    revision: 12,
    timeMs: NOW_MS,
    actor: 'alice',
    channel: 'cli',
    reason: 'more weight',
    kind: 'VirtualService',
    name: 'web',
    generation: 2,
    action: 'update',
    changes: [{ path: 'spec.realServers[10.98.0.22:80].weight', from: '2', to: '3' }],
  },
  {
    revision: 3,
    timeMs: NOW_MS - 60_000,
    actor: 'bob',
    channel: 'api',
    reason: '',
    kind: 'Node',
    name: 'lb1',
    generation: 1,
    action: 'create',
    changes: [],
  },
];

const REF = { cluster: 'edge', generation: 7, digest: 'abcdef0123456789' };

export const NODES: NodeView[] = [
  {
    node: 'lb1',
    cluster: 'edge',
    contact: 'fresh',
    adminState: 'active',
    wanted: REF,
    status: {
      cluster: 'edge',
      node: 'lb1',
      bootId: 'b1',
      agentVersion: '0.1.0',
      agentStartedAtMs: NOW_MS - 3_600_000,
      kernelVersion: '6.1.0',
      timeMs: NOW_MS - 500,
      convergence: 'converged',
      applied: REF,
      wanted: REF,
      adminState: 'active',
      storeConnected: true,
      busConnected: true,
      eventsWaiting: 0,
      eventsLost: 0,
      vrrp: [
        {
          instance: 'front4',
          state: 'master',
          priority: 150,
          sinceMs: NOW_MS - 60_000,
          masterDownMs: 1_024,
        },
      ],
      ownedAddresses: ['10.99.0.100'],
      services: [{ name: 'web', realServersUp: 1, realServersTotal: 2, connections: 17 }],
      servicesTotal: 1,
      realServersUp: 1,
      realServersTotal: 2,
      notUp: [
        {
          service: 'tcp/10.99.0.100:80',
          realServer: '10.98.0.22:80',
          state: 'down',
          reason: 'connection refused',
        },
      ],
      foreign: 0,
    },
  },
  { node: 'lb2', cluster: 'edge', contact: 'unknown', adminState: 'drained', wanted: REF },
];

export const HEALTH: HealthReply = {
  version: '0.1.0',
  cell: 'default',
  revision: 12,
  store: true,
  bus: true,
  temporal: true,
};

export const CONNS: ConnsReply = {
  nodes: [
    {
      node: 'lb1',
      total: 40,
      connections: [
        {
          protocol: 'tcp',
          client: { address: 'fd00::7', port: 41000 },
          vip: { address: 'fd99::100', port: 80 },
          local: { address: 'fd98::101', port: 1025 },
          realServer: { address: 'fd98::21', port: 80 },
          state: 'ESTABLISHED',
          timeoutS: 86,
          packets: 12,
          bytes: 3400,
        },
      ],
    },
    {
      node: 'lb2',
      total: 0,
      connections: [],
      error: { code: 'E_NODE_SILENT', message: 'lb2 does not answer', hint: '' },
    },
  ],
};

export function vrrpEvent(seq: number, node = 'lb1', bootId = 'b1'): NodeEvent {
  return {
    cluster: 'edge',
    node,
    bootId,
    seq,
    timeMs: NOW_MS + seq,
    plan: REF,
    body: {
      type: 'VrrpTransition',
      instance: 'front4',
      from: 'backup',
      to: 'master',
      priority: 150,
    },
  };
}

export const DRAIN: DrainStatus = {
  kind: 'drain',
  node: 'lb1',
  cluster: 'edge',
  phase: 'waiting',
  blockedBy: '12 connections that still move',
  startedAtMs: NOW_MS - 10_000,
  deadlineAtMs: NOW_MS + 250_000,
  mastershipMovedMs: 412,
  newMaster: 'lb2',
  connections: { tracked: 340, moving: 12 },
  connectionsLost: 0,
  reason: '',
  steps: [
    { atMs: NOW_MS - 10_000, text: 'checked' },
    { atMs: NOW_MS - 9_000, text: 'lb2 is master' },
  ],
};

const OLD = { cluster: 'edge', generation: 6, digest: '0123456789abcdef' };

/** In its second wave, with a director that fails. */
export const ROLLOUT: RolloutStatus = {
  cluster: 'edge',
  phase: 'moving',
  target: REF,
  previous: OLD,
  now: false,
  origin: { actor: 'alice', channel: 'cli', reason: 'more weight', correlationId: 'c' },
  startedAtMs: NOW_MS - 130_000,
  deadlineAtMs: NOW_MS + 40_000,
  blockedBy: 'lb3 does not run it yet',
  waves: [
    {
      kind: 'canary',
      state: 'passed',
      nodes: [{ node: 'lb2', domain: 'a', state: 'converged', why: '' }],
    },
    {
      kind: 'wave',
      state: 'running',
      nodes: [
        { node: 'lb1', domain: 'a', state: 'moving', why: '' },
        { node: 'lb3', domain: 'b', state: 'failing', why: 'E_DATAPLANE_APPLY no space' },
      ],
    },
    {
      kind: 'wave',
      state: 'pending',
      nodes: [4, 5].map((n) => ({ node: `lb${n}`, domain: 'b', state: 'pending', why: '' })),
    },
  ],
  stragglers: ['lb9'],
  verdicts: [
    { atMs: NOW_MS - 60_000, generation: 7, nodes: ['lb2'], verdict: 'pass', why: '30 s well' },
  ],
  reason: '',
  steps: [
    { atMs: NOW_MS - 130_000, text: 'has the lock' },
    { atMs: NOW_MS - 60_000, text: 'gate pass: 30 s well' },
  ],
};

export const ROLLOUT_VIEW: RolloutView = {
  cluster: 'edge',
  policy: 'careful',
  newest: REF,
  newestRevision: 12,
  behind: ['lb4', 'lb5'],
  rollout: ROLLOUT,
};
