/**
 * Real servers for tests: started before the first test of the file or block, ended after the
 * last. Each has its own folder and ports, so test files do not meet.
 */
import { afterAll, beforeAll } from 'vitest';
import { type EtcdOptions, type EtcdServer, startEtcd } from '../../lab/servers/etcd.ts';
import { type NatsOptions, type NatsServer, startNats } from '../../lab/servers/nats.ts';
import type { RunningServer, ServerPlacement } from '../../lab/servers/server-process.ts';
import {
  startTemporal,
  type TemporalOptions,
  type TemporalServer,
} from '../../lab/servers/temporal.ts';
import { tempDir } from './temp-dir.ts';

export interface ServerFixture<Server extends RunningServer> {
  /** The running server; only inside tests and hooks. */
  readonly server: Server;
  /** Short for `server.endpoint`. */
  readonly endpoint: string;
  /** kill -9 without a start: for tests of what happens while it is away. */
  kill(): Promise<void>;
  /** Started again on the same data and ports, after kill() or, when still up, after one. */
  restart(): Promise<Server>;
}

type Without<Options> = Omit<Options, 'dir'>;

export function withEtcd(options: Without<EtcdOptions> = {}): ServerFixture<EtcdServer> {
  return withServer<EtcdServer>('etcd', (dir, old) =>
    startEtcd({
      ...(old ? { clientPort: old.port, peerPort: old.peerPort } : {}),
      ...options,
      dir,
    }),
  );
}

export function withNats(options: Without<NatsOptions> = {}): ServerFixture<NatsServer> {
  return withServer<NatsServer>('nats', (dir, old) =>
    startNats({ ...(old ? { port: old.port } : {}), ...options, dir }),
  );
}

export function withTemporal(
  options: Without<TemporalOptions> = {},
): ServerFixture<TemporalServer> {
  return withServer<TemporalServer>('temporal', (dir, old) =>
    startTemporal({
      ...(old ? { port: old.port, metricsPort: old.metricsPort } : {}),
      ...options,
      dir,
    }),
  );
}

/** Above the start's own deadline, so that its error, which has the log's end, is the one seen. */
const HOOK_TIMEOUT_MS = 90_000;

function withServer<Server extends RunningServer>(
  name: string,
  start: (dir: ServerPlacement['dir'], old: Server | undefined) => Promise<Server>,
): ServerFixture<Server> {
  const dir = tempDir(name);
  let running: Server | undefined;
  const server = () => {
    if (running === undefined) throw new Error(`${name} runs only inside tests and hooks`);
    return running;
  };
  beforeAll(async () => {
    running = await start(dir, undefined);
  }, HOOK_TIMEOUT_MS);
  afterAll(async () => {
    await running?.stop();
  }, HOOK_TIMEOUT_MS);
  return {
    get server() {
      return server();
    },
    get endpoint() {
      return server().endpoint;
    },
    kill: async () => {
      await server().kill();
    },
    restart: async () => {
      const old = server();
      await old.kill();
      running = await start(dir, old);
      return running;
    },
  };
}
