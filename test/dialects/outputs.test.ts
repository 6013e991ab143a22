/** Live output, read by white space and arity: the documents' own lines. */
import { describe, expect, it } from 'vitest';
import { parseDpvsConf, readDpvsConfig } from '../../dialects/dpvs-conf/config.ts';
import { queueDrift, tableSize } from '../../dialects/lint/observed.ts';
import { readConnectionList } from '../../dialects/outputs/connection-list.ts';
import {
  readShownAddresses,
  readShownLinks,
  readShownRoutes,
} from '../../dialects/outputs/dpip-show.ts';
import { readLocalAddressList } from '../../dialects/outputs/local-address-list.ts';
import { readServiceList } from '../../dialects/outputs/service-list.ts';
import { fixture } from './kit.ts';

const source = (text: string) => ({ file: 'out', text });
const list = (path: string) => readServiceList(source(fixture(path)));

describe('the list of services', () => {
  it('of the FULLNAT document is one service with two servers and their counters', () => {
    const { version, tableSize: size, services, findings } = list('000-fullnat/list.txt');
    expect(findings).toEqual([]);
    expect([version, size]).toEqual(['1.2.1', 4096]);
    expect(services).toEqual([
      {
        key: { kind: 'address', protocol: 'tcp', address: '192.168.104.84', port: 10000 },
        scheduler: 'wrr',
        flags: [],
        servers: [98, 99].map((last) => ({
          address: `192.168.103.${last}`,
          port: 9999,
          flags: [],
          forwarding: 'fullnat',
          weight: 1,
          activeConnections: last === 98 ? 17 : 15,
          inactiveConnections: 0,
        })),
      },
    ]);
  });

  it('of the NAT document has persistence and no counters', () => {
    const { services, tableSize: size } = list('002-nat-keepalived/list.txt');
    expect(size).toBe(2 ** 20);
    expect(services[0]).toMatchObject({ scheduler: 'wrr', persistenceSeconds: 60 });
    expect(
      services[0]?.servers.map(({ port, weight, activeConnections }) => [
        port,
        weight,
        activeConnections,
      ]),
    ).toEqual([
      [8001, 2, undefined],
      [8002, 6, undefined],
      [8003, 3, undefined],
      [8004, 8, undefined],
    ]);
  });

  it('of the DPVS document has lost its indentation and gained line numbers', () => {
    const { services, findings, version } = list('003-dpvs/list.txt');
    expect(findings).toEqual([]);
    expect(version).toBe('0.0.0');
    expect(services.map(({ key, servers }) => [key, servers.length])).toMatchObject([
      [{ address: '10.0.96.204', port: 80 }, 1],
      [{ address: '2001::201', port: 80 }, 2],
    ]);
  });

  it('has Alibaba\u2019s extra column, marks, matches, flags of DPVS and counters', () => {
    const read = (text: string) => readServiceList(source(text)).services;
    expect(
      read(
        'Prot LocalAddress:Port Scheduler Established(Sec.) Flags\nTCP 1.1.1.1:80 rr 90 persistent 5\n',
      ),
    ).toMatchObject([{ scheduler: 'rr', establishedSeconds: 90, persistenceSeconds: 5 }]);
    expect(read('FWM  5 IPv6 wlc ops\nFWM  7 rr\n')).toMatchObject([
      { key: { kind: 'fwmark', mark: 5, isIpv6: true }, scheduler: 'wlc', flags: ['ops'] },
      { key: { kind: 'fwmark', mark: 7, isIpv6: false } },
    ]);
    expect(
      read(
        'MATCH tcp,from=10.0.0.1-10.0.0.9:0-0,oif=dpdk0 rr\n  -> 1.2.3.4:0 SNAT 100 0 0 inhibited,overload\n',
      ),
    ).toMatchObject([
      {
        key: { kind: 'match' },
        servers: [{ forwarding: 'snat', flags: ['inhibited', 'overload'] }],
      },
    ]);
    expect(
      read(
        'Prot LocalAddress:Port Conns InPkts OutPkts InBytes OutBytes\n  -> RemoteAddress:Port\nTCP 1.1.1.1:80 12 3K 0 1M 2G\n  -> 2.2.2.2:80 1 2 3 4 5\n',
      ),
    ).toMatchObject([
      { counters: [12, 3_000, 0, 1e6, 2e9], servers: [{ counters: [1, 2, 3, 4, 5] }] },
    ]);
  });

  it('of /proc/net/ip_vs is in hexadecimal', () => {
    const text =
      'IP Virtual Server version 1.2.1 (size=4096)\nProt LocalAddress:Port Scheduler Flags\n  -> RemoteAddress:Port Forward Weight ActiveConn InActConn\nTCP  C0A86854:2710 wrr \n  -> C0A86762:270F      Masq    1      17          0         \nTCP  [2001:0000:0000:0000:0000:0000:0000:0201]:0050 rr\nFWM  0000000A rr\n';
    const { services, findings } = readServiceList(source(text));
    expect(findings).toEqual([]);
    expect(services).toMatchObject([
      {
        key: { address: '192.168.104.84', port: 10000 },
        servers: [{ address: '192.168.103.98', port: 9999 }],
      },
      { key: { address: '2001::201', port: 80 } },
      { key: { mark: 10 } },
    ]);
  });
});

