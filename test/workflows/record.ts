/**
 * Records the histories that replay.test.ts replays: `node test/workflows/record.ts [NAME...]`.
 * Each is a procedure that really ran on the real Temporal server, so it has the core flags that
 * make a changed activity detectable. A recorded history is never replaced by a change of code: it
 * stands for the procedures that are under way when that code is rolled out. Record a new one
 * beside it; replace one only before a first release.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import pino from 'pino';
import { startTemporal } from '../../lab/servers/temporal.ts';
import type { RolloutInput } from '../../schemas/rollout.ts';
import { clusterLockDomain } from '../../workflows/contract.ts';
import { runWorker } from '../../workflows/worker.ts';
import { rolloutInput } from './drive-rollout.ts';
import {
  drainInput,
  FAST_VRRP,
  PAIR,
  type Procedure,
  type ProcedureClient,
  procedureClient,
  type RunningRollout,
  STUBBORN_PAIR,
  tellRollout,
  untilPhase,
  untilRolloutPhase,
} from './real-temporal.ts';
import {
  CLUSTER,
  type DirectorOptions,
  type GenerationEffect,
  SimulatedFleet,
} from './simulated-fleet.ts';
import { simulatedPorts } from './simulated-ports.ts';

interface Story {
  readonly type: 'drainNode' | 'undrainNode';
  readonly directors: readonly DirectorOptions[];
  readonly prepare?: (fleet: SimulatedFleet) => void;
  readonly deadlineMs?: number;
  readonly interfere?: (procedure: Procedure, fleet: SimulatedFleet) => Promise<void>;
  readonly phase: string;
}

const DRAINED_PAIR: DirectorOptions[] = PAIR.map((director) =>
  director.name === 'lb1' ? { ...director, adminState: 'drained' } : director,
);
const FOREIGN = { domain: clusterLockDomain(CLUSTER), owner: 'person:ilja', reason: 'cabling' };

const STORIES: Record<string, Story> = {
  'drain-done': { type: 'drainNode', directors: PAIR, phase: 'done' },
  'drain-waited-for-lock': {
    type: 'drainNode',
    directors: PAIR,
    prepare: (fleet) => fleet.acquire(FOREIGN),
    interfere: async (procedure, fleet) => {
      await untilPhase(procedure, 'locking');
      fleet.release(FOREIGN);
    },
    phase: 'done',
  },
  'drain-refused': {
    type: 'drainNode',
    directors: PAIR,
    prepare: (fleet) => fleet.happen({ node: 'lb2', fault: 'goesStale' }),
    phase: 'refused',
  },
  'drain-cancelled': {
    type: 'drainNode',
    directors: STUBBORN_PAIR,
    interfere: async (procedure) => {
      await untilPhase(procedure, 'waiting');
      await procedure.cancel();
    },
    phase: 'reverted',
  },
  'drain-aborted-at-deadline': {
    type: 'drainNode',
    directors: STUBBORN_PAIR,
    deadlineMs: 2_000,
    phase: 'reverted',
  },
  'undrain-done': { type: 'undrainNode', directors: DRAINED_PAIR, phase: 'done' },
};

/** Rollouts of generation 8 over a pair. */
interface RolloutStory {
  readonly effects?: Record<number, GenerationEffect>;
  readonly input?: RolloutInput;
  readonly interfere?: (rollout: RunningRollout, procedures: ProcedureClient) => Promise<void>;
  readonly phase: string;
}

const QUICK = rolloutInput(8, { gate: { minSoakMs: 500 } });
const SLOW = rolloutInput(8, { gate: { minSoakMs: 600_000 } });

