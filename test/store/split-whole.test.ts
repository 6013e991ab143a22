import type { IEvent } from 'etcd3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitWhole } from '../../store/etcd/gap-proof-watch.ts';

/** Events of transactions of these sizes, numbered. */
function history(sizes: readonly number[]): IEvent[] {
  return sizes.flatMap((size, i) =>
    Array.from({ length: size }, (_, n) => {
      const kv = { key: Buffer.from(`${i}/${n}`), mod_revision: String(i + 1) };
      return { type: 'Put', kv, prev_kv: kv } as IEvent;
    }),
  );
}

test('fragments cut anywhere give every revision once, whole and in order', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
  const cutPoints = fc.array(fc.nat({ max: 7 }));
  fc.assert(
    fc.property(sizes, cutPoints, (of, lengths) => {
      const events = history(of);
      const delivered: IEvent[][] = [];
      let held: IEvent[] = [];
      let left = events;
      for (const length of lengths) {
        const { whole, rest } = splitWhole([...held, ...left.slice(0, length)], true);
        delivered.push(whole);
        held = rest;
        left = left.slice(length);
      }
      const last = splitWhole([...held, ...left], false);
      delivered.push(last.whole);
      expect(last.rest).toEqual([]);
      expect(delivered.flat()).toEqual(events);
      for (let revision = 1; revision <= of.length; revision++) {
        const parts = delivered.filter((part) =>
          part.some(({ kv }) => kv.mod_revision === String(revision)),
        );
        expect(parts).toHaveLength(1);
      }
    }),
  );
});
