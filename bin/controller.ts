/** The controller process: API, compile, publish. `bin/controller.ts --help` lists the flags. */
import { Option } from 'commander';
import { openControlBus } from '../bus/control-bus.ts';
import { startController } from '../controller/controller.ts';
import { createProcedures } from '../controller/procedures/procedures.ts';
import { openStore } from '../store/etcd-store.ts';
import { etcdOptions, natsOptions } from './server-flags.ts';
import { runService, type ServiceFlags, serviceCommand, VERSION } from './service-process.ts';

interface Flags extends ServiceFlags {
  readonly temporal: string;
  readonly temporalNamespace: string;
  readonly listen: string;
}

const command = serviceCommand('controller', 'keeps the spec, compiles it and serves the API')
  .addOption(
    new Option('--temporal <address>', 'host:port of Temporal')
      .default('127.0.0.1:7233')
      .env('SLUICE_TEMPORAL'),
  )
  .addOption(new Option('--temporal-namespace <name>', 'namespace in Temporal').default('sluice'))
  .addOption(
    new Option('--listen <where>', 'unix:/path/api.sock, or host:port')
      .default('unix:/run/sluice/api.sock')
      .env('SLUICE_LISTEN'),
  );

const flags = command.parse().opts<Flags>();

await runService('controller', flags.logLevel, async (log) => {
  const { cell, temporal, temporalNamespace, listen } = flags;
  const store = await openStore({ ...etcdOptions(flags), cell, log });
  const bus = openControlBus({ ...natsOptions(flags), cell, log });
  const procedures = createProcedures({ address: temporal, namespace: temporalNamespace });
  const close = async () => {
    await Promise.allSettled([procedures.close(), bus.close(), store.close()]);
  };
  const defect = Promise.withResolvers<never>();
  defect.promise.catch(() => undefined);
  try {
    const parts = { version: VERSION, cell, listen, store, bus, procedures, log };
    const controller = await startController({ ...parts, onDefect: defect.reject });
    const stop = async () => {
      await controller.stop();
      await close();
    };
    return { stop, failed: defect.promise };
  } catch (error) {
    await close();
    throw error;
  }
});
