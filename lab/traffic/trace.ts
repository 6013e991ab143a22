/**
 * Requests of which both ends are written down: the client's own address and port, and the address
 * and port that the real server saw. What lies between is what `sluice conns` must show. Run as a
 * program inside the box: `trace.ts --url http://10.99.0.100/ [--requests 10]`; prints one JSON
 * line, an array of Trace.
 */
import { get } from 'node:http';
import { parseArgs } from 'node:util';
import { formatEndpoint } from '../../schemas/address.ts';

export interface Trace {
  readonly client: string;
  readonly server: string;
  /** The connection's source as the real server saw it: a LIP under FULLNAT. */
  readonly seen: string;
  readonly realServer: string;
}

/** What the lab's nginx answers (lab/fleet/nginx.ts). */
interface Answer {
  readonly server: string;
  readonly client: string;
  readonly clientPort: number;
  readonly address: string;
  readonly port: number;
}

const TIMEOUT_MS = 2_000;

export function traceOnce(url: string): Promise<Trace> {
  return new Promise((resolve, reject) => {
    const options = { agent: false, timeout: TIMEOUT_MS, headers: { connection: 'close' } };
    const request = get(url, options, (response) => {
      const { localAddress = '', localPort = 0 } = response.socket;
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => {
        const answer = JSON.parse(body) as Answer;
        resolve({
          client: formatEndpoint(localAddress, localPort),
          server: answer.server,
          seen: formatEndpoint(answer.client, answer.clientPort),
          realServer: formatEndpoint(answer.address, answer.port),
        });
      });
    });
    request.on('timeout', () => request.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
    request.on('error', reject);
  });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, requests: { type: 'string', default: '10' } },
  });
  if (values.url === undefined) throw new Error('trace: --url is missing');
  const traces: Trace[] = [];
  for (let n = 0; n < Number(values.requests); n += 1) traces.push(await traceOnce(values.url));
  process.stdout.write(`${JSON.stringify(traces)}\n`);
}
