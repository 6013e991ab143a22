/**
 * A tree as text: four spaces for each level, blocks of the top level apart. Law: parsing the
 * text gives the same tree but for the places.
 */
import type { Comment, Word } from '../text/span.ts';
import { commentStart } from './tokens.ts';
import type { Block, Statement, Tree } from './tree.ts';

const INDENT = '    ';

export function printTree(tree: Pick<Tree, 'statements' | 'dangling'>): string {
  const lines: string[] = [];
  for (const statement of tree.statements) {
    const before = lines.length;
    printStatement(statement, '', lines);
    if (before > 0 && statement.block !== undefined) lines.splice(before, 0, '');
  }
  for (const comment of tree.dangling) lines.push(printComment(comment));
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function printStatement(statement: Statement, indent: string, lines: string[]): void {
  for (const comment of statement.leading) lines.push(`${indent}${printComment(comment)}`);
  const head = [
    ...(statement.condition === undefined ? [] : [printCondition(statement)]),
    ...(statement.isInit ? ['<init>'] : []),
    ...printWords(statement),
    ...(statement.block === undefined ? [] : ['{']),
    ...(statement.trailing === undefined ? [] : [printComment(statement.trailing)]),
  ];
  lines.push(`${indent}${head.join(' ')}`);
  if (statement.block !== undefined) printBlock(statement.block, indent, lines);
}

function printWords({ keyword, words, definition, block }: Statement): string[] {
  if (definition !== undefined) {
    // On lines of its own a comment mark is part of the value; on the line of the name it is not.
    const head = `${keyword.text}=`;
    const end = head.length + definition.length;
    const isLong = definition.includes('\n') || commentStart(head + definition) < end;
    const value = isLong ? ` \\\n${definition.replaceAll('\n', ' \\\n')}` : definition;
    return [`${head}${value}`];
  }
  if (/^include[rmwba]?$/.test(keyword.text)) {
    const path = words[1]?.text ?? '';
    const isPath =
      block === undefined && words.length === 2 && /^[^\s"'!#\\][^"!#\\\n]*(?<!\s)$/.test(path);
    if (isPath) return [keyword.text, path];
    // The word at a place where it includes nothing: quoted, it is read as a word again.
    return words.map((word, at) => printWord(at === 0 ? { ...word, isQuoted: true } : word));
  }
  return words.map((word, at) => printWord(word, at === 0));
}

function printBlock(block: Block, indent: string, lines: string[]): void {
  const inner = `${indent}${INDENT}`;
  for (const statement of block.statements) printStatement(statement, inner, lines);
  for (const comment of block.dangling) lines.push(`${inner}${printComment(comment)}`);
  const closing = block.closing === undefined ? '' : ` ${printComment(block.closing)}`;
  lines.push(`${indent}}${closing}`);
}

function printCondition({ condition }: Statement): string {
  return condition === undefined ? '' : `@${condition.sign}${condition.id}`;
}

function printComment({ mark, text }: Comment): string {
  return text === '' ? mark : `${mark} ${text}`;
}

/** Words that a reader would cut, take for a comment or for something else are quoted. */
export function printWord({ text, isQuoted }: Pick<Word, 'text' | 'isQuoted'>, isFirst = false) {
  const isPlain =
    /^[^\s\u200b{}!#"'\\]+$/u.test(text.replace(/\$\{\w+\}/g, 'p')) &&
    !(isFirst && /^(@|\$\w+=)/.test(text)) &&
    !/^[~<]/.test(text);
  if (isPlain && !isQuoted) return text;
  if (!isQuoted && /^~(?:SEQx?|LSTx?)\([^)]*\)$/.test(text)) return text;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
