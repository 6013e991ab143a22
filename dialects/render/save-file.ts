/**
 * A director's table as `ipvsadm -S -n` writes it and `ipvsadm-restore` reads it: services and real
 * servers, nothing else. Stock only: the saves of the forks lack what their services live on.
 */

import { carriedNotes } from './address-steps.ts';
import { bondNotes, healthNotes } from './command-list.ts';
import type { NodeView } from './node-view.ts';
import { isRefused, note, type Remark } from './remark.ts';
import { serviceRemarks } from './service-remarks.ts';
import { serviceSteps } from './service-steps.ts';
import { zoneRemarks } from './zone-remarks.ts';

const TARGET = { kind: 'save', flavour: 'stock' } as const;

export function saveFile(view: NodeView): { lines: string[]; remarks: Remark[] } {
  const services = view.services.map((one) => [one, serviceRemarks(one, TARGET)] as const);
  const lines = services.flatMap(([one, remarks]) =>
    isRefused(remarks)
      ? []
      : serviceSteps(one, 'stock').map(({ line }) => line.slice('ipvsadm '.length)),
  );
  const remarks = [
    ...carriedNotes(view),
    ...elsewhere(view),
    ...bondNotes(view),
    ...services.flatMap(([one, found]) => [...found, ...healthNotes(one)]),
    ...zoneRemarks(view, TARGET),
  ];
  return { lines, remarks };
}

function elsewhere({ node, cluster, routes, heldAddresses, syncInterface }: NodeView): Remark[] {
  const hint = '--dialect ipvsadm has it';
  const message = 'a save holds the table of services alone';
  return [
    ...(routes.length === 0 ? [] : [note(node, ['spec', 'routes'], message, hint)]),
    ...(heldAddresses.length === 0
      ? []
      : [note(cluster, ['spec', 'highAvailability'], message, hint)]),
    ...(syncInterface === undefined
      ? []
      : [note(cluster, ['spec', 'connectionSync'], message, hint)]),
  ];
}
