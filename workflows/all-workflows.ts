/**
 * Every workflow by its type name: the entry of the bundle. What is reached from here runs inside
 * Temporal's deterministic sandbox, so it imports nothing with I/O, no zod and no protobuf.
 */
export { configRollout } from './config-rollout/workflow.ts';
export { drainNode } from './drain-node/workflow.ts';
export { undrainNode } from './undrain-node/workflow.ts';
