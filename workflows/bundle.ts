/**
 * The workflow code as one script for Temporal's sandbox. Made once per process (about a second),
 * straight from the sources.
 */
import { fileURLToPath } from 'node:url';
import type { Logger } from '@temporalio/common';
import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const WORKFLOWS_PATH = fileURLToPath(new URL('./all-workflows.ts', import.meta.url));

let made: Promise<WorkflowBundleWithSourceMap> | undefined;

export function workflowBundle(logger: Logger): Promise<WorkflowBundleWithSourceMap> {
  made ??= bundleWorkflowCode({ workflowsPath: WORKFLOWS_PATH, logger });
  return made;
}
