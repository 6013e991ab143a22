/**
 * A small network of namespaces for real packets: one client, one director, two real servers, each
 * real server behind its own link and with the director as its way out (so `nat` works as well as
 * `fullnat`). Names carry the process id; everything goes with `close()`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runTool } from '../../dataplane/tool.ts';
import type { Command, Greeting, Peer, Reply } from './endpoint.ts';

export interface BalancerNetwork {
  /** Namespace of the director, for `createNftDataplane({ netns })`. */
  readonly director: string;
  readonly client: Endpoint;
  readonly servers: readonly [Endpoint, Endpoint];
  /** Runs a command in the director's namespace; rejects when it fails. */
  inDirector(argv: readonly string[], stdin?: string): Promise<string>;
  close(): Promise<void>;
}

/** Addresses of the network; VIPs and LIPs sit on the director's loopback. */
export const NET = {
  ipv4: {
    client: '10.99.0.10',
    vip: '10.99.9.1',
    servers: ['10.98.1.21', '10.98.2.21'],
    lips: ['10.97.0.101', '10.97.0.103', '10.97.0.109'],
  },
  ipv6: {
    client: 'fd99::10',
    vip: 'fd99:9::1',
    servers: ['fd98:1::21', 'fd98:2::21'],
    lips: ['fd97::101', 'fd97::103', 'fd97::109'],
  },
} as const;

export class Endpoint {
  readonly netns: string;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #commands = 0;

  constructor(netns: string) {
    this.netns = netns;
    const script = fileURLToPath(new URL('./endpoint.ts', import.meta.url));
    const argv = ['netns', 'exec', netns, process.execPath, script];
    this.#child = spawn('ip', argv, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#child.on('message', ({ id, reply }: { id: number; reply: Reply }) => {
      this.#waiting.get(id)?.(reply);
      this.#waiting.delete(id);
    });
    this.#child.once('exit', () => {
      for (const answer of this.#waiting.values()) answer({ error: 'the endpoint has ended' });
    });
  }

  /** Who answers one new connection to this address. */
  greet(protocol: 'tcp' | 'udp', { address, port }: Peer): Promise<Greeting> {
    return this.tell({ do: 'greet', protocol, address, port }) as Promise<Greeting>;
  }

  async tell(command: Command): Promise<unknown> {
    this.#commands += 1;
    const id = this.#commands;
    const reply = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve));
    this.#child.send({ id, command });
    const { result, error } = await reply;
    if (error !== undefined) throw new Error(`${command.do}: ${error}`);
    return result;
  }

  /** Runs a command where the endpoint is; rejects when it fails. */
  run(argv: readonly string[]): Promise<string> {
    return must(['ip', 'netns', 'exec', this.netns, ...argv]);
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }
}

let made = 0;

export async function startBalancerNetwork(): Promise<BalancerNetwork> {
  made += 1;
  const name = (role: string) => `sx${process.pid}-${made}-${role}`;
  const namespaces = ['client', 'director', 'rs1', 'rs2'].map(name);
  const [client = '', director = '', rs1 = '', rs2 = ''] = namespaces;
  const endpoints: Endpoint[] = [];
  const close = async () => {
    await Promise.all(endpoints.map((endpoint) => endpoint.close()));
    for (const namespace of namespaces) await runTool(['ip', 'netns', 'del', namespace]);
  };
  try {
    for (const namespace of namespaces) {
      await must(['ip', 'netns', 'add', namespace]);
      await must(['ip', '-n', namespace, 'link', 'set', 'lo', 'up']);
    }
    await link(
      director,
      client,
      'front',
      ['10.99.0.1/24', 'fd99::1/64'],
      NET.ipv4.client,
      NET.ipv6.client,
    );
    await link(
      director,
      rs1,
      'back1',
      ['10.98.1.1/24', 'fd98:1::1/64'],
      NET.ipv4.servers[0],
      NET.ipv6.servers[0],
    );
    await link(
      director,
      rs2,
      'back2',
      ['10.98.2.1/24', 'fd98:2::1/64'],
      NET.ipv4.servers[1],
      NET.ipv6.servers[1],
    );
    for (const { vip, lips } of [NET.ipv4, NET.ipv6]) {
      for (const address of [vip, ...lips]) {
        await must(['ip', '-n', director, 'addr', 'add', address, 'dev', 'lo']);
      }
    }
    endpoints.push(new Endpoint(client), new Endpoint(rs1), new Endpoint(rs2));
    const [clientEnd, server1, server2] = endpoints;
    if (!clientEnd || !server1 || !server2) throw new Error('three endpoints were made');
    return {
      director,
      client: clientEnd,
      servers: [server1, server2],
      inDirector: (argv, stdin) => must(['ip', 'netns', 'exec', director, ...argv], stdin),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A link from the director to one host, which gets its default routes over it. */
async function link(
  director: string,
  host: string,
  device: string,
  directorSide: readonly [string, string],
  ...hostSide: readonly [string, string]
): Promise<void> {
  const ofDirector = ['ip', '-n', director];
  const ofHost = ['ip', '-n', host];
  await must([...ofDirector, 'link', 'add', device, 'type', 'veth', 'peer', 'eth0', 'netns', host]);
  await must([...ofDirector, 'link', 'set', device, 'up']);
  await must([...ofHost, 'link', 'set', 'eth0', 'up']);
  const [v4, v6] = directorSide;
  await must([...ofDirector, 'addr', 'add', v4, 'dev', device]);
  await must([...ofDirector, 'addr', 'add', v6, 'dev', device, 'nodad']);
  await must([...ofHost, 'addr', 'add', `${hostSide[0]}/24`, 'dev', 'eth0']);
  await must([...ofHost, 'addr', 'add', `${hostSide[1]}/64`, 'dev', 'eth0', 'nodad']);
  for (const gateway of directorSide.map((prefix) => prefix.split('/')[0] ?? '')) {
    const family = gateway.includes(':') ? '-6' : '-4';
    await must(['ip', '-n', host, family, 'route', 'add', 'default', 'via', gateway]);
  }
}

async function must(argv: readonly string[], stdin?: string): Promise<string> {
  const { code, stdout, stderr } = await runTool(argv, stdin === undefined ? {} : { stdin });
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
  return stdout;
}
