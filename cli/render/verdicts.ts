/** What the proof of the logs found. */
import type { VerdictLine } from '../../schemas/history-api.ts';
import type { Colors } from '../session.ts';
import { counted } from './resources.ts';

export function verdictText({ log, ok, events, brokenAt, why }: VerdictLine, colors: Colors) {
  if (ok) return `${colors.green('sound')}   ${log}: ${counted(events, 'event')}`;
  const before = events === 0 ? 'nothing before it' : `${counted(events, 'event')} before it`;
  return `${colors.red('broken')}  ${log}: at event ${brokenAt} (${before} sound): ${why}`;
}
