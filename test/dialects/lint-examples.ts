/**
 * For each code the smallest import that has it: what the linter must find, and nothing must lose.
 * Codes of live output have tests of their own.
 */
import type { LintFile, LintKind, LintOptions } from '../../dialects/lint/bundle.ts';
import type { LintCode } from '../../dialects/lint/codes.ts';

export interface Example {
  readonly files: readonly LintFile[];
  readonly options?: LintOptions;
}

export type ListingCode = 'W_OUTPUT_LINE' | 'W_CONNECTION_TABLE_SMALL' | 'W_QUEUES_DIFFER';

const of =
  (kind: LintKind) =>
  (text: string, options?: LintOptions): Example => ({
    files: [{ file: 'a', kind, text }],
    ...(options === undefined ? {} : { options }),
  });
const script = of('script');
const dpvsConf = of('dpvs-conf');
const keepalived = of('keepalived');
const stock = (text: string) => keepalived(text, { flavour: 'stock' });
const dsnat = (text: string) => keepalived(text, { flavour: 'dsnat' });
const dpvs = (text: string) => keepalived(text, { flavour: 'dpvs' });
const both = (
  first: readonly [LintKind, string],
  second: readonly [LintKind, string],
  options?: LintOptions,
): Example => ({
  files: [first, second].map(([kind, text], at) => ({ file: at === 0 ? 'a' : 'b', kind, text })),
  ...(options === undefined ? {} : { options }),
});
const onTwoNodes = (text: string, options: LintOptions): Example => ({
  files: ['one', 'two'].map((node) => ({ file: `${node}.sh`, kind: 'script', text, node })),
  options,
});

const instance = (name: string, body: string) =>
  `vrrp_instance ${name} {\nstate BACKUP\ninterface eth0\n${body}\n}\n`;
const vips = (...list: string[]) => `virtual_ipaddress {\n${list.join('\n')}\n}`;
const service = (body: string, kind = 'NAT') =>
  `virtual_server 10.0.0.1 80 {\nlb_kind ${kind}\nprotocol TCP\n${body}\n}\n`;
const real = (body = '', address = '10.1.0.1 80') => `real_server ${address} {\n${body}\n}`;
const dpvsSave = (text: string, version?: string) =>
  script(text, { flavour: 'dpvs', ...(version === undefined ? {} : { dpvsVersion: version }) });
const ZONES =
  'ipvsadm -A -t 0.0.0.0:0 -s rr\nipvsadm -K --zone 1.1.0.0/16\nipvsadm -P --zone 1.1.0.0/16 -z 1.2.0.1\n';
const UNIT = '[Unit]\nAfter=network.target\n[Service]\nExecStart=/sbin/keepalived -f /x\n';
const BOND = 'bonding b0 {\nmode 4\nslave d0\nslave d1\nprimary d0\n}';
const device = (name: string, body = '') =>
  `device ${name} {\nrx {\nqueue_number 2\n}\n${body}\n}\n`;
const worker = (name: string, port: string, queues: string) =>
  `worker ${name} {\ntype slave\ncpu_id 1\nport ${port} {\nrx_queue_ids ${queues}\n}\n}\n`;

const SYNTAX = {
  E_BLOCK_CLOSE: stock('}\n'),
  E_BLOCK_DEPTH: stock('a {\n'.repeat(40) + '}\n'.repeat(40)),
  E_BLOCK_NAMELESS: stock('{\n}\n'),
  E_BLOCK_OPEN: stock('global_defs {\n'),
  E_BRACE_GLUED: dsnat('vrrp_instance V{\ninterface eth0\n}\n'),
  E_COMMAND_MISSING: script('ipvsadm -t 1.1.1.1:80', { flavour: 'stock' }),
  E_COMMAND_TWICE: script('ipvsadm -A -D -t 1.1.1.1:80', { flavour: 'stock' }),
  E_CONDITION_EMPTY: stock('@main\n'),
  E_CONDITION_NEGATION: stock('global_defs {\n@!main router_id x\n}\n'),
  E_DPIP: script('dpip adr show'),
  E_DPIP_FAMILY: script('dpip route add 2001::/64 dev d'),
  E_ENDPOINT: script('ipvsadm -A -t web:80', { flavour: 'stock' }),
  E_FEATURE_MISSING: dsnat('$X=1\n'),
  E_FILE_AWAY: { files: [{ file: 'a', kind: 'keepalived', text: 'x' }] },
  E_FLAVOUR_AMBIGUOUS: script('ipvsadm -a -t 1.1.1.1:80 -r 2.2.2.2 -b'),
  E_FLAVOUR_UNKNOWN: script(
    'ipvsadm -A -t 1.1.1.1:80 -V 60\nipvsadm -U --zone 1.0.0.0/8 -z 3.3.3.3',
  ),
  E_HERE_DOCUMENT_OPEN: script("cat << 'EOF'\nx"),
  E_INCLUDE_DEPTH: stock('include a\n'),
  E_OPTION_MISPLACED: script('ipvsadm -D -t 1.1.1.1:80 -s rr', { flavour: 'stock' }),
  E_OPTION_MISSING: script('ipvsadm -A -s rr', { flavour: 'stock' }),
  E_OPTION_UNKNOWN: script('ipvsadm -A -t 1.1.1.1:80 --zone 1.0.0.0/8', { flavour: 'stock' }),
  E_OPTION_VALUE: script('ipvsadm -A -t 1.1.1.1:80 -s', { flavour: 'stock' }),
  E_PARAMETER: stock('$A=x$\u007bA}\nrouter $A\n'),
  E_QUOTE_OPEN: stock('global_defs {\nrouter_id "x\n}\n'),
  E_SEQUENCE: stock('~SEQ(N, 1, 0, 5) x\n'),
  W_COMMAND_UNKNOWN: script('frobnicate eth0'),
  W_DASH: script('ipvsadm \u2013C', { flavour: 'stock' }),
  W_FLAVOUR_ASSUMED: keepalived(service(real())),
  W_GLUED: script('make -j4make install'),
  W_INCLUDE_NOTHING: stock('include gone.conf\n'),
  W_LINE_NUMBERS: stock('1\n2\n3\nglobal_defs {\n}\n'),
  W_ODD_SPACE: stock('global_defs\u00a0{\n}\n'),
  W_SHELL_SYNTAX: script('if x; then y; fi'),
  W_SHELL_VALUE: script('ip addr add $VIP dev eth0'),
} as const;

