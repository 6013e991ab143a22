/** The Temporal workflow `configRollout`: the rules of step.ts in their shell. */
import type { WorkflowTypes } from '../contract.ts';
import { runRollout } from './shell.ts';

export const configRollout: WorkflowTypes['configRollout'] = (input) => runRollout(input);
