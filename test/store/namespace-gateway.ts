/**
 * Runs inside a network namespace: what connects to a unix socket is led to a host and port of that
 * namespace. Arguments: path host port, again and again.
 */
import net from 'node:net';

const args = process.argv.slice(2);
const listening: Promise<void>[] = [];
for (let i = 0; i + 2 < args.length; i += 3) {
  const [path = '', host = '', port = ''] = args.slice(i, i + 3);
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), host);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  listening.push(new Promise((resolve) => server.listen(path, resolve)));
}
await Promise.all(listening);
process.stdout.write('ready\n');
