/**
 * Retries of checks: `nb_sock_retry` is in no parser, `nb_get_retry` counts in HTTP_GET and
 * SSL_GET only, `retry` is in TCP_CHECK of stock keepalived and of DPVS from 1.8 on. The forks of
 * 1.2.2 have none of them in TCP_CHECK and skip them silently.
 */
import { type Finding, findingAt, replaceSpan } from '../../finding.ts';
import { hasTcpCheckRetry } from '../../flavour.ts';
import { keywordsOf } from '../../keepalived/flavour-keywords.ts';
import type { Statement } from '../../keepalived/tree.ts';
import type { LintNode } from '../bundle.ts';
import type { Rule } from '../rule.ts';
import { everyStatement, isRetryWord } from './keywords.ts';

export const RETRY_WORDS: Rule = {
  codes: ['E_RETRY_KEYWORD'],
  check({ node }) {
    return node.keepalived.flatMap(({ tree }) =>
      [...everyStatement(tree)].flatMap(({ statement, block }) =>
        block === 'TCP_CHECK' && isRetryWord(statement.keyword.text)
          ? retryFinding(statement, node)
          : [],
      ),
    );
  },
};

function retryFinding(statement: Statement, node: LintNode): Finding[] {
  const { keyword } = statement;
  const hasRetry =
    hasTcpCheckRetry(node.flavour, node.dpvsVersion) &&
    keywordsOf(node.flavour).wordsOf('TCP_CHECK')?.has('retry') === true;
  if (hasRetry && keyword.text === 'retry') return [];
  const message = `${keyword.text} is not read in TCP_CHECK: nothing is tried again`;
  if (hasRetry) {
    const fix = keyword.isDerived ? undefined : replaceSpan(keyword.span, 'retry', 'write retry');
    return [findingAt(keyword.span, 'E_RETRY_KEYWORD', message, { hint: 'write retry', fix })];
  }
  const version = node.dpvsVersion === undefined ? '' : ` ${node.dpvsVersion}`;
  const hint = `TCP_CHECK of ${node.flavour}${version} cannot try again: check by HTTP_GET or MISC_CHECK`;
  return [findingAt(keyword.span, 'E_RETRY_KEYWORD', message, { hint })];
}
