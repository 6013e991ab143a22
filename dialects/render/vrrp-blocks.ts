/**
 * The VRRP part of keepalived.conf. Every instance starts as BACKUP, the strongest too, so that a
 * start takes no address from a peer without an election. All directors of a cluster list the same
 * addresses in the same order: keepalived drops an advert that lists others than its own.
 */
import { parseAddress } from '../../schemas/address.ts';
import { type Flavour, isForkOf122 } from '../flavour.ts';
import type { Statement } from '../keepalived/tree.ts';
import type { CarriedEntry } from './carried-addresses.ts';
import { type InstanceView, type NodeView, prefixText } from './node-view.ts';
import { note, type Remark, refusal } from './remark.ts';
import { block, line } from './statement-of.ts';

/** More are carried without being advertised: 1.2.2 cuts its list there (VRRP_MAX_VIP). */
const ADVERTISED_MAX = 20;
const INTERFACE_NAME_MAX = 15;

export function syncGroupBlocks(view: NodeView, left: ReadonlySet<string>): Statement[] {
  return view.syncGroups.flatMap(({ name, instances }) => {
    const kept = instances.filter((instance) => !left.has(instance));
    if (kept.length < 2) return [];
    return [
      block(
        ['vrrp_sync_group', name],
        [
          block(
            ['group'],
            kept.map((member) => line(member)),
          ),
        ],
      ),
    ];
  });
}

export function instanceBlock(view: NodeView, instance: InstanceView, flavour: Flavour): Statement {
  const { spec } = instance.at.resource;
  const isFork = isForkOf122(flavour);
  const isFirst = view.instances[0] === instance;
  const seconds = spec.advertIntervalMs / 1_000;
  const entries = carriedOf(instance, flavour);
  const toLine = (entry: CarriedEntry) =>
    flavour === 'dpvs' ? line(prefixText(entry)) : line(prefixText(entry), 'dev', entry.interface);
  const advertised = entries.slice(0, ADVERTISED_MAX).map(toLine);
  const further = entries.slice(ADVERTISED_MAX).map(toLine);
  return block(
    ['vrrp_instance', instance.name],
    [
      line('state', 'BACKUP'),
      ...interfaceLines(instance.interface, flavour),
      line('virtual_router_id', spec.virtualRouterId),
      line('priority', instance.priority),
      line('advert_int', String(seconds)),
      ...(isFork && spec.family === 'ipv6' ? [line('native_ipv6')] : []),
      ...(isFork && isFirst && view.syncInterface !== undefined
        ? [line('lvs_sync_daemon_interface', view.syncInterface)]
        : []),
      block(['virtual_ipaddress'], advertised),
      ...(further.length === 0 ? [] : [block(['virtual_ipaddress_excluded'], further)]),
    ],
  );
}

/** DPVS: VRRP is spoken on the kernel's side of a port (KNI), addresses are put on the port. */
function interfaceLines(link: string, flavour: Flavour): Statement[] {
  if (flavour !== 'dpvs') return [line('interface', link)];
  const port = link.replace(/\.kni$/, '');
  return [line('interface', kniOf(port)), line('dpdk_interface', port)];
}

/** How DPVS calls the KNI interface of a port when dpvs.conf gives it no other name. */
export function kniOf(port: string): string {
  return `${port}.kni`;
}

/**
 * What the instance carries. Local addresses of DPVS stay on each director, its keepalived puts
 * them on from their group. An IPv6 list begins with a link-local address (RFC 9568, 5.2.9): that
 * of the virtual router's MAC, where no resource gives one.
 */
function carriedOf(instance: InstanceView, flavour: Flavour): readonly CarriedEntry[] {
  const { spec } = instance.at.resource;
  const entries = instance.carried.filter(({ kind }) => flavour !== 'dpvs' || kind !== 'local');
  const isLinkLocal = (address: string | undefined) => /^fe[89ab]/.test(address ?? '');
  if (spec.family === 'ipv4' || isLinkLocal(entries[0]?.address)) return entries;
  const own = entries.find(({ address }) => isLinkLocal(address));
  const text = `fe80::200:5eff:fe00:${(0x0200 + spec.virtualRouterId).toString(16)}`;
  const made: CarriedEntry = {
    address: parseAddress(text) ?? text,
    prefixLength: 64,
    interface: instance.interface,
    kind: 'listed',
  };
  return [own ?? made, ...entries.filter((entry) => entry !== own)];
}

/** What the instance cannot be in this flavour. */
export function instanceRemarks(instance: InstanceView, flavour: Flavour): Remark[] {
  const { at, carried } = instance;
  const { spec } = at.resource;
  const remarks: Remark[] = [];
  if (isForkOf122(flavour) && spec.advertIntervalMs % 1_000 !== 0) {
    const message = 'keepalived 1.2.2 speaks VRRP version 2: whole seconds between adverts';
    remarks.push(refusal(at, ['spec', 'advertIntervalMs'], message, 'write a multiple of 1000'));
  }
  if (carried.every(({ kind }) => flavour === 'dpvs' && kind === 'local')) {
    const message = 'keepalived drops an instance that carries no address';
    remarks.push(refusal(at, ['spec', 'addresses'], message, 'remove it, or give it an address'));
  }
  if (flavour !== 'dpvs') return remarks;
  const port = instance.interface.replace(/\.kni$/, '');
  if (kniOf(port).length > INTERFACE_NAME_MAX) {
    const message = `the name ${kniOf(port)} is longer than ${INTERFACE_NAME_MAX} characters`;
    remarks.push(refusal(at, ['spec', 'interface'], message, 'rename the port'));
  }
  const elsewhere = carried.find(
    ({ kind, interface: link }) => kind !== 'local' && link.replace(/\.kni$/, '') !== port,
  );
  if (elsewhere !== undefined) {
    const message =
      `keepalived of DPVS puts all addresses of an instance on one port: ${elsewhere.address} ` +
      `is to be on ${elsewhere.interface}, not ${port}`;
    remarks.push(refusal(at, ['spec', 'interface'], message, 'make an instance for each port'));
  }
  return remarks;
}

/** How the cluster is kept available, as far as keepalived says it. */
export function clusterRemarks(view: NodeView, flavour: Flavour): Remark[] {
  const { cluster, syncInterface } = view;
  const { highAvailability } = cluster.resource.spec;
  const remarks: Remark[] = [];
  if (highAvailability === 'ecmp') {
    const message = 'keepalived announces nothing to routers';
    const hint = 'a routing daemon does; or write highAvailability: vrrp';
    remarks.push(refusal(cluster, ['spec', 'highAvailability'], message, hint));
  }
  if (syncInterface === undefined) return remarks;
  const path = ['spec', 'connectionSync'];
  if (flavour === 'dpvs') {
    const message = 'DPVS copies no connections to its peers';
    remarks.push(refusal(cluster, path, message, 'remove it'));
  } else if (!view.hasVrrp) {
    const message = 'keepalived starts the sync daemon with a VRRP instance only';
    remarks.push(note(cluster, path, message, '--dialect ipvsadm starts it'));
  }
  return remarks;
}
