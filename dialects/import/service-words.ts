/** The rows of words.ts for virtual services, real servers and checks. */
import { row, type WordRow } from './word-row.ts';

const EVENTS = 'agents send events; nothing is mailed or called from a director';
const ONE_INTERVAL = 'a check is repeated after its interval, failed or not';
const FROM = 'agents check from the director’s own address';
const TIMEOUTS = 'time-outs of connections have no field';

/** The field of all that is said of checks. */
export const CHECK = 'VirtualService healthCheck';

function checkRows(block: string): WordRow[] {
  return [
    row(block, 'mapped', `${CHECK}.port`, 'connect_port'),
    row(block, 'mapped', `${CHECK}.timeoutMs`, 'connect_timeout'),
    row(block, 'mapped', `${CHECK}.intervalMs`, 'delay_loop'),
    row(block, 'ignored', ONE_INTERVAL, 'delay_before_retry'),
    row(block, 'ignored', 'checks are spread over their interval', 'warmup'),
    row(block, 'ignored', 'a real server is in until it failed (ADR 6)', 'alpha'),
    row(block, 'ignored', EVENTS, 'log_all_failures'),
    row(block, 'refused', 'a real server is checked at its own address', 'connect_ip'),
    row(block, 'refused', FROM, 'bindto bind_if bind_port fwmark'),
  ];
}

const CHECKS: readonly WordRow[] = [
  ...['TCP_CHECK', 'PING_CHECK', 'DNS_CHECK', 'UDP_CHECK', 'HTTP_GET'].flatMap((block) => [
    ...checkRows(block),
    row(block, 'mapped', `${CHECK}.fall`, block === 'HTTP_GET' ? 'retry nb_get_retry' : 'retry'),
  ]),
  row('HTTP_GET', 'mapped', `${CHECK}.http`, 'url'),
  row('HTTP_GET', 'mapped', `${CHECK}.http.host`, 'virtualhost'),
  row('HTTP_GET', 'ignored', 'asks by HTTP/1.1', 'http_protocol'),
  row('HTTP_GET', 'refused', 'there is no check by TLS', 'enable_sni sni_name tls_compliant'),
  row('HTTP_GET', 'ignored', ONE_INTERVAL, 'fast_recovery'),
  row('url', 'mapped', `${CHECK}.http.path`, 'path'),
  row('url', 'mapped', `${CHECK}.http.bodyDigest`, 'digest'),
  row('url', 'mapped', `${CHECK}.http.expectStatus`, 'status_code'),
  row('url', 'mapped', `${CHECK}.http.host`, 'virtualhost'),
  row('url', 'mapped', `${CHECK}.http.expectBody, when it is plain text`, 'regex'),
  row(
    'url',
    'refused',
    'a body is compared with plain text or a digest',
    'regex_no_match regex_options regex_min_offset regex_max_offset regex_stack',
  ),
  row('url', 'refused', 'there is no check by TLS', 'tls_compliant'),
  row('UDP_CHECK', 'mapped', `${CHECK}.udp.payload`, 'payload'),
  row('UDP_CHECK', 'mapped', `${CHECK}.udp.requireReply`, 'require_reply'),
  row('UDP_CHECK', 'refused', 'a reply of any length counts', 'min_reply_length max_reply_length'),
  row('DNS_CHECK', 'mapped', `${CHECK}.dns.name`, 'name'),
  row('DNS_CHECK', 'mapped', `${CHECK}.dns.recordType`, 'type'),
  row('SMTP_CHECK', 'refused', 'there is no check by SMTP', '*'),
  row('host', 'refused', 'there is no check by SMTP', '*'),
  row('MISC_CHECK', 'refused', 'agents run no scripts', '*'),
  row('BFD_CHECK', 'refused', 'agents speak no BFD', '*'),
  row('FILE_CHECK', 'refused', 'agents read no files of the director', '*'),
];

const VIRTUAL_SERVER: readonly WordRow[] = [
  ['VirtualService scheduler', 'lb_algo lvs_sched'],
  ['VirtualService forwarding', 'lb_kind lvs_method'],
  ['VirtualService protocol', 'protocol'],
  ['VirtualService persistence.timeoutS', 'persistence_timeout'],
  ['VirtualService persistence.mask', 'persistence_granularity'],
  ['VirtualService localAddressPool', 'laddr_group_name'],
  ['VirtualService quorum', 'quorum hysteresis'],
  ['VirtualService sorryServer', 'sorry_server'],
  ['VirtualService synproxy', 'syn_proxy'],
  ['VirtualService onePacket', 'ops'],
  ['VirtualService onFailure', 'inhibit_on_failure'],
  ['VirtualService deny', 'daddr_group_name'],
  ['VirtualService allow', 'waddr_group_name'],
  ['VirtualService expireQuiescent', 'expire_quiescent_conn'],
  ['VirtualService clientAddress', 'proxy_protocol'],
  ['VirtualService realServers[]', 'real_server'],
  ['VirtualService realServers[].weight', 'weight'],
  [`${CHECK}.intervalMs`, 'delay_loop'],
  [`${CHECK}.timeoutMs`, 'connect_timeout'],
  [`${CHECK}.fall`, 'retry'],
  [`${CHECK}.http.host`, 'virtualhost'],
  ['SnatGateway zones[]', 'snat_rule src-range dst-range'],
  ['SnatGateway zones[].egressInterface', 'oif'],
].map(([says = '', words = '']) => row('virtual_server', 'mapped', says, words));