const ROLLOUTS: Record<string, RolloutStory> = {
  'rollout-done': { phase: 'done' },
  'rollout-reverted': { effects: { 8: { isRefused: true } }, phase: 'reverted' },
  'rollout-now': { input: rolloutInput(8, {}, true), phase: 'done' },
  'rollout-retargeted': {
    input: SLOW,
    interfere: async (rollout, procedures) => {
      await untilRolloutPhase(rollout, 'soaking');
      await procedures.rollOut(rolloutInput(9, { gate: { minSoakMs: 500 } }));
    },
    phase: 'done',
  },
  'rollout-paused-and-resumed': {
    input: rolloutInput(8, { gate: { minSoakMs: 3_000 } }),
    interfere: async (rollout) => {
      await untilRolloutPhase(rollout, 'soaking');
      await tellRollout(rollout, 'pause', {});
      await untilRolloutPhase(rollout, 'paused');
      await tellRollout(rollout, 'resume', {});
    },
    phase: 'done',
  },
  'rollout-undecided-and-aborted': {
    effects: { 8: { silences: true } },
    input: rolloutInput(8, { gate: { inconclusiveDeadlineMs: 2_000 } }),
    interfere: async (rollout) => {
      await untilRolloutPhase(rollout, 'paused');
      await tellRollout(rollout, 'abort', { mode: 'hold' });
    },
    phase: 'held',
  },
  'rollout-cancelled': {
    input: SLOW,
    interfere: async (rollout) => {
      await untilRolloutPhase(rollout, 'soaking');
      await rollout.cancel();
    },
    phase: 'reverted',
  },
};

const FOLDER = new URL('./histories/', import.meta.url);

interface Temporal {
  readonly endpoint: string;
  readonly namespace: string;
}

async function record(
  name: string,
  story: Story,
  temporal: Temporal,
  procedures: ProcedureClient,
): Promise<void> {
  const { directors, type, deadlineMs } = story;
  const fleet = new SimulatedFleet({ directors, ...FAST_VRRP, startMs: Date.now() });
  story.prepare?.(fleet);
  await withWorker(fleet, temporal, async () => {
    const input = drainInput(deadlineMs === undefined ? {} : { deadlineMs });
    const procedure = await procedures.start(type, input);
    await story.interfere?.(procedure, fleet);
    await keep(name, story.phase, procedure);
  });
}

async function recordRollout(
  name: string,
  story: RolloutStory,
  temporal: Temporal,
  procedures: ProcedureClient,
): Promise<void> {
  const effects = story.effects ?? {};
  const startMs = Date.now();
  const fleet = new SimulatedFleet({ directors: PAIR, effects, ...FAST_VRRP, startMs });
  await withWorker(fleet, temporal, async () => {
    const rollout = await procedures.rollOut(story.input ?? QUICK);
    await story.interfere?.(rollout, procedures);
    await keep(name, story.phase, rollout);
  });
}

async function withWorker(
  fleet: SimulatedFleet,
  temporal: Temporal,
  work: () => Promise<void>,
): Promise<void> {
  const worker = await runWorker({
    address: temporal.endpoint,
    namespace: temporal.namespace,
    ports: simulatedPorts(fleet, Date.now),
    identity: 'recorder',
    logger: pino({ level: 'silent' }),
  });
  await work();
  await worker.shutdown();
}

async function keep(
  name: string,
  wanted: string,
  workflow: Pick<Procedure | RunningRollout, 'result' | 'fetchHistory'>,
): Promise<void> {
  const { phase, reason } = await workflow.result();
  if (phase !== wanted) throw new Error(`${name} ended ${phase}: ${reason}`);
  const history = historyToJSON(await workflow.fetchHistory());
  writeFileSync(new URL(`${name}.json`, FOLDER), `${withoutMachine(history)}\n`);
  console.log(`${name}: ${phase}`);
}

/** Who and where it was recorded says nothing about the workflow. */
function withoutMachine(history: string): string {
  const replaced = (key: string, value: unknown) =>
    key === 'identity' ? 'recorder' : key === 'stackTrace' ? '' : value;
  return JSON.stringify(JSON.parse(history, replaced), null, 1);
}

const dir = mkdtempSync(join(tmpdir(), 'sluice-record-'));
const temporal = await startTemporal({ dir });
try {
  const procedures = await procedureClient(temporal.endpoint, temporal.namespace);
  const wanted = process.argv.slice(2);
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
  for (const [name, story] of Object.entries(STORIES)) {
    if (isWanted(name)) await record(name, story, temporal, procedures);
  }
  for (const [name, story] of Object.entries(ROLLOUTS)) {
    if (isWanted(name)) await recordRollout(name, story, temporal, procedures);
  }
  await procedures.close();
} finally {
  await temporal.stop();
  rmSync(dir, { recursive: true });
}
