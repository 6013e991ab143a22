/**
 * examples/seeds: the deployments of the five documents, as the commands read, lint, import and
 * render them. What is committed is what the commands give now (`npm run examples` writes it).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../dialects/import/import-files.ts';
import { kindOf } from '../../dialects/lint/file-kind.ts';
import { lintFiles } from '../../dialects/lint/lint-files.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import { filesBelow, folderOf, goldenOf } from './golden/deployment.ts';
import { DEPLOYMENTS } from './golden/deployments.ts';
import { KNOWN_ERRORS } from './golden/known-errors.ts';

const errors = <T extends { readonly severity: string }>(found: readonly T[]) =>
  found.filter(({ severity }) => severity === 'error');

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
    const { rows, notices, files, totals } = golden.imported;
    expect(rows.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect(errors(notices)).toEqual([]);
    expect(totals.mapped).toBeGreaterThan(0);
    expect(errors(validateFiles(files).problems)).toEqual([]);
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
  // What a person still has to mend: these are imported in part, and sluice import ends with 1.
  const inPart = new Set(['dpvs/keepalived-pair', 'dsnat/keepalived']);

  it.each(DEPLOYMENTS)(
    'of $folder have no fix left, and import as far as they are right',
    (one) => {
      const { mended, imported } = goldenOf({ ...one, edits: [] });
      const left = lintFiles(mended, one.options);
      expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
      const refused = imported.rows.filter(({ outcome }) => outcome === 'refused');
      const isPart = refused.length > 0 || errors(imported.notices).length > 0;
      expect(isPart).toBe(inPart.has(one.folder));
      expect(errors(validateFiles(imported.files).problems)).toEqual([]);
    },
  );

  it('are imported in part when they were not mended at all, and are still valid', () => {
    const source = readFileSync(
      join(folderOf({ folder: 'lvs-snat/on-dsnat' }), 'source/setup.sh'),
      'utf8',
    );
    const { rows, files } = importFiles([{ file: 'setup.sh', text: source, kind: 'script' }], {
      flavour: 'lvs-snat-v1',
    });
    expect(rows.filter(({ outcome }) => outcome === 'refused')).toHaveLength(4);
    expect(errors(validateFiles(files).problems)).toEqual([]);
  });
});
