/** What is foreign on a director, read from what the kernel and keepalived.conf say. */
import { describe, expect, test } from 'vitest';
import { ipvsEntries } from '../../dataplane/adopt/ipvs-listing.ts';
import { routerIds } from '../../dataplane/adopt/keepalived-routers.ts';
import { strayAddresses } from '../../dataplane/adopt/surroundings.ts';
import { foreignFilters } from '../../dataplane/nft/foreign.ts';
import { readRuleset } from '../../dataplane/nft/listing.ts';
import { nodeObject } from '../node-agent/plans.ts';

test('entries of ip_vs are told with their addresses as people write them', () => {
  const listing = [
    'IP Virtual Server version 1.2.1 (size=4096)',
    'Prot LocalAddress:Port Scheduler Flags',
    '  -> RemoteAddress:Port Forward Weight ActiveConn InActConn',
    'TCP  0A630064:0050 wlc  ',
    '  -> 0A620015:1F90      Masq    1      0          0         ',
    '  -> 0A620016:1F90      Masq    1      0          0         ',
    'UDP  [2001:0db8:0000:0000:0000:0000:0000:0001]:0035 rr  ',
    '  -> [fd98:0000:0000:0000:0000:0000:0000:0021]:0035      Route   1      0          0   ',
    'FWM  00000007 rr  ',
  ].join('\n');
  expect(ipvsEntries(listing).map(({ what }) => what)).toEqual([
    'TCP 10.99.0.100:80 wlc, 2 real servers',
    'UDP [2001:db8::1]:53 rr, 1 real servers',
    'FWM 00000007 rr, 0 real servers',
  ]);
  expect(ipvsEntries('')).toEqual([]);
});

test('virtual routers are found in a keepalived.conf, blocks and comments or not', () => {
  const text = `
    ! a comment with vrrp_instance inside {
    global_defs { router_id x }
    vrrp_instance web {
      state BACKUP
      interface eth0   # the front
      virtual_router_id 51
      virtual_ipaddress { 10.0.0.1/32 dev eth1 }
    }
    vrrp_instance half { virtual_router_id 9 }
    vrrp_instance dns{
      interface eth1
      virtual_router_id 52
    }`;
  expect(routerIds(text)).toEqual([
    { instance: 'web', id: 51, link: 'eth0' },
    { instance: 'dns', id: 52, link: 'eth1' },
  ]);
  expect(routerIds('')).toEqual([]);
});

describe('addresses of the plan', () => {
  const node = { ...nodeObject(), managementAddress: '192.0.2.1', ownAddresses: ['192.0.2.1'] };
  const claimed = new Set(['10.0.0.1', '10.2.0.1', '192.0.2.1']);

  test('are stray where we did not put them; our own and those of others are not told', () => {
    const links = [
      { address: '10.0.0.1/32', interface: 'f0' },
      { address: '10.0.0.1/24', interface: 'f1' },
      { address: '192.0.2.1/24', interface: 'mgmt' },
      { address: '203.0.113.7/24', interface: 'f1' },
    ];
    const ours = [{ address: '10.0.0.1/32', interface: 'f0' }];
    expect(strayAddresses(links, ours, node, claimed)).toMatchObject([
      { kind: 'address', where: 'link f1', what: expect.stringContaining('10.0.0.1/24') },
    ]);
  });
});

describe('filters of others', () => {
  const chain = (name: string, over: object = {}) => ({
    chain: { family: 'ip', table: 'fw', name, ...over },
  });
  const base = (name: string, hook: string, policy: string) =>
    chain(name, { type: 'filter', hook, prio: 0, policy });
  const rule = (name: string, ...expr: object[]) => ({
    rule: { family: 'ip', table: 'fw', chain: name, expr },
  });
  const listed = (...items: object[]) =>
    foreignFilters(
      readRuleset(JSON.stringify({ nftables: items })),
      'sluice',
      new Set(['10.0.0.1']),
    ).map(({ where, what }) => `${where}: ${what}`);
  const aboutVip = {
    match: { op: '==', left: { payload: { protocol: 'ip', field: 'daddr' } }, right: '10.0.0.1' },
  };

  test('are told when they may stop packets that pass through, or name our addresses', () => {
    expect(listed(base('f', 'forward', 'drop'))).toEqual([
      expect.stringContaining('hook forward priority 0, policy drop: 0 rules that stop'),
    ]);
    expect(listed(base('f', 'forward', 'accept'), rule('f', { drop: null }))).toHaveLength(1);
    expect(listed(base('f', 'prerouting', 'accept'), rule('f', aboutVip))).toEqual([
      expect.stringContaining('1 about our addresses'),
    ]);
    const jumped = [base('f', 'forward', 'accept'), chain('more'), rule('more', { reject: null })];
    expect(listed(...jumped)).toHaveLength(1);
  });

  test('are not told when all they do is look, or stand where our packets do not pass', () => {
    expect(listed(base('f', 'forward', 'accept'), rule('f', { counter: {} }))).toEqual([]);
    expect(listed(base('i', 'input', 'drop'), rule('i', { drop: null }))).toEqual([]);
  });
});
