import { describe, expect, it } from 'vitest';
import { ConnectionTally, movementBetween, ZoneTally } from '../../dataplane/connection-count.ts';
import { connectionMatcher } from '../../dataplane/connection-match.ts';
import { parseInsertFailures } from '../../dataplane/conntrack/insert-failures.ts';
import { parseConnection, parseEvent } from '../../dataplane/conntrack/parse.ts';
import type { Connection } from '../../schemas/dataplane.ts';

const TCP =
  'ipv4     2 tcp      6 431999 ESTABLISHED src=10.99.0.10 dst=10.99.9.1 sport=40001 dport=80 ' +
  'packets=4 bytes=224 src=10.98.1.21 dst=10.97.0.101 sport=8080 dport=40001 packets=3 ' +
  'bytes=240 [ASSURED] mark=1342177281 use=1';
const UDP6 =
  'ipv6     10 udp      17 29 src=fd99::10 dst=fd99:9::1 sport=5000 dport=53 packets=1 bytes=60 ' +
  '[UNREPLIED] src=fd98:1:0:0::21 dst=fd97::101 sport=53 dport=5000 packets=0 bytes=0 ' +
  'mark=1342177282 use=1';

describe('a line of conntrack', () => {
  it('gives both sides of a TCP connection, its state, time and traffic', () => {
    expect(parseConnection(TCP)).toEqual({
      mark: 0x5000_0001,
      connection: {
        protocol: 'tcp',
        client: { address: '10.99.0.10', port: 40_001 },
        vip: { address: '10.99.9.1', port: 80 },
        local: { address: '10.97.0.101', port: 40_001 },
        realServer: { address: '10.98.1.21', port: 8080 },
        state: 'ESTABLISHED',
        timeoutS: 431_999,
        packets: 7,
        bytes: 464,
      },
    });
  });

  it('gives an unanswered UDP flow over IPv6, addresses in canonical form', () => {
    expect(parseConnection(UDP6)?.connection).toMatchObject({
      protocol: 'udp',
      vip: { address: 'fd99:9::1', port: 53 },
      realServer: { address: 'fd98:1::21', port: 53 },
      state: '',
      timeoutS: 29,
      packets: 1,
    });
  });

  it('without accounting counts nothing', () => {
    const bare = TCP.replaceAll(/packets=\d+ bytes=\d+ /g, '');
    expect(parseConnection(bare)?.connection).toMatchObject({ packets: 0, bytes: 0 });
  });

  it.each([
    [
      'ipv4     2 icmp     1 29 src=10.1.0.10 dst=198.51.100.9 type=8 code=0 id=17 packets=1 ' +
        'bytes=84 src=198.51.100.9 dst=203.0.113.1 type=0 code=0 id=90 packets=1 bytes=84 ' +
        'mark=1879048197 use=1',
      ['10.1.0.10', '198.51.100.9', '203.0.113.1'],
    ],
    [
      'ipv6     10 icmpv6   58 29 src=fd01::10 dst=2001:db8::9 type=128 code=0 id=17 packets=1 ' +
        'bytes=104 src=2001:db8::9 dst=2001:db8:1::1 type=129 code=0 id=90 packets=1 bytes=64 ' +
        'mark=1879048197 use=1',
      ['fd01::10', '2001:db8::9', '2001:db8:1::1'],
    ],
  ])('gives a ping with its identifiers as the ports of the inner end', (line, addresses) => {
    const [client, outside, local] = addresses;
    expect(parseConnection(line)).toMatchObject({
      mark: 0x7000_0005,
      connection: {
        protocol: 'icmp',
        client: { address: client, port: 17 },
        vip: { address: outside, port: 0 },
        realServer: { address: outside, port: 0 },
        local: { address: local, port: 90 },
        state: '',
        timeoutS: 29,
        packets: 2,
      },
    });
  });

  it('of another protocol, or of no entry, is passed over', () => {
    const other =
      'ipv4 2 unknown 47 29 src=10.0.0.1 dst=10.0.0.2 src=10.0.0.2 dst=10.0.0.1 mark=0 use=1';
    expect(
      [other, '', 'conntrack v1.4.7: 2 flow entries have been shown.'].map(parseConnection),
    ).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['    [NEW] ', 'new', '120 SYN_SENT'],
    [' [UPDATE] ', 'update', '60 SYN_RECV'],
    ['[DESTROY] ', 'destroy', ''],
    ['[1763680000.123456]\t[DESTROY] ', 'destroy', 'CLOSE'],
  ])('that starts with "%s" is the event %s', (start, kind, between) => {
    const event = parseEvent(start + TCP.replace('431999 ESTABLISHED', between));
    expect(event?.kind).toBe(kind);
    expect(event?.connection).toMatchObject({
      state: between.split(' ').at(-1) ?? '',
      timeoutS: Number(/\d+/.exec(between)?.[0] ?? 0),
      client: { port: 40_001 },
    });
  });
});

