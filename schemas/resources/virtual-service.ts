/**
 * VirtualService: what clients connect to (VIPs x ports of one protocol, or marked packets) and
 * which real servers answer. Field names follow ipvsadm(8) and keepalived.conf(5) where those have
 * a word.
 */
import { z } from 'zod';
import { SCHEDULERS } from '../capabilities.ts';
import {
  ACCESS_LIST_MAX,
  CONNECTIONS_LIMIT_MAX,
  LISTENERS_PER_SERVICE_MAX,
  REAL_SERVERS_PER_SERVICE_MAX,
} from '../limits.ts';
import { address, name, network, port } from './fields.ts';
import { healthCheck } from './health-check.ts';
import { realServerFields } from './real-server.ts';

const persistence = z.strictObject({
  timeoutS: z
    .int()
    .min(1)
    .max(2_678_400) // ipvsadm(8): 31 days
    .default(300)
    .describe('How long a client keeps its real server after its last connection (ipvsadm -p).'),
  mask: z
    .int()
    .min(1)
    .max(128)
    .optional()
    .describe('Prefix length that makes clients one client; whole addresses when absent (-M).'),
});

const quorum = z
  .strictObject({
    up: z.int().min(1).max(16_777_216).describe('With so much weight alive the service is up.'),
    down: z.int().min(0).max(16_777_216).describe('With less weight alive it is down.'),
  })
  .refine(({ up, down }) => down <= up, {
    path: ['down'],
    message: 'the service would be up and down at once',
    params: {
      code: 'E_CONTRADICTION',
      hint: 'quorum Q with hysteresis H of keepalived is up: Q + H, down: Q - H',
    },
  });

const limits = z.strictObject({
  connections: z
    .int()
    .min(1)
    .max(CONNECTIONS_LIMIT_MAX)
    .optional()
    .describe('Connections at a time, on each director.'),
  newConnectionsPerSecond: z
    .int()
    .min(1)
    .max(100_000_000)
    .optional()
    .describe('New connections a second, on each director.'),
  bandwidthMbps: z
    .int()
    .min(1)
    .max(10_000_000)
    .optional()
    .describe('Megabits a second in both directions together, on each director.'),
});

const sorryServer = z.strictObject({
  address: address.describe('Who answers when no real server does.'),
  port: port.optional().describe('The service’s port when absent; then it has exactly one port.'),
});

