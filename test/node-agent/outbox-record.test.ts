import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeRecord, recordsFrom } from '../../node-agent/outbox/record.ts';

const payloads = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 8 });
const read = (bytes: Buffer) => [...recordsFrom(bytes)].map(({ payload }) => [...payload]);

test('what was written is read, and a file cut anywhere gives its whole records', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), (written, where) => {
      const records = written.map(encodeRecord);
      const file = Buffer.concat(records);
      const cut = where % (file.length + 1);
      let end = 0;
      const whole = records.filter((record) => {
        end += record.length;
        return end <= cut;
      });
      expect(read(file.subarray(0, cut))).toEqual(
        written.slice(0, whole.length).map((payload) => [...payload]),
      );
    }),
  );
});

test('a changed byte ends the reading at its record or before', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), fc.integer({ min: 1, max: 255 }), (written, where, by) => {
      const file = Buffer.concat(written.map(encodeRecord));
      if (file.length === 0) return;
      const at = where % file.length;
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ by;
      const intact = [...recordsFrom(file)].filter(({ end }) => end <= at).length;
      expect(read(changed)).toEqual(written.slice(0, intact).map((payload) => [...payload]));
    }),
  );
});

test('zeros at the end of a file are no records', () => {
  const file = Buffer.concat([encodeRecord(Buffer.from('one')), Buffer.alloc(64)]);
  expect(read(file)).toEqual([[...Buffer.from('one')]]);
});
