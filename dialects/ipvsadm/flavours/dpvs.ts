/** ipvsadm of DPVS 1.10: local addresses with their port, deny and allow lists, match services. */
import { optionTable } from '../option-table.ts';
import { BASE_OPTIONS, FULLNAT_OPTIONS } from './base.ts';

const SERVICE = `hash-target expire-quiescent conn-timeout proxy-protocol quic dest-check`;

export const DPVS_OPTIONS = optionTable(BASE_OPTIONS, FULLNAT_OPTIONS, {
  commands: `U:add-blklst V:del-blklst B:get-blklst O:add-whtlst Y:del-whtlst W:get-whtlst`,
  options: `:sctp-service= q:icmp-service= 1:icmpv6-service= J:snat k:blklst= 2:whtlst= F:ifname=
    H:match= :hash-target= :cpu= :expire-quiescent :dest-check= :conn-timeout= :proxy-protocol=
    :quic :sockpair=`,
  rules: {
    'add-service': `| ${SERVICE}`,
    'edit-service': `| ${SERVICE}`,
    'add-server': '| snat',
    'edit-server': '| snat',
    list: '| sockpair cpu',
    'add-laddr': 'service laddr ifname |',
    'del-laddr': 'service laddr ifname |',
    'get-laddr': '| service cpu',
    'add-blklst': 'service blklst |',
    'del-blklst': 'service blklst |',
    'get-blklst': '| service',
    'add-whtlst': 'service whtlst |',
    'del-whtlst': 'service whtlst |',
    'get-whtlst': '| service',
  },
});
