/**
 * One renewal of a lease. etcd offers it as a stream; here a stream carries one request and one
 * answer, so that each renewal has a deadline of its own and none outlives a dead link.
 */
import {
  castGrpcError,
  type Etcd3,
  EtcdLeaseInvalidError,
  GRPCUnavailableError,
  type ILeaseKeepAliveResponse,
} from 'etcd3';
import { FleetError } from '../../schemas/errors.ts';
import { toFleetError } from './faults.ts';

/** @throws E_STORE_AWAY; a fault that `isLeaseGoneFault` when the lease has ended */
export async function renewLease(client: Etcd3, lease: string, timeoutMs: number): Promise<void> {
  let answer: ILeaseKeepAliveResponse;
  try {
    answer = await exchange(client, lease, Date.now() + timeoutMs);
  } catch (error) {
    throw toFleetError(error, 'renewing a lease');
  }
  if (Number(answer.TTL) > 0) return;
  throw new FleetError('E_STORE_AWAY', 'the lease has ended', {
    cause: new EtcdLeaseInvalidError(lease),
  });
}

async function exchange(
  client: Etcd3,
  lease: string,
  deadline: number,
): Promise<ILeaseKeepAliveResponse> {
  const stream = await client.leaseClient.leaseKeepAlive({ deadline });
  try {
    return await new Promise((resolve, reject) => {
      stream.on('data', resolve);
      stream.on('error', (error) => reject(castGrpcError(error)));
      stream.on('end', () => reject(new GRPCUnavailableError('etcd ended the stream')));
      stream.write({ ID: lease });
    });
  } finally {
    // Ended first, or etcd3 takes the cancellation for a fault of the host.
    stream.end();
    stream.cancel();
  }
}
