/**
 * The real server's side of a long-lived flow. TCP: one line with its name, then a numbered tick
 * every 100 ms until the client goes, so that a client sees a stall and a reset. UDP on the
 * same port: every datagram comes back behind the server's name. Run as a program:
 * `real-server.ts --name rs1 --port 8081`.
 */
import { createSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';
import { parseArgs } from 'node:util';

export const TICK_MS = 100;

export function serveTicks(name: string, port: number): void {
  createServer((socket) => tick(name, socket)).listen({ port, host: '::' });
  const udp = createSocket({ type: 'udp6' });
  udp.on('message', (message, from) => {
    udp.send(Buffer.concat([Buffer.from(`${name} `), message]), from.port, from.address);
  });
  udp.bind({ port, address: '::' });
}

function tick(name: string, socket: Socket): void {
  let ticks = 0;
  socket.setNoDelay(true);
  socket.write(`${name}\n`);
  const timer = setInterval(() => {
    ticks += 1;
    // What a stalled client has not taken is not worth keeping: the stall is what it measures.
    if (socket.writableLength === 0) socket.write(`${ticks}\n`);
  }, TICK_MS);
  socket.on('close', () => clearInterval(timer));
  // A reset is the client's to report; here it only ends the flow.
  socket.on('error', () => socket.destroy());
  socket.resume();
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { name: { type: 'string' }, port: { type: 'string', default: '8081' } },
  });
  serveTicks(values.name ?? 'unnamed', Number(values.port));
}
