/**
 * The spec as it was: the fold of the log up to a revision or a moment. What it gives for a revision
 * never changes, so whoever asks twice gets the same.
 */
import { FleetError } from '../../schemas/errors.ts';
import type { ConfigEvent } from '../../schemas/events.ts';
import type { SpecPoint } from '../../schemas/history-api.ts';
import { EMPTY_SPEC, foldSpec, type ResourceChange, type Spec } from '../../schemas/spec.ts';
import type { ConfigStore } from '../../store/contract.ts';

export type LogReader = Pick<ConfigStore, 'readEvents' | 'readHead'>;

/** Events read at once: some hundred KiB. */
const PAGE = 500;

/** Revision 0 is the empty spec. @throws E_NOT_FOUND for a revision that is not there yet */
export async function specAt(store: LogReader, point: SpecPoint): Promise<Spec> {
  const revision = await revisionAt(store, point);
  let spec = EMPTY_SPEC;
  while (spec.revision < revision) {
    const from = spec.revision + 1;
    const events = await store.readEvents({ from, to: Math.min(revision, from + PAGE - 1) });
    if (events.length === 0) throw archived(from);
    for (const event of events) spec = foldSpec(spec, event.seq, specChangesOf(event));
  }
  return spec;
}

/** Of a moment: the newest event that is not later by its own clock; 0 before the first. */
export async function revisionAt(store: LogReader, point: SpecPoint): Promise<number> {
  const head = await store.readHead();
  if ('revision' in point) {
    if (point.revision <= head) return point.revision;
    throw new FleetError('E_NOT_FOUND', `there is no revision ${point.revision} yet`, {
      hint: `the fleet is at revision ${head}; sluice history lists them`,
    });
  }
  for (let to = head; to > 0; to -= PAGE) {
    const events = await store.readEvents({ from: Math.max(1, to - PAGE + 1), to });
    const found = events.findLast(({ timeMs }) => timeMs <= point.timeMs);
    if (found !== undefined) return found.seq;
  }
  return 0;
}

export function specChangesOf(event: ConfigEvent): readonly ResourceChange[] {
  return event.body.type === 'ConfigChanged' ? event.body.changes : [];
}

function archived(revision: number): FleetError {
  return new FleetError('E_NOT_FOUND', `event ${revision} is no longer in the log`);
}
