/** `sluice export`: the spec as files that can be applied again and then change nothing. */
import type { Command } from 'commander';
import { documentText, exportFiles } from '../export-files.ts';
import { POINTS_HELP, parsePoint } from '../point.ts';
import { counted } from '../render/counted.ts';
import { type CliWorld, Session } from '../session.ts';
import { KINDS_HELP, parseTarget } from '../target.ts';

interface ExportOptions {
  readonly dir?: string;
  readonly at?: string;
}

export function registerExport(program: Command, world: CliWorld): void {
  program
    .command('export')
    .description('the declared resources as YAML; to apply it changes nothing')
    .argument('[kind...]', 'these kinds; all but Freeze when none is named')
    .option('--dir <folder>', 'one file a resource into this folder; - for stdout, as without')
    .option('--at <rev|time>', 'as it was then')
    .addHelpText(
      'after',
      `
Examples:
  sluice export > fleet.yaml
  sluice export --dir fleet/ && git -C fleet add -A
  sluice export vs rs --at 41
  sluice export | sluice plan -f -         # ends with 0: nothing to change

Into a folder, files of an earlier export that are no longer there are removed; others stay.
${POINTS_HELP}

${KINDS_HELP}`,
    )
    .action(async (words: string[], { dir = '-', at }: ExportOptions, command: Command) => {
      const session = new Session(world, command);
      const kinds = new Set(words.map((word) => parseTarget(word).kind));
      const client = session.client();
      const { resources: stored, revision } =
        at === undefined
          ? await client.resources()
          : await client.specAt(parsePoint(at, world.now()));
      const resources = stored
        .map(({ resource }) => resource)
        .filter(({ kind }) => (kinds.size === 0 ? kind !== 'Freeze' : kinds.has(kind)));
      if (dir === '-') {
        // Whatever --output says: YAML is what is asked for, unless it is JSON by name.
        const isJson = session.format === 'json';
        if (isJson) session.print(resources, () => '');
        else world.stdout.write(resources.map(documentText).join('---\n'));
        return;
      }
      const { written, removed, strange } = await exportFiles(dir, resources);
      for (const path of strange) session.note(`not of this export, left alone: ${path}`);
      session.print({ revision, dir, written, removed }, () =>
        [
          `${counted(written.length, 'resource')} of revision ${revision} in ${dir}`,
          ...(removed.length === 0 ? [] : [`${counted(removed.length, 'old file')} removed`]),
        ].join('; '),
      );
    });
}
