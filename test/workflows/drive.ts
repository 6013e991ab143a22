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

type Fate = 'well' | 'failsBefore' | 'failsAfter';

export interface DriveOptions {
  readonly cancelAtMs?: number;
  /** Fate of the nth activity: fails before or after its effect; missing: well. */
  readonly fates?: readonly Fate[];
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

/** One procedure under way; several of them may share a fleet. */
export interface Driving {
  /** When its command under way ends; infinite once the procedure has ended. */
  readonly dueMs: () => number;
  /** Ends that command at its time and starts the next one. */
  readonly advance: () => void;
  readonly driven: () => Driven;
}

export function drive<Input, State extends ProcedureState>(
  rules: Rules<Input, State>,
  input: Input,
  fleet: SimulatedFleet,
  options: DriveOptions = {},
): Driven {
  const driving = startDriving(rules, input, fleet, OWNER, options);
  while (Number.isFinite(driving.dueMs())) driving.advance();
  return driving.driven();
}

/** Runs them all, each command ending at its time, until every one has ended. */
export function driveTogether(all: readonly Driving[], onAdvanced: () => void): void {
  for (;;) {
    const next = all.reduce((first, other) => (other.dueMs() < first.dueMs() ? other : first));
    if (!Number.isFinite(next.dueMs())) return;
    next.advance();
    onAdvanced();
  }
}

export function startDriving<Input, State extends ProcedureState>(
  rules: Rules<Input, State>,
  input: Input,
  fleet: SimulatedFleet,
  owner: string,
  options: DriveOptions,
): Driving {
  const startMs = fleet.nowMs;
  const cancelAtMs = options.cancelAtMs ?? Number.POSITIVE_INFINITY;
  const commands: Command[] = [];
  let truth: Truth = {};
  let atDraining: Truth = {};
  let atDrained: Truth = {};
  let nowMs = startMs;
  let activities = 0;
  let { state, command } = rules.begin(input, owner, nowMs);
  let underWay = begun(command);

  function begun(next: Command | undefined): { dueMs: number; fate: Fate } {
    if (next === undefined) return { dueMs: Number.POSITIVE_INFINITY, fate: 'well' };
    if (commands.length >= COMMANDS_MAX) throw new Error('the procedure does not end');
    commands.push(next);
    options.onCommand?.(next, state.status);
    if (next.kind === 'setAdminState' && !next.isUndo) {
      if (next.request.to === 'draining') atDraining = truth;
      if (next.request.to === 'drained') atDrained = truth;
    }
    if (next.kind === 'sleep') {
      return { dueMs: cutAt(next, nowMs + next.ms), fate: 'well' };
    }
    const drawn = options.fates?.[activities++] ?? 'well';
    const fate = isUndo(next) && options.undoFails !== true ? 'well' : drawn;
    const failedAfterMs = fate === 'well' ? 0 : FAILED_AFTER_MS;
    const endMs = nowMs + failedAfterMs + (options.latencyMs ?? 20);
    return { dueMs: cutAt(next, endMs), fate };
  }

  function cutAt(next: Command, endMs: number): number {
    return isInterruptible(next) && cancelAtMs < endMs ? Math.max(nowMs, cancelAtMs) : endMs;
  }

  function advance(): void {
    if (command === undefined) return;
    nowMs = underWay.dueMs;
    fleet.advanceTo(nowMs);
    const isCancelRequested = cancelAtMs <= nowMs;
    if (command.kind === 'survey') {
      truth = {
        hadHealthyPeer: fleet.hasHealthyPeerOf(state.input.node),
        wasSurveyLocked: fleet.lockOwner() === owner,
        masters: fleet.visibleMasters(),
      };
    }
    const result: CommandResult =
      isCancelRequested && isInterruptible(command)
        ? { kind: 'interrupted' }
        : perform(command, fleet, underWay.fate);
    // Through JSON, as Temporal would: nothing in a state may be lost by it.
    const before = JSON.parse(JSON.stringify(state)) as State;
    const stepInput: StepInput = { result, nowMs, isCancelRequested };
    ({ state, command } = rules.step(before, stepInput));
    underWay = begun(command);
  }

  return {
    dueMs: () => underWay.dueMs,
    advance,
    driven: () => ({
      status: state.status,
      commands,
      tookMs: nowMs - startMs,
      hadHealthyPeer: atDraining.hadHealthyPeer,
      wasSurveyLocked: atDraining.wasSurveyLocked,
      mastersAtDrained: atDrained.masters,
    }),
  };
}

function isUndo(command: Command): boolean {
  return command.kind === 'releaseLock' || (command.kind === 'setAdminState' && command.isUndo);
}

function perform(command: Command, fleet: SimulatedFleet, fate: Fate): CommandResult {
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
