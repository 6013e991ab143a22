/**
 * Keywords of the keepalived that comes with DPVS 1.8 to 1.10 (base 2.0.19), as its parser
 * installs them. DPVS up to 1.7 has no `retry` in TCP_CHECK.
 */
import type { KeywordLists } from '../keywords.ts';

export const DPVS_KEYWORDS: KeywordLists = {
  ROOT: {
    switch: 'linkbeat_use_polling',
    word: 'net_namespace instance',
    flag: 'namespace_with_ipsets use_pid_dir',
    number: 'child_wait_time',
    block: 'global_defs SSL',
    'named list':
      'track_group local_address_group deny_address_group allow_address_group ' +
      'virtual_server_group',
    list: 'static_ipaddress static_routes static_rules linkbeat_interfaces',
    'named block':
      'vrrp_sync_group garp_group vrrp_instance vrrp_script vrrp_track_file vrrp_track_process ' +
      'tunnel_group virtual_server bfd_instance',
  },
  global_defs: {
    flag: 'process_names lvs_flush enable_traps',
    any:
      'process_name vrrp_process_name lvs_process_name bfd_process_name smtp_helo_name ' +
      'dynamic_interfaces no_email_faults lvs_flush_onstop vrrp_garp_master_delay ' +
      'vrrp_garp_master_repeat vrrp_garp_master_refresh vrrp_garp_master_refresh_repeat ' +
      'vrrp_garp_lower_prio_delay vrrp_garp_lower_prio_repeat vrrp_garp_interval ' +
      'vrrp_gna_interval vrrp_min_garp vrrp_lower_prio_no_advert vrrp_higher_prio_send_advert ' +
      'vrrp_iptables vrrp_ipsets nftables nftables_priority nftables_counters nftables_ifindex ' +
      'vrrp_check_unicast_src vrrp_skip_check_adv_addr vrrp_priority vrrp_no_swap ' +
      'vrrp_rt_priority vrrp_cpu_affinity vrrp_rlimit_rtime notify_fifo notify_fifo_script ' +
      'vrrp_notify_fifo vrrp_notify_fifo_script vrrp_notify_priority_changes lvs_notify_fifo ' +
      'lvs_notify_fifo_script checker_priority checker_no_swap checker_rt_priority ' +
      'checker_cpu_affinity checker_rlimit_rtime bfd_priority bfd_no_swap bfd_rt_priority ' +
      'bfd_cpu_affinity bfd_rlimit_rtime snmp_socket enable_snmp_vrrp enable_snmp_keepalived ' +
      'enable_snmp_rfc enable_snmp_rfcv2 enable_snmp_rfcv3 enable_snmp_checker enable_dbus ' +
      'dbus_service_name vrrp_netlink_cmd_rcv_bufs vrrp_netlink_cmd_rcv_bufs_force ' +
      'vrrp_netlink_monitor_rcv_bufs vrrp_netlink_monitor_rcv_bufs_force ' +
      'process_monitor_rcv_bufs process_monitor_rcv_bufs_force lvs_netlink_cmd_rcv_bufs ' +
      'lvs_netlink_cmd_rcv_bufs_force lvs_netlink_monitor_rcv_bufs ' +
      'lvs_netlink_monitor_rcv_bufs_force rs_init_notifies no_checker_emails ' +
      'vrrp_rx_bufs_policy vrrp_rx_bufs_multiplier log_unknown_vrids umask random_seed',
    word: 'router_id notification_email_from default_interface vrrp_mcast_group4 vrrp_mcast_group6',
    words: 'smtp_server lvs_timeouts lvs_sync_daemon script_user',
    number: 'smtp_connect_timeout vrrp_version',
    list: 'notification_email',
    switch:
      'smtp_alert smtp_alert_vrrp smtp_alert_checker checker_log_all_failures vrrp_strict ' +
      'enable_script_security',
    decimal: 'vrrp_startup_delay',
  },
  vrrp_sync_group: {
    list: 'group track_interface track_script track_file track_process track_bfd',
    words: 'notify_backup notify_master notify_fault notify_stop notify',
    switch: 'smtp_alert global_tracking sync_group_tracking_weight',
  },
  garp_group: {
    decimal: 'garp_interval gna_interval',
    word: 'interface',
    list: 'interfaces',
  },
  vrrp_instance: {
    any:
      'use_vmac vmac_xmit_base use_ipvlan track_src_ip notify_master_rx_lower_pri ' +
      'kernel_rx_buf_size',
    list:
      'unicast_peer track_interface track_script track_file track_process track_bfd ' +
      'virtual_ipaddress virtual_ipaddress_excluded virtual_routes virtual_rules',
    switch:
      'old_unicast_checksum promote_secondaries linkbeat_use_polling skip_check_adv_addr ' +
      'strict_mode debug smtp_alert notify_priority_changes lower_prio_no_advert ' +
      'higher_prio_send_advert',
    flag: 'native_ipv6 dont_track_primary accept no_accept preempt nopreempt',
    word: 'state interface dpdk_interface mcast_src_ip unicast_src_ip',
    number:
      'virtual_router_id version priority garp_master_refresh garp_master_repeat ' +
      'garp_master_refresh_repeat garp_lower_prio_repeat',
    decimal: 'advert_int preempt_delay garp_master_delay garp_lower_prio_delay',
    words: 'notify_backup notify_master notify_fault notify_stop notify lvs_sync_daemon_interface',
    block: 'authentication',
  },
  authentication: {
    word: 'auth_type auth_pass',
  },
  vrrp_script: {
    words: 'script weight user',
    decimal: 'interval',
    any: 'timeout init_fail',
    number: 'rise fall',
  },
  vrrp_track_file: {
    word: 'file',
    words: 'weight',
    any: 'init_file',
  },
  vrrp_track_process: {
    any: 'process quorum_max delay terminate_delay fork_delay',
    flag: 'param_match full_command',
    words: 'weight',
    number: 'quorum',
  },
  SSL: {
    any: 'password ca certificate key',
  },
  tunnel_group: {
    'named block': 'tunnel_entry',
  },
  tunnel_entry: {
    word: 'kind remote local if',
  },
  virtual_server: {
    word:
      'ip_family lb_algo lvs_sched proxy_protocol persistence_engine persistence_granularity ' +
      'protocol virtualhost src-range dst-range oif iif hash_target laddr_group_name ' +
      'daddr_group_name waddr_group_name',
    number: 'retry establish_timeout quorum hysteresis',
    decimal: 'delay_before_retry warmup connect_timeout delay_loop',
    switch:
      'inhibit_on_failure ha_suspend smtp_alert alpha omega sorry_server_inhibit syn_proxy ' +
      'expire_quiescent_conn quic',
    flag: 'hashed ops flag-1 flag-2 flag-3 sh-port sh-fallback mh-port mh-fallback',
    words:
      'lb_kind lvs_method quorum_up quorum_down sorry_server sorry_server_lvs_method ' +
      'vip_bind_dev weight',
    'number?': 'persistence_timeout',
    any: 'bps limit_proportion',
    'named block': 'real_server',
  },
  real_server: {
    words: 'weight lvs_method notify_up notify_down',
    number: 'uthreshold lthreshold retry',
    switch: 'inhibit_on_failure alpha smtp_alert',
    decimal: 'delay_before_retry warmup connect_timeout delay_loop',
    word: 'virtualhost',
    block: 'BFD_CHECK DNS_CHECK HTTP_GET MISC_CHECK SMTP_CHECK SSL_GET TCP_CHECK UDP_CHECK',
  },
  BFD_CHECK: {
    word: 'name',
    switch: 'alpha',
  },
  DNS_CHECK: {
    word: 'connect_ip type name',
    number: 'connect_port bind_port fwmark retry',
    words: 'bindto',
    any: 'bind_if',
    decimal: 'connect_timeout delay_before_retry warmup delay_loop',
    switch: 'alpha log_all_failures',
  },
  HTTP_GET: {
    word: 'connect_ip virtualhost http_protocol',
    number: 'connect_port bind_port fwmark retry nb_get_retry',
    words: 'bindto',
    any: 'bind_if',
    decimal: 'connect_timeout delay_before_retry warmup delay_loop',
    switch: 'alpha log_all_failures enable_sni fast_recovery',
    block: 'url',
  },
  url: {
    words: 'path status_code',
    word: 'digest virtualhost',
    any: 'regex regex_no_match regex_options regex_min_offset regex_max_offset regex_stack',
  },
  MISC_CHECK: {
    word: 'connect_ip',
    number: 'connect_port bind_port fwmark retry',
    words: 'bindto misc_path user',
    any: 'bind_if',
    decimal: 'connect_timeout delay_before_retry warmup delay_loop misc_timeout',
    switch: 'alpha log_all_failures',
    flag: 'misc_dynamic',
  },
  SMTP_CHECK: {
    word: 'helo_name connect_ip',
    number: 'connect_port bind_port fwmark retry',
    words: 'bindto',
    any: 'bind_if',
    decimal: 'connect_timeout delay_before_retry warmup delay_loop',
    switch: 'alpha log_all_failures',
    block: 'host',
  },
  host: {
    word: 'connect_ip',
    number: 'connect_port bind_port fwmark retry',
    words: 'bindto',
    any: 'bind_if',
    decimal: 'connect_timeout delay_before_retry warmup delay_loop',
    switch: 'alpha log_all_failures',
  },
  TCP_CHECK: {
    word: 'connect_ip',
    number: 'connect_port bind_port fwmark retry',
    words: 'bindto',
    any: 'bind_if',
    decimal: 'connect_timeout delay_before_retry warmup delay_loop',
    switch: 'alpha log_all_failures',
  },
  UDP_CHECK: {
    word: 'connect_ip',
    number: 'connect_port bind_port fwmark retry min_reply_length max_reply_length',
    words: 'bindto',
    any: 'bind_if payload',
    decimal: 'connect_timeout delay_before_retry warmup delay_loop',
    switch: 'alpha log_all_failures require_reply',
  },
  bfd_instance: {
    any: 'source_ip neighbor_ip neighbour_ip ttl hoplimit vrrp checker',
    number: 'min_rx min_tx idle_tx multiplier max_hops',
    switch: 'passive',
    words: 'weight',
  },
};
