/** What a running director shows against what its files say. */
import type { DpvsConfig } from '../dpvs-conf/config.ts';
import { type Finding, findingAt } from '../finding.ts';
import type { ShownLink } from '../outputs/dpip-show.ts';
import type { ServiceList } from '../outputs/service-list.ts';
import type { Span } from '../text/span.ts';

/** 2^12 buckets, the kernel's default. */
const TABLE_SIZE_DEFAULT = 4_096;

/** Queues of the file against those that the ports run with (`dpip link show`). */
export function queueDrift(config: DpvsConfig, links: readonly ShownLink[]): Finding[] {
  const running = new Map(links.map((link) => [link.device, link]));
  const queues = new Map(config.devices.map((device) => [device.name, device]));
  const ports = [
    ...config.devices,
    ...config.bonds.map((bond) => ({
      ...queues.get(bond.slaves[0]?.text ?? ''),
      name: bond.name,
      statement: bond.statement,
    })),
  ];
  return ports.flatMap(({ name, rxQueues, txQueues, statement }) => {
    const link = running.get(name);
    if (link === undefined) return [];
    const differs = [
      ...(rxQueues !== undefined && rxQueues !== link.rxQueues
        ? [`rx ${rxQueues}, runs ${link.rxQueues}`]
        : []),
      ...(txQueues !== undefined && txQueues !== link.txQueues
        ? [`tx ${txQueues}, runs ${link.txQueues}`]
        : []),
    ];
    if (differs.length === 0) return [];
    const message = `${name} has queues ${differs.join('; ')}`;
    return [findingAt(statement.keyword.span, 'W_QUEUES_DIFFER', message)];
  });
}

/** A connection table of the default size, in the listing of a director with services. */
export function tableSize({ tableSize: size, services }: ServiceList, at: Span): Finding[] {
  if (size !== TABLE_SIZE_DEFAULT || services.length === 0) return [];
  const message = `the connection table has ${size} buckets`;
  const hint = 'load ip_vs with conn_tab_bits=20';
  return [findingAt(at, 'W_CONNECTION_TABLE_SMALL', message, { hint })];
}
