/**
 * A director as keepalived.conf of a flavour. What is refused is left out as a whole (a service,
 * all zones, an instance), so nothing stands there half.
 */
import { type Flavour, isForkOf122 } from '../flavour.ts';
import { printTree } from '../keepalived/print-tree.ts';
import type { Statement } from '../keepalived/tree.ts';
import { checkRemarks } from './check-remarks.ts';
import { type NodeView, prefixText } from './node-view.ts';
import { isRefused, note, type Remark } from './remark.ts';
import { serviceBlocks } from './service-blocks.ts';
import { serviceRemarks } from './service-remarks.ts';
import type { ServiceView } from './service-view.ts';
import { block, line } from './statement-of.ts';
import { clusterRemarks, instanceBlock, instanceRemarks, syncGroupBlocks } from './vrrp-blocks.ts';
import { zoneBlocks } from './zone-blocks.ts';
import { zoneRemarks } from './zone-remarks.ts';

export function keepalivedConf(
  view: NodeView,
  flavour: Flavour,
): { text: string; remarks: Remark[] } {
  const target = { kind: 'keepalived', flavour } as const;
  const instances = view.instances.map((one) => [one, instanceRemarks(one, flavour)] as const);
  const services = view.services.map((one) => {
    const remarks = [...serviceRemarks(one, target), ...checkRemarks(one, flavour)];
    return [one, remarks] as const;
  });
  const zones = zoneRemarks(view, target);
  const kept = services.flatMap(([one, remarks]) => (isRefused(remarks) ? [] : [one]));
  const left = instances.filter(([, remarks]) => isRefused(remarks));
  const statements = [
    globalDefinitions(view, flavour),
    ...staticBlocks(view, flavour),
    ...syncGroupBlocks(view, new Set(left.map(([{ name }]) => name))),
    ...instances.flatMap(([one, remarks]) =>
      isRefused(remarks) ? [] : [instanceBlock(view, one, flavour)],
    ),
    ...localAddressGroups(kept, flavour),
    ...kept.flatMap((one) => serviceBlocks(one, flavour)),
    ...(isRefused(zones) ? [] : zoneBlocks(view, flavour)),
  ];
  const remarks = [
    ...clusterRemarks(view, flavour),
    ...instances.flatMap(([, found]) => found),
    ...services.flatMap(([, found]) => found),
    ...zones,
    ...hostNotes(view, flavour),
  ];
  return { text: printTree({ statements, dangling: [] }), remarks };
}

function globalDefinitions(view: NodeView, flavour: Flavour): Statement {
  const [first] = view.instances;
  const syncs = flavour === 'stock' && first !== undefined && view.syncInterface !== undefined;
  return block(
    ['global_defs'],
    [
      line('router_id', view.name),
      ...(isForkOf122(flavour) ? [] : [line('vrrp_version', 3)]),
      ...(syncs ? [line('lvs_sync_daemon', view.syncInterface ?? '', first.name)] : []),
    ],
  );
}

/** What the director holds without VRRP, and its routes; DPVS has both from dpip. */
function staticBlocks(view: NodeView, flavour: Flavour): Statement[] {
  if (flavour === 'dpvs') return [];
  const addresses = view.heldAddresses.map((entry) =>
    line(prefixText(entry), 'dev', entry.interface),
  );
  const routes = hasStaticRoutes(flavour) ? view.routes.map(routeLine) : [];
  return [
    ...(addresses.length === 0 ? [] : [block(['static_ipaddress'], addresses)]),
    ...(routes.length === 0 ? [] : [block(['static_routes'], routes)]),
  ];
}

/** 1.2.2 has another grammar for them, without metrics; its routes are left to the host. */
const hasStaticRoutes = (flavour: Flavour) => flavour === 'stock';

function routeLine(route: NodeView['routes'][number]): Statement {
  const { to, via, interface: link, source, metric, table } = route;
  return line(
    to,
    ...(via === undefined ? [] : ['via', via]),
    ...(link === undefined ? [] : ['dev', link]),
    ...(source === undefined ? [] : ['src', source]),
    ...(metric === undefined ? [] : ['metric', metric]),
    ...(table === undefined ? [] : ['table', table]),
  );
}

/** The groups that the services name, each once, by name. DPVS wants the port on every line. */
function localAddressGroups(services: readonly ServiceView[], flavour: Flavour): Statement[] {
  const groups = new Map(
    services.flatMap(({ localAddresses }) =>
      localAddresses === undefined ? [] : [[localAddresses.group, localAddresses] as const],
    ),
  );
  return [...groups.values()].map(({ group, addresses, interface: link }) =>
    block(
      ['local_address_group', group],
      addresses.map((address) => (flavour === 'dpvs' ? line(address, link) : line(address))),
    ),
  );
}

/** What other programs of the director do. */
function hostNotes(view: NodeView, flavour: Flavour): Remark[] {
  const { node, cluster, routes, heldAddresses } = view;
  const notes: Remark[] = [];
  if (node.resource.spec.bonds.length > 0) {
    const message =
      flavour === 'dpvs'
        ? 'bonds are of dpvs.conf'
        : 'bonds are of the host’s network configuration';
    const hint = flavour === 'dpvs' ? '--dialect dpvs-conf' : '';
    notes.push(note(node, ['spec', 'bonds'], message, hint));
  }
  if (routes.length > 0 && !hasStaticRoutes(flavour)) {
    const message = 'this keepalived does not set routes of the director';
    const hint = flavour === 'dpvs' ? '--dialect dpip' : `--dialect ipvsadm --flavour ${flavour}`;
    notes.push(note(node, ['spec', 'routes'], message, hint));
  }
  if (flavour === 'dpvs' && heldAddresses.length > 0) {
    const message = 'without VRRP this keepalived puts no addresses on ports';
    notes.push(note(cluster, ['spec', 'highAvailability'], message, '--dialect dpip'));
  }
  return notes;
}
