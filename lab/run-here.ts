/**
 * A command in the foreground of this terminal, in place of this process as far as that can be:
 * it has our stdin and stdout, and its exit code becomes ours.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { boxPath } from './box/environment.ts';
import { exitCode } from './open-lab.ts';

/** Sets process.exitCode; resolves when the command has ended. */
export async function runHere([program, ...args]: readonly [string, ...string[]]): Promise<void> {
  const env = { ...process.env, PATH: boxPath(process.env) };
  const child = spawn(program, args, { stdio: 'inherit', env });
  // The terminal sends these to both; others are for us alone and mean the child.
  const leaveToChild = () => undefined;
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', leaveToChild).on('SIGQUIT', leaveToChild);
  process.on('SIGTERM', passOn).on('SIGHUP', passOn);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    process.exitCode = exitCode(code, signal);
  } finally {
    process.off('SIGINT', leaveToChild).off('SIGQUIT', leaveToChild);
    process.off('SIGTERM', passOn).off('SIGHUP', passOn);
  }
}
