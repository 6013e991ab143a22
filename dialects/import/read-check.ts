/**
 * The health check of a real server in keepalived.conf, in the words of a VirtualService. Sluice
 * has one check a service, so what is read here is compared over all real servers.
 */
import { STATUS_CODES } from 'node:http';
import type { HealthCheck } from '../../schemas/resources/health-check.ts';
import { childrenNamed, childrenOf, type Statement } from '../keepalived/tree.ts';
import { dropUndefined } from '../text/optional.ts';
import type { Word } from '../text/span.ts';
import { lastOf, msIn, type Reading, readValue, textOf, wholeIn } from './statement-values.ts';

/** As a file says it: defaults left out. */
export type CheckFields = { readonly type: HealthCheck['type'] } & Record<string, unknown>;

/** What a check takes from the blocks around it. */
export interface Surroundings {
  readonly server: { readonly address: string; readonly port?: number };
  /** The only port of the service. */
  readonly servicePort?: number;
  /** The service, for what it says for all of its checks. */
  readonly service: Statement;
  readonly serverBlock: Statement;
  /** keepalived.conf(5) of 2.x; its forks of 1.2.2 try once. */
  readonly triesDefault: number;
}

const INTERVAL_DEFAULT_MS = 60_000;
const TIMEOUT_DEFAULT_MS = 5_000;
const PATH = 'spec.healthCheck';

type Kind = (reading: Reading, around: Surroundings) => Record<string, unknown> | undefined;

const KINDS: Readonly<Record<string, { type: HealthCheck['type']; read: Kind }>> = {
  TCP_CHECK: { type: 'tcp', read: () => ({}) },
  HTTP_GET: { type: 'http', read: readHttp },
  UDP_CHECK: { type: 'udp', read: readUdp },
  PING_CHECK: { type: 'ping', read: () => ({}) },
  DNS_CHECK: { type: 'dns', read: readDns },
};

/** Kinds that Sluice does not have, and why. */
export const REFUSED_KINDS: Readonly<Record<string, string>> = {
  SSL_GET: 'there is no check by TLS; a check of the port is written in its place',
  SMTP_CHECK: 'there is no check by SMTP; a check of the port is written in its place',
  MISC_CHECK: 'agents run no scripts; take a check of the port, or http with a path that says it',
  BFD_CHECK: 'agents speak no BFD',
  FILE_CHECK: 'agents read no files of the director; drain the real server instead',
};
const IN_PLACE: ReadonlySet<string> = new Set(['SSL_GET', 'SMTP_CHECK']);

/** undefined when the check is of a kind that there is not. */
export function readCheck(reading: Reading, around: Surroundings): CheckFields | undefined {
  const { context, block, target } = reading;
  const word = block.keyword.text;
  const kind = KINDS[word];
  if (kind === undefined) {
    context.ledger.refused(block, REFUSED_KINDS[word] ?? 'not a check that is known');
    if (!IN_PLACE.has(word)) return undefined;
  } else context.ledger.mapped(block, target, `${PATH}.type`);
  const type = kind?.type ?? 'tcp';
  const details = kind?.read(reading, around);
  if (kind !== undefined && details === undefined) return undefined;
  return { type, ...timing(reading, around), ...portOf(reading, around, type), ...details };
}

/** The check's own word, else the real server's, else the service's. */
function inherited<T>(
  reading: Reading,
  around: Surroundings,
  words: readonly string[],
  path: string,
  read: (word: Word) => T | undefined,
): T | undefined {
  const own = readValue(reading, words, path, read);
  if (own !== undefined) return own;
  const outer = { ...reading, block: around.serverBlock };
  return (
    readValue(outer, words, path, read) ??
    readValue({ ...reading, block: around.service }, words, path, read)
  );
}

function timing(reading: Reading, around: Surroundings): Record<string, unknown> {
  const from = <T>(words: string[], field: string, read: (word: Word) => T | undefined) =>
    inherited(reading, around, words, `${PATH}.${field}`, read);
  const intervalMs = from(['delay_loop'], 'intervalMs', msIn(100, 3_600_000));
  const timeoutMs = from(['connect_timeout', 'misc_timeout'], 'timeoutMs', msIn(50, 60_000));
  const isHttp = /_GET$/.test(reading.block.keyword.text);
  const words = isHttp ? ['retry', 'nb_get_retry'] : ['retry'];
  const retries = from(words, 'fall', wholeIn(0, 99));
  return {
    intervalMs: intervalMs ?? INTERVAL_DEFAULT_MS,
    timeoutMs: timeoutMs ?? TIMEOUT_DEFAULT_MS,
    rise: 1,
    fall: (retries ?? around.triesDefault) + 1,
  };
}

