/** From faults to HTTP: one place that maps codes to statuses and writes the ApiError body. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ZodError } from 'zod';
import type { ApiError } from '../../schemas/api.ts';
import { causeChain, type ErrorCode, FleetError } from '../../schemas/errors.ts';
import { InvalidInput } from '../config/invalid-input.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  E_INVALID: 422,
  E_USAGE: 400,
  E_CONFLICT: 409,
  E_REVISION: 409,
  E_LOCK_HELD: 409,
  E_FROZEN: 423,
  E_DRAIN_REFUSED: 409,
  E_ADOPT_REFUSED: 409,
  E_NOT_ADOPTED: 409,
  E_PLAN_STALE: 409,
  E_CAPABILITY: 422,
  E_NOT_FOUND: 404,
  E_TOO_LARGE: 413,
  E_STORE_AWAY: 503,
  E_BUS_AWAY: 503,
  E_TEMPORAL_AWAY: 503,
  E_NODE_SILENT: 504,
};

export function apiErrorOf(error: unknown): { status: number; body: ApiError } {
  if (error instanceof InvalidInput) {
    const { code, message, hint, problems } = error;
    return { status: 422, body: { code, message, hint, problems: [...problems] } };
  }
  if (error instanceof FleetError) {
    const message = causeChain(error).join(': ');
    return {
      status: STATUS[error.code] ?? 500,
      body: { code: error.code, message, hint: error.hint },
    };
  }
  if (error instanceof ZodError) {
    const issues = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { status: 400, body: { code: 'E_USAGE', message: issues.join('; '), hint: '' } };
  }
  const { statusCode } = error as { statusCode?: number };
  const message = error instanceof Error ? error.message : String(error);
  if (statusCode === 413) return { status: 413, body: { code: 'E_TOO_LARGE', message, hint: '' } };
  if (statusCode !== undefined && statusCode < 500) {
    return { status: statusCode, body: { code: 'E_USAGE', message, hint: '' } };
  }
  return {
    status: 500,
    body: { code: 'E_INTERNAL', message, hint: 'the log of the controller says more' },
  };
}

export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply: FastifyReply) => {
    const { status, body } = apiErrorOf(error);
    if (body.code === 'E_INTERNAL') request.log.error({ err: error }, 'request failed');
    return reply.code(status).send(body);
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      code: 'E_NOT_FOUND',
      message: `there is no ${request.method} ${request.url}`,
      hint: 'the paths are listed in docs/api.md',
    } satisfies ApiError),
  );
}