describe('the statistics of conntrack', () => {
  it('say how many connections could not be entered, all CPUs together', () => {
    const line = (n: number) =>
      `cpu=${n}   \tfound=1 invalid=2 insert=0 insert_failed=${n} drop=7 early_drop=0 error=0 `;
    expect(parseInsertFailures([line(3), line(4), ''].join('\n'))).toBe(7);
  });
});

const connection = (port: number, packets: number): Connection => ({
  protocol: 'tcp',
  client: { address: '10.99.0.10', port },
  vip: { address: '10.99.9.1', port: 80 },
  local: { address: '10.97.0.101', port },
  realServer: { address: '10.98.1.21', port: 8080 },
  state: 'ESTABLISHED',
  timeoutS: 100,
  packets,
  bytes: packets * 60,
});

describe('counting connections', () => {
  it('adds up per service and real server', () => {
    const tally = new ConnectionTally();
    for (const port of [1, 2, 3]) tally.add(connection(port, 1));
    expect(tally.counts()).toEqual([
      { service: 'tcp/10.99.9.1:80', realServer: '10.98.1.21:8080', connections: 3 },
    ]);
  });

  it('passes over what a zone translated', () => {
    const tally = new ConnectionTally();
    tally.add({ ...connection(1, 1), zone: 'office/default' });
    tally.add({ ...connection(2, 1), zone: 'office/default', protocol: 'icmp' });
    expect(tally.counts()).toEqual([]);
  });

  it('adds up per zone and address', () => {
    const tally = new ZoneTally();
    const through = { ...connection(1, 1), zone: 'office/default' };
    const other = { address: '203.0.113.2', port: 9 };
    for (const one of [through, through, { ...through, local: other }, connection(2, 1)]) {
      tally.add(one);
    }
    expect(tally.counts()).toEqual([
      { zone: 'office/default', address: '10.97.0.101', connections: 2 },
      { zone: 'office/default', address: '203.0.113.2', connections: 1 },
    ]);
  });

  it('tells the connections that moved from those that only wait for their timeout', () => {
    const earlier = [connection(1, 5), connection(2, 7), connection(3, 1)];
    const later = [connection(1, 5), connection(2, 8), connection(4, 1)];
    expect(movementBetween(earlier, later)).toEqual({ tracked: 3, moving: 2 });
  });
});

describe('a connection filter', () => {
  it.each([
    [{}, true],
    [{ client: '10.99.0.10' }, true],
    [{ client: '10.99.0.10:1' }, true],
    [{ client: '10.99.0.10:2' }, false],
    [{ vip: '10.99.9.1:80', realServer: '10.98.1.21', protocol: 'tcp' as const }, true],
    [{ vip: '10.99.9.1:80', protocol: 'udp' as const }, false],
    [{ realServer: '[fd98::1]:8080' }, false],
  ])('%j matches: %s', (filter, matches) => {
    expect(connectionMatcher(filter)(connection(1, 1))).toBe(matches);
  });

  it.each([
    [{ zone: 'office/default' }, true],
    [{ zone: 'office/guests' }, false],
    [{ local: '203.0.113.1' }, true],
    [{ local: '203.0.113.1:7', zone: 'office/default' }, true],
    [{ local: '203.0.113.1:8' }, false],
  ])('%j matches a connection of a zone: %s', (filter, matches) => {
    const local = { address: '203.0.113.1', port: 7 };
    const one = { ...connection(1, 1), zone: 'office/default', local };
    expect(connectionMatcher(filter)(one)).toBe(matches);
  });

  it('by zone matches no connection of a service', () => {
    expect(connectionMatcher({ zone: 'office/default' })(connection(1, 1))).toBe(false);
  });

  it('with a zone that cannot be is refused', () => {
    expect(() => connectionMatcher({ zone: 'default' })).toThrow(/zone: "default" is no zone/);
  });

  it('that is no address is refused with what may be written', () => {
    expect(() => connectionMatcher({ vip: '10.99.9.1:99999' })).toThrow(
      /vip: "10\.99\.9\.1:99999"/,
    );
  });
});