/** Absent when it is the real server's own, or an address that is not its own is refused. */
function portOf(
  reading: Reading,
  { server, servicePort }: Surroundings,
  type: HealthCheck['type'],
): { port?: number } {
  const { context, block } = reading;
  const ip = lastOf(context, block, 'connect_ip');
  if (ip !== undefined) {
    if (ip.words[1]?.text === server.address) context.ledger.ignored(ip, 'its own address');
    else context.ledger.refused(ip, 'a real server is checked at its own address');
  }
  const port = readValue(reading, 'connect_port', `${PATH}.port`, wholeIn(1, 65_535));
  if (type === 'ping' || port === undefined) return {};
  return port === (server.port ?? servicePort) ? {} : { port };
}

function readHttp(reading: Reading): Record<string, unknown> | undefined {
  const { context, block } = reading;
  const [url, ...others] = childrenNamed(block, 'url');
  for (const other of others) context.ledger.refused(other, 'a check asks for one path');
  const host = readValue(reading, 'virtualhost', `${PATH}.http.host`, textOf);
  if (url === undefined) return { http: dropUndefined({ host }) };
  context.ledger.mapped(url, reading.target, `${PATH}.http`);
  const inner = { ...reading, block: url };
  const at = (field: string) => `${PATH}.http.${field}`;
  const path = readValue(inner, 'path', at('path'), ({ text }) =>
    text.startsWith('/') && text.length <= 2_048 ? text : undefined,
  );
  const digest = readValue(inner, 'digest', at('bodyDigest'), ({ text }) =>
    /^[0-9a-fA-F]{32}$/.test(text) ? `md5:${text.toLowerCase()}` : undefined,
  );
  const status = readValue(inner, 'status_code', at('expectStatus'), (_, { words }) =>
    statusCodes(words.slice(1)),
  );
  const ownHost = readValue(inner, 'virtualhost', at('host'), textOf);
  const body = readValue(inner, 'regex', at('expectBody'), ({ text }) =>
    // Only a pattern that means itself is the same as a text that must occur.
    /^[\w \-/<>"'=:;,!@%&]{1,1024}$/.test(text) ? text : undefined,
  );
  const http = {
    path: path ?? '/',
    host: ownHost ?? host,
    expectStatus: status,
    bodyDigest: digest,
    expectBody: body,
  };
  return { http: dropUndefined(http) };
}

const STATUS_MAX = 32;
const REGISTERED = Object.keys(STATUS_CODES).map(Number);

/** `200`, `200-299`, several of them; a wide range stands for the codes that there are in it. */
function statusCodes(words: readonly Word[]): number[] | undefined {
  const codes = new Set<number>();
  for (const { text } of words) {
    const [, first, last] = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(text) ?? [];
    if (first === undefined) return undefined;
    const [from, to] = [Number(first), Number(last ?? first)];
    const isWide = to - from >= STATUS_MAX;
    const known = REGISTERED.filter((code) => code >= from && code <= to);
    const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
    for (const code of isWide ? known : all) codes.add(code);
  }
  const list = [...codes].sort((a, b) => a - b);
  return list.length >= 1 && list.length <= STATUS_MAX ? list : undefined;
}

function readUdp(reading: Reading): Record<string, unknown> {
  const payload = readValue(reading, 'payload', `${PATH}.udp.payload`, ({ text, isQuoted }) => {
    const hex = isQuoted
      ? Buffer.from(text).toString('hex')
      : text.replace(/^0x/, '').toLowerCase();
    return /^([0-9a-f]{2}){0,512}$/.test(hex) ? hex : undefined;
  });
  const reply = lastOf(reading.context, reading.block, 'require_reply');
  if (reply !== undefined) {
    reading.context.ledger.mapped(reply, reading.target, `${PATH}.udp.requireReply`);
  }
  const udp = dropUndefined({ payload, requireReply: reply === undefined ? undefined : true });
  return Object.keys(udp).length === 0 ? {} : { udp };
}

/** keepalived.conf(5): the root's SOA when nothing else is said. */
function readDns(reading: Reading): Record<string, unknown> {
  const name = readValue(reading, 'name', `${PATH}.dns.name`, textOf);
  const recordType = readValue(reading, 'type', `${PATH}.dns.recordType`, ({ text }) =>
    /^(A|AAAA|CNAME|MX|NS|PTR|SOA|SRV|TXT)$/i.test(text) ? text.toUpperCase() : undefined,
  );
  return { dns: { name: name ?? '.', recordType: recordType ?? 'SOA' } };
}

/** The checks of a real server's block. */
export function checksOf(block: Statement): Statement[] {
  return childrenOf(block).filter(({ keyword }) => /_(CHECK|GET)$/.test(keyword.text));
}
