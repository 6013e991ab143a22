/**
 * Words that the flavour's parser does not read, or not there, or with other arguments; with the
 * nearest word that it does read. The retry words of TCP_CHECK have a rule of their own.
 */
import { editDistance, nearestWord } from '../../../schemas/validation/nearest-word.ts';
import { DPVS_CONF_TABLE } from '../../dpvs-conf/keywords.ts';
import { type Finding, type Fix, findingAt, replaceSpan } from '../../finding.ts';
import { type Flavour, hasZones, isForkOf122 } from '../../flavour.ts';
import { keywordsOf } from '../../keepalived/flavour-keywords.ts';
import {
  isList,
  type KeywordTable,
  opensBlock,
  type Signature,
} from '../../keepalived/keywords.ts';
import type { Statement, Tree } from '../../keepalived/tree.ts';
import type { Rule } from '../rule.ts';

export const KEYWORDS: Rule = {
  codes: ['E_UNKNOWN_KEYWORD', 'E_KEYWORD_MISPLACED', 'E_ARGUMENT'],
  check({ node }) {
    const table = keywordsOf(node.flavour);
    const instances = new Set(
      node.keepalived.flatMap(({ config }) => config.instances.map(({ name }) => name)),
    );
    const whose = `keepalived of ${node.flavour}`;
    return [
      ...node.keepalived.flatMap(({ tree }) =>
        checkTree(tree, { flavour: node.flavour, table, whose, instances }),
      ),
      ...node.dpvsConf.flatMap(({ tree }) =>
        checkTree(tree, { table: DPVS_CONF_TABLE, whose: 'dpvs', instances: new Set() }),
      ),
    ];
  },
};

/** What 2.x evaluates and 1.2.2 takes for words. */
export const PREPROCESSOR: Rule = {
  codes: ['E_FEATURE_MISSING', 'E_CONDITION_NEGATION', 'E_BRACE_GLUED'],
  check({ node }) {
    const isFork = isForkOf122(node.flavour);
    return node.keepalived.flatMap(({ tree }) =>
      [...everyStatement(tree)].flatMap(({ statement }) => [
        ...negation(statement),
        ...(isFork ? [...feature(statement), ...gluedBrace(statement)] : []),
      ]),
    );
  },
};

interface Context {
  readonly flavour?: Flavour;
  readonly table: KeywordTable;
  readonly whose: string;
  readonly instances: ReadonlySet<string>;
}

/** Every statement with the name of the block that it stands in, in the order of the file. */
export function* everyStatement(
  tree: Tree,
): Generator<{ statement: Statement; block: string; parent?: Statement }> {
  const stack: { statement: Statement; block: string; parent?: Statement }[] = [];
  const push = (statements: readonly Statement[], block: string, parent?: Statement) => {
    for (let at = statements.length - 1; at >= 0; at--) {
      const statement = statements[at];
      if (statement !== undefined) stack.push({ statement, block, ...(parent && { parent }) });
    }
  };
  push(tree.statements, 'ROOT');
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    yield entry;
    const { statement } = entry;
    if (statement.block !== undefined) {
      push(statement.block.statements, statement.keyword.text, statement);
    }
  }
}

function checkTree(tree: Tree, context: Context): Finding[] {
  const findings: Finding[] = [];
  // The inside of a block that is unknown or a list is free: nothing can be said about it.
  const free = new Set<Statement>();
  for (const { statement, block, parent } of everyStatement(tree)) {
    if (parent !== undefined && free.has(parent)) {
      free.add(statement);
      continue;
    }
    if (
      statement.definition !== undefined ||
      /^(include[rmwba]?$|~)/.test(statement.keyword.text)
    ) {
      free.add(statement);
      continue;
    }
    const signature = context.table.wordsOf(block)?.get(statement.keyword.text);
    if (signature === undefined) {
      free.add(statement);
      const finding = unknown(statement, block, context);
      if (finding !== undefined) findings.push(finding);
    } else {
      if (isList(signature) || !opensBlock(signature)) free.add(statement);
      findings.push(...argumentFindings(statement, signature));
    }
  }
  return findings;
}

