/** Answers about the past: what lies between two points of the history, and who set each field. */
import { FleetError } from '../../schemas/errors.ts';
import type { ConfigEvent } from '../../schemas/events.ts';
import type { BlameReply, DiffReply, SpecPoint } from '../../schemas/history-api.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import type { Resource } from '../../schemas/resources/resource.ts';
import type { ResourceChange, Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import type { ConfigStore } from '../../store/contract.ts';
import { type BlamedField, blameFields } from './blame.ts';
import { actionOf, changeOf } from './history.ts';
import { eventAt, type LogReader } from './log-reader.ts';

/** What leads from the one point to the other, whichever of them is older. */
export async function diffBetween(
  store: Pick<ConfigStore, 'readSpecAt'>,
  points: { readonly from: SpecPoint; readonly to: SpecPoint },
  isWanted: (key: ResourceKey) => boolean,
): Promise<DiffReply> {
  const [from, to] = await Promise.all([
    store.readSpecAt(points.from),
    store.readSpecAt(points.to),
  ]);
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
  const { steps, isWhole } = await lifeOf(store, key, stored.revision);
  const versions = steps.map(({ event, change, resource }) => ({
    revision: event.seq,
    resource,
    change,
  }));
  const oldest = isWhole ? undefined : versions[0];
  const events = new Map(steps.map(({ event }) => [event.seq, event]));
  // Nothing of it is left in the log: then all of it is older.
  const known = versions.length > 0 ? versions : [{ revision: 0, resource: stored.resource }];
  const fields = blameFields(known).map((field) => {
    const { path, revision } = field;
    const value = JSON.stringify(field.value);
    const isOlder = revision === oldest?.revision && !isSetBy(oldest.change, field);
    const event = isOlder ? undefined : events.get(revision);
    if (event === undefined) return { path, value, ...OLDER_THAN_THE_LOG };
    const { actor, channel, reason } = event.origin;
    return { path, value, revision, timeMs: event.timeMs, actor, channel, reason };
  });
  return { key, generation: stored.generation, revision: stored.revision, fields };
}

const OLDER_THAN_THE_LOG = {
  revision: 0,
  timeMs: 0,
  actor: '',
  channel: 'system',
  reason: '',
} as const;

interface Step {
  readonly event: ConfigEvent;
  readonly change: ResourceChange;
  readonly resource: Resource;
}

/** Its changes since it was last made, oldest first; not whole where the log begins later. */
async function lifeOf(
  store: LogReader,
  key: ResourceKey,
  newest: number,
): Promise<{ readonly steps: readonly Step[]; readonly isWhole: boolean }> {
  const steps: Step[] = [];
  const first = await store.readFirst();
  for (let revision = newest; ; ) {
    const event = await eventAt(store, first, revision);
    const change = event === undefined ? undefined : changeOf(event, key);
    if (event === undefined || change?.after === undefined) return { steps, isWhole: false };
    steps.unshift({ event, change, resource: change.after });
    if (actionOf(change) === 'create') return { steps, isWhole: true };
    revision = change.previousRevision;
  }
}

/** An item that came is said whole in a diff, so a field may be said by what it stands in. */
function isSetBy({ fields }: ResourceChange, { path }: BlamedField): boolean {
  return fields.some(
    (field) =>
      path === field.path || path.startsWith(`${field.path}.`) || path.startsWith(`${field.path}[`),
  );
}
