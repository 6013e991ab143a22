/**
 * Writes that only the holder of a role or of a lock may make: the transaction itself proves that
 * it is held, by the revision at which its key was made. What is here says so to people.
 */
import type { ICompare } from 'etcd3';
import { FleetError } from '../schemas/errors.ts';
import type { StoreKeys } from '../schemas/keys.ts';
import type { NodeRef } from '../schemas/plan/node-ref.ts';
import type { StoreContext } from './context.ts';
import { beginCall } from './etcd/call.ts';
import { createdAt, type StoredValue } from './etcd/requests.ts';

/** A role and the token under which it was won. */
export interface Fence {
  readonly role: string;
  readonly token: number;
}

export function fenceGuards(keys: StoreKeys, fence: Fence | undefined): ICompare[] {
  return fence === undefined ? [] : [createdAt(keys.election(fence.role), fence.token)];
}

/** After a guard did not hold. @throws E_FENCED when it was the fence, else E_CONFLICT */
export async function requireFence(
  { clients, keys }: StoreContext,
  fence: Fence | undefined,
): Promise<never> {
  if (fence !== undefined) {
    const { role, token } = fence;
    const { value } = await beginCall(clients.unary, `checking ${role}`).get(keys.election(role));
    if (value?.createRevision !== token) {
      throw new FleetError('E_FENCED', `the role ${role} is no longer held under token ${token}`);
    }
  }
  throw new FleetError('E_CONFLICT', 'the store changed under its keeper', { retryable: true });
}

/** @throws E_FENCED unless the lock, as it was found, is the one that was given under this token */
export function requireLock(domain: string, token: number, lock: StoredValue | undefined): void {
  if (lock?.createRevision === token) return;
  const holder = lock === undefined ? 'nobody' : `token ${lock.createRevision}`;
  throw new FleetError(
    'E_FENCED',
    `the lock ${domain} is held by ${holder}, not under token ${token}`,
  );
}

/** @throws E_FENCED when a later holder has changed the director already */
export function requireNotFenced(ref: NodeRef | undefined, token: number): void {
  if (ref === undefined || ref.token <= token) return;
  throw new FleetError('E_FENCED', `director ${ref.node} was changed under token ${ref.token}`);
}
