/**
 * A director as commands for a shell, in the order in which each finds what it needs: kernel
 * settings, local and SNAT addresses, routes, services (service, local addresses, access lists,
 * real servers), zones, and VIPs last. Run it with `sh -e`: tools that cannot say "make it so"
 * fail on what is there already, and the list stops.
 */
import type { Flavour } from '../flavour.ts';
import {
  carriedNotes,
  dpvsLocalAddressSteps,
  routeRemarks,
  routeSteps,
  sourceAddressSteps,
  vipSteps,
} from './address-steps.ts';
import type { NodeView } from './node-view.ts';
import { isRefused, note, type Remark, refusal } from './remark.ts';
import { serviceRemarks } from './service-remarks.ts';
import { serviceSteps } from './service-steps.ts';
import type { ServiceView } from './service-view.ts';
import { ipvsadmLine, type Step, shellLine } from './step.ts';
import { zoneRemarks } from './zone-remarks.ts';
import { zoneSteps } from './zone-steps.ts';

export interface CommandList {
  readonly steps: readonly Step[];
  readonly remarks: readonly Remark[];
}

export function commandList(view: NodeView, flavour: Flavour): CommandList {
  const target = { kind: 'commands', flavour } as const;
  const services = view.services.map((one) => {
    const remarks = [...serviceRemarks(one, target), ...quiescentRemarks(view, one, flavour)];
    return [one, remarks] as const;
  });
  const zones = zoneRemarks(view, target);
  const kept = services.flatMap(([one, remarks]) => (isRefused(remarks) ? [] : [one]));
  return {
    steps: [
      ...quiescentSteps(kept, flavour),
      ...sourceAddressSteps(view, flavour),
      ...routeSteps(view, flavour),
      ...kept.flatMap((one) => serviceSteps(one, flavour)),
      ...(isRefused(zones) ? [] : zoneSteps(view, flavour)),
      ...syncSteps(view, flavour),
      ...vipSteps(view, flavour),
    ],
    remarks: [
      ...clusterRemarks(view, flavour),
      ...carriedNotes(view),
      ...routeRemarks(view, flavour),
      ...bondNotes(view),
      ...services.flatMap(([one, remarks]) => [...remarks, ...healthNotes(one)]),
      ...zones,
    ],
  };
}

/** The part of a DPVS director that dpip says: addresses on ports, and routes. */
export function dpipList(view: NodeView): CommandList {
  const zones = zoneRemarks(view, { kind: 'dpip', flavour: 'dpvs' });
  const isCarried = isRefused(zones);
  return {
    steps: [
      ...dpvsLocalAddressSteps(view),
      ...(isCarried ? [] : sourceAddressSteps(view, 'dpvs')),
      ...routeSteps(view, 'dpvs'),
      ...vipSteps(view, 'dpvs'),
    ],
    remarks: [
      ...clusterRemarks(view, 'dpvs').filter(({ path }) => path === 'spec.highAvailability'),
      ...carriedNotes(view),
      ...routeRemarks(view, 'dpvs'),
      ...bondNotes(view),
      ...servicesNote(view, 'dpip'),
      ...zones,
    ],
  };
}

/** Of files that have no services at all. */
export function servicesNote({ node, services }: NodeView, file: string): Remark[] {
  if (services.length === 0) return [];
  const message = `services are not of ${file}`;
  return [note(node, ['spec'], message, '--dialect dpvs, or --dialect ipvsadm --flavour dpvs')];
}

function clusterRemarks({ cluster, hasVrrp, syncInterface }: NodeView, flavour: Flavour): Remark[] {
  const remarks: Remark[] = [];
  if (cluster.resource.spec.highAvailability === 'ecmp') {
    const message = 'a list of commands announces nothing to routers';
    const hint = 'a routing daemon does; or write highAvailability: none';
    remarks.push(refusal(cluster, ['spec', 'highAvailability'], message, hint));
  }
  if (syncInterface === undefined) return remarks;
  const path = ['spec', 'connectionSync'];
  if (flavour === 'dpvs') {
    remarks.push(refusal(cluster, path, 'DPVS copies no connections to its peers', 'remove it'));
  } else if (hasVrrp) {
    const message = 'keepalived starts the sync daemon as master or as backup';
    remarks.push(note(cluster, path, message));
  }
  return remarks;
}

/** Without VRRP each director both sends and takes connections. */
function syncSteps({ hasVrrp, syncInterface }: NodeView, flavour: Flavour): Step[] {
  if (syncInterface === undefined || hasVrrp || flavour === 'dpvs') return [];
  return ['master', 'backup'].map((role) => ({
    about: 'connection sync',
    line: `ipvsadm ${ipvsadmLine(flavour, 'start-daemon', [['mcast-interface', syncInterface]], role)}`,
    undo: `ipvsadm ${ipvsadmLine(flavour, 'stop-daemon', [], role)}`,
  }));
}

export function bondNotes({ node }: NodeView): Remark[] {
  if (node.resource.spec.bonds.length === 0) return [];
  return [note(node, ['spec', 'bonds'], 'bonds are of the network configuration, or of dpvs.conf')];
}

/** Neither ipvsadm nor a save looks after real servers. */
export function healthNotes({ at, spec }: ServiceView): Remark[] {
  const said = (['healthCheck', 'quorum', 'sorryServer'] as const).filter(
    (field) => spec[field] !== undefined,
  );
  return said.map((field) =>
    note(at, ['spec', field], 'ipvsadm does not check real servers', 'keepalived does'),
  );
}

const QUIESCENT = 'net.ipv4.vs.expire_quiescent_template';

/** One setting for all persistent services of the kernel's IPVS. */
function quiescentRemarks(view: NodeView, { at, spec }: ServiceView, flavour: Flavour): Remark[] {
  if (!spec.expireQuiescent || flavour === 'dpvs') return [];
  const other = view.services.find((one) => one.spec.persistence && !one.spec.expireQuiescent);
  if (other === undefined) return [];
  const message = `${QUIESCENT} holds for all services, and ${other.name} is not to have it`;
  const hint = 'give it to all persistent services or to none';
  return [refusal(at, ['spec', 'expireQuiescent'], message, hint)];
}

function quiescentSteps(services: readonly ServiceView[], flavour: Flavour): Step[] {
  if (flavour === 'dpvs' || !services.some(({ spec }) => spec.expireQuiescent)) return [];
  const line = (value: number) => shellLine(['sysctl', '-w', `${QUIESCENT}=${value}`]);
  return [{ about: 'kernel settings', line: line(1), undo: line(0) }];
}
