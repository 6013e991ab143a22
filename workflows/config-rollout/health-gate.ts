/**
 * Whether moved directors reach their real servers as well as before. Pure. Each is compared with
 * itself right before the wave and with the directors outside the wave (I17), best those that still
 * run the old generation: a real server that dies for everybody is not the generation's fault.
 */
import type { RolloutGate } from '../../schemas/rollout.ts';
import type { GenerationRef, RolloutView, SeenRollout } from './director-view.ts';
import type { Fault, Findings } from './fault.ts';
import { type Baseline, ofNode, type WaveState } from './state.ts';

/** Default checks call a real server down after 6 s, and directors check at different moments. */
const CONFIRM_MS = 10_000;

/** A director that has said something both before the wave and now. */
interface Compared {
  readonly node: string;
  readonly seen: SeenRollout;
  readonly baseline: Baseline;
}

export function judgeHealth(
  wave: WaveState,
  views: readonly RolloutView[],
  target: GenerationRef,
  gate: RolloutGate,
): Findings {
  const isInWave = (node: string) => wave.nodes.includes(node);
  const compared = views.flatMap(({ node, seen }): Compared[] => {
    const baseline = ofNode(wave.baselines, node);
    return baseline === undefined || seen === undefined ? [] : [{ node, seen, baseline }];
  });
  const moved = compared.filter(
    ({ node, seen }) => isInWave(node) && seen.applied === target.digest,
  );
  const others = compared.filter(({ node }) => !isInWave(node));
  const old = others.filter(({ seen }) => seen.applied !== target.digest);
  const controls = old.length > 0 ? old : others;
  const unknown = moved.flatMap(({ node, seen, baseline }) => {
    const unchecked = seen.unknown - baseline.unknown;
    return unchecked > 0 ? [`${node} has yet to check ${unchecked} real servers`] : [];
  });
  const hadOthers = Object.keys(wave.baselines).some((node) => !isInWave(node));
  if (moved.length > 0 && hadOthers && controls.length === 0) {
    unknown.push('no director outside the wave answers, so there is nothing to compare with');
  }
  return { faults: moved.flatMap((one) => faultOf(one, controls, gate)), unknown };
}

function faultOf(one: Compared, controls: readonly Compared[], gate: RolloutGate): Fault[] {
  const { node, seen, baseline } = one;
  const total = seen.up + seen.down;
  const lost = lossOf(one);
  const lostElsewhere = Math.max(0, lowerMedian(controls.map(lossOf)));
  const is = (why: string): Fault[] => [{ key: `health/${node}`, why, confirmMs: CONFIRM_MS }];
  if ((lost - lostElsewhere) * 100 > gate.healthDropMaxPercent * total) {
    const elsewhere = controls.length === 0 ? '' : `, directors outside the wave ${lostElsewhere}`;
    return is(`${node} lost ${lost} of ${total} real servers since it was moved${elsewhere}`);
  }
  if (seen.up * 100 < gate.healthMinPercent * total) {
    return is(`${node} has ${seen.up} of ${total} real servers up`);
  }
  // However much may be lost: with none left it serves nobody.
  const isEmpty = seen.up === 0 && seen.down > 0 && baseline.up > 0;
  const hasElsewhere = controls.length === 0 || controls.some((control) => control.seen.up > 0);
  return isEmpty && hasElsewhere ? is(`${node} reaches no real server any more`) : [];
}

/** Not the number that is up: a generation may take real servers away on purpose. */
function lossOf({ seen, baseline }: Compared): number {
  return seen.down - baseline.down;
}

/** Of two the smaller: one control with troubles of its own must not hide those of the moved. */
function lowerMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
