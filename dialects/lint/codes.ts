/**
 * Every code of a finding about a foreign file, with why it matters. A code keeps its meaning for
 * ever; `E_` stops an import, `W_` does not. docs/lint-codes.md lists them, held equal by a test.
 */
import { HOST_CODES } from './codes/host.ts';
import { KEEPALIVED_CODES } from './codes/keepalived.ts';
import { SERVICE_CODES } from './codes/service.ts';
import { SYNTAX_CODES } from './codes/syntax.ts';

export const LINT_CODES = {
  ...SYNTAX_CODES,
  ...KEEPALIVED_CODES,
  ...SERVICE_CODES,
  ...HOST_CODES,
} as const;

export type LintCode = keyof typeof LINT_CODES;
