/** dpvs.conf: bonds and their slaves, workers and the queues that they poll. */
import type { DpvsBond, DpvsConfig } from '../../dpvs-conf/config.ts';
import { type Finding, findingAt } from '../../finding.ts';
import type { Word } from '../../text/span.ts';
import type { Rule } from '../rule.ts';

/** A port has at most this many queues; more is a slip of the pen and not counted out. */
const QUEUES_MAX = 1_024;

export const DPVS_CONF: Rule = {
  codes: [
    'E_SLAVE_KNI',
    'E_PRIMARY_NOT_SLAVE',
    'E_WORKER_SLAVE_PORT',
    'E_QUEUE_TWICE',
    'E_QUEUE_WITHOUT_WORKER',
  ],
  check({ node }) {
    return node.dpvsConf.flatMap(({ config }) => [
      ...bondFindings(config),
      ...workerPorts(config),
      ...queueFindings(config),
    ]);
  },
};

function bondFindings({ bonds, devices }: DpvsConfig): Finding[] {
  const bondOf = slaves(bonds);
  const kni = devices.flatMap(({ name, kniName }) => {
    const bond = bondOf.get(name);
    if (bond === undefined || kniName === undefined) return [];
    const { file, start, end } = kniName.span;
    const fix = { title: 'leave it out', edits: [{ file, start, end, text: '' }] };
    const message = `${name} is a slave of ${bond.name}: the KNI interface is that of the bond`;
    return [findingAt(kniName.span, 'E_SLAVE_KNI', message, { fix })];
  });
  const primaries = bonds.flatMap(({ primary, slaves: own, name }) => {
    if (primary === undefined || own.some(({ text }) => text === primary.text)) return [];
    const hint = `it has ${own.map(({ text }) => text).join(', ')}`;
    const message = `${primary.text} is no slave of ${name}`;
    return [findingAt(primary.span, 'E_PRIMARY_NOT_SLAVE', message, { hint })];
  });
  return [...kni, ...primaries];
}

function slaves(bonds: readonly DpvsBond[]): Map<string, DpvsBond> {
  return new Map(bonds.flatMap((bond) => bond.slaves.map(({ text }) => [text, bond] as const)));
}

function workerPorts({ bonds, workers }: DpvsConfig): Finding[] {
  const bondOf = slaves(bonds);
  return workers.flatMap(({ ports, name }) =>
    ports.flatMap(({ port }) => {
      const bond = bondOf.get(port.text);
      if (bond === undefined) return [];
      const message = `${name} polls ${port.text}, a slave of ${bond.name}`;
      return [findingAt(port.span, 'E_WORKER_SLAVE_PORT', message, { hint: `name ${bond.name}` })];
    }),
  );
}

function queueFindings(config: DpvsConfig): Finding[] {
  const findings: Finding[] = [];
  const polled = new Map<string, string>();
  for (const { name, ports } of config.workers) {
    for (const { port, rxQueues, txQueues } of ports) {
      for (const [direction, words] of [
        ['rx', rxQueues],
        ['tx', txQueues],
      ] as const) {
        for (const word of words) findings.push(...claim(polled, name, port, direction, word));
      }
    }
  }
  return config.workers.length === 0 ? findings : [...findings, ...unpolled(config, polled)];
}

function claim(
  polled: Map<string, string>,
  worker: string,
  port: Word,
  direction: string,
  queue: Word,
): Finding[] {
  const key = `${port.text} ${direction} ${queue.text}`;
  const owner = polled.get(key);
  if (owner === undefined) {
    polled.set(key, worker);
    return [];
  }
  const message = `${direction} queue ${queue.text} of ${port.text} is polled by ${owner} too`;
  return [findingAt(queue.span, 'E_QUEUE_TWICE', message)];
}

/** Only for ports that some worker names: a capture may have a part of the workers alone. */
function unpolled(config: DpvsConfig, polled: ReadonlyMap<string, string>): Finding[] {
  const named = new Set(config.workers.flatMap(({ ports }) => ports.map(({ port }) => port.text)));
  const ports = [
    ...config.devices.map((device) => ({ ...device, name: device.name })),
    ...config.bonds.map((bond) => {
      // A bond has the queues of its slaves.
      const slave = config.devices.find(({ name }) => name === bond.slaves[0]?.text);
      return { ...slave, name: bond.name, statement: bond.statement };
    }),
  ];
  return ports
    .filter(({ name }) => named.has(name))
    .flatMap(({ name, rxQueues = 0, statement }) => {
      const missing: number[] = [];
      for (let queue = 0; queue < Math.min(rxQueues, QUEUES_MAX); queue++) {
        if (!polled.has(`${name} rx ${queue}`)) missing.push(queue);
      }
      if (missing.length === 0) return [];
      const list = missing.length > 4 ? `${missing[0]}-${missing.at(-1)}` : missing.join(', ');
      const message = `no worker polls rx queue ${list} of ${name} (it has ${rxQueues})`;
      return [findingAt(statement.keyword.span, 'E_QUEUE_WITHOUT_WORKER', message)];
    });
}
