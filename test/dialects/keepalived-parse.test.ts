/** Reading keepalived.conf: grammar, places, comments, and files that are broken. */
import { describe, expect, it } from 'vitest';
import { parseTree } from '../../dialects/keepalived/parse-tree.ts';
import { childrenOf, type Statement } from '../../dialects/keepalived/tree.ts';
import { fixture } from './kit.ts';

const parse = (text: string) => parseTree({ file: 'k.conf', text });
const first = (text: string): Statement => {
  const [statement] = parse(text).tree.statements;
  if (statement === undefined) throw new Error('no statement');
  return statement;
};
const texts = (statement: Statement) => statement.words.map(({ text }) => text);
const codes = (text: string) =>
  parse(text).findings.map(({ code, line, column }) => `${line}:${column} ${code}`);

describe('a keepalived.conf', () => {
  it('is a tree of statements with the place of every word', () => {
    const group = parse(fixture('002-nat-keepalived/keepalived.conf')).tree.statements[1];
    const alert = group && childrenOf(group)[1];
    expect(alert?.keyword.text).toBe('smtp_alter');
    expect(alert?.keyword.span).toMatchObject({ file: 'k.conf', line: 15, column: 5 });
    expect(alert?.trailing?.text).toBe('tell about a change of master');
  });

  it('may have braces glued to words, on the next line, or all on one line', () => {
    for (const text of ['a x{\nb\n}', 'a x\n{\nb\n}\n', 'a x { b }', 'a x{b}', 'a x\n\n{ b\n}']) {
      const statement = first(text);
      expect(texts(statement)).toEqual(['a', 'x']);
      expect(childrenOf(statement).map(texts)).toEqual([['b']]);
      expect(codes(text)).toEqual([]);
    }
  });

  it('has comments by ! and #, anywhere but in quotes, and keeps each at its statement', () => {
    const text =
      '! file\n# instance\nvrrp_instance V { # open\n  script "a # b ! c" # own\n  # end\n} ! close\n# last';
    const statement = first(text);
    expect(statement.leading.map((c) => [c.mark, c.text])).toEqual([
      ['!', 'file'],
      ['#', 'instance'],
    ]);
    expect(statement.trailing?.text).toBe('open');
    const [script] = childrenOf(statement);
    expect(script && texts(script)).toEqual(['script', 'a # b ! c']);
    expect(script?.trailing?.text).toBe('own');
    expect(statement.block?.dangling.map((c) => c.text)).toEqual(['end']);
    expect(statement.block?.closing?.text).toBe('close');
    expect(parse(text).tree.dangling.map((c) => c.text)).toEqual(['last']);
    expect(texts(first('lb_algo rr#glued'))).toEqual(['lb_algo', 'rr']);
    expect(texts(first('path a\\#b'))).toEqual(['path', 'a#b']);
  });

  it('may have conditions on statements', () => {
    const { condition, keyword } = first('@^main router_id x');
    expect(keyword.text).toBe('router_id');
    expect(condition).toMatchObject({ id: 'main', sign: '^' });
    expect(first('@main a').condition).toMatchObject({ id: 'main', sign: '' });
    expect(first('@!main a').condition).toMatchObject({ id: 'main', sign: '!' });
    expect(codes('@main')).toEqual(['1:1 E_CONDITION_EMPTY']);
  });

  it('may have CR LF, tabs, no last line end, words beyond ASCII and no-break spaces', () => {
    const { tree, findings } = parse('a\tb \u00a0c\r\n# \u4e3b\u5907\u2014x\r\nd \u2013e');
    expect(tree.statements.map(texts)).toEqual([
      ['a', 'b', 'c'],
      ['d', '\u2013e'],
    ]);
    expect(tree.statements[1]?.leading[0]?.text).toBe('\u4e3b\u5907\u2014x');
    expect(findings.map(({ code, column }) => [code, column])).toEqual([['W_ODD_SPACE', 5]]);
  });

  it('loses columns of line numbers, which are reported with a fix, and no other number', () => {
    const { tree, findings } = parse('1\n2\n3\na {\n1\n2\n}\n7\n');
    expect(tree.statements.map(texts)).toEqual([['a'], ['7']]);
    expect(findings.map(({ code, line }) => [code, line])).toEqual([['W_LINE_NUMBERS', 1]]);
    expect(findings[0]?.fix?.edits).toEqual([{ file: 'k.conf', start: 0, end: 6, text: '' }]);
  });

  it('is read as far as it goes when braces and quotes are missing', () => {
    expect(codes('a {\nb {\n')).toEqual(['2:1 E_BLOCK_OPEN', '1:1 E_BLOCK_OPEN']);
    expect(codes('a\n}\nb')).toEqual(['2:1 E_BLOCK_CLOSE']);
    expect(codes('{ a }')).toEqual(['1:1 E_BLOCK_NAMELESS']);
    expect(codes('a "b c')).toEqual(['1:3 E_QUOTE_OPEN']);
    expect(parse('{ a }').tree.statements.map(texts)).toEqual([['a']]);
    expect(parse('a {\nb c\n').tree.statements.flatMap(childrenOf).map(texts)).toEqual([
      ['b', 'c'],
    ]);
  });

  it('does not exhaust the stack by blocks in blocks', () => {
    const text = `${'a {\n'.repeat(50_000)}`;
    const { findings } = parse(text);
    expect(findings.filter(({ code }) => code === 'E_BLOCK_DEPTH')).toHaveLength(1);
  });
});
