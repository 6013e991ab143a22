/**
 * A real HTTP server on a real unix socket that answers what a test tells it to, checked against
 * schemas/api.ts on its way out, so that a test cannot agree with the command line on a lie.
 */
import fastify, { type FastifyInstance } from 'fastify';
import type { z } from 'zod';
import {
  adoptPreviewSchema,
  adoptRequestSchema,
  adoptUndoRequestSchema,
  takeOverReplySchema,
  undoTakeOverReplySchema,
} from '../../schemas/adopt.ts';
import {
  apiErrorSchema,
  applyReplySchema,
  applyRequestSchema,
  connsReplySchema,
  drainReplySchema,
  drainRequestSchema,
  drainStartedSchema,
  healthReplySchema,
  historyReplySchema,
  nodesReplySchema,
  planReplySchema,
  resourcesReplySchema,
  rolloutAbortRequestSchema,
  rolloutSayRequestSchema,
  rolloutStartRequestSchema,
  rolloutsReplySchema,
  rolloutViewSchema,
} from '../../schemas/api.ts';
import { fleetDriftSchema, nodeDriftSchema } from '../../schemas/drift.ts';

/** Route -> what it takes and gives. */
const ROUTES = {
  'POST /v1/plan': { body: applyRequestSchema, reply: planReplySchema },
  'POST /v1/apply': { body: applyRequestSchema, reply: applyReplySchema },
  'DELETE /v1/resources/:kind/:name': { reply: applyReplySchema },
  'GET /v1/resources': { reply: resourcesReplySchema },
  'GET /v1/history': { reply: historyReplySchema },
  'GET /v1/nodes': { reply: nodesReplySchema },
  'GET /v1/conns': { reply: connsReplySchema },
  'GET /v1/health': { reply: healthReplySchema },
  'POST /v1/nodes/:node/drain': { body: drainRequestSchema, reply: drainStartedSchema },
  'POST /v1/nodes/:node/undrain': { body: drainRequestSchema, reply: drainStartedSchema },
  'GET /v1/nodes/:node/drain': { reply: drainReplySchema },
  'POST /v1/nodes/:node/drain/cancel': {},
  'GET /v1/drift': { reply: fleetDriftSchema },
  'GET /v1/nodes/:node/drift': { reply: nodeDriftSchema },
  'GET /v1/nodes/:node/adopt': { reply: adoptPreviewSchema },
  'POST /v1/nodes/:node/adopt': { body: adoptRequestSchema, reply: takeOverReplySchema },
  'POST /v1/nodes/:node/adopt/undo': {
    body: adoptUndoRequestSchema,
    reply: undoTakeOverReplySchema,
  },
  'GET /v1/rollouts': { reply: rolloutsReplySchema },
  'GET /v1/rollouts/:cluster': { reply: rolloutViewSchema },
  'POST /v1/rollouts/:cluster/pause': { body: rolloutSayRequestSchema, reply: rolloutViewSchema },
  'POST /v1/rollouts/:cluster/resume': { body: rolloutSayRequestSchema, reply: rolloutViewSchema },
  'POST /v1/rollouts/:cluster/accept': { body: rolloutSayRequestSchema, reply: rolloutViewSchema },
  'POST /v1/rollouts/:cluster/abort': { body: rolloutAbortRequestSchema, reply: rolloutViewSchema },
  'POST /v1/rollouts/:cluster/start': { body: rolloutStartRequestSchema, reply: rolloutViewSchema },
} as const satisfies Record<string, { body?: z.ZodType; reply?: z.ZodType }>;

export type Route = keyof typeof ROUTES;

export interface Asked {
  readonly route: Route;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A refusal: status and body. */
export class Refusal {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: z.infer<typeof apiErrorSchema>) {
    this.status = status;
    this.body = apiErrorSchema.parse(body);
  }
}

export type Answers = Partial<Record<Route, unknown | ((asked: Asked) => unknown)>>;

export interface ApiServer {
  readonly asked: Asked[];
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

/** Serves on the socket path until closed. `extend` adds routes that are no plain JSON. */
export async function serveApi(
  socketPath: string,
  answers: Answers,
  extend: (app: FastifyInstance) => void = () => undefined,
): Promise<ApiServer> {
  const app = fastify({ forceCloseConnections: true });
  const asked: Asked[] = [];
  for (const [name, form] of Object.entries(ROUTES)) {
    const route = name as Route;
    const answer = answers[route];
    const [method, url] = name.split(' ') as ['GET' | 'POST' | 'DELETE', string];
    if (answer === undefined) continue;
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        if ('body' in form) form.body.parse(request.body);
        const one = { route, url: request.url, headers: request.headers, body: request.body };
        asked.push(one);
        const value = typeof answer === 'function' ? answer(one) : answer;
        if (value instanceof Refusal) return reply.code(value.status).send(value.body);
        return 'reply' in form ? form.reply.parse(value) : value;
      },
    });
  }
  extend(app);
  await app.listen({ path: socketPath });
  return { asked, app, close: () => app.close() };
}
