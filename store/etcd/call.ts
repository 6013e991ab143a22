/**
 * One call of ours to etcd: some requests under one deadline, each repeated while etcd is away.
 * Reads may be repeated freely. A write is repeated only as a compare-and-swap whose guard names
 * something that the write itself changes: then it can take effect once at most, and the answer to
 * the repeat is conclusive where a look by another read is not, because a request that a dead
 * connection left behind may still be carried out after that read.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Etcd3, ICompare, IRequestOp, ITxnResponse } from 'etcd3';
import { FleetError } from '../../schemas/errors.ts';
import {
  ATTEMPT_DEADLINE_MS,
  CALL_DEADLINE_MS,
  KEYS_PAGE,
  LIST_STARTS_MAX,
  PAGE_KEYS,
  RETRY_PAUSE_MAX_MS,
  RETRY_PAUSE_MIN_MS,
} from '../limits.ts';
import { isAway, isCompactedFault, toFleetError } from './faults.ts';
import { afterKey, type KeyRange, type StoredValue, storedValue } from './requests.ts';

export interface CasRequest {
  readonly compare: readonly ICompare[];
  readonly success: readonly IRequestOp[];
  /** What to read when a guard does not hold. */
  readonly failure?: readonly IRequestOp[];
}

export interface CasAnswer {
  readonly succeeded: boolean;
  readonly revision: number;
  /** Per operation of the branch taken: what it read. */
  readonly reads: readonly (readonly StoredValue[])[];
  /** The request was sent more than once: "not succeeded" may mean that an earlier one was. */
  readonly repeated: boolean;
}

export interface Page {
  readonly values: readonly StoredValue[];
  readonly revision: number;
}

export interface EtcdCall {
  /** Results of all operations (ranges), read at one revision. */
  read(ops: readonly IRequestOp[]): Promise<Omit<CasAnswer, 'succeeded' | 'repeated'>>;
  get(key: string): Promise<{ value: StoredValue | undefined; revision: number }>;
  cas(request: CasRequest): Promise<CasAnswer>;
  /** Any other request that may be repeated. */
  repeatable<T>(send: (deadline: number) => Promise<T>): Promise<T>;
}

/** `doing` is for messages: "reading the spec". */
export function beginCall(client: Etcd3, doing: string, timeoutMs = CALL_DEADLINE_MS): EtcdCall {
  const endsAt = performance.now() + timeoutMs;
  const repeatable = async <T>(send: (deadline: number) => Promise<T>) =>
    (await repeat(send, endsAt, doing)).answer;
  const read: EtcdCall['read'] = async (ops) => {
    const answer = await repeatable((deadline) =>
      client.kv.txn({ compare: [], success: [...ops], failure: [] }, { deadline }),
    );
    return { revision: Number(answer.header.revision), reads: readsOf(answer) };
  };
  return {
    repeatable,
    read,
    get: async (key) => {
      const answer = await repeatable((deadline) =>
        client.kv.range({ key: Buffer.from(key) }, { deadline }),
      );
      const [kv] = answer.kvs;
      return {
        value: kv === undefined ? undefined : storedValue(kv),
        revision: Number(answer.header.revision),
      };
    },
    cas: async ({ compare, success, failure = [] }) => {
      const txn = { compare: [...compare], success: [...success], failure: [...failure] };
      const { answer, attempts } = await repeat(
        (deadline) => client.kv.txn(txn, { deadline }),
        endsAt,
        doing,
      );
      return {
        succeeded: answer.succeeded,
        revision: Number(answer.header.revision),
        reads: readsOf(answer),
        repeated: attempts > 1,
      };
    },
  };
}

async function repeat<T>(
  send: (deadline: number) => Promise<T>,
  endsAt: number,
  doing: string,
): Promise<{ answer: T; attempts: number }> {
  let pause = RETRY_PAUSE_MIN_MS;
  for (let attempts = 1; ; attempts++) {
    const leftMs = endsAt - performance.now();
    if (leftMs <= 0) throw outOfTime(doing);
    try {
      const answer = await send(Date.now() + Math.min(leftMs, ATTEMPT_DEADLINE_MS));
      return { answer, attempts };
    } catch (error) {
      const isOver = performance.now() + pause >= endsAt;
      if (!isAway(error) || isOver) throw toFleetError(error, doing);
    }
    await delay(pause);
    pause = Math.min(pause * 2, RETRY_PAUSE_MAX_MS);
  }
}

function outOfTime(doing: string): FleetError {
  return new FleetError('E_STORE_AWAY', `etcd does not answer in time: ${doing}`, {
    retryable: true,
  });
}

function readsOf(answer: ITxnResponse): StoredValue[][] {
  return answer.responses.map((response) =>
    // etcd3 fills in the operation that was answered and leaves the others out.
    (response.response_range?.kvs ?? []).map(storedValue),
  );
}

/**
 * The values of a range in key order, page by page, all at the revision of the first page (or the
 * one given). When that revision is compacted meanwhile the error is a `isCompactedFault`.
 */
export async function* readPages(
  client: Etcd3,
  range: KeyRange,
  doing: string,
  atRevision?: number,
): AsyncGenerator<Page> {
  let start = range.start;
  let revision = atRevision;
  for (;;) {
    const answer = await beginCall(client, doing).repeatable((deadline) =>
      client.kv.range(
        {
          key: start,
          range_end: range.end,
          limit: PAGE_KEYS,
          ...(revision === undefined ? {} : { revision }),
        },
        { deadline },
      ),
    );
    revision ??= Number(answer.header.revision);
    yield { values: answer.kvs.map(storedValue), revision };
    const last = answer.kvs.at(-1);
    if (!answer.more || last === undefined) return;
    start = afterKey(last.key);
  }
}

/** A key without its value, which is left empty. */
export type StoredKey = Omit<StoredValue, 'value'>;

/** The keys of a range, page by page; not of one revision. */
export async function readKeys(
  client: Etcd3,
  range: KeyRange,
  doing: string,
): Promise<StoredKey[]> {
  const found: StoredKey[] = [];
  let start = range.start;
  for (;;) {
    const page = { key: start, range_end: range.end, limit: KEYS_PAGE, keys_only: true };
    const answer = await beginCall(client, doing).repeatable((deadline) =>
      client.kv.range(page, { deadline }),
    );
    for (const kv of answer.kvs) found.push(storedValue(kv));
    const last = answer.kvs.at(-1);
    if (!answer.more || last === undefined) return found;
    start = afterKey(last.key);
  }
}

/** The whole range at one revision; begins anew when it is compacted under the reader. */
export async function readRange(client: Etcd3, range: KeyRange, doing: string): Promise<Page> {
  for (let starts = 1; ; starts++) {
    try {
      const values: StoredValue[] = [];
      let revision = 0;
      for await (const page of readPages(client, range, doing)) {
        for (const value of page.values) values.push(value);
        revision = page.revision;
      }
      return { values, revision };
    } catch (error) {
      if (starts >= LIST_STARTS_MAX || !isCompactedFault(error)) throw error;
    }
  }
}
