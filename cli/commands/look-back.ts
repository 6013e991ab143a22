/** `sluice show`, `diff` and `blame`: the fleet as it was, and who made it so. */
import type { Command } from 'commander';
import { POINTS_HELP, parsePoint } from '../point.ts';
import { blameText, blameValue } from '../render/blame.ts';
import { diffText } from '../render/changes.ts';
import { resourceDocuments, resourcesText } from '../render/resources.ts';
import { type CliWorld, Session } from '../session.ts';
import { KINDS_HELP, parseNamedTarget, parseTarget } from '../target.ts';

export function registerShow(program: Command, world: CliWorld): void {
  program
    .command('show')
    .description('the resources as they were at a revision or a time')
    .argument('[kind[/name]]')
    .requiredOption('--at <rev|time>', 'when')
    .addHelpText(
      'after',
      `
Examples:
  sluice show --at 41
  sluice show --at 10m vs
  sluice show --at 2026-11-21T08:00:00Z vs/web -o yaml

${POINTS_HELP}
Of a time, the newest change that is not later.`,
    )
    .action(async (text: string | undefined, { at }: { at: string }, command: Command) => {
      const session = new Session(world, command);
      const target = text === undefined ? {} : parseTarget(text);
      const reply = await session.client().specAt(parsePoint(at, world.now()), target);
      if (session.format === 'yaml') {
        const documents = resourceDocuments(reply.resources);
        if (documents !== '') world.stdout.write(`${documents}\n`);
        return;
      }
      session.print(
        reply,
        (colors) => `Revision ${reply.revision}\n\n${resourcesText(reply.resources, colors)}`,
      );
    });
}

export function registerDiff(program: Command, world: CliWorld): void {
  program
    .command('diff')
    .description('what leads from one revision or time to another')
    .argument('<from>')
    .argument('<to>')
    .argument('[kind[/name]]')
    .addHelpText(
      'after',
      `
Examples:
  sluice diff 40 41
  sluice diff 2h now vs/web
  sluice diff 41 40             # what going back would be
  sluice diff 40 now -o json | jq '.changes[].key'

${POINTS_HELP}`,
    )
    .action(
      async (a: string, b: string, text: string | undefined, _: unknown, command: Command) => {
        const session = new Session(world, command);
        const target = text === undefined ? {} : parseTarget(text);
        const [from, to] = [parsePoint(a, world.now()), parsePoint(b, world.now())];
        const reply = await session.client().diff(from, to, target);
        session.print(reply, (colors) => diffText(reply, colors));
      },
    );
}

export function registerBlame(program: Command, world: CliWorld): void {
  program
    .command('blame')
    .description('for each field of a resource: the change that set it, by whom and why')
    .argument('<kind/name>')
    .addHelpText(
      'after',
      `
Examples:
  sluice blame vs/web
  sluice blame vs/web -o json | jq '.fields[] | select(.path | endswith("weight"))'

${KINDS_HELP}`,
    )
    .action(async (text: string, _: unknown, command: Command) => {
      const session = new Session(world, command);
      const { kind, name } = parseNamedTarget(text);
      const reply = await session.client().blame(kind, name);
      if (session.format === 'table') session.print(reply, (colors) => blameText(reply, colors));
      else session.print(blameValue(reply), () => '');
    });
}
