/**
 * Procedures that were under way when new code is rolled out go on with the new code: the
 * histories recorded on the real server (record.ts) have to fit it (I35).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, test } from 'vitest';
import { workflowBundle } from '../../workflows/bundle.ts';

const FOLDER = new URL('./histories/', import.meta.url);
const NAMES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

function recorded(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}

const logger = new DefaultLogger('ERROR', () => undefined);

beforeAll(() => {
  Runtime.install({
    logger,
    telemetryOptions: { logging: { forward: {}, filter: 'OFF' } },
    shutdownSignals: [],
  });
});

test('there are histories of every way that matters', () => {
  expect(NAMES.filter((name) => name.includes('drain-')).length).toBeGreaterThanOrEqual(6);
  expect(NAMES.filter((name) => name.startsWith('rollout-')).length).toBeGreaterThanOrEqual(7);
});

test.each(NAMES)('the workflows replay %s', async (name) => {
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle(logger) }, recorded(name));
});

/** The workflows as they would be after this change of their code. */
async function changedBundle(from: string, to: string): Promise<{ code: string }> {
  const { code } = await workflowBundle(logger);
  // Not an assertion on the code itself: its failure would print two megabytes.
  if (!code.includes(from)) throw new Error(`the bundle has no ${from}`);
  return { code: code.replaceAll(from, to) };
}

describe('the replay notices', () => {
  test('an activity that was renamed', async () => {
    const bundle = await changedBundle('undoing.releaseLock(', 'undoing.freeLock(');
    await expect(
      Worker.runReplayHistory({ workflowBundle: bundle }, recorded('drain-done.json')),
    ).rejects.toBeInstanceOf(DeterminismViolationError);
  });

  test('a move of refs that was renamed', async () => {
    const bundle = await changedBundle('effects).moveRefs(', 'effects).shiftRefs(');
    await expect(
      Worker.runReplayHistory({ workflowBundle: bundle }, recorded('rollout-done.json')),
    ).rejects.toBeInstanceOf(DeterminismViolationError);
  });

  test('a pause that was left out', async () => {
    const bundle = await changedBundle('sleep)(command.ms)', 'condition)(() => true)');
    await expect(
      Worker.runReplayHistory({ workflowBundle: bundle }, recorded('drain-done.json')),
    ).rejects.toBeInstanceOf(DeterminismViolationError);
  });
});

test('the bundle holds no schemas, so no zod and no protobuf', async () => {
  const { code } = await workflowBundle(logger);
  expect(code.includes('"./workflows/drain-node/step.ts"')).toBe(true);
  const foreign = /"\.\/(schemas|store|bus|node_modules\/(zod|protobufjs|ipaddr\.js))\//.exec(code);
  expect(foreign?.[0]).toBeUndefined();
});
