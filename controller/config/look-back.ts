/** Answers about the past: what lies between two points of the history, and who set each field. */
import { FleetError } from '../../schemas/errors.ts';
import type { BlameReply, DiffReply, SpecPoint } from '../../schemas/history-api.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import type { Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { blameFields, type Version } from './blame.ts';
import { actionOf, changeOf } from './history.ts';
import { type LogReader, specAt } from './spec-at.ts';

/** What leads from the one point to the other, whichever of them is older. */
export async function diffBetween(
  store: LogReader,
  points: { readonly from: SpecPoint; readonly to: SpecPoint },
  isWanted: (key: ResourceKey) => boolean,
): Promise<DiffReply> {
  const [from, to] = await Promise.all([specAt(store, points.from), specAt(store, points.to)]);
  const changes = diffSpecs(from, to).filter(({ key }) => isWanted(key));
  return { from: from.revision, to: to.revision, changes };
}

/** In the order of kinds, then of names; what is gone comes last. Pure. */
export function diffSpecs(from: Spec, to: Spec): DiffReply['changes'] {
  const resources = [...to.resources.values()].map(({ resource }) => resource);
  const put = changesOf(from, resources).map(({ key, fields }) => {
    const action = from.resources.has(key) ? ('update' as const) : ('create' as const);
    return { key, action, fields: [...fields] };
  });
  const gone = [...from.resources.keys()].filter((key) => !to.resources.has(key)).sort();
  return [...put, ...gone.map((key) => ({ key, action: 'delete' as const, fields: [] }))];
}

/** @throws E_NOT_FOUND for a resource that is not there now */
export async function blameOf(store: LogReader, spec: Spec, key: ResourceKey): Promise<BlameReply> {
  const stored = spec.resources.get(key);
  if (stored === undefined) {
    throw new FleetError('E_NOT_FOUND', `there is no ${key}`, {
      hint: `sluice history ${key} says what became of it`,
    });
  }
  const events = [];
  const versions: Version[] = [];
  for (let revision = stored.revision; revision > 0; ) {
    const [event] = await store.readEvents({ from: revision, to: revision });
    const change = event === undefined ? undefined : changeOf(event, key);
    if (event === undefined || change?.after === undefined) break;
    events.push(event);
    versions.push({ revision, resource: change.after });
    revision = actionOf(change) === 'create' ? 0 : change.previousRevision;
  }
  const byRevision = new Map(events.map((event) => [event.seq, event]));
  const fields = blameFields(versions.reverse()).map(({ path, value, revision }) => {
    const event = byRevision.get(revision);
    if (event === undefined) throw new Error(`no event ${revision}`);
    const { timeMs, origin } = event;
    const { actor, channel, reason } = origin;
    return { path, value: JSON.stringify(value), revision, timeMs, actor, channel, reason };
  });
  return { key, generation: stored.generation, revision: stored.revision, fields };
}
