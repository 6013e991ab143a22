/**
 * Rules as people write them, loaded by the real nft and read back: what each balances, or why it is
 * not understood. No packet is sent here; nft-adopt.heavy.test.ts does that.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readDevices, readForeignTables } from '../../dataplane/nft/adopt/read-tables.ts';
import { removalOf, type Understanding, understand } from '../../dataplane/nft/adopt/understand.ts';
import { runTool } from '../../dataplane/tool.ts';
import type { FoundService } from '../../schemas/adopt.ts';

const NETNS = `sx${process.pid}-read`;
const WRAP = ['ip', 'netns', 'exec', NETNS];

async function must(argv: readonly string[], stdin = ''): Promise<void> {
  const { code, stderr } = await runTool(argv, { stdin });
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
}

beforeAll(async () => {
  await must(['ip', 'netns', 'add', NETNS]);
  const inside = ['ip', '-n', NETNS];
  await must([...inside, 'link', 'add', 'back', 'type', 'veth', 'peer', 'far']);
  await must([...inside, 'addr', 'add', '10.1.0.9/24', 'dev', 'back']);
  await must([...inside, 'link', 'set', 'back', 'up']);
  await must([...inside, 'link', 'set', 'far', 'up']);
});
afterAll(() => must(['ip', 'netns', 'del', NETNS]));
afterEach(() => must([...WRAP, 'nft', 'flush', 'ruleset']));

async function read(rules: string): Promise<Understanding> {
  await must([...WRAP, 'nft', '-f', '/dev/stdin'], rules);
  const tables = await readForeignTables(WRAP, 'sluice');
  return understand(tables, (addresses) => readDevices(WRAP, addresses));
}

/** One prerouting chain of IPv4 with these rules, and what else the table holds. */
const arriving = (rules: string, more = '') => `
table ip lb {
${more}
chain before {
type nat hook prerouting priority dstnat; policy accept;
${rules}
}
}
`;
/** Behind a plain service to two real servers: these rules after it. */
const leaving = (rules: string) => `
${arriving('ip daddr 10.0.0.1 tcp dport 80 dnat to numgen inc mod 2 map { 0 : 10.1.0.1, 1 : 10.1.0.2 }')}
add chain ip lb after { type nat hook postrouting priority srcnat; policy accept; }
${rules
  .split('\n')
  .map((rule) => `add rule ip lb after ${rule}`)
  .join('\n')}
`;

/** `tcp/10.0.0.1:80 wrr 10.1.0.1:80=2 10.1.0.2:80=1` */
function words({ key, scheduler, realServers }: FoundService): string {
  const servers = realServers.map(({ address, port, weight }) => `${address}:${port}=${weight}`);
  return [key, scheduler, ...servers].join(' ');
}

