/**
 * A lab's status as text for a person. Pure; programs take the JSON form instead.
 */
import Table from 'cli-table3';
import type { LabStatus } from './lab-api.ts';
import { HUB } from './topology/topology.ts';

export function statusText(status: LabStatus): string {
  const head = [
    `lab ${status.name}: ${status.state}${status.isRootless ? ' (without root)' : ''}`,
    `folder: ${status.dir}`,
  ];
  if (status.state === 'dead') {
    head.push('its box ended without "lab down"; what was left of it has been cleaned away');
  }
  if (status.problem !== undefined) head.push(`problem: ${status.problem}`);
  if (status.processes.length === 0) return `${head.join('\n')}\n`;
  head.push(`API: unix:${status.apiSocket}`);
  if (status.listen !== undefined) head.push(`API forwarded from: http://${status.listen}`);
  return `${[...head, '', processTable(status), '', nodeTable(status)].join('\n')}\n`;
}

function processTable({ processes, dir }: LabStatus): string {
  const head = ['PROCESS', 'STATE', 'NAMESPACE', 'PID IN', 'OUT', 'RESTARTS', 'ADDRESS', 'LOG'];
  return table(head, [
    ...processes.map((process) => [
      process.name,
      process.problem === undefined ? process.state : `${process.state} (!)`,
      process.node === HUB ? `${HUB} (the box)` : process.node,
      process.pid ?? '-',
      process.outsidePid ?? '-',
      process.restarts,
      process.address?.replace(`${dir}/`, '') ?? '-',
      process.logFile.replace(`${dir}/`, ''),
    ]),
  ]);
}

function nodeTable({ nodes }: LabStatus): string {
  return table(
    ['MACHINE', 'ROLE', 'POWER', 'ADDRESSES'],
    nodes.map(({ name, role, isPowered, addresses }) => [
      name,
      ROLES[role],
      isPowered ? 'on' : 'off',
      addresses.join(' '),
    ]),
  );
}

const ROLES = {
  hub: 'hub',
  director: 'director',
  realServer: 'real server',
  client: 'client',
} as const;

/** Columns without lines, so that cut and awk work on it. */
export function table(head: readonly string[], rows: readonly (string | number)[][]): string {
  const NO_LINES = Object.fromEntries(
    ['top', 'bottom', 'left', 'right', 'mid']
      .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
      .concat('middle', 'mid-mid')
      .map((part) => [part, '']),
  );
  const text = new Table({
    head: [...head],
    chars: { ...NO_LINES, middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  text.push(...rows);
  return text
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .join('\n');
}
