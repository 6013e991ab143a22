/** Sends and catches bare IPv4 packets of a protocol that Node has no sockets for. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Endpoint } from './balancer-network.ts';

const SEND = `use Socket;
my ($protocol, $to, $hex) = @ARGV;
socket(my $socket, AF_INET, SOCK_RAW, $protocol) or die;
send($socket, pack('H*', $hex), 0, pack_sockaddr_in(0, inet_aton($to))) or die;`;

const CATCH = `use Socket;
socket(my $socket, AF_INET, SOCK_RAW, $ARGV[0]) or die;
$| = 1; alarm 20; print "listening\\n";
while (defined recv($socket, my $packet, 2048, 0)) { print unpack('H*', $packet), "\\n" }`;

export interface CaughtPacket {
  readonly source: string;
  /** What follows the IP header, in hexadecimal digits. */
  readonly payload: string;
}

export async function sendRaw(
  from: Pick<Endpoint, 'run'>,
  protocol: number,
  to: string,
  payload: string,
): Promise<void> {
  await from.run(['perl', '-e', SEND, String(protocol), to, payload]);
}

/** Listens; resolves when packets are caught from now on. */
export async function catchRaw(
  at: Endpoint,
  protocol: number,
): Promise<{ next(): Promise<CaughtPacket>; close(): Promise<void> }> {
  const argv = ['netns', 'exec', at.netns, 'perl', '-e', CATCH, String(protocol)];
  const child = spawn('ip', argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => String((await lines.next()).value);
  if ((await line()) !== 'listening') throw new Error('perl does not listen');
  return {
    next: async () => parsePacket(await line()),
    close: async () => {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function parsePacket(hex: string): CaughtPacket {
  const bytes = Buffer.from(hex, 'hex');
  const headerBytes = ((bytes[0] ?? 0) & 0xf) * 4;
  return {
    source: bytes.subarray(12, 16).join('.'),
    payload: bytes.subarray(headerBytes).toString('hex'),
  };
}