export const virtualServiceSpec = z
  .strictObject({
    cluster: name.describe('The cluster that serves it.'),
    vips: z
      .array(address)
      .max(LISTENERS_PER_SERVICE_MAX)
      .default([])
      .describe('What clients connect to. Required unless `fwmark` is given.'),
    ports: z
      .array(port)
      .max(LISTENERS_PER_SERVICE_MAX)
      .default([])
      .describe('Every VIP has every port. Required unless `fwmark` is given.'),
    fwmark: z.int().min(1).max(4_294_967_295).optional().meta({
      since: 2,
      description: 'The packets with this firewall mark, instead of VIPs x ports (ipvsadm -f).',
    }),
    protocol: z.enum(['tcp', 'udp']).default('tcp').describe('One protocol a service.'),
    scheduler: z.enum(SCHEDULERS).default('wrr').describe('How a real server is chosen.'),
    forwarding: z
      .enum(['nat', 'dr', 'tun', 'fullnat'])
      .describe(
        '`fullnat` rewrites both addresses (real servers see a LIP); `nat` the destination.',
      ),
    localAddressPool: name
      .optional()
      .describe('Required for fullnat: where the source addresses come from.'),
    vrrpInstance: name
      .optional()
      .describe('Which VRRP instance carries the VIPs; the only one of that family if absent.'),
    realServers: z
      .array(z.strictObject(realServerFields))
      .max(REAL_SERVERS_PER_SERVICE_MAX)
      .default([])
      .describe('Who answers; RealServer resources may join.'),
    healthCheck: healthCheck.optional().describe('How the agents judge the real servers.'),
    onFailure: z
      .enum(['remove', 'quiesce'])
      .default('remove')
      .describe('A failed check takes the real server out, or sets weight 0 (inhibit_on_failure).'),
    persistence: persistence.optional().meta({
      since: 2,
      description: 'A client goes to the same real server again.',
    }),
    quorum: quorum.optional().meta({
      since: 2,
      description: 'How much weight must be alive for the service to be up.',
    }),
    sorryServer: sorryServer.optional().meta({
      since: 2,
      description: 'Answers when the service is down.',
    }),
    synproxy: z.boolean().default(false).meta({
      since: 2,
      description: 'The director answers SYNs itself until the handshake is done.',
    }),
    clientAddress: z.enum(['none', 'toa', 'proxyV1', 'proxyV2']).default('none').meta({
      since: 2,
      description: 'How real servers learn the client’s address: TCP option 254, PROXY protocol.',
    }),
    limits: limits.optional().meta({ since: 2, description: 'What is above is refused.' }),
    allow: z.array(network).max(ACCESS_LIST_MAX).default([]).meta({
      since: 2,
      description: 'Only these clients; everybody when empty.',
    }),
    deny: z.array(network).max(ACCESS_LIST_MAX).default([]).meta({
      since: 2,
      description: 'Never these clients, even when `allow` has them.',
    }),
    expireQuiescent: z.boolean().default(false).meta({
      since: 2,
      description: 'Weight 0 also ends persistence (sysctl expire_quiescent_template).',
    }),
    onePacket: z.boolean().default(false).meta({
      since: 2,
      description: 'Each UDP packet is scheduled by itself (ipvsadm -o).',
    }),
  })
  .superRefine((spec, ctx) => {
    const refuse = (path: string, message: string, hint: string) =>
      ctx.addIssue({
        code: 'custom',
        path: [path],
        message,
        params: { code: 'E_CONTRADICTION', hint },
      });
    if (spec.fwmark !== undefined && (spec.vips.length > 0 || spec.ports.length > 0)) {
      refuse('fwmark', 'a service has either a mark or VIPs and ports', 'remove one of the two');
    }
    if (spec.onePacket && spec.protocol !== 'udp') {
      refuse('onePacket', 'only UDP packets can be scheduled one by one', 'write protocol: udp');
    }
    if (spec.synproxy && spec.protocol !== 'tcp') {
      refuse('synproxy', 'only TCP has a handshake to answer', 'remove it, or write protocol: tcp');
    }
    if (spec.clientAddress !== 'none' && spec.forwarding !== 'fullnat') {
      const hint = 'remove it: without fullnat real servers see the client’s own address';
      refuse('clientAddress', `${spec.forwarding} keeps the client’s address`, hint);
    }
    if (spec.onePacket && spec.persistence !== undefined) {
      const hint = 'remove one: a template would keep what onePacket is to forget';
      refuse('onePacket', 'packets one by one and persistence exclude each other', hint);
    }
  })
  .refine((spec) => isSaid(spec, 'vips'), missing('vips'))
  .refine((spec) => isSaid(spec, 'ports'), missing('ports'));

export type VirtualServiceSpec = z.infer<typeof virtualServiceSpec>;

/** With a mark neither VIPs nor ports are needed; without one, both are. */
function isSaid(
  spec: { fwmark?: unknown; vips?: unknown; ports?: unknown },
  key: 'vips' | 'ports',
) {
  const list = spec[key];
  return spec.fwmark !== undefined || !Array.isArray(list) || list.length > 0;
}

function missing(key: string) {
  return {
    path: [key],
    message: 'is missing',
    params: { code: 'E_REQUIRED', hint: `add ${key} to spec, or a fwmark instead of both` },
    // Said together with everything else that is wrong, not in the next run.
    when: ({ value }: { value: unknown }) => value !== null && typeof value === 'object',
  };
}
