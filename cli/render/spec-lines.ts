/** The watch of resources: what changed, as it changes. */
import type { SpecLine } from '../../schemas/history-api.ts';
import type { Colors } from '../session.ts';
import { changeLines } from './changes.ts';

type Changed = Extract<SpecLine, { type: 'changed' }>;

export function changedText(line: Changed, colors: Colors): string {
  const [head = '', ...fields] = changeLines(line, colors);
  return [`${colors.dim(`revision ${line.revision}`)}  ${head}`, ...fields].join('\n');
}
