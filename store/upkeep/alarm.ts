/** What is wrong with the store's growth, as an alarm that is raised once and cleared once. Pure. */
import type { StoreUsage } from './contract.ts';

/** `fill`: shares of the quota. `noSpace`: etcd takes no writes. `upkeep`: a step goes wrong. */
export type AlarmKind = 'fill60' | 'fill80' | 'noSpace' | 'upkeep';

export interface StoreAlarm {
  readonly kind: AlarmKind;
  /** False: it is over. */
  readonly isRaised: boolean;
  /** For a person: what is so, and what to do. */
  readonly message: string;
}

/** Below the level by this much before an alarm is over, so that it does not flicker. */
const CLEAR_MARGIN = 0.05;
const LEVELS: readonly { readonly kind: AlarmKind; readonly share: number }[] = [
  { kind: 'fill60', share: 0.6 },
  { kind: 'fill80', share: 0.8 },
];

/** The alarms that begin or end with this look at the store; `raised` are those that stand. */
export function alarmChanges(
  raised: ReadonlySet<AlarmKind>,
  { dbBytes, isOutOfSpace }: StoreUsage,
  quotaBytes: number,
): StoreAlarm[] {
  const share = dbBytes / quotaBytes;
  const percent = Math.round(share * 100);
  const changes = LEVELS.flatMap(({ kind, share: level }): StoreAlarm[] => {
    const isOn = raised.has(kind);
    if (!isOn && share >= level) {
      const message = `etcd holds ${percent} % of its quota: see docs/disaster-recovery.md, "etcd is full"`;
      return [{ kind, isRaised: true, message }];
    }
    if (isOn && share < level - CLEAR_MARGIN) {
      return [{ kind, isRaised: false, message: `etcd holds ${percent} % of its quota` }];
    }
    return [];
  });
  if (isOutOfSpace === raised.has('noSpace')) return changes;
  const message = isOutOfSpace
    ? 'etcd is out of space and takes no writes: compact, defragment, disarm the alarm'
    : 'etcd takes writes again';
  return [...changes, { kind: 'noSpace', isRaised: isOutOfSpace, message }];
}
