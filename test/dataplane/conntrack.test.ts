import { describe, expect, it } from 'vitest';
import { ConnectionTally, movementBetween } from '../../dataplane/connection-count.ts';
import { connectionMatcher } from '../../dataplane/connection-match.ts';
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

  it('of another protocol, or of no entry, is passed over', () => {
    const ping =
      'ipv4 2 icmp 1 29 src=10.0.0.1 dst=10.0.0.2 type=8 code=0 id=1 ' +
      'src=10.0.0.2 dst=10.0.0.1 type=0 code=0 id=1 mark=0 use=1';
    expect(
      [ping, '', 'conntrack v1.4.7: 2 flow entries have been shown.'].map(parseConnection),
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

  it('that is no address is refused with what may be written', () => {
    expect(() => connectionMatcher({ vip: '10.99.9.1:99999' })).toThrow(
      /vip: "10\.99\.9\.1:99999"/,
    );
  });
});
