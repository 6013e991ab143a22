/** What single statements, whole documents and two directors become. */
import { describe, expect, it } from 'vitest';
import { type ImportOptions, importFiles } from '../../dialects/import/import-files.ts';
import type { LintFile } from '../../dialects/lint/bundle.ts';
import { kindOf } from '../../dialects/lint/file-kind.ts';
import { fixtureFile } from './kit.ts';

const asFile = (text: string, file = 'keepalived.conf', node?: string): LintFile => ({
  file,
  text,
  kind: kindOf(file, text),
  ...(node === undefined ? {} : { node }),
});

function imported(files: readonly LintFile[], options: ImportOptions = {}) {
  const result = importFiles(files, options);
  const spec = (key: string) => {
    const [kind, name] = key.split('/');
    const found = result.resources.find((one) => one.kind === kind && one.metadata.name === name);
    return found?.spec as Record<string, unknown> | undefined;
  };
  const became = (statement: string) =>
    result.rows
      .filter((row) => row.statement === statement)
      .map(({ outcome, to, reason }) =>
        outcome === 'mapped' ? to.join(', ') : `${outcome}: ${reason}`,
      );
  return { ...result, spec, became };
}

const ON_STOCK = { flavour: 'stock' } as const;
const SERVER = 'real_server 10.1.0.1 80 {';
const service = (inner: string, server = 'TCP_CHECK { }', head = '10.0.0.100 80') =>
  asFile(`virtual_server ${head} {\nlb_kind NAT\n${inner}\n${SERVER}\n${server}\n}\n}\n`);
const WEB = 'VirtualService/tcp-10-0-0-100-80';

describe('a virtual server', () => {
  it.each([
    ['lb_algo sh', { scheduler: 'sh' }],
    ['', { scheduler: 'wlc', forwarding: 'nat', onFailure: 'remove' }],
    ['lb_kind DR', { forwarding: 'dr' }],
    ['persistence_timeout', { persistence: { timeoutS: 360 } }],
    [
      'persistence_timeout 60\npersistence_granularity 255.255.255.0',
      { persistence: { timeoutS: 60, mask: 24 } },
    ],
    ['quorum 3\nhysteresis 1', undefined],
    ['quorum 1', { quorum: { up: 1, down: 1 } }],
    ['sorry_server 10.1.0.99 8080', { sorryServer: { address: '10.1.0.99', port: 8080 } }],
    ['inhibit_on_failure', { onFailure: 'quiesce' }],
    ['protocol UDP\nops', undefined],
  ])('says of %j what it said', (inner, wanted) => {
    const { spec, resources } = imported([service(inner)], ON_STOCK);
    if (wanted !== undefined) expect(spec(WEB)).toMatchObject(wanted);
    expect(resources.some(({ kind }) => kind === 'VirtualService')).toBe(true);
  });

  it.each([
    ['TCP_CHECK { connect_timeout 3 }', { type: 'tcp', timeoutMs: 3_000, intervalMs: 60_000 }],
    ['TCP_CHECK {\nretry 2\ndelay_loop 5\n}', { fall: 3, rise: 1, intervalMs: 5_000 }],
    ['TCP_CHECK { connect_port 8080 }', { port: 8_080 }],
    ['PING_CHECK { }', { type: 'ping' }],
    ['DNS_CHECK {\nname example.org\ntype A\n}', { dns: { name: 'example.org', recordType: 'A' } }],
    [
      'UDP_CHECK {\npayload 0a0b\nrequire_reply\n}',
      { udp: { payload: '0a0b', requireReply: true } },
    ],
    [
      'HTTP_GET {\nurl {\npath /up\nstatus_code 200-202 301\n}\nnb_get_retry 3\n}',
      { http: { path: '/up', expectStatus: [200, 201, 202, 301] }, fall: 4 },
    ],
    [
      'HTTP_GET {\nurl {\npath /\ndigest 3ef1267da49c9567b0243dc4be39653a\n}\n}',
      { http: { bodyDigest: 'md5:3ef1267da49c9567b0243dc4be39653a' } },
    ],
    ['SSL_GET {\nurl {\npath /\n}\n}', { type: 'tcp' }],
  ])('is checked by %j', (check, wanted) => {
    expect(imported([service('', check)], ON_STOCK).spec(WEB)?.['healthCheck']).toMatchObject(
      wanted,
    );
  });

  it('is not checked by a script, and says why', () => {
    const { spec, became } = imported([service('', 'MISC_CHECK {\nmisc_path /x\n}')], ON_STOCK);
    expect(spec(WEB)?.['healthCheck']).toBeUndefined();
    expect(became('MISC_CHECK')[0]).toMatch(/^refused: agents run no scripts/);
  });

  it('has thresholds, the lower one as IPVS takes it', () => {
    const { spec } = imported([service('', 'uthreshold 100')], ON_STOCK);
    expect(spec(WEB)?.['realServers']).toEqual([
      { address: '10.1.0.1', port: 80, weight: 1, thresholds: { upper: 100, lower: 75 } },
    ]);
  });

  it('of a group that is no product becomes as few services as say the same', () => {
    const group =
      'virtual_server_group G {\n10.0.0.1 80\n10.0.0.2-3 80\n10.0.0.1 443\nfwmark 9\n}\n';
    const { resources } = imported(
      [asFile(`${group}virtual_server group G {\nlb_kind NAT\n${SERVER}\n}\n}\n`)],
      ON_STOCK,
    );
    const listeners = resources.flatMap(({ kind, metadata, spec }) =>
      kind === 'VirtualService' ? [[metadata.name, spec.vips, spec.ports, spec.fwmark]] : [],
    );
    expect(listeners).toEqual([
      ['g', ['10.0.0.1', '10.0.0.2', '10.0.0.3'], [80], undefined],
      ['g-ipv4-443', ['10.0.0.1'], [443], undefined],
      ['g-fwmark-9', [], [], 9],
    ]);
  });

  it('that Sluice has no like of is refused with the reason', () => {
    const { became, resources } = imported([service('protocol SCTP')], ON_STOCK);
    expect(became('virtual_server 10.0.0.100 80')).toEqual([
      'refused: no dataplane here balances sctp',
    ]);
    expect(resources.map(({ kind }) => kind)).toEqual(['Cluster', 'Node']);
  });
});

