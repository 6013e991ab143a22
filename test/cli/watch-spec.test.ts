/** A watch of resources over breaks: nothing is missed, nothing is told twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { watchSpec } from '../../cli/watch-spec.ts';
import { linesBetween } from '../../controller/config/spec-lines.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { SpecLine } from '../../schemas/history-api.ts';
import type { Spec } from '../../schemas/spec.ts';
import { anyHistory } from '../controller/spec-histories.ts';

/** What the server sends of the specs between two breaks. */
function* linesOf(specs: readonly Spec[]): Generator<SpecLine> {
  const [first, ...rest] = specs;
  if (first === undefined) return;
  for (const [key, stored] of first.resources) yield { type: 'present', key, stored };
  yield { type: 'synced', revision: first.revision };
  let shown = first;
  for (const next of rest) {
    yield* linesBetween(shown, next);
    shown = next;
  }
}

const away = () => new FleetError('E_API_AWAY', 'away', { retryable: true });

test('what is told leads from the first listing to the last state, over any breaks', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.nat(), async ({ specs }, seed) => {
      // One break, behind any event; what happens during it is not sent to anybody.
      const cut = seed % specs.length;
      const missed = Math.min(specs.length - 1, cut + (seed % 3));
      const parts = [specs.slice(0, cut + 1), specs.slice(missed)];
      const abort = new AbortController();
      const client = {
        async *watchSpec() {
          const part = parts.shift();
          if (part === undefined) return abort.abort();
          yield* linesOf(part);
          throw away();
        },
      };
      const notices: string[] = [];
      const options = { signal: abort.signal, onNotice: (text: string) => notices.push(text) };
      const seen = new Map<string, unknown>();
      const told = new Set<string>();
      for await (const line of watchSpec(client, {}, options)) {
        if (line.type === 'synced') continue;
        const { key, stored } = line;
        const what = `${line.type} ${key} ${line.type === 'changed' ? line.revision : ''}`;
        expect(told.has(what), what).toBe(false);
        told.add(what);
        if (stored === undefined) seen.delete(key);
        else seen.set(key, stored);
      }
      expect(seen).toEqual(new Map((specs.at(-1) as Spec).resources));
      expect(notices[0]).toContain('the server went away');
    }),
    { numRuns: 12 }, // each waits for two reconnects
  );
}, 30_000);

test('a server that is away from the start is a fault', async () => {
  const client = {
    watchSpec: (): AsyncGenerator<SpecLine> => {
      throw away();
    },
  };
  const signal = new AbortController().signal;
  const watch = watchSpec(client, {}, { signal, onNotice: () => undefined });
  await expect(watch.next()).rejects.toMatchObject({ code: 'E_API_AWAY' });
});
