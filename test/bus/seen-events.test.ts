import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEQ_WINDOW } from '../../bus/limits.ts';
import { SeenEvents } from '../../bus/seen-events.ts';

const event = (seq: number, bootId = 'boot', node = 'lb-1') => ({ node, bootId, seq });

test('an event is new once, whatever repeats come within the window', () => {
  const seqs = fc.array(fc.integer({ min: 1, max: SEQ_WINDOW }), { maxLength: 300 });
  fc.assert(
    fc.property(seqs, (sent) => {
      const seen = new SeenEvents();
      const model = new Set<number>();
      for (const seq of sent) {
        expect(seen.isNew(event(seq))).toBe(!model.has(seq));
        model.add(seq);
      }
    }),
  );
});

test('a whole backlog sent again is a repeat, however long it is', () => {
  const seen = new SeenEvents();
  const all = Array.from({ length: 5 * SEQ_WINDOW }, (_, index) => event(index + 1));
  expect(all.filter((one) => seen.isNew(one))).toHaveLength(all.length);
  expect(all.filter((one) => seen.isNew(one))).toEqual([]);
  expect(seen.isNew(event(all.length + 1))).toBe(true);
});

test('a gap wider than the window leaves nothing of the old window behind', () => {
  const seen = new SeenEvents();
  seen.isNew(event(5));
  expect(seen.isNew(event(5 + SEQ_WINDOW))).toBe(true);
  expect(seen.isNew(event(6 + SEQ_WINDOW))).toBe(true);
  expect(seen.isNew(event(5))).toBe(false);
});

test('boots and nodes are told apart, and the one heard of longest ago is forgotten', () => {
  const seen = new SeenEvents(2);
  expect(seen.isNew(event(1, 'a'))).toBe(true);
  expect(seen.isNew(event(1, 'b'))).toBe(true);
  expect(seen.isNew(event(1, 'a'))).toBe(false);
  expect(seen.isNew(event(1, 'a', 'lb-2'))).toBe(true); // forgets b, not a
  expect(seen.isNew(event(1, 'a'))).toBe(false);
  expect(seen.isNew(event(1, 'b'))).toBe(true);
});
