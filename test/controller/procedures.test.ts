import { expect, test } from 'vitest';
import { createProcedures } from '../../controller/procedures/procedures.ts';

/** Nobody listens on port 1 of loopback. */
const AWAY = { address: '127.0.0.1:1', namespace: 'sluice' };

test('with Temporal away every procedure call says so, in time', async () => {
  const procedures = createProcedures(AWAY);
  const origin = { actor: 'alice', channel: 'cli', reason: '', correlationId: 'c-1' } as const;
  const input = {
    ...{ node: 'lb1', cluster: 'edge', origin },
    ...{ deadlineMs: 60_000, onDeadline: 'abort' as const },
  };
  try {
    const calls = [
      procedures.start('drainNode', input),
      procedures.status('lb1'),
      procedures.cancel('lb1'),
    ];
    const results = await Promise.allSettled(calls);
    for (const result of results) {
      expect(result).toMatchObject({
        status: 'rejected',
        reason: {
          code: 'E_TEMPORAL_AWAY',
          retryable: true,
          hint: expect.stringContaining('worker'),
        },
      });
    }
    expect(await procedures.isReachable()).toBe(false);
  } finally {
    await procedures.close();
  }
});
