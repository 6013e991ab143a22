/**
 * The Temporal side of a procedure: runs one command after the other as activities and timers and
 * answers the status query. No rule is in here. A cancel cuts only what changes nothing; effects
 * and everything after the cancel run shielded, so that what was done can be undone (I30).
 */
import {
  ActivityFailure,
  CancellationScope,
  defineQuery,
  isCancellation,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { DrainStatus } from '../../schemas/drain.ts';
import type { ProcedureActivities } from '../activities/create-activities.ts';
import { ACQUIRE, EFFECT, SURVEY, UNDO } from '../activities/retry-classes.ts';
import { STATUS_QUERY } from '../contract.ts';
import { formatLockOwner } from '../lock-owner.ts';
import {
  type Command,
  type CommandResult,
  type Decision,
  isInterruptible,
  type StepInput,
} from './command.ts';
import { toFailure } from './failure.ts';

const surveying = proxyActivities<ProcedureActivities>(SURVEY);
const locking = proxyActivities<ProcedureActivities>(ACQUIRE);
const effects = proxyActivities<ProcedureActivities>(EFFECT);
const undoing = proxyActivities<ProcedureActivities>(UNDO);

export interface Rules<Input, State> {
  begin(input: Input, owner: string, nowMs: number): Decision<State>;
  step(state: State, input: StepInput): Decision<State>;
}

/** Runs a procedure to its end. A cancelled one returns too: its status says `reverted`. */
export async function runProcedure<Input, State extends { readonly status: DrainStatus }>(
  rules: Rules<Input, State>,
  input: Input,
): Promise<DrainStatus> {
  const { workflowId, runId } = workflowInfo();
  let { state, command } = rules.begin(
    input,
    formatLockOwner({ workflowId, runId }),
    Date.now(), // the time of the workflow task, the same in every replay
  );
  setHandler(defineQuery<DrainStatus>(STATUS_QUERY), () => state.status);
  while (command !== undefined) {
    const result = await perform(command);
    const isCancelRequested = CancellationScope.current().consideredCancelled;
    ({ state, command } = rules.step(state, { result, nowMs: Date.now(), isCancelRequested }));
  }
  return state.status;
}

async function perform(command: Command): Promise<CommandResult> {
  try {
    if (isInterruptible(command)) return await run(command);
    return await CancellationScope.nonCancellable(() => run(command));
  } catch (error) {
    if (isCancellation(error)) return { kind: 'interrupted' };
    if (error instanceof ActivityFailure) return { kind: 'failed', failure: toFailure(error) };
    throw error;
  }
}

async function run(command: Command): Promise<CommandResult> {
  switch (command.kind) {
    case 'survey':
      return { kind: 'surveyed', survey: await surveying.survey(command.request) };
    case 'sleep':
      await sleep(command.ms);
      return { kind: 'slept' };
    case 'acquireLock': {
      const answer = await locking.acquireLock(command.request);
      if ('token' in answer) return { kind: 'locked', token: answer.token };
      return { kind: 'lockHeld', holder: answer.heldBy };
    }
    case 'setAdminState':
      await (command.isUndo ? undoing : effects).setAdminState(command.request);
      return { kind: 'adminStateSet' };
    case 'releaseLock':
      await undoing.releaseLock(command.request);
      return { kind: 'released' };
  }
}
