/** Members of one etcd cluster on loopback, each in a folder of its own, and etcdctl for people. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serverBinary } from '../../lab/servers/binaries.ts';
import { type EtcdServer, startEtcd } from '../../lab/servers/etcd.ts';
import { freePort } from '../../lab/servers/free-port.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { atEnd } from './fixtures.ts';

export interface Member {
  readonly name: string;
  readonly dir: string;
  readonly clientPort: number;
  readonly peerPort: number;
}

export const clientUrl = ({ clientPort }: Member) => `http://127.0.0.1:${clientPort}`;
export const peerUrl = ({ peerPort }: Member) => `http://127.0.0.1:${peerPort}`;

/** A place for a member; nothing is started. */
export async function memberAt(name: string): Promise<Member> {
  const [clientPort, peerPort] = [await freePort(), await freePort()];
  return { name, dir: join(tempDir('member'), name), clientPort, peerPort };
}

/** Ended after the test. `cluster`: those that it finds at its first start, itself among them. */
export async function startMember(
  { name, dir, clientPort, peerPort }: Member,
  cluster: readonly Member[],
  ...extraArgs: string[]
): Promise<EtcdServer> {
  const peers = cluster.map((member) => `${member.name}=${peerUrl(member)}`).join();
  const server = await startEtcd({
    dir,
    clientPort,
    peerPort,
    extraArgs: [`--name=${name}`, `--initial-cluster=${peers}`, ...extraArgs],
  });
  atEnd(() => server.kill());
  return server;
}

/** Runs one of etcd's own tools; its standard output. */
export async function etcdTool(
  tool: 'etcdctl' | 'etcdutl',
  ...args: readonly string[]
): Promise<string> {
  const { stdout } = await promisify(execFile)(await serverBinary(tool), [...args]);
  return stdout;
}

/** etcdctl against a member, as the runbook writes it. */
export const etcdctl = (member: Pick<Member, 'clientPort'>, ...args: readonly string[]) =>
  etcdTool('etcdctl', `--endpoints=http://127.0.0.1:${member.clientPort}`, ...args);
