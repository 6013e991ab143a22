/** docs/cli.md as the command tree says it: every command, argument, option and exit code. */
import type { Command, Option } from 'commander';
import { EXIT_CODES_HELP } from '../../cli/exit-codes.ts';

const HEAD = `# The command line

Written from the program itself; a test holds it equal. After a change of a command:
\`npm run docs:cli\`. Examples of each command are in its \`--help\`.
`;

export function manualOf(program: Command): string {
  const commands = leavesOf(program);
  return [
    HEAD,
    `## Exit codes\n\n${codesTable()}\n`,
    `## Options of every command\n\n${optionsTable(program)}\n`,
    `## Commands\n\n${commandsTable(commands)}\n`,
    ...commands.map((command) => section(command)),
  ].join('\n');
}

/** Commands that do something, groups left out. */
function leavesOf(command: Command): Command[] {
  const below = command.commands.flatMap(leavesOf);
  return below.length > 0 || command.parent === null ? below : [command];
}

function section(command: Command): string {
  const words = command.registeredArguments.map((argument) => {
    const word = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${word}>` : `[${word}]`;
  });
  const usage = [nameOf(command), ...words].join(' ');
  const options = visible(command).length === 0 ? [] : [optionsTable(command)];
  const text = [`### ${nameOf(command)}`, `\`${usage}\``, `${command.description()}.`, ...options];
  return `${text.join('\n\n')}\n`;
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}

const visible = (command: Command): readonly Option[] =>
  command.options.filter(({ hidden }) => !hidden);

function commandsTable(commands: readonly Command[]): string {
  const rows = commands.map((command) => {
    const anchor = nameOf(command).replaceAll(' ', '-');
    return `| [\`${nameOf(command)}\`](#${anchor}) | ${cell(command.description())} |`;
  });
  return ['| command | does |', '| --- | --- |', ...rows].join('\n');
}

function optionsTable(command: Command): string {
  const rows = visible(command).map(({ flags, description, argChoices, defaultValue }) => {
    const notes = [
      ...(argChoices === undefined ? [] : [`one of ${argChoices.join(', ')}`]),
      ...(['', undefined, true].includes(defaultValue) ? [] : [`default ${String(defaultValue)}`]),
    ];
    const note = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
    return `| \`${flags.replaceAll('|', '\\|')}\` | ${cell(description)}${note} |`;
  });
  return ['| option | does |', '| --- | --- |', ...rows].join('\n');
}

function codesTable(): string {
  const rows = [...EXIT_CODES_HELP.matchAll(/^ {2}(\d+) +(.*)$/gm)];
  const lines = rows.map(([, code, meaning]) => `| ${code} | ${meaning} |`);
  return ['| code | means |', '| --- | --- |', ...lines].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
