/** How full etcd is, and giving free pages back. Asked of each member: each has its own file. */
import type { Etcd3 } from 'etcd3';
import type { StoreContext } from '../context.ts';
import { beginCall, type EtcdCall } from '../etcd/call.ts';
import { isAwayFault, isCompactedFault } from '../etcd/faults.ts';
import { DEFRAGMENT_DEADLINE_MS } from '../limits.ts';
import type { StoreUsage } from './contract.ts';

/** @throws E_STORE_AWAY when no member answers */
export async function readUsage({ clients }: StoreContext): Promise<StoreUsage> {
  const call = beginCall(clients.unary, 'reading the alarms of etcd');
  const isFull = await isOutOfSpace(clients.unary, call);
  const answers = await Promise.all(clients.members().map(statusOf));
  const statuses = answers.filter((answer) => answer !== undefined);
  return {
    dbBytes: Math.max(0, ...statuses.map(({ dbSize }) => Number(dbSize))),
    inUseBytes: Math.max(0, ...statuses.map(({ dbSizeInUse }) => Number(dbSizeInUse))),
    isOutOfSpace: isFull,
    silent: answers.length - statuses.length,
  };
}

/** Whether a member has raised NOSPACE: then all of them refuse writes. */
export async function isOutOfSpace(client: Etcd3, call: EtcdCall): Promise<boolean> {
  const { alarms } = await call.repeatable((deadline) =>
    client.maintenance.alarm({}, { deadline }),
  );
  return alarms.some(({ alarm }) => alarm.toUpperCase() === 'NOSPACE');
}

async function statusOf(member: Etcd3) {
  try {
    return await beginCall(member, 'asking a member of etcd').repeatable((deadline) =>
      member.maintenance.status({ deadline }),
    );
  } catch (error) {
    if (isAwayFault(error)) return undefined;
    throw error;
  }
}

/** One member after the other, so that the others answer meanwhile. */
export async function defragment({ clients }: StoreContext): Promise<void> {
  for (const member of clients.members()) {
    const deadline = Date.now() + DEFRAGMENT_DEADLINE_MS;
    const call = beginCall(member, 'defragmenting a member of etcd', DEFRAGMENT_DEADLINE_MS);
    await call.repeatable(() => member.maintenance.defragment({ deadline }));
  }
}

/**
 * Lets etcd forget how keys were before `revision`; nothing happens when it has done so already.
 * Readers pinned to an older revision, and watches that lag behind it, begin anew.
 */
export async function compactTo({ clients }: StoreContext, revision: number): Promise<void> {
  const call = beginCall(clients.unary, 'compacting etcd');
  try {
    await call.repeatable((deadline) => clients.unary.kv.compact({ revision }, { deadline }));
  } catch (error) {
    if (!isCompactedFault(error)) throw error;
  }
}
