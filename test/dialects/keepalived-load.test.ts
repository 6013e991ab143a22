/** The configuration as the daemon sees it: includes, parameters, sequences, conditions. */
import { describe, expect, it } from 'vitest';
import {
  braceAlternatives,
  globTest,
  memoryFileReader,
  resolvePath,
} from '../../dialects/keepalived/file-reader.ts';
import { type LoadOptions, loadTree } from '../../dialects/keepalived/load-tree.ts';
import { printTree } from '../../dialects/keepalived/print-tree.ts';

const load = (files: Record<string, string>, options: LoadOptions = {}) => {
  const [file = ''] = Object.keys(files);
  return loadTree(file, memoryFileReader(files), options);
};
const printed = (text: string, options?: LoadOptions) =>
  printTree(load({ 'k.conf': text }, options).tree);
const use = (name: string) => `$\u007b${name}}`;

describe('includes', () => {
  it('are put in their place, by patterns relative to the file that names them', () => {
    const { tree, files, findings } = load({
      '/etc/keepalived/keepalived.conf': 'a\ninclude conf.d/*.conf # all\nb\n',
      '/etc/keepalived/conf.d/1.conf': 'one\ninclude ../x/{p,q}\n',
      '/etc/keepalived/conf.d/2.conf': 'two',
      '/etc/keepalived/x/p': 'p',
      '/etc/keepalived/x/q': 'q',
      '/etc/keepalived/conf.d/not.txt': 'never',
    });
    expect(printTree(tree)).toBe('a\none\np\nq\ntwo\nb\n');
    expect(findings).toEqual([]);
    expect(files).toHaveLength(5);
    expect(tree.statements[2]?.span).toMatchObject({ file: '/etc/keepalived/x/p', line: 1 });
  });

  it('that name nothing, or themselves, are findings and not the end', () => {
    const { findings, tree } = load({
      'a.conf': 'x\ninclude b.conf\ninclude gone.conf\n',
      'b.conf': 'include a.conf\ny\n',
    });
    expect(findings.map(({ code, file, line }) => `${file}:${line} ${code}`)).toEqual([
      'b.conf:1 E_INCLUDE_DEPTH',
      'a.conf:3 W_INCLUDE_NOTHING',
    ]);
    expect(printTree(tree)).toBe('x\ny\n');
  });

  it('are bounded in depth', () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`${at}.conf`, `w${at}\ninclude ${at + 1}.conf\n`]),
    );
    const { findings, files: read } = load({ '0.conf': '', ...files });
    expect(findings.map(({ code }) => code)).toEqual(['E_INCLUDE_DEPTH']);
    expect(read).toHaveLength(16);
  });

  it('take patterns as glob does', () => {
    expect(globTest('a/*.conf')('a/b.conf')).toBe(true);
    expect(globTest('a/*.conf')('a/b/c.conf')).toBe(false);
    expect(globTest('?[a-c][!x]')('zby')).toBe(true);
    expect(globTest('?[a-c][!x]')('zbx')).toBe(false);
    expect(globTest('*a*b*c*')('xxaxxbxx')).toBe(false);
    expect(braceAlternatives('{a,b{1,2}}.x').sort()).toEqual(['a.x', 'b1.x', 'b2.x']);
    expect(resolvePath('../x/./y', '/e/k/k.conf')).toBe('/e/x/y');
  });

  it('by a pattern of many stars take no more than pattern times path', () => {
    const pattern = `${'*a'.repeat(2_000)}b`;
    expect(globTest(pattern)('a'.repeat(4_000))).toBe(false);
  });
});

