/** Codes of set-up scripts, units and what else prepares a host. */
export const HOST_CODES = {
  E_ARTIFACT_NAMES: 'The file that is installed is not the one that was fetched.',
  E_HERE_DOCUMENT_ECHO: 'echo does not read its input: the file gets an empty line, nothing else.',
  E_ROUTE_DEVICE: 'The command and the file for the next boot name different devices.',
  E_SYSCTL_UNKNOWN: 'The kernel has no such setting: the write fails.',
  W_CONNECTION_TABLE_SMALL:
    'A table of 4096 buckets makes every packet of a busy director search a long chain.',
  W_IPTABLES_SNAT:
    'Every packet of the balancer passes the rule: on a NIC with one queue it costs much of it.',
  W_KNI_ORDER:
    'The KNI interface is down after each start of dpvs: VRRP that runs on it is silently off.',
  W_NOT_ENABLED: 'The service is neither started nor enabled: after a reboot it does not run.',
  W_OFFLOAD_ON:
    'GRO and LRO make packets larger than the MTU, which forwarding drops and senders repeat.',
  W_PATH_VERSIONS: 'The parts of the path name different versions.',
  W_QUEUES_DIFFER: 'The port runs with another number of queues than the file says.',
  W_RC_LOCAL_ROUTE: 'Routes and rules of rc.local are lost when the interface goes down and up.',
  W_SAVE_LOSSY:
    'ipvsadm -S of DPVS leaves out local addresses, synproxy, access lists and more: no backup.',
  W_START_ORDER: 'Order: dpvs, KNI up, routes, keepalived; each needs the one before.',
} as const;
