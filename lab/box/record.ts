/**
 * The lab's record, `lab.json` in its folder: which processes outside are its box, so that another
 * command finds it again. Invariant: while a lab is alive or starting its record is there, and
 * only its starter or a `down` writes it; so the record is also the lock against a second start.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { FleetError } from '../../schemas/errors.ts';
import type { LabTopology } from '../topology/topology.ts';
import { isAlive, type ProcessIdentity } from './process-identity.ts';

/** Raised when an older Sluice could misread it. */
const RECORD_VERSION = 1;

export interface LabRecord {
  readonly version: typeof RECORD_VERSION;
  readonly name: string;
  readonly dir: string;
  readonly isRootless: boolean;
  readonly listen?: string;
  readonly topology: LabTopology;
  /** Who starts the lab. It counts as alive while that lives and no box is there yet. */
  readonly starter: ProcessIdentity;
  /** Outside pids: `unshare`, and the box's first process, whose end ends everything inside. */
  readonly box?: { readonly unshare: ProcessIdentity; readonly first: ProcessIdentity };
}

export const recordFile = (dir: string) => `${dir}/lab.json`;

/** Undefined when there is none. Throws E_LAB on one that this program cannot understand. */
export function readRecord(dir: string): LabRecord | undefined {
  let text: string;
  try {
    text = readFileSync(recordFile(dir), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
  const record = parse(text, dir);
  if (record.version !== RECORD_VERSION) {
    throw new FleetError('E_LAB', `${recordFile(dir)} is of another version of Sluice`, {
      hint: 'end that lab with the Sluice that started it',
    });
  }
  return record;
}

function parse(text: string, dir: string): LabRecord {
  try {
    return JSON.parse(text) as LabRecord;
  } catch (cause) {
    throw new FleetError('E_LAB', `${recordFile(dir)} is damaged`, {
      cause,
      hint: 'remove the file after you have ended what is left of the lab',
    });
  }
}

export function isRecordAlive({ box, starter }: LabRecord): boolean {
  return isAlive(box?.first ?? starter);
}

/**
 * Makes the record where none of a living lab is; a dead one's is replaced. Returns the living
 * lab's record when it was first.
 */
export function claimRecord(record: Omit<LabRecord, 'version'>): LabRecord | undefined {
  // Two starters that both find a dead record may each remove it once; then one link wins.
  const CLAIM_TRIES_MAX = 3;
  for (let tries = 0; tries < CLAIM_TRIES_MAX; tries++) {
    if (linkNew(record)) return undefined;
    const other = readRecord(record.dir);
    if (other === undefined) continue;
    if (isRecordAlive(other)) return other;
    rmSync(recordFile(record.dir), { force: true });
  }
  throw new FleetError('E_LAB', `${recordFile(record.dir)} changes too fast`, { retryable: true });
}

/** link(2) refuses an existing name and shows the whole content at once. */
function linkNew(record: Omit<LabRecord, 'version'>): boolean {
  const temporary = writeTemporary({ ...record, version: RECORD_VERSION });
  try {
    linkSync(temporary, recordFile(record.dir));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

export function updateRecord(record: Omit<LabRecord, 'version'>): void {
  const whole: LabRecord = { ...record, version: RECORD_VERSION };
  renameSync(writeTemporary(whole), recordFile(record.dir));
}

/** Idempotent. */
export function removeRecord(dir: string): void {
  rmSync(recordFile(dir), { force: true });
}

function writeTemporary(record: LabRecord): string {
  const temporary = `${recordFile(record.dir)}.${process.pid}`;
  writeFileSync(temporary, `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600 });
  return temporary;
}
