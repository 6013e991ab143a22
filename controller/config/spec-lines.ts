/**
 * The spec as a stream: what there is, then what changes, from the one view that the controller
 * keeps anyway. No change is left out: also what happened while the view had to read everything
 * anew is told, as the difference of before and after.
 */
import type { StoredView } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { SpecLine } from '../../schemas/history-api.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import { differingKeys } from '../../schemas/patched-map.ts';
import type { FieldChange, Spec } from '../../schemas/spec.ts';
import { diffResource } from '../../schemas/validation/diff-resource.ts';
import { createInbox } from '../inbox.ts';
import type { SpecView } from './spec-view.ts';

/** Events that wait for a reader; one that is further behind is sent away and begins anew. */
const WAITING_MAX = 10_000;

export async function* specLines(
  view: SpecView,
  isWanted: (key: ResourceKey) => boolean,
  signal: AbortSignal,
): AsyncGenerator<SpecLine> {
  const inbox = createInbox<Spec>();
  let waiting = 0;
  const unlisten = view.listen(({ spec }) => {
    waiting += 1;
    if (waiting <= WAITING_MAX) inbox.put(spec);
    else inbox.fail(new FleetError('E_TOO_LARGE', 'the reader is too slow', { retryable: true }));
  });
  signal.addEventListener('abort', inbox.wake);
  try {
    let shown = view.current();
    for (const [key, stored] of shown.resources) {
      if (isWanted(key)) yield { type: 'present', key, stored };
    }
    yield { type: 'synced', revision: shown.revision };
    while (!signal.aborted) {
      const specs = await inbox.take();
      waiting -= specs.length;
      for (const next of specs) {
        for (const line of linesBetween(shown, next)) if (isWanted(line.key)) yield line;
        shown = next;
      }
    }
  } finally {
    signal.removeEventListener('abort', inbox.wake);
    unlisten();
  }
}

type ChangedLine = Extract<SpecLine, { type: 'changed' }>;

/** Also of two specs that are several events apart. Pure. */
export function linesBetween(from: Spec, to: Spec): ChangedLine[] {
  return differingKeys(from.resources, to.resources).flatMap((key): ChangedLine[] => {
    const before = from.resources.get(key);
    const stored = to.resources.get(key);
    if (stored === undefined) {
      return [changed(to.revision, key, 'delete', [], undefined)];
    }
    if (before?.revision === stored.revision) return [];
    const action = before === undefined ? 'create' : 'update';
    const fields = diffResource(before?.resource, stored.resource);
    return [changed(stored.revision, key, action, fields, stored)];
  });
}

function changed(
  revision: number,
  key: ResourceKey,
  action: ChangedLine['action'],
  fields: FieldChange[],
  stored: StoredView | undefined,
): ChangedLine {
  const line = { type: 'changed', revision, key, action, fields } as const;
  return stored === undefined ? line : { ...line, stored };
}
