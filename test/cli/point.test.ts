import { describe, expect, test } from 'vitest';
import { parsePoint, parseUntil } from '../../cli/point.ts';
import { specPointSchema, specPointText } from '../../schemas/history-api.ts';
import { NOW_MS } from './run-cli.ts';

const usage = expect.objectContaining({ code: 'E_USAGE' });
const timeMs = (text: string) => ({ timeMs: Date.parse(text) });

describe('a point of the history', () => {
  test.each([
    ['41', { revision: 41 }],
    ['0', { revision: 0 }],
    ['now', { timeMs: NOW_MS }],
    ['90s', { timeMs: NOW_MS - 90_000 }],
    ['1h30m', { timeMs: NOW_MS - 5_400_000 }],
    ['2026-11-21', timeMs('2026-11-21T00:00:00Z')],
    ['2026-11-21 08:00', timeMs('2026-11-21T08:00:00Z')],
    ['2026-11-21T08:00:12.5', timeMs('2026-11-21T08:00:12.500Z')],
    ['2026-11-21T09:00:00+01:00', timeMs('2026-11-21T08:00:00Z')],
    // As the history prints it.
    ['2026-11-21 08:00:12Z', timeMs('2026-11-21T08:00:12Z')],
  ])('%s is understood, and the API understands it as the same', (text, wanted) => {
    const point = parsePoint(text, NOW_MS);
    expect(point).toEqual(wanted);
    expect(specPointSchema.parse(specPointText(point))).toEqual(wanted);
  });

  test.each(['', '-1', '1.5', 'yesterday', '2026-13-01', '2026-11-21T25:00', '08:00', 'r41'])(
    '"%s" is refused',
    (text) => {
      expect(() => parsePoint(text, NOW_MS)).toThrow(usage);
    },
  );

  test.each(['', 'now', '10m', '2026-11-21', '2026-11-21T08:00:00', '1e3'])(
    'the API refuses "%s", which leaves room for two readings',
    (text) => {
      expect(specPointSchema.safeParse(text).success).toBe(false);
    },
  );
});

describe('a moment to come', () => {
  test.each([
    ['2h', '2026-11-21T14:00:00.000Z'],
    ['2026-11-22', '2026-11-22T00:00:00.000Z'],
    ['2026-11-21T14:00+01:00', '2026-11-21T13:00:00.000Z'],
  ])('%s is understood', (text, wanted) => {
    expect(parseUntil(text, NOW_MS)).toBe(wanted);
  });

  test.each(['0s', '2026-11-21', '2026-11-21T12:00Z', 'tomorrow', '41'])(
    '"%s" is refused',
    (text) => {
      expect(() => parseUntil(text, NOW_MS)).toThrow(usage);
    },
  );
});
