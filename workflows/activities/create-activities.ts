/**
 * The activities of the procedures, made over the ports. Each is idempotent and decides nothing:
 * rules are in the pure steps. The one exception is mechanical: a lock whose owner has ended is
 * taken over where it is found, so that it never blocks for longer than one look (I10).
 */
import { Context } from '@temporalio/activity';
import { FleetError } from '../../schemas/errors.ts';
import type { RolloutView } from '../config-rollout/director-view.ts';
import type { LockAnswer, Owners, Ports, RefMove } from '../ports.ts';
import type { LockRequest, SetAdminState, Survey, SurveyRequest } from '../procedure/command.ts';
import { toDirectorView, toRolloutView } from './condense.ts';
import { withHeartbeat } from './heartbeat.ts';
import { mapFaults } from './map-fault.ts';

export interface ActivityPorts extends Ports {
  readonly owners: Owners;
}

/** The names are part of recorded histories: renaming one breaks procedures under way. */
export interface ProcedureActivities {
  survey(request: SurveyRequest): Promise<Survey>;
  acquireLock(request: LockRequest): Promise<LockAnswer>;
  setAdminState(request: SetAdminState): Promise<void>;
  releaseLock(request: Omit<LockRequest, 'reason'>): Promise<void>;
  surveyRollout(cluster: string): Promise<readonly RolloutView[]>;
  moveRefs(move: RefMove): Promise<void>;
}

export function createActivities(ports: ActivityPorts): ProcedureActivities {
  return mapFaults<ProcedureActivities>({
    // Asks every agent of the cluster and so may take long; the others are one transaction.
    survey: (request) => withHeartbeat(() => survey(ports, request)),
    acquireLock: (request) => acquireLock(ports, request),
    setAdminState: async (request) => {
      await ports.nodeRefs.setAdminState(request);
    },
    releaseLock: (request) => ports.locks.release(request),
    surveyRollout: (cluster) =>
      withHeartbeat(async () => (await ports.fleet.survey(cluster)).map(toRolloutView)),
    moveRefs: (move) => ports.rollouts.moveRefs(move),
  });
}

async function survey(ports: Ports, request: SurveyRequest): Promise<Survey> {
  const [surveyed, progress] = await Promise.all([
    ports.fleet.survey(request.cluster),
    request.drainOf === undefined ? undefined : drainProgress(ports, request.drainOf),
  ]);
  const directors = surveyed.map((node) => toDirectorView(node, request.withHealth));
  return progress === undefined ? { directors } : { directors, progress };
}

/** Silence is an answer here: the rules know what to do without the figure. */
async function drainProgress(
  { fleet }: Ports,
  { node, windowMs }: { readonly node: string; readonly windowMs: number },
): Promise<Survey['progress']> {
  try {
    const { tracked, moving } = await fleet.drainProgress(node, windowMs);
    return { tracked, moving };
  } catch (error) {
    if (error instanceof FleetError && error.code === 'E_NODE_SILENT') return undefined;
    throw error;
  }
}

/**
 * The release names the dead owner, so when somebody else was quicker it does nothing, and the
 * second try finds their lock. What the dead one left undone is judged by the check that every
 * procedure makes under the lock.
 */
async function acquireLock(
  { locks, owners }: ActivityPorts,
  request: LockRequest,
): Promise<LockAnswer> {
  const answer = await locks.acquire(request);
  if ('token' in answer) return answer;
  const { owner } = answer.heldBy;
  if (await owners.isRunning(owner)) return answer;
  Context.current().log.warn('took over a lock whose owner has ended', {
    domain: request.domain,
    owner,
  });
  await locks.release({ domain: request.domain, owner });
  return locks.acquire(request);
}
