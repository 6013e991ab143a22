/**
 * From a director's full status to what the rules look at. Pure; see director-view.ts for why.
 */
import type { NodeStatus } from '../../schemas/status.ts';
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
