/**
 * A worker as a process of its own, for tests that kill it: `worker-child.ts ADDRESS NAMESPACE`.
 * Its ports are in the parent. Ends with the parent.
 */
import pino from 'pino';
import { runWorker } from '../../workflows/worker.ts';
import { portsOverIpc } from './ports-over-ipc.ts';

const [address = '', namespace = ''] = process.argv.slice(2);
const orphaned = () => process.exit(1);
process.once('disconnect', orphaned);
const worker = await runWorker({
  address,
  namespace,
  ports: portsOverIpc(),
  identity: `child-${process.pid}`,
  logger: pino({ level: 'warn' }, pino.destination(2)),
});
process.once('SIGTERM', async () => {
  await worker.shutdown();
  // Without the channel nothing is left that keeps the process: it ends by itself, or hangs.
  process.off('disconnect', orphaned);
  process.disconnect();
});
