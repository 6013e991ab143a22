/**
 * `10.0.0.1:80`, `10.0.0.1:http`, `[2001::1]:80`, `10.0.0.1`: an address with a port as ipvsadm
 * takes it. Names of hosts are not looked up: what they mean is known only on the director.
 */
import { parseAddress } from '../../schemas/address.ts';

export interface Endpoint {
  readonly address: string;
  /** Absent when none is written. */
  readonly port?: number;
}

/** The service names that stand in saves made without `-n`; from /etc/services. */
const SERVICE_NAMES: Readonly<Record<string, number>> = {
  'ftp-data': 20,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  domain: 53,
  tftp: 69,
  gopher: 70,
  http: 80,
  www: 80,
  kerberos: 88,
  pop3: 110,
  sunrpc: 111,
  ntp: 123,
  imap2: 143,
  imap: 143,
  snmp: 161,
  ldap: 389,
  https: 443,
  submission: 587,
  ldaps: 636,
  imaps: 993,
  pop3s: 995,
  'ms-sql-s': 1433,
  mysql: 3306,
  'ms-wbt-server': 3389,
  postgresql: 5432,
  amqp: 5672,
  redis: 6379,
  'http-alt': 8080,
  webcache: 8080,
};

const PORT_MAX = 65_535;

const BRACKETED = /^\[([^\]]+)\](?::([^:]*))?$/;
const PLAIN = /^([^:]+):([^:]*)$/;

/** Undefined when the text is no address with a port. */
export function readEndpoint(text: string): Endpoint | undefined {
  const pattern = text.startsWith('[') ? BRACKETED : PLAIN;
  const [, host = text, portText] = pattern.exec(text) ?? [];
  const address = parseAddress(host);
  if (address === undefined) return undefined;
  if (portText === undefined) return { address };
  const port = readPort(portText);
  return port === undefined ? undefined : { address, port };
}

/** A number or a well-known name. */
export function readPort(text: string): number | undefined {
  if (/^\d{1,5}$/.test(text)) return Number(text) <= PORT_MAX ? Number(text) : undefined;
  return Object.hasOwn(SERVICE_NAMES, text) ? SERVICE_NAMES[text] : undefined;
}
