/**
 * What people and the controller say to a rollout that runs: which of it makes sense when, and how
 * it becomes a wish that the next step fulfils. Nothing is done here, so a message is safe at any
 * moment, also in the middle of a move (I29).
 */
import type { Origin } from '../../schemas/events.ts';
import type { RolloutInput } from '../../schemas/rollout.ts';
import type { RolloutMessage } from './command.ts';
import { note, type RolloutState, withStatus } from './state.ts';

/** Why this update makes no sense now; undefined when it does. Changes nothing. */
export function refuseWhy(state: RolloutState, message: RolloutMessage): string | undefined {
  const { phase, pause } = state.status;
  const isOver = state.stage === 'ending' || state.stage === 'ended';
  if (isOver) return `the rollout has ended: ${state.outcome?.phase ?? phase}`;
  const isReverting = state.revert !== undefined;
  switch (message.kind) {
    case 'pause':
      if (isReverting) return 'it is going back, which is not paused; abort with hold to stop it';
      return pause === undefined ? undefined : `it is paused already: ${pause.why}`;
    case 'resume':
      return pause === undefined ? 'it is not paused' : undefined;
    case 'accept':
      if (pause === undefined) return 'it is not paused';
      if (pause.for !== 'inconclusive') return `it is paused for another reason: ${pause.why}`;
      return state.wave === undefined ? 'no wave is under way that could be accepted' : undefined;
    default:
      return undefined;
  }
}

/** The state with the messages taken in, in their order. */
export function takeIn(
  state: RolloutState,
  messages: readonly RolloutMessage[],
  nowMs: number,
): RolloutState {
  return messages.reduce((taken, message) => takeInOne(taken, message, nowMs), state);
}

function takeInOne(state: RolloutState, message: RolloutMessage, nowMs: number): RolloutState {
  if (message.kind === 'newTarget') return takeInTarget(state, message, nowMs);
  // It made sense when it was sent and may not any more.
  if (refuseWhy(state, message) !== undefined) return state;
  const { wishes } = state;
  switch (message.kind) {
    case 'pause':
      return { ...state, wishes: { ...wishes, pause: said(message.origin) } };
    case 'resume': {
      const { pause: _, ...others } = wishes;
      return { ...state, wishes: { ...others, resume: said(message.origin) } };
    }
    case 'accept':
      return { ...state, wishes: { ...wishes, accept: said(message.origin) } };
    case 'abort': {
      const why = `aborted by ${said(message.origin)}`;
      return { ...withoutNext(state), wishes: { abort: { mode: message.mode, why } } };
    }
    case 'cancel':
      return {
        ...withoutNext(state),
        wishes: { abort: { mode: 'revert', why: 'cancelled' } },
      };
  }
}

/** The newest wins; the same once more only when it has become urgent. */
function takeInTarget(
  state: RolloutState,
  message: { readonly kind: 'newTarget' } & RolloutInput,
  nowMs: number,
): RolloutState {
  const { kind: _, ...input } = message;
  const newest = state.next ?? state.wanted;
  const isNewer = input.target.generation > newest.target.generation;
  const isSame = input.target.generation === newest.target.generation;
  const isUrgent = isSame && input.now && !newest.now && state.outcome === undefined;
  if (!isNewer && !isUrgent) return state;
  const { generation } = input.target;
  const text = `generation ${generation} is wanted${input.now ? ' now' : ''} by ${input.origin.actor}`;
  const wishes = input.now ? unpaused(state, input.origin) : state.wishes;
  const waiting = withStatus({ ...state, next: input, wishes }, { waitingTarget: input.target });
  return note(waiting, nowMs, text);
}

/** An emergency waits for nobody who has paused what was under way before. */
function unpaused({ status, wishes }: RolloutState, origin: Origin): RolloutState['wishes'] {
  const { pause: _, ...others } = wishes;
  return status.pause === undefined ? others : { ...others, resume: said(origin) };
}

export function withoutNext(state: RolloutState): RolloutState {
  const { next: _, ...rest } = state;
  const { waitingTarget: __, ...status } = rest.status;
  return { ...rest, status };
}

function said({ actor, reason }: Origin): string {
  return reason === '' ? actor : `${actor} (${reason})`;
}
