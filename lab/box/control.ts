/**
 * The box's control socket: what may be asked of the supervisor, and the serving end. A connection
 * carries one request and one answer, each a line of JSON; a caller that goes away in between does
 * not undo what it asked for. Access is by the socket's mode (0600) and its folder's (0700).
 */
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { type ErrorCode, FleetError } from '../../schemas/errors.ts';
import type { ProcessSpec, ProcessStatus } from './process-spec.ts';

export type ControlRequest =
  | { readonly op: 'status' | 'release' | 'down' }
  | { readonly op: 'start' | 'stop' | 'restart' | 'kill'; readonly process: string }
  | { readonly op: 'killNode' | 'startNode'; readonly node: string }
  | { readonly op: 'addProcess'; readonly spec: ProcessSpec };

/** `network`: the machines are being plugged in. `failed`: see problem; the box is about to end. */
export type BoxPhase = 'network' | 'starting' | 'ready' | 'failed' | 'stopping';

export interface BoxStatus {
  readonly phase: BoxPhase;
  readonly problem?: WireError;
  readonly startedAt: number;
  /** Machines without power. */
  readonly poweredOff: readonly string[];
  readonly processes: readonly ProcessStatus[];
}

export type ControlResponse =
  | { readonly ok: true; readonly status?: BoxStatus }
  | { readonly ok: false; readonly error: WireError };

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

export function toWireError(error: unknown): WireError {
  if (error instanceof FleetError) {
    return { code: error.code, message: error.message, hint: error.hint };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'E_INTERNAL', message, hint: '' };
}

export function fromWireError({ code, message, hint }: WireError): FleetError {
  return new FleetError(code, message, { hint });
}

/** A process description is some hundred bytes; more is no client of ours. */
export const LINE_MAX_BYTES = 1 << 20;

/** Serves until the process ends; a socket file left by a dead box is replaced. */
export function serveControl(
  path: string,
  handle: (request: ControlRequest) => Promise<ControlResponse>,
): Promise<Server> {
  rmSync(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    readLine(socket, (line) => {
      void answer(line, handle).then((response) => socket.end(`${JSON.stringify(response)}\n`));
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      chmodSync(path, 0o600);
      resolve(server);
    });
  });
}

/** Calls back with the first line, once; a longer one than allowed ends the connection. */
export function readLine(socket: Socket, done: (line: string) => void): void {
  let text = '';
  const onData = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    const end = text.indexOf('\n');
    if (end >= 0) {
      socket.off('data', onData);
      done(text.slice(0, end));
    } else if (text.length > LINE_MAX_BYTES) {
      socket.destroy(new Error('the line is too long'));
    }
  };
  socket.on('data', onData);
}

async function answer(
  line: string,
  handle: (request: ControlRequest) => Promise<ControlResponse>,
): Promise<ControlResponse> {
  try {
    return await handle(JSON.parse(line) as ControlRequest);
  } catch (error) {
    return { ok: false, error: toWireError(error) };
  }
}
