import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLab } from '../../lab/lab.ts';
import type { Lab } from '../../lab/lab-api.ts';
import { tempDir } from '../kit/temp-dir.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({
    dir: `${tempDir('topology')}/lab`,
    lifeline: true,
    parts: ['realServers'],
  });
});

afterAll(() => lab?.down());

async function on(node: string, command: string): Promise<string> {
  const { stdout, stderr, code } = await lab.exec(node, command.split(' '));
  expect(code, `${command} on ${node}: ${stderr}`).toBe(0);
  return stdout;
}

test('every machine reaches its neighbours in every network and family', async () => {
  const reach: [string, string[]][] = [
    ['c1', ['10.99.0.11', 'fd99::12', '10.99.0.22', 'fd99::21']],
    ['lb1', ['10.98.0.21', 'fd98::22', '10.97.0.1', '10.97.0.12', '10.98.0.12', 'fd98::12']],
    ['hub', ['10.97.0.11', '10.97.0.12']],
  ];
  for (const [node, targets] of reach) {
    for (const target of targets) await on(node, `ping -c1 -W5 ${target}`);
  }
});

test('the networks are apart where no director forwards', async () => {
  for (const target of ['10.98.0.21', '10.97.0.1']) {
    const { code } = await lab.exec('c1', ['ping', '-c1', '-W1', target]);
    expect(code, target).not.toBe(0);
  }
});

test('a real server answers a client through the gateway that a director holds', async () => {
  await on('lb1', 'sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1');
  await on('lb1', 'sysctl -qw net.ipv4.conf.all.rp_filter=0');
  await on('lb1', 'ip addr add 10.98.0.1/24 dev bk0');
  await on('lb1', 'ip addr add fd98::1/64 dev bk0 nodad');
  await on('c1', 'ip route add 10.98.0.0/24 via 10.99.0.11');
  await on('c1', 'ip route add fd98::/64 via fd99::11');
  await on('c1', 'ping -c1 -W5 10.98.0.21');
  expect(await on('c1', 'curl -s --max-time 5 http://10.98.0.21/text')).toMatch(
    /^rs1 10\.99\.0\.10 \d+\n$/,
  );
  const answer = JSON.parse(await on('c1', 'curl -s --max-time 5 http://[fd98::22]:8080/'));
  expect(answer).toMatchObject({ server: 'rs2', client: 'fd99::10', port: 8080 });
  // Both ways: the answer came through the director too, not over the shared front network.
  const counters = JSON.parse(await on('lb1', 'ip -j -s link show dev bk0')) as [
    { stats64: { rx: { packets: number }; tx: { packets: number } } },
  ];
  expect(counters[0].stats64.rx.packets).toBeGreaterThan(8);
  expect(counters[0].stats64.tx.packets).toBeGreaterThan(8);
});
