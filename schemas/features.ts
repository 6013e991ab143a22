/**
 * What may be asked for beyond the plain forwarding of connections. A feature stands in a driver's
 * list (capabilities.ts) when all of the way can do it: the plan carries it, the agent and the
 * driver act on it. What asks for one that is not there is refused when it is planned, so nothing
 * that people write is ever accepted and then left out.
 */
export const FEATURES = {
  fwmark: 'serve packets by their mark',
  persistence: 'send a client to the same real server again',
  thresholds: 'stop new connections to a real server at a threshold',
  quorum: 'take a service down for lack of a quorum',
  sorryServer: 'answer by a sorry server',
  synproxy: 'answer SYNs itself',
  toa: 'tell real servers the client by a TCP option',
  proxyProtocol: 'tell real servers the client by PROXY protocol',
  limits: 'limit a service',
  accessLists: 'allow or deny clients',
  expireQuiescent: 'end persistence at weight 0',
  onePacket: 'schedule packets one by one',
  checkUdp: 'check by UDP',
  checkPing: 'check by ping',
  checkDns: 'check by DNS',
  bodyDigest: 'compare a body with a digest',
  portRange: 'draw source ports of a given range',
  exhaustionWarning: 'warn of used-up ports',
  snat: 'translate SNAT zones',
  syncGroups: 'move VRRP instances in several groups',
  ecmp: 'announce VIPs to routers',
  bonds: 'make bonds',
  routes: 'set static routes',
  overrides: 'differ from its cluster',
} as const;

export type Feature = keyof typeof FEATURES;
