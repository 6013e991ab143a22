/**
 * What a rule is: a pure function from the facts of a director (and the whole import) to findings.
 * Each names the codes that it may give, so that the manual and the tests can hold it to them.
 */
import type { Finding } from '../finding.ts';
import type { LintBundle } from './bundle.ts';
import type { LintCode } from './codes.ts';
import type { NodeFacts } from './facts.ts';

export interface Rule {
  readonly codes: readonly LintCode[];
  /** Of one director. */
  check?(facts: NodeFacts, bundle: LintBundle): Finding[];
  /** Of all directors together. */
  checkFleet?(nodes: readonly NodeFacts[], bundle: LintBundle): Finding[];
}
