/**
 * `npm test`: vitest over all projects, then the closing line as the very last line. Arguments go
 * to vitest (`npm test -- test/lab -t "a name"`); the exit code is vitest's.
 */
import { fileURLToPath } from 'node:url';
import { parseCLI, startVitest } from 'vitest/node';
import { ClosingLine } from './kit/closing-line.ts';

// Paths in arguments and in the configuration are relative to the checkout, wherever we are called.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const closing = new ClosingLine();
// In the exit handler, since vitest may end the process by itself.
process.once('exit', (code) => process.stdout.write(`${closing.line(code)}\n`));

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
// `--reporter` would replace all reporters, ours too.
const { reporter = 'default', ...rest } = options;
const reporters = [reporter].flat();
const vitest = await startVitest(filter, { ...rest, reporters: [...reporters, closing] });
await vitest.exit();
