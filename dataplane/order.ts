/**
 * The order in which ops may be applied one by one, so that a driver without transactions does no
 * harm either: what is needed comes before what needs it, what takes traffic comes before what
 * stops taking it, removals come last. At no step is a service without a real server that takes
 * traffic when it had one before and has one after.
 */
import type { Op } from '../schemas/dataplane.ts';

/** A permutation of `ops`; ops of equal rank keep the order they came in. */
export function orderOps(ops: readonly Op[]): Op[] {
  return ops
    .map((op, index) => ({ op, index }))
    .sort(
      (a, b) =>
        RANK[a.op.kind] - RANK[b.op.kind] || weightOf(b.op) - weightOf(a.op) || a.index - b.index,
    )
    .map(({ op }) => op);
}

const RANK: Readonly<Record<Op['kind'], number>> = {
  // A service that becomes fullnat, and a new real server behind one, need a LIP at once.
  addLocalAddress: 0,
  editService: 1,
  addService: 2,
  // Zones come to their places one after the other, each behind one that is there already.
  addZone: 2,
  moveZone: 2,
  // What a zone no longer takes another one may be there for by now.
  editZone: 3,
  addRealServer: 3,
  setWeight: 4,
  removeRealServer: 5,
  removeLocalAddress: 6,
  removeService: 7,
  removeZone: 7,
};

/** Heaviest first: the server that takes over is set before the one that is set to 0. */
function weightOf(op: Op): number {
  return op.kind === 'setWeight' ? op.realServer.weight : 0;
}
