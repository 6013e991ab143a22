/**
 * The parts of dpvs.conf that resources know: which ports and bonds there are and how the kernel's
 * side of them (KNI) is called. Queues, memory pools, workers and time-outs are not in the
 * resources, so this is to be laid over the file of the director, not in its place.
 */
import { printTree } from '../keepalived/print-tree.ts';
import type { Statement } from '../keepalived/tree.ts';
import { servicesNote } from './command-list.ts';
import type { NodeView } from './node-view.ts';
import { note, type Remark } from './remark.ts';
import { atStart, block, line } from './statement-of.ts';
import { kniOf } from './vrrp-blocks.ts';

/** The numbers of the kernel's modes (bonding.txt), which DPDK has as well. */
const BOND_MODES = [
  'balance-rr',
  'active-backup',
  'balance-xor',
  'broadcast',
  '802.3ad',
  'balance-tlb',
  'balance-alb',
];

export function dpvsConf(view: NodeView): { text: string; remarks: Remark[] } {
  const { bonds } = view.node.resource.spec;
  const vrrpPorts = new Set(view.instances.map((one) => one.interface.replace(/\.kni$/, '')));
  const members = new Set(bonds.flatMap((bond) => bond.members));
  const names = new Set(bonds.map(({ name }) => name));
  const ports = [...new Set([...members, ...portsInUse(view)])].filter((port) => !names.has(port));
  const kniLine = (port: string): Statement[] =>
    vrrpPorts.has(port) ? [line('kni_name', kniOf(port))] : [];
  const blocks = [
    ...ports
      .sort()
      // A member has no KNI of its own, the bond has it.
      .map((port) => block(['device', port], members.has(port) ? [] : kniLine(port))),
    ...bonds.map(({ name, mode, members: slaves, primary }) =>
      block(
        ['bonding', name],
        [
          line('mode', BOND_MODES.indexOf(mode)),
          ...slaves.map((slave) => line('slave', slave)),
          ...(primary === undefined ? [] : [line('primary', primary)]),
          ...kniLine(name),
        ],
      ),
    ),
  ].map(atStart);
  const statements = blocks.length === 0 ? [] : [block(['netif_defs'], blocks)];
  return { text: printTree({ statements, dangling: [] }), remarks: notes(view) };
}

/** Links that the director's resources rest on; the rest of its links may be the kernel's. */
function portsInUse(view: NodeView): string[] {
  return [
    ...view.instances.map((one) => one.interface),
    ...view.instances.flatMap(({ carried }) => carried.map((entry) => entry.interface)),
    ...view.heldAddresses.map((entry) => entry.interface).filter((link) => link !== 'lo'),
    ...view.services.flatMap(({ localAddresses }) => localAddresses?.interface ?? []),
    ...view.zones.map(({ egressInterface }) => egressInterface),
    ...view.routes.flatMap((route) => route.interface ?? []),
  ].map((link) => link.replace(/\.kni$/, ''));
}

function notes(view: NodeView): Remark[] {
  const queues = 'queues, memory pools, workers and time-outs are not in the resources';
  const hint = 'keep those of the director’s own dpvs.conf';
  return [
    note(view.node, ['spec', 'interfaces'], queues, hint),
    ...servicesNote(view, 'dpvs.conf'),
  ];
}
