/**
 * Keywords of dpvs.conf, DPVS 1.8 to 1.10: the union, as its sources install them
 * (src/netif.c, src/global_conf.c, src/ipvs/*.c ...). `fdir` is a block up to 1.8 and the word
 * `fdir_mode` later.
 */
import { type KeywordLists, keywordTable } from '../keepalived/keywords.ts';

const DPVS_CONF_KEYWORDS: KeywordLists = {
  ROOT: {
    block:
      'global_defs netif_defs worker_defs timer_defs neigh_defs ipv4_defs ipv6_defs ctrl_defs ' +
      'ipvs_defs sa_pool ipset_defs',
  },
  global_defs: {
    words: 'log_level log_file log_async_mode log_with_timestamp kni lldp pdump',
    number: 'log_async_pool_size',
  },
  netif_defs: {
    number: 'pktpool_size pktpool_cache',
    word: 'fdir_mode',
    'named block': 'device bonding',
  },
  device: {
    block: 'rx tx fdir',
    number: 'mtu',
    flag: 'promisc_mode allmulticast',
    word: 'kni_name',
  },
  rx: { number: 'max_burst_size queue_number descriptor_number', words: 'rss' },
  tx: { number: 'max_burst_size queue_number descriptor_number', any: 'mbuf_fast_free' },
  fdir: { any: 'filter', word: 'mode pballoc status' },
  bonding: {
    number: 'mode numa_node',
    word: 'slave primary kni_name',
    any: 'options',
  },
  worker_defs: { 'named block': 'worker' },
  worker: {
    word: 'type',
    number: 'cpu_id',
    any: 'icmp_redirect_core',
    'named block': 'port',
  },
  port: { words: 'rx_queue_ids tx_queue_ids isol_rx_cpu_ids', number: 'isol_rxq_ring_sz' },
  timer_defs: { number: 'schedule_interval' },
  neigh_defs: { number: 'unres_queue_length timeout' },
  ipv4_defs: { word: 'forwarding', number: 'default_ttl', block: 'fragment' },
  fragment: { number: 'bucket_number bucket_entries max_entries ttl' },
  ipv6_defs: {
    word: 'disable forwarding addr_gen_mode stable_secret',
    block: 'lpm route6',
  },
  lpm: { number: 'lpm6_max_rules lpm6_num_tbl8s rt6_hash_bucket' },
  route6: { word: 'method', number: 'recycle_time', block: 'lpm' },
  ctrl_defs: { block: 'lcore_msg ipc_msg' },
  lcore_msg: {
    number: 'ring_size multicast_queue_length sync_msg_timeout_us',
    word: 'priority_level',
  },
  ipc_msg: { any: 'unix_domain' },
  ipvs_defs: { block: 'conn udp tcp' },
  conn: {
    number: 'conn_pool_size conn_pool_cache conn_init_timeout',
    any: 'expire_quiescent_template fast_xmit_close redirect',
  },
  udp: {
    any: 'defence_udp_drop uoa_mode',
    number: 'uoa_max_trail',
    block: 'timeout',
  },
  tcp: { any: 'defence_tcp_drop', block: 'timeout synproxy' },
  timeout: {
    number:
      'none established syn_sent syn_recv fin_wait time_wait close close_wait last_ack listen ' +
      'synack last normal oneway',
  },
  synproxy: {
    block: 'synack_options conn_reuse_state',
    any: 'defer_rs_syn close_client_window',
    number: 'rs_syn_max_retry ack_storm_thresh max_ack_saved',
  },
  synack_options: { number: 'mss ttl', any: 'sack wscale timestamp' },
  conn_reuse_state: { any: 'close time_wait fin_wait close_wait last_ack' },
  sa_pool: { number: 'pool_hash_size', any: 'flow_enable' },
  ipset_defs: { number: 'ipset_hash_pool_size' },
};

export const DPVS_CONF_TABLE = keywordTable(DPVS_CONF_KEYWORDS);
