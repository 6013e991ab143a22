import { expect, test } from 'vitest';
import { until } from './until.ts';

test('until gives the first value that is one, and 0 and the empty string are values', async () => {
  let asked = 0;
  const answers = [undefined, false, null, 0];
  expect(await until('an answer', () => answers[asked++], { everyMs: 1 })).toBe(0);
  expect(await until('an answer', async () => '')).toBe('');
});

test('until waits on through exceptions, and ends with the last of them as the cause', async () => {
  const cause = new Error('connection refused');
  const waiting = until('etcd answers', () => Promise.reject(cause), { timeoutMs: 30, everyMs: 1 });
  await expect(waiting).rejects.toMatchObject({
    message: expect.stringMatching(/not within 30 ms: etcd answers; last seen: .*refused/),
    cause,
  });
});

test('until says the last value seen', async () => {
  const waiting = until('it is true', () => false as const, { timeoutMs: 20, everyMs: 1 });
  await expect(waiting).rejects.toThrow('not within 20 ms: it is true; last seen: false');
});

test('until ends at its deadline although the probe hangs', async () => {
  const waiting = until('an answer', () => new Promise<never>(() => {}), { timeoutMs: 20 });
  await expect(waiting).rejects.toThrow('the probe has not answered');
});
