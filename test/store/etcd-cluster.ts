/**
 * Three members of etcd, each in a network namespace of its own, joined by a bridge in a fourth.
 * Clients outside reach each member at a loopback address, by way of a unix socket. A member is
 * cut off from its peers by nftables in its own namespace, so its clients still reach it.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Etcd3 } from 'etcd3';
import { type EtcdServer, startEtcd } from '../../lab/servers/etcd.ts';
import { until } from '../kit/until.ts';

export interface EtcdCluster {
  /** For clients outside, one a member. */
  readonly endpoints: readonly string[];
  /** Number of the member that leads. */
  leader(): Promise<number>;
  kill(member: number): Promise<void>;
  start(member: number): Promise<void>;
  /** From its peers; clients still reach it. */
  cutOff(member: number): Promise<void>;
  rejoin(member: number): Promise<void>;
  close(): Promise<void>;
}

const run = promisify(execFile);
const MEMBERS = [0, 1, 2];
const address = (member: number) => `10.213.0.${member + 1}`;

/** Needs root. `dir` is private. */
export async function startCluster(dir: string): Promise<EtcdCluster> {
  const name = (part: string) => `sl${process.pid}${part}`;
  const inside = (part: string) => ['nsenter', `--net=/run/netns/${name(part)}`, '--'];
  const ip = (...args: string[]) => run('ip', args);
  const servers: (EtcdServer | undefined)[] = [];
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  const start = async (member: number) => {
    servers[member] = await startEtcd({
      dir: join(dir, `m${member}`),
      host: address(member),
      wrap: inside(`m${member}`),
      extraArgs: [
        `--name=m${member}`,
        `--initial-cluster=${MEMBERS.map((of) => `m${of}=http://${address(of)}:2380`).join()}`,
        `--initial-cluster-token=${name('')}`,
      ],
    });
  };
  const nft = async (member: number, rules: string) => {
    const [program = '', ...args] = [...inside(`m${member}`), 'nft', '-f', '-'];
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'inherit'] });
    child.stdin.end(rules);
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`nft in the namespace of member ${member} ended with ${code}`);
  };
  try {
    for (const part of ['sw', ...MEMBERS.map((member) => `m${member}`)]) {
      await ip('netns', 'add', name(part));
      closing.push(() => ip('netns', 'del', name(part)));
      await ip('-n', name(part), 'link', 'set', 'lo', 'up');
    }
    await ip('-n', name('sw'), 'link', 'add', 'br0', 'type', 'bridge', 'forward_delay', '0');
    await ip('-n', name('sw'), 'addr', 'add', '10.213.0.254/24', 'dev', 'br0');
    await ip('-n', name('sw'), 'link', 'set', 'br0', 'up');
    for (const member of MEMBERS) {
      const ns = name(`m${member}`);
      const peer = ['type', 'veth', 'peer', 'name', `p${member}`, 'netns', name('sw')];
      await ip('-n', ns, 'link', 'add', 'eth0', ...peer);
      await ip('-n', ns, 'addr', 'add', `${address(member)}/24`, 'dev', 'eth0');
      await ip('-n', ns, 'link', 'set', 'eth0', 'up');
      await ip('-n', name('sw'), 'link', 'set', `p${member}`, 'master', 'br0', 'up');
    }
    closing.push(() => Promise.all(servers.map((server) => server?.kill())));
    await Promise.all(MEMBERS.map(start));
    const sockets = MEMBERS.map((member) => join(dir, `m${member}.sock`));
    const gateway = await startGateway(inside('sw'), sockets);
    closing.push(() => gateway.kill('SIGKILL'));
    const doors = await Promise.all(sockets.map(startDoor));
    for (const door of doors) closing.push(door.close);
    const endpoints = doors.map(({ port }) => `http://127.0.0.1:${port}`);
    const members = endpoints.map((endpoint) => new Etcd3({ hosts: endpoint }));
    closing.push(() => members.forEach((member) => void member.close()));
    return {
      endpoints,
      leader: () => until('a leader', () => leaderOf(members)),
      kill: async (member) => {
        await servers[member]?.kill();
      },
      start,
      cutOff: (member) => nft(member, cutRules(member)),
      rejoin: (member) => nft(member, 'delete table inet cut\n'),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function cutRules(member: number): string {
  const peers = MEMBERS.filter((of) => of !== member).map(address);
  return [
    'table inet cut {',
    '  chain in {',
    '    type filter hook input priority 0;',
    `    ip saddr { ${peers.join(', ')} } drop`,
    '  }',
    '  chain out {',
    '    type filter hook output priority 0;',
    `    ip daddr { ${peers.join(', ')} } drop`,
    '  }',
    '}',
    '',
  ].join('\n');
}

async function leaderOf(members: readonly Etcd3[]): Promise<number | undefined> {
  const deadline = Date.now() + 1_000;
  for (const [index, member] of members.entries()) {
    const status = await member.maintenance.status({ deadline }).catch(() => undefined);
    if (status !== undefined && status.leader === status.header.member_id) return index;
  }
  return undefined;
}

/** Inside the bridge's namespace: unix sockets that lead to the members. */
async function startGateway(
  wrap: readonly string[],
  sockets: readonly string[],
): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./namespace-gateway.ts', import.meta.url));
  const pairs = sockets.flatMap((path, member) => [path, address(member), '2379']);
  const [program = '', ...args] = [
    ...['setpriv', '--pdeathsig', 'KILL', '--'],
    ...wrap,
    process.execPath,
    script,
    ...pairs,
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

async function startDoor(path: string): Promise<{ port: number; close(): Promise<void> }> {
  const open = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(path);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
