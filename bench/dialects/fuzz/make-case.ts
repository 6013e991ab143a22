/**
 * One text of the fuzz, from seed and number alone: bytes as they come, a soup of signs that mean
 * something to a reader, or pieces of real configurations, cut and mixed up as hands and editors
 * do. Short, so that a million of them can be tried.
 */
import { Random } from './random.ts';

export interface FuzzCase {
  readonly seed: number;
  readonly number: number;
  readonly text: string;
  /** For the choices of the check: which reader, which flavour. */
  readonly random: Random;
}

const BYTES_MAX = 200;
const SOUP_MAX = 60;
const PIECE_MAX = 500;
const MUTATIONS_MAX = 6;

const SIGNS = (
  '{ } " \' ! # \\ $ ~ @ @! @^ ; | & && > >> << ( ) [ ] , = - -- \u2013 \u00a0 \u3000 \ufeff : :: . / ' +
  '0 1 2 255 256 4294967296 -1 1.1.0.0/16 1.1.0.0 10.0.0.1:80 [2001::1]:80 fe80::1 1.1.1.1-9 ' +
  '$A= $A $\u007bA} ~SEQ(A,1,3) ~SEQ(A,1,99999999) include fuzz <init> EOF if fi for done $( ` ' +
  'ipvsadm dpip ip echo cat ethtool sysctl iptables route addr rule link add del dev via table ' +
  '-A -a -t -u -f -r -s -m -b -g -i -w -p -K -P -U -W -Q -z --zone --add-laddr -At -6 show ' +
  'vrrp_instance vrrp_sync_group virtual_server virtual_server_group real_server group zone ' +
  'local_address_group laddr_group_name TCP_CHECK HTTP_GET virtual_ipaddress netif_defs bonding ' +
  'state MASTER lb_kind FNAT protocol TCP UDP -> rr __proto__ constructor'
).split(' ');
const SPACES = ['', ' ', ' ', '\t', '\n', '\r\n', '\r', '\f', ' \\\n'];

export function makeCase(seed: number, number: number, seedFiles: readonly string[]): FuzzCase {
  const random = new Random(seed, number);
  const kind = random.below(10);
  const text =
    kind === 0 ? bytes(random) : kind < 3 ? soup(random) : mutated(random, seedFiles, kind > 7);
  return { seed, number, text, random };
}

function bytes(random: Random): string {
  const length = random.below(BYTES_MAX);
  const buffer = Buffer.from(Array.from({ length }, () => random.below(256)));
  return buffer.toString(random.below(2) === 0 ? 'latin1' : 'utf8');
}

function soup(random: Random): string {
  const parts: string[] = [];
  for (let left = random.below(SOUP_MAX); left > 0; left -= 1) {
    parts.push(random.pick(SIGNS), random.pick(SPACES));
  }
  return parts.join('');
}

function mutated(random: Random, seedFiles: readonly string[], isJoined: boolean): string {
  let text = piece(random.pick(seedFiles), random);
  if (isJoined) text += piece(random.pick(seedFiles), random);
  for (let left = 1 + random.below(MUTATIONS_MAX); left > 0; left -= 1) {
    const start = random.below(text.length + 1);
    const part = text.slice(start, start + random.below(40));
    const by = random.pick([
      '',
      part + part,
      `${random.pick(SIGNS)}${random.pick(SPACES)}${part}`,
      part.toUpperCase(),
      part.replace(/\s+/g, random.pick(SPACES)),
      part.split('').reverse().join(''),
    ]);
    text = text.slice(0, start) + by + text.slice(start + part.length);
  }
  return text;
}

/** Whole lines, mostly: what begins in the middle of one is seldom read at all. */
function piece(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const start = random.below(5) === 0 ? at : text.lastIndexOf('\n', at) + 1;
  return text.slice(start, start + 20 + random.below(PIECE_MAX));
}
