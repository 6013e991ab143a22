/**
 * Changing the spec: files in, one event out, or a list of every problem and nothing stored. Two
 * writers at once: the one whose transaction comes second is told, unless what it changes is
 * something else altogether, in which case it is checked again on top of the first and goes on.
 */
import type {
  ApplyReply,
  ApplyRequest,
  ChangeView,
  FreezeView,
  PlanReply,
  PlanRequest,
} from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { ConfigEvent, Origin } from '../../schemas/events.ts';
import type { RevertRequest } from '../../schemas/history-api.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import type { ResourceChange, Spec } from '../../schemas/spec.ts';
import { parsingFiles } from '../../schemas/validation/parse-files.ts';
import type { ConfigStore } from '../../store/contract.ts';
import { compileFleet } from '../compile/compile.ts';
import type { Compiled, CompiledView } from '../compile/compiled-view.ts';
import { emergencyOrigin } from '../rollouts/emergency.ts';
import { plannedRollouts } from '../rollouts/planned-rollouts.ts';
import { plannedRadius } from './blast-radius.ts';
import { footprintOf, freezesInTheWay, overridingOrigin, refuseFrozen } from './freeze.ts';
import { actionOf } from './history.ts';
import { inSlices } from './in-slices.ts';
import { type Proposal, proposeFiles, proposeRemoval } from './proposal.ts';
import { proposeRevert } from './revert.ts';
import type { SpecView } from './spec-view.ts';
import { createTurns } from './turns.ts';

/** How often a change that met another one is tried on top of it: busy fleets have busy minutes. */
const ATTEMPTS_MAX = 20;

/**
 * Whoever has the answer finds the change in everything that this controller then tells: the view
 * hears of it within milliseconds. One that hears nothing for so long keeps nobody waiting.
 */
const SEEN_WITHIN_MS = 1_000;

/** The change is stored, seen here or not. */
function stored(error: unknown): void {
  if (!(error instanceof FleetError)) throw error;
}

/** Who commits, and how often the same command may come: once. */
export interface CommitTerms {
  readonly origin: Origin;
  readonly idempotencyKey: string;
  /** Go on over freezes; recorded with the reason. */
  readonly overrideFreeze?: boolean | undefined;
  /** An emergency, as far as the policies of its clusters allow it; recorded with the reason. */
  readonly now?: boolean | undefined;
}

export interface ConfigChanges {
  /** What an apply would do, now or to an earlier revision; writes nothing. @throws InvalidInput */
  plan(request: PlanRequest): Promise<PlanReply>;
  /** @throws InvalidInput, E_CONFLICT, E_REVISION, E_TOO_LARGE, E_FROZEN, E_STORE_AWAY */
  apply(request: ApplyRequest, idempotencyKey: string): Promise<ApplyReply>;
  planRevert(request: RevertRequest): Promise<PlanReply>;
  /** Refuses what apply refuses. @throws E_NOT_FOUND for a revision or key that never was */
  revert(request: RevertRequest, idempotencyKey: string): Promise<ApplyReply>;
  /** @throws E_NOT_FOUND, E_FROZEN, InvalidInput when others still refer to it */
  remove(
    key: ResourceKey,
    origin: Origin,
    idempotencyKey: string,
    how?: Pick<CommitTerms, 'overrideFreeze'>,
  ): Promise<ApplyReply>;
}

export interface ConfigChangeOptions {
  readonly store: ConfigStore;
  readonly view: SpecView;
  readonly compiled: CompiledView;
  /** Freezes end by this clock. */
  readonly nowMs?: () => number;
}

export function createConfigChanges(options: ConfigChangeOptions): ConfigChanges {
  const { compiled, store, view } = options;
  const inTurn = createTurns();
  /** Newest revision that was written here: who comes next must not take it for a stranger's. */
  let written = 0;
  const commit = (terms: CommitTerms, proposeOn: (spec: Spec) => Proposal): Promise<ApplyReply> =>
    inTurn(async () => {
      const awaited = written;
      written = 0; // in a store put back from a backup it never comes: then one writer is told
      await view.reached(awaited);
      written = awaited;
      const reply = await commitProposal(options, terms, proposeOn);
      if (reply.changed) written = Math.max(written, reply.revision);
      await view.reached(written, SEEN_WITHIN_MS).catch(stored);
      return reply;
    });
  const termsOf = (request: ApplyRequest | RevertRequest, idempotencyKey: string): CommitTerms => {
    const { origin, overrideFreeze, now } = request;
    return { origin, idempotencyKey, overrideFreeze, now };
  };
  return {
    plan: async (request) => {
      const base = request.against === undefined ? undefined : await compiledAt(request.against);
      const files = await inSlices(parsingFiles(request.files));
      const proposal = proposeFiles(files, request.prune, base?.spec ?? view.current());
      requireRevision(view.current(), request.ifRevision);
      return preview(options, base ?? compiled.current(), proposal, request);
    },
    apply: async (request, key) => {
      const files = await inSlices(parsingFiles(request.files));
      return commit(termsOf(request, key), (spec) => {
        requireRevision(spec, request.ifRevision);
        return proposeFiles(files, request.prune, spec);
      });
    },
    planRevert: async (request) => {
      const then = await store.readSpecAt({ revision: request.to });
      requireRevision(view.current(), request.ifRevision);
      const proposal = proposeRevert(request, then, view.current());
      return preview(options, compiled.current(), proposal, request);
    },
    revert: async (request, key) => {
      const then = await store.readSpecAt({ revision: request.to });
      return commit(termsOf(request, key), (spec) => {
        requireRevision(spec, request.ifRevision);
        return proposeRevert(request, then, spec);
      });
    },
    remove: (resource, origin, idempotencyKey, how = {}) =>
      commit({ ...how, origin, idempotencyKey }, (spec) => proposeRemoval(resource, spec)),
  };

  async function compiledAt(revision: number): Promise<Compiled> {
    const spec = await store.readSpecAt({ revision });
    return { spec, fleet: compileFleet(spec) };
  }
}

