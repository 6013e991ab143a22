/** ipvsadm of Alibaba's LVS v3: local addresses of a service; `-V` is a time-out here. */
import { optionTable } from '../option-table.ts';
import { BASE_OPTIONS, FULLNAT_OPTIONS } from './base.ts';

export const ALIBABA_OPTIONS = optionTable(BASE_OPTIONS, FULLNAT_OPTIONS, {
  commands: '',
  options: 'V:vsestablish-timeout?',
  rules: {
    'add-service': '| vsestablish-timeout',
    'edit-service': '| vsestablish-timeout',
    'add-laddr': 'service laddr |',
    'del-laddr': 'service laddr |',
    'get-laddr': '| service',
  },
});
