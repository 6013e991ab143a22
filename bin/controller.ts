/** The controller process: API, compile, publish, keep. `bin/controller.ts --help` lists the flags. */
import { InvalidArgumentError, Option } from 'commander';
import { openControlBus } from '../bus/control-bus.ts';
import { startController } from '../controller/controller.ts';
import { createProcedures } from '../controller/procedures/procedures.ts';
import { directoryArchive } from '../store/archive/directory-archive.ts';
import { openStore } from '../store/etcd-store.ts';
import { KEEP_POLICY } from '../store/upkeep/upkeep.ts';
import { etcdOptions, natsOptions } from './server-flags.ts';
import { runService, type ServiceFlags, serviceCommand, VERSION } from './service-process.ts';

interface Flags extends ServiceFlags {
  readonly temporal: string;
  readonly temporalNamespace: string;
  readonly listen: string;
  readonly archive?: string;
  readonly etcdQuota: number;
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
  )
  .addOption(
    new Option(
      '--archive <dir>',
      'folder where old events go before they leave etcd, the same for every controller;\n' +
        'without it none leaves, and a lost etcd cannot be rebuilt',
    ).env('SLUICE_ARCHIVE'),
  )
  .addOption(
    new Option('--etcd-quota <bytes>', "etcd's --quota-backend-bytes, which alarms go by")
      .default(KEEP_POLICY.quotaBytes, '2 GiB')
      .env('SLUICE_ETCD_QUOTA')
      .argParser(bytesArgument),
  );

const flags = command.parse().opts<Flags>();

await runService('controller', flags.logLevel, async (log) => {
  const { cell, temporal, temporalNamespace, listen } = flags;
  const archive = flags.archive === undefined ? undefined : directoryArchive(flags.archive);
  const keeping = { archive, policy: { quotaBytes: flags.etcdQuota } };
  const store = await openStore({ ...etcdOptions(flags), cell, archive, log });
  const bus = openControlBus({ ...natsOptions(flags), cell, log });
  const procedures = createProcedures({ address: temporal, namespace: temporalNamespace });
  const close = async () => {
    await Promise.allSettled([procedures.close(), bus.close(), store.close()]);
  };
  const defect = Promise.withResolvers<never>();
  defect.promise.catch(() => undefined);
  try {
    const parts = { version: VERSION, cell, listen, store, bus, procedures, keeping, log };
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

function bytesArgument(text: string): number {
  const bytes = Number(text);
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw new InvalidArgumentError('write a whole number of bytes, such as 8589934592');
}
