/**
 * Runs the rules of a rollout against a simulated fleet in virtual time, as the shell would: calls
 * take time and may fail with their effect done, half done or not; messages come at any moment.
 */
import { FleetError } from '../../schemas/errors.ts';
import type { RolloutInput, RolloutStatus } from '../../schemas/rollout.ts';
import { toRolloutView } from '../../workflows/activities/condense.ts';
import type {
  RolloutCommand,
  RolloutMessage,
  RolloutResult,
} from '../../workflows/config-rollout/command.ts';
import type { RolloutDecision } from '../../workflows/config-rollout/state.ts';
import { beginRollout, stepRollout } from '../../workflows/config-rollout/step.ts';
import { CLUSTER, planOf, type SimulatedFleet } from './simulated-fleet.ts';

export const ROLLOUT_OWNER = 'workflow:rollout/config/edge@run-1';
const PERSON = { actor: 'mara', channel: 'cli' as const, reason: '', correlationId: 'c-1' };
type Policy = RolloutInput['policy'];
type Gate = Policy['gate'];

export function rolloutInput(
  generation: number,
  policy: Partial<Omit<Policy, 'gate'>> & { readonly gate?: Partial<Gate> } = {},
  now = false,
): RolloutInput {
  return {
    target: planOf(generation),
    now,
    origin: { ...PERSON, reason: 'new weights' },
    policy: {
      waves: [{ count: 1 }, { percent: 50 }],
      canaryRole: 'backup',
      failureDomains: {},
      maxUnavailable: { count: 1 },
      onFailedGate: 'revert',
      ...policy,
      gate: {
        convergenceDeadlineMs: 20_000,
        healthDropMaxPercent: 0,
        healthMinPercent: 0,
        minSoakMs: 15_000,
        inconclusiveDeadlineMs: 60_000,
        ...policy.gate,
      },
    },
  };
}

export const say = {
  newTarget: (input: RolloutInput): RolloutMessage => ({ kind: 'newTarget', ...input }),
  pause: { kind: 'pause', origin: PERSON } as RolloutMessage,
  resume: { kind: 'resume', origin: PERSON } as RolloutMessage,
  accept: { kind: 'accept', origin: PERSON } as RolloutMessage,
  hold: { kind: 'abort', mode: 'hold', origin: PERSON } as RolloutMessage,
  revert: { kind: 'abort', mode: 'revert', origin: PERSON } as RolloutMessage,
  cancel: { kind: 'cancel' } as RolloutMessage,
};

export interface Said {
  readonly atMs: number;
  readonly message: RolloutMessage;
}

export type Fate = 'well' | 'failsBefore' | 'failsAfter' | 'failsHalf';

export interface RolloutDrive {
  readonly says?: readonly Said[];
  /** Asked when a rollout waits for a person; by default they want everything back. */
  readonly onPaused?: (status: RolloutStatus, nth: number) => RolloutMessage;
  /** Fate of the nth activity; missing: well. What takes back never fails. */
  readonly fates?: readonly Fate[];
  readonly latencyMs?: number;
  /** Called when a look is taken, at its moment. */
  readonly onSurveyed?: () => void;
  /** Called before each command. */
  readonly onCommand?: (command: RolloutCommand, status: RolloutStatus) => void;
}

/** Far above what any of the tests needs: a rollout that goes on beyond it never ends. */
const COMMANDS_MAX = 20_000;
/** An activity that fails has been tried for 15 s (retry-classes.ts). */
const FAILED_AFTER_MS = 15_000;

export interface RolloutDriving {
  /** When its command under way ends; infinite once the rollout has ended. */
  readonly dueMs: () => number;
  readonly advance: () => void;
  /** Said now. */
  readonly tell: (message: RolloutMessage) => void;
  readonly status: () => RolloutStatus;
  readonly commands: readonly RolloutCommand[];
}

export function driveRollout(
  fleet: SimulatedFleet,
  input: RolloutInput,
  options: RolloutDrive = {},
): RolloutDriving {
  const driving = startRollout(fleet, input, options);
  while (Number.isFinite(driving.dueMs())) driving.advance();
  return driving;
}

