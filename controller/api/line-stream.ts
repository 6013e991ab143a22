/**
 * An answer that is streamed as one JSON object a line, for as long as the client reads. A fault
 * after the first byte goes as the last line: its `code` tells it apart.
 */
import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import { apiErrorOf } from './errors.ts';

/** `signal` aborts when the client has gone away. */
export async function streamLines(
  reply: FastifyReply,
  lines: (signal: AbortSignal) => AsyncIterable<unknown>,
): Promise<FastifyReply> {
  const { raw } = reply.hijack();
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  raw.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  raw.flushHeaders();
  try {
    for await (const line of lines(gone.signal)) {
      const room = raw.write(`${JSON.stringify(line)}\n`);
      if (!room) await once(raw, 'drain', { signal: gone.signal });
    }
  } catch (error) {
    if (!gone.signal.aborted) raw.write(`${JSON.stringify(apiErrorOf(error).body)}\n`);
  }
  raw.end();
  return reply;
}
