/** ipvsadm 1.31. `-b` is the flags of the scheduler here, with a value. */
import { optionTable } from '../option-table.ts';
import { BASE_OPTIONS } from './base.ts';

export const STOCK_OPTIONS = optionTable(BASE_OPTIONS, {
  commands: '',
  options: `b:sched-flags= :sctp-service= :tun-type= :tun-port= :tun-nocsum :tun-csum :tun-remcsum
    :sync-maxlen= :mcast-group= :mcast-port= :mcast-ttl=`,
  rules: {
    'add-service': '| sched-flags',
    'edit-service': '| sched-flags',
    'add-server': '| tun-type tun-port tun-nocsum tun-csum tun-remcsum',
    'edit-server': '| tun-type tun-port tun-nocsum tun-csum tun-remcsum',
    'start-daemon': '| sync-maxlen mcast-group mcast-port mcast-ttl',
  },
});
