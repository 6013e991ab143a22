/**
 * Runs the rules of a procedure against a simulated fleet in virtual time, as the shell would
 * against a real one: commands take time, may fail with their effect done or not, and a cancel
 * may come at any moment. What the rules did is returned for the checkers.
 */
import type { DrainStatus } from '../../schemas/drain.ts';
import { FleetError } from '../../schemas/errors.ts';
import { toDirectorView } from '../../workflows/activities/condense.ts';
import {
  type Command,
  type CommandResult,
  isInterruptible,
  type StepInput,
} from '../../workflows/procedure/command.ts';
import type { Rules } from '../../workflows/procedure/shell.ts';
import type { ProcedureState } from '../../workflows/procedure/state.ts';
import type { SimulatedFleet } from './simulated-fleet.ts';

export const OWNER = 'workflow:node/lb1/service@run-1';

export interface DriveOptions {
  readonly cancelAtMs?: number;
  /** Fate of the nth activity: fails before or after its effect; missing: well. */
  readonly fates?: readonly ('well' | 'failsBefore' | 'failsAfter')[];
  /** Whether fates also hit what takes back. */
  readonly undoFails?: boolean;
  readonly latencyMs?: number;
  /** Called before each command. */
  readonly onCommand?: (command: Command, status: DrainStatus) => void;
}

export interface Driven {
  readonly status: DrainStatus;
  readonly commands: readonly Command[];
  readonly tookMs: number;
  /** The truth at the last survey before the director was set draining. */
  readonly hadHealthyPeer: boolean | undefined;
  /** That last survey was taken with the lock held. */
  readonly wasSurveyLocked: boolean | undefined;
  /** The truth at the last survey before it was set drained: who was master among the visible. */
  readonly mastersAtDrained: readonly string[] | undefined;
}

interface Truth {
  readonly hadHealthyPeer?: boolean;
  readonly wasSurveyLocked?: boolean;
  readonly masters?: readonly string[];
}

/** Far above what any of the tests needs: a procedure that goes on beyond it never ends. */
const COMMANDS_MAX = 20_000;
/** An activity that fails has been tried for 15 s (retry-classes.ts). */
const FAILED_AFTER_MS = 15_000;

export function drive<Input, State extends ProcedureState>(
  rules: Rules<Input, State>,
  input: Input,
  fleet: SimulatedFleet,
  options: DriveOptions = {},
): Driven {
  const startMs = fleet.nowMs;
  const cancelAtMs = options.cancelAtMs ?? Number.POSITIVE_INFINITY;
  const commands: Command[] = [];
  let truth: Truth = {};
  let atDraining: Truth = {};
  let atDrained: Truth = {};
  let nowMs = startMs;
  let activities = 0;
  let { state, command } = rules.begin(input, OWNER, nowMs);
  while (command !== undefined) {
    if (commands.length >= COMMANDS_MAX) throw new Error('the procedure does not end');
    commands.push(command);
    options.onCommand?.(command, state.status);
    if (command.kind === 'setAdminState' && !command.isUndo) {
      if (command.request.to === 'draining') atDraining = truth;
      if (command.request.to === 'drained') atDrained = truth;
    }
    const fate = command.kind === 'sleep' ? 'well' : (options.fates?.[activities++] ?? 'well');
    const isSpared = isUndo(command) && options.undoFails !== true;
    const takesMs = isSpared || fate === 'well' ? 0 : FAILED_AFTER_MS;
    const endMs =
      nowMs + takesMs + (command.kind === 'sleep' ? command.ms : (options.latencyMs ?? 20));
    let result: CommandResult;
    if (isInterruptible(command) && cancelAtMs < endMs) {
      nowMs = Math.max(nowMs, cancelAtMs);
      result = { kind: 'interrupted' };
    } else {
      nowMs = endMs;
      fleet.advanceTo(nowMs);
      if (command.kind === 'survey') {
        truth = {
          hadHealthyPeer: fleet.hasHealthyPeerOf(state.input.node),
          wasSurveyLocked: fleet.lockOwner() === OWNER,
          masters: fleet.visibleMasters(),
        };
      }
      result = perform(command, fleet, isSpared ? 'well' : fate);
    }
    const stepInput: StepInput = { result, nowMs, isCancelRequested: cancelAtMs <= nowMs };
    // Through JSON, as Temporal would: nothing in a state may be lost by it.
    const before = JSON.parse(JSON.stringify(state)) as State;
    ({ state, command } = rules.step(before, stepInput));
  }
  return {
    status: state.status,
    commands,
    tookMs: nowMs - startMs,
    hadHealthyPeer: atDraining.hadHealthyPeer,
    wasSurveyLocked: atDraining.wasSurveyLocked,
    mastersAtDrained: atDrained.masters,
  };
}

function isUndo(command: Command): boolean {
  return command.kind === 'releaseLock' || (command.kind === 'setAdminState' && command.isUndo);
}

function perform(
  command: Command,
  fleet: SimulatedFleet,
  fate: 'well' | 'failsBefore' | 'failsAfter',
): CommandResult {
  const away: CommandResult = {
    kind: 'failed',
    failure: { code: 'E_STORE_AWAY', message: 'etcd does not answer', kind: 'transient' },
  };
  if (fate === 'failsBefore') return away;
  try {
    const result = effect(command, fleet);
    return fate === 'failsAfter' ? away : result;
  } catch (error) {
    if (!(error instanceof FleetError)) throw error;
    const kind = error.code === 'E_FENCED' ? 'fenced' : 'precondition';
    return { kind: 'failed', failure: { code: error.code, message: error.message, kind } };
  }
}

function effect(command: Command, fleet: SimulatedFleet): CommandResult {
  switch (command.kind) {
    case 'sleep':
      return { kind: 'slept' };
    case 'survey': {
      const { withHealth, drainOf } = command.request;
      const surveyed = fleet.survey();
      const directors = surveyed.map((node) => toDirectorView(node, withHealth));
      const isSilent = surveyed.find((n) => n.node === drainOf?.node)?.contact === 'silent';
      if (drainOf === undefined || isSilent) return { kind: 'surveyed', survey: { directors } };
      const { tracked, moving } = fleet.drainProgress(drainOf.node);
      return { kind: 'surveyed', survey: { directors, progress: { tracked, moving } } };
    }
    case 'acquireLock': {
      const answer = fleet.acquire(command.request);
      if ('token' in answer) return { kind: 'locked', token: answer.token };
      return { kind: 'lockHeld', holder: answer.heldBy };
    }
    case 'setAdminState':
      fleet.setAdminState(command.request);
      return { kind: 'adminStateSet' };
    case 'releaseLock':
      fleet.release(command.request);
      return { kind: 'released' };
  }
}
