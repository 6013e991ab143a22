/**
 * Asking a box's supervisor for something, from outside the box: a unix socket with a path is
 * reachable across network namespaces.
 */
import { connect } from 'node:net';
import { FleetError } from '../../schemas/errors.ts';
import {
  type BoxStatus,
  type ControlRequest,
  type ControlResponse,
  fromWireError,
  readLine,
} from './control.ts';
import type { ProcessSpec } from './process-spec.ts';

/** Longer than the longest thing that the supervisor waits for itself (a server's start). */
const ANSWER_TIMEOUT_MS = 90_000;
/** The status is at hand; a supervisor that does not give it is stuck. */
const STATUS_TIMEOUT_MS = 10_000;

export class BoxClient {
  readonly #socketPath: string;

  constructor(socketPath: string) {
    this.#socketPath = socketPath;
  }

  async status(): Promise<BoxStatus> {
    const { status } = await this.#ask({ op: 'status' }, STATUS_TIMEOUT_MS);
    if (status === undefined)
      throw new FleetError('E_INTERNAL', 'the box answers without a status');
    return status;
  }

  /** From now on the box outlives the holder of its lifeline. */
  async release(): Promise<void> {
    await this.#ask({ op: 'release' });
  }

  /** Begins to stop everything in order; the box is gone some time after. */
  async down(): Promise<void> {
    await this.#ask({ op: 'down' });
  }

  async process(op: 'start' | 'stop' | 'restart' | 'kill', process: string): Promise<void> {
    await this.#ask({ op, process });
  }

  async node(op: 'killNode' | 'startNode', node: string): Promise<void> {
    await this.#ask({ op, node });
  }

  async addProcess(spec: ProcessSpec): Promise<void> {
    await this.#ask({ op: 'addProcess', spec });
  }

  async #ask(request: ControlRequest, timeoutMs = ANSWER_TIMEOUT_MS) {
    const response = await this.#exchange(request, timeoutMs);
    if (!response.ok) throw fromWireError(response.error);
    return response;
  }

  #exchange(request: ControlRequest, timeoutMs: number): Promise<ControlResponse> {
    return new Promise((resolve, reject) => {
      const away = (cause: unknown) =>
        reject(
          new FleetError('E_LAB', `the lab's supervisor does not answer (${request.op})`, {
            cause,
            hint: 'see "sluice lab status"',
            retryable: true,
          }),
        );
      const socket = connect(this.#socketPath);
      socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`silent for ${timeoutMs} ms`)));
      socket.once('error', away);
      socket.once('close', () => away(new Error('it closed the connection')));
      readLine(socket, (line) => {
        resolve(JSON.parse(line) as ControlResponse);
        socket.end();
      });
      socket.write(`${JSON.stringify(request)}\n`);
    });
  }
}
