/**
 * The errors that the five documents were published with, by the rows of the project's checklist
 * of them: where in their files, and the code that the linter gives.
 */
export interface KnownError {
  /** Row of the checklist, and the error in a few words. */
  readonly row: string;
  readonly folder: string;
  /** `file:line CODE`. */
  readonly found: readonly string[];
}

const both = (text: string) => [`lb1/${text}`, `lb2/${text}`];

export const KNOWN_ERRORS: readonly KnownError[] = [
  {
    row: '1.2 iptables in the way of every answer',
    folder: 'lvs-snat/iptables',
    found: ['setup.sh:2 W_IPTABLES_SNAT'],
  },
  {
    row: '1.8 the zone is a /16, its addresses go to a /24',
    folder: 'lvs-snat/on-dsnat',
    found: ['setup.sh:1 E_ZONE_WITHOUT_LIP', 'setup.sh:1 E_LIP_ZONE_UNDECLARED'],
  },
  { row: '1.9 en-dashes', folder: 'lvs-snat/on-dsnat', found: ['setup.sh:1 W_DASH'] },
  {
    row: '1.10 every source is translated',
    folder: 'lvs-snat/on-nat',
    found: ['setup.sh:2 W_EVERY_SOURCE'],
  },
  {
    row: '1.15 a setting that does not exist',
    folder: 'lvs-snat/on-dsnat',
    found: ['build.sh:7 E_SYSCTL_UNKNOWN'],
  },
  {
    row: '1.16 commands without line breaks',
    folder: 'lvs-snat/on-dsnat',
    found: ['setup.sh:1 W_GLUED', 'build.sh:5 W_GLUED'],
  },
  {
    row: '1.17 one package is fetched, another installed',
    folder: 'lvs-snat/on-dsnat',
    found: ['build.sh:2 E_ARTIFACT_NAMES'],
  },
  {
    row: '2.2 smtp_alter',
    folder: 'nat-keepalived/pair',
    found: both('keepalived.conf:15 E_UNKNOWN_KEYWORD'),
  },
  {
    row: '2.3 one virtual_router_id for two routers',
    folder: 'nat-keepalived/pair',
    found: both('keepalived.conf:36 W_VRID_TWICE'),
  },
  {
    row: '2.4 comments that contradict',
    folder: 'nat-keepalived/pair',
    found: [
      ...both('keepalived.conf:49 W_COMMENT_NUMBER'),
      ...both('keepalived.conf:51 W_COMMENT_METHOD'),
      ...both('keepalived.conf:53 W_COMMENT_PROTOCOL'),
    ],
  },
  {
    row: '2.7 a TCP check of a web server, nb_get_retry in it',
    folder: 'nat-keepalived/pair',
    found: [
      ...both('keepalived.conf:58 W_TCP_CHECK_HTTP'),
      ...both('keepalived.conf:60 E_RETRY_KEYWORD'),
    ],
  },
  {
    row: '2.9 servers without a way out',
    folder: 'nat-keepalived/pair',
    found: both('keepalived.conf:48 W_NAT_EGRESS'),
  },
  {
    row: '2.11 eth3 now and eth1 after a boot, and rc.local',
    folder: 'nat-keepalived/pair',
    found: [
      'rs1/setup.sh:4 E_ROUTE_DEVICE',
      'rs1/setup.sh:8 E_ROUTE_DEVICE',
      'rs1/setup.sh:8 W_RC_LOCAL_ROUTE',
    ],
  },
  {
    row: '2.14 a server that calls its own VIP',
    folder: 'nat-keepalived/pair',
    found: both('keepalived.conf:55 W_HAIRPIN'),
  },
  {
    row: '3.3 a real server without a port, on DPVS 1.10',
    folder: 'dpvs/simple',
    found: ['setup.sh:21 E_SERVER_PORT'],
  },
  { row: '3.6 one node alone', folder: 'dpvs/simple', found: ['setup.sh:14 W_SINGLE_NODE'] },
  {
    row: '3.12 the client is lost behind NAT64',
    folder: 'dpvs/nat64',
    found: ['setup.sh:8 W_NAT64_CLIENT'],
  },
  {
    row: '3.15, 3.21 keepalived waits for neither dpvs nor the KNI interface',
    folder: 'dpvs/keepalived-pair',
    found: both('keepalived.service:3 W_START_ORDER'),
  },
  {
    row: '3.19 nb_sock_retry',
    folder: 'dpvs/keepalived-pair',
    found: [66, 76, 101, 111].flatMap((line) => both(`keepalived.conf:${line} E_RETRY_KEYWORD`)),
  },
  {
    row: '3.23 the same local address on both directors',
    folder: 'dpvs/keepalived-pair',
    found: ['lb2/keepalived.conf:8 E_LIP_ON_TWO_NODES'],
  },
  {
    row: '3.24 an IPv4 address that is called IPv6',
    folder: 'dpvs/nat64',
    found: ['setup.sh:11 W_COMMENT_FAMILY'],
  },
  {
    row: '3.25 an IPv6 group with the name of an IPv4 address',
    folder: 'dpvs/keepalived-pair',
    found: both('keepalived.conf:84 W_NAME_CONTRADICTS'),
  },
  {
    row: '3.26 VRRPv3 with authentication, its first VIP not link-local',
    folder: 'dpvs/keepalived-pair',
    found: [
      ...both('keepalived.conf:39 W_VRRP3_AUTHENTICATION'),
      ...both('keepalived.conf:44 W_LINK_LOCAL_VIP'),
    ],
  },
  {
    row: '3.27 nothing starts keepalived',
    folder: 'dpvs/keepalived-pair',
    found: both('start.sh:1 W_NOT_ENABLED'),
  },
  {
    row: '3.28 a column of line numbers',
    folder: 'dpvs/simple',
    found: ['setup.sh:1 W_LINE_NUMBERS'],
  },
  {
    row: '4.8a lower-case words',
    folder: 'dsnat/keepalived',
    found: [38, 49, 55].flatMap((line) => both(`keepalived.conf:${line} E_WORD_CASE`)),
  },
  {
    row: '4.8b a local address outside of VRRP',
    folder: 'dsnat/keepalived',
    found: both('keepalived.conf:12 E_ZONE_LIP_UNCARRIED'),
  },
  {
    row: '4.8c local addresses both static and floating, and static on two nodes',
    folder: 'dsnat/keepalived',
    found: [
      ...both('gateway.sh:11 E_ADDRESS_STATIC_AND_FLOATING'),
      ...both('gateway.sh:12 E_ADDRESS_STATIC_AND_FLOATING'),
      ...[11, 12, 13, 14].map((line) => `lb2/gateway.sh:${line} E_ADDRESS_ON_TWO_NODES`),
    ],
  },
  {
    row: '4.8d no UDP service',
    folder: 'dsnat/keepalived',
    found: both('keepalived.conf:66 W_ZONES_WITHOUT_UDP'),
  },
  {
    row: '4.8d no UDP service, by commands',
    folder: 'dsnat/commands',
    found: ['rules.sh:2 W_ZONES_WITHOUT_UDP'],
  },
  {
    row: '4.8e a comment with another network',
    folder: 'dsnat/commands',
    found: ['rules.sh:7 W_COMMENT_NETWORK'],
  },
  { row: '4.10 en-dashes', folder: 'dsnat/commands', found: ['rules.sh:2 W_DASH'] },
  {
    row: '4.3, 4.11 GRO and LRO of the gateway stay on: the boot script gets no line of its own',
    folder: 'dsnat/commands',
    found: [
      'gateway.sh:1 E_HERE_DOCUMENT_ECHO',
      'gateway.sh:3 W_OFFLOAD_ON',
      'gateway.sh:10 E_HERE_DOCUMENT_ECHO',
    ],
  },
  {
    row: '4.11 a here-document given to echo',
    folder: 'dsnat/keepalived',
    found: [1, 10].flatMap((line) => both(`gateway.sh:${line} E_HERE_DOCUMENT_ECHO`)),
  },
  {
    row: '4.12 a path of two versions',
    folder: 'dsnat/commands',
    found: ['build.sh:1 W_PATH_VERSIONS'],
  },
  {
    row: '4.13 an address that no zone uses',
    folder: 'dsnat/commands',
    found: ['gateway.sh:14 W_POOL_ADDRESS_UNUSED'],
  },
];
