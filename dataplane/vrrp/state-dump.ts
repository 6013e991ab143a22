/**
 * What keepalived itself says of its instances: it writes keepalived.json into its TMPDIR when it
 * gets the signal for it (keepalived(8), SIGFUNC=JSON; the number depends on the build and is asked
 * of the program). Needed where the FIFO cannot tell: after the agent was away, after a reload.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { VrrpState } from '../../schemas/status.ts';
import { runCommand } from '../daemon/command.ts';
import type { Daemon } from '../daemon/daemon.ts';
import { readIfThere } from '../daemon/process-identity.ts';

export interface DumpedInstance {
  readonly instance: string;
  readonly state: VrrpState;
  readonly priority: number;
  /** Wall clock of the last change of state; 0 when there was none since the start. */
  readonly sinceMs: number;
}

/** keepalived answers within 20 ms; a shared machine may stand still for seconds. */
const DUMP_TIMEOUT_MS = 5_000;
const POLL_MS = 5;
const FILE_NAME = 'keepalived.json';

/** `state` as in keepalived's vrrp.h. */
const STATES: readonly VrrpState[] = ['init', 'backup', 'master', 'fault'];

const dumpSchema = z.array(
  z.object({
    data: z.object({
      iname: z.string(),
      state: z.int(),
      effective_priority: z.int(),
      last_transition: z.number(),
    }),
  }),
);

/** @returns undefined while the text is not yet whole: keepalived writes it in place. */
export function parseDump(text: string): DumpedInstance[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return dumpSchema.parse(json).map(({ data }) => ({
    instance: data.iname,
    state: STATES[data.state] ?? 'down',
    priority: data.effective_priority,
    sinceMs: Math.round(data.last_transition * 1000),
  }));
}

/** The signal that makes this build of keepalived dump, undefined when it cannot. */
export async function dumpSignal(): Promise<number | undefined> {
  const { code, stdout } = await runCommand(['keepalived', '--signum=JSON']);
  const signal = Number.parseInt(stdout, 10);
  return code === 0 && signal > 0 ? signal : undefined;
}

/** A fresh dump, or undefined when none comes. `dir` is the TMPDIR that keepalived was given. */
export async function dumpState(
  daemon: Daemon,
  signal: number,
  dir: string,
): Promise<DumpedInstance[] | undefined> {
  const path = join(dir, FILE_NAME);
  await rm(path, { force: true });
  daemon.reload(signal);
  const deadline = performance.now() + DUMP_TIMEOUT_MS;
  while (performance.now() < deadline && daemon.isRunning()) {
    const text = readIfThere(path);
    const dumped = text === undefined ? undefined : parseDump(text);
    if (dumped !== undefined) return dumped;
    await delay(POLL_MS);
  }
  return undefined;
}
