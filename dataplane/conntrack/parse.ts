/**
 * One line of conntrack(8), a listed entry (`-L -o extended`) or an event (`-E`), as a connection
 * with its mark. The original tuple is what the client sent, the reply tuple what the real server
 * answers to, so the two together show both sides of the director.
 */
import { parseAddress } from '../../schemas/address.ts';
import type { Connection, ConnectionEvent } from '../../schemas/dataplane.ts';
import type { FlowProtocol } from '../../schemas/names.ts';

export interface TrackedConnection {
  readonly connection: Connection;
  readonly mark: number;
}

export interface TrackedEvent extends TrackedConnection {
  readonly kind: ConnectionEvent['kind'];
}

/** conntrack(8) has a name for ICMP of each family. */
const PROTOCOLS: ReadonlyMap<string, FlowProtocol> = new Map([
  ['tcp', 'tcp'],
  ['udp', 'udp'],
  ['icmp', 'icmp'],
  ['icmpv6', 'icmp'],
]);

/** undefined for what is neither TCP, UDP nor ICMP, and for what is no entry. */
export function parseConnection(line: string): TrackedConnection | undefined {
  const words = line.trim().split(/\s+/);
  const start = words.findIndex((word) => PROTOCOLS.has(word));
  const protocol = PROTOCOLS.get(words[start] ?? '');
  const firstTuple = words.findIndex((word) => word.startsWith('src='));
  if (protocol === undefined || firstTuple < start) return undefined;
  // protocol, its number, then timeout (not in a DESTROY event) and state (TCP only).
  const between = words.slice(start + 2, firstTuple);
  const timeout = between.find((word) => /^\d+$/.test(word));
  const fields = readFields(words.slice(firstTuple));
  const [original, reply] = fields.tuples;
  if (original === undefined || reply === undefined) return undefined;
  return {
    mark: fields.mark,
    connection: {
      protocol,
      client: { address: original.src, port: original.sport },
      vip: { address: original.dst, port: original.dport },
      local: { address: reply.dst, port: reply.dport },
      realServer: { address: reply.src, port: reply.sport },
      state: between.find((word) => /^[A-Z][A-Z0-9_]*$/.test(word)) ?? '',
      timeoutS: Number(timeout ?? 0),
      packets: original.packets + reply.packets,
      bytes: original.bytes + reply.bytes,
    },
  };
}

/** As above, for a line that starts with `[NEW]`, `[UPDATE]` or `[DESTROY]`. */
export function parseEvent(line: string): TrackedEvent | undefined {
  const kind = /\[(NEW|UPDATE|DESTROY)\]/.exec(line)?.[1]?.toLowerCase();
  const tracked = kind === undefined ? undefined : parseConnection(line);
  return tracked && { kind: kind as ConnectionEvent['kind'], ...tracked };
}

interface Tuple {
  src: string;
  dst: string;
  sport: number;
  dport: number;
  packets: number;
  bytes: number;
}

/** Fields come twice, the original direction first; `src` starts a direction. */
function readFields(words: readonly string[]): { tuples: Tuple[]; mark: number } {
  const tuples: Tuple[] = [];
  let mark = 0;
  for (const word of words) {
    const split = word.indexOf('=');
    if (split < 0) continue;
    const name = word.slice(0, split);
    const value = word.slice(split + 1);
    if (name === 'src') {
      tuples.push({ src: canonical(value), dst: '', sport: 0, dport: 0, packets: 0, bytes: 0 });
    }
    const tuple = tuples.at(-1);
    if (name === 'mark') mark = Number(value);
    else if (tuple === undefined) continue;
    else if (name === 'dst') tuple.dst = canonical(value);
    else if (name === 'id') {
      // An echo identifier is the port of the inner end, which sends the requests.
      if (tuples.length === 1) tuple.sport = Number(value);
      else tuple.dport = Number(value);
    } else if (name === 'sport' || name === 'dport' || name === 'packets' || name === 'bytes') {
      tuple[name] = Number(value);
    }
  }
  return { tuples, mark };
}

function canonical(address: string): string {
  return address.includes(':') ? (parseAddress(address) ?? address) : address;
}
