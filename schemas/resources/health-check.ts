/** How the agents decide whether a real server may get traffic. */
import { z } from 'zod';
import { port } from './fields.ts';

export const healthCheck = z
  .strictObject({
    /** `tcp`: the port accepts a connection. `http`: a GET answers as expected. */
    type: z.enum(['tcp', 'http']),
    /** Where to check; the real server's own port when absent. */
    port: port.optional(),
    intervalMs: z.int().min(100).max(3_600_000).default(2_000),
    timeoutMs: z.int().min(50).max(60_000).default(1_000),
    /** Successes in a row before a real server that is down counts as up. */
    rise: z.int().min(1).max(100).default(2),
    /** Failures in a row before a real server that is up counts as down. */
    fall: z.int().min(1).max(100).default(3),
    http: z
      .strictObject({
        path: z.string().startsWith('/').max(2_048).default('/'),
        host: z.string().min(1).max(253).optional(),
        expectStatus: z.array(z.int().min(100).max(599)).min(1).max(32).default([200]),
        /** Text that must occur in the first 64 KiB of the body. */
        expectBody: z.string().min(1).max(1_024).optional(),
      })
      .optional(),
  })
  .superRefine((check, ctx) => {
    if (check.type === 'tcp' && check.http !== undefined) {
      ctx.addIssue({
        code: 'custom',
        path: ['http'],
        message: 'http options on a tcp check',
        params: { code: 'E_HEALTH_CHECK', hint: 'write type: http, or remove the http block' },
      });
    }
  });

export type HealthCheck = z.infer<typeof healthCheck>;
