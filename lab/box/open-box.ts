/**
 * Makes a box from outside: new namespaces, their first process, and in it the supervisor. The
 * first process is a shell because it must reap orphans, which Node does not do; it runs the
 * supervisor and ends when that ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { FleetError } from '../../schemas/errors.ts';
import { boxLog, LIFELINE_FD } from './box-spec.ts';
import { boxEnvironment } from './environment.ts';
import { unshareArgs } from './preflight.ts';
import { childrenOf, identify, type ProcessIdentity } from './process-identity.ts';

export interface OpenedBox {
  readonly unshare: ProcessIdentity;
  readonly first: ProcessIdentity;
  /** Our end: while it is open the box lives (until released). */
  readonly lifeline: Socket;
  /** Resolves when the box has ended. */
  readonly ended: Promise<void>;
}

const SUPERVISOR = fileURLToPath(new URL('supervisor.ts', import.meta.url));
const RUN_AND_WAIT = '"$@" & wait $!';

export async function openBox(
  dir: string,
  isRootless: boolean,
  listener: Server | undefined,
): Promise<OpenedBox> {
  const log = openSync(boxLog(dir), 'a', 0o600);
  let child: ChildProcess;
  try {
    child = spawn(
      'unshare',
      [
        ...unshareArgs(isRootless),
        ...['--', 'sh', '-c', RUN_AND_WAIT, 'sh', process.execPath, SUPERVISOR, dir],
      ],
      {
        // Its own session: it outlives the terminal, and Ctrl-C reaches only the starter.
        detached: true,
        cwd: dir,
        env: boxEnvironment(process.env),
        stdio: [
          'ignore',
          log,
          log,
          'pipe',
          ...(listener === undefined ? [] : [handleOf(listener)]),
        ],
      },
    );
  } finally {
    closeSync(log);
  }
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const lifeline = child.stdio[LIFELINE_FD] as Socket;
  // The box may end first; then there is nothing to hold.
  lifeline.on('error', () => undefined);
  // Neither keeps the holder's event loop alive: holding on is the open descriptor, not the loop.
  child.unref();
  lifeline.unref();
  const unshare = child.pid === undefined ? undefined : identify(child.pid);
  const first = unshare && (await firstProcess(unshare.pid, ended));
  if (unshare === undefined || first === undefined) {
    lifeline.destroy();
    throw new FleetError('E_LAB', 'the box ended at once', { hint: `read ${boxLog(dir)}` });
  }
  return { unshare, first, lifeline, ended };
}

/** unshare makes the namespaces, then forks; a shared machine may take its time. */
const FORK_TIMEOUT_MS = 20_000;
const FORK_POLL_MS = 5;

async function firstProcess(
  unshare: number,
  ended: Promise<void>,
): Promise<ProcessIdentity | undefined> {
  const deadline = performance.now() + FORK_TIMEOUT_MS;
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  while (performance.now() < deadline && !hasEnded) {
    const [pid] = childrenOf(unshare);
    const first = pid === undefined ? undefined : identify(pid);
    if (first !== undefined) return first;
    await delay(FORK_POLL_MS);
  }
  return undefined;
}

/** A listening socket on a loopback address of this side, to be inherited by the box. */
export function listenOutside(listen: string): Promise<Server> {
  const match = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost):(\d{1,5})$/.exec(listen);
  const [, host = '', port = ''] = match ?? [];
  if (match === null || Number(port) > 65_535) {
    throw new FleetError('E_USAGE', `${listen} is no loopback address with a port`, {
      hint: 'write it as 127.0.0.1:8080',
    });
  }
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === 'EADDRINUSE';
      reject(
        new FleetError(isTaken ? 'E_PORT_TAKEN' : 'E_LAB', `cannot listen at ${listen}`, {
          cause,
          hint: isTaken ? 'choose another port; port 0 takes a free one' : '',
        }),
      );
    });
    server.listen({ host: host.replace(/[[\]]/g, ''), port: Number(port), exclusive: true }, () =>
      resolve(server),
    );
  });
}

/** Where it really listens, which port 0 leaves open. */
export function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') return '';
  return `${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
}

/**
 * spawn takes any object with an underlying handle and gives its descriptor to the child; Node's
 * types name only streams.
 */
function handleOf(listener: Server): Socket {
  const { _handle } = listener as unknown as { readonly _handle: Socket };
  return _handle;
}
