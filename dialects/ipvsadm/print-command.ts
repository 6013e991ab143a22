/**
 * A command as text: the command first, then its options in their order, by letter where the
 * flavour has one. Law: reading the text with the same flavour gives the same command.
 */
import { printShellWord } from '../text/shell-word.ts';
import type { IpvsadmCommand } from './command.ts';
import { optionsOf } from './flavour-options.ts';

type Printable = Pick<IpvsadmCommand, 'flavour' | 'name' | 'operands'> & {
  readonly commandValue?: { readonly text: string };
  readonly options: readonly {
    readonly name: string;
    readonly value?: { readonly text: string };
  }[];
};

/** Without the program's name, as `ipvsadm -S` writes it. */
export function printCommand(command: Printable): string {
  const table = optionsOf(command.flavour);
  const print = (name: string, value: { readonly text: string } | undefined) => {
    const letter = table.byName.get(name)?.letter ?? '';
    const flag = letter === '' ? `--${name}` : `-${letter}`;
    if (value === undefined) return flag;
    // What begins with a dash is a value only where it is glued to its option.
    const isDashed = /^-./.test(value.text);
    const glue = !isDashed ? ' ' : letter === '' ? '=' : '';
    return `${flag}${glue}${printShellWord(value.text)}`;
  };
  return [
    print(command.name, command.commandValue),
    ...command.operands.map(({ text }) => printShellWord(text)),
    ...command.options.map(({ name, value }) => print(name, value)),
  ].join(' ');
}

/** A text that is equal for two readings of a line that mean the same. */
export function commandMeaning(command: IpvsadmCommand): string {
  const options = command.options.map(({ name, value }) => `${name}=${value?.text ?? ''}`);
  return [command.name, ...options, ...command.operands.map(({ text }) => text)].join(' ');
}
