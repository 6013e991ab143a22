/** Who changed what, when and why; newest first. */
import type { HistoryEntry } from '../../schemas/api.ts';
import { timeText } from '../duration.ts';
import type { Colors } from '../session.ts';
import { changeHead, changeLines } from './changes.ts';

/** `whole`: with every field. `brief`: of what was created or deleted the name alone. */
export type HistoryDetail = 'brief' | 'whole';

/** Entries of one revision belong to one change and stand under one head. */
export function historyText(
  entries: readonly HistoryEntry[],
  detail: HistoryDetail,
  colors: Colors,
): string {
  if (entries.length === 0) return 'No changes.';
  const lines: string[] = [];
  let revision: number | undefined;
  for (const entry of entries) {
    if (entry.revision !== revision) {
      const why = entry.reason === '' ? '' : `: ${entry.reason}`;
      const head = `${colors.bold(`revision ${entry.revision}`)}  ${timeText(entry.timeMs)}`;
      if (lines.length > 0) lines.push('');
      lines.push(`${head}  ${entry.actor} via ${entry.channel}${why}`);
      revision = entry.revision;
    }
    const change = {
      key: `${entry.kind}/${entry.name}`,
      action: entry.action,
      fields: entry.changes,
    };
    const isWhole = detail === 'whole' || entry.action === 'update';
    const told = isWhole ? changeLines(change, colors) : [changeHead(change, colors)];
    lines.push(...told.map((line) => `  ${line}`));
  }
  return lines.join('\n');
}

/** What is said below the last entry where older ones, if any, cannot be read. */
export function historyEnd(begins: number | undefined, colors: Colors): string[] {
  if (begins === undefined) return [];
  const where = `what was before revision ${begins} is in the archive`;
  return ['', colors.dim(`${where}; a controller with --archive reads it`)];
}
