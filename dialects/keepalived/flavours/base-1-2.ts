/**
 * What the four forks of keepalived 1.2.2 share (Alibaba, dsnat, lvs-snat v1 and v2). They skip a
 * word that they do not know without a message.
 */
import type { KeywordLists } from '../keywords.ts';

export const BASE_1_2_KEYWORDS: KeywordLists = {
  ROOT: {
    switch: 'linkbeat_use_polling',
    block: 'global_defs SSL',
    list: 'static_ipaddress static_routes',
    'named block': 'vrrp_sync_group vrrp_instance vrrp_script virtual_server',
    'named list': 'local_address_group virtual_server_group',
  },
  global_defs: {
    word: 'router_id plugin_dir notification_email_from',
    words: 'smtp_server',
    number: 'smtp_connect_timeout',
    list: 'notification_email',
  },
  vrrp_sync_group: {
    list: 'group',
    words: 'notify_backup notify_master notify_fault notify',
    switch: 'smtp_alert',
  },
  vrrp_instance: {
    flag: 'native_ipv6 dont_track_primary preempt nopreempt',
    word: 'state interface mcast_src_ip',
    list: 'track_interface track_script virtual_ipaddress virtual_ipaddress_excluded virtual_routes',
    number: 'virtual_router_id priority',
    decimal: 'advert_int preempt_delay garp_master_delay',
    switch: 'debug smtp_alert',
    words: 'notify_backup notify_master notify_fault notify_stop notify lvs_sync_daemon_interface',
    block: 'authentication',
  },
  authentication: {
    word: 'auth_type auth_pass',
  },
  vrrp_script: {
    words: 'script weight',
    decimal: 'interval',
    number: 'rise fall',
  },
  SSL: {
    any: 'password ca certificate key',
  },
  virtual_server: {
    decimal: 'delay_loop',
    word: 'lb_algo lvs_sched nat_mask persistence_granularity protocol virtualhost',
    words: 'lb_kind lvs_method quorum_up quorum_down sorry_server',
    'number?': 'persistence_timeout',
    switch: 'ha_suspend alpha omega syn_proxy',
    number: 'quorum hysteresis',
    'named block': 'real_server',
  },
  real_server: {
    words: 'weight notify_up notify_down',
    number: 'uthreshold lthreshold',
    switch: 'inhibit_on_failure',
    block: 'HTTP_GET MISC_CHECK SMTP_CHECK SSL_GET TCP_CHECK',
  },
  HTTP_GET: {
    number: 'connect_port nb_get_retry',
    words: 'bindto',
    decimal: 'connect_timeout delay_before_retry',
    block: 'url',
  },
  url: {
    words: 'path status_code',
    word: 'digest',
  },
  MISC_CHECK: {
    words: 'misc_path',
    decimal: 'misc_timeout',
    flag: 'misc_dynamic',
  },
  SMTP_CHECK: {
    word: 'helo_name',
    decimal: 'connect_timeout delay_before_retry',
    number: 'retry',
    block: 'host',
  },
  host: {
    word: 'connect_ip',
    number: 'connect_port',
    words: 'bindto',
  },
  TCP_CHECK: {
    number: 'connect_port',
    words: 'bindto',
    decimal: 'connect_timeout',
  },
};
