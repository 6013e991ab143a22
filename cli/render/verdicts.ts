/** What the proof of the logs found. */
import type { VerdictLine } from '../../schemas/history-api.ts';
import type { Colors } from '../session.ts';
import { counted } from './counted.ts';

export function verdictText(verdict: VerdictLine, colors: Colors): string {
  const { log, ok, events = 0, trimmed, brokenAt, why } = verdict;
  if (!ok) return `${colors.red('broken')}  ${log}: at event ${brokenAt}: ${why}`;
  const since = trimmed === undefined ? '' : ` since event ${trimmed}, the last that was trimmed`;
  return `${colors.green('sound')}   ${log}: ${counted(events, 'event')}${since}`;
}
