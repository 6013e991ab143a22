/**
 * Commands as a file for `ipvsadm-restore`, or as a script with the program's name before each.
 * Comments stay with their commands. Law: reading the text gives the same commands.
 */
import type { Comment } from '../text/span.ts';
import type { IpvsadmCommand } from './command.ts';
import { printCommand } from './print-command.ts';

type Printable = Parameters<typeof printCommand>[0] & {
  readonly leading: readonly Pick<Comment, 'text'>[];
  readonly trailing?: Pick<Comment, 'text'>;
};

export function printSave(commands: readonly (IpvsadmCommand | Printable)[], program = ''): string {
  const prefix = program === '' ? '' : `${program} `;
  const comment = ({ text }: Pick<Comment, 'text'>) => (text === '' ? '#' : `# ${text}`);
  return commands
    .flatMap((command) => [
      ...command.leading.map(comment),
      `${prefix}${printCommand(command)}${command.trailing ? ` ${comment(command.trailing)}` : ''}`,
    ])
    .map((line) => `${line}\n`)
    .join('');
}
