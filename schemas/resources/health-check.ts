/** How the agents decide whether a real server may get traffic. */
import { z } from 'zod';
import { port } from './fields.ts';

/** Hex digits of each digest that a body may be compared with. */
const DIGEST = /^(md5:[0-9a-f]{32}|sha256:[0-9a-f]{64})$/;

const httpOptions = z.strictObject({
  path: z
    .string()
    .startsWith('/')
    .max(2_048)
    .default('/')
    .meta({ form: 'path', description: 'What is asked for.' }),
  host: z.string().min(1).max(253).optional().describe('Host header; the address when absent.'),
  expectStatus: z
    .array(z.int().min(100).max(599))
    .min(1)
    .max(32)
    .default([200])
    .describe('Answers that count as good. Redirects are never followed.'),
  expectBody: z
    .string()
    .min(1)
    .max(1_024)
    .optional()
    .describe('Text that must occur in the first 64 KiB of the body.'),
  bodyDigest: z
    .string()
    .regex(DIGEST, 'not a digest like md5:<32 hex digits> or sha256:<64 hex digits>')
    .optional()
    .meta({
      form: 'digest',
      since: 2,
      description: 'Digest of the whole body: `md5:` (as genhash of keepalived) or `sha256:`.',
    }),
});

const udpOptions = z.strictObject({
  payload: z
    .string()
    .regex(/^([0-9a-f]{2}){0,512}$/, 'not an even number of hex digits')
    .default('')
    .meta({ form: 'hex', description: 'Bytes to send, in hex.' }),
  requireReply: z
    .boolean()
    .default(false)
    .describe('Whether silence is a failure; without it only an ICMP error is one.'),
});

const dnsOptions = z.strictObject({
  name: z.string().min(1).max(253).describe('The name asked for.'),
  recordType: z
    .enum(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TXT'])
    .default('A')
    .describe('The record asked for.'),
});

export const healthCheck = z
  .strictObject({
    type: z.enum(['tcp', 'http', 'udp', 'ping', 'dns']).meta({
      wordsSince: { udp: 2, ping: 2, dns: 2 },
      description:
        '`tcp`: the port accepts a connection. `http`: a GET answers as expected. `udp`: no ICMP ' +
        'error, or a reply. `ping`: an echo reply. `dns`: a name server answers.',
    }),
    port: port.optional().describe('Where to check; the real server’s own port when absent.'),
    intervalMs: z.int().min(100).max(3_600_000).default(2_000).describe('From check to check.'),
    timeoutMs: z.int().min(50).max(60_000).default(1_000).describe('Longer is a failure.'),
    rise: z
      .int()
      .min(1)
      .max(100)
      .default(2)
      .describe('Successes in a row before a real server that is down counts as up.'),
    fall: z
      .int()
      .min(1)
      .max(100)
      .default(3)
      .describe('Failures in a row before a real server that is up counts as down.'),
    http: httpOptions.optional().describe('Only with `type: http`.'),
    udp: udpOptions.optional().meta({ since: 2, description: 'Only with `type: udp`.' }),
    dns: dnsOptions.optional().meta({ since: 2, description: 'Required with `type: dns`.' }),
  })
  .superRefine((check, ctx) => {
    const refuse = (path: string[], message: string, hint: string) =>
      ctx.addIssue({ code: 'custom', path, message, params: { code: 'E_HEALTH_CHECK', hint } });
    for (const block of ['http', 'udp', 'dns'] as const) {
      if (check[block] === undefined || check.type === block) continue;
      const hint = `write type: ${block}, or remove the ${block} block`;
      refuse([block], `${block} options on a ${check.type} check`, hint);
    }
    if (check.type === 'dns' && check.dns === undefined) {
      refuse(['dns'], 'a dns check needs a name to ask for', 'add dns: { name: example.org }');
    }
    if (check.type === 'ping' && check.port !== undefined) {
      refuse(['port'], 'a ping has no port', 'remove port, or write type: tcp');
    }
    const redirects = check.http?.expectStatus.some((status) => status >= 300 && status < 400);
    if (redirects === true && check.http?.bodyDigest !== undefined) {
      const hint = 'check the address that is redirected to, or leave the digest out';
      refuse(['http', 'bodyDigest'], 'the digest of a redirect says nothing of the page', hint);
    }
  });

export type HealthCheck = z.infer<typeof healthCheck>;
