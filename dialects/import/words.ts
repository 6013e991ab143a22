/**
 * What becomes of every word of keepalived.conf (all flavours) and dpvs.conf: the field it is
 * mapped to, or why it is ignored or refused. docs/import-mapping.md is written from this table,
 * and a test holds it to the words that the parsers know.
 */
import type { Verdict } from './ledger.ts';
import { CHECK, SERVICE_WORDS } from './service-words.ts';
import { row, type WordRow } from './word-row.ts';

const DAEMON = 'how the daemon is run; the agent has its own ways';
const EVENTS = 'agents send events; nothing is mailed or called from a director';
const TIMING = 'keepalived, run by the agent, has its own timing of announcements';
const TRACKED = 'mastership follows the agent’s watchdog; nothing else is tracked';
const RULES = 'rules that choose a routing table have no field';

const ROOT_WORDS: readonly WordRow[] = [
  row('ROOT', 'mapped', 'VrrpInstance', 'vrrp_instance'),
  row('ROOT', 'mapped', 'SyncGroup', 'vrrp_sync_group'),
  row('ROOT', 'mapped', 'VirtualService, or SnatGateway zones', 'virtual_server'),
  row('ROOT', 'mapped', 'VirtualService vips, ports', 'virtual_server_group'),
  row('ROOT', 'mapped', 'LocalAddressPool, or SnatGateway zones[].pool', 'local_address_group'),
  row('ROOT', 'mapped', 'SnatGateway zones[]', 'zone'),
  row('ROOT', 'mapped', 'VirtualService deny', 'deny_address_group'),
  row('ROOT', 'mapped', 'VirtualService allow', 'allow_address_group'),
  row('ROOT', 'mapped', 'Node interfaces', 'static_ipaddress'),
  row('ROOT', 'mapped', 'Node routes', 'static_routes'),
  row('ROOT', 'refused', RULES, 'static_rules'),
  row(
    'ROOT',
    'ignored',
    DAEMON,
    'global_defs linkbeat_use_polling linkbeat_interfaces interface_up_down_delays garp_group ' +
      'net_namespace net_namespace_ipvs instance namespace_with_ipsets use_pid_dir child_wait_time',
  ),
  row(
    'ROOT',
    'refused',
    TRACKED,
    'vrrp_script vrrp_track_file track_file vrrp_track_process track_group bfd_instance',
  ),
  row('ROOT', 'refused', 'there is no check by TLS', 'SSL'),
  row('ROOT', 'refused', 'tunnels are made of the VIP and the real server', 'tunnel_group'),
  row('global_defs', 'mapped', 'Cluster connectionSync.interface', 'lvs_sync_daemon'),
  row('global_defs', 'ignored', DAEMON, '*'),
  row('virtual_server_group', 'mapped', 'VirtualService vips, ports, fwmark', '*'),
  row('local_address_group', 'mapped', 'LocalAddressPool perNode', '*'),
  row('deny_address_group', 'mapped', 'VirtualService deny', '*'),
  row('allow_address_group', 'mapped', 'VirtualService allow', '*'),
  row('static_ipaddress', 'mapped', 'Node interfaces[].addresses', '*'),
  row('static_routes', 'mapped', 'Node routes[]', '*'),
  row('static_rules', 'refused', RULES, '*'),
  row('zone', 'mapped', 'SnatGateway zones[].pool.addresses', 'laddr_group_name'),
];

