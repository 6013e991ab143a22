/** The deployments of the five documents, with what has to be known beside their files. */
import type { Deployment } from './deployment.ts';

/** keepalived waits for dpvs and goes with it; the KNI interface and the routes come before it. */
const unitAndStart = (node: string) => [
  {
    file: `${node}/keepalived.service`,
    from: 'After=syslog.target network-online.target\n',
    to: 'After=syslog.target network-online.target dpvs.service\nBindsTo=dpvs.service\n',
  },
  {
    file: `${node}/start.sh`,
    from: '$ systemctl restart rsyslog.service\n',
    to:
      '$ systemctl restart rsyslog.service\n$ ifup bond2.kni\n$ sh routes.sh\n' +
      '$ systemctl enable keepalived.service\n$ systemctl start keepalived.service\n',
  },
];

/** Run as a script, a line behind the prompt of root is a comment. */
const withoutPrompts = (file: string) =>
  ['#forward packets', 'ip addr add 1.2.100.1'].map((first) => ({
    file,
    from: `# cat >> /etc/rc.local << 'EOF'\n${first}`,
    to: `cat >> /etc/rc.local << 'EOF'\n${first}`,
  }));

const LOCAL_ADDRESSES_AT_BOOT = [1, 2, 3, 4]
  .map((host) => `ip addr add 1.2.100.${host}/16 dev eth1\n`)
  .join('');

const FULLNAT: Deployment = {
  folder: 'fullnat/service',
  options: { flavour: 'alibaba' },
  edits: [
    // The document names no link; a pool needs one.
    {
      file: 'setup.sh',
      from: '# look at it\n',
      to: '# on the link towards the servers\nip addr add 192.168.103.84/32 dev eth1\n# look at it\n',
    },
  ],
  dialects: ['ipvsadm', 'alibaba', 'dpvs'],
};

const LVS_SNAT: readonly Deployment[] = [
  {
    folder: 'lvs-snat/iptables',
    options: { flavour: 'stock' },
    dialects: ['lvs-snat-v2'],
  },
  {
    folder: 'lvs-snat/on-dsnat',
    options: { flavour: 'lvs-snat-v1' },
    edits: [
      {
        file: 'setup.sh',
        from: 'addresses for 192.168.0.0/24',
        to: 'addresses for 192.168.0.0/16',
      },
      {
        file: 'build.sh',
        from: 'SRPMS/kernel-2.6.32-279.el6.src.rpm',
        to: 'SRPMS/kernel-2.6.32-279.23.1.el6.src.rpm',
      },
    ],
    dialects: ['ipvsadm', 'lvs-snat-v2'],
  },
  {
    folder: 'lvs-snat/on-nat',
    options: { flavour: 'stock' },
    edits: [
      {
        file: 'setup.sh',
        from: '-r 121.14.161.100:0 -m\n',
        to:
          '-r 121.14.161.100:0 -m\n# the same for UDP\nipvsadm -A -u 0.0.0.0:0 -s rr -p 10\n' +
          'ipvsadm -a -u 0.0.0.0:0 -r 121.14.161.100:0 -m\n',
      },
    ],
    dialects: ['lvs-snat-v2'],
  },
];

const NAT: Deployment = {
  folder: 'nat-keepalived/pair',
  options: {
    flavour: 'stock',
    serverAddresses: { '192.168.168.238': ['113.226.77.138'] },
  },
  edits: [
    ...['lb1', 'lb2'].flatMap((node) => {
      const file = `${node}/keepalived.conf`;
      return [
        // The two links may meet in one switch: then one id for two routers is one too few.
        {
          file,
          from: 'interface eth1\n    virtual_router_id 100',
          to: 'interface eth1\n    virtual_router_id 101',
        },
        { file, from: 'every 10 seconds', to: 'every 6 seconds' },
        { file, from: '# DR here', to: '# NAT here' },
        { file, from: '# check the servers by TCP', to: '# what the clients speak' },
      ];
    }),
    // Network scripts set what stands in route-eth1 and rule-eth1: no second way, no other link.
    {
      file: 'rs1/setup.sh',
      from: 'ip route add to 0.0.0.0/0 via 192.168.168.11 dev eth3 table lvs_nat\nip rule add from 192.168.168.238/32 table lvs_nat\n# the same',
      to: 'ip route add to 0.0.0.0/0 via 192.168.168.11 dev eth1 table lvs_nat\nip rule add from 192.168.168.238/32 table lvs_nat\n# the same',
    },
    {
      file: 'rs1/setup.sh',
      from: "# the same again at boot\ncat >> /etc/rc.local << 'EOT'\nip route add to 0.0.0.0/0 via 192.168.168.11 dev eth3 table lvs_nat\nip rule add from 192.168.168.238/32 table lvs_nat\nEOT\n",
      to: '',
    },
  ],
  servers: ['rs1'],
  dialects: ['keepalived', 'ipvsadm', 'ipvsadm-save'],
};

