/**
 * One deployment of examples/seeds: the files of a document as they stand there, and what the
 * commands make of them. `lint` is of the files as they are, everything else of the mended ones:
 * what `sluice lint --fix` mends, and the few edits that only somebody who knows can make.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../../../dialects/finding.ts';
import type { Flavour } from '../../../dialects/flavour.ts';
import { type ImportResult, importFiles } from '../../../dialects/import/import-files.ts';
import type { LintFile, LintOptions } from '../../../dialects/lint/bundle.ts';
import { kindOf } from '../../../dialects/lint/file-kind.ts';
import { findingText } from '../../../dialects/lint/finding-text.ts';
import { lintFiles } from '../../../dialects/lint/lint-files.ts';
import { mendFiles } from '../../../dialects/lint/mend-files.ts';
import type { RenderDialect } from '../../../dialects/render/dialect.ts';
import { type RenderedFile, renderFleet } from '../../../dialects/render/render-fleet.ts';
import { indexFleet } from '../../../schemas/validation/fleet-index.ts';
import { parseFiles } from '../../../schemas/validation/parse-files.ts';

export interface Deployment {
  /** Below examples/seeds. */
  readonly folder: string;
  readonly options: LintOptions & { readonly flavour: Flavour };
  /** What no fix can know: a text of a mended file, once in it, and what it becomes. */
  readonly edits?: readonly Edit[];
  /** Folders of source/ that are no directors: linted, and not imported. */
  readonly servers?: readonly string[];
  readonly dialects: readonly RenderDialect[];
}

export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface Golden {
  readonly findings: readonly Finding[];
  readonly mended: readonly LintFile[];
  readonly imported: ImportResult;
  readonly rendered: readonly (RenderedFile & { readonly dialect: RenderDialect })[];
  /** Path in the deployment's folder to text: all that the generator writes. */
  readonly files: ReadonlyMap<string, string>;
}

const SEEDS = fileURLToPath(new URL('../../../examples/seeds/', import.meta.url));
/** Where people log in is in none of the documents: addresses that are nobody's (RFC 5737). */
const MANAGEMENT = new Map([
  ['lb1', '192.0.2.11'],
  ['lb2', '192.0.2.12'],
]);

export const folderOf = ({ folder }: Pick<Deployment, 'folder'>) => join(SEEDS, folder);

/** All files below a folder, by path, in the order of paths. */
export function filesBelow(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

export function goldenOf(deployment: Deployment): Golden {
  const { options } = deployment;
  const sources = readSources(folderOf(deployment));
  const lint = (files: readonly LintFile[]) => lintFiles(files, options);
  const findings = lint(sources);
  const mended = edited(mendFiles(sources, lint), deployment.edits ?? []);
  const directors = mended.filter(({ node }) => !deployment.servers?.includes(node ?? ''));
  const cluster = deployment.folder.replace('/', '-');
  const imported = importFiles(directors, { ...options, cluster, management: MANAGEMENT });
  const rendered = deployment.dialects.flatMap((dialect) => render(imported, dialect, options));
  const files = new Map([
    ['lint.txt', findingText(findings)],
    ...mended.map(({ file, text }) => [`mended/${file}`, text] as const),
    ...imported.files.map(({ name, text }) => [`resources/${name}`, text] as const),
    ...rendered.map(({ dialect, name, text }) => [`rendered/${dialect}/${name}`, text] as const),
  ]);
  return { findings, mended, imported, rendered, files };
}

/** `source/lb1/keepalived.conf` is a file of lb1; `source/setup.sh` of the only director. */
function readSources(folder: string): LintFile[] {
  return [...filesBelow(join(folder, 'source'))].map(([file, text]) => {
    const [node] = file.split('/').slice(0, -1);
    const kind = kindOf(file, text);
    return { file, text, kind, ...(node === undefined ? {} : { node }) };
  });
}

function edited(files: readonly LintFile[], edits: readonly Edit[]): LintFile[] {
  for (const { file } of edits) {
    if (!files.some((one) => one.file === file)) throw new Error(`there is no ${file} to edit`);
  }
  return files.map((one) => {
    const text = edits
      .filter(({ file }) => file === one.file)
      .reduce((current, { from, to }) => {
        const parts = current.split(from);
        if (parts.length !== 2) throw new Error(`${one.file} has not once: ${from}`);
        return parts.join(to);
      }, one.text);
    return { ...one, text };
  });
}

function render(imported: ImportResult, dialect: RenderDialect, { flavour }: { flavour: Flavour }) {
  const { resources, broken } = parseFiles(imported.files);
  const fleet = indexFleet(resources, broken);
  const isCommands = dialect === 'ipvsadm';
  const files = renderFleet(fleet, fleet.all('Node'), {
    dialect,
    ...(isCommands ? { flavour } : {}),
  });
  if ('fault' in files) throw new Error(`${dialect}: ${files.fault}`);
  return files.map((file) => ({ ...file, dialect }));
}
