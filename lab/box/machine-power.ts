/**
 * The machines of the box, as namespaces: plugged in, switched off, switched on again. The
 * effectful half of lab/topology; runs inside the box, as its root.
 */
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { FleetError } from '../../schemas/errors.ts';
import {
  buildCommands,
  type Command,
  powerOffCommands,
  powerOnCommands,
  removeCommands,
} from '../topology/commands.ts';
import { HUB, type LabMachine, type LabTopology, machines } from '../topology/topology.ts';

const run = promisify(execFile);

/** One `ip` command takes milliseconds; one that hangs this long never ends. */
const COMMAND_TIMEOUT_MS = 20_000;
/** A process may fork while it is being listed; one that outruns this many rounds is a fork bomb. */
const KILL_ROUNDS_MAX = 100;

/**
 * Gives the box a /run of its own, so that what the lab's daemons keep there (namespaces' names,
 * pid files, sockets) meets nobody else's and is gone with the box.
 */
export async function privateRun(): Promise<void> {
  await runAll([['mount', '-t', 'tmpfs', '-o', 'mode=0755', 'tmpfs', '/run']]);
  mkdirSync('/run/netns', { mode: 0o755 });
  mkdirSync('/run/lock', { mode: 0o755 });
}

export async function plugIn(topology: LabTopology): Promise<void> {
  await runAll(buildCommands(topology));
}

/** Its links go down: the first half of losing power, see powerOffCommands. Idempotent. */
export async function cutLinks(machine: LabMachine): Promise<void> {
  await runAll(powerOffCommands(machine));
}

/** kill -9 of everything there, also of daemons that left their parents. Idempotent. */
export async function killEverythingOn({ name: node }: LabMachine): Promise<void> {
  for (let round = 1; ; round++) {
    const { stdout } = await run('ip', ['netns', 'pids', node], { timeout: COMMAND_TIMEOUT_MS });
    const pids = stdout.split('\n').filter(Boolean).map(Number);
    if (pids.length === 0) return;
    if (round > KILL_ROUNDS_MAX) throw new FleetError('E_LAB', `${node} still runs ${pids}`);
    for (const pid of pids) killIfThere(pid);
  }
}

/** After both: the same machine with an empty kernel. */
export async function powerOn(topology: LabTopology, machine: LabMachine): Promise<void> {
  await runAll(removeCommands(topology, machine));
  await runAll(powerOnCommands(topology, machine));
}

/** Throws E_NOT_FOUND, and E_LAB for the hub, which has no switch. */
export function findMachine(topology: LabTopology, node: string): LabMachine {
  const machine = machines(topology).find(({ name }) => name === node);
  if (machine !== undefined) return machine;
  if (node === HUB) {
    throw new FleetError('E_LAB', 'the hub cannot lose power: it is the box itself', {
      hint: 'kill a process of it, or end the lab with "sluice lab down"',
    });
  }
  const names = machines(topology).map(({ name }) => name);
  throw new FleetError('E_NOT_FOUND', `no machine is called ${node}`, {
    hint: `there are ${names.join(', ')}`,
  });
}

async function runAll(commands: readonly Command[]): Promise<void> {
  for (const [program, ...args] of commands) {
    try {
      await run(program, args, { timeout: COMMAND_TIMEOUT_MS });
    } catch (cause) {
      const { stderr = '' } = cause as { stderr?: string };
      const what = [program, ...args].join(' ');
      throw new FleetError('E_LAB', `"${what}" fails: ${stderr.trim() || String(cause)}`, {
        cause,
      });
    }
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
