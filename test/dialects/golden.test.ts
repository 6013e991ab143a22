/**
 * examples/seeds: the deployments of the five documents, as the commands read, lint, import and
 * render them. What is committed is what the commands give now (`npm run examples` writes it).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ImportResult, importFiles } from '../../dialects/import/import-files.ts';
import { kindOf } from '../../dialects/lint/file-kind.ts';
import { lintFiles } from '../../dialects/lint/lint-files.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import { filesBelow, folderOf, goldenOf } from './golden/deployment.ts';
import { DEPLOYMENTS } from './golden/deployments.ts';
import { KNOWN_ERRORS } from './golden/known-errors.ts';

const errors = <T extends { readonly severity: string }>(found: readonly T[]) =>
  found.filter(({ severity }) => severity === 'error');

/** All for which `sluice import` ends with 1; none when it ends with 0. */
function whatIsWrong({ rows, notices, findings }: ImportResult): string[] {
  const refused = rows.some(({ outcome }) => outcome === 'refused') ? ['refused'] : [];
  const codes = [...errors(notices), ...errors(findings)].map(({ code }) => code);
  return [...new Set([...codes, ...refused])].sort();
}

describe.each(DEPLOYMENTS)('examples/seeds/$folder', (deployment) => {
  const golden = goldenOf(deployment);
  const folder = folderOf(deployment);

  it('holds what the commands give now (npm run examples writes it anew)', () => {
    const kept = [...filesBelow(folder)].filter(
      ([path]) => !path.startsWith('source/') && path !== 'README.md',
    );
    expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(golden.files));
    expect(existsSync(join(folder, 'README.md'))).toBe(true);
  });

  it('is linted with the known errors of its document', () => {
    const found = golden.findings.map(({ file, line, code }) => `${file}:${line} ${code}`);
    const known = KNOWN_ERRORS.filter((one) => one.folder === deployment.folder);
    for (const one of known) expect(found, one.row).toEqual(expect.arrayContaining([...one.found]));
    // And with no error that is not known.
    const all = new Set(known.flatMap((one) => one.found));
    expect(found.filter((text) => / E_/.test(text) && !all.has(text))).toEqual([]);
  });

  it('is mended to files without an error, and without a fix that is left', () => {
    const left = lintFiles(golden.mended, deployment.options);
    expect(errors(left)).toEqual([]);
    expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });

  it('is imported whole once it is mended, to resources that validate', () => {
    expect(whatIsWrong(golden.imported)).toEqual([]);
    expect(golden.imported.totals.mapped).toBeGreaterThan(0);
    expect(errors(validateFiles(golden.imported.files).problems)).toEqual([]);
  });

  it('is rendered without a refusal, to files that are linted without an error', () => {
    for (const { dialect, name, text, refusals } of golden.rendered) {
      expect(refusals, dialect).toEqual([]);
      const kind = kindOf(name, text);
      const flavour = /^(ipvsadm|dpip|keepalived)/.test(dialect)
        ? deployment.options.flavour
        : dialect;
      const findings = lintFiles([{ file: name, text, kind }], { flavour: flavour as never });
      expect(errors(findings), `${dialect} ${name}`).toEqual([]);
    }
  });
});

describe('files that only sluice lint --fix has mended', () => {
  // What a person still has to mend. The others are imported with 0, these with 1.
  const leftToMend: Readonly<Record<string, readonly string[]>> = {
    'lvs-snat/on-dsnat': ['E_ARTIFACT_NAMES'],
    'dpvs/keepalived-pair': ['E_LIP_ON_TWO_NODES'],
    'dsnat/keepalived': [
      'E_ADDRESS_ON_TWO_NODES',
      'E_ADDRESS_STATIC_AND_FLOATING',
      'E_ZONE_LIP_UNCARRIED',
    ],
  };

  it.each(DEPLOYMENTS)('of $folder have no fix left, and are imported as far as right', (one) => {
    const { mended, imported } = goldenOf({ ...one, edits: [] });
    const left = lintFiles(mended, one.options);
    expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
    const known = leftToMend[one.folder];
    if (known === undefined) expect(whatIsWrong(imported)).toEqual([]);
    else expect(whatIsWrong(imported)).toEqual(expect.arrayContaining([...known]));
    expect(errors(validateFiles(imported.files).problems)).toEqual([]);
  });

  it('are imported in part when they were not mended at all, and are still valid', () => {
    const folder = folderOf({ folder: 'lvs-snat/on-dsnat' });
    const text = readFileSync(join(folder, 'source/setup.sh'), 'utf8');
    const options = { flavour: 'lvs-snat-v1' } as const;
    const imported = importFiles([{ file: 'setup.sh', text, kind: 'script' }], options);
    expect(whatIsWrong(imported)).toContain('refused');
    expect(errors(validateFiles(imported.files).problems)).toEqual([]);
  });
});
