/** The Temporal workflow `undrainNode`: the rules of step.ts in the common shell. */
import type { WorkflowTypes } from '../contract.ts';
import { runProcedure } from '../procedure/shell.ts';
import { beginUndrain, stepUndrain } from './step.ts';

export const undrainNode: WorkflowTypes['undrainNode'] = (input) =>
  runProcedure({ begin: beginUndrain, step: stepUndrain }, input);
