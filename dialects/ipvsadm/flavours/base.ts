/** What every ipvsadm since 1.26 knows. */
import type { OptionLists } from '../option-table.ts';

export const BASE_OPTIONS: OptionLists = {
  commands: `A:add-service E:edit-service D:delete-service C:clear L:list l:list Z:zero
    a:add-server e:edit-server d:delete-server :set h:help v:version R:restore S:save
    :start-daemon= :stop-daemon=`,
  options: `t:tcp-service= u:udp-service= f:fwmark-service= s:scheduler= p:persistent? M:netmask=
    r:real-server= m:masquerading i:ipip g:gatewaying w:weight= x:u-threshold= y:l-threshold=
    n:numeric c:connection :mcast-interface= :syncid= :timeout :daemon :stats :rate :thresholds
    :persistent-conn :nosort :sort X:exact 6:ipv6 o:ops :pe=`,
  rules: {
    'add-service': 'service | scheduler persistent netmask ops pe ipv6',
    'edit-service': 'service | scheduler persistent netmask ops pe ipv6',
    'delete-service': 'service | ipv6',
    'add-server': `service real-server | masquerading ipip gatewaying weight u-threshold
      l-threshold ipv6`,
    'edit-server': `service real-server | masquerading ipip gatewaying weight u-threshold
      l-threshold ipv6`,
    'delete-server': 'service real-server | ipv6',
    list: `| service numeric connection timeout daemon stats rate thresholds persistent-conn
      nosort sort exact ipv6`,
    zero: '| service ipv6',
    save: '| numeric',
    'start-daemon': '| mcast-interface syncid',
    'stop-daemon': '| syncid',
    clear: '|',
    restore: '|',
    set: '|',
    help: '|',
    version: '|',
  },
};

/** The FULLNAT patch of Alibaba, on which four of the flavours are built. */
export const FULLNAT_OPTIONS: OptionLists = {
  commands: 'P:add-laddr Q:del-laddr G:get-laddr',
  options: 'b:fullnat z:laddr= j:synproxy=',
  rules: {
    'add-service': '| synproxy',
    'edit-service': '| synproxy',
    'add-server': '| fullnat',
    'edit-server': '| fullnat',
  },
};
