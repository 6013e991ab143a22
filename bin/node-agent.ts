/** The node agent process of one director. `bin/node-agent.ts --help` lists the flags. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Option } from 'commander';
import { openAgentBus } from '../bus/agent-bus.ts';
import { startAgent } from '../node-agent/agent.ts';
import { startHealthChecker } from '../node-agent/health/health-checker.ts';
import { readHostFacts } from '../node-agent/host-facts.ts';
import { openOutbox } from '../node-agent/outbox/outbox.ts';
import { openStore } from '../store/etcd-store.ts';
import { directorFactory } from './director.ts';
import { etcdOptions, natsOptions } from './server-flags.ts';
import {
  nameArgument,
  runService,
  type ServiceFlags,
  serviceCommand,
  VERSION,
} from './service-process.ts';

interface Flags extends ServiceFlags {
  readonly node: string;
}

/** Stands in subjects until the first plan says which cluster the director belongs to. */
const NO_CLUSTER = 'unassigned';

const flags = serviceCommand('node-agent', 'makes one director what its plan says')
  .addOption(
    new Option('--node <name>', 'name of the Node resource that this machine is')
      .makeOptionMandatory()
      .env('SLUICE_NODE')
      .argParser(nameArgument),
  )
  .parse()
  .opts<Flags>();

await runService('node-agent', flags.logLevel, async (log) => {
  const { cell, node, state: stateDir } = flags;
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  const host = await readHostFacts();
  // Neither waits for its server: a director starts from its disk.
  const store = await openStore({ ...etcdOptions(flags), cell, log });
  const bus = openAgentBus({ ...natsOptions(flags), cell, node, log });
  const events = await openOutbox({
    dir: join(stateDir, 'outbox'),
    bootId: host.bootId,
    node,
    cluster: NO_CLUSTER,
    publish: (event) =>
      bus.publishEvent({ ...event, cluster: event.plan?.cluster ?? event.cluster }),
    log,
  });
  const agent = await startAgent({
    node,
    version: VERSION,
    stateDir,
    host,
    store,
    bus,
    events,
    createDirector: directorFactory(stateDir),
    createHealth: (onEdge) => startHealthChecker({ onEdge, log }),
    log,
  });
  const stop = async () => {
    await agent.stop();
    await Promise.allSettled([bus.close(), store.close()]);
  };
  return { stop };
});
