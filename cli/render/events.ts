/** One node event on one line: when, where, what. */

import { unreachable } from '../../schemas/errors.ts';
import type { NodeEvent, NodeEventBody } from '../../schemas/events.ts';
import { timeText } from '../duration.ts';
import type { Colors } from '../session.ts';
import { counted } from './counted.ts';

export function eventText({ timeMs, node, plan, body }: NodeEvent, colors: Colors): string {
  const at = plan === undefined ? '' : colors.dim(` [generation ${plan.generation}]`);
  const type = paintOf(body, colors)(body.type.padEnd(17));
  return `${timeText(timeMs)}  ${node.padEnd(8)} ${type} ${bodyText(body)}${at}`.trimEnd();
}

export function bodyText(body: NodeEventBody): string {
  switch (body.type) {
    case 'AgentStarted': {
      const why = body.firstOfBoot ? 'after a boot' : 'again, without a boot';
      return `agent ${body.agentVersion} started ${why}, kernel ${body.kernelVersion}`;
    }
    case 'AgentStopped':
      return 'agent stopped; the kernel goes on forwarding';
    case 'HealthChanged': {
      const reason = body.reason === '' ? '' : ` (${body.reason})`;
      return `${body.realServer} of ${body.name}: ${body.from} -> ${body.to}${reason}`;
    }
    case 'VrrpTransition':
      return `${body.instance}: ${body.from} -> ${body.to}, priority ${body.priority}`;
    case 'PlanApplied':
      return `${body.ops} ops in ${body.durationMs.toFixed(0)} ms`;
    case 'PlanRefused':
    case 'ApplyFailed':
      return `${body.code} ${body.message}`;
    case 'AdminStateSeen':
      return `${body.from} -> ${body.to}`;
    case 'AddressesReleased':
      return `${body.addresses.join(', ')}: ${body.reason}`;
    case 'ForeignFound':
      return `${body.what} in ${body.where}`;
    case 'DriftRepaired': {
      const more = body.total - body.repairs.length;
      return `${body.repairs.join('; ')}${more > 0 ? `; ${more} more` : ''}`;
    }
    case 'OwnershipChanged': {
      const what = body.change === 'adopted' ? 'taken over' : 'given back';
      const why = body.reason === '' ? '' : `: ${body.reason}`;
      const services = counted(body.services, 'service');
      return `${services} ${what} by ${body.actor}, ${counted(body.rules, 'old rule')}${why}`;
    }
    case 'EventsLost':
      return `${body.count} lost: ${body.reason}`;
    case 'StoreAlarm':
      return `${body.isRaised ? '' : 'over: '}${body.message}`;
    default:
      return unreachable(body);
  }
}

function paintOf(body: NodeEventBody, colors: Colors): (text: string) => string {
  switch (body.type) {
    case 'HealthChanged':
      return body.to === 'up' ? colors.green : colors.red;
    case 'StoreAlarm':
      return body.isRaised ? colors.red : colors.green;
    case 'VrrpTransition':
      return body.to === 'fault' || body.to === 'down' ? colors.red : colors.cyan;
    case 'PlanRefused':
    case 'ApplyFailed':
    case 'EventsLost':
    case 'AddressesReleased':
      return colors.red;
    default:
      return colors.cyan;
  }
}
