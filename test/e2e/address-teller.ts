/**
 * A server outside that tells each caller by which address it sees it: one line with that, then a
 * numbered tick every 100 ms for as long as the caller stays, as lab/traffic/real-server.ts does.
 * Says `listening` and ends with its stdin. Run as `address-teller.ts PORT`.
 */
import { createServer } from 'node:net';

const TICK_MS = 100;

const server = createServer((socket) => {
  let ticks = 0;
  socket.setNoDelay(true);
  socket.write(`${socket.remoteAddress?.replace('::ffff:', '')}\n`);
  const timer = setInterval(() => {
    ticks += 1;
    if (socket.writableLength === 0) socket.write(`${ticks}\n`);
  }, TICK_MS);
  socket.on('close', () => clearInterval(timer));
  socket.on('error', () => socket.destroy());
  socket.resume();
});
server.listen({ port: Number(process.argv[2]), host: '::' }, () => {
  process.stdout.write('listening\n');
});
process.stdin.on('end', () => process.exit(0)).resume();
