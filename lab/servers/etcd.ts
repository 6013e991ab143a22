/**
 * A single-member etcd. Durable as in production (fsync on): what it acknowledged is there after
 * kill() and a start on the same folder.
 */
import { serverBinary } from './binaries.ts';
import { freePort } from './free-port.ts';
import { inUrl, probe } from './probe.ts';
import { type RunningServer, type ServerPlacement, startServerProcess } from './server-process.ts';

export interface EtcdOptions extends ServerPlacement {
  /** Free ones of `host` unless told; with `wrap`, 2379 and 2380 of that namespace. */
  readonly clientPort?: number;
  readonly peerPort?: number;
}

export interface EtcdServer extends RunningServer {
  readonly peerPort: number;
}

/**
 * Starts etcd and resolves when it has a leader and answers reads; `endpoint` is
 * `http://host:port`. Give `clientPort` again to come back at the same address.
 */
export async function startEtcd(options: EtcdOptions): Promise<EtcdServer> {
  const { dir, host = '127.0.0.1', wrap } = options;
  const clientPort = options.clientPort ?? (wrap ? 2379 : await freePort(host));
  const peerPort = options.peerPort ?? (wrap ? 2380 : await freePort(host));
  const endpoint = `http://${inUrl(host)}:${clientPort}`;
  const peerUrl = `http://${inUrl(host)}:${peerPort}`;
  const flags: Record<string, string> = {
    name: 'sluice',
    'data-dir': `${dir}/data`,
    'listen-client-urls': endpoint,
    'advertise-client-urls': endpoint,
    'listen-peer-urls': peerUrl,
    'initial-advertise-peer-urls': peerUrl,
    'initial-cluster': `sluice=${peerUrl}`,
    'log-level': 'warn',
    'log-outputs': 'stderr',
  };
  const server = await startServerProcess(
    {
      name: 'etcd',
      argv: [
        await serverBinary('etcd'),
        ...Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`),
        ...(options.extraArgs ?? []),
      ],
      host,
      port: clientPort,
      endpoint,
      probe: () => probe({ kind: 'etcd', host, port: clientPort }, wrap),
    },
    options,
  );
  return { ...server, peerPort };
}
