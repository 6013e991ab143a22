/**
 * What is to be said of a lab, alive or not: its record, what its supervisor answers, and the pids
 * as they are outside. Looking at a dead lab cleans its record away, so a later start is not
 * confused by it.
 */
import { existsSync } from 'node:fs';
import { apiSocket, controlSocket } from './box/box-spec.ts';
import { BoxClient } from './box/client.ts';
import type { BoxStatus } from './box/control.ts';
import { pidsInNamespaceOf } from './box/process-identity.ts';
import { isRecordAlive, type LabRecord, readRecord } from './box/record.ts';
import type { LabNodeStatus, LabProcessStatus, LabState, LabStatus } from './lab-api.ts';
import { clearRun } from './lab-folder.ts';
import type { LabMachine } from './topology/topology.ts';

/** Throws E_LAB when the lab lives but its supervisor does not answer. */
export async function readLabStatus(name: string, dir: string): Promise<LabStatus> {
  const record = readRecord(dir);
  if (record === undefined) return withoutBox(name, dir, 'down');
  if (!isRecordAlive(record)) {
    clearRun(dir);
    return { ...withoutBox(name, dir, 'dead'), isRootless: record.isRootless };
  }
  const box = existsSync(controlSocket(dir))
    ? await new BoxClient(controlSocket(dir)).status()
    : undefined;
  return {
    name: record.name,
    dir,
    state: box === undefined ? 'starting' : stateOf(box),
    apiSocket: apiSocket(dir),
    ...(record.listen === undefined ? {} : { listen: record.listen }),
    isRootless: record.isRootless,
    ...(box === undefined ? {} : { startedAt: box.startedAt }),
    ...(box?.problem === undefined ? {} : { problem: box.problem.message }),
    nodes: nodesOf(record, box?.poweredOff ?? []),
    processes: processesOf(record, box),
  };
}

function withoutBox(name: string, dir: string, state: LabState): LabStatus {
  const rest = { isRootless: false, nodes: [], processes: [] };
  return { name, dir, state, apiSocket: apiSocket(dir), ...rest };
}

/** A box that is being stopped still runs; once it has stopped its record says so. */
function stateOf({ phase }: BoxStatus): LabState {
  if (phase === 'failed') return 'failed';
  return phase === 'network' || phase === 'starting' ? 'starting' : 'running';
}

function nodesOf({ topology }: LabRecord, poweredOff: readonly string[]): LabNodeStatus[] {
  const node = (role: LabNodeStatus['role']) => (machine: LabMachine) => ({
    name: machine.name,
    role,
    isPowered: !poweredOff.includes(machine.name),
    addresses: machine.links.flatMap((link) => link.addresses),
  });
  return [
    node('hub')(topology.hub),
    ...topology.directors.map(node('director')),
    ...topology.realServers.map(node('realServer')),
    ...topology.clients.map(node('client')),
  ];
}

function processesOf(record: LabRecord, box: BoxStatus | undefined): LabProcessStatus[] {
  if (record.box === undefined || box === undefined) return [];
  const outside = pidsInNamespaceOf(record.box.first.pid);
  return box.processes.map((process) => {
    const outsidePid = process.pid === undefined ? undefined : outside.get(process.pid);
    return { ...process, ...(outsidePid === undefined ? {} : { outsidePid }) };
  });
}
