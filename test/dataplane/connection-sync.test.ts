import { describe, expect, test } from 'vitest';
import { parseActiveConnections } from '../../dataplane/connection-sync/driver.ts';
import { connectionSyncProblem, renderConntrackd } from '../../dataplane/connection-sync/render.ts';
import { isInUserNamespace } from '../../dataplane/connection-sync/user-namespace.ts';

const sync = {
  interface: 'bond0.12',
  localAddress: '10.98.0.11',
  peerAddresses: ['10.98.0.12'],
};
const paths = { lockFile: '/run/x/lock', socket: '/run/x/ctl' };

test('the conntrackd configuration ignores the connections of the director itself', () => {
  expect(renderConntrackd(sync, ['10.99.0.11', 'fd99::11'], paths)).toMatchInlineSnapshot(`
    "# Written by Sluice; changes made by hand are overwritten.
    Sync {
      Mode FTFW {
        DisableExternalCache yes
        StartupResync yes
      }
      UDP {
        IPv4_address 10.98.0.11
        IPv4_Destination_Address 10.98.0.12
        Port 3780
        Interface bond0.12
        SndSocketBuffer 1249280
        RcvSocketBuffer 1249280
        Checksum on
      }
    }
    General {
      HashSize 32768
      HashLimit 2097152
      LockFile /run/x/lock
      UNIX {
        Path /run/x/ctl
      }
      NetlinkBufferSize 2097152
      NetlinkBufferSizeMaxGrowth 8388608
      Filter From Kernelspace {
        Protocol Accept {
          TCP
          UDP
          ICMP
          IPv6-ICMP
        }
        Address Ignore {
          IPv4_address 10.98.0.11
          IPv4_address 10.98.0.12
          IPv4_address 10.99.0.11
          IPv4_address 127.0.0.1
          IPv6_address ::1
          IPv6_address fd99::11
        }
      }
    }
    "
  `);
});

test('IPv6 peers are written with the IPv6 words', () => {
  const six = { ...sync, localAddress: 'fd98::11', peerAddresses: ['fd98::12'] };
  const text = renderConntrackd(six, [], paths);
  expect(text).toContain('    IPv6_address fd98::11\n    IPv6_Destination_Address fd98::12\n');
});

test('in a user namespace no buffer is asked for that is past the bound of the system', () => {
  const text = renderConntrackd(sync, [], { ...paths, isInUserNamespace: true });
  expect(text).not.toContain('SocketBuffer');
  expect(text).toContain('    Interface bond0.12\n    Checksum on\n');
});

test.each([
  ['the machine itself', '         0          0 4294967295\n', false],
  ['a user namespace of one user', '         0       1000          1\n', true],
  ['one of several users', '0 100000 65536\n1000 1000 1\n', true],
  ['a kernel without any', undefined, false],
])('%s is told by its map of users', (_, map, isInside) => {
  expect(isInUserNamespace(() => map)).toBe(isInside);
});

describe('what conntrackd cannot do is refused', () => {
  test.each([
    ['more than one peer', { peerAddresses: ['10.98.0.12', '10.98.0.13'] }],
    ['no peer', { peerAddresses: [] }],
    ['an interface that reads as a hex number', { interface: 'b0' }],
    ['an interface that reads as a longer one', { interface: 'fe80' }],
    ['an interface that reads as a number', { interface: '12345' }],
    ['an interface with a sign in it', { interface: 'bond0@x' }],
    ['a peer of the other family', { peerAddresses: ['fd98::12'] }],
  ])('%s', (_, change) => {
    expect(connectionSyncProblem({ ...sync, ...change })).toBeDefined();
    expect(() => renderConntrackd({ ...sync, ...change }, [], paths)).toThrow(
      expect.objectContaining({ code: 'E_CAPABILITY' }),
    );
  });

  test.each(['eth0', 'bk0', 'bond0', 'eth0.100', 'br-x', 'vlan_12', 'c0ffee'])(
    'but the interface %s is not',
    (name) => {
      expect(connectionSyncProblem({ ...sync, interface: name })).toBeUndefined();
    },
  );
});

test('the count of connections is the first of the statistics', () => {
  const text = 'cache internal:\ncurrent active connections:\t          12\n';
  expect(parseActiveConnections(text)).toBe(12);
  expect(parseActiveConnections('')).toBe(0);
});
