/** The meaning of a configuration: typed views of the blocks that matter. */
import { describe, expect, it } from 'vitest';
import { FLAVOURS } from '../../dialects/flavour.ts';
import { keywordsOf } from '../../dialects/keepalived/flavour-keywords.ts';
import { parseTree } from '../../dialects/keepalived/parse-tree.ts';
import { readConfig } from '../../dialects/keepalived/views/config.ts';
import { fixture } from './kit.ts';

const read = (text: string) => readConfig(parseTree({ file: 'k', text }).tree);

describe('the configuration of the NAT document', () => {
  const config = read(fixture('002-nat-keepalived/keepalived.conf'));

  it('has its sync group, its instances and its service', () => {
    expect(
      config.syncGroups.map(({ name, members }) => [name, ...members.map((m) => m.text)]),
    ).toEqual([['HK_GRP1', 'LVS_WAN', 'LVS_LAN']]);
    const [wan] = config.instances;
    expect(wan).toMatchObject({
      name: 'LVS_WAN',
      virtualRouterId: 100,
      priority: 100,
      advertisementInterval: 1,
      state: { text: 'MASTER' },
      interface: { text: 'eth0' },
      authPass: { text: '1c7f545a' },
    });
    expect(wan?.addresses.map(({ address }) => address)).toEqual(['113.226.77.88']);
    const [server] = config.virtualServers;
    expect(server).toMatchObject({
      key: { kind: 'address', address: '113.226.77.88', port: 80 },
      protocol: 'TCP',
      method: 'nat',
      persistenceTimeout: 60,
      scheduler: { text: 'wrr' },
    });
    expect(server?.realServers).toMatchObject([
      { address: '192.168.168.238', port: 80, weight: 1, inhibitsOnFailure: true },
    ]);
    expect(server?.realServers[0]?.checks.map(({ keyword }) => keyword.text)).toEqual([
      'TCP_CHECK',
    ]);
  });
});

describe('the configuration of the dsnat document', () => {
  const config = read(fixture('004-dsnat/keepalived.conf'));

  it('has its zones in order, whether the mask is a length or dotted', () => {
    expect(
      config.zones.map(({ network, localAddressGroup }) => [network, localAddressGroup?.text]),
    ).toEqual([
      [{ address: '1.1.0.0', length: 16, family: 'ipv4' }, 'laddr_g1'],
      [{ address: '0.0.0.0', length: 0, family: 'ipv4' }, 'laddr_g2'],
    ]);
    expect(config.instances[1]?.addresses).toMatchObject([
      { address: '1.2.100.1', prefixLength: 16 },
      { address: '1.2.100.2', prefixLength: 16 },
    ]);
  });
});

describe('the configuration of the DPVS document', () => {
  const config = read(fixture('003-dpvs/keepalived.conf'));

  it('has the port of each local address and the groups of the services', () => {
    const [line] = config.localAddressGroups[0]?.lines ?? [];
    expect(line).toMatchObject({ addresses: ['192.168.229.201'], device: { text: 'bond1' } });
    expect(config.instances[0]?.dpdkInterface?.text).toBe('bond2');
    expect(config.virtualServers.map(({ key }) => key)).toEqual([
      { kind: 'group', name: '10.0.96.201-80' },
      { kind: 'group', name: '10.0.96.201-80-6' },
    ]);
    expect(config.serverGroups[1]?.entries.map(({ addresses, port }) => [addresses, port])).toEqual(
      [
        [['2001::201'], 80],
        [['2001::202'], 80],
      ],
    );
  });
});

it('ranges, prefixes and marks of a server group are written out', () => {
  const config = read(
    'virtual_server_group g {\n10.0.0.1-3 80\n10.0.0.9-10.0.0.10 81\nfwmark 5\n2001::1-2 80\n}\nvirtual_server fwmark 7 {\npersistence_timeout\n}\n',
  );
  expect(
    config.serverGroups[0]?.entries.map(({ addresses, port, mark }) => [addresses, port, mark]),
  ).toEqual([
    [['10.0.0.1', '10.0.0.2', '10.0.0.3'], 80, undefined],
    [['10.0.0.9', '10.0.0.10'], 81, undefined],
    [[], undefined, 5],
    [['2001::1', '2001::2'], 80, undefined],
  ]);
  expect(config.virtualServers[0]).toMatchObject({
    key: { kind: 'fwmark', mark: 7 },
    persistenceTimeout: 360,
  });
});

describe('the keyword tables', () => {
  it('tell the flavours apart as their sources do', () => {
    const has = (block: string, word: string) =>
      FLAVOURS.filter((flavour) => keywordsOf(flavour).wordsOf(block)?.has(word));
    expect(has('ROOT', 'zone')).toEqual(['dsnat', 'lvs-snat-v1']);
    expect(has('TCP_CHECK', 'retry')).toEqual(['stock', 'dpvs']);
    expect(has('TCP_CHECK', 'nb_get_retry')).toEqual([]);
    expect(has('HTTP_GET', 'nb_get_retry')).toEqual([...FLAVOURS]);
    expect(has('SSL_GET', 'nb_get_retry')).toEqual([...FLAVOURS]);
    expect(has('TCP_CHECK', 'nb_sock_retry')).toEqual([]);
    expect(has('vrrp_instance', 'dpdk_interface')).toEqual(['dpvs']);
    expect(has('virtual_server', 'snat_rule')).toEqual(['lvs-snat-v2']);
    expect(has('virtual_server', 'est_timeout')).toEqual(['alibaba']);
    expect(has('real_server', 'PING_CHECK')).toEqual(['stock']);
    expect(has('virtual_server', 'nat_mask')).toEqual([
      'alibaba',
      'dsnat',
      'lvs-snat-v1',
      'lvs-snat-v2',
    ]);
    expect(has('ROOT', 'local_address_group')).not.toContain('stock');
    expect(has('vrrp_sync_group', 'smtp_alert')).toEqual([...FLAVOURS]);
    expect(has('vrrp_sync_group', 'smtp_alter')).toEqual([]);
  });
});
