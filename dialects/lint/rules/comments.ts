/**
 * Comments that contradict what they stand by: another number, forwarding method, address family
 * or network than the value. Only comments on the same line, or right above a command, are
 * compared, and only where both say something of the same kind.
 */
import { familyOf, parseAddress } from '../../../schemas/address.ts';
import { type Finding, findingAt } from '../../finding.ts';
import { optionOf } from '../../ipvsadm/command.ts';
import { argumentsOf, type Statement } from '../../keepalived/tree.ts';
import { formatNetwork, readNetwork } from '../../text/network.ts';
import type { Comment } from '../../text/span.ts';
import type { NodeFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { everyStatement } from './keywords.ts';

export const COMMENTS: Rule = {
  codes: [
    'W_COMMENT_NUMBER',
    'W_COMMENT_METHOD',
    'W_COMMENT_PROTOCOL',
    'W_COMMENT_FAMILY',
    'W_COMMENT_NETWORK',
    'W_NAME_CONTRADICTS',
  ],
  check(facts) {
    const statements = facts.node.keepalived.flatMap(({ tree }) => [...everyStatement(tree)]);
    return [
      ...statements.flatMap(({ statement }) => statementFindings(statement)),
      ...commandFindings(facts),
      ...groupNames(facts),
    ];
  },
};

/** Values whose comment is likely to repeat them, with the unit in which people do. */
const COUNTED = new Set([
  'delay_loop',
  'advert_int',
  'persistence_timeout',
  'connect_timeout',
  'delay_before_retry',
  'weight',
  'connect_port',
  'misc_timeout',
  'nb_get_retry',
  'retry',
]);

/** A number with a unit of time, or said of tries or ports: not an example, a line or a date. */
const UNIT_NUMBER =
  /(?<![\w.:])(\d{1,6})\s*(?:seconds?|secs?|s\b|minutes?|\u79d2|\u5206\u949f|times|\u6b21|tries)/gi;

const METHOD_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<![A-Za-z])(?:FULL-?NAT|FNAT)(?![A-Za-z])/i, 'FNAT'],
  [/(?<![A-Za-z])NAT(?![A-Za-z0-9])/, 'NAT'],
  [/(?<![A-Za-z])DR(?![A-Za-z])/, 'DR'],
  [/(?<![A-Za-z])TUN(?:NEL)?(?![A-Za-z])/, 'TUN'],
];

function statementFindings(statement: Statement): Finding[] {
  const { keyword, trailing } = statement;
  if (trailing === undefined) return [];
  // A line of a list begins with its value.
  const [value] = argumentsOf(statement);
  if (value === undefined || parseAddress(keyword.text.split('/')[0] ?? '') !== undefined) {
    return familyFindings(keyword.text, trailing);
  }
  if (COUNTED.has(keyword.text)) return numberFindings(value.text, trailing);
  if (keyword.text === 'lb_kind' || keyword.text === 'lvs_method') {
    return methodFindings(value.text, trailing);
  }
  const checks = /\b(check|health|probe)|\u68c0\u67e5|\u68c0\u6d4b|\u5065\u5eb7/i;
  if (keyword.text === 'protocol' && checks.test(trailing.text)) {
    const message = `${value.text} is the protocol of the service, not that of its checks`;
    return [findingAt(trailing.span, 'W_COMMENT_PROTOCOL', message)];
  }
  return familyFindings(value.text, trailing);
}

function numberFindings(value: string, comment: Comment): Finding[] {
  const numbers = [...comment.text.matchAll(UNIT_NUMBER)].map(([, digits]) => Number(digits));
  if (numbers.length !== 1 || !/^\d+(\.\d+)?$/.test(value)) return [];
  const [number] = numbers;
  const isMinutes = /\d\s*(?:minutes?|\u5206\u949f)/i.test(comment.text);
  if (number === undefined || (isMinutes ? number * 60 : number) === Number(value)) return [];
  const message = `the comment says ${number}, the value is ${value}`;
  return [findingAt(comment.span, 'W_COMMENT_NUMBER', message)];
}

function methodFindings(value: string, comment: Comment): Finding[] {
  const named = METHOD_WORDS.filter(([pattern]) => pattern.test(comment.text)).map(
    ([, name]) => name,
  );
  const [method] = named;
  // A comment that lists the choices contradicts nothing.
  if (named.length !== 1 || method === undefined || method === value.toUpperCase()) return [];
  const message = `the comment says ${method}, the value is ${value}`;
  return [findingAt(comment.span, 'W_COMMENT_METHOD', message)];
}

function familyFindings(value: string, comment: Comment): Finding[] {
  const address = parseAddress(value.split('/')[0] ?? '');
  return address === undefined ? [] : familyOfComment(address, comment);
}

function familyOfComment(address: string, comment: Comment): Finding[] {
  const says6 = /ipv?6/i.test(comment.text);
  const says4 = /ipv?4/i.test(comment.text);
  if (says6 === says4) return [];
  const named = says6 ? 'ipv6' : 'ipv4';
  if (familyOf(address) === named) return [];
  const message = `the comment says ${says6 ? 'IPv6' : 'IPv4'}, ${address} is not`;
  return [findingAt(comment.span, 'W_COMMENT_FAMILY', message)];
}

/** The comment right above a command, or behind it. */
function commandFindings({ node }: NodeFacts): Finding[] {
  const findings: Finding[] = [];
  for (const command of node.ipvsadm) {
    const above = command.leading.at(-1);
    const comments = [
      ...(above === undefined ? [] : [above]),
      ...(command.trailing ? [command.trailing] : []),
    ];
    for (const comment of comments) {
      const local = parseAddress(optionOf(command, 'laddr')?.value?.text ?? '');
      if (local !== undefined) findings.push(...familyOfComment(local, comment));
      if (command.zone !== undefined) {
        findings.push(...networkFindings(command.zone.word.text, comment));
      }
    }
  }
  return findings;
}

function networkFindings(value: string, comment: Comment): Finding[] {
  const named = comment.text.match(/\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}/g) ?? [];
  const written = readNetwork(value);
  const [only = ''] = named;
  // With host bits it names a host of the network: no other network.
  const said = readNetwork(only);
  if (named.length !== 1 || written === undefined || said === undefined) return [];
  if (formatNetwork(said) === formatNetwork(written)) return [];
  const message = `the comment says ${only}, the command ${value}`;
  return [findingAt(comment.span, 'W_COMMENT_NETWORK', message)];
}

/** A group of IPv6 listeners that is named after an IPv4 address. */
function groupNames({ node }: NodeFacts): Finding[] {
  return node.keepalived.flatMap(({ config }) =>
    config.serverGroups.flatMap(({ name, entries, statement }) => {
      const [first] = entries.flatMap(({ addresses }) => addresses);
      const named = parseAddress(/^\d{1,3}(?:\.\d{1,3}){3}(?=-|_|$)/.exec(name)?.[0] ?? '');
      if (first === undefined || named === undefined || familyOf(first) === 'ipv4') return [];
      const { span } = statement.words[1] ?? statement.keyword;
      const message = `the group is named after ${named} and holds ${first}`;
      return [findingAt(span, 'W_NAME_CONTRADICTS', message)];
    }),
  );
}
