/** How the tables of fleets and their problems are written and run. */
import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../schemas/validation/cross-check.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { type Document, fleetWith, yamlOf } from './fleet.ts';

/** `CODE Resource path: message` of every problem of the fleet as a whole. */
export function check(documents: readonly Document[]): string[] {
  const parsed = parseFiles([{ name: 'f', text: yamlOf(documents) }]);
  expect(parsed.problems).toEqual([]);
  return crossCheck(parsed.resources, parsed.broken).map(
    ({ code, severity, resource, path, message, line }) => {
      expect(line).toBeGreaterThan(0);
      expect(severity).toBe(code.startsWith('W_') ? 'warning' : 'error');
      // Columns are tested with the parser; here they would only count characters of JSON.
      return `${code} ${resource} ${path}: ${message.replace(/(f:\d+):\d+/g, '$1')}`;
    },
  );
}

/** What is changed in the sound fleet, what is then said, and what is left out of it. */
export type Row = readonly [
  what: string,
  changed: readonly Document[],
  problems: readonly (string | RegExp)[],
  without?: readonly string[],
];

export function describeTable(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    test.each(rows.map((row) => [row[0], row] as const))('%s', (_, row) => {
      const [, changed, problems, without = []] = row;
      const wanted = problems.map((problem) =>
        problem instanceof RegExp ? expect.stringMatching(problem) : problem,
      );
      expect(check(fleetWith(changed, without))).toEqual(wanted);
    });
  });
}
