/**
 * A control plane with real servers, a real worker and real agents on memory dataplanes, for tests
 * of rollouts: what people do with it, what its directors then run, what the kernel refuses.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createProcedurePorts } from '../../bin/procedure-ports.ts';
import { openAgentBus } from '../../bus/agent-bus.ts';
import { openControlBus } from '../../bus/control-bus.ts';
import { startController } from '../../controller/controller.ts';
import { createProcedures } from '../../controller/procedures/procedures.ts';
import { createMemoryDataplane } from '../../dataplane/memory/driver.ts';
import { startAgent } from '../../node-agent/agent.ts';
import { startHealthChecker } from '../../node-agent/health/health-checker.ts';
import { openOutbox } from '../../node-agent/outbox/outbox.ts';
import type { ApplyReply, ApplyRequest, RolloutView } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import { openStore } from '../../store/etcd-store.ts';
import { runWorker } from '../../workflows/worker.ts';
import { recordingLog } from '../bus/samples.ts';
import { until } from '../kit/until.ts';
import type { Document } from '../schemas/fleet.ts';
import { type Answer, ask, type Question } from './api-client.ts';
import { request, silent } from './fixtures.ts';

export interface Addresses {
  readonly etcd: string;
  readonly nats: string;
  readonly temporal: string;
  readonly namespace: string;
}

export interface Running {
  stop(): Promise<void>;
}

export interface RunningController extends Running {
  /** Messages of its log so far. */
  readonly said: () => string[];
  api(path: string, question?: Question): Promise<Answer>;
  apply(documents: readonly Document[], over?: Partial<ApplyRequest>): Promise<ApplyReply>;
  refs(): Promise<ReadonlyMap<string, NodeRef>>;
  rollout(): Promise<RolloutView>;
  /** Waits until the view of the rollout is so. */
  rolls(what: string, isSo: (view: RolloutView) => boolean): Promise<RolloutView>;
  /** What a person says: `pause`, `start` and the like. */
  say(word: string, more?: Record<string, unknown>): Promise<Answer>;
}

const CELL = 'rollouts';
/** Everything on two shared cores. */
const WAIT = { timeoutMs: 90_000, everyMs: 100 };
export const BOB = {
  actor: 'bob',
  channel: 'cli',
  reason: 'by hand',
  correlationId: 'c-9',
} as const;

export async function startWorkerAt(at: Addresses): Promise<Running> {
  const store = await openStore({ endpoints: [at.etcd], cell: CELL });
  const bus = openControlBus({ servers: [at.nats], cell: CELL, log: silent });
  const worker = await runWorker({
    ...{ address: at.temporal, namespace: at.namespace, identity: 'test', logger: silent },
    ports: createProcedurePorts(store, bus),
  });
  const stop = async () => {
    await worker.shutdown();
    await Promise.all([bus.close(), store.close()]);
  };
  return { stop };
}

/** `temporal`: where it looks for it, for a controller that does not find it. */
export async function startControllerAt(
  at: Addresses,
  socket: string,
  temporal = at.temporal,
): Promise<RunningController> {
  const { log, lines } = recordingLog();
  const store = await openStore({ endpoints: [at.etcd], cell: CELL });
  const bus = openControlBus({ servers: [at.nats], cell: CELL, log });
  const procedures = createProcedures({ address: temporal, namespace: at.namespace });
  const controller = await startController({
    ...{ version: '0', cell: CELL, listen: `unix:${socket}`, store, bus, procedures, log },
    onDefect: (error) => {
      throw error;
    },
  });
  const api: RunningController['api'] = (path, question) => ask(socket, path, question);
  const rollout = async () => (await api('/v1/rollouts/edge')).body as RolloutView;
  return {
    api,
    rollout,
    said: () => lines.map((line) => String(line['msg'])),
    apply: async (documents, over) => {
      const headers = { 'idempotency-key': randomUUID() };
      const question = { method: 'POST', json: request(documents, over), headers };
      const { status, body } = await api('/v1/apply', question);
      if (status === 200) return body;
      throw new FleetError(body.code, body.message);
    },
    refs: async () => new Map((await store.readRefs()).map((ref) => [ref.node, ref])),
    rolls: (what, isSo) =>
      until(
        what,
        async () => {
          const view = await rollout();
          if (isSo(view)) return view;
          throw new Error(JSON.stringify(view));
        },
        WAIT,
      ),
    say: (word, more = {}) =>
      api(`/v1/rollouts/edge/${word}`, { method: 'POST', json: { origin: BOB, ...more } }),
    stop: async () => {
      await controller.stop();
      await Promise.all([procedures.close(), bus.close(), store.close()]);
    },
  };
}

export interface RunningDirector extends Running {
  /** Generation that its dataplane has. */
  applied(): number | undefined;
}

/** `refuses`: a weight that this director's kernel does not take; the door of its refusals. */
export async function startDirectorAt(
  at: Addresses,
  node: string,
  dir: string,
  refuses: (weight: number) => boolean,
): Promise<RunningDirector> {
  const stateDir = join(dir, node);
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const store = await openStore({ endpoints: [at.etcd], cell: CELL });
  const bus = openAgentBus({ servers: [at.nats], cell: CELL, node, log: silent });
  const host = { bootId: 'boot-1', kernelVersion: '6.1.0' };
  const events = await openOutbox({
    ...{ dir: join(stateDir, 'outbox'), bootId: host.bootId, node, cluster: 'edge', log: silent },
    publish: (event) => bus.publishEvent(event),
  });
  const memory = createMemoryDataplane();
  const dataplane: typeof memory = {
    ...memory,
    apply: (ops) => {
      const isRefused = ops.some((op) => op.kind === 'setWeight' && refuses(op.realServer.weight));
      if (isRefused) memory.door.refuseNextApply('weight not supported');
      return memory.apply(ops);
    },
  };
  const agent = await startAgent({
    ...{ node, version: '0', stateDir, host, store, bus, events, log: silent },
    createDirector: async () => ({ dataplane }),
    createHealth: (onEdge) => startHealthChecker({ onEdge, log: silent }),
  });
  return {
    applied: () => agent.status().applied?.generation,
    stop: async () => {
      await agent.stop();
      await Promise.all([bus.close(), store.close()]);
    },
  };
}
