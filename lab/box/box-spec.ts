/**
 * What a box is told at its birth: a file in the lab's folder, written by the starter and read by
 * the supervisor, and where things are in that folder.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { LabTopology } from '../topology/topology.ts';
import type { ProcessSpec } from './process-spec.ts';

export interface BoxSpec {
  readonly topology: LabTopology;
  readonly processes: readonly ProcessSpec[];
  /** The file descriptor of a listening socket made outside the box, which forwards to the API. */
  readonly listenFd?: number;
}

export function writeBoxSpec(dir: string, spec: BoxSpec): void {
  writeFileSync(boxSpecFile(dir), `${JSON.stringify(spec, undefined, 2)}\n`, { mode: 0o600 });
}

export function readBoxSpec(dir: string): BoxSpec {
  return JSON.parse(readFileSync(boxSpecFile(dir), 'utf8')) as BoxSpec;
}

/** The pipe whose end of file means that the holder of the lab has died. */
export const LIFELINE_FD = 3;
export const LISTEN_FD = 4;

/** sun_path of sockaddr_un (unix(7)) less its zero byte. */
export const SOCKET_PATH_MAX = 107;

export const boxSpecFile = (dir: string) => `${dir}/run/box.json`;
export const controlSocket = (dir: string) => `${dir}/run/lab.sock`;
export const apiSocket = (dir: string) => `${dir}/run/api.sock`;
export const logFile = (dir: string, name: string) => `${dir}/logs/${name}.log`;
/** What the supervisor itself says; empty when all is well. */
export const boxLog = (dir: string) => logFile(dir, 'box');