describe('the list of connections', () => {
  it('of Alibaba\u2019s tool is put right: who is who comes from the hexadecimal', () => {
    const services = list('000-fullnat/list.txt');
    const { connections, findings } = readConnectionList(
      source(fixture('000-fullnat/connections.txt')),
      services,
    );
    expect(findings).toEqual([]);
    expect(connections).toEqual([
      {
        protocol: 'tcp',
        client: { address: '192.168.104.83', port: 52861 },
        virtual: { address: '192.168.104.84', port: 10000 },
        local: { address: '192.168.103.84', port: 12354 },
        server: { address: '192.168.103.98', port: 9999 },
      },
      {
        protocol: 'tcp',
        client: { address: '192.168.104.83', port: 52850 },
        virtual: { address: '192.168.104.84', port: 10000 },
        local: { address: '192.168.103.84', port: 12352 },
        server: { address: '192.168.103.98', port: 9999 },
      },
    ]);
    const without = readConnectionList(source(fixture('000-fullnat/connections.txt')));
    expect(without.connections[0]?.server).toEqual({ address: '192.168.103.98' });
  });

  it('of stock, of DPVS and of /proc have their own columns', () => {
    const read = (text: string) => readConnectionList(source(text)).connections;
    expect(
      read(
        'IPVS connection entries\npro expire state source virtual destination\nTCP 14:57  ESTABLISHED 10.9.9.9:1234 10.0.0.1:80 10.1.1.1:8080\n',
      ),
    ).toEqual([
      {
        protocol: 'tcp',
        client: { address: '10.9.9.9', port: 1234 },
        virtual: { address: '10.0.0.1', port: 80 },
        server: { address: '10.1.1.1', port: 8080 },
        state: 'ESTABLISHED',
        expiresSeconds: 897,
      },
    ]);
    expect(
      read('[1]tcp 7s TIME_WAIT [2408::1]:9 [2001::201]:80 192.168.229.201:1035 192.168.229.1:80'),
    ).toMatchObject([
      {
        lcore: 1,
        expiresSeconds: 7,
        state: 'TIME_WAIT',
        local: { port: 1035 },
        server: { port: 80 },
      },
    ]);
    expect(
      read(
        'Pro FromIP   FPrt ToIP     TPrt LocalIP  LPrt DestIP   DPrt State       Expires\nTCP C0A86853 CE7D C0A86854 2710 C0A86754 3042 C0A86762 270F ESTABLISHED      85\n',
      ),
    ).toMatchObject([
      {
        local: { address: '192.168.103.84', port: 12354 },
        server: { port: 9999 },
        expiresSeconds: 85,
      },
    ]);
    expect(
      read(
        'Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       Expires PEName PEData\nTCP C0A86853 CE7D C0A86854 2710 C0A86762 270F ESTABLISHED      85\n',
      ),
    ).toMatchObject([{ server: { address: '192.168.103.98', port: 9999 } }]);
  });
});