export function startRollout(
  fleet: SimulatedFleet,
  input: RolloutInput,
  options: RolloutDrive = {},
): RolloutDriving {
  const commands: RolloutCommand[] = [];
  const left = [...(options.says ?? [])].sort((a, b) => a.atMs - b.atMs);
  let pauses = 0;
  let activities = 0;
  let nowMs = fleet.nowMs;
  let decision: RolloutDecision = beginRollout(input, ROLLOUT_OWNER, nowMs);
  let underWay = begun();

  function begun(): { dueMs: number; fate: Fate } {
    const { command, state } = decision;
    if (command === undefined) return { dueMs: Number.POSITIVE_INFINITY, fate: 'well' };
    if (commands.length >= COMMANDS_MAX) throw new Error('the rollout does not end');
    commands.push(command);
    options.onCommand?.(command, state.status);
    if (command.kind === 'listen' && left.length === 0) {
      const message = options.onPaused?.(state.status, pauses++) ?? say.revert;
      left.push({ atMs: nowMs + 1, message });
    }
    if (command.kind === 'sleep' || command.kind === 'listen') {
      const endMs = command.kind === 'sleep' ? nowMs + command.ms : Number.POSITIVE_INFINITY;
      const wokenMs = left[0]?.atMs ?? Number.POSITIVE_INFINITY;
      return { dueMs: Math.max(nowMs, Math.min(endMs, wokenMs)), fate: 'well' };
    }
    const drawn = options.fates?.[activities++] ?? 'well';
    const isUndo = command.kind === 'releaseLock' || isRevert(command);
    const fate = isUndo ? 'well' : drawn;
    const failedAfterMs = fate === 'well' ? 0 : FAILED_AFTER_MS;
    return { dueMs: nowMs + failedAfterMs + (options.latencyMs ?? 20), fate };
  }

  function advance(): void {
    const { command, state } = decision;
    if (command === undefined) return;
    nowMs = underWay.dueMs;
    fleet.advanceTo(nowMs);
    if (command.kind === 'survey') options.onSurveyed?.();
    const result = perform(command, fleet, underWay.fate);
    const messages: RolloutMessage[] = [];
    while ((left[0]?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs) {
      const said = left.shift();
      if (said !== undefined) messages.push(said.message);
    }
    // Through JSON, as Temporal would: nothing in a state may be lost by it.
    const before = JSON.parse(JSON.stringify(state));
    decision = stepRollout(before, { result, messages, nowMs });
    underWay = begun();
  }

  return {
    dueMs: () => underWay.dueMs,
    advance,
    tell: (message) => {
      left.unshift({ atMs: nowMs, message });
      if (decision.command?.kind === 'listen') underWay = { ...underWay, dueMs: nowMs };
    },
    status: () => decision.state.status,
    commands,
  };
}

export function isRevert(command: RolloutCommand): boolean {
  return command.kind === 'moveRefs' && command.move.revert;
}

function perform(command: RolloutCommand, fleet: SimulatedFleet, fate: Fate): RolloutResult {
  const away: RolloutResult = {
    kind: 'failed',
    failure: { code: 'E_STORE_AWAY', message: 'etcd does not answer', kind: 'transient' },
  };
  if (fate === 'failsBefore') return away;
  try {
    const result = effect(command, fleet, fate === 'failsHalf');
    return fate === 'well' ? result : away;
  } catch (error) {
    if (!(error instanceof FleetError)) throw error;
    const kind = error.code === 'E_FENCED' ? 'fenced' : 'precondition';
    return { kind: 'failed', failure: { code: error.code, message: error.message, kind } };
  }
}

function effect(command: RolloutCommand, fleet: SimulatedFleet, partly: boolean): RolloutResult {
  switch (command.kind) {
    case 'sleep':
    case 'listen':
      return { kind: 'woken' };
    case 'survey':
      return { kind: 'surveyed', views: fleet.survey().map(toRolloutView) };
    case 'acquireLock': {
      const answer = fleet.acquire(command.request);
      if ('token' in answer) return { kind: 'locked', token: answer.token };
      return { kind: 'lockHeld', holder: answer.heldBy };
    }
    case 'moveRefs':
      fleet.moveRefs(command.move, partly);
      return { kind: 'moved' };
    case 'releaseLock':
      fleet.release(command.request);
      return { kind: 'released' };
  }
}

export const LOCK = { domain: `cluster/${CLUSTER}`, owner: 'person:ilja', reason: 'cabling' };
