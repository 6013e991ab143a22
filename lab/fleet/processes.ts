/**
 * What runs in a lab, as process descriptions: the servers, the control plane, an agent on each
 * director and two services on each real server. Pure. No keepalived or conntrackd: the agents
 * start those themselves, as in production.
 */
import { fileURLToPath } from 'node:url';
import { apiSocket } from '../box/box-spec.ts';
import type { ProcessSpec, ServerProgram } from '../box/process-spec.ts';
import type { LabPart } from '../lab-api.ts';
import { HUB, HUB_ADDRESS, type LabMachine, type LabTopology } from '../topology/topology.ts';

export interface FleetOptions {
  readonly dir: string;
  readonly topology: LabTopology;
  readonly parts: readonly LabPart[];
}

export const CELL = 'lab';
export const ETCD_URL = `http://${HUB_ADDRESS}:2379`;
export const NATS_URL = `nats://${HUB_ADDRESS}:4222`;
/**
 * Only the controller and the worker need it, and they run beside it. At another address than
 * loopback `temporal server start-dev` 1.5.1 takes ten seconds to stop instead of one.
 */
const TEMPORAL_HOST = '127.0.0.1';
export const TEMPORAL_ADDRESS = `${TEMPORAL_HOST}:7233`;

/** nginx; both, since examples use either as the port of a web service. */
export const WEB_PORTS: readonly number[] = [80, 8080];
/** A stream of ticks over TCP, an echo over UDP: lab/traffic/real-server.ts. */
export const TICK_PORT = 8081;

export function fleetProcesses(options: FleetOptions): ProcessSpec[] {
  const { topology, parts } = options;
  const has = (part: LabPart) => parts.includes(part);
  const servers = has('servers') ? serverProcesses(options) : [];
  const needs = servers.map(({ name }) => name);
  return [
    ...servers,
    ...(has('controller') ? [controller(options, needs)] : []),
    ...(has('worker') ? [worker(options, needs)] : []),
    ...(has('agents') ? topology.directors.map((node) => agent(options, node, needs)) : []),
    ...(has('realServers') ? topology.realServers.flatMap((node) => services(options, node)) : []),
  ];
}

/** The sources of this checkout; a program is run as it is, without a build. */
function source(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

export const CONTROLLER = source('bin/controller.ts');
export const WORKER = source('bin/worker.ts');
export const NODE_AGENT = source('bin/node-agent.ts');
/** Wrong flags or an unreachable server end either within this time. */
const STEADY = { kind: 'steady', forMs: 2000 } as const;
const TICK_SERVER = source('lab/traffic/real-server.ts');

function serverProcesses({ dir }: FleetOptions): ProcessSpec[] {
  const server = (name: ServerProgram['server'], host: string, address: string): ProcessSpec => ({
    name,
    node: HUB,
    program: { kind: 'server', server: name, host, dir: `${dir}/data/${name}` },
    restart: 'always',
    address,
  });
  return [
    server('etcd', HUB_ADDRESS, ETCD_URL),
    server('nats', HUB_ADDRESS, NATS_URL),
    server('temporal', TEMPORAL_HOST, TEMPORAL_ADDRESS),
  ];
}

const SERVER_FLAGS = [...['--cell', CELL], ...['--etcd', ETCD_URL], ...['--nats', NATS_URL]];

function controller({ dir }: FleetOptions, after: readonly string[]): ProcessSpec {
  return {
    name: 'controller',
    node: HUB,
    program: {
      kind: 'command',
      argv: [
        ...[process.execPath, CONTROLLER, ...SERVER_FLAGS, '--temporal', TEMPORAL_ADDRESS],
        ...['--listen', `unix:${apiSocket(dir)}`, '--state', `${dir}/data/controller`],
      ] as [string, ...string[]],
    },
    after,
    readiness: { kind: 'socket', path: apiSocket(dir) },
    restart: 'always',
    address: `unix:${apiSocket(dir)}`,
  };
}

function worker({ dir }: FleetOptions, after: readonly string[]): ProcessSpec {
  return {
    name: 'worker',
    node: HUB,
    program: {
      kind: 'command',
      argv: [
        ...[process.execPath, WORKER, ...SERVER_FLAGS, '--temporal', TEMPORAL_ADDRESS],
        ...['--state', `${dir}/data/worker`],
      ] as [string, ...string[]],
    },
    after,
    readiness: STEADY,
    restart: 'always',
  };
}

function agent({ dir }: FleetOptions, node: LabMachine, after: readonly string[]): ProcessSpec {
  const management = node.links.find(({ network }) => network === 'mgmt')?.addresses[0];
  return {
    name: `agent@${node.name}`,
    node: node.name,
    program: {
      kind: 'command',
      argv: [
        ...[process.execPath, NODE_AGENT, ...SERVER_FLAGS, '--node', node.name],
        ...['--state', `${dir}/nodes/${node.name}`],
      ] as [string, ...string[]],
    },
    after,
    readiness: STEADY,
    restart: 'always',
    // keepalived and conntrackd go on when their agent is killed.
    killScope: 'process',
    ...(management === undefined ? {} : { address: management.replace(/\/.*/, '') }),
  };
}

/** Where nginxConfig is written before the lab starts. */
export function nginxFolder(dir: string, node: string): string {
  return `${dir}/nodes/${node}`;
}

function services({ dir }: FleetOptions, node: LabMachine): ProcessSpec[] {
  const address = node.links[0]?.addresses[0]?.replace(/\/.*/, '') ?? '';
  const folder = nginxFolder(dir, node.name);
  const web: ProcessSpec = {
    name: `nginx@${node.name}`,
    node: node.name,
    program: {
      kind: 'command',
      argv: ['nginx', '-e', 'stderr', '-p', folder, '-c', `${folder}/nginx.conf`],
    },
    readiness: { kind: 'listening', port: WEB_PORTS[0] ?? 80 },
    restart: 'always',
    killScope: 'group',
    address: WEB_PORTS.map((port) => `${address}:${port}`).join(' '),
  };
  const tick: ProcessSpec = {
    name: `tick@${node.name}`,
    node: node.name,
    program: {
      kind: 'command',
      argv: [
        ...([process.execPath, TICK_SERVER] as const),
        ...['--name', node.name, '--port', String(TICK_PORT)],
      ],
    },
    readiness: { kind: 'listening', port: TICK_PORT },
    restart: 'always',
    killScope: 'group',
    address: `${address}:${TICK_PORT}`,
  };
  return [web, tick];
}
