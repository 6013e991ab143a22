/**
 * Exactly one director is master of each VRRP instance, judged from all of them (I19). Pure.
 */
import type { RolloutView } from './director-view.ts';
import type { Fault, Findings } from './fault.ts';

/** As long as a drain lets mastership take to move: three master-down times, 15 s at least. */
const MASTER_DOWN_FACTOR = 3;
const CONFIRM_MIN_MS = 15_000;

export function judgeVrrp(views: readonly RolloutView[]): Findings {
  const seen = views.flatMap((view) => view.seen ?? []);
  const instances = new Set(seen.flatMap(({ vrrp }) => vrrp.map(({ instance }) => instance)));
  const masterDownMs = Math.max(0, ...seen.map((director) => director.masterDownMs));
  const confirmMs = Math.max(CONFIRM_MIN_MS, MASTER_DOWN_FACTOR * masterDownMs);
  const silent = views.filter((view) => view.seen === undefined).map(({ node }) => node);
  const faults: Fault[] = [];
  const unknown: string[] = [];
  for (const instance of [...instances].sort()) {
    const masters = mastersOf(views, instance);
    if (masters.length === 1) continue;
    if (masters.length === 0 && silent.length > 0) {
      unknown.push(`nobody is seen as master of ${instance}, and ${silent.join(', ')} is silent`);
      continue;
    }
    const why =
      masters.length === 0
        ? `no director is master of ${instance}`
        : `${masters.join(' and ')} are both master of ${instance}`;
    faults.push({ key: `vrrp/${instance}`, why, confirmMs });
  }
  return { faults, unknown };
}

function mastersOf(views: readonly RolloutView[], instance: string): string[] {
  return views
    .filter(({ seen }) =>
      seen?.vrrp.some((vrrp) => vrrp.instance === instance && vrrp.state === 'master'),
    )
    .map(({ node }) => node);
}
