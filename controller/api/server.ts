/**
 * The HTTP API on a unix socket (0600: whoever may open it may change the fleet) or, where it is
 * told to, on a TCP address.
 */
import { chmod, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { FleetError } from '../../schemas/errors.ts';
import { APPLY_BYTES_MAX } from '../../schemas/limits.ts';
import { type ConfigRouteDeps, registerConfigRoutes } from './config-routes.ts';
import { registerDriftRoutes } from './drift-routes.ts';
import { registerErrors } from './errors.ts';
import { type FleetRouteDeps, registerFleetRoutes } from './fleet-routes.ts';
import { registerHistoryRoutes } from './history-routes.ts';
import { type RolloutRouteDeps, registerRolloutRoutes } from './rollout-routes.ts';

export type ApiDeps = ConfigRouteDeps & FleetRouteDeps & RolloutRouteDeps;

export function createApi(deps: ApiDeps, log: Logger): FastifyInstance {
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: APPLY_BYTES_MAX,
    // A client that follows events must not hold up the end of the controller.
    forceCloseConnections: true,
  });
  registerErrors(app);
  registerConfigRoutes(app, deps);
  registerHistoryRoutes(app, deps);
  registerFleetRoutes(app, deps);
  registerDriftRoutes(app, deps);
  registerRolloutRoutes(app, deps);
  return app;
}

/** `unix:/run/sluice/api.sock` or `127.0.0.1:8080`. @throws FleetError E_PORT_TAKEN, E_USAGE */
export async function listen(app: FastifyInstance, where: string): Promise<void> {
  if (where.startsWith('unix:')) return listenUnix(app, where.slice('unix:'.length));
  const match = /^(?:\[(?<v6>[^\]]+)\]|(?<host>[^:]+)):(?<port>\d+)$/.exec(where);
  if (match?.groups === undefined) {
    throw new FleetError('E_USAGE', `cannot listen on "${where}"`, {
      hint: 'write unix:/path/api.sock or 127.0.0.1:8080',
    });
  }
  const { v6, host, port } = match.groups;
  try {
    await app.listen({ host: v6 ?? host ?? '127.0.0.1', port: Number(port) });
  } catch (cause) {
    throw portTaken(where, cause);
  }
}

async function listenUnix(app: FastifyInstance, path: string): Promise<void> {
  // A socket file that nobody answers on is what a killed controller left behind.
  if (await isAnswered(path)) throw portTaken(path, undefined);
  await rm(path, { force: true });
  const mask = process.umask(0o177);
  try {
    await app.listen({ path });
  } catch (cause) {
    throw portTaken(path, cause);
  } finally {
    process.umask(mask);
  }
  await chmod(path, 0o600);
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function portTaken(where: string, cause: unknown): FleetError {
  const { code } = (cause ?? { code: 'EADDRINUSE' }) as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE') {
    const hint = 'the folder must exist and be writable for this user';
    return new FleetError('E_USAGE', `cannot listen on ${where}: ${code}`, { cause, hint });
  }
  return new FleetError('E_PORT_TAKEN', `${where} is in use by another process`, {
    hint: 'stop that one, or give another address with --listen',
    cause,
  });
}
