/**
 * From a director's full status to what the rules look at. Pure; see the two director-view.ts for
 * why.
 */
import type { NodeStatus } from '../../schemas/status.ts';
import {
  PROBLEM_LENGTH_MAX,
  type RolloutView,
  type SeenRollout,
} from '../config-rollout/director-view.ts';
import type { NodeSurvey } from '../ports.ts';
import {
  ADDRESSES_NAMED_MAX,
  type DirectorView,
  type SeenDirector,
} from '../procedure/director-view.ts';

export function toDirectorView(survey: NodeSurvey, withHealth: boolean): DirectorView {
  const { node, adminState, contact, status } = survey;
  if (contact === 'silent' || status === undefined) return { node, adminState };
  return { node, adminState, seen: toSeen(status, withHealth) };
}

function toSeen(status: NodeStatus, withHealth: boolean): SeenDirector {
  const { adminState, convergence, problem, applied, vrrp, ownedAddresses } = status;
  const health = {
    up: status.realServersUp,
    total: status.realServersTotal,
    notUp: status.notUp.map(({ service, realServer, reason, state }) => ({
      key: `${service}/${realServer}`,
      why: reason === '' ? state : reason,
    })),
  };
  return {
    adminState,
    convergence,
    problem: problem ?? '',
    generation: applied?.generation ?? 0,
    vrrp: vrrp.map(({ sinceMs: _, ...rest }) => rest),
    ownedAddresses: {
      total: ownedAddresses.length,
      first: ownedAddresses.slice(0, ADDRESSES_NAMED_MAX),
    },
    ...(withHealth ? { health } : {}),
  };
}

export function toRolloutView(survey: NodeSurvey): RolloutView {
  const { node, adminState, contact, status } = survey;
  const { generation, digest } = survey.wanted;
  const view = { node, adminState, wanted: { generation, digest } };
  if (contact === 'silent' || status === undefined) return view;
  return { ...view, seen: toSeenRollout(status) };
}

function toSeenRollout(status: NodeStatus): SeenRollout {
  const { adminState, convergence, problem, applied, vrrp } = status;
  const notUp = status.realServersTotal - status.realServersUp;
  // The list is bounded; what it leaves out counts as down, which is the careful guess.
  const unknown = status.notUp.filter(({ state }) => state === 'unknown').length;
  return {
    adminState,
    convergence,
    problem: (problem ?? '').slice(0, PROBLEM_LENGTH_MAX),
    applied: applied?.digest ?? '',
    up: status.realServersUp,
    down: Math.max(0, notUp - unknown),
    unknown,
    vrrp: vrrp.map(({ instance, state }) => ({ instance, state })),
    masterDownMs: Math.max(0, ...vrrp.map(({ masterDownMs }) => masterDownMs)),
  };
}
