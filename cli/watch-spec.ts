/**
 * Resources as they change, across restarts of the server: after a break it compares what there is
 * with what it has given out, so no change is missed and none is told twice.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { StoredView } from '../schemas/api.ts';
import { FleetError } from '../schemas/errors.ts';
import type { SpecLine } from '../schemas/history-api.ts';
import { diffResource } from '../schemas/validation/diff-resource.ts';
import type { ApiClient, TargetQuery } from './client.ts';

const RECONNECT_FIRST_MS = 250;
/** Often enough for a person who waits, seldom enough for a server that starts. */
const RECONNECT_MAX_MS = 5_000;

export interface WatchOptions {
  readonly signal: AbortSignal;
  /** Told when the connection breaks and comes back. */
  readonly onNotice: (text: string) => void;
}

/** First `present` lines and one `synced`, then every change, until the signal. */
export async function* watchSpec(
  client: Pick<ApiClient, 'watchSpec'>,
  target: TargetQuery,
  { signal, onNotice }: WatchOptions,
): AsyncGenerator<SpecLine> {
  const known = new KnownResources();
  let waitMs = RECONNECT_FIRST_MS;
  let isBroken = false;
  while (!signal.aborted) {
    try {
      for await (const line of client.watchSpec(target)) {
        if (isBroken) onNotice('connected again');
        isBroken = false;
        waitMs = RECONNECT_FIRST_MS;
        yield* known.take(line);
      }
    } catch (error) {
      if (signal.aborted) return;
      // The first time nothing is known yet: then a server that is away is a fault.
      if (!known.isSynced || !(error instanceof FleetError) || !error.retryable) throw error;
    }
    if (signal.aborted) return;
    if (!isBroken) onNotice('the server went away; waiting for it');
    isBroken = true;
    await delay(waitMs, undefined, { signal }).catch(() => undefined);
    waitMs = Math.min(waitMs * 2, RECONNECT_MAX_MS);
  }
}

/** What was given out; turns a second listing into the changes since. */
class KnownResources {
  readonly #known = new Map<string, StoredView>();
  #present = new Set<string>();
  isSynced = false;

  *take(line: SpecLine): Generator<SpecLine> {
    if (line.type === 'changed') {
      if (line.stored === undefined) this.#known.delete(line.key);
      else this.#known.set(line.key, line.stored);
      yield line;
    } else if (line.type === 'present') yield* this.#takePresent(line);
    else {
      yield* this.#gone(line.revision);
      this.#present = new Set();
      if (!this.isSynced) yield line;
      this.isSynced = true;
    }
  }

  *#takePresent(line: Extract<SpecLine, { type: 'present' }>): Generator<SpecLine> {
    const { key, stored } = line;
    const before = this.#known.get(key);
    this.#present.add(key);
    this.#known.set(key, stored);
    if (!this.isSynced) yield line;
    else if (before?.revision !== stored.revision) {
      const fields = diffResource(before?.resource, stored.resource);
      const action = before === undefined ? 'create' : 'update';
      yield { type: 'changed', revision: stored.revision, key, action, fields, stored };
    }
  }

  *#gone(revision: number): Generator<SpecLine> {
    for (const key of [...this.#known.keys()]) {
      if (this.#present.has(key)) continue;
      this.#known.delete(key);
      yield { type: 'changed', revision, key, action: 'delete', fields: [] };
    }
  }
}
