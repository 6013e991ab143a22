/** The command line against a controller of its own, a process of this checkout, on real servers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ApplyReply } from '../../schemas/api.ts';
import { withEtcd, withNats } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { type Document, yamlOf } from '../schemas/fleet.ts';
import { type CliOptions, type CliResult, runCli } from './run-cli.ts';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface ControllerCli {
  readonly dir: string;
  readonly etcd: ReturnType<typeof withEtcd>;
  /** A controller on a cell of its own for this block, so that revisions can be named. */
  withController(): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  socket(): string;
  cell(): string;
  sluice(args: readonly string[], options?: CliOptions): Promise<CliResult>;
  /** What a command says in JSON; it must end well and complain of nothing. */
  json<T>(args: readonly string[], options?: CliOptions): Promise<T>;
  apply(documents: readonly Document[], ...more: string[]): Promise<ApplyReply>;
}

/** Temporal is away, which is allowed. */
export function withControllerCli(): ControllerCli {
  const etcd = withEtcd();
  const nats = withNats();
  const dir = tempDir('controller-cli');
  let cells = 0;
  let socket = '';
  let cell = '';
  let controller: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const state = join(dir, cell);
    mkdirSync(state, { recursive: true, mode: 0o700 });
    const args = [
      ...['--etcd', etcd.endpoint, '--nats', nats.endpoint, '--temporal', '127.0.0.1:1'],
      ...['--state', state, '--listen', `unix:${socket}`, '--log-level', 'error', '--cell', cell],
    ];
    controller = spawn(process.execPath, [here('bin/controller.ts'), ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await until('the socket of the controller', () => existsSync(socket), { timeoutMs: 60_000 });
  };
  const stop = async (): Promise<void> => {
    if (controller === undefined || controller.exitCode !== null) return;
    const ended = once(controller, 'exit');
    controller.kill('SIGTERM');
    await ended;
  };
  const sluice: ControllerCli['sluice'] = (args, options = {}) =>
    runCli(args, {
      now: Date.now,
      randomId: randomUUID,
      ...options,
      env: { SLUICE_API: `unix:${socket}`, ...options.env },
    });
  const json = async <T>(args: readonly string[], options: CliOptions = {}): Promise<T> => {
    const { code, stdout, stderr } = await sluice([...args, '-o', 'json'], options);
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as T;
  };
  return {
    ...{ dir, etcd, start, stop, sluice, json },
    socket: () => socket,
    cell: () => cell,
    withController: () => {
      beforeAll(async () => {
        cell = `commands-${cells++}`;
        socket = join(dir, `${cell}.sock`);
        await start();
      });
      afterAll(stop);
    },
    apply: (documents, ...more) =>
      json<ApplyReply>(['apply', '-f', '-', ...more], { stdin: yamlOf(documents) }),
  };
}
