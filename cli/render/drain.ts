/** A drain or undrain, as it stands and as it goes on. */
import { type DrainPhase, type DrainStatus, drainEnded } from '../../schemas/drain.ts';
import { durationText, timeText } from '../duration.ts';
import type { Colors } from '../session.ts';

/** One line that says where it is: phase, connections, blocker, time left. */
export function drainLine(status: DrainStatus, nowMs: number): string {
  const { kind, node, phase, blockedBy, connections, deadlineAtMs } = status;
  const { moving, tracked } = connections;
  const parts = [`${kind} ${node}: ${phase}`];
  if (phase === 'waiting' || phase === 'moving') {
    parts.push(`${moving} of ${tracked} connections still moving`);
  }
  if (!drainEnded(phase)) parts.push(`${durationText(deadlineAtMs - nowMs)} to the deadline`);
  if (blockedBy !== '') parts.push(`waits for: ${blockedBy}`);
  return parts.join(', ');
}

export function stepLine({ atMs, text }: DrainStatus['steps'][number]): string {
  return `${timeText(atMs)}  ${text}`;
}

const END_WORDS: Readonly<Partial<Record<DrainPhase, string>>> = {
  done: 'done',
  refused: 'refused: nothing was changed',
  reverted: 'taken back: the director is where it was',
  failed: 'failed',
};

/** How it ended. */
export function drainEndText(status: DrainStatus, colors: Colors): string {
  const { kind, node, phase, reason, mastershipMovedMs, newMaster, connectionsLost } = status;
  const paint = phase === 'done' ? colors.green : colors.red;
  const why = reason === '' ? '' : ` (${reason})`;
  const lines = [paint(`${kind} of ${node} ${END_WORDS[phase] ?? phase}${why}`)];
  if (mastershipMovedMs !== undefined) {
    const master = newMaster === undefined ? '' : ` to ${newMaster}`;
    lines.push(`  mastership moved${master} in ${durationText(mastershipMovedMs)}`);
  }
  if (phase === 'done' && kind === 'drain') {
    lines.push(`  connections lost: ${connectionsLost}`);
  }
  return lines.join('\n');
}

/** The whole of it, for `drain-status`. */
export function drainText(status: DrainStatus, nowMs: number, colors: Colors): string {
  const steps = status.steps.map((step) => `  ${stepLine(step)}`);
  const head = drainEnded(status.phase) ? drainEndText(status, colors) : drainLine(status, nowMs);
  return [head, ...steps].join('\n');
}