const KEEPALIVED = {
  E_ADDRESS_STATIC_AND_FLOATING: both(
    ['keepalived', instance('V', vips('1.2.0.1'))],
    ['script', 'ip addr add 1.2.0.1/16 dev eth1'],
    { flavour: 'dsnat' },
  ),
  E_ARGUMENT: stock(instance('V', 'priority high')),
  E_GATEWAY_VIP_GROUP: stock(
    instance('W', vips('10.0.0.1')) + instance('L', vips('10.1.0.9')) + service(real()),
  ),
  E_INSTANCE_FAMILIES: stock(instance('V', vips('10.0.0.1', '2001::1'))),
  E_KEYWORD_MISPLACED: stock(`vrrp_sync_group G {\nV\n}\n${instance('V', '')}`),
  E_KNI_INTERFACE: dpvs(instance('V', vips('10.0.0.1'))),
  E_LIP_DEVICE: dpvs('local_address_group g {\n10.1.0.9\n}\n'),
  E_LIP_GROUP_UNKNOWN: dpvs(service(`laddr_group_name g\n${real()}`, 'FNAT')),
  E_PRIMARY_NOT_SLAVE: dpvsConf(`netif_defs {\n${BOND.replace('primary d0', 'primary d7')}\n}\n`),
  E_QUEUE_TWICE: dpvsConf(`worker_defs {\n${worker('c1', 'd0', '0')}${worker('c2', 'd0', '0')}}\n`),
  E_QUEUE_WITHOUT_WORKER: dpvsConf(
    `netif_defs {\n${device('d0')}}\nworker_defs {\n${worker('c1', 'd0', '0')}}\n`,
  ),
  E_RETRY_KEYWORD: stock(service(real('TCP_CHECK {\nnb_get_retry 3\n}'))),
  E_SERVER_GROUP_UNKNOWN: stock('virtual_server group g {\nlb_kind NAT\n}\n'),
  E_SLAVE_KNI: dpvsConf(`netif_defs {\n${device('d0', 'kni_name d0.kni')}${BOND}\n}\n`),
  E_SYNC_GROUP_MEMBER: stock('vrrp_sync_group G {\ngroup {\nV\n}\n}\n'),
  E_UNKNOWN_KEYWORD: stock('vrrp_sync_group G {\nsmtp_alter\n}\n'),
  E_VRID_TWICE: stock(instance('V', 'virtual_router_id 5') + instance('W', 'virtual_router_id 5')),
  E_VRRP_INTERFACE: stock('vrrp_instance V {\nstate BACKUP\n}\n'),
  E_VRRP_STATE: stock('vrrp_instance V {\nstate SLAVE\ninterface eth0\n}\n'),
  E_WORD_CASE: stock('vrrp_instance V {\nstate master\ninterface eth0\n}\n'),
  E_WORKER_SLAVE_PORT: dpvsConf(
    `netif_defs {\n${BOND}\n}\nworker_defs {\n${worker('c1', 'd1', '0')}}\n`,
  ),
  W_AUTH_AH: stock(instance('V', 'authentication {\nauth_type AH\nauth_pass x\n}')),
  W_AUTH_PASS_LONG: stock(
    instance('V', 'authentication {\nauth_type PASS\nauth_pass 123456789\n}'),
  ),
  W_COMMENT_FAMILY: stock(instance('V', vips('10.0.0.1 # the IPv6 address'))),
  W_COMMENT_METHOD: stock('virtual_server 10.0.0.1 80 {\nlb_kind NAT # DR\n}\n'),
  W_COMMENT_NETWORK: script(ZONES.replace('ipvsadm -P', '# for 1.0.0.0/16\nipvsadm -P')),
  W_COMMENT_NUMBER: stock('virtual_server 10.0.0.1 80 {\ndelay_loop 6 # every 10 seconds\n}\n'),
  W_COMMENT_PROTOCOL: stock('virtual_server 10.0.0.1 80 {\nprotocol TCP # check by TCP\n}\n'),
  W_KEYWORD_NO_EFFECT: dsnat(service('laddr_group_name g', 'FNAT')),
  W_LINK_LOCAL_VIP: stock(instance('V', vips('2001::1'))),
  W_NAME_CONTRADICTS: stock('virtual_server_group 10.0.0.1-80 {\n2001::1 80\n}\n'),
  W_NOPREEMPT_MASTER: stock('vrrp_instance V {\nstate MASTER\ninterface eth0\nnopreempt\n}\n'),
  W_PROTOCOL_IGNORED: stock('virtual_server fwmark 5 {\nprotocol TCP\n}\n'),
  W_VRID_TWICE: stock(
    instance('V', 'virtual_router_id 5') +
      instance('W', 'virtual_router_id 5').replace('eth0', 'eth1'),
  ),
  W_VRRP3_AUTHENTICATION: stock(
    instance('V', `authentication {\nauth_type PASS\nauth_pass x\n}\n${vips('fe80::1')}`),
  ),
} as const;

