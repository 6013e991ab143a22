/**
 * The ports of a worker in a child process, answered by the test that started it: the fleet lives
 * in the test, so the worker can be killed with -9 while the fleet goes on.
 */
import type { ChildProcess } from 'node:child_process';
import { type ErrorCode, FleetError } from '../../schemas/errors.ts';
import type { Ports } from '../../workflows/ports.ts';

type Method = 'acquire' | 'release' | 'setAdminState' | 'survey' | 'drainProgress' | 'moveRefs';

interface Question {
  readonly id: number;
  readonly method: Method;
  readonly args: unknown[];
}

type Answer =
  | { readonly id: number; readonly value: unknown }
  | {
      readonly id: number;
      readonly fault: { code: ErrorCode; message: string; retryable: boolean };
    };

/** In the child: every call becomes a message to the parent. */
export function portsOverIpc(): Ports {
  const waiting = new Map<number, (answer: Answer) => void>();
  let nextId = 1;
  process.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const ask = async <T>(method: Method, ...args: unknown[]): Promise<T> => {
    const id = nextId++;
    const question: Question = { id, method, args };
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      process.send?.(question);
    });
    if (!('fault' in answer)) return answer.value as T;
    const { code, message, retryable } = answer.fault;
    throw new FleetError(code, message, { retryable });
  };
  return {
    locks: {
      acquire: (request) => ask('acquire', request),
      release: (request) => ask('release', request),
    },
    nodeRefs: { setAdminState: (change) => ask('setAdminState', change) },
    fleet: {
      survey: (cluster) => ask('survey', cluster),
      drainProgress: (node, windowMs) => ask('drainProgress', node, windowMs),
    },
    rollouts: { moveRefs: (move) => ask('moveRefs', move) },
  };
}

/** In the parent: answers a child's calls until it is gone. */
export function serveOverIpc(child: ChildProcess, ports: Ports): void {
  const { locks, nodeRefs, fleet, rollouts } = ports;
  const methods: Record<Method, (...args: never[]) => Promise<unknown>> = {
    acquire: locks.acquire,
    release: locks.release,
    setAdminState: nodeRefs.setAdminState,
    survey: fleet.survey,
    drainProgress: fleet.drainProgress,
    moveRefs: rollouts.moveRefs,
  };
  child.on('message', async ({ id, method, args }: Question) => {
    const answer = await methods[method](...(args as never[])).then(
      (value): Answer => ({ id, value: value ?? null }),
      (error: unknown): Answer => {
        if (!(error instanceof FleetError)) throw error;
        const { code, message, retryable } = error;
        return { id, fault: { code, message, retryable } };
      },
    );
    if (child.connected) child.send(answer);
  });
}