function requireRevision(spec: Spec, wanted: number | undefined): void {
  if (wanted === undefined || wanted === spec.revision) return;
  throw new FleetError('E_REVISION', `the fleet is at revision ${spec.revision}, not ${wanted}`, {
    hint: 'look at what changed (sluice history) and plan again',
  });
}

async function commitProposal(
  options: ConfigChangeOptions,
  terms: CommitTerms,
  proposeOn: (spec: Spec) => Proposal,
): Promise<ApplyReply> {
  const { store, view } = options;
  const { idempotencyKey, overrideFreeze = false } = terms;
  const [earlier, head] = await Promise.all([store.findCommit(idempotencyKey), store.readHead()]);
  if (earlier !== undefined) return repliedBefore(earlier);
  // Another controller may have stored what this change refers to, or a freeze, a moment ago.
  let spec = await view.reached(head);
  let wanted: Proposal | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const proposal = proposeOn(spec);
    if (wanted !== undefined) refuseIfTouched(wanted, spec);
    wanted ??= proposal;
    const compiled = options.compiled.current();
    const { frozen = [], ...reply } = preview(options, compiled, proposal, terms);
    const { changes } = proposal;
    if (changes.length === 0) return { ...reply, ...UNCHANGED };
    if (!overrideFreeze) refuseFrozen(frozen);
    const origin = originOf(terms, proposal, reply.nodes, frozen);
    try {
      const event = await store.commit({
        expectRevision: spec.revision,
        changes,
        origin,
        idempotencyKey,
      });
      return { ...reply, revision: event.seq, changed: true, eventId: event.eventId };
    } catch (error) {
      const raced = error instanceof FleetError && error.code === 'E_CONFLICT';
      if (!raced || attempt === ATTEMPTS_MAX) throw error;
      spec = await view.reached(spec.revision + 1);
    }
  }
}

/** Who it is, with what is recorded of how: flags of the origin are set here and nowhere else. */
function originOf(
  { origin: { actor, channel, reason, correlationId }, now = false }: CommitTerms,
  { spec, changes }: Proposal,
  nodes: PlanReply['nodes'],
  frozen: readonly FreezeView[],
): Origin {
  const plain = { actor, channel, reason, correlationId };
  const clusters = footprintOf(spec, changes, nodes)?.clusters ?? [];
  const stamped = now ? emergencyOrigin(plain, spec, clusters) : plain;
  return overridingOrigin(stamped, frozen);
}

/** The second of two writers is told when the first changed one of the same resources. */
function refuseIfTouched(first: Proposal, now: Spec): void {
  const touched = first.changes.filter(
    ({ key }) => first.spec.resources.get(key)?.revision !== now.resources.get(key)?.revision,
  );
  if (touched.length === 0) return;
  const names = touched.map(({ key }) => key).join(', ');
  throw new FleetError('E_CONFLICT', `somebody else changed ${names} at the same moment`, {
    hint: 'look at what they did (sluice history) and apply again if it is still right',
  });
}

const UNCHANGED = { changed: false, eventId: '' } as const;

function preview(
  { nowMs = Date.now, view }: ConfigChangeOptions,
  compiled: Compiled,
  { spec, changes, unchanged, problems }: Proposal,
  { now = false }: Pick<CommitTerms, 'now'>,
): PlanReply {
  // The view may have moved on since the proposal was made; the commit would then be refused.
  const isSame = changes.length > 0 && compiled.spec === spec;
  const nodes = isSame ? plannedRadius(compiled, changes) : [];
  const footprint = footprintOf(spec, changes, nodes);
  const frozen: FreezeView[] =
    footprint === undefined ? [] : freezesInTheWay(view.current(), nowMs(), footprint);
  const rollouts = plannedRollouts({ spec, changes, nodes, now, nowMs: nowMs() });
  return {
    revision: spec.revision,
    changes: changes.map(changeView),
    unchanged,
    nodes,
    warnings: [...problems],
    ...(frozen.length === 0 ? {} : { frozen }),
    ...(rollouts.length === 0 ? {} : { rollouts }),
  };
}

/** The same command again: the same answer, read from the event that it wrote. */
function repliedBefore(event: ConfigEvent): ApplyReply {
  const changes = event.body.type === 'ConfigChanged' ? event.body.changes : [];
  return {
    revision: event.seq,
    changes: changes.map(changeView),
    unchanged: 0,
    nodes: [],
    warnings: [],
    changed: true,
    eventId: event.eventId,
  };
}

export function changeView(change: ResourceChange): ChangeView {
  return { key: change.key, action: actionOf(change), fields: [...change.fields] };
}
