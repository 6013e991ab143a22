/**
 * Free TCP ports for servers that are killed and started again on the same port. Ports come from
 * below the kernel's ephemeral range: a client that keeps dialling a dead loopback port inside
 * that range can be given the very port as its source, connect to itself, and so keep the server
 * from coming back.
 */
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { FleetError } from '../../schemas/errors.ts';

/** Below this the well-known services of a machine live. */
const PORT_MIN = 10_000;

/** Each try is a random port; on a machine with half its ports taken 64 misses never happen. */
const TRIES_MAX = 64;

const given = new Set<number>();

/**
 * A port on which nothing listens at `host`, never the same one twice in a process. It is not
 * held: another process may take it first, which the server then reports as E_PORT_TAKEN.
 */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const end = Math.max(ephemeralStart(), PORT_MIN + 1000);
  for (let tried = 0; tried < TRIES_MAX; tried++) {
    const port = randomInt(PORT_MIN, end);
    if (given.has(port) || !(await isFree(host, port))) continue;
    given.add(port);
    return port;
  }
  throw new FleetError('E_PORT_TAKEN', `no free port at ${host} after ${TRIES_MAX} tries`);
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(new FleetError('E_LAB', `cannot listen at ${host}`, { cause: error }));
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** The first port of ip_local_port_range (ip-sysctl); the kernel's default where it is hidden. */
function ephemeralStart(): number {
  try {
    const range = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8');
    return Number.parseInt(range, 10);
  } catch {
    return 32_768;
  }
}