const OTHERS: readonly WordRow[] = [
  row('virtual_server', 'ignored', EVENTS, 'quorum_up quorum_down smtp_alert snmp_name'),
  row('virtual_server', 'ignored', ONE_INTERVAL, 'delay_before_retry'),
  row('virtual_server', 'ignored', 'checks are spread over their interval', 'warmup'),
  row('virtual_server', 'ignored', 'a real server is in until it failed (ADR 6)', 'alpha omega'),
  row('virtual_server', 'ignored', 'a backup checks too, so it is ready', 'ha_suspend'),
  row('virtual_server', 'ignored', 'addresses say their family', 'ip_family'),
  row('virtual_server', 'ignored', 'the VrrpInstance says where VIPs are put', 'vip_bind_dev'),
  row('virtual_server', 'ignored', 'NAT translates host by host', 'nat_mask'),
  row('virtual_server', 'refused', TIMEOUTS, 'establish_timeout est_timeout'),
  row('virtual_server', 'refused', 'there are no persistence engines', 'persistence_engine'),
  row(
    'virtual_server',
    'refused',
    'the sorry server is served as the real servers are',
    'sorry_server_inhibit sorry_server_lvs_method',
  ),
  row(
    'virtual_server',
    'refused',
    'schedulers have no flags here',
    'hashed flag-1 flag-2 flag-3 sh-port sh-fallback mh-port mh-fallback hash_target quic',
  ),
  row('virtual_server', 'refused', 'no dataplane here limits so', 'bps limit_proportion'),
  row('virtual_server', 'refused', 'a zone is not chosen by the link packets come in by', 'iif'),
  row('virtual_server', 'refused', 'services of rules have no priority', 'abs_priority'),
  row('snat_rule', 'mapped', 'SnatGateway zones[].sources', 'from'),
  row('snat_rule', 'mapped', 'SnatGateway zones[].destinations', 'to'),
  row('snat_rule', 'mapped', 'SnatGateway zones[].egressInterface', 'oif'),
  row('snat_rule', 'mapped', 'SnatGateway zones[].pool.addresses', 'snat_ip'),
  row('snat_rule', 'mapped', 'SnatGateway zones[].pool.rotation', 'algo'),
  row('snat_rule', 'mapped', 'SnatGateway zones[].nextHop', 'new_gw'),
  row('snat_rule', 'refused', 'a zone is not chosen by the gateway of the route', 'gw'),
  row('real_server', 'mapped', 'VirtualService realServers[].weight', 'weight'),
  row('real_server', 'mapped', 'VirtualService realServers[].thresholds', 'uthreshold lthreshold'),
  row('real_server', 'mapped', 'VirtualService forwarding, one for all', 'lvs_method'),
  row('real_server', 'mapped', 'VirtualService onFailure, one for all', 'inhibit_on_failure'),
  row('real_server', 'mapped', `${CHECK}.intervalMs`, 'delay_loop'),
  row('real_server', 'mapped', `${CHECK}.timeoutMs`, 'connect_timeout'),
  row('real_server', 'mapped', `${CHECK}.fall`, 'retry'),
  row('real_server', 'mapped', `${CHECK}.http.host`, 'virtualhost'),
  row(
    'real_server',
    'mapped',
    `${CHECK}, one for all`,
    'TCP_CHECK HTTP_GET UDP_CHECK PING_CHECK DNS_CHECK',
  ),
  row(
    'real_server',
    'refused',
    'no such check; a TCP check is written in its place',
    'SSL_GET SMTP_CHECK',
  ),
  row('real_server', 'refused', 'no such check', 'MISC_CHECK BFD_CHECK FILE_CHECK'),
  row('real_server', 'ignored', EVENTS, 'notify_up notify_down smtp_alert snmp_name'),
  row('real_server', 'ignored', ONE_INTERVAL, 'delay_before_retry'),
  row('real_server', 'ignored', 'checks are spread over their interval', 'warmup'),
  row('real_server', 'ignored', 'a real server is in until it failed (ADR 6)', 'alpha'),
];

export const SERVICE_WORDS: readonly WordRow[] = [...VIRTUAL_SERVER, ...OTHERS, ...CHECKS];
