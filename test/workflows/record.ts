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
import { clusterLockDomain, type WorkflowType } from '../../workflows/contract.ts';
import { runWorker } from '../../workflows/worker.ts';
import {
  drainInput,
  FAST_VRRP,
  PAIR,
  type Procedure,
  type ProcedureClient,
  procedureClient,
  STUBBORN_PAIR,
  untilPhase,
} from './real-temporal.ts';
import { CLUSTER, type DirectorOptions, SimulatedFleet } from './simulated-fleet.ts';
import { simulatedPorts } from './simulated-ports.ts';

interface Story {
  readonly type: WorkflowType;
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

const FOLDER = new URL('./histories/', import.meta.url);

async function record(
  name: string,
  story: Story,
  temporal: { readonly endpoint: string; readonly namespace: string },
  procedures: ProcedureClient,
): Promise<void> {
  const { directors, type, deadlineMs } = story;
  const fleet = new SimulatedFleet({ directors, ...FAST_VRRP, startMs: Date.now() });
  story.prepare?.(fleet);
  const worker = await runWorker({
    address: temporal.endpoint,
    namespace: temporal.namespace,
    ports: simulatedPorts(fleet, Date.now),
    identity: 'recorder',
    logger: pino({ level: 'silent' }),
  });
  const input = drainInput(deadlineMs === undefined ? {} : { deadlineMs });
  const procedure = await procedures.start(type, input);
  await story.interfere?.(procedure, fleet);
  const { phase, reason } = await procedure.result();
  await worker.shutdown();
  if (phase !== story.phase) throw new Error(`${name} ended ${phase}: ${reason}`);
  const history = historyToJSON(await procedure.fetchHistory());
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
  for (const [name, story] of Object.entries(STORIES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await record(name, story, temporal, procedures);
  }
  await procedures.close();
} finally {
  await temporal.stop();
  rmSync(dir, { recursive: true });
}
