/** Options of ipvsadm that no field takes over, each with the reason. */
import { SCHEDULERS } from '../../schemas/capabilities.ts';
import type { IpvsadmCommand } from '../ipvsadm/command.ts';

/** Long name of the option -> why; also the rows of docs/import-mapping.md. */
export const REFUSED_OPTIONS: Readonly<Record<string, string>> = {
  'vsestablish-timeout': 'time-outs of connections have no field',
  'conn-timeout': 'time-outs of connections have no field',
  'hash-target': 'the mh scheduler hashes the client’s address',
  'dest-check': 'real servers are checked by healthCheck',
  'sched-flags': 'schedulers have no flags here',
  pe: 'there are no persistence engines',
  quic: 'connections are not told apart by QUIC ids',
  'tun-type': 'tunnels are IP in IP',
  'tun-port': 'tunnels are IP in IP',
  'tun-nocsum': 'tunnels are IP in IP',
  'tun-csum': 'tunnels are IP in IP',
  'tun-remcsum': 'tunnels are IP in IP',
};

export function refusedOptions({ options }: IpvsadmCommand): string[] {
  return options.flatMap(({ name, value }) => {
    const text = value?.text ?? '';
    if (name === 'tun-type' && text === 'ipip') return [];
    if (name === 'proxy-protocol' && !/^(v1|v2|disable)$/.test(text)) {
      return ['PROXY protocol is taken from the director only, as v1 or v2'];
    }
    if (name === 'scheduler' && !SCHEDULERS.some((known) => known === text)) {
      return [`there is no scheduler ${text} here`];
    }
    const reason = REFUSED_OPTIONS[name];
    return reason === undefined ? [] : [reason];
  });
}
