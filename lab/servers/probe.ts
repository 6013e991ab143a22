/**
 * Asking a server whether it serves: one try each, over the protocol that its clients use. An open
 * port is not enough: etcd listens before it has a leader, Temporal before its namespace is there.
 * Run as a program (`probe.ts KIND HOST PORT [NAMESPACE]`) it does the same try inside a network
 * namespace that this process cannot reach; exit code 0 means that the server serves.
 */
import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export type Probed =
  | { readonly kind: 'etcd' | 'nats'; readonly host: string; readonly port: number }
  | {
      readonly kind: 'temporal';
      readonly host: string;
      readonly port: number;
      readonly namespace: string;
    };

/** Of one try. Longer than a busy machine's pause, so that a slow answer is not thrown away. */
const TRY_TIMEOUT_MS = 5000;

/** Resolves when the server serves; rejects with the reason when not (yet). */
export async function probe(target: Probed, wrap: readonly string[] = []): Promise<void> {
  if (wrap.length > 0) return probeWrapped(target, wrap);
  switch (target.kind) {
    case 'etcd':
      return probeEtcd(target.host, target.port);
    case 'nats':
      return probeNats(target.host, target.port);
    case 'temporal':
      return probeTemporal(target.host, target.port, target.namespace);
  }
}

/** /health does a linearizable read, so it is true only when the member has a leader. */
async function probeEtcd(host: string, port: number): Promise<void> {
  const response = await fetch(`http://${inUrl(host)}:${port}/health`, {
    signal: AbortSignal.timeout(TRY_TIMEOUT_MS),
  });
  const body = await response.text();
  if (!response.ok || !body.includes('"health":"true"')) throw new Error(`etcd says ${body}`);
}

/** A client's greeting: INFO comes before any authentication and says whether JetStream is on. */
function probeNats(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.setTimeout(TRY_TIMEOUT_MS, () => socket.destroy(new Error('no INFO from NATS')));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('NATS closed the connection')));
    let greeting = '';
    socket.on('data', (chunk) => {
      greeting += chunk.toString('latin1');
      if (!greeting.includes('\r\n')) return;
      if (/^INFO .*"jetstream":\s*true/.test(greeting)) resolve();
      else reject(new Error('NATS serves without JetStream'));
      socket.destroy();
    });
  });
}

/** The namespace is asked for, since start-dev makes it after the port is open. */
async function probeTemporal(host: string, port: number, namespace: string): Promise<void> {
  // Loaded here: the SDK takes 0.3 s to load, which the other servers' tests need not pay.
  const { Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({
    address: `${inUrl(host)}:${port}`,
    connectTimeout: TRY_TIMEOUT_MS,
  });
  try {
    await connection.withDeadline(Date.now() + TRY_TIMEOUT_MS, () =>
      connection.operatorService.listSearchAttributes({ namespace }),
    );
  } finally {
    await connection.close();
  }
}

async function probeWrapped(target: Probed, wrap: readonly string[]): Promise<void> {
  const [program, ...args] = [
    ...wrap,
    process.execPath,
    fileURLToPath(import.meta.url),
    target.kind,
    target.host,
    String(target.port),
    ...(target.kind === 'temporal' ? [target.namespace] : []),
  ];
  if (program === undefined) return;
  await promisify(execFile)(program, args, { timeout: 2 * TRY_TIMEOUT_MS });
}

/** An IPv6 address stands in brackets in a URL (RFC 3986, 3.2.2). */
export function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

if (import.meta.main) {
  const [kind, host = '', port, namespace = ''] = process.argv.slice(2);
  const place = { host, port: Number(port) };
  if (kind === 'temporal') await probe({ kind, ...place, namespace });
  else if (kind === 'etcd' || kind === 'nats') await probe({ kind, ...place });
  else throw new Error(`probe: unknown server ${kind}`);
}
