/** Fixes: made whole or not at all, and a text whose fixes were made has none of them left. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fix } from '../../dialects/finding.ts';
import { applyFixes } from '../../dialects/lint/apply-fixes.ts';
import type { LintFile, LintOptions } from '../../dialects/lint/bundle.ts';
import { lintFiles } from '../../dialects/lint/lint-files.ts';
import { mendFiles } from '../../dialects/lint/mend-files.ts';
import { fixtureFile } from './kit.ts';
import { EXAMPLES } from './lint-examples.ts';

const mend = (files: readonly LintFile[], options: LintOptions) =>
  mendFiles(files, (given) => lintFiles(given, options));

describe('mended', () => {
  const cases: [string, readonly LintFile[], LintOptions][] = Object.entries(EXAMPLES)
    .filter(([, { files, options }]) => lintFiles(files, options).some(({ fix }) => fix))
    .map(([code, { files, options }]) => [code, files, options ?? {}]);
  for (const [path, flavour] of [
    ['001-lvs-snat/snat.sh', 'lvs-snat-v1'],
    ['001-lvs-snat/glued.sh', 'lvs-snat-v1'],
    ['001-lvs-snat/build.sh', 'stock'],
    ['002-nat-keepalived/keepalived.conf', 'stock'],
    ['003-dpvs/simple.sh', 'dpvs'],
    ['003-dpvs/keepalived.conf', 'dpvs'],
    ['004-dsnat/keepalived.conf', 'dsnat'],
    ['004-dsnat/rules.sh', 'dsnat'],
    ['004-dsnat/gateway.sh', 'dsnat'],
  ] as const) {
    cases.push([path, [fixtureFile(path)], { flavour }]);
  }
  for (const [name, files, options] of cases) {
    it(`${name} has no finding with a fix, and no new error`, () => {
      const before = new Set(lintFiles(files, options).map(({ code }) => code));
      const fixable = new Set(
        lintFiles(files, options).flatMap(({ code, fix }) => (fix === undefined ? [] : [code])),
      );
      const after = lintFiles(mend(files, options), options);
      expect(after.filter(({ fix }) => fix !== undefined)).toEqual([]);
      expect(after.filter(({ code }) => fixable.has(code))).toEqual([]);
      const fresh = after.filter(({ code }) => code.startsWith('E_') && !before.has(code));
      expect(fresh).toEqual([]);
    });
  }
});

it('the mended configuration of the NAT document checks by HTTP and mails its changes', () => {
  const [mended] = mend([fixtureFile('002-nat-keepalived/keepalived.conf')], { flavour: 'stock' });
  expect(mended?.text).toContain('    smtp_alert              # tell');
  expect(mended?.text).toContain(
    '            HTTP_GET {\n                url {\n                    path /\n                    status_code 200\n                }\n                connect_port 80\n                connect_timeout 10\n                delay_before_retry 3\n                retry 3\n            }\n',
  );
});

it('the mended commands of the lvs-snat document fill the zone that was made', () => {
  const [mended] = mend([fixtureFile('001-lvs-snat/snat.sh')], {});
  expect(mended?.text.split('\n').slice(1, 3)).toEqual([
    'ipvsadm -A -t 0.0.0.0:0 -s rr',
    'ipvsadm -A -u 0.0.0.0:0 -s rr',
  ]);
  expect(mended?.text).toContain('ipvsadm -U --zone 192.168.0.0/16 -z 121.14.161.100');
});

describe('making fixes', () => {
  const edit = (start: number, end: number, text: string): Fix => ({
    title: '',
    edits: [{ file: 'f', start, end, text }],
  });

  it('leaves what overlaps for the next round, whole', () => {
    const two: Fix = { title: '', edits: [...edit(1, 2, 'x').edits, ...edit(5, 6, 'y').edits] };
    const { text, applied, left } = applyFixes('abcdefgh', [edit(4, 7, '-'), two], 'f');
    expect(text).toBe('abcd-h');
    expect([applied, left]).toEqual([1, [two]]);
  });

  it('passes by edits of other files and outside of the text', () => {
    expect(applyFixes('abc', [edit(2, 9, 'x')], 'f').text).toBe('abc');
    expect(applyFixes('abc', [edit(0, 1, 'x')], 'g').text).toBe('abc');
  });

  it('is the same as making them one by one from the end, whatever they are', () => {
    const fix = fc
      .tuple(fc.nat(40), fc.nat(6), fc.string({ maxLength: 4 }))
      .map(([start, length, text]) => edit(start, start + length, text));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(fix), (text, fixes) => {
        const result = applyFixes(text, fixes, 'f');
        const made = fixes
          .filter((one) => !result.left.includes(one))
          .flatMap(({ edits }) => edits);
        const backwards = [...made].sort((a, b) => b.start - a.start || b.end - a.end);
        const expected = backwards.reduce(
          (current, { start, end, text: put }) =>
            current.slice(0, start) + put + current.slice(end),
          text,
        );
        expect(result.text).toBe(expected);
        expect(result.applied + result.left.length).toBe(fixes.length);
      }),
    );
  });
});
