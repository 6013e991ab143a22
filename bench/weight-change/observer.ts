/**
 * Runs beside the control plane, inside the lab, and prints what the system records of each change
 * as JSON lines: the event in the log, the ref, what the director said when its kernel had it.
 * Ends with its stdin.
 */
import pino from 'pino';
import { openControlBus } from '../../bus/control-bus.ts';
import { CELL, ETCD_URL, NATS_URL } from '../../lab/fleet/processes.ts';
import { openStore } from '../../store/etcd-store.ts';
import { CLUSTER, DIRECTOR } from './fleet.ts';
import type { Observation } from './observations.ts';

const log = pino({ name: 'observer', level: 'warn' }, pino.destination({ fd: 2, sync: true }));
const print = (observation: Observation) => {
  process.stdout.write(`${JSON.stringify(observation)}\n`);
};
const fail = (error: unknown) => {
  log.fatal({ err: error }, 'cannot observe any further');
  process.exit(1);
};

const store = await openStore({ endpoints: [ETCD_URL], cell: CELL });
const bus = openControlBus({ servers: [NATS_URL], cell: CELL, log });
const ended = new AbortController();
process.stdin.resume().once('end', () => {
  ended.abort();
  process.exit(0);
});

await store.followEvents({
  after: await store.readHead(),
  onEvent: ({ seq, timeMs }) => print({ type: 'commit', revision: seq, timeMs }),
  onFailed: fail,
});
await store.followRef({
  node: DIRECTOR,
  onRef: (ref) => {
    if (ref === undefined) return;
    const { generation } = ref.plan;
    store
      .newestGeneration(CLUSTER)
      .then((newest) => {
        // A generation that came meanwhile brings a ref of its own.
        if (newest?.generation !== generation) return;
        const { revision } = newest;
        print({ type: 'ref', revision, generation, writtenAtMs: ref.writtenAtMs });
      })
      .catch(fail);
  },
  onFailed: fail,
});
print({ type: 'ready' });
const { signal } = ended;
for await (const { plan, timeMs, body } of bus.readEvents({ last: 0, follow: true, signal })) {
  if (body.type !== 'PlanApplied' || plan === undefined) continue;
  const { generation } = plan;
  print({ type: 'applied', generation, timeMs, durationMs: body.durationMs, ops: body.ops });
}