const VRRP_WORDS: readonly WordRow[] = [
  row('vrrp_sync_group', 'mapped', 'SyncGroup instances', 'group'),
  row('group', 'mapped', 'SyncGroup instances[]', '*'),
  row(
    'vrrp_sync_group',
    'ignored',
    EVENTS,
    'notify notify_master notify_backup notify_fault notify_stop smtp_alert notify_priority_changes',
  ),
  row(
    'vrrp_sync_group',
    'refused',
    TRACKED,
    'track_interface track_script track_file track_process track_bfd global_tracking ' +
      'sync_group_tracking_weight',
  ),
  row('vrrp_instance', 'mapped', 'VrrpInstance interface', 'interface dpdk_interface'),
  row('vrrp_instance', 'mapped', 'VrrpInstance virtualRouterId', 'virtual_router_id'),
  row('vrrp_instance', 'mapped', 'VrrpInstance advertIntervalMs', 'advert_int'),
  row('vrrp_instance', 'mapped', 'Node vrrpPriority, overrides.vrrpPriorities', 'priority'),
  row(
    'vrrp_instance',
    'mapped',
    'VrrpInstance addresses; VIPs, LIPs and SNAT addresses are derived',
    'virtual_ipaddress virtual_ipaddress_excluded',
  ),
  row('virtual_ipaddress', 'mapped', 'VrrpInstance addresses[]', '*'),
  row('virtual_ipaddress_excluded', 'mapped', 'VrrpInstance addresses[]', '*'),
  row('vrrp_instance', 'mapped', 'Node managementAddress', 'unicast_src_ip mcast_src_ip'),
  row('vrrp_instance', 'mapped', 'Cluster connectionSync.interface', 'lvs_sync_daemon_interface'),
  row('vrrp_instance', 'ignored', 'the priority decides; the state is how it begins', 'state'),
  row('vrrp_instance', 'ignored', 'VRRPv3 (RFC 9568) has no authentication', 'authentication'),
  row('vrrp_instance', 'refused', 'VRRPv3 (RFC 9568) has no authentication', 'auth_hmac'),
  row('authentication', 'ignored', 'VRRPv3 (RFC 9568) has no authentication', '*'),
  row('auth_hmac', 'refused', 'VRRPv3 (RFC 9568) has no authentication', '*'),
  row(
    'vrrp_instance',
    'ignored',
    'directors speak VRRPv3',
    'version native_ipv6 v3_checksum_as_v2',
  ),
  row('vrrp_instance', 'ignored', 'as it is without it', 'preempt accept debug'),
  row(
    'vrrp_instance',
    'ignored',
    EVENTS,
    'notify notify_master notify_backup notify_fault notify_stop notify_deleted smtp_alert ' +
      'notify_master_rx_lower_pri notify_priority_changes',
  ),
  row(
    'vrrp_instance',
    'ignored',
    TIMING,
    'garp_master_delay garp_master_repeat garp_master_refresh garp_master_refresh_repeat ' +
      'garp_lower_prio_delay garp_lower_prio_repeat garp_extra_if vmac_garp_intvl ' +
      'down_timer_adverts timer_expired_backup thread_timer_expired kernel_rx_buf_size ' +
      'lower_prio_no_advert higher_prio_send_advert skip_check_adv_addr linkbeat_use_polling',
  ),
  row(
    'vrrp_instance',
    'refused',
    'a director with a higher priority takes over when it is back',
    'nopreempt preempt_delay',
  ),
  row(
    'vrrp_instance',
    'refused',
    TRACKED,
    'track_interface track_script track_file track_process track_bfd dont_track_primary ' +
      'track_src_ip',
  ),
  row('vrrp_instance', 'refused', 'routes do not move with mastership', 'virtual_routes'),
  row('virtual_routes', 'refused', 'routes do not move with mastership', '*'),
  row('vrrp_instance', 'refused', RULES, 'virtual_rules'),
  row('virtual_rules', 'refused', RULES, '*'),
  row(
    'vrrp_instance',
    'refused',
    'adverts go by multicast on the link, from its own MAC address',
    'unicast_peer unicast_ttl unicast_fault_no_peer check_unicast_src old_unicast_checksum ' +
      'mcast_dst_ip use_vmac use_vmac_addr vmac_xmit_base use_ipvlan vrf',
  ),
  row('unicast_peer', 'refused', 'adverts go by multicast on the link', '*'),
  row(
    'vrrp_instance',
    'refused',
    'keepalived, run by the agent, has no such setting',
    'no_virtual_ipaddress promote_secondaries strict_mode owner_ignore_adverts no_accept',
  ),
];

const DPVS_REASON = 'how ports, queues and cores are used stays in dpvs.conf';
const DPVS_WORDS: readonly WordRow[] = [
  row('netif_defs', 'mapped', 'Node interfaces[]', 'device'),
  row('netif_defs', 'mapped', 'Node bonds[]', 'bonding'),
  row('bonding', 'mapped', 'Node bonds[].mode', 'mode'),
  row('bonding', 'mapped', 'Node bonds[].members', 'slave'),
  row('bonding', 'mapped', 'Node bonds[].primary', 'primary'),
];

export const KEEPALIVED_ROWS: readonly WordRow[] = [...ROOT_WORDS, ...VRRP_WORDS, ...SERVICE_WORDS];
export const DPVS_CONF_ROWS: readonly WordRow[] = [
  ...DPVS_WORDS,
  row('*', 'ignored', DPVS_REASON, '*'),
];

/** Blocks with the words of another one. */
const SAME: Readonly<Record<string, string>> = { SSL_GET: 'HTTP_GET' };

function indexed(rows: readonly WordRow[]): ReadonlyMap<string, WordRow> {
  return new Map(
    rows.flatMap((one) =>
      one.words.split(' ').map((word) => [`${one.block}/${word}`, one] as const),
    ),
  );
}
const KEEPALIVED = indexed(KEEPALIVED_ROWS);
const DPVS_CONF = indexed(DPVS_CONF_ROWS);

/** The row of a word, or of the lines of its block. */
export function rowOf(block: string, word: string): WordRow | undefined {
  const name = SAME[block] ?? block;
  return KEEPALIVED.get(`${name}/${word}`) ?? KEEPALIVED.get(`${name}/*`);
}

/** What holds of a statement that nothing takes. */
export function verdictOfWord(block: string, word: string): Verdict {
  return verdictOf(rowOf(block, word), word);
}

export function verdictOfDpvsWord(block: string, word: string): Verdict {
  return verdictOf(DPVS_CONF.get(`${block}/${word}`) ?? DPVS_CONF.get('*/*'), word);
}

/** Lists that mean something only where a service or a zone names them. */
const GROUP = /^(virtual_server|local_address|deny_address|allow_address)_group$/;

function verdictOf(found: WordRow | undefined, word: string): Verdict {
  if (found === undefined) return { outcome: 'refused', reason: 'not a word that is known here' };
  const { outcome, says } = found;
  const isOfCheck = /^(virtual|real)_server$/.test(found.block) && says.startsWith(`${CHECK}.`);
  if (isOfCheck) return { outcome: 'ignored', reason: 'no check that is taken over uses it' };
  const isOfGroup = GROUP.test(found.block === 'ROOT' ? word : found.block);
  if (isOfGroup) return { outcome: 'ignored', reason: 'nothing that is taken over names it' };
  if (outcome === 'mapped') return { outcome: 'refused', reason: 'nothing here uses it' };
  return { outcome, reason: says };
}
