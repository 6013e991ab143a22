/** What is wrong with the store's growth, as an alarm that is raised once and cleared once. Pure. */
import type { AlarmKind } from '../../schemas/keeper.ts';
import type { StoreUsage } from './contract.ts';

export interface StoreAlarm {
  readonly kind: AlarmKind;
  /** False: it is over. */
  readonly isRaised: boolean;
  /** For a person: what is so, and what to do. */
  readonly message: string;
}

/** Which alarms stand. */
export type RaisedAlarms = Pick<ReadonlySet<AlarmKind>, 'has'>;

/** Below the level by this much before an alarm is over, so that it does not flicker. */
const CLEAR_MARGIN = 0.05;
const LEVELS: readonly { readonly kind: AlarmKind; readonly share: number }[] = [
  { kind: 'fill60', share: 0.6 },
  { kind: 'fill80', share: 0.8 },
];

/** The alarms that begin or end with this look at the store; `raised` are those that stand. */
export function alarmChanges(
  raised: RaisedAlarms,
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
  const over = { kind: 'noSpace', isRaised: false, message: 'etcd takes writes again' } as const;
  return [...changes, isOutOfSpace ? noSpaceAlarm() : over];
}

export function noSpaceAlarm(): StoreAlarm {
  const mend = 'see docs/disaster-recovery.md, "etcd is full"';
  const message = `etcd is out of space and takes no writes: ${mend}`;
  return { kind: 'noSpace', isRaised: true, message };
}
