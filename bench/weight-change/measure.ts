/**
 * Changes one weight at a time and reads from what the system recorded, on one clock, where the
 * time went. commit + publish + deliver + kernel = total; `api` overlaps with what comes after the
 * commit.
 */
import type { ApiClient } from '../../cli/client.ts';
import { serviceDocument } from './fleet.ts';
import { applyText } from './load.ts';
import type { Observations } from './observations.ts';

/** All in milliseconds. */
export interface Sample {
  /** From the request until its reply. */
  readonly api: number;
  /** From the request until the event stands in the log. */
  readonly commit: number;
  /** From the event until the director's ref is written. */
  readonly publish: number;
  /** From the ref until the agent has fetched and accepted the plan. */
  readonly deliver: number;
  /** From there until the kernel has it. */
  readonly kernel: number;
  /** From the request until the kernel has it. */
  readonly total: number;
}

/** The change that was made last, to be looked for in the kernel. */
export interface LastChange {
  readonly service: number;
  readonly weight: number;
}

/** Far apart and without a common divisor with the sizes, so that changes do not sit together. */
const STRIDE = 7_919;
const WEIGHTS = [4, 1] as const;

export async function measureChanges(
  api: ApiClient,
  seen: Observations,
  sizes: { readonly services: number; readonly changes: number },
): Promise<{ samples: Sample[]; last: LastChange }> {
  const weights = new Map<number, number>();
  const samples: Sample[] = [];
  let last: LastChange = { service: 0, weight: 1 };
  for (let round = 0; round < sizes.changes; round += 1) {
    const service = (round * STRIDE) % sizes.services;
    const weight = (weights.get(service) ?? 1) === WEIGHTS[0] ? WEIGHTS[1] : WEIGHTS[0];
    weights.set(service, weight);
    seen.forget();
    samples.push(await measureOne(api, seen, serviceDocument(service, weight)));
    last = { service, weight };
  }
  // As loaded: a larger fleet is measured on top of this one.
  for (const [service, weight] of weights) {
    if (weight === 1 || service === last.service) continue;
    await applyText(api, serviceDocument(service, 1), 'as it was');
  }
  return { samples, last };
}

async function measureOne(api: ApiClient, seen: Observations, text: string): Promise<Sample> {
  const requestedAtMs = performance.timeOrigin + performance.now();
  const { revision, changed } = await applyText(api, text, 'one weight');
  const repliedAtMs = performance.timeOrigin + performance.now();
  if (!changed) throw new Error('the weight was so already: nothing to measure');
  const { commit, ref, applied } = await seen.ofRevision(revision);
  const learntAtMs = applied.timeMs - applied.durationMs;
  return {
    api: repliedAtMs - requestedAtMs,
    commit: commit.timeMs - requestedAtMs,
    publish: ref.writtenAtMs - commit.timeMs,
    deliver: learntAtMs - ref.writtenAtMs,
    kernel: applied.durationMs,
    total: applied.timeMs - requestedAtMs,
  };
}
