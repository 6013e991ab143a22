/**
 * One GET over a TCP connection of its own, as every new client of a load balancer makes it. A
 * failure is a result: it is what the traffic programs are there to count.
 */
import { get } from 'node:http';
import type { Poll } from './poll-summary.ts';

/** An answer names its server and itself in some hundred bytes. */
const BODY_MAX_BYTES = 64 << 10;

/** Never rejects. `timeoutMs` covers all of it, the connection too. */
export function pollOnce(url: string, timeoutMs: number): Promise<Poll> {
  const at = Date.now();
  const start = performance.now();
  return new Promise((resolve) => {
    const done = (rest: Pick<Poll, 'ok' | 'server' | 'error'>) => {
      clearTimeout(timer);
      resolve({ at, ms: Math.round((performance.now() - start) * 10) / 10, ...rest });
    };
    const fail = (error: NodeJS.ErrnoException) =>
      done({ ok: false, error: error.code ?? error.message });
    const request = get(url, { agent: false, headers: { connection: 'close' } }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
        if (body.length > BODY_MAX_BYTES) request.destroy(new Error('the answer is too long'));
      });
      response.on('error', fail);
      response.on('end', () => {
        if (response.statusCode === 200) done({ ok: true, server: serverOf(body) });
        else done({ ok: false, error: `status ${response.statusCode}` });
      });
    });
    const late = Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
    const timer = setTimeout(() => request.destroy(late), timeoutMs);
    request.on('error', fail);
  });
}

/** The lab's nginx says {"server":"rs1",...}; another server's first word stands for its name. */
export function serverOf(body: string): string {
  try {
    const answer = JSON.parse(body) as { server?: unknown } | null;
    if (typeof answer?.server === 'string') return answer.server;
  } catch {
    // Not JSON: a plain text answer begins with the name.
  }
  return body.trim().split(/\s/)[0] || 'unnamed';
}
