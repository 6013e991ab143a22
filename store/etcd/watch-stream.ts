/**
 * One Watch stream of etcd: created, read with back-pressure, closed. It never resumes; that is
 * the business of gap-proof-watch.ts. It asks for fragments, so that no answer outgrows what we
 * receive, and for a leader, so that a member cut off from the others ends the stream instead of
 * keeping silent.
 */
import type { Etcd3, IWatchResponse } from 'etcd3';
import { FleetError } from '../../schemas/errors.ts';
import { toFleetError } from './faults.ts';
import type { KeyRange } from './requests.ts';

export interface WatchStream {
  /** Ends when the server ends the stream; throws FleetError E_STORE_AWAY when it breaks. */
  readonly responses: AsyncIterable<IWatchResponse>;
  /** Idempotent. */
  close(): void;
}

export interface WatchStreamOptions {
  readonly range: KeyRange;
  readonly startRevision: number;
  readonly createTimeoutMs: number;
  readonly signal: AbortSignal;
}

/** The part of a gRPC stream that etcd3's declaration leaves out: it is a Duplex of Node. */
type NodeStream = Awaited<ReturnType<Etcd3['watchClient']['watch']>> &
  AsyncIterable<IWatchResponse>;

type CallOptions = NonNullable<Parameters<Etcd3['watchClient']['watch']>[0]>;
type Interceptor = NonNullable<CallOptions['interceptors']>[number];

/** Sends what clientv3.WithRequireLeader sends. */
const requireLeader: Interceptor = (options, nextCall) => {
  const call = nextCall(options);
  const start = call.start.bind(call);
  call.start = (metadata, listener) => {
    metadata.set('hasleader', 'true');
    start(metadata, listener);
  };
  return call as ReturnType<Interceptor>;
};

/** Sends the request for creation; whether etcd accepts it is in the first response. */
export async function openWatchStream(
  client: Etcd3,
  { range, startRevision, createTimeoutMs, signal }: WatchStreamOptions,
): Promise<WatchStream> {
  let stream: NodeStream;
  try {
    stream = (await client.watchClient.watch({ interceptors: [requireLeader] })) as NodeStream;
  } catch (error) {
    throw toFleetError(error, 'opening a watch');
  }
  let isClosed = false;
  const close = () => {
    if (isClosed) return;
    isClosed = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', close);
    // Ended before it is cancelled: etcd3 takes the cancellation of a stream that is still
    // writable for a fault of the host, and closes the connections of all others.
    stream.end();
    stream.cancel();
  };
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    close();
  }, createTimeoutMs);
  signal.addEventListener('abort', close);
  if (signal.aborted) close();
  else {
    stream.write({
      create_request: {
        key: range.start,
        range_end: range.end,
        start_revision: startRevision,
        fragment: true,
      },
    });
  }
  async function* responses(): AsyncGenerator<IWatchResponse> {
    try {
      for await (const response of stream) {
        clearTimeout(timer);
        yield response;
      }
    } catch (error) {
      if (!isLate) throw broken(error);
    } finally {
      close();
    }
    if (isLate) throw createdTooLate(createTimeoutMs);
  }
  return { responses: responses(), close };
}

function createdTooLate(timeoutMs: number): FleetError {
  return new FleetError('E_STORE_AWAY', `etcd did not create a watch within ${timeoutMs} ms`, {
    retryable: true,
  });
}

/** Whatever ended it, a new stream is the answer; what cannot go on is said by the next one. */
function broken(error: unknown): FleetError {
  return new FleetError('E_STORE_AWAY', 'the watch stream broke', {
    retryable: true,
    cause: error,
  });
}
