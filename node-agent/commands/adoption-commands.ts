/**
 * Adoption by command: the plan in hand is compared with what is live, and a take-over is carried
 * out only for the very plan that the caller has seen. What comes of it is told as an event, with
 * who asked and why.
 */
import type { Adoption, PlannedDirector } from '../../dataplane/adopt/contract.ts';
import type { DataplaneContents } from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeEventBody } from '../../schemas/events.ts';
import type { Assignment } from '../plan/assignment.ts';
import { assignedServices } from '../plan/assignment.ts';
import { desiredService } from '../reconcile/desired.ts';
import type { AdoptionCommands } from './command-handlers.ts';

export interface AdoptionContext {
  /** Undefined for a director that has none, or no plan yet. */
  readonly adoption: () => Adoption | undefined;
  readonly assignment: () => Assignment | undefined;
  /** The plan as health lets it be now. */
  readonly desired: (assignment: Assignment) => DataplaneContents;
  /** One after the other with the rounds. */
  readonly inTurn: <T>(step: () => Promise<T>) => Promise<T>;
  readonly emit: (body: NodeEventBody) => Promise<void>;
  /** The director has another owner now: look again. */
  readonly onChanged: () => void;
}

export function adoptionCommands(context: AdoptionContext): AdoptionCommands {
  const { inTurn } = context;
  const changed = async (change: 'adopted' | 'givenBack', asked: Asked, reply: Reply) => {
    const { services, rules } = reply;
    await context.emit({ type: 'OwnershipChanged', change, ...asked, services, rules });
    context.onChanged();
  };
  return {
    liveConfig: async () => {
      const assignment = context.assignment();
      const live = await required(context.adoption()).live(assignment && planned(assignment));
      return { ...live, ...(assignment === undefined ? {} : { plan: assignment.ref.plan }) };
    },
    takeOver: ({ plan, fingerprint, onlyUnderstood, actor, reason }) =>
      inTurn(async () => {
        const adoption = required(context.adoption());
        const assignment = context.assignment();
        if (assignment === undefined || assignment.ref.plan.digest !== plan.digest) {
          const has = assignment?.ref.plan.generation ?? 'none';
          throw new FleetError(
            'E_PLAN_STALE',
            `asked for generation ${plan.generation}, has ${has}`,
            {
              hint: 'look at the director again; it has another plan by now',
            },
          );
        }
        const desired = context.desired(assignment);
        const order = { ...planned(assignment), desired, fingerprint, onlyUnderstood };
        const reply = await adoption.takeOver(order);
        const rules = reply.removed.length;
        await changed('adopted', { actor, reason }, { services: reply.services.length, rules });
        return reply;
      }),
    undoTakeOver: ({ actor, reason }) =>
      inTurn(async () => {
        const reply = await required(context.adoption()).undo();
        const rules = reply.restored.length;
        await changed('givenBack', { actor, reason }, { services: reply.services.length, rules });
        return reply;
      }),
  };
}

interface Asked {
  readonly actor: string;
  readonly reason: string;
}
interface Reply {
  readonly services: number;
  readonly rules: number;
}

function planned(assignment: Assignment): PlannedDirector {
  const services = assignedServices(assignment).map((plan) => desiredService(plan));
  return { node: assignment.node, services };
}

function required(adoption: Adoption | undefined): Adoption {
  if (adoption !== undefined) return adoption;
  throw new FleetError('E_CAPABILITY', 'this director has nothing that could be adopted', {
    hint: 'declare its Cluster (dataplane: nft) and its Node, and wait until its agent has them',
  });
}
