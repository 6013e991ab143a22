/** ipvsadm of lvs-snat v1: `-P` and `-Q` for services as at Alibaba, `-U` and `-W` for zones. */
import { optionTable } from '../option-table.ts';
import { BASE_OPTIONS, FULLNAT_OPTIONS } from './base.ts';

export const LVS_SNAT_V1_OPTIONS = optionTable(BASE_OPTIONS, FULLNAT_OPTIONS, {
  commands: 'K:add-zone V:del-zone U:add-laddr-zone W:del-laddr-zone',
  options: ':zone=',
  rules: {
    'add-zone': 'zone |',
    'del-zone': 'zone |',
    'add-laddr': 'service laddr |',
    'del-laddr': 'service laddr |',
    'add-laddr-zone': 'zone laddr |',
    'del-laddr-zone': 'zone laddr |',
    'get-laddr': '| service',
    zero: '| zone',
  },
});
