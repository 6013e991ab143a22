/**
 * Temporal's own server in its one-process form (`temporal server start-dev`), with its state in
 * an SQLite file: workflows go on after kill() and a start on the same folder.
 */
import { serverBinary } from './binaries.ts';
import { freePort } from './free-port.ts';
import { inUrl, probe } from './probe.ts';
import { type RunningServer, type ServerPlacement, startServerProcess } from './server-process.ts';

export interface TemporalOptions extends ServerPlacement {
  /** Free ones of `host` unless told; with `wrap`, 7233 and 7234 of that namespace. */
  readonly port?: number;
  readonly metricsPort?: number;
  readonly namespace?: string;
  /** Registered as Keyword; `SEARCH_ATTRIBUTES` unless told. */
  readonly searchAttributes?: readonly string[];
}

export interface TemporalServer extends RunningServer {
  readonly namespace: string;
  readonly metricsPort: number;
}

/** What the procedures say about themselves in Temporal's list; plain text, so never a secret. */
export const SEARCH_ATTRIBUTES: readonly string[] = [
  'cluster',
  'pool',
  'cell',
  'rolloutId',
  'nodeId',
  'phase',
  'blockedBy',
  'targetVersion',
  'requester',
];

/**
 * Starts Temporal and resolves when the namespace is there; `endpoint` is `host:port`. Give `port`
 * again to come back at the same address.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const { dir, host = '127.0.0.1', wrap, namespace = 'sluice' } = options;
  const port = options.port ?? (wrap ? 7233 : await freePort(host));
  // Told, since the server else takes any port, also one that another process was promised.
  const metricsPort = options.metricsPort ?? (wrap ? 7234 : await freePort(host));
  const attributes = options.searchAttributes ?? SEARCH_ATTRIBUTES;
  const server = await startServerProcess(
    {
      name: 'temporal',
      argv: [
        await serverBinary('temporal'),
        'server',
        'start-dev',
        ...['--ip', host, '--port', String(port), '--metrics-port', String(metricsPort)],
        ...['--headless', '--namespace', namespace, '--db-filename', `${dir}/temporal.db`],
        ...attributes.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
        ...['--log-level', 'warn', '--disable-config-file', '--disable-config-env'],
        ...(options.extraArgs ?? []),
      ],
      host,
      port,
      endpoint: `${inUrl(host)}:${port}`,
      probe: () => probe({ kind: 'temporal', host, port, namespace }, wrap),
    },
    options,
  );
  return { ...server, namespace, metricsPort };
}
