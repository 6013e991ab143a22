/**
 * The Temporal side of a rollout: runs one command after the other as activities and timers, takes
 * messages in, answers the status query, and continues as new before the history grows too long.
 * No rule is in here. A cancel is a message like others: what it asks for is the rules' to do, so
 * nothing is ever cut short (I30).
 */
import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { RolloutInput, RolloutStatus } from '../../schemas/rollout.ts';
import type { ProcedureActivities } from '../activities/create-activities.ts';
import { ACQUIRE, EFFECT, SURVEY, UNDO } from '../activities/retry-classes.ts';
import {
  ROLLOUT_SIGNALS,
  ROLLOUT_UPDATES,
  type RolloutSignals,
  type RolloutUpdates,
  STATUS_QUERY,
} from '../contract.ts';
import { formatLockOwner } from '../lock-owner.ts';
import { toFailure } from '../procedure/failure.ts';
import type { RolloutCommand, RolloutMessage, RolloutResult } from './command.ts';
import { refuseWhy } from './messages.ts';
import type { RolloutDecision } from './state.ts';
import { beginRollout, stepRollout } from './step.ts';

const surveying = proxyActivities<ProcedureActivities>(SURVEY);
const locking = proxyActivities<ProcedureActivities>(ACQUIRE);
const effects = proxyActivities<ProcedureActivities>(EFFECT);
const undoing = proxyActivities<ProcedureActivities>(UNDO);

/** A rollout that goes on in a new run: nothing of it is begun again. */
export interface Resumed {
  readonly resumed: RolloutDecision & { readonly command: RolloutCommand };
  readonly messages: readonly RolloutMessage[];
}

/** I36: a run has at most 10,000 events. One command and a few messages fit between. */
const HISTORY_EVENTS_MAX = 8_000;

/** Runs a rollout to its end. A cancelled one returns too: its status says `reverted`. */
export async function runRollout(input: RolloutInput | Resumed): Promise<RolloutStatus> {
  let decision = 'resumed' in input ? input.resumed : beginRollout(input, owner(), Date.now());
  const inbox: RolloutMessage[] = 'resumed' in input ? [...input.messages] : [];
  listen(inbox, () => decision);
  // A run ends only with an empty inbox: a message that comes with the last answer is not lost.
  while (decision.command !== undefined || inbox.length > 0) {
    const { state, command } = decision;
    if (command !== undefined && isHistoryLong()) {
      await continueAsNew<(next: Resumed) => Promise<RolloutStatus>>({
        resumed: { state, command },
        messages: inbox,
      });
    }
    const result: RolloutResult = command ? await perform(command, inbox) : { kind: 'woken' };
    const messages = inbox.splice(0);
    decision = stepRollout(decision.state, { result, messages, nowMs: Date.now() });
  }
  return decision.state.status;
}

/** Named by the first run, which stays the same when the workflow continues as new (I8). */
function owner(): string {
  const { workflowId, firstExecutionRunId } = workflowInfo();
  return formatLockOwner({ workflowId, runId: firstExecutionRunId });
}

function isHistoryLong(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength >= HISTORY_EVENTS_MAX;
}

function listen(inbox: RolloutMessage[], decision: () => RolloutDecision): void {
  setHandler(defineQuery<RolloutStatus>(STATUS_QUERY), () => decision().state.status);
  setHandler(defineSignal<[RolloutSignals['newTarget']]>(ROLLOUT_SIGNALS.newTarget), (target) => {
    inbox.push({ kind: 'newTarget', ...target });
  });
  for (const kind of Object.values(ROLLOUT_UPDATES)) {
    type Payload = RolloutUpdates[typeof kind];
    const toMessage = (payload: Payload) => ({ kind, ...payload }) as RolloutMessage;
    setHandler(
      defineUpdate<void, [Payload]>(kind),
      (payload) => {
        inbox.push(toMessage(payload));
      },
      {
        validator: (payload) => {
          const why = refuseWhy(decision().state, toMessage(payload));
          if (why !== undefined) throw ApplicationFailure.nonRetryable(why, 'E_CONFLICT');
        },
      },
    );
  }
  CancellationScope.current().cancelRequested.catch(() => {
    inbox.push({ kind: 'cancel' });
  });
}

async function perform(
  command: RolloutCommand,
  inbox: readonly RolloutMessage[],
): Promise<RolloutResult> {
  try {
    return await CancellationScope.nonCancellable(() => run(command, inbox));
  } catch (error) {
    if (error instanceof ActivityFailure) return { kind: 'failed', failure: toFailure(error) };
    throw error;
  }
}

async function run(
  command: RolloutCommand,
  inbox: readonly RolloutMessage[],
): Promise<RolloutResult> {
  switch (command.kind) {
    case 'survey':
      return { kind: 'surveyed', views: await surveying.surveyRollout(command.cluster) };
    case 'moveRefs':
      await (command.move.revert ? undoing : effects).moveRefs(command.move);
      return { kind: 'moved' };
    case 'acquireLock': {
      const answer = await locking.acquireLock(command.request);
      if ('token' in answer) return { kind: 'locked', token: answer.token };
      return { kind: 'lockHeld', holder: answer.heldBy };
    }
    case 'releaseLock':
      await undoing.releaseLock(command.request);
      return { kind: 'released' };
    case 'sleep':
      await condition(() => inbox.length > 0, command.ms);
      return { kind: 'woken' };
    case 'listen':
      await condition(() => inbox.length > 0);
      return { kind: 'woken' };
  }
}
