/**
 * Starting a lab and finding it again: the one door to the lab for code. What a started lab can do
 * is in lab-api.ts; how it is done inside the box, in box/.
 */
import { existsSync } from 'node:fs';
import type { Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError } from '../schemas/errors.ts';
import { controlSocket, LISTEN_FD, writeBoxSpec } from './box/box-spec.ts';
import { BoxClient } from './box/client.ts';
import { type BoxStatus, fromWireError } from './box/control.ts';
import { addressOf, listenOutside, type OpenedBox, openBox } from './box/open-box.ts';
import { startOrder } from './box/order.ts';
import { assertNamespaces, assertPrograms, BOX_PROGRAMS } from './box/preflight.ts';
import { identify } from './box/process-identity.ts';
import {
  claimRecord,
  isRecordAlive,
  type LabRecord,
  readRecord,
  updateRecord,
} from './box/record.ts';
import { CONTROLLER, fleetProcesses, NODE_AGENT, WORKER } from './fleet/processes.ts';
import { ALL_PARTS, type Lab, type LabPart, type StartLabOptions } from './lab-api.ts';
import { claimFolder, clearRun, prepareFolder } from './lab-folder.ts';
import { DEFAULT_LAB, labFolder } from './labs.ts';
import { endBox, OpenLab } from './open-lab.ts';
import { ProgressReport } from './progress.ts';
import { serverBinary } from './servers/binaries.ts';
import { defaultTopology, topologyProblems } from './topology/topology.ts';

export type {
  ExecOptions,
  ExecResult,
  Lab,
  LabPart,
  LabProgress,
  LabStatus,
  StartLabOptions,
} from './lab-api.ts';

/**
 * Resolves when everything in it is ready. Throws E_LAB when a lab of that folder is up already or
 * a part does not come up (nothing is left running then), E_PACKAGE_MISSING, E_NOT_ROOT,
 * E_PORT_TAKEN.
 */
export async function startLab(options: StartLabOptions): Promise<Lab> {
  const name = options.name ?? DEFAULT_LAB;
  const dir = options.dir ?? labFolder(name);
  const topology = options.topology ?? defaultTopology();
  const problems = topologyProblems(topology);
  if (problems.length > 0) throw new FleetError('E_LAB', problems.join('; '));
  const isRootless = process.getuid?.() !== 0;
  await assertStartable(options.parts ?? ALL_PARTS, isRootless);
  options.signal?.throwIfAborted();
  const starter = identify(process.pid);
  if (starter === undefined) throw new FleetError('E_LAB', '/proc does not show this process');
  claimFolder(dir);
  const claim = { name, dir, isRootless, topology, starter };
  const living = claimRecord(claim);
  if (living !== undefined) throw alreadyUp(living);
  let listener: Server | undefined;
  let box: OpenedBox | undefined;
  let record: LabRecord = { ...claim, version: 1 };
  try {
    prepareFolder(dir, options.keepData ?? false, topology, options.parts ?? ALL_PARTS);
    listener = options.listen === undefined ? undefined : await listenOutside(options.listen);
    const processes = startOrder([
      ...fleetProcesses({ dir, topology, parts: options.parts ?? ALL_PARTS }),
      ...(options.processes ?? []),
    ]);
    writeBoxSpec(dir, {
      topology,
      processes,
      ...(listener === undefined ? {} : { listenFd: LISTEN_FD }),
    });
    const listen = listener === undefined ? {} : { listen: addressOf(listener) };
    box = await openBox(dir, isRootless, listener);
    record = { ...record, ...listen, box: { unshare: box.unshare, first: box.first } };
    updateRecord(record);
    await untilReady(dir, box, options);
    if (!options.lifeline) {
      await new BoxClient(controlSocket(dir)).release();
      box.lifeline.destroy();
    }
    return new OpenLab(record);
  } catch (error) {
    if (box !== undefined) await endBox(record);
    box?.lifeline.destroy();
    clearRun(dir);
    throw error;
  } finally {
    // The box has its own copy; this one must not accept what is meant for the other.
    listener?.close();
  }
}

/** Finds a lab that was started before, by name or folder. Throws E_NOT_FOUND if none is alive. */
export async function openLab(where: { name?: string; dir?: string } = {}): Promise<OpenLab> {
  const name = where.name ?? DEFAULT_LAB;
  const dir = where.dir ?? labFolder(name);
  const record = readRecord(dir);
  if (record !== undefined && isRecordAlive(record)) return new OpenLab(record);
  throw new FleetError('E_NOT_FOUND', `the lab ${where.dir ?? name} is not up`, {
    hint: 'start it with "sluice lab up"',
  });
}

function alreadyUp(record: LabRecord): FleetError {
  return new FleetError('E_LAB', `the lab ${record.name} is up already, in ${record.dir}`, {
    hint: 'end it with "sluice lab down", or give the new one another --name',
  });
}

const AGENT_PROGRAMS = ['nft', 'keepalived', 'conntrackd', 'conntrack'];

async function assertStartable(parts: readonly LabPart[], isRootless: boolean): Promise<void> {
  await assertPrograms([
    ...BOX_PROGRAMS,
    ...(parts.includes('agents') ? AGENT_PROGRAMS : []),
    ...(parts.includes('realServers') ? ['nginx'] : []),
  ]);
  if (parts.includes('servers')) {
    await Promise.all([
      serverBinary('etcd'),
      serverBinary('nats-server'),
      serverBinary('temporal'),
    ]);
  }
  const sources = { controller: CONTROLLER, worker: WORKER, agents: NODE_AGENT };
  for (const [part, file] of Object.entries(sources)) {
    if (!parts.includes(part as LabPart) || existsSync(file)) continue;
    throw new FleetError('E_LAB', `${file} is not there, so the lab cannot run its ${part}`);
  }
  await assertNamespaces(isRootless);
}

/** The status is read from memory inside the box: asking is cheap. */
const POLL_MS = 50;
/** Nothing is waited for longer inside; this ends the wait for a supervisor that hangs. */
const START_TIMEOUT_MS = 180_000;

async function untilReady(dir: string, box: OpenedBox, options: StartLabOptions): Promise<void> {
  const { signal, waitUntilReady = true } = options;
  const report = new ProgressReport(options.onProgress);
  const client = new BoxClient(controlSocket(dir));
  const deadline = performance.now() + START_TIMEOUT_MS;
  let hasEnded = false;
  void box.ended.then(() => {
    hasEnded = true;
  });
  while (performance.now() < deadline) {
    signal?.throwIfAborted();
    if (hasEnded) {
      throw new FleetError('E_LAB', 'the box ended during its start', {
        hint: `read ${dir}/logs/box.log`,
      });
    }
    // Before the supervisor listens there is no socket to ask.
    const status: BoxStatus | undefined = existsSync(controlSocket(dir))
      ? await client.status().catch(() => undefined)
      : undefined;
    if (status !== undefined) report.see(status);
    if (status?.problem !== undefined) throw fromWireError(status.problem);
    if (status?.phase === 'ready' || (status !== undefined && !waitUntilReady)) return;
    await Promise.race([delay(POLL_MS), box.ended]);
  }
  throw new FleetError('E_LAB', `the lab is not ready after ${START_TIMEOUT_MS} ms`, {
    hint: `read the logs in ${dir}/logs`,
  });
}