describe('is understood:', () => {
  test.each([
    [
      'a port sent to one server',
      arriving('ip daddr 10.0.0.1 tcp dport 80 counter dnat to 10.1.0.1:8080'),
      ['tcp/10.0.0.1:80 rr 10.1.0.1:8080=1'],
    ],
    [
      'turns, with a server twice as often',
      arriving(
        'ip daddr 10.0.0.1 udp dport 53 dnat to ' +
          'numgen inc mod 3 map { 0 : 10.1.0.1, 1 : 10.1.0.2, 2 : 10.1.0.2 }',
      ),
      ['udp/10.0.0.1:53 wrr 10.1.0.1:53=1 10.1.0.2:53=2'],
    ],
    [
      'chance by ranges, with ports in the map',
      arriving(
        'ip daddr 10.0.0.1 tcp dport 80 dnat ip addr . port to ' +
          'numgen random mod 10 map { 0-6 : 10.1.0.1 . 81, 7-9 : 10.1.0.2 . 82 }',
      ),
      ['tcp/10.0.0.1:80 wrr 10.1.0.1:81=7 10.1.0.2:82=3'],
    ],
    [
      'a hash of the client, and one of its connection',
      arriving(`
        ip daddr 10.0.0.1 tcp dport 80 dnat to jhash ip saddr mod 2 map { 0 : 10.1.0.1, 1 : 10.1.0.2 }
        ip daddr 10.0.0.1 tcp dport 81 dnat to jhash ip saddr . tcp sport mod 2 map { 0 : 10.1.0.1, 1 : 10.1.0.2 }
      `),
      [
        'tcp/10.0.0.1:80 sh 10.1.0.1:80=1 10.1.0.2:80=1',
        'tcp/10.0.0.1:81 rr 10.1.0.1:81=1 10.1.0.2:81=1',
      ],
    ],
    [
      'a map from address and port to server and port',
      arriving(
        'dnat ip addr . port to ip daddr . tcp dport map @services',
        `map services { type ipv4_addr . inet_service : ipv4_addr . inet_service
        elements = { 10.0.0.1 . 80 : 10.1.0.1 . 8080, 10.0.0.2 . 81 : 10.1.0.2 . 8081 }
        }`,
      ),
      ['tcp/10.0.0.1:80 rr 10.1.0.1:8080=1', 'tcp/10.0.0.2:81 rr 10.1.0.2:8081=1'],
    ],
    [
      'chains by verdict map, and an exception before them',
      arriving(
        `ip daddr 10.0.0.2 tcp dport 80 accept
        ip daddr . meta l4proto . th dport vmap { 10.0.0.1 . tcp . 80 : jump web, 10.0.0.2 . tcp . 80 : jump web }`,
        `chain web {
        meta l4proto tcp dnat to 10.1.0.1:8080
        }`,
      ),
      ['tcp/10.0.0.1:80 rr 10.1.0.1:8080=1'],
    ],
    [
      'turns between chains of one server each',
      arriving(
        'ip daddr 10.0.0.1 tcp dport 80 numgen inc mod 3 vmap { 0 : goto one, 1-2 : goto two }',
        `chain one {
        counter dnat to 10.1.0.1
        }
        chain two {
        meta l4proto tcp dnat to 10.1.0.2:8080
        }`,
      ),
      ['tcp/10.0.0.1:80 wrr 10.1.0.1:80=1 10.1.0.2:8080=2'],
    ],
    [
      'sets of addresses, of ports and of protocols',
      arriving(
        'ip daddr @vips meta l4proto { tcp, udp } th dport { 53, 54 } dnat to 10.1.0.1',
        'set vips { type ipv4_addr; elements = { 10.0.0.1 }\n}',
      ),
      ['tcp 53', 'tcp 54', 'udp 53', 'udp 54'].map((one) => {
        const [protocol, port] = one.split(' ');
        return `${protocol}/10.0.0.1:${port} rr 10.1.0.1:${port}=1`;
      }),
    ],
    [
      'the first of two rules for the same port',
      arriving(`
        ip daddr 10.0.0.1 tcp dport 80 dnat to 10.1.0.1
        ip daddr 10.0.0.1 tcp dport 80 dnat to 10.1.0.2
      `),
      ['tcp/10.0.0.1:80 rr 10.1.0.1:80=1'],
    ],
    [
      'IPv6 in a table of both families',
      `table inet lb {
        chain before { type nat hook prerouting priority -100; policy accept;
        ip6 daddr fd00::1 tcp dport 80 dnat ip6 to numgen inc mod 2 map { 0 : fd01::1, 1 : fd01::2 }
        }
      }`,
      ['tcp/[fd00::1]:80 rr fd01::1:80=1 fd01::2:80=1'],
    ],
  ])('%s', async (_, rules, expected) => {
    const { services, notUnderstood } = await read(rules);
    expect(notUnderstood).toEqual([]);
    expect(services.map(words).sort()).toEqual(expected);
  });
});

describe('is not understood, and not guessed at:', () => {
  test.each([
    ['who may come', 'ip saddr 192.0.2.0/24 ip daddr 10.0.0.1 tcp dport 80 dnat to 10.1.0.1'],
    ['a link', 'iifname "f0" ip daddr 10.0.0.1 tcp dport 80 dnat to 10.1.0.1'],
    ['every port', 'ip daddr 10.0.0.1 dnat to 10.1.0.1'],
    ['any address', 'tcp dport 80 dnat to 10.1.0.1'],
    ['a negation', 'ip daddr 10.0.0.1 tcp dport != 22 dnat to 10.1.0.1'],
    [
      'a share that nobody gets',
      'ip daddr 10.0.0.1 tcp dport 80 dnat to numgen inc mod 3 map { 0 : 10.1.0.1 }',
    ],
    ['a redirect', 'ip daddr 10.0.0.1 tcp dport 80 redirect to :8080'],
    ['a mark', 'meta mark 7 ip daddr 10.0.0.1 tcp dport 80 dnat to 10.1.0.1'],
  ])('%s', async (_, rule) => {
    const { services, notUnderstood } = await read(arriving(rule));
    expect(services).toEqual([]);
    expect(notUnderstood).toMatchObject([{ where: expect.stringContaining('table ip lb') }]);
    expect(notUnderstood[0]?.rule).not.toBe('');
  });

  test('nor is a service whose clients another such rule may take, in whatever order', async () => {
    const { services, notUnderstood } = await read(
      arriving(`
        ip daddr 10.0.0.1 tcp dport 80 dnat to 10.1.0.1
        ip daddr 10.0.0.1 tcp dport 81 dnat to 10.1.0.1
        ip saddr 192.0.2.0/24 tcp dport 81 dnat to 10.1.0.2
      `),
    );
    expect(services.map(({ key }) => key)).toEqual(['tcp/10.0.0.1:80']);
    expect(notUnderstood).toHaveLength(2);
  });
});

