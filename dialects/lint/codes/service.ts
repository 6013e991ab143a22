/** Codes of virtual services, local addresses and SNAT zones, in whatever dialect they stand. */
import { PROBLEM_CODES } from '../../../schemas/validation/problem.ts';

export const SERVICE_CODES = {
  E_ADDRESS_ON_TWO_NODES:
    'One address bound on two nodes: which of them gets the packets is chance.',
  E_FORWARDING_MIXED:
    'Real servers of one service with FULLNAT and another method: some of them get no packets.',
  E_FULLNAT_WITHOUT_LIP:
    'FULLNAT without a local address is accepted silently, and every client times out.',
  E_LIP_FAMILY: 'Local addresses must be of the family of the real servers; else clients time out.',
  E_LIP_ON_TWO_NODES: 'Directors with the same local address get each other\u2019s replies.',
  E_LIP_ZONE_UNDECLARED: 'The local address goes to a zone that was never made: it is never used.',
  E_NAT_WITH_DSNAT: 'dsnat rewrites the replies of NAT and FULLNAT services: they break.',
  E_PORT_REWRITE: PROBLEM_CODES.E_PORT_REWRITE,
  E_PORT_ZERO: 'Port 0 is taken only with persistence; ipvsadm refuses the service.',
  E_SERVER_PORT:
    'DPVS from 1.9.10 on programs port 0 when none is written, and connections are refused.',
  E_SERVER_TWICE: 'The service has the same real server twice; the second is refused.',
  E_SERVICE_TWICE: 'The same virtual service is declared twice.',
  E_ZONE_LIP_UNCARRIED:
    'VRRP does not carry the address: after a failover the zone\u2019s traffic has no way out.',
  E_ZONE_NETWORK: 'The network of the zone cannot be read.',
  E_ZONE_WITHOUT_LIP: 'Sources of a zone without local addresses are dropped silently.',
  W_EVERY_SOURCE: 'SNAT by a plain NAT service has no zones: every source is translated.',
  W_HAIRPIN: PROBLEM_CODES.W_HAIRPIN,
  W_NAT64_CLIENT: 'Servers see the local address: an unmodified application loses the client.',
  W_NAT_EGRESS:
    'Servers whose default gateway is the director lose their own way out without SNAT.',
  W_NO_ROUTE: 'DPVS has its own routes: without them packets to the network are dropped.',
  W_POOL_ADDRESS_UNUSED: 'The address is bound but in no zone and no group: nothing uses it.',
  W_SCHEDULER: 'The dataplane of DPVS refuses the scheduler, although its ipvsadm takes it.',
  W_SERVER_PORT: 'What a server without a port means depends on the version of DPVS.',
  W_SERVICE_EMPTY: 'keepalived drops a service without real servers.',
  W_SERVICE_ON_OWN_ADDRESS:
    'Alibaba\u2019s kernel delivers nothing locally on an address with a service: ssh to it dies.',
  W_SINGLE_NODE: 'The address is put on one node by hand: nothing takes over when the node fails.',
  W_TCP_CHECK_HTTP: PROBLEM_CODES.W_TCP_CHECK_HTTP,
  W_ZONES_WITHOUT_UDP: 'Without a service for UDP, UDP of the zones is not translated.',
  W_ZONE_SHADOWED: PROBLEM_CODES.W_ZONE_SHADOWED,
} as const;
