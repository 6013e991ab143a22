/**
 * Proves every log of the store: that of the fleet, and that of each director that was ever
 * declared. Says of each how far it is sound.
 */
import { FleetError } from '../../schemas/errors.ts';
import { CONFIG_AGGREGATE, NODE_AGGREGATE } from '../../schemas/events.ts';
import type { VerdictLine } from '../../schemas/history-api.ts';
import type { ConfigStore, LogName } from '../../store/contract.ts';
import { eventsFrom, specChangesOf } from './log-reader.ts';
import type { SpecView } from './spec-view.ts';

export async function* verifyLogs(
  store: ConfigStore,
  view: SpecView,
  signal: AbortSignal,
): AsyncGenerator<VerdictLine> {
  yield await verdictOf(store, CONFIG_AGGREGATE);
  for (const node of [...(await everDeclared(store, view))].sort()) {
    if (signal.aborted) return;
    const log = { aggregate: NODE_AGGREGATE, id: node };
    // A director that was never drained has no log.
    if ((await store.readHead(log)) > 0) yield await verdictOf(store, log);
  }
}

async function verdictOf(store: ConfigStore, log: LogName): Promise<VerdictLine> {
  const name = `${log.aggregate}/${log.id}`;
  const verdict = await store.verifyChain(log);
  if (verdict.ok) return { log: name, ...verdict };
  const { seq, why } = verdict;
  return { log: name, ok: false, brokenAt: seq, why };
}

/** Names of directors, as far as the log can be read, and those of today. */
async function everDeclared(store: ConfigStore, view: SpecView): Promise<Set<string>> {
  const keys = new Set<string>(view.current().resources.keys());
  try {
    for await (const events of eventsFrom(store, 1)) {
      for (const event of events) for (const { key } of specChangesOf(event)) keys.add(key);
    }
  } catch (error) {
    // The broken place has its own line by now; what stands before it was read.
    const isBroken = error instanceof FleetError && error.code === 'E_STORE_CORRUPT';
    if (!isBroken) throw error;
  }
  const prefix = 'Node/';
  return new Set(
    [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
  );
}