const DPVS: readonly Deployment[] = [
  {
    folder: 'dpvs/simple',
    options: { flavour: 'dpvs', dpvsVersion: '1.10.2' },
    dialects: ['ipvsadm', 'dpip', 'dpvs'],
  },
  {
    folder: 'dpvs/bonding',
    options: { flavour: 'dpvs', dpvsVersion: '1.8-10' },
    dialects: ['dpvs-conf'],
  },
  {
    folder: 'dpvs/ipv6',
    options: { flavour: 'dpvs', dpvsVersion: '1.8-10' },
    dialects: ['ipvsadm', 'dpip', 'dpvs'],
  },
  {
    folder: 'dpvs/nat64',
    options: { flavour: 'dpvs', dpvsVersion: '1.8-10' },
    edits: [{ file: 'setup.sh', from: 'an IPv6 local address', to: 'an IPv4 local address' }],
    dialects: ['ipvsadm', 'dpip', 'dpvs'],
  },
  {
    folder: 'dpvs/keepalived-pair',
    options: { flavour: 'dpvs', dpvsVersion: '1.8-10' },
    edits: [
      ...[
        ['VI_1 {\nstate MASTER', 'VI_1 {\nstate BACKUP'],
        ['VI_2 {\nstate MASTER', 'VI_2 {\nstate BACKUP'],
        ['virtual_router_id 201\npriority 100', 'virtual_router_id 201\npriority 90'],
        ['virtual_router_id 202\npriority 100', 'virtual_router_id 202\npriority 90'],
      ].map(([from = '', to = '']) => ({ file: 'lb2/keepalived.conf', from, to })),
      // Two directors with one local address would answer each other's servers.
      { file: 'lb2/keepalived.conf', from: '192.168.229.201 bond1', to: '192.168.229.202 bond1' },
      ...['lb1', 'lb2'].flatMap((node) => [
        ...unitAndStart(node),
        {
          file: `${node}/keepalived.conf`,
          from: 'authentication {\nauth_type PASS\nauth_pass dpvstest\n}\nvirtual_ipaddress {\n2001::201',
          to: 'virtual_ipaddress {\nfe80::c9\n2001::201',
        },
        {
          file: `${node}/keepalived.conf`,
          from: 'virtual_server_group 10.0.96.201-80-6 {',
          to: 'virtual_server_group nat64-80 {',
        },
        {
          file: `${node}/keepalived.conf`,
          from: 'virtual_server group 10.0.96.201-80-6 {',
          to: 'virtual_server group nat64-80 {',
        },
      ]),
    ],
    dialects: ['dpvs', 'dpip'],
  },
];

const DSNAT: readonly Deployment[] = [
  {
    folder: 'dsnat/commands',
    options: { flavour: 'dsnat' },
    edits: [
      ...withoutPrompts('gateway.sh'),
      { file: 'gateway.sh', from: 'ip addr add 1.2.100.4/16 dev eth1\n', to: '' },
      { file: 'rules.sh', from: 'zone 1.0.0.0/16', to: 'zone 1.1.0.0/16' },
      { file: 'build.sh', from: 'kernel-2.6.32-220.23.1', to: 'kernel-2.6.32-279.23.1' },
    ],
    dialects: ['ipvsadm', 'dsnat'],
  },
  {
    folder: 'dsnat/keepalived',
    options: { flavour: 'dsnat' },
    edits: ['lb1', 'lb2'].flatMap((node) => [
      ...withoutPrompts(`${node}/gateway.sh`),
      // The local addresses are VRRP's, so that they move with the gateway.
      {
        file: `${node}/gateway.sh`,
        from: `cat >> /etc/rc.local << 'EOF'\n${LOCAL_ADDRESSES_AT_BOOT}EOF\n`,
        to: '',
      },
      {
        file: `${node}/keepalived.conf`,
        from: '1.2.100.2/16\n',
        to: '1.2.100.2/16\n                1.2.100.3/16\n',
      },
      {
        file: `${node}/keepalived.conf`,
        from: 'protocol TCP\n        laddr_group_name laddr_g1\n',
        to: 'protocol TCP\n',
      },
    ]),
    dialects: ['dsnat', 'ipvsadm'],
  },
];

export const DEPLOYMENTS: readonly Deployment[] = [FULLNAT, ...LVS_SNAT, NAT, ...DPVS, ...DSNAT];
