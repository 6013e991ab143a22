/**
 * Generates schemas/gen from sluice.proto with protobufjs-cli. The result is committed; a test
 * generates it again and compares, so the two can never drift apart. `npm run proto` runs this.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const tool = (name: string) => fileURLToPath(import.meta.resolve(`protobufjs-cli/bin/${name}`));

/** Writes `sluice.js` and `sluice.d.ts` into the folder. */
export async function generate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const js = `${folder}/sluice.js`;
  const args = [
    '-t',
    'static-module',
    '-w',
    'es6',
    '--es6',
    '--no-service',
    '--no-delimited',
    '--no-typeurl',
  ];
  await run(process.execPath, [tool('pbjs'), ...args, '-o', js, `${here}sluice.proto`]);
  await run(process.execPath, [tool('pbts'), '-o', `${folder}/sluice.d.ts`, js]);
  for (const file of [js, `${folder}/sluice.d.ts`]) {
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      `// Generated from sluice.proto by "npm run proto"; do not edit.\n${text}`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generate(fileURLToPath(new URL('../gen', import.meta.url)));
}
