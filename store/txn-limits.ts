/**
 * Refuses what is too large before anything is sent: etcd would refuse it too, but with words that
 * say nothing to the person who asked, and a half-stored change would be left to clean up.
 */
import type { IRequestOp } from 'etcd3';
import { FleetError } from '../schemas/errors.ts';
import { OBJECT_BYTES_MAX, TXN_BYTES_MAX, TXN_OPS_MAX } from '../schemas/limits.ts';

/** @throws E_TOO_LARGE; `what` names the value for a person, such as "VirtualService/web". */
export function requireObjectFits(what: string, bytes: Uint8Array): void {
  if (bytes.length <= OBJECT_BYTES_MAX) return;
  throw new FleetError(
    'E_TOO_LARGE',
    `${what} takes ${bytes.length} bytes; one object may take ${OBJECT_BYTES_MAX}`,
    { hint: 'split it into several' },
  );
}

/** @throws E_TOO_LARGE when the operations are too many or too large for one transaction. */
export function requireTxnFits(what: string, ops: readonly IRequestOp[]): void {
  const bytes = txnBytes(ops);
  if (ops.length <= TXN_OPS_MAX && bytes <= TXN_BYTES_MAX) return;
  throw new FleetError(
    'E_TOO_LARGE',
    `${what} takes ${ops.length} writes and ${bytes} bytes; ` +
      `one change may take ${TXN_OPS_MAX} writes and ${TXN_BYTES_MAX} bytes`,
    { hint: 'apply it in several smaller changes' },
  );
}

export function fitsOneTxn(ops: readonly IRequestOp[]): boolean {
  return ops.length <= TXN_OPS_MAX && txnBytes(ops) <= TXN_BYTES_MAX;
}

/** Operations in groups that each fit one transaction. A single one that does not is refused. */
export function inTxns(what: string, ops: readonly IRequestOp[]): IRequestOp[][] {
  const groups: IRequestOp[][] = [];
  let group: IRequestOp[] = [];
  let bytes = 0;
  for (const op of ops) {
    const more = opBytes(op);
    requireTxnFits(what, [op]);
    if (group.length === TXN_OPS_MAX || bytes + more > TXN_BYTES_MAX) {
      groups.push(group);
      group = [];
      bytes = 0;
    }
    group.push(op);
    bytes += more;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

const txnBytes = (ops: readonly IRequestOp[]) => ops.reduce((sum, op) => sum + opBytes(op), 0);

function opBytes({ request_put: put, request_txn: txn }: IRequestOp): number {
  if (put !== undefined) return (put.key?.length ?? 0) + (put.value?.length ?? 0);
  // One branch of a nested transaction is taken, and the limit counts what was sent.
  return txnBytes([...(txn?.success ?? []), ...(txn?.failure ?? [])]);
}
