/**
 * Two directors and a client on two bridges, each in a network namespace of its own:
 * front 10.99.0.0/24 fd99::/64 (link `front`), back 10.98.0.0/24 (link `back`, directors only).
 * Names carry the pid, so that test files and runs do not meet.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';

const run = promisify(execFile);

export type Place = 'switch' | 'director1' | 'director2' | 'client';
const PLACES: readonly Place[] = ['switch', 'director1', 'director2', 'client'];

export interface VrrpNetwork {
  /** Argv prefix that runs a command there. */
  wrap(place: Place): readonly string[];
  ip(place: Place, ...args: string[]): Promise<string>;
  exec(place: Place, ...argv: string[]): Promise<string>;
}

export function withVrrpNetwork(label: string): VrrpNetwork {
  const name = (place: Place) => `slv-${label}-${process.pid}-${place}`;
  const wrap = (place: Place) => ['nsenter', `--net=/run/netns/${name(place)}`, '--'];
  const exec = async (place: Place, ...argv: string[]) => {
    const [program = '', ...args] = [...wrap(place), ...argv];
    return (await run(program, args)).stdout;
  };
  const ip = (place: Place, ...args: string[]) => exec(place, 'ip', ...args);

  async function attach(place: Place, link: string, host: number, nets: readonly string[]) {
    const port = `${place.slice(0, 3)}${place.at(-1)}-${link}`;
    const peer = ['peer', 'name', port, 'netns', name('switch')];
    await ip(place, 'link', 'add', link, 'type', 'veth', ...peer);
    await ip('switch', 'link', 'set', port, 'master', link, 'up');
    for (const net of nets)
      await ip(place, 'addr', 'add', net.replace('*', `${host}`), 'dev', link);
    await ip(place, 'link', 'set', link, 'up');
  }

  beforeAll(async () => {
    for (const place of PLACES) {
      await run('ip', ['netns', 'add', name(place)]);
      // Before any link is up: duplicate address detection would hold VRRP over IPv6 back.
      await exec(place, 'sysctl', '-qw', 'net.ipv6.conf.default.accept_dad=0');
      await ip(place, 'link', 'set', 'lo', 'up');
    }
    for (const bridge of ['front', 'back']) {
      await ip('switch', 'link', 'add', bridge, 'type', 'bridge', 'forward_delay', '0');
      await ip('switch', 'link', 'set', bridge, 'up');
    }
    const front = ['10.99.0.*/24', 'fd99::*/64'];
    await attach('director1', 'front', 11, front);
    await attach('director2', 'front', 12, front);
    await attach('client', 'front', 20, front);
    await attach('director1', 'back', 11, ['10.98.0.*/24']);
    await attach('director2', 'back', 12, ['10.98.0.*/24']);
  });
  afterAll(async () => {
    for (const place of PLACES) await run('ip', ['netns', 'del', name(place)]);
  });
  return { wrap, ip, exec };
}

export interface Polls {
  /** Resolves when all polls are answered or overdue. */
  readonly done: Promise<{ readonly sent: number; readonly answered: number }>;
}

/** A ping each 20 ms; each is waited for one second, so that a late answer is not a lost one. */
export function pollAddress(network: VrrpNetwork, address: string, count: number): Polls {
  const ping = ['ping', '-q', '-i', '0.02', '-W', '1', '-c', `${count}`, address];
  const [program = '', ...args] = [...network.wrap('client'), ...ping];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  const done = once(child, 'close').then(() => {
    const counts = /(\d+) packets transmitted, (\d+) received/.exec(output);
    if (counts === null) throw new Error(`ping says no counts: ${output}`);
    return { sent: Number(counts[1]), answered: Number(counts[2]) };
  });
  return { done };
}
