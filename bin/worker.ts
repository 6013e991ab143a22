/** The worker process: runs the procedures. `bin/worker.ts --help` lists the flags. */
import { hostname } from 'node:os';
import { Option } from 'commander';
import { openControlBus } from '../bus/control-bus.ts';
import { openStore } from '../store/etcd-store.ts';
import { runWorker } from '../workflows/worker.ts';
import { createProcedurePorts } from './procedure-ports.ts';
import { etcdOptions, natsOptions } from './server-flags.ts';
import { runService, type ServiceFlags, serviceCommand } from './service-process.ts';

interface Flags extends ServiceFlags {
  readonly temporal: string;
  readonly temporalNamespace: string;
}

const command = serviceCommand('worker', 'runs the procedures: drain, undrain, config rollout')
  .addOption(
    new Option('--temporal <address>', 'host:port of Temporal')
      .default('127.0.0.1:7233')
      .env('SLUICE_TEMPORAL'),
  )
  .addOption(new Option('--temporal-namespace <name>', 'namespace in Temporal').default('sluice'));

const flags = command.parse().opts<Flags>();

await runService('worker', flags.logLevel, async (log) => {
  const { cell, temporal: address, temporalNamespace: namespace } = flags;
  const store = await openStore({ ...etcdOptions(flags), cell, log });
  const bus = openControlBus({ ...natsOptions(flags), cell, log });
  const close = async () => {
    await Promise.allSettled([bus.close(), store.close()]);
  };
  try {
    const ports = createProcedurePorts(store, bus);
    const identity = `worker/${hostname()}/${process.pid}`;
    const worker = await runWorker({ address, namespace, ports, identity, logger: log });
    const stop = async () => {
      await worker.shutdown();
      await close();
    };
    return { stop, failed: worker.finished };
  } catch (error) {
    await close();
    throw error;
  }
});
