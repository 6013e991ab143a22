/**
 * What keepalived of a flavour cannot say of a service's health: kinds of checks, texts that its
 * reader would cut, a quorum between two whole numbers. Times that it rounds and successes that it
 * does not count are notes: they change when a real server is judged, not how.
 */

import { familyOf } from '../../schemas/address.ts';
import { CAPABILITIES } from '../../schemas/capabilities.ts';
import { FEATURES } from '../../schemas/features.ts';
import type { HealthCheck } from '../../schemas/resources/health-check.ts';
import { askedByService } from '../../schemas/validation/asked-features.ts';
import { type Flavour, hasTcpCheckRetry, isForkOf122 } from '../flavour.ts';
import { printWord } from '../keepalived/print-tree.ts';
import { dataplaneOf } from './dialect.ts';
import { plainPattern } from './plain-pattern.ts';
import { note, type Remark, refusal } from './remark.ts';
import { toolsText } from './service-remarks.ts';
import type { ServiceView } from './service-view.ts';

/** Of DNS_CHECK (keepalived.conf(5)). */
const DNS_TYPES = ['A', 'NS', 'CNAME', 'SOA', 'MX', 'TXT', 'AAAA'];

const DNS_NAME = /^(\.|[^.]{1,63}(\.[^.]{1,63})*\.?)$/;

export function checkRemarks(service: ServiceView, flavour: Flavour): Remark[] {
  const { at, spec } = service;
  const can = CAPABILITIES[dataplaneOf(flavour)];
  const kinds = askedByService(at.resource).filter(
    ({ feature }) => feature.startsWith('check') && !can.features.includes(feature),
  );
  const remarks = kinds.map(({ feature, path }) => {
    const reason = can.reasons[feature];
    const why = reason === undefined ? '' : `: ${reason}`;
    const message = `keepalived of ${toolsText(flavour)} cannot ${FEATURES[feature]}${why}`;
    return refusal(at, path, message, 'check by tcp or http');
  });
  const { healthCheck } = spec;
  if (healthCheck !== undefined && remarks.length === 0) {
    remarks.push(...textRemarks(service, healthCheck, flavour));
    remarks.push(...timeRemarks(service, healthCheck, flavour));
  }
  return [...remarks, ...quorumRemarks(service), ...sorryRemarks(service)];
}

/**
 * What every reader of keepalived takes as one word: no white space, quotes or backslashes; 1.2.2
 * takes `!` and `#` for comments and braces for blocks wherever they stand.
 */
