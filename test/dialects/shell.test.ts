/** Scripts and transcripts: what is understood, what is reported, and that nothing is guessed. */
import { describe, expect, it } from 'vitest';
import { parseDpip } from '../../dialects/dpip/parse-statement.ts';
import { hostSettingsOf } from '../../dialects/shell/host-setting.ts';
import { readIniFile } from '../../dialects/shell/ini-file.ts';
import { readScriptLines } from '../../dialects/shell/read-lines.ts';
import { fixture } from './kit.ts';

const read = (text: string) => readScriptLines({ file: 's.sh', text });
const lines = (text: string) =>
  read(text).commands.map(({ words }) => words.map((word) => word.text).join(' '));
const codes = (text: string) => read(text).findings.map(({ code, line }) => `${line} ${code}`);
const settings = (text: string) =>
  read(text)
    .commands.flatMap(hostSettingsOf)
    .map(({ command, at, ...rest }) => JSON.parse(JSON.stringify(rest, skipSpans)));
const skipSpans = (key: string, value: unknown) =>
  key === 'keyWord'
    ? undefined
    : key === 'device' && typeof value === 'object'
      ? (value as { text: string }).text
      : value;

describe('a script', () => {
  it('is simple commands with quotes, continued lines and comments', () => {
    const text = "# one\nipvsadm -A \\\n  -t '10.0.0.1:80' # two\ncd /x && make; make install\n";
    expect(lines(text)).toEqual(['ipvsadm -A -t 10.0.0.1:80', 'cd /x', 'make', 'make install']);
    const [command] = read(text).commands;
    expect(command?.leading[0]?.text).toBe('one');
    expect(command?.trailing?.text).toBe('two');
    expect(command?.words[3]?.span).toMatchObject({ line: 3, column: 6 });
  });

  it('knows the variables that it set itself, and no others', () => {
    const text =
      'VIP=10.0.0.1\nexport PORT=80\nA=$(hostname)\nipvsadm -A -t $VIP:$\u007bPORT}\nx $A\ny "$HOME"\nz \'$HOME\'\n';
    expect(lines(text)).toEqual(['ipvsadm -A -t 10.0.0.1:80', 'z $HOME']);
    expect(codes(text)).toEqual(['5 W_SHELL_VALUE', '6 W_SHELL_VALUE']);
    expect(read(text).commands[0]?.words[3]?.isDerived).toBe(true);
  });

  it('is not followed into branches and loops, and says where', () => {
    const text = 'a\nif true; then\nb\nfor i in 1 2; do c; done\nfi\nd\n';
    expect(lines(text)).toEqual(['a', 'd']);
    expect(codes(text)).toEqual(['2 W_SHELL_SYNTAX']);
  });

  it('has here-documents, which are scripts when they go into a boot script', () => {
    const text =
      "cat >> /etc/rc.local << 'EOF'\nip addr add 1.2.3.4/16 dev eth1\nEOF\ncat > ~/x <<E\nno command\nE\nz\n";
    expect(lines(text)).toEqual(['cat', 'ip addr add 1.2.3.4/16 dev eth1', 'cat', 'z']);
    const [cat, nested] = read(text).commands;
    expect(cat?.hereDocument?.text).toBe('ip addr add 1.2.3.4/16 dev eth1\n');
    expect(cat?.redirects[0]).toMatchObject({ operator: '>>', target: { text: '/etc/rc.local' } });
    expect(nested?.persistedTo).toBe('/etc/rc.local');
    expect(codes("cat << 'EOF'\na\n")).toEqual(['1 E_HERE_DOCUMENT_OPEN']);
  });

  it('may be a transcript: prompts are taken off where they are certain', () => {
    expect(lines('$ dpip addr show\n[root@lvs ~]# ipvsadm -ln\n# ipvsadm -C\n')).toEqual([
      'dpip addr show',
      'ipvsadm -ln',
    ]);
    expect(lines(fixture('004-dsnat/gateway.sh'))[0]).toBe('echo');
  });

  it('is cut where line breaks were lost, only at names of tools, and marked as guessed', () => {
    const { commands, findings } = read(fixture('001-lvs-snat/glued.sh'));
    expect(commands.map(({ words, isGuessed }) => [words.length, isGuessed])).toEqual([
      [6, true],
      [4, true],
      [6, true],
      [6, true],
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['W_GLUED', 'W_GLUED', 'W_GLUED', 'W_GLUED']);
    expect(lines('make -j16make modules_installmake install')).toEqual([
      'make -j16',
      'make modules_install',
      'make install',
    ]);
    expect(lines('cmake ..')).toEqual(['cmake ..']);
    expect(lines('/sbin/ipvsadm -ln')).toEqual(['/sbin/ipvsadm -ln']);
  });
});

describe('what commands do to a host', () => {
  it('is read from the gateway script of the dsnat document', () => {
    expect(settings(fixture('004-dsnat/gateway.sh'))).toEqual([
      { kind: 'sysctl', key: 'net.ipv4.ip_forward', value: '1' },
      { kind: 'offload', device: 'eth0', feature: 'gro', isOn: false },
      { kind: 'offload', device: 'eth0', feature: 'lro', isOn: false },
      { kind: 'service', name: 'irqbalance', action: 'stop' },
      { kind: 'service', name: 'irqbalance', action: 'disable' },
      ...['1', '2', '3', '4'].map((last) => ({
        kind: 'address',
        address: `1.2.100.${last}`,
        device: 'eth1',
        isRemoved: false,
        prefixLength: 16,
      })),
    ]);
  });

  it('is read from the server script of the NAT document and other forms', () => {
    expect(settings(fixture('002-nat-keepalived/server.sh'))).toEqual([
      {
        kind: 'address',
        address: '192.168.168.238',
        device: 'eth1:1',
        isRemoved: false,
        prefixLength: 24,
      },
      { kind: 'link', device: 'eth1:1', isUp: true },
      { kind: 'rule', from: '192.168.168.238/32', table: 'lvs_nat' },
      {
        kind: 'route',
        destination: '0.0.0.0/0',
        isRemoved: false,
        via: '192.168.168.11',
        device: 'eth3',
        table: 'lvs_nat',
      },
    ]);
    expect(
      settings('sysctl -w net.ipv4.ip_forward=1\nip link set dev bond2.kni up\nifup eth0'),
    ).toEqual([
      { kind: 'sysctl', key: 'net.ipv4.ip_forward', value: '1' },
      { kind: 'link', device: 'bond2.kni', isUp: true },
      { kind: 'link', device: 'eth0', isUp: true },
    ]);
    expect(settings('route add -net 1.2.0.0 netmask 255.255.0.0 gw 1.1.100.1')).toEqual([
      { kind: 'route', destination: '1.2.0.0/16', isRemoved: false, via: '1.1.100.1' },
    ]);
    expect(
      settings(
        'iptables -t nat -A POSTROUTING -s 192.168.0.0/24 -j SNAT --to-source 121.14.161.100',
      ),
    ).toEqual([{ kind: 'translation', to: ['121.14.161.100'], source: '192.168.0.0/24' }]);
  });
});

describe('dpip', () => {
  const dpip = (text: string) => parseDpip(read(text).commands[0]?.words.slice(1) ?? []);

  it('takes -6 before and behind the object', () => {
    for (const text of ['dpip route -6 add 2001::/64 dev b', 'dpip -6 route add 2001::/64 dev b']) {
      expect(dpip(text)).toMatchObject({ statement: { family: 'ipv6' }, findings: [] });
    }
    expect(dpip('dpip route add 2001::/64 dev b').findings[0]?.code).toBe('E_DPIP_FAMILY');
  });

  it('reads addresses, pools, routes, links and VLANs', () => {
    expect(dpip('dpip addr add 10.0.0.1 dev dpdk0 sapool').statement?.body).toMatchObject({
      object: 'addr',
      address: '10.0.0.1',
      isPool: true,
      device: { text: 'dpdk0' },
    });
    expect(dpip('dpip route add default via 10.0.96.254 dev dpdk2').statement?.body).toMatchObject({
      object: 'route',
      destination: { text: 'default' },
      via: { text: '10.0.96.254' },
    });
    expect(dpip('dpip vlan add v10 link dpdk0 proto 802.1q id 10').statement?.body).toMatchObject({
      object: 'vlan',
      id: 10,
      name: { text: 'v10' },
    });
    expect(dpip('dpip link set dpdk0 promisc on forward2kni off').statement?.body).toMatchObject({
      settings: [
        [{ text: 'promisc' }, { text: 'on' }],
        [{ text: 'forward2kni' }, { text: 'off' }],
      ],
    });
  });

  it('says what it does not know', () => {
    expect(dpip('dpip adr add 10.0.0.1 dev d').findings[0]?.hint).toBe('did you mean addr?');
    expect(dpip('dpip route ad 10.0.0.0/8 dev d').findings[0]?.hint).toBe('did you mean add?');
    expect(dpip('dpip addr add 10.0.0.1').findings[0]?.code).toBe('E_DPIP');
  });
});

it('a unit is read by section, with places', () => {
  const { entries } = readIniFile({ file: 'u', text: fixture('003-dpvs/keepalived.service') });
  expect(entries.find(({ key }) => key === 'After')).toMatchObject({
    section: 'Unit',
    value: 'syslog.target network-online.target',
    span: { line: 3 },
  });
});
