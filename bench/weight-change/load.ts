/** Brings the fleet to a number of services, in many applies. */
import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../cli/client.ts';
import type { ApplyReply } from '../../schemas/api.ts';
import { foundation, serviceDocument } from './fleet.ts';
import type { Observations } from './observations.ts';

/** Small enough that progress is told and the director takes them while the next are sent. */
const SERVICES_PER_APPLY = 100;
/** Progress is told this often while loading. */
const TOLD_EVERY_MS = 5_000;

export function applyText(api: ApiClient, text: string, reason: string): Promise<ApplyReply> {
  const origin = { actor: 'bench', channel: 'api' as const, reason, correlationId: randomUUID() };
  return api.apply({ files: [{ name: 'bench.json', text }], origin });
}

/** The cluster, its director and its pool; resolves when the director has taken them. */
export async function loadFoundation(api: ApiClient, seen: Observations): Promise<void> {
  const { revision } = await applyText(api, foundation(), 'foundation');
  await seen.ofRevision(revision);
}

/** Adds services `from` to `to` - 1; resolves when the director's kernel has all of them. */
export async function loadServices(
  api: ApiClient,
  seen: Observations,
  [from, to]: readonly [number, number],
  tell: (line: string) => void,
): Promise<void> {
  let newest = 0;
  let toldAtMs = performance.now();
  for (let first = from; first < to; first += SERVICES_PER_APPLY) {
    const last = Math.min(first + SERVICES_PER_APPLY, to);
    const documents = [];
    for (let index = first; index < last; index += 1) documents.push(serviceDocument(index, 1));
    newest = (await applyText(api, documents.join('\n---\n'), 'load')).revision;
    if (performance.now() - toldAtMs > TOLD_EVERY_MS) {
      tell(`  ${last} of ${to} services declared`);
      toldAtMs = performance.now();
    }
  }
  if (newest === 0) return;
  tell(`  ${to} services declared; waiting for the director`);
  await seen.ofRevision(newest);
}