describe('source addresses', () => {
  test.each([
    ['given ones for what is balanced', 'ct status dnat snat to 10.2.0.1', ['10.2.0.1']],
    [
      'a range',
      'ip daddr { 10.1.0.1, 10.1.0.2 } snat to 10.2.0.1-10.2.0.2',
      ['10.2.0.1', '10.2.0.2'],
    ],
    [
      'in turn',
      'ip daddr { 10.1.0.1, 10.1.0.2 } tcp dport 80 snat to numgen inc mod 2 map { 0 : 10.2.0.1, 1 : 10.2.0.2 }',
      ['10.2.0.1', '10.2.0.2'],
    ],
  ])('%s', async (_, rule, localAddresses) => {
    const { services, egress, notUnderstood } = await read(leaving(rule));
    expect({ egress, notUnderstood }).toEqual({ egress: [], notUnderstood: [] });
    expect(services).toMatchObject([{ forwarding: 'fullnat', masquerade: false, localAddresses }]);
  });

  test('the director’s own, by the link that leads to the real servers, whose rule stays', async () => {
    const { services, egress } = await read(leaving('oifname "back" masquerade'));
    expect(services).toMatchObject([{ forwarding: 'fullnat', masquerade: true }]);
    expect(egress).toMatchObject([{ rule: 'oifname "back" masquerade' }]);
  });

  test('none, where the rules are about other links and other sources', async () => {
    const rules = 'oifname "front" masquerade\nip saddr 10.1.0.0/24 masquerade';
    const { services, egress, notUnderstood } = await read(leaving(rules));
    expect(services).toMatchObject([{ forwarding: 'nat', localAddresses: [] }]);
    expect(egress).toHaveLength(2);
    expect(notUnderstood).toEqual([]);
  });

  test('are not guessed when real servers are treated differently', async () => {
    const { services, notUnderstood } = await read(leaving('ip daddr 10.1.0.1 masquerade'));
    expect(services).toEqual([]);
    expect(notUnderstood).toMatchObject([{ why: expect.stringContaining('different addresses') }]);
  });
});

describe('what goes', () => {
  test('is the whole table when all of it is taken over, else rule by rule', async () => {
    const found = await read(leaving('ct status dnat snat to 10.2.0.1'));
    const all = new Set(found.services.map(({ key }) => key));
    expect(removalOf(found, all).stages).toEqual([
      ['flush chain ip lb before'],
      ['delete table ip lb'],
    ]);
    expect(removalOf(found, new Set()).stages).toEqual([[], []]);

    await must([...WRAP, 'nft', 'add rule ip lb after oifname "front" masquerade']);
    const tables = await readForeignTables(WRAP, 'sluice');
    const less = await understand(tables, (addresses) => readDevices(WRAP, addresses));
    expect(removalOf(less, all).stages).toEqual([
      [expect.stringMatching(/^delete rule ip lb before handle \d+$/)],
      [expect.stringMatching(/^delete rule ip lb after handle \d+$/), 'delete chain ip lb before'],
    ]);
  });

  test('is nothing of a rule that serves somebody else too', async () => {
    const found = await read(arriving('ip daddr 10.0.0.1 tcp dport { 80, 81 } dnat to 10.1.0.1'));
    const removal = removalOf(found, new Set(['tcp/10.0.0.1:80']));
    expect(removal).toMatchObject({ removed: [], shared: ['tcp/10.0.0.1:80'] });
  });

  test('is told by a fingerprint that counters do not change and rules do', async () => {
    const rules = arriving(
      'ip daddr 10.0.0.1 tcp dport 80 counter packets 5 bytes 9 dnat to 10.1.0.1',
    );
    const first = (await read(rules)).fingerprint;
    await must([...WRAP, 'nft', 'flush', 'ruleset']);
    expect((await read(rules.replace('packets 5', 'packets 7'))).fingerprint).toBe(first);
    await must([...WRAP, 'nft', 'flush', 'ruleset']);
    expect((await read(rules.replace('10.1.0.1', '10.1.0.2'))).fingerprint).not.toBe(first);
  });

  test('is never of our own table, nor of one without NAT', async () => {
    const chain = (kind: string, hook: string) =>
      `chain c {\ntype ${kind} hook ${hook} priority 0; policy accept;\n}\n`;
    const { tables, services } = await read(
      `table inet sluice {\n${chain('nat', 'prerouting')}}\ntable ip fw {\n${chain('filter', 'forward')}}\n`,
    );
    expect({ tables, services }).toEqual({ tables: [], services: [] });
  });
});
