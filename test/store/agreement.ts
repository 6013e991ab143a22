/** What must be so of every store at any time: the log, its snapshots and the spec say the same. */
import { expect } from 'vitest';
import type { ConfigEvent } from '../../schemas/events.ts';
import { EMPTY_SPEC, foldSpec, type Spec } from '../../schemas/spec.ts';
import type { Store } from '../../store/contract.ts';

export function foldAll(events: readonly ConfigEvent[], base: Spec = EMPTY_SPEC): Spec {
  return events.reduce((spec, { seq, body }) => {
    if (body.type !== 'ConfigChanged') throw new Error(`not in this log: ${body.type}`);
    return foldSpec(spec, seq, body.changes);
  }, base);
}

/** One text for equal specs, whatever the order in which they came to be. */
export const specText = (spec: Spec): string =>
  JSON.stringify([spec.revision, [...spec.resources].sort(([a], [b]) => (a < b ? -1 : 1))]);

/**
 * fold(snapshot + tail) = fold(all) = spec, and the chain holds. `all`: every event from 1 on, from
 * the archive or the test's own memory where the log is trimmed.
 */
export async function expectAllAgree(store: Store, all?: readonly ConfigEvent[]): Promise<void> {
  const head = await store.readHead();
  const events = all ?? (await store.readEvents({ from: await store.readFirst(), to: head }));
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, i) => i + 1));
  const spec = specText(await store.readSpec());
  expect(specText(foldAll(events))).toBe(spec);
  expect(specText(await store.readSpecAt({ revision: head }))).toBe(spec);
  const verdict = await store.verifyChain();
  expect(verdict).toMatchObject({ ok: true });
  if (verdict.ok) expect(verdict.events + (verdict.trimmed ?? 0)).toBe(head);
}
