/** Every code has an example, a rule or a reader that gives it, and a row in the manual. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTree } from '../../dialects/keepalived/load-tree.ts';
import { RULES } from '../../dialects/lint/all-rules.ts';
import { HOST_CODES } from '../../dialects/lint/codes/host.ts';
import { KEEPALIVED_CODES } from '../../dialects/lint/codes/keepalived.ts';
import { SERVICE_CODES } from '../../dialects/lint/codes/service.ts';
import { SYNTAX_CODES } from '../../dialects/lint/codes/syntax.ts';
import { LINT_CODES, type LintCode } from '../../dialects/lint/codes.ts';
import { lintFiles } from '../../dialects/lint/lint-files.ts';
import { ERROR_CODES } from '../../schemas/errors.ts';
import { PROBLEM_CODES } from '../../schemas/validation/problem.ts';
import { EXAMPLES } from './lint-examples.ts';

const manual = readFileSync(new URL('../../docs/lint-codes.md', import.meta.url), 'utf8');

describe('a code', () => {
  for (const [code, { files, options }] of Object.entries(EXAMPLES)) {
    if (code === 'E_FILE_AWAY') continue;
    it(`${code} is found in its example, with a place and an explanation`, () => {
      const findings = lintFiles(files, options);
      const found = findings.find((finding) => finding.code === code);
      expect(findings.map((finding) => finding.code)).toContain(code);
      expect(found?.severity).toBe(code.startsWith('W_') ? 'warning' : 'error');
      expect(found?.explanation).toBe(LINT_CODES[code as LintCode]);
      expect(found?.line).toBeGreaterThan(0);
      expect(found?.column).toBeGreaterThan(0);
    });
  }

  it('E_FILE_AWAY is found when the file is not there', () => {
    const { findings } = loadTree('gone', { list: () => [], read: () => undefined });
    expect(findings.map(({ code }) => code)).toEqual(['E_FILE_AWAY']);
  });

  it('means one thing in all of Sluice', () => {
    const elsewhere: Record<string, string> = { ...ERROR_CODES, ...PROBLEM_CODES };
    const shared = Object.entries(LINT_CODES).filter(([code]) => code in elsewhere);
    for (const [code, sentence] of shared)
      expect(`${code} ${sentence}`).toBe(`${code} ${elsewhere[code]}`);
  });

  it('of a rule is given by that rule alone', () => {
    const codes = RULES.flatMap((rule) => rule.codes);
    const shared = codes.filter((code, at) => codes.indexOf(code) !== at);
    expect(shared).toEqual([]);
  });

  it('is in the manual with the sentence that the linter says', () => {
    const table = (heading: string) => {
      const section = manual.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
      const rows = section.matchAll(/^\| `(\w+)` \| (.*) \|$/gm);
      return Object.fromEntries([...rows].map(([, code, text]) => [code, text]));
    };
    expect(table('Reading')).toEqual(SYNTAX_CODES);
    expect(table('keepalived.conf and dpvs.conf')).toEqual(KEEPALIVED_CODES);
    expect(table('Services, local addresses and zones')).toEqual(SERVICE_CODES);
    expect(table('Hosts')).toEqual(HOST_CODES);
  });
});