function unknown(statement: Statement, block: string, context: Context): Finding | undefined {
  const { keyword } = statement;
  if (isRetryWord(keyword.text) && block === 'TCP_CHECK') return undefined;
  // Skipped silently by the forks with zones; the rule of local addresses says what that means.
  const skipsGroups = context.flavour !== undefined && hasZones(context.flavour);
  if (skipsGroups && keyword.text === 'laddr_group_name' && block === 'virtual_server') {
    return undefined;
  }
  const inBlock = block === 'ROOT' ? 'at the top level' : `in ${block}`;
  const places = context.table.blocksWith(keyword.text);
  if (block === 'vrrp_sync_group' && context.instances.has(keyword.text)) {
    const message = `the instance ${keyword.text} stands outside of the block group { }`;
    return findingAt(keyword.span, 'E_KEYWORD_MISPLACED', message);
  }
  const nearest = nearestWord(keyword.text, [...(context.table.wordsOf(block)?.keys() ?? [])]);
  if (places.length > 0 && nearest === undefined) {
    const where = places.slice(0, 3).map((place) => (place === 'ROOT' ? 'the top level' : place));
    const message = `${keyword.text} is no keyword ${inBlock}`;
    const hint = `it belongs into ${where.join(' or ')}`;
    return findingAt(keyword.span, 'E_KEYWORD_MISPLACED', message, { hint });
  }
  const message = `${context.whose} has no keyword ${keyword.text} ${inBlock}`;
  if (nearest === undefined) return findingAt(keyword.span, 'E_UNKNOWN_KEYWORD', message);
  // A word that exists elsewhere may be meant as it stands: then a replacement is a guess.
  const isSlip = editDistance(keyword.text, nearest) <= (keyword.text.length < 8 ? 1 : 2);
  const fix: Fix | undefined =
    keyword.isDerived || places.length > 0 || !isSlip
      ? undefined
      : replaceSpan(keyword.span, nearest, `write ${nearest}`);
  return findingAt(keyword.span, 'E_UNKNOWN_KEYWORD', message, {
    hint: `did you mean ${nearest}?`,
    fix,
  });
}

export function isRetryWord(word: string): boolean {
  return word === 'nb_get_retry' || word === 'nb_sock_retry' || word === 'retry';
}

const SWITCH = /^(on|off|true|false|yes|no|0|1|enable|disable)$/i;

function argumentFindings(statement: Statement, signature: Signature): Finding[] {
  const [, first] = statement.words;
  const { keyword } = statement;
  const wrong = (what: string) => [
    findingAt((first ?? keyword).span, 'E_ARGUMENT', `${keyword.text} ${what}`),
  ];
  const lacksBlock = opensBlock(signature) && statement.block === undefined;
  if (lacksBlock) return wrong('opens a block, and none follows');
  if (first?.text.includes('$') === true) return [];
  switch (signature) {
    case 'number':
      return /^-?\d+$/.test(first?.text ?? '') ? [] : wrong('needs a whole number');
    case 'number?':
      return first === undefined || /^\d+$/.test(first.text) ? [] : wrong('needs a whole number');
    case 'decimal':
      return /^\d+(\.\d+)?$/.test(first?.text ?? '') ? [] : wrong('needs a number');
    case 'word':
    case 'words':
    case 'named block':
    case 'named list':
      return first === undefined ? wrong('needs a word behind it') : [];
    case 'switch':
      return first === undefined || SWITCH.test(first.text) ? [] : wrong('is on or off');
    default:
      return [];
  }
}

function negation({ condition }: Statement): Finding[] {
  if (condition?.sign !== '!') return [];
  const { span, id } = condition;
  const message = `@!${id} is no negation: the line is a comment`;
  const fix = replaceSpan(span, `@^${id}`, `write @^${id}`);
  return [findingAt(span, 'E_CONDITION_NEGATION', message, { hint: `write @^${id}`, fix })];
}

function feature(statement: Statement): Finding[] {
  const { condition, definition, keyword } = statement;
  if (condition !== undefined) {
    const message = `keepalived 1.2.2 has no conditions: @${condition.id} is an unknown word`;
    return [findingAt(condition.span, 'E_FEATURE_MISSING', message)];
  }
  if (definition === undefined && !keyword.text.startsWith('~SEQ')) return [];
  const message = `keepalived 1.2.2 does not evaluate ${keyword.text}`;
  return [findingAt(keyword.span, 'E_FEATURE_MISSING', message)];
}

/** 1.2.2 cuts words at white space only: `vrrp_instance VI_1{` opens nothing. */
function gluedBrace({ block, words }: Statement): Finding[] {
  const last = words.at(-1);
  if (block === undefined || last === undefined || last.isDerived) return [];
  if (block.open.file !== last.span.file || block.open.start !== last.span.end) return [];
  const edit = { file: block.open.file, start: block.open.start, end: block.open.start, text: ' ' };
  const fix = { title: 'put a space before the brace', edits: [edit] };
  const message = `the brace is glued to ${last.text}`;
  return [findingAt(block.open, 'E_BRACE_GLUED', message, { fix })];
}
