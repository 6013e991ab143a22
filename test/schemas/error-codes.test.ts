import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../schemas/errors.ts';
import { PROBLEM_CODES } from '../../schemas/validation/problem.ts';

const manual = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

function tableUnder(heading: string): Record<string, string> {
  const section = manual.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.matchAll(/^\| `(\w+)` \| (.*) \|$/gm);
  return Object.fromEntries([...rows].map(([, code, meaning]) => [code, meaning]));
}

test('docs/errors.md lists exactly the codes of operating faults', () => {
  expect(tableUnder('Operating faults')).toEqual(ERROR_CODES);
});

test('docs/errors.md lists exactly the codes of problems', () => {
  expect(tableUnder('Problems in resources')).toEqual(PROBLEM_CODES);
});
