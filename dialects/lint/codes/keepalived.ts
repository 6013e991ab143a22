/** Codes of keepalived.conf and dpvs.conf. */
import { PROBLEM_CODES } from '../../../schemas/validation/problem.ts';

export const KEEPALIVED_CODES = {
  E_ADDRESS_STATIC_AND_FLOATING:
    'An address that is bound at boot and moved by VRRP is on two nodes at once after a failover.',
  E_ARGUMENT: 'The keyword needs another kind of argument; the daemon takes a default instead.',
  E_GATEWAY_VIP_GROUP:
    'The WAN VIP and the gateway VIP of a NAT service must move together, else replies go astray.',
  E_INSTANCE_FAMILIES:
    'IPv4 and IPv6 addresses in one VRRP instance: they speak different VRRP versions.',
  E_KEYWORD_MISPLACED: 'The keyword exists, but not in this block: it has no effect here.',
  E_KNI_INTERFACE:
    'DPVS needs both the kernel\u2019s KNI interface and the port behind it for a VRRP instance.',
  E_LIP_DEVICE: 'A local address without its port makes the keepalived of DPVS crash.',
  E_LIP_GROUP_UNKNOWN: 'The named group of local addresses does not exist; nothing says so.',
  E_PRIMARY_NOT_SLAVE: 'The primary of a bond is one of its slaves.',
  E_QUEUE_TWICE: 'Two workers poll one queue of a port.',
  E_QUEUE_WITHOUT_WORKER: 'Packets of a queue that no worker polls are lost.',
  E_RETRY_KEYWORD:
    'No parser reads this word in this check: the wanted retries never happen, silently.',
  E_SERVER_GROUP_UNKNOWN: 'The named group of virtual servers does not exist: no service is made.',
  E_SLAVE_KNI: 'A slave of a bond must not have a KNI interface; the bond has it.',
  E_SYNC_GROUP_MEMBER: 'The sync group names a VRRP instance that does not exist.',
  E_UNKNOWN_KEYWORD:
    'No parser of the flavour reads the word: what it was written for does not happen.',
  E_VRID_TWICE:
    'Two virtual routers with one id in one layer-2 network take each other\u2019s role.',
  E_VRRP_INTERFACE: 'A VRRP instance without an interface does not start.',
  E_VRRP_STATE: 'The state is MASTER or BACKUP; anything else becomes BACKUP.',
  E_WORD_CASE:
    'The word counts in upper case only: in lower case the daemon takes another role or none.',
  E_WORKER_SLAVE_PORT: 'Workers poll the bond; a slave port of it has no queues of its own.',
  W_AUTH_AH: 'Authentication by AH works only among routers that all use it; IPv6 has none.',
  W_AUTH_PASS_LONG: 'Only the first eight characters of the password count.',
  W_COMMENT_FAMILY:
    'The comment names another address family than the value: one of them is wrong.',
  W_COMMENT_METHOD: 'The comment names another forwarding method than the value.',
  W_COMMENT_NETWORK: 'The comment names another network than the value.',
  W_COMMENT_NUMBER: 'The comment names another number than the value.',
  W_COMMENT_PROTOCOL:
    'The protocol is that of the service; how servers are checked is said elsewhere.',
  W_KEYWORD_NO_EFFECT: 'The flavour accepts the word and does nothing with it.',
  W_LINK_LOCAL_VIP: 'The first address of an IPv6 VRRP instance must be link-local (RFC 9568).',
  W_NAME_CONTRADICTS: 'The name says another address family than what it names.',
  W_NOPREEMPT_MASTER: 'nopreempt works only with the initial state BACKUP.',
  W_PROTOCOL_IGNORED: 'A service by firewall mark has no protocol; the daemon ignores the word.',
  W_VRID_TWICE: PROBLEM_CODES.W_VRID_TWICE,
  W_VRRP3_AUTHENTICATION: 'VRRP version 3, which IPv6 uses, has no authentication; it is ignored.',
} as const;
