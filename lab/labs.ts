/**
 * Where the labs of this person are: one folder each under the state folder. Which of them are
 * alive is said by their records, never by the folder's presence.
 */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { FleetError } from '../schemas/errors.ts';
import { isName } from '../schemas/names.ts';
import { apiSocket } from './box/box-spec.ts';
import { isRecordAlive, readRecord } from './box/record.ts';

export const DEFAULT_LAB = 'lab';

/** `unix:<path>` of every living lab whose API is there, for whoever looks for a default API. */
export function findLabApis(env: NodeJS.ProcessEnv = process.env): { name: string; api: string }[] {
  return labNames(env).flatMap((name) => {
    const dir = labFolder(name, env);
    const record = readRecord(dir);
    const isServing = record !== undefined && isRecordAlive(record) && existsSync(apiSocket(dir));
    return isServing ? [{ name, api: `unix:${apiSocket(dir)}` }] : [];
  });
}

/** The names of all labs that have a folder, alive or not, sorted. */
export function labNames(env: NodeJS.ProcessEnv = process.env): string[] {
  const root = labsRoot(env);
  if (!existsSync(root)) return [];
  return readdirSync(root).filter(isName).sort();
}

/** The folder of a lab, there or not. Throws E_USAGE on what cannot be a name. */
export function labFolder(name: string, env: NodeJS.ProcessEnv = process.env): string {
  if (!isName(name)) {
    throw new FleetError('E_USAGE', `${JSON.stringify(name)} cannot be the name of a lab`, {
      hint: 'use lower-case letters, digits and hyphens',
    });
  }
  return join(labsRoot(env), name);
}

/** The XDG base directory specification: state, and a relative path there is to be ignored. */
function labsRoot(env: NodeJS.ProcessEnv): string {
  const state = env['XDG_STATE_HOME'];
  const base = state?.startsWith('/') ? state : join(homedir(), '.local', 'state');
  return join(base, 'sluice', 'labs');
}
