/** `sluice get`, `describe` and `history`: what is declared, and how it came to be so. */
import type { Command } from 'commander';
import type { StoredView } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import { EXIT } from '../exit-codes.ts';
import { historyEnd, historyText } from '../render/history.ts';
import { historyItems } from '../render/history-entries.ts';
import { nodeText } from '../render/nodes.ts';
import { descriptionText, resourceDocuments, resourcesText } from '../render/resources.ts';
import { changedText } from '../render/spec-lines.ts';
import { type CliWorld, countOption, Session } from '../session.ts';
import { KINDS_HELP, parseNamedTarget, parseTarget, type Target } from '../target.ts';
import { watchSpec } from '../watch-spec.ts';

export function registerGet(program: Command, world: CliWorld): void {
  program
    .command('get')
    .description('list resources, or print one')
    .argument('[kind[/name]]')
    .option('--watch', 'then go on with every change, until Ctrl-C')
    .addHelpText(
      'after',
      `
Examples:
  sluice get
  sluice get vs
  sluice get VirtualService/web -o yaml    # ready to be edited and applied again
  sluice get vs --watch -o json            # one object a line

${KINDS_HELP}`,
    )
    .action(async (text: string | undefined, options: { watch?: boolean }, command: Command) => {
      const session = new Session(world, command);
      const target = text === undefined ? undefined : parseTarget(text);
      if (options.watch === true) return watchResources(session, target);
      const reply = await session.client().resources(target?.kind, target?.name);
      if (session.format === 'yaml') {
        const documents = resourceDocuments(reply.resources);
        if (documents !== '') world.stdout.write(`${documents}\n`);
        return;
      }
      session.print(reply, (colors) => resourcesText(reply.resources, colors));
    });
}

/** A table of what there is, then a change a line; for programs every line as it comes. */
async function watchResources(session: Session, target: Target | undefined): Promise<void> {
  const { signal } = session;
  const present: StoredView[] = [];
  const onNotice = (text: string) => session.note(`-- ${text}`);
  for await (const line of watchSpec(session.client(), { ...target }, { signal, onNotice })) {
    session.printItem(line, (colors) => {
      if (line.type === 'changed') return changedText(line, colors);
      if (line.type === 'synced') return resourcesText(present, colors);
      present.push(line.stored);
      return '';
    });
  }
  process.exitCode = EXIT.interrupted;
}

/** Changes shown with a description; `history` has the rest. */
const DESCRIBED_HISTORY = 3;

export function registerDescribe(program: Command, world: CliWorld): void {
  program
    .command('describe')
    .description('all about one resource, or ("describe node NAME") about a running director')
    .argument('<kind/name...>', 'KIND/NAME, or the two words KIND NAME')
    .addHelpText(
      'after',
      `
Examples:
  sluice describe vs/web        # declared, seen on the directors, last changes
  sluice describe node lb1      # what the director lb1 says of itself

${KINDS_HELP}`,
    )
    .action(async (words: string[], _: unknown, command: Command) => {
      const session = new Session(world, command);
      const { kind, name } = parseNamedTarget(words.join('/'));
      if (kind === 'Node') return describeNode(session, name);
      const client = session.client();
      const [reply, history, nodes] = await Promise.all([
        client.resources(kind, name),
        client.history({ kind, name, limit: DESCRIBED_HISTORY }),
        client.nodes(),
      ]);
      const stored = reply.resources[0] as StoredView; // none is E_NOT_FOUND
      session.print({ ...stored, history: historyItems(history) }, (colors) =>
        descriptionText({ stored, history, nodes }, colors),
      );
    });
}

async function describeNode(session: Session, name: string): Promise<void> {
  const nodes = await session.client().nodes();
  const view = nodes.find(({ node }) => node === name);
  if (view === undefined) {
    throw new FleetError('E_NOT_FOUND', `there is no node ${name}`, {
      hint: `nodes: ${nodes.map(({ node }) => node).join(', ') || 'none'}`,
    });
  }
  session.print(view, (colors) => nodeText(view, session.world.now(), colors));
}

export function registerHistory(program: Command, world: CliWorld): void {
  program
    .command('history')
    .description('who changed what, when and why; newest first')
    .argument('[kind[/name]]')
    .option('--limit <n>', 'how many changes', countOption)
    .addHelpText(
      'after',
      `
Examples:
  sluice history
  sluice history vs/web --limit 5          # with every field, also of its creation
  sluice history -o json | jq '.[] | select(.author == "alice")'

${KINDS_HELP}`,
    )
    .action(async (text: string | undefined, { limit }: { limit?: number }, command: Command) => {
      const session = new Session(world, command);
      const target = text === undefined ? undefined : parseTarget(text);
      const { entries, begins } = await session.client().historyReply({ ...target, limit });
      // Of the fleet, what was made or taken away would fill screens: "show --at" has it.
      const detail = target?.name === undefined ? 'brief' : 'whole';
      session.print(historyItems(entries), (colors) =>
        [historyText(entries, detail, colors), ...historyEnd(begins, colors)].join('\n'),
      );
    });
}
