import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  RESYNC_MS,
  RETRY_FIRST_MS,
  RETRY_MAX_MS,
  startLoop,
} from '../../node-agent/reconcile/loop.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Rounds that end when told to, with the clock in our hand. */
function controlledLoop() {
  const rounds: PromiseWithResolvers<void>[] = [];
  const retries: number[] = [];
  const loop = startLoop({
    round: () => {
      const round = Promise.withResolvers<void>();
      rounds.push(round);
      return round.promise;
    },
    onFailed: (_, retryInMs) => retries.push(retryInMs),
  });
  const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
  const end = async () => {
    rounds.at(-1)?.resolve();
    await pass();
  };
  const fail = async () => {
    rounds.at(-1)?.reject(new Error('it failed'));
    await pass();
  };
  return { loop, rounds, retries, pass, end, fail };
}

test('the first round comes by itself', async () => {
  const { rounds, pass } = controlledLoop();
  await pass();
  expect(rounds).toHaveLength(1);
});

test('marks that come while a round runs lead to one more round, and not to a second beside it', async () => {
  const { loop, rounds, pass, end } = controlledLoop();
  await pass();
  for (let mark = 0; mark < 100; mark += 1) loop.mark();
  await pass(RESYNC_MS);
  expect(rounds).toHaveLength(1);
  await end();
  expect(rounds).toHaveLength(2);
  await end();
  await pass(RESYNC_MS - 1);
  expect(rounds).toHaveLength(2);
});

test('a round comes again after a while, so that what others changed is seen', async () => {
  const { rounds, pass, end } = controlledLoop();
  await pass();
  await end();
  await pass(RESYNC_MS - 1);
  expect(rounds).toHaveLength(1);
  await pass(1);
  expect(rounds).toHaveLength(2);
});

test('a round that fails is tried again with growing patience, which a good one ends', async () => {
  const { rounds, retries, pass, end, fail } = controlledLoop();
  await pass();
  for (let failure = 0; failure < 8; failure += 1) {
    await fail();
    await pass((retries.at(-1) ?? 0) - 1);
    expect(rounds).toHaveLength(failure + 1);
    await pass(1);
    expect(rounds).toHaveLength(failure + 2);
  }
  expect(retries).toEqual([200, 400, 800, 1600, 3200, 6400, RETRY_MAX_MS, RETRY_MAX_MS]);
  await end();
  await pass(RESYNC_MS);
  await fail();
  expect(retries.at(-1)).toBe(RETRY_FIRST_MS);
});

test('news does not wait out the patience with the old, nor what comes during the failing round', async () => {
  const { loop, rounds, retries, pass, fail } = controlledLoop();
  await pass();
  for (let failure = 0; failure < 7; failure += 1) {
    await fail();
    await pass(retries.at(-1));
  }
  expect(retries.at(-1)).toBe(RETRY_MAX_MS);
  await fail();
  loop.mark();
  await pass();
  expect(rounds).toHaveLength(9);
  loop.mark();
  await fail();
  expect(retries.at(-1)).toBe(RETRY_FIRST_MS);
});

test('stop lets the running round finish and starts no other', async () => {
  const { loop, rounds, pass, end } = controlledLoop();
  await pass();
  loop.mark();
  let isStopped = false;
  const stopping = loop.stop().then(() => {
    isStopped = true;
  });
  await pass(RESYNC_MS);
  expect(isStopped).toBe(false);
  await end();
  await stopping;
  loop.mark();
  await pass(2 * RESYNC_MS);
  expect(rounds).toHaveLength(1);
});

test('stop between rounds ends at once', async () => {
  const { loop, rounds, pass, end } = controlledLoop();
  await pass();
  await end();
  await loop.stop();
  await pass(2 * RESYNC_MS);
  expect(rounds).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
