/**
 * A NATS server with JetStream on disk. Its settings go through a file of mode 0600, not argv,
 * because callers add accounts and keys to it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { serverBinary } from './binaries.ts';
import { freePort } from './free-port.ts';
import { inUrl, probe } from './probe.ts';
import { type RunningServer, type ServerPlacement, startServerProcess } from './server-process.ts';

export interface NatsOptions extends ServerPlacement {
  /** A free one of `host` unless told; with `wrap`, 4222 of that namespace. */
  readonly port?: number;
  /** More lines for the configuration file, e.g. `authorization { ... }`; may hold secrets. */
  readonly extraConfig?: string;
}

export type NatsServer = RunningServer;

/**
 * Starts nats-server and resolves when it greets clients with JetStream on; `endpoint` is
 * `nats://host:port`. Give `port` again to come back at the same address.
 */
export async function startNats(options: NatsOptions): Promise<NatsServer> {
  const { dir, host = '127.0.0.1', wrap } = options;
  const port = options.port ?? (wrap ? 4222 : await freePort(host));
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const configFile = `${dir}/nats-server.conf`;
  // The format's quoted strings are read like JSON's for every path that can be typed.
  const config = [
    'server_name: sluice',
    `host: ${JSON.stringify(host)}`,
    `port: ${port}`,
    `jetstream { store_dir: ${JSON.stringify(`${dir}/jetstream`)} }`,
    options.extraConfig ?? '',
  ];
  writeFileSync(configFile, `${config.join('\n')}\n`, { mode: 0o600 });
  return startServerProcess(
    {
      name: 'nats-server',
      argv: [await serverBinary('nats-server'), '-c', configFile, ...(options.extraArgs ?? [])],
      host,
      port,
      endpoint: `nats://${inUrl(host)}:${port}`,
      probe: () => probe({ kind: 'nats', host, port }, wrap),
    },
    options,
  );
}
