/** A health check as keepalived writes it in each real server. What it cannot say was refused. */
import type { HealthCheck } from '../../schemas/resources/health-check.ts';
import { type Flavour, isForkOf122 } from '../flavour.ts';
import type { Statement } from '../keepalived/tree.ts';
import { hasRetry, secondsText } from './check-remarks.ts';
import { plainPattern } from './plain-pattern.ts';
import { block, line } from './statement-of.ts';

export function checkBlock(check: HealthCheck, flavour: Flavour): Statement {
  switch (check.type) {
    case 'tcp':
      return block(['TCP_CHECK'], common(check, flavour));
    case 'http':
      return block(['HTTP_GET'], [urlBlock(check, flavour), ...common(check, flavour)]);
    case 'udp':
      return block(['UDP_CHECK'], [...udpLines(check), ...common(check, flavour)]);
    case 'ping':
      return block(['PING_CHECK'], common(check, flavour));
    case 'dns':
      return block(
        ['DNS_CHECK'],
        [
          line('type', check.dns?.recordType ?? 'A'),
          line('name', check.dns?.name ?? '.'),
          ...common(check, flavour),
        ],
      );
  }
}

/** The first failure and `retry` more in a row take a real server out: `fall` failures. */
function common(check: HealthCheck, flavour: Flavour): Statement[] {
  const retries = check.fall - 1;
  const retry = isForkOf122(flavour) ? 'nb_get_retry' : 'retry';
  return [
    ...(check.port === undefined ? [] : [line('connect_port', check.port)]),
    line('connect_timeout', secondsText(check.timeoutMs, flavour)),
    ...(hasRetry(check, flavour)
      ? [line(retry, retries), line('delay_before_retry', secondsText(check.intervalMs, flavour))]
      : []),
  ];
}

function urlBlock({ http }: HealthCheck, flavour: Flavour): Statement {
  const digest = http?.bodyDigest?.replace(/^md5:/, '');
  const hasOwnHost = !isForkOf122(flavour) && http?.host !== undefined;
  return block(
    ['url'],
    [
      line('path', http?.path ?? '/'),
      line('status_code', ...(http?.expectStatus ?? [200])),
      ...(digest === undefined ? [] : [line('digest', digest)]),
      ...(hasOwnHost ? [line('virtualhost', http.host ?? '')] : []),
      ...(http?.expectBody === undefined ? [] : [line('regex', plainPattern(http.expectBody))]),
    ],
  );
}

function udpLines({ udp }: HealthCheck): Statement[] {
  const payload = udp?.payload ?? '';
  return [
    ...(payload === '' ? [] : [line('payload', payload)]),
    ...(udp?.requireReply === true ? [line('require_reply')] : []),
  ];
}
