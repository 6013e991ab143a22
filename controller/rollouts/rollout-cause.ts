/**
 * What a generation carries since the last one that went out: who asked for it last, whether any of
 * it is an emergency, and whether any of it was meant to go past a Freeze. Read from the log, so it
 * is the same for whoever asks, whatever was restarted meanwhile.
 */
import type { ConfigEvent, Origin } from '../../schemas/events.ts';
import type { Generation } from '../../schemas/plan/node-ref.ts';
import type { Spec } from '../../schemas/spec.ts';
import type { ConfigStore, PlanStore } from '../../store/contract.ts';
import { clusterOf } from '../config/cluster-of.ts';

export interface RolloutCause {
  readonly origin: Origin;
  readonly now: boolean;
  /** Freezes that are older than this revision were gone past on purpose; 0: none was. */
  readonly overridesBefore: number;
}

/**
 * Events that are looked at, the newest: a cluster that is held back for longer is in no emergency
 * of that time any more.
 */
const EVENTS_MAX = 500;

/** `since`: generation that is out already, or was and has been decided on; 0 for none. */
export async function readCause(
  store: Pick<ConfigStore, 'readEvents' | 'readFirst'> & Pick<PlanStore, 'readGeneration'>,
  spec: Spec,
  newest: Generation,
  since: number,
): Promise<RolloutCause> {
  const { cluster, revision } = newest;
  const [before, first] = await Promise.all([
    store.readGeneration(cluster, since),
    store.readFirst(),
  ]);
  // One that is not kept any more is long ago: then only the newest change counts.
  const after = before?.revision ?? revision - 1;
  const from = Math.max(after + 1, revision - EVENTS_MAX + 1, first);
  const events = from > revision ? [] : await store.readEvents({ from, to: revision });
  return causeOf(cluster, events, spec);
}

/** Pure. Of the events, those that changed something in the cluster. */
export function causeOf(cluster: string, events: readonly ConfigEvent[], spec: Spec): RolloutCause {
  const touching = events.filter((event) => touches(cluster, event, spec));
  const overriding = touching.filter(({ origin }) => origin.overridesFreezes === true);
  return {
    origin: (touching.at(-1) ?? events.at(-1))?.origin ?? UNKNOWN,
    now: touching.some(({ origin }) => origin.now === true),
    overridesBefore: overriding.at(-1)?.seq ?? 0,
  };
}

/** The events are gone. */
const UNKNOWN: Origin = {
  ...{ actor: 'controller', channel: 'system', correlationId: '' },
  reason: 'the newest generation',
};

function touches(cluster: string, { body }: ConfigEvent, spec: Spec): boolean {
  if (body.type !== 'ConfigChanged') return false;
  const serviceCluster = (name: string) => {
    const service = spec.resources.get(`VirtualService/${name}`)?.resource;
    return service?.kind === 'VirtualService' ? service.spec.cluster : undefined;
  };
  return body.changes.some(({ before, after }) =>
    [before, after].some(
      (resource) => resource !== undefined && clusterOf(resource, serviceCluster) === cluster,
    ),
  );
}