function isOneWord(text: string, flavour: Flavour): boolean {
  return isForkOf122(flavour)
    ? /^[^\s"'\\!#{}$~\u0080-\uffff]+$/.test(text)
    : /^[!#-&(-[\]-~]+$/.test(text);
}

/** keepalived cuts a line after 1,023 characters; the keyword and its indent come before the word. */
const WORD_LENGTH_MAX = 960;

function isTooLong(text: string): boolean {
  return printWord({ text, isQuoted: false }).length > WORD_LENGTH_MAX;
}

const TOO_LONG = 'keepalived cuts lines of more than 1,023 characters';

function textRemarks({ at }: ServiceView, check: HealthCheck, flavour: Flavour): Remark[] {
  const base = ['spec', 'healthCheck'];
  const remarks: Remark[] = [];
  const oneWord = (text: string | undefined, path: readonly string[]) => {
    if (text === undefined) return;
    if (isTooLong(text)) remarks.push(refusal(at, [...base, ...path], TOO_LONG));
    if (isOneWord(text, flavour)) return;
    const message = 'keepalived would not read the text as one word';
    remarks.push(refusal(at, [...base, ...path], message, 'write it in percent-encoded ASCII'));
  };
  const { http, udp, dns, type } = check;
  if (type === 'http' && http !== undefined) {
    oneWord(http.path, ['http', 'path']);
    oneWord(http.host, ['http', 'host']);
    if (http.bodyDigest?.startsWith('sha256:') === true) {
      const message = 'keepalived compares MD5 digests only';
      const hint = 'write md5:, as genhash prints it';
      remarks.push(refusal(at, [...base, 'http', 'bodyDigest'], message, hint));
    }
    if (isForkOf122(flavour) && http.expectStatus.length > 1) {
      const message = 'keepalived 1.2.2 takes one status code';
      remarks.push(refusal(at, [...base, 'http', 'expectStatus'], message));
    }
    remarks.push(...bodyRemarks(at, http.expectBody, flavour));
  }
  const payload = udp?.payload ?? '';
  if (isTooLong(payload)) remarks.push(refusal(at, [...base, 'udp', 'payload'], TOO_LONG));
  if (payload.endsWith('ff')) {
    // Its reader takes the byte 0xff at the end for a fault (seen on 2.2.7).
    const message = 'keepalived refuses a payload that ends in ff';
    remarks.push(refusal(at, [...base, 'udp', 'payload'], message, 'add a byte behind it'));
  }
  if (type === 'dns' && dns !== undefined) {
    oneWord(dns.name, ['dns', 'name']);
    if (!DNS_NAME.test(dns.name)) {
      const message = 'keepalived wants labels of 1 to 63 characters between the dots';
      remarks.push(refusal(at, [...base, 'dns', 'name'], message));
    }
    if (!DNS_TYPES.includes(dns.recordType)) {
      const message = `DNS_CHECK does not ask for ${dns.recordType}`;
      const hint = `it asks for ${DNS_TYPES.join(', ')}`;
      remarks.push(refusal(at, [...base, 'dns', 'recordType'], message, hint));
    }
  }
  return remarks;
}

function bodyRemarks(at: ServiceView['at'], body: string | undefined, flavour: Flavour): Remark[] {
  if (body === undefined) return [];
  const path = ['spec', 'healthCheck', 'http', 'expectBody'];
  if (isForkOf122(flavour)) {
    return [refusal(at, path, 'keepalived 1.2.2 does not search the body', 'use bodyDigest')];
  }
  if (!/^[\u0020-\u007e]+$/.test(body)) {
    return [refusal(at, path, 'only printable ASCII can be searched for')];
  }
  if (isTooLong(plainPattern(body))) return [refusal(at, path, TOO_LONG)];
  return [note(at, path, 'it needs a keepalived that was built with --enable-regex')];
}

/** Seconds: 1.2.2 takes whole ones. */
export function secondsText(ms: number, flavour: Flavour): string {
  return String(isForkOf122(flavour) ? Math.ceil(ms / 1_000) : ms / 1_000);
}

/** Whether the check of this kind has a count of retries. */
export function hasRetry(check: HealthCheck, flavour: Flavour): boolean {
  return check.type === 'http' || hasTcpCheckRetry(flavour, undefined);
}

function timeRemarks({ at }: ServiceView, check: HealthCheck, flavour: Flavour): Remark[] {
  const base = ['spec', 'healthCheck'];
  const remarks: Remark[] = [];
  for (const field of ['intervalMs', 'timeoutMs'] as const) {
    const text = secondsText(check[field], flavour);
    if (Number(text) * 1_000 === check[field]) continue;
    const message = `keepalived 1.2.2 takes whole seconds: ${check[field]} ms become ${text} s`;
    remarks.push(note(at, [...base, field], message));
  }
  if (check.rise > 1) {
    const message = `keepalived takes a real server back at the first good answer, not after ${check.rise}`;
    remarks.push(note(at, [...base, 'rise'], message));
  }
  if (check.fall > 1 && !hasRetry(check, flavour)) {
    const message = `TCP_CHECK of keepalived 1.2.2 has no retry: one failure takes a real server out`;
    remarks.push(note(at, [...base, 'fall'], message));
  }
  return remarks;
}

/** `quorum Q` and `hysteresis H`: up at Q + H, down below Q - H, and H is less than Q. */
function quorumRemarks({ at, spec }: ServiceView): Remark[] {
  const { quorum } = spec;
  if (quorum === undefined) return [];
  const path = ['spec', 'quorum'];
  if ((quorum.up + quorum.down) % 2 !== 0) {
    const message = `no quorum Q and hysteresis H are ${quorum.up} = Q + H and ${quorum.down} = Q - H`;
    return [refusal(at, path, message, 'make both odd or both even')];
  }
  if (quorum.down > 0) return [];
  return [
    refusal(
      at,
      [...path, 'down'],
      'keepalived wants a hysteresis below the quorum',
      'make down at least 1',
    ),
  ];
}

/** keepalived resets a port that direct routing and tunnels cannot change. */
function sorryRemarks({ at, spec, families }: ServiceView): Remark[] {
  const { sorryServer, forwarding, ports } = spec;
  if (sorryServer === undefined) return [];
  const path = ['spec', 'sorryServer'];
  if (familyOf(sorryServer.address) !== families[0]) {
    const message = 'the sorry server is not of the family of the real servers';
    return [refusal(at, [...path, 'address'], message)];
  }
  const isKept = forwarding === 'dr' || forwarding === 'tun';
  const { port } = sorryServer;
  if (!isKept || port === undefined || ports.every((one) => one === port)) return [];
  const message = `${forwarding} cannot change the port of connections to ${port}`;
  return [refusal(at, [...path, 'port'], message, 'leave the port out')];
}
