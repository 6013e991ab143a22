/**
 * Settings below /proc/sys that load balancers are set up with: all of net/ipv4/vs (kernel
 * Documentation/networking/ipvs-sysctl.rst and the debug level), and the common others, to find
 * the one that a misspelt name was meant to be.
 */
export const IPVS_SYSCTLS: readonly string[] = (
  'amemthresh am_droprate backup_only cache_bypass conn_reuse_mode conntrack debug_level ' +
  'drop_entry drop_packet est_cpulist est_nice expire_nodest_conn expire_quiescent_template ' +
  'ignore_tunneled lblc_expiration lblcr_expiration nat_icmp_send pmtu_disc run_estimation ' +
  'schedule_icmp secure_tcp sloppy_sctp sloppy_tcp snat_reroute sync_persist_mode sync_ports ' +
  'sync_qlen_max sync_refresh_period sync_retries sync_sock_size sync_threshold sync_version ' +
  'timeout_close timeout_closewait timeout_established timeout_finwait timeout_icmp ' +
  'timeout_lastack timeout_listen timeout_synack timeout_synrecv timeout_synsent ' +
  'timeout_timewait timeout_udp fast_response_xmit'
)
  .split(' ')
  .map((name) => `net.ipv4.vs.${name}`);

export const HOST_SYSCTLS: readonly string[] = (
  'net.ipv4.ip_forward net.ipv4.ip_nonlocal_bind net.ipv4.conf.all.arp_ignore ' +
  'net.ipv4.conf.all.arp_announce net.ipv4.conf.all.rp_filter net.ipv4.conf.default.rp_filter ' +
  'net.ipv4.conf.all.send_redirects net.ipv4.conf.all.forwarding net.ipv6.conf.all.forwarding ' +
  'net.ipv4.tcp_syncookies net.ipv4.tcp_tw_recycle net.ipv4.tcp_tw_reuse ' +
  'net.ipv4.tcp_timestamps net.ipv4.tcp_fin_timeout net.ipv4.ip_local_port_range ' +
  'net.ipv4.tcp_max_syn_backlog net.core.somaxconn net.core.netdev_max_backlog ' +
  'net.core.rmem_max net.core.wmem_max net.netfilter.nf_conntrack_max kernel.printk'
).split(' ');