const SERVICE = {
  E_ADDRESS_ON_TWO_NODES: onTwoNodes('ip addr add 1.2.0.1/16 dev eth1', { flavour: 'dsnat' }),
  E_FORWARDING_MIXED: dpvsSave(
    'ipvsadm -A -t 1.1.1.1:80\nipvsadm -a -t 1.1.1.1:80 -r 2.2.2.2:80 -b\nipvsadm -a -t 1.1.1.1:80 -r 2.2.2.3:80 -m',
  ),
  E_FULLNAT_WITHOUT_LIP: dpvsSave(
    'ipvsadm -A -t 1.1.1.1:80\nipvsadm -a -t 1.1.1.1:80 -r 2.2.2.2:80 -b',
  ),
  E_LIP_FAMILY: dpvsSave(
    'ipvsadm -A -t 1.1.1.1:80\nipvsadm -a -t 1.1.1.1:80 -r 2.2.2.2:80 -b\nipvsadm -P -t 1.1.1.1:80 -z 2001::9 -F d0',
  ),
  E_LIP_ON_TWO_NODES: onTwoNodes(
    'ipvsadm -A -t 1.1.1.1:80\nipvsadm -a -t 1.1.1.1:80 -r 2.2.2.2:80 -b\nipvsadm -P -t 1.1.1.1:80 -z 2.2.2.9 -F d0',
    { flavour: 'dpvs' },
  ),
  E_LIP_ZONE_UNDECLARED: script(
    'ipvsadm -K --zone 1.1.0.0/16\nipvsadm -P --zone 1.1.1.0/24 -z 1.2.0.1',
  ),
  E_NAT_WITH_DSNAT: script(
    `${ZONES}ipvsadm -A -t 1.1.1.1:80\nipvsadm -a -t 1.1.1.1:80 -r 2.2.2.2:80 -m`,
  ),
  E_PORT_REWRITE: script('ipvsadm -A -t 1.1.1.1:80\nipvsadm -a -t 1.1.1.1:80 -r 2.2.2.2:81 -g', {
    flavour: 'stock',
  }),
  E_PORT_ZERO: script('ipvsadm -A -t 1.1.1.1:0 -s rr', { flavour: 'stock' }),
  E_SERVER_PORT: dpvsSave(
    'ipvsadm -A -t 1.1.1.1:80\nipvsadm -a -t 1.1.1.1:80 -r 2.2.2.2 -b',
    '1.10.2',
  ),
  E_SERVER_TWICE: stock(service(`${real()}\n${real()}`)),
  E_SERVICE_TWICE: stock(service(real()) + service(real())),
  E_ZONE_LIP_UNCARRIED: both(['keepalived', instance('V', vips('1.1.0.9'))], ['script', ZONES], {
    flavour: 'dsnat',
  }),
  E_ZONE_NETWORK: dsnat('zone 1.1.0.0 x {\nladdr_group_name g\n}\n'),
  E_ZONE_WITHOUT_LIP: script('ipvsadm -K --zone 1.1.0.0/16', { flavour: 'dsnat' }),
  W_EVERY_SOURCE: script(
    'ipvsadm -A -t 0.0.0.0:0 -s rr -p 10\nipvsadm -a -t 0.0.0.0:0 -r 9.9.9.9:0 -m',
    { flavour: 'stock' },
  ),
  W_HAIRPIN: keepalived(service(real()), {
    flavour: 'stock',
    serverAddresses: { '10.1.0.1': ['10.0.0.77'] },
  }),
  W_NAT64_CLIENT: dpvsSave(
    'ipvsadm -A -t [2001::1]:80\nipvsadm -a -t [2001::1]:80 -r 2.2.2.2:80 -b\nipvsadm -P -t [2001::1]:80 -z 2.2.2.9 -F d0',
  ),
  W_NAT_EGRESS: stock(service(real())),
  W_NO_ROUTE: dpvsSave(
    'dpip route add 10.0.0.0/24 dev d0\nipvsadm -A -t 10.0.0.1:80\nipvsadm -a -t 10.0.0.1:80 -r 10.9.0.1:80 -g',
  ),
  W_POOL_ADDRESS_UNUSED: script(
    `${ZONES}ip addr add 1.2.0.1/16 dev eth1\nip addr add 1.2.0.2/16 dev eth1`,
  ),
  W_SCHEDULER: dpvsSave('ipvsadm -A -t 1.1.1.1:80 -s lc'),
  W_SERVER_PORT: dpvsSave('ipvsadm -A -t 1.1.1.1:80\nipvsadm -a -t 1.1.1.1:80 -r 2.2.2.2 -b'),
  W_SERVICE_EMPTY: stock(service('')),
  W_SERVICE_ON_OWN_ADDRESS: script('ip addr add 1.1.1.1/24 dev eth0\nipvsadm -A -t 1.1.1.1:80', {
    flavour: 'alibaba',
  }),
  W_SINGLE_NODE: dpvsSave('dpip addr add 1.1.1.1/32 dev d0\nipvsadm -A -t 1.1.1.1:80'),
  W_TCP_CHECK_HTTP: stock(service(real('TCP_CHECK {\nconnect_timeout 3\n}'))),
  W_ZONES_WITHOUT_UDP: script(ZONES),
  W_ZONE_SHADOWED: script('ipvsadm -K --zone 0.0.0.0/0\nipvsadm -K --zone 1.1.0.0/16', {
    flavour: 'dsnat',
  }),
} as const;

