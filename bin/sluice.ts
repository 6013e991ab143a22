/** The sluice command: the CLI over the API, and the lab commands. Wiring only. */
import { randomUUID } from 'node:crypto';
import { createProgram } from '../cli/program.ts';
import { runProgram } from '../cli/run-program.ts';
import type { CliWorld } from '../cli/session.ts';
import { registerLabCommands } from '../lab/cli.ts';
import { findLabApis } from '../lab/labs.ts';
import { VERSION } from './service-process.ts';

// A reader that has seen enough (head, less) closes the pipe: that is an end, not a fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const interrupted = new AbortController();
let isListening = false;

const world: CliWorld = {
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: Date.now,
  randomId: randomUUID,
  labs: () => findLabApis(process.env),
  interrupt: () => {
    // Only for commands that heed it; the lab's hand Ctrl-C to what they run.
    if (!isListening) process.once('SIGINT', () => interrupted.abort());
    isListening = true;
    return interrupted.signal;
  },
  version: VERSION,
};

const program = createProgram(world);
registerLabCommands(program);
const code = await runProgram(program, process.argv.slice(2), world);
process.exitCode = code;
