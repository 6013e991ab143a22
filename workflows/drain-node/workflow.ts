/** The Temporal workflow `drainNode`: the rules of step.ts in the common shell. */
import type { WorkflowTypes } from '../contract.ts';
import { runProcedure } from '../procedure/shell.ts';
import { beginDrain, stepDrain } from './step.ts';

export const drainNode: WorkflowTypes['drainNode'] = (input) =>
  runProcedure({ begin: beginDrain, step: stepDrain }, input);
