/** ipvsadm of dsnat: zones; `-P` and `-Q` are for the local addresses of a zone only. */
import { optionTable } from '../option-table.ts';
import { BASE_OPTIONS, FULLNAT_OPTIONS } from './base.ts';

export const DSNAT_OPTIONS = optionTable(BASE_OPTIONS, FULLNAT_OPTIONS, {
  commands: 'K:add-zone V:del-zone',
  options: ':zone=',
  rules: {
    'add-zone': 'zone |',
    'del-zone': 'zone |',
    'add-laddr': 'zone laddr |',
    'del-laddr': 'zone laddr |',
    'get-laddr': '| zone',
    zero: '| zone',
  },
});
