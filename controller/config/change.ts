/**
 * Changing the spec: files in, one event out, or a list of every problem and nothing stored. Two
 * writers at once: the one whose transaction comes second is told, unless what it changes is
 * something else altogether, in which case it is checked again on top of the first and goes on.
 */
import type { ApplyReply, ApplyRequest, ChangeView, PlanReply } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { ConfigEvent, Origin } from '../../schemas/events.ts';
import { RESOURCES_PER_APPLY_MAX } from '../../schemas/limits.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import type { Resource } from '../../schemas/resources/resource.ts';
import type { ResourceChange, Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { hasErrors, type Problem } from '../../schemas/validation/problem.ts';
import { validateFiles, validateRemoval } from '../../schemas/validation/validate.ts';
import type { ConfigStore } from '../../store/contract.ts';
import type { CompiledView } from '../compile/compiled-view.ts';
import { blastRadius } from './blast-radius.ts';
import { actionOf } from './history.ts';
import { InvalidInput } from './invalid-input.ts';
import { neighbourhood } from './neighbourhood.ts';
import type { SpecView } from './spec-view.ts';

/** How often a change that met another one is tried on top of it: busy fleets have busy minutes. */
const ATTEMPTS_MAX = 20;

export interface ConfigChanges {
  /** What an apply would do; writes nothing. @throws InvalidInput */
  plan(request: ApplyRequest): Promise<PlanReply>;
  /** @throws InvalidInput, E_CONFLICT, E_REVISION, E_TOO_LARGE, E_STORE_AWAY */
  apply(request: ApplyRequest, idempotencyKey: string): Promise<ApplyReply>;
  /** @throws E_NOT_FOUND, InvalidInput when others still refer to it */
  remove(key: ResourceKey, origin: Origin, idempotencyKey: string): Promise<ApplyReply>;
}

export interface ConfigChangeOptions {
  readonly store: ConfigStore;
  readonly view: SpecView;
  readonly compiled: CompiledView;
}

/** What is wanted, checked against one revision of the spec. */
interface Proposal {
  readonly spec: Spec;
  readonly changes: readonly ResourceChange[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
}

export function createConfigChanges(options: ConfigChangeOptions): ConfigChanges {
  const { view } = options;
  return {
    plan: async (request) => {
      const proposal = propose(request, view.current());
      requireRevision(proposal.spec, request.ifRevision);
      return preview(options, proposal);
    },
    apply: (request, key) =>
      commitProposal(options, request.origin, key, (spec) => {
        requireRevision(spec, request.ifRevision);
        return propose(request, spec);
      }),
    remove: (resource, origin, key) =>
      commitProposal(options, origin, key, (spec) => proposeRemoval(resource, spec)),
  };
}

function propose(request: ApplyRequest, spec: Spec): Proposal {
  const { resources, problems } = validateFiles(request.files, (changed: readonly Resource[]) =>
    neighbourhood(spec, changed),
  );
  if (hasErrors(problems)) throw new InvalidInput(problems);
  const changes = changesOf(spec, resources);
  if (changes.length > RESOURCES_PER_APPLY_MAX) {
    const message = `${changes.length} resources change; one apply takes ${RESOURCES_PER_APPLY_MAX}`;
    throw new FleetError('E_TOO_LARGE', message, { hint: 'apply the files in several steps' });
  }
  return { spec, changes, unchanged: resources.length - changes.length, problems };
}

function proposeRemoval(key: ResourceKey, spec: Spec): Proposal {
  const stored = spec.resources.get(key);
  if (stored === undefined) throw new FleetError('E_NOT_FOUND', `there is no ${key}`);
  const problems = validateRemoval(neighbourhood(spec, [stored.resource]), key);
  if (hasErrors(problems)) throw new InvalidInput(problems);
  const change: ResourceChange = {
    key,
    previousRevision: stored.revision,
    generation: stored.generation + 1,
    fields: [],
    before: stored.resource,
  };
  return { spec, changes: [change], unchanged: 0, problems };
}

function requireRevision(spec: Spec, wanted: number | undefined): void {
  if (wanted === undefined || wanted === spec.revision) return;
  throw new FleetError('E_REVISION', `the fleet is at revision ${spec.revision}, not ${wanted}`, {
    hint: 'look at what changed (sluice history) and plan again',
  });
}

async function commitProposal(
  options: ConfigChangeOptions,
  origin: Origin,
  idempotencyKey: string,
  proposeOn: (spec: Spec) => Proposal,
): Promise<ApplyReply> {
  const { store, view } = options;
  const earlier = await store.findCommit(idempotencyKey);
  if (earlier !== undefined) return repliedBefore(earlier);
  let spec = view.current();
  let wanted: Proposal | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const proposal = proposeOn(spec);
    if (wanted !== undefined) refuseIfTouched(wanted, spec);
    wanted ??= proposal;
    if (proposal.changes.length === 0) return { ...preview(options, proposal), ...UNCHANGED };
    try {
      const reply = preview(options, proposal);
      const { changes } = proposal;
      const at = { expectRevision: spec.revision, changes, origin, idempotencyKey };
      const event = await store.commit(at);
      return { ...reply, revision: event.seq, changed: true, eventId: event.eventId };
    } catch (error) {
      const raced = error instanceof FleetError && error.code === 'E_CONFLICT';
      if (!raced || attempt === ATTEMPTS_MAX) throw error;
      spec = await view.reached(spec.revision + 1);
    }
  }
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

function preview(options: ConfigChangeOptions, proposal: Proposal): PlanReply {
  const compiled = options.compiled.current();
  // The view may have moved on since the proposal was made; the commit would then be refused.
  const nodes =
    proposal.changes.length > 0 && compiled.spec === proposal.spec
      ? blastRadius(compiled, proposal.changes)
      : [];
  return {
    revision: proposal.spec.revision,
    changes: proposal.changes.map(changeView),
    unchanged: proposal.unchanged,
    nodes,
    warnings: [...proposal.problems],
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

function changeView(change: ResourceChange): ChangeView {
  return { key: change.key, action: actionOf(change), fields: [...change.fields] };
}
