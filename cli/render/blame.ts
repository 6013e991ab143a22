/** Blame: a field a line, with the revision that set it, when, by whom and why. */
import type { BlameReply } from '../../schemas/history-api.ts';
import { timeText } from '../duration.ts';
import type { Colors } from '../session.ts';
import { table } from './table.ts';
import { fieldText, valueText } from './values.ts';

export function blameText({ key, fields, revision }: BlameReply, colors: Colors): string {
  const rows = fields.map((field) => [
    fieldText(field.path),
    valueText(field.value),
    ...(field.revision === 0
      ? ['-', '-', '-', 'older than the log']
      : [field.revision, timeText(field.timeMs), field.actor, field.reason]),
  ]);
  const head = ['FIELD', 'VALUE', 'REVISION', 'TIME', 'AUTHOR', 'REASON'];
  return [`${colors.bold(key)} at revision ${revision}`, table(head, rows, colors)].join('\n');
}

/** For programs: values as what they are, times as ISO 8601. */
export function blameValue({ fields, ...rest }: BlameReply): unknown {
  return {
    ...rest,
    fields: fields.map(({ path, value, revision, timeMs, actor, channel, reason }) => ({
      path,
      value: JSON.parse(value),
      revision,
      time: new Date(timeMs).toISOString(),
      author: actor,
      channel,
      reason,
    })),
  };
}