describe('the rest of a DPVS', () => {
  it('local addresses are read by arity, of services and of zones', () => {
    const { lists, findings } = readLocalAddressList(
      source(fixture('003-dpvs/local-addresses.txt')),
    );
    expect(findings).toEqual([]);
    expect(lists).toEqual([
      {
        owner: { service: { address: '10.0.96.204', port: 80 } },
        total: 1,
        addresses: [{ address: '192.168.229.204', conflicts: 0, connections: 0 }],
      },
    ]);
    const zones = readLocalAddressList(
      source('NET/MASK TOTAL SNAT_IP CONFLICTS CONNS\n1.1.0.0/16 1\n 1.2.100.1 3 17\n'),
    );
    expect(zones.lists[0]?.owner).toEqual({ zone: '1.1.0.0/16' });
  });

  it('addresses, routes and links of dpip; routes that come with addresses are marked', () => {
    const addresses = readShownAddresses(source(fixture('003-dpvs/addresses.txt')));
    expect(addresses).toEqual({
      findings: [],
      addresses: [
        { address: '10.0.96.204', prefixLength: 32, scope: 'global', device: 'dpdk2' },
        {
          address: '2407::201',
          prefixLength: 128,
          scope: 'global',
          device: 'bond1',
          portsUsed: 2,
          portsFree: 1032174,
        },
      ],
    });
    const { routes } = readShownRoutes(source(fixture('003-dpvs/routes.txt')));
    expect(
      routes.map(({ address, prefixLength, isAutomatic, via }) => [
        address,
        prefixLength,
        isAutomatic,
        via,
      ]),
    ).toEqual([
      ['192.168.229.204', 32, true, undefined],
      ['10.0.96.204', 32, true, undefined],
      ['10.0.96.0', 24, false, undefined],
      ['192.168.229.0', 24, false, undefined],
      ['0.0.0.0', 0, false, '10.0.96.254'],
      ['::', 0, false, '2001::1'],
    ]);
    const { links } = readShownLinks(source(fixture('003-dpvs/links.txt')));
    expect(links[0]).toEqual({
      device: 'bond1',
      mtu: 1500,
      rxQueues: 15,
      txQueues: 16,
      isUp: true,
      speedMbps: 20000,
      hardwareAddress: 'AA:BB:CC:11:22:33',
      flags: ['full-duplex', 'auto-nego'],
    });
  });

  it('runs with other queues than its file says', () => {
    const { tree } = parseDpvsConf(source(fixture('003-dpvs/dpvs.conf')));
    const { links } = readShownLinks(source(fixture('003-dpvs/links.txt')));
    const drift = queueDrift(readDpvsConfig(tree), links);
    expect(drift.map(({ code, message }) => [code, message])).toEqual([
      ['W_QUEUES_DIFFER', 'bond1 has queues rx 16, runs 15'],
      ['W_QUEUES_DIFFER', 'bond2 has queues rx 16, runs 15'],
    ]);
  });
});

it('a connection table of the default size is a warning', () => {
  const at = { file: 'out', line: 1, column: 1, start: 0, end: 0 };
  expect(tableSize(list('000-fullnat/list.txt'), at).map(({ code }) => code)).toEqual([
    'W_CONNECTION_TABLE_SMALL',
  ]);
  expect(tableSize(list('002-nat-keepalived/list.txt'), at)).toEqual([]);
});

it('a line that means nothing is reported with its place, and the rest is read', () => {
  const { findings, services } = readServiceList(
    source('TCP 1.1.1.1:80 rr\nnonsense here\n  -> 2.2.2.2:80 Masq 1\n'),
  );
  expect(findings.map(({ code, line }) => [code, line])).toEqual([['W_OUTPUT_LINE', 2]]);
  expect(services[0]?.servers).toHaveLength(1);
});

it('dpvs.conf of the document has its marks, bonds and workers', () => {
  const { tree, findings } = parseDpvsConf(source(fixture('003-dpvs/dpvs.conf')));
  expect(findings).toEqual([]);
  const [size] = tree.statements[0]?.block?.statements ?? [];
  expect(size).toMatchObject({ isInit: true, keyword: { text: 'pktpool_size' } });
  const { bonds, devices, workers } = readDpvsConfig(tree);
  expect(
    bonds.map(({ name, mode, slaves, primary }) => [
      name,
      mode,
      slaves.map((s) => s.text),
      primary?.text,
    ]),
  ).toEqual([
    ['bond1', 4, ['dpdk0', 'dpdk1'], 'dpdk0'],
    ['bond2', 4, ['dpdk2', 'dpdk3'], 'dpdk2'],
  ]);
  expect(devices[0]).toMatchObject({ rxQueues: 16, txQueues: 16 });
  expect(devices[0]?.kniName).toBeUndefined();
  expect(workers).toHaveLength(16);
  expect(workers[0]).toMatchObject({ cpu: 1, isMaster: false });
});

it('dpvs.conf may say behind a value what values there are', () => {
  const text =
    'timer_defs { <1-1000>\n    # steps\n    schedule_interval <us> 500 <10, 1-10000000>\n    <none>\n}\n';
  const { tree, findings } = parseDpvsConf(source(text));
  expect(findings).toEqual([]);
  const [block] = tree.statements;
  const [interval] = block?.block?.statements ?? [];
  expect(block?.trailing?.text).toBe('1-1000');
  expect(interval?.words.map((word) => word.text)).toEqual(['schedule_interval', '500']);
  expect(interval?.trailing?.text).toBe('10, 1-10000000');
  expect(block?.block?.dangling.map((comment) => comment.text)).toEqual(['none']);
});
