/** ipvsadm of the lvs-snat v2 patch: SNAT rules by source and destination under a fwmark service. */
import { optionTable } from '../option-table.ts';
import { BASE_OPTIONS, FULLNAT_OPTIONS } from './base.ts';

const RULE = 'fwmark-service from';

export const LVS_SNAT_V2_OPTIONS = optionTable(BASE_OPTIONS, FULLNAT_OPTIONS, {
  commands: 'K:add-snat k:edit-snat H:delete-snat',
  options: 'F:from= T:to= W:gw= U:snat-ip= O:algo= N:new-gw= :oif=',
  rules: {
    'add-snat': `${RULE} snat-ip | to gw algo oif new-gw fullnat`,
    'edit-snat': `${RULE} snat-ip | to gw algo oif new-gw fullnat`,
    'delete-snat': `${RULE} | to gw snat-ip algo oif new-gw fullnat`,
    'add-laddr': 'service laddr |',
    'del-laddr': 'service laddr |',
    'get-laddr': '| service',
  },
});
