import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../../lab/servers/free-port.ts';
import { startHealthChecker } from '../../node-agent/health/health-checker.ts';
import type { Health, HealthEdge } from '../../node-agent/ports.ts';
import { serviceKey } from '../../schemas/names.ts';
import type { ServicePlan } from '../../schemas/plan/node-plan.ts';
import { type HealthCheck, healthCheck } from '../../schemas/resources/health-check.ts';
import { recordingLog } from '../bus/samples.ts';
import { until } from '../kit/until.ts';

const QUICK = { type: 'tcp', intervalMs: 100, timeoutMs: 1_000, rise: 2, fall: 2 } as const;

/** A real server that counts how often it is checked, and can go away and come back. */
class RealServer {
  readonly port: number;
  connections = 0;
  #server: Server;

  static async start(): Promise<RealServer> {
    const server = createServer();
    // Not an ephemeral port: while it is closed, a check could be given it as its own source, and
    // another process could take it.
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return new RealServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    this.#count();
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async startAgain(): Promise<void> {
    this.#server = createServer();
    this.#count();
    await new Promise<void>((resolve) => this.#server.listen(this.port, '127.0.0.1', resolve));
  }

  #count(): void {
    this.#server.on('connection', (socket) => {
      this.connections += 1;
      socket.on('error', () => undefined);
      socket.resume();
    });
  }
}

function service(
  name: string,
  ports: readonly number[],
  spec: Partial<HealthCheck> | undefined = QUICK,
): ServicePlan {
  return {
    key: serviceKey('tcp', '10.0.0.1', 8_000 + name.length),
    name,
    address: '10.0.0.1',
    port: 8_000 + name.length,
    protocol: 'tcp',
    scheduler: 'wrr',
    forwarding: 'nat',
    localAddresses: [],
    realServers: ports.map((port) => ({ address: '127.0.0.1', port, weight: 1 })),
    ...(spec === undefined ? {} : { healthCheck: healthCheck.parse(spec) }),
    onFailure: 'remove',
  };
}

const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of started.splice(0).reverse()) await part.stop().catch(() => undefined);
});

async function realServer(): Promise<RealServer> {
  const server = await RealServer.start();
  started.push(server);
  return server;
}

function start(): { health: Health; edges: HealthEdge[] } {
  const edges: HealthEdge[] = [];
  const health = startHealthChecker({
    onEdge: (edge) => edges.push(edge),
    log: recordingLog().log,
  });
  started.push(health);
  return { health, edges };
}

const stateOf = (health: Health, port: number) =>
  health.states().find(({ realServer }) => realServer === `127.0.0.1:${port}`);

describe('health checker', () => {
  test('a real server that dies and comes back makes two edges, with reasons', async () => {
    const server = await realServer();
    const { health, edges } = start();
    const web = service('web', [server.port]);
    const at = { service: web.key, realServer: `127.0.0.1:${server.port}` };
    health.setServices([[web]]);
    expect(health.states()).toEqual([{ ...at, state: 'unknown', reason: 'not checked yet' }]);
    expect(health.down().size).toBe(0);
    await until('up', () => stateOf(health, server.port)?.state === 'up');
    await server.stop();
    await until('down', () => edges.length === 1);
    expect(health.down()).toEqual(new Map([[web.key, new Set([at.realServer])]]));
    expect(health.states()).toEqual([{ ...at, state: 'down', reason: 'connection refused' }]);
    await server.startAgain();
    await until('up again', () => edges.length === 2);
    expect(health.down().size).toBe(0);
    const common = { ...at, name: 'web' };
    expect(edges).toEqual([
      { ...common, from: 'up', to: 'down', reason: 'connection refused' },
      { ...common, from: 'down', to: 'up', reason: 'connected' },
    ]);
  });

  test('a fresh one that is dead goes from unknown to down, fast even on a long interval', async () => {
    const server = await realServer();
    await server.stop();
    const { health, edges } = start();
    const slow = { ...QUICK, intervalMs: 3_600_000, fall: 3 };
    health.setServices([[service('web', [server.port], slow)]]);
    await until('down', () => edges.length === 1);
    expect(edges[0]).toMatchObject({ from: 'unknown', to: 'down', reason: 'connection refused' });
  });

  test('equal checks of one endpoint are one check, whose edge reaches every service', async () => {
    const server = await realServer();
    const { health, edges } = start();
    const names = Array.from({ length: 40 }, (_, index) => 'x'.repeat(index + 1));
    const plans = names.map((name) => service(name, [server.port]));
    health.setServices(plans.map((plan) => [plan]));
    await until('up', () => health.states().every(({ state }) => state === 'up'));
    const before = server.connections;
    await until('a few rounds', () => server.connections >= before + 3);
    expect(health.states()).toHaveLength(40);
    await server.stop();
    await until('down', () => health.down().size === 40);
    expect(edges.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    // Two failures of one check, not of forty.
    expect(server.connections).toBeLessThan(40);
  });

  test('checks that differ in anything, or ask another port, are their own', async () => {
    const [main, side] = [await realServer(), await realServer()];
    await side.stop();
    const { health } = start();
    const other = service('other', [main.port], { ...QUICK, port: side.port });
    health.setServices([[service('web', [main.port])], [other]]);
    await until('down', () => health.down().size === 1);
    expect(health.down().get(other.key)).toEqual(new Set([`127.0.0.1:${main.port}`]));
    await until('up', () => health.states().some(({ state }) => state === 'up'));
  });

  test('a new plan keeps what it leaves as it was, and forgets what it drops', async () => {
    const [alive, dead] = [await realServer(), await realServer()];
    await dead.stop();
    const { health, edges } = start();
    health.setServices([[service('web', [alive.port, dead.port])]]);
    await until('known', () => health.states().every(({ state }) => state !== 'unknown'));
    // Another object of equal content, as it comes with every new generation.
    health.setServices([[service('web', [alive.port, dead.port])]]);
    expect(health.states().map(({ state }) => state)).toEqual(['up', 'down']);
    expect(health.down().size).toBe(1);
    // The same check under another service takes over what is known.
    health.setServices([[service('shop', [dead.port])]]);
    expect(health.states().map(({ state }) => state)).toEqual(['down']);
    expect([...health.down().keys()]).toEqual([service('shop', []).key]);
    health.setServices([[service('web', [alive.port])]]);
    expect(health.states().map(({ state }) => state)).toEqual(['unknown']);
    expect(health.down().size).toBe(0);
    expect(edges).toHaveLength(1);
    health.setServices([]);
    expect(health.states()).toEqual([]);
  });

  test('a service without a check is not judged', async () => {
    const { health } = start();
    const plan = service('web', [9]);
    const { healthCheck: _, ...unchecked } = plan;
    health.setServices([[unchecked]]);
    expect(health.states()).toEqual([]);
  });

  test('a listener that throws does not stop the checks', async () => {
    const server = await realServer();
    await server.stop();
    const { log, lines } = recordingLog();
    const health = startHealthChecker({
      onEdge: () => {
        throw new Error('defect');
      },
      log,
    });
    started.push(health);
    health.setServices([[service('web', [server.port])]]);
    await until('logged', () => lines.some(({ msg }) => msg === 'health edge not taken'));
    await server.startAgain();
    await until('up', () => stateOf(health, server.port)?.state === 'up');
  });
});
