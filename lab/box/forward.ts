/**
 * The loopback listener outside the box: a listening socket stays in the network namespace that it
 * was made in, so the starter makes it and the supervisor, inside, inherits it and serves it. It
 * needs no process of its own and is gone with the box.
 */
import { connect, createServer, type Server } from 'node:net';

/** A browser opens six connections to a host; this is for a handful of people on one machine. */
const CONNECTIONS_MAX = 256;

/** Forwards every connection on the inherited descriptor to the unix socket. */
export function forwardToSocket(fd: number, socketPath: string): Server {
  const server = createServer({ allowHalfOpen: true }, (outside) => {
    const inside = connect({ path: socketPath, allowHalfOpen: true });
    // One side's failure ends the other; while the API is away a caller sees a closed connection.
    outside.on('error', () => inside.destroy());
    inside.on('error', () => outside.destroy());
    outside.on('close', () => inside.destroy());
    inside.on('close', () => outside.destroy());
    outside.pipe(inside).pipe(outside);
  });
  server.maxConnections = CONNECTIONS_MAX;
  return server.listen({ fd });
}
