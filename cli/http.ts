/**
 * One HTTP exchange with the API, over a unix socket or TCP. Answers are JSON or lines of JSON;
 * refusals become ApiRefusal, a server that cannot be reached E_API_AWAY.
 */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { apiErrorSchema } from '../schemas/api.ts';
import { FleetError } from '../schemas/errors.ts';
import type { ApiAddress } from './api-address.ts';
import { ApiRefusal } from './api-refusal.ts';

export interface Exchange {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** Nothing the API answers takes longer but a stream, which sends its headers at once. */
const ANSWER_TIMEOUT_MS = 30_000;
/** All resources of a fleet of 10,000 services are some 10 MiB. */
const ANSWER_BYTES_MAX = 256 * 1024 * 1024;
/** A controller that restarts is back within about this; more waiting is the caller's choice. */
const RETRY_DELAYS_MS = [200, 800] as const;

/**
 * The one retry rule: an exchange that got no answer is tried again, twice. All of the API may be
 * asked twice: reads change nothing, changes carry an idempotency key, a drain that runs is joined.
 */
export async function exchangeJson(address: ApiAddress, exchange: Exchange): Promise<unknown> {
  for (const waitMs of RETRY_DELAYS_MS) {
    try {
      return await readJson(await send(address, exchange), address);
    } catch (error) {
      if (!isAway(error)) throw error;
      await delay(waitMs, undefined, { signal: exchange.signal });
    }
  }
  return readJson(await send(address, exchange), address);
}

/** The lines of a stream, each parsed. Ends when the server ends it; throws when it breaks. */
export async function* exchangeLines(
  address: ApiAddress,
  exchange: Exchange,
): AsyncGenerator<unknown> {
  const answer = await send(address, exchange);
  if (answer.statusCode !== 200) {
    await readJson(answer, address);
    return;
  }
  try {
    for await (const line of createInterface({ input: answer, crlfDelay: Infinity })) {
      if (line === '') continue;
      const value = parseJson(line, address);
      const refusal = apiErrorSchema.safeParse(value);
      if (refusal.success) throw new ApiRefusal(refusal.data);
      yield value;
    }
  } catch (error) {
    throw error instanceof FleetError ? error : away(address, error);
  } finally {
    answer.destroy();
  }
  // Nothing more will come, though nobody said why: a server that was killed looks like this.
  if (!answer.complete) throw away(address, new Error('the stream broke off'));
}

export const isAway = (error: unknown): boolean =>
  error instanceof FleetError && error.code === 'E_API_AWAY';

function send(address: ApiAddress, exchange: Exchange): Promise<IncomingMessage> {
  const { method, path, body, signal } = exchange;
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    accept: 'application/json',
    ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    ...exchange.headers,
  };
  const where =
    'socketPath' in address
      ? { socketPath: address.socketPath }
      : { host: address.host, port: address.port };
  return new Promise((resolve, reject) => {
    const request = httpRequest({ ...where, method, path, headers, ...(signal && { signal }) });
    const timer = setTimeout(() => {
      request.destroy(new Error(`no answer within ${ANSWER_TIMEOUT_MS / 1000} s`));
    }, ANSWER_TIMEOUT_MS);
    request.once('response', (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    request.once('error', (error) => {
      clearTimeout(timer);
      reject(signal?.aborted ? error : away(address, error));
    });
    request.end(payload);
  });
}

async function readJson(answer: IncomingMessage, address: ApiAddress): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      bytes += (chunk as Buffer).length;
      if (bytes > ANSWER_BYTES_MAX) throw new FleetError('E_TOO_LARGE', 'the answer is too large');
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw error instanceof FleetError ? error : away(address, error);
  }
  const value = parseJson(Buffer.concat(chunks).toString('utf8'), address);
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return value;
  const refusal = apiErrorSchema.safeParse(value);
  if (refusal.success) throw new ApiRefusal(refusal.data);
  throw strange(address, `it answered with status ${status}`);
}

function parseJson(text: string, address: ApiAddress): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw strange(address, 'its answer is not JSON', cause);
  }
}

function strange(address: ApiAddress, what: string, cause?: unknown): FleetError {
  return new FleetError('E_INTERNAL', `${address.text} is no Sluice API: ${what}`, {
    hint: 'does --api or SLUICE_API lead to another server?',
    cause,
  });
}

function away(address: ApiAddress, cause: unknown): FleetError {
  return new FleetError('E_API_AWAY', `the Sluice API at ${address.text} does not answer`, {
    hint: 'is the controller running? --api says where; "sluice lab up" starts a fleet here',
    retryable: true,
    cause,
  });
}