const VRRP = (node: string, priority: number, more = '', link = 'eth0') =>
  asFile(
    `vrrp_instance VI_1 {
  state MASTER
  interface ${link}
  virtual_router_id 51
  priority ${priority}
  virtual_ipaddress {
    10.0.0.100 # the shop
    10.9.0.1/24 dev eth1
  }
}
virtual_server 10.0.0.100 80 {
  lb_kind NAT
  ${SERVER}
    TCP_CHECK { }
  }
  ${more}
}
`,
    `${node}.conf`,
    node,
  );

describe('two directors', () => {
  it('become one cluster, each with its priority and its names of links', () => {
    const { spec, notices, totals, files } = imported(
      [VRRP('lb1', 150), VRRP('lb2', 100, '', 'ens3')],
      ON_STOCK,
    );
    expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(totals.refused).toBe(0);
    expect(spec('Cluster/imported')).toMatchObject({ dataplane: 'ipvs', highAvailability: 'vrrp' });
    expect(spec('Node/lb1')?.['vrrpPriority']).toBe(150);
    expect(spec('Node/lb2')).toMatchObject({
      vrrpPriority: 100,
      overrides: { interfaces: { eth0: 'ens3' } },
    });
    expect(spec('VrrpInstance/vi-1')).toMatchObject({
      virtualRouterId: 51,
      addresses: [{ address: '10.9.0.1/24', interface: 'eth1' }],
    });
    expect(files.map(({ name }) => name)).toEqual([
      'cluster.yaml',
      'nodes.yaml',
      'vrrp.yaml',
      'services.yaml',
    ]);
    expect(files[0]?.text).toMatch(/^# Imported from lb1.conf \(lb1\), lb2.conf \(lb2\)\.\n/);
    expect(files[3]?.text).toContain('# the shop');
  });

  it('that contradict each other are told so, and what the first says is written', () => {
    const other = 'real_server 10.1.0.7 80 {\nTCP_CHECK { }\n}';
    const { spec, notices, became } = imported(
      [VRRP('lb1', 150), VRRP('lb2', 100, other)],
      ON_STOCK,
    );
    expect(notices.filter(({ code }) => code === 'E_DIRECTORS_DIFFER')).toMatchObject([
      {
        file: 'lb2.conf',
        line: 11,
        message: `tcp-10-0-0-100-80 has other real servers on lb2 than on lb1 (lb1.conf:11)`,
      },
    ]);
    expect(spec(WEB)?.['realServers']).toMatchObject([{ address: '10.1.0.1' }]);
    expect(became('real_server 10.1.0.7 80')[0]).toMatch(/^refused: .* other real servers on lb2/);
  });

  it('with one priority get two, and are told', () => {
    const { spec, notices } = imported([VRRP('lb1', 100), VRRP('lb2', 100)], ON_STOCK);
    expect(spec('Node/lb2')?.['vrrpPriority']).toBe(99);
    expect(notices.map(({ code }) => code)).toContain('E_DIRECTORS_DIFFER');
  });

  const FULLNAT = (node: string, lips: string) =>
    asFile(
      `local_address_group L {\n${lips}\n}\nvirtual_server 10.0.0.100 80 {\nlb_kind FNAT\n` +
        `laddr_group_name L\n${SERVER}\nTCP_CHECK { }\n}\n}\n`,
      `${node}.conf`,
      node,
    );

  it('draw from local addresses of their own: what both list is shared out', () => {
    const files = ['lb1', 'lb2'].map((node) => FULLNAT(node, '10.1.0.201\n10.1.0.202'));
    const { spec, totals } = imported(files, { flavour: 'alibaba' });
    expect(spec('LocalAddressPool/l')?.['perNode']).toEqual({
      lb1: ['10.1.0.201'],
      lb2: ['10.1.0.202'],
    });
    expect(totals.refused).toBe(0);
  });

  it('with one local address are one director until there is another address', () => {
    const files = ['lb1', 'lb2'].map((node) => FULLNAT(node, '10.1.0.201'));
    const { spec, notices } = imported(files, { flavour: 'alibaba' });
    expect([spec('Node/lb1'), spec('Node/lb2')]).toEqual([expect.anything(), undefined]);
    expect(notices).toContainEqual(expect.objectContaining({ code: 'E_NOT_ENOUGH_LIPS' }));
  });
});

describe('commands', () => {
  const script = (...lines: string[]) => asFile(`${lines.join('\n')}\n`, 'setup.sh');

  it('leave what is there after all of them', () => {
    const { spec, became } = imported(
      [
        script(
          'ipvsadm -A -t 10.0.0.100:80 -s rr',
          'ipvsadm -a -t 10.0.0.100:80 -r 10.1.0.1:80 -m',
          'ipvsadm -a -t 10.0.0.100:80 -r 10.1.0.2:80 -m -w 5',
          'ipvsadm -d -t 10.0.0.100:80 -r 10.1.0.1:80',
          'ipvsadm -A -t 10.0.0.101:80 -s rr',
          'ipvsadm -D -t 10.0.0.101:80',
        ),
      ],
      ON_STOCK,
    );
    expect(spec(WEB)).toMatchObject({ realServers: [{ address: '10.1.0.2', weight: 5 }] });
    expect(spec('VirtualService/tcp-10-0-0-101-80')).toBeUndefined();
    expect(became('ipvsadm -A -t 10.0.0.101:80 -s rr')).toEqual(['ignored: taken back in line 6']);
  });

  it('of DPVS translate sources by match services: one zone for both protocols', () => {
    const match = (proto: string) => `proto=${proto},src-range=10.0.0.0-10.0.1.255,oif=dpdk0`;
    const lines = ['tcp', 'udp'].flatMap((proto) => [
      `ipvsadm -A -s rr -H ${match(proto)}`,
      `ipvsadm -a -H ${match(proto)} -r 192.0.2.50:0 -w 100 -J`,
    ]);
    const { spec } = imported([script('dpip addr add 192.0.2.50/24 dev dpdk0 sapool', ...lines)]);
    expect(spec('SnatGateway/snat')).toMatchObject({
      protocols: ['tcp', 'udp'],
      zones: [
        { sources: ['10.0.0.0/23'], pool: { addresses: ['192.0.2.50'] }, egressInterface: 'dpdk0' },
      ],
    });
  });

  it('of lvs-snat v2 are rules with next hops', () => {
    const rule =
      'ipvsadm -K -f 1 -F 10.0.0.0/8 -U 192.0.2.50-192.0.2.51 -O sh --oif eth1 -N 192.0.2.1';
    const { spec } = imported([script(rule)], { flavour: 'lvs-snat-v2' });
    expect(spec('SnatGateway/snat')).toMatchObject({
      protocols: ['tcp', 'udp'],
      zones: [
        {
          sources: ['10.0.0.0/8'],
          pool: { addresses: ['192.0.2.50', '192.0.2.51'], rotation: 'persistent' },
          egressInterface: 'eth1',
          nextHop: '192.0.2.1',
        },
      ],
    });
  });
});

describe('a listing of a running director', () => {
  it('becomes the services that it shows', () => {
    const { spec, totals } = imported([fixtureFile('002-nat-keepalived/list.txt')]);
    expect(spec('VirtualService/tcp-113-226-77-88-80')).toMatchObject({
      scheduler: 'wrr',
      forwarding: 'nat',
      persistence: { timeoutS: 60 },
      realServers: [
        { address: '192.168.168.236', port: 8_001, weight: 2 },
        { port: 8_002, weight: 6 },
        { port: 8_003, weight: 3 },
        { port: 8_004, weight: 8 },
      ],
    });
    expect(totals).toEqual({ statements: 5, mapped: 5, ignored: 0, refused: 0 });
  });

  it('of marks and matches too; a line that no command says is refused', () => {
    const text = [
      'IP Virtual Server version 1.10.2 (size=0)',
      'FWM  7 IPv6 wlc persistent 60 mask 64',
      '  -> [fd00::1]:0                Masq    3      0          0',
      'MATCH tcp,from=10.0.0.0-10.0.0.255:0-0,oif=dpdk0 rr',
      '  -> 192.0.2.9:0                SNAT    1      0          0',
      'TCP  10.0.0.9:80 rr quic',
    ].join('\n');
    const { spec, rows } = imported([asFile(text, 'list.txt')], { flavour: 'dpvs' });
    expect(spec('VirtualService/fwmark-7')).toMatchObject({
      persistence: { timeoutS: 60, mask: 64 },
      realServers: [{ address: 'fd00::1', weight: 3 }],
    });
    expect(rows.filter(({ outcome }) => outcome === 'refused').map(({ line }) => line)).toEqual([
      6,
    ]);
    expect(spec('SnatGateway/snat')).toMatchObject({
      zones: [{ sources: ['10.0.0.0/24'], pool: { addresses: ['192.0.2.9'] } }],
    });
  });
});

describe('the documents', () => {
  it('FULLNAT (000) keeps its service and its local address', () => {
    const { spec, totals } = imported([fixtureFile('000-fullnat/commands.sh')]);
    expect(spec('VirtualService/tcp-192-168-104-84-10000')).toMatchObject({
      forwarding: 'fullnat',
      localAddressPool: 'lips',
      realServers: [{ port: 9_999 }, { port: 9_999 }],
    });
    expect(totals.refused).toBe(0);
  });

  it('lvs-snat (001) refuses local addresses of a zone that was never made', () => {
    const { became } = imported([fixtureFile('001-lvs-snat/snat.sh')]);
    expect(became('ipvsadm -U --zone 192.168.0.0/24 -z 121.14.161.100')).toEqual([
      'refused: there is no zone 192.168.0.0/24; declared before it: 192.168.0.0/16',
    ]);
  });

  it('NAT (002) says of nft what it cannot do, and keeps the rest', () => {
    const { spec, became } = imported([fixtureFile('002-nat-keepalived/keepalived.conf')], {
      flavour: 'stock',
      dataplane: 'nft',
    });
    expect(spec('VirtualService/tcp-113-226-77-88-80')).toMatchObject({
      forwarding: 'nat',
      vrrpInstance: 'lvs-wan',
      onFailure: 'quiesce',
    });
    expect(spec('SyncGroup/hk-grp1')?.['instances']).toEqual(['lvs-wan', 'lvs-lan']);
    expect(became('persistence_timeout 60')[0]).toMatch(
      /^(refused: the nft driver cannot|Virtual)/,
    );
    expect(became('auth_pass ***')).toHaveLength(2);
  });

  it('DPVS (003) has bonds, ports behind KNI devices and services of both families', () => {
    const files = ['keepalived.conf', 'dpvs.conf'].map((name) => fixtureFile(`003-dpvs/${name}`));
    const { spec } = imported(files);
    expect(spec('Node/lb1')?.['bonds']).toMatchObject([
      { name: 'bond1', mode: '802.3ad', members: ['dpdk0', 'dpdk1'] },
      { name: 'bond2', primary: 'dpdk2' },
    ]);
    expect(spec('VrrpInstance/vi-2')).toMatchObject({ interface: 'bond2', family: 'ipv6' });
    expect(spec('VirtualService/10-0-96-201-80-6')).toMatchObject({
      vips: ['2001::201', '2001::202'],
    });
  });

  it('dsnat (004) keeps the order of its zones and where their addresses are', () => {
    const { spec, totals } = imported([fixtureFile('004-dsnat/keepalived.conf')]);
    expect(spec('SnatGateway/snat')).toMatchObject({
      protocols: ['tcp'],
      vrrpInstance: 'vi-2',
      zones: [
        { sources: ['1.1.0.0/16'], egressInterface: 'eth1' },
        { name: 'all', sources: ['0.0.0.0/0'], egressInterface: 'eth1' },
      ],
    });
    expect(totals.refused).toBe(0);
  });
});
