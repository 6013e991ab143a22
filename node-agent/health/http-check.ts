/**
 * An HTTP check: one GET on a connection of its own, redirects not followed, the whole exchange
 * within the timeout. The answer is closed as soon as it is known to be right or wrong.
 */
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { formatEndpoint } from '../../schemas/address.ts';
import {
  type CheckResult,
  type CheckTarget,
  failure,
  inconclusive,
  ofError,
  settleOnce,
  success,
} from './check-result.ts';
import { BODY_BYTES_MAX } from './limits.ts';

type Settle = (result: CheckResult) => void;

export function checkHttp(target: CheckTarget, signal: AbortSignal): Promise<CheckResult> {
  return settleOnce(target, signal, (settle) => {
    let exchange: ReturnType<typeof request>;
    try {
      exchange = request(requestOptions(target));
    } catch (error) {
      // A path or host that no request can carry: the spec's fault, not the real server's.
      settle(inconclusive(`the request cannot be made: ${(error as Error).message}`));
      return () => undefined;
    }
    exchange.once('response', (answer) => judge(answer, target, settle));
    exchange.on('error', (error: NodeJS.ErrnoException) => {
      const isHangUp = error.code === 'ECONNRESET' && error.message === 'socket hang up';
      settle(isHangUp ? CLOSED : ofError(error));
    });
    exchange.once('close', () => settle(CLOSED));
    exchange.end();
    return () => exchange.destroy();
  });
}

const CLOSED = failure('connection closed without an answer');

function requestOptions({ address, port, check, sourceAddress }: CheckTarget): RequestOptions {
  return {
    host: address,
    port,
    path: check.http?.path ?? '/',
    method: 'GET',
    agent: false,
    setHost: false,
    autoSelectFamily: false,
    headers: {
      host: check.http?.host ?? formatEndpoint(address, port),
      'user-agent': 'sluice-health-check',
      accept: '*/*',
      connection: 'close',
    },
    ...(sourceAddress === undefined ? {} : { localAddress: sourceAddress }),
  } as RequestOptions;
}

function judge(answer: IncomingMessage, { check }: CheckTarget, settle: Settle): void {
  const status = `status ${answer.statusCode}`;
  const expected = check.http?.expectStatus ?? [200];
  const text = check.http?.expectBody;
  answer.on('error', (error) => settle(ofError(error)));
  if (!expected.includes(answer.statusCode ?? 0)) settle(failure(status));
  else if (text === undefined) settle(success(status));
  else searchBody(answer, Buffer.from(text), status, settle);
}

function searchBody(answer: IncomingMessage, text: Buffer, status: string, settle: Settle): void {
  const body = Buffer.allocUnsafe(BODY_BYTES_MAX);
  let length = 0;
  const lacks = failure(`${status}, but the body lacks the expected text`);
  answer.on('data', (chunk: Buffer) => {
    // Only what is new can complete the text: from where it might have begun.
    const from = Math.max(0, length - text.length + 1);
    length += chunk.copy(body, length);
    if (body.subarray(from, length).includes(text)) settle(success(status));
    else if (length === BODY_BYTES_MAX) settle(lacks);
  });
  answer.once('end', () => settle(lacks));
  answer.once('close', () => settle(failure('connection closed within the answer')));
}