const HOST = {
  E_ARTIFACT_NAMES: script(
    'wget http://x/kernel-2.6.32-279.el6.src.rpm\nrpm -ivh kernel-2.6.32-280.el6.src.rpm',
  ),
  E_HERE_DOCUMENT_ECHO: script("echo >> /etc/rc.local << 'EOF'\nethtool -K eth0 gro off\nEOF\n"),
  E_ROUTE_DEVICE: {
    files: [
      { file: 'a', kind: 'script', text: 'ip route add 0.0.0.0/0 via 10.0.0.9 dev eth3 table t' },
      { file: 'etc/route-eth1', kind: 'route-file', text: 'default table t via 10.0.0.9' },
    ],
  },
  E_SYSCTL_UNKNOWN: script('echo 12 > /proc/sys/net/ipv4/vs/debulg_level'),
  W_IPTABLES_SNAT: script(
    'iptables -t nat -A POSTROUTING -s 10.0.0.0/8 -j SNAT --to-source 9.9.9.9',
  ),
  W_KNI_ORDER: both(
    ['keepalived', 'vrrp_instance V {\nstate MASTER\ninterface d0.kni\ndpdk_interface d0\n}\n'],
    ['script', 'dpip route add default via 10.0.0.9 dev d0\nsystemctl start keepalived'],
  ),
  W_NOT_ENABLED: both(['unit', UNIT], ['script', 'systemctl daemon-reload']),
  W_OFFLOAD_ON: script(`${ZONES}echo 1 > /proc/sys/net/ipv4/ip_forward\nethtool -K eth0 gro off`),
  W_PATH_VERSIONS: script('cd kernel-2.6.32-220.el6/linux-2.6.32-279.el6'),
  W_RC_LOCAL_ROUTE: script(
    "cat >> /etc/rc.local << 'EOF'\nip rule add from 10.0.0.1 table t\nEOF\n",
  ),
  W_SAVE_LOSSY: dpvsSave('ipvsadm -S -n > /root/save'),
  W_START_ORDER: both(['unit', UNIT], ['script', 'ls'], { flavour: 'dpvs' }),
} as const;

export const EXAMPLES: Readonly<Record<Exclude<LintCode, ListingCode>, Example>> = {
  ...SYNTAX,
  ...KEEPALIVED,
  ...SERVICE,
  ...HOST,
};
