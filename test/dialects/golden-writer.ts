/**
 * Writes what the commands make of the documents' files (`npm run examples`): lint.txt, mended/,
 * resources/ and rendered/ of every deployment in examples/seeds. golden.test.ts holds them equal.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOf, goldenOf } from './golden/deployment.ts';
import { DEPLOYMENTS } from './golden/deployments.ts';

for (const deployment of DEPLOYMENTS) {
  const folder = folderOf(deployment);
  const { files } = goldenOf(deployment);
  for (const name of ['mended', 'resources', 'rendered']) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  process.stdout.write(`${deployment.folder}: ${files.size} files\n`);
}
