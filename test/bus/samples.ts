/** Events and statuses of made-up directors, and a log whose lines a test can look at. */
import { type Logger, pino } from 'pino';
import type { NodeEvent, NodeEventBody } from '../../schemas/events.ts';
import type { NodeStatus } from '../../schemas/status.ts';

export const CLUSTER = 'edge';
export const BOOT_ID = '11111111-2222-3333-4444-555555555555';

export function sampleEvent(node: string, seq: number, body?: NodeEventBody): NodeEvent {
  return {
    cluster: CLUSTER,
    node,
    bootId: BOOT_ID,
    seq,
    timeMs: 1_700_000_000_000 + seq,
    body: body ?? { type: 'AdminStateSeen', from: 'active', to: 'draining' },
  };
}

export function sampleStatus(node: string, over: Partial<NodeStatus> = {}): NodeStatus {
  return {
    cluster: CLUSTER,
    node,
    bootId: BOOT_ID,
    agentVersion: '0.1.0',
    agentStartedAtMs: 1_700_000_000_000,
    kernelVersion: '6.1.0',
    timeMs: 1_700_000_000_000,
    convergence: 'converged',
    adminState: 'active',
    storeConnected: true,
    busConnected: true,
    eventsWaiting: 0,
    eventsLost: 0,
    vrrp: [],
    ownedAddresses: [],
    services: [],
    servicesTotal: 0,
    realServersUp: 0,
    realServersTotal: 0,
    notUp: [],
    foreign: 0,
    ...over,
  };
}

export interface LogLine extends Record<string, unknown> {
  readonly level: number;
  readonly msg: string;
}

export function recordingLog(): { log: Logger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) });
  return { log, lines };
}
