import { expect, test } from 'vitest';
import { watchDrain } from '../../cli/watch-drain.ts';
import type { DrainStatus } from '../../schemas/drain.ts';
import { type ErrorCode, FleetError } from '../../schemas/errors.ts';
import { DRAIN } from './samples.ts';

/** Answers one after the other, each a phase or a fault; then nothing any more. */
function watched(...answers: (DrainStatus['phase'] | ErrorCode)[]) {
  const seen: string[] = [];
  const drainStatus = async () => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error('asked after the end');
    if (answer.startsWith('E_')) throw new FleetError(answer as ErrorCode, 'as told');
    const status = { ...DRAIN, phase: answer as DrainStatus['phase'] };
    return { workflowId: 'node/lb1/service', status };
  };
  const last = watchDrain({ drainStatus }, 'lb1', {
    onStatus: ({ phase }) => seen.push(phase),
    onAway: () => seen.push('away'),
    signal: AbortSignal.timeout(20_000),
  });
  return { seen, last };
}

test('a drain is watched on while the controller, Temporal or the worker is away, and that is said once', async () => {
  const { seen, last } = watched('moving', 'E_TEMPORAL_AWAY', 'E_API_AWAY', 'waiting', 'done');
  expect(await last).toMatchObject({ phase: 'done' });
  expect(seen).toEqual(['moving', 'away', 'waiting', 'done']);
});

test('what no waiting mends ends the watching', async () => {
  const { seen, last } = watched('moving', 'E_NOT_FOUND');
  await expect(last).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  expect(seen).toEqual(['moving']);
});