describe('parameters', () => {
  it('are replaced where they are used, with the value of that moment', () => {
    const text = `$BASE=10.2.${use('SUB')}\n$SUB=0\nx ${use('BASE')}.100/32\n$SUB=10\nx ${use('BASE')}.100/32\nx $SUB y ${use('NO')}\n`;
    expect(printed(text)).toBe(`x 10.2.0.100/32\nx 10.2.10.100/32\nx 10 y ${use('NO')}\n`);
  });

  it('of several lines stand for those lines', () => {
    const text = `$I= \\\nvrrp_instance V${use('N')} { \\\n  @a priority 1 \\\n  @^a priority 2 \\\n}\n$N=1\n$I\n$N=2\n$I\n`;
    expect(printed(text, { configId: 'a' })).toBe(
      'vrrp_instance V1 {\n    priority 1\n}\n\nvrrp_instance V2 {\n    priority 1\n}\n',
    );
  });

  it('give words whose place is the use, not to be edited', () => {
    const { tree } = load({ 'k.conf': '$P=100\n  priority $P high\n' });
    const [keyword, value, last] = tree.statements[0]?.words ?? [];
    expect(keyword).toMatchObject({ isDerived: false, span: { line: 2, column: 3 } });
    expect(value).toMatchObject({ text: '100', isDerived: true, span: { line: 2, column: 12 } });
    expect(last).toMatchObject({ text: 'high', isDerived: false, span: { line: 2, column: 15 } });
  });

  it('that contain themselves, or double without end, are findings and cost no memory', () => {
    const loop = load({ 'k.conf': `$A=x${use('A')}\ny $A\n` });
    expect(loop.findings.map(({ code }) => code)).toEqual(['E_PARAMETER']);
    const doubling = Array.from({ length: 40 }, (_, at) => {
      const value = `${use(`P${at}`)}${use(`P${at}`)}`;
      return `$P${at + 1}=${value}`;
    });
    const bomb = load({ 'k.conf': `$P0=x\n${doubling.join('\n')}\nuse $P40\n` });
    expect(bomb.findings.map(({ code }) => code)).toEqual(['E_PARAMETER']);
    const lines = load({ 'k.conf': '$A= \\\nx \\\n$A \\\n$A\n$A\n' });
    expect(lines.findings.map(({ code }) => code)).toContain('E_PARAMETER');
  });
});

describe('sequences', () => {
  it('repeat the rest of their line, in decimal and hexadecimal, up and down, one in another', () => {
    expect(printed(`~SEQ(N, 0, 2) ip 10.0.${use('N')}.1\n`)).toBe(
      'ip 10.0.0.1\nip 10.0.1.1\nip 10.0.2.1\n',
    );
    expect(printed(`~SEQx(N, 0x90, 0x10, 0xa0) ip fe80::${use('N')}\n`)).toBe(
      'ip fe80::90\nip fe80::a0\n',
    );
    expect(printed('~SEQ(N, 3, -1, 1) a $N\n')).toBe('a 3\na 2\na 1\n');
    expect(printed('~SEQ(N, 2) a $N\n')).toBe('a 1\na 2\n');
    expect(printed(`~SEQ(A, 1, 2) ~SEQ(B, 5, 6) x ${use('A')}.${use('B')}\n`)).toBe(
      'x 1.5\nx 1.6\nx 2.5\nx 2.6\n',
    );
  });

  it('that cannot be counted are findings', () => {
    for (const text of [
      '~SEQ(N, 1, 0, 5) a',
      '~SEQ(, 1, 2) a',
      '~SEQ(N, 1, 99999999) a',
      '~SEQ(N) a',
    ]) {
      expect(load({ k: text }).findings.map(({ code }) => code)).toEqual(['E_SEQUENCE']);
    }
  });

  it('are bounded together', () => {
    const text = '~SEQ(A, 1, 60000) ~SEQ(B, 1, 60000) ~SEQ(C, 1, 60000) x';
    const { findings } = load({ k: text });
    expect(findings.map(({ code }) => code)).toEqual(['E_PARAMETER']);
  }, 60_000);
});

describe('conditions', () => {
  const text = '@main a\n@^main b\n@other c\nd\n@!main e\n';

  it('are decided for the configuration id', () => {
    expect(printed(text, { configId: 'main' })).toBe('a\nd\n');
    expect(printed(text, { configId: 'other' })).toBe('b\nc\nd\n');
  });

  it('stay with their statements when the id is not known', () => {
    expect(printed(text)).toBe(text);
  });
});
