/**
 * Keywords of keepalived 2.0 to 2.4 as the project publishes it: the union, as its own parser
 * installs them (keepalived/{core,vrrp,check,bfd}/*_parser.c of 2.4).
 */
import type { KeywordLists } from '../keywords.ts';

export const STOCK_KEYWORDS: KeywordLists = {
  ROOT: {
    switch: 'linkbeat_use_polling',
    word: 'net_namespace net_namespace_ipvs instance',
    flag: 'namespace_with_ipsets use_pid_dir',
    number: 'child_wait_time',
    block: 'global_defs SSL',
    'named list': 'track_group virtual_server_group',
    list: 'static_ipaddress static_routes static_rules linkbeat_interfaces interface_up_down_delays',
    'named block':
      'vrrp_sync_group garp_group vrrp_instance vrrp_script vrrp_track_process virtual_server ' +
      'bfd_instance track_file vrrp_track_file',
  },
  global_defs: {
    flag: 'process_names lvs_flush enable_traps',
    any:
      'process_name vrrp_process_name checker_process_name lvs_process_name bfd_process_name ' +
      'use_symlink_paths set_supplementary_groups smtp_helo_name startup_script ' +
      'startup_script_timeout shutdown_script shutdown_script_timeout max_auto_priority ' +
      'min_auto_priority_delay dynamic_interfaces no_email_faults disable_local_igmp ' +
      'lvs_flush_on_stop lvs_flush_onstop vrrp_garp_master_delay vrrp_garp_master_repeat ' +
      'vrrp_garp_master_refresh vrrp_garp_master_refresh_repeat vrrp_garp_lower_prio_delay ' +
      'vrrp_garp_lower_prio_repeat vrrp_down_timer_adverts vrrp_garp_interval vrrp_gna_interval ' +
      'vrrp_min_garp vrrp_garp_extra_if vrrp_vmac_garp_intvl vrrp_lower_prio_no_advert ' +
      'vrrp_higher_prio_send_advert vrrp_iptables vrrp_ipsets nftables nftables_priority ' +
      'nftables_ifindex vrrp_check_unicast_src vrrp_skip_check_adv_addr vrrp_priority ' +
      'vrrp_no_swap vrrp_rt_priority vrrp_cpu_affinity vrrp_rlimit_rttime vrrp_rlimit_rtime ' +
      'nftables_ipvs nftables_ipvs_priority nftables_ipvs_start_fwmark nftables_counters ' +
      'notify_fifo notify_fifo_script vrrp_notify_fifo vrrp_notify_fifo_script ' +
      'vrrp_notify_priority_changes fifo_write_vrrp_states_on_reload lvs_notify_fifo ' +
      'lvs_notify_fifo_script checker_priority checker_no_swap checker_rt_priority ' +
      'checker_cpu_affinity checker_rlimit_rttime checker_rlimit_rtime bfd_priority bfd_no_swap ' +
      'bfd_rt_priority bfd_cpu_affinity bfd_rlimit_rttime bfd_rlimit_rtime snmp_socket ' +
      'enable_snmp_vrrp enable_snmp_keepalived enable_snmp_rfc enable_snmp_rfcv2 ' +
      'enable_snmp_rfcv3 enable_snmp_checker snmp_vs_stats_update_interval ' +
      'snmp_rs_stats_update_interval enable_dbus dbus_service_name dbus_no_interface_name ' +
      'vrrp_netlink_cmd_rcv_bufs vrrp_netlink_cmd_rcv_bufs_force vrrp_netlink_monitor_rcv_bufs ' +
      'vrrp_netlink_monitor_rcv_bufs_force process_monitor_rcv_bufs ' +
      'process_monitor_rcv_bufs_force lvs_netlink_cmd_rcv_bufs lvs_netlink_cmd_rcv_bufs_force ' +
      'lvs_netlink_monitor_rcv_bufs lvs_netlink_monitor_rcv_bufs_force rs_init_notifies ' +
      'no_checker_emails vrrp_rx_bufs_policy vrrp_rx_bufs_multiplier vrrp_delay_after_boot ' +
      'log_unknown_vrids vrrp_owner_ignore_adverts vmac_prefix vmac_addr_prefix umask ' +
      'random_seed reload_check_config reload_time_file reload_repeat reload_file include_check ' +
      'config_save_dir tmp_config_directory data_use_instance json_version iproute_usr_dir ' +
      'iproute_etc_dir state_dump_file stats_dump_file json_dump_file',
    word: 'router_id notification_email_from default_interface vrrp_mcast_group4 vrrp_mcast_group6',
    words: 'smtp_server lvs_timeouts lvs_sync_daemon script_user',
    number: 'smtp_connect_timeout vrrp_version',
    list: 'notification_email',
    switch:
      'smtp_alert smtp_alert_vrrp smtp_alert_checker checker_log_all_failures v3_checksum_as_v2 ' +
      'vrrp_strict enable_script_security',
    decimal: 'vrrp_startup_delay',
  },
  vrrp_sync_group: {
    list: 'group track_interface track_script track_file track_process track_bfd',
    words: 'notify_backup notify_master notify_fault notify_stop notify',
    switch: 'smtp_alert global_tracking sync_group_tracking_weight notify_priority_changes',
  },
  garp_group: {
    decimal: 'garp_interval gna_interval',
    word: 'interface',
    list: 'interfaces',
  },
  vrrp_instance: {
    any:
      'use_vmac use_vmac_addr vmac_xmit_base use_ipvlan unicast_fault_no_peer vrf mcast_dst_ip ' +
      'track_src_ip unicast_ttl no_virtual_ipaddress notify_deleted notify_master_rx_lower_pri ' +
      'down_timer_adverts timer_expired_backup thread_timer_expired garp_extra_if ' +
      'vmac_garp_intvl kernel_rx_buf_size',
    list:
      'unicast_peer track_interface track_script track_file track_process track_bfd ' +
      'virtual_ipaddress virtual_ipaddress_excluded virtual_routes virtual_rules',
    switch:
      'check_unicast_src old_unicast_checksum promote_secondaries linkbeat_use_polling ' +
      'v3_checksum_as_v2 skip_check_adv_addr strict_mode debug smtp_alert ' +
      'notify_priority_changes lower_prio_no_advert higher_prio_send_advert ' +
      'owner_ignore_adverts',
    flag: 'native_ipv6 dont_track_primary accept no_accept preempt nopreempt',
    word: 'state interface mcast_src_ip unicast_src_ip',
    number:
      'virtual_router_id version priority garp_master_refresh garp_master_repeat ' +
      'garp_master_refresh_repeat garp_lower_prio_repeat',
    decimal: 'advert_int preempt_delay garp_master_delay garp_lower_prio_delay',
    words: 'notify_backup notify_master notify_fault notify_stop notify lvs_sync_daemon_interface',
    block: 'authentication auth_hmac',
  },
  authentication: {
    word: 'auth_type auth_pass',
  },
  auth_hmac: {
    any: 'key active_key time_window anti_replay mode',
  },
  vrrp_script: {
    words: 'script weight user',
    decimal: 'interval',
    any: 'timeout init_fail',
    number: 'rise fall',
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
  virtual_server: {
    word:
      'ip_family lb_algo lvs_sched persistence_engine persistence_granularity protocol ' +
      'virtualhost snmp_name',
    number: 'retry quorum hysteresis',
    decimal: 'delay_before_retry warmup connect_timeout delay_loop',
    switch: 'inhibit_on_failure ha_suspend smtp_alert alpha omega sorry_server_inhibit',
    flag: 'hashed ops flag-1 flag-2 flag-3 sh-port sh-fallback mh-port mh-fallback',
    words: 'lb_kind lvs_method quorum_up quorum_down sorry_server sorry_server_lvs_method weight',
    'number?': 'persistence_timeout',
    'named block': 'real_server',
  },
  real_server: {
    words: 'weight lvs_method notify_up notify_down',
    number: 'uthreshold lthreshold retry',
    switch: 'inhibit_on_failure alpha smtp_alert',
    decimal: 'delay_before_retry warmup connect_timeout delay_loop',
    word: 'virtualhost snmp_name',
    block:
      'BFD_CHECK DNS_CHECK FILE_CHECK HTTP_GET MISC_CHECK PING_CHECK SMTP_CHECK SSL_GET ' +
      'TCP_CHECK UDP_CHECK',
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
  FILE_CHECK: {
    word: 'track_file',
    words: 'weight',
  },
  HTTP_GET: {
    word: 'connect_ip virtualhost http_protocol',
    number: 'connect_port bind_port fwmark retry nb_get_retry',
    words: 'bindto',
    any: 'bind_if sni_name tls_compliant',
    decimal: 'connect_timeout delay_before_retry warmup delay_loop',
    switch: 'alpha log_all_failures enable_sni fast_recovery',
    block: 'url',
  },
  url: {
    words: 'path status_code',
    word: 'digest virtualhost',
    any:
      'regex regex_no_match regex_options regex_min_offset regex_max_offset regex_stack ' +
      'tls_compliant',
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
  PING_CHECK: {
    word: 'connect_ip',
    number: 'connect_port bind_port fwmark retry',
    words: 'bindto',
    any: 'bind_if',
    decimal: 'connect_timeout delay_before_retry warmup delay_loop',
    switch: 'alpha log_all_failures',
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
    any: 'source_ip neighbor_ip neighbour_ip ttl hoplimit multihop vrrp checker',
    number: 'min_rx min_tx idle_tx multiplier max_hops',
    switch: 'passive',
    words: 'weight',
  },
  track_file: {
    word: 'file',
    words: 'weight',
    any: 'init_file',
  },
  vrrp_track_file: {
    word: 'file',
    words: 'weight',
    any: 'init_file',
  },
};
