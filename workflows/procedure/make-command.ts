/**
 * The commands that every procedure on a director gives, made from its state.
 */
import type { Origin } from '../../schemas/events.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import type { Command, CommandResult } from './command.ts';
import type { ProcedureState } from './state.ts';

/** A whole look, for the checks. */
export function lookWithHealth(state: ProcedureState): Command {
  return { kind: 'survey', request: { cluster: state.input.cluster, withHealth: true } };
}

/** Why there is no survey in this result. */
export function cannotSurvey(result: CommandResult): string {
  const why =
    result.kind === 'failed' ? `${result.failure.code}: ${result.failure.message}` : result.kind;
  return `the directors cannot be asked: ${why}`;
}

export function setAdminState(
  state: ProcedureState,
  to: AdminState,
  expectFrom: readonly AdminState[],
  why: string,
): Command {
  const { node, origin } = state.input;
  const reason = origin.reason === '' ? why : `${why} (${origin.reason})`;
  return {
    kind: 'setAdminState',
    isUndo: false,
    request: { node, to, expectFrom, token: state.token, origin: procedureOrigin(origin, reason) },
  };
}

/** originSchema's bound. */
const REASON_LENGTH_MAX = 1_024;

/** The person stays the actor of what the procedure does for them. */
export function procedureOrigin(origin: Origin, reason: string): Origin {
  return { ...origin, channel: 'workflow', reason: reason.slice(0, REASON_LENGTH_MAX) };
}
