/**
 * For a store that was lost: `rebuild` fills an empty cell from the archive of the keeper, `raise`
 * makes agents follow an etcd that was put back from an older snapshot. The steps around them are
 * in docs/disaster-recovery.md; `--help` lists the flags. To be run while no controller runs.
 */
import { Command, InvalidArgumentError, Option } from 'commander';
import { causeChain, FleetError } from '../schemas/errors.ts';
import { directoryArchive } from '../store/archive/directory-archive.ts';
import type { Store } from '../store/contract.ts';
import { openStore } from '../store/etcd-store.ts';
import { addEtcdFlags, type EtcdFlags, etcdOptions } from './server-flags.ts';
import { nameArgument } from './service-process.ts';

interface Flags extends EtcdFlags {
  readonly cell: string;
  readonly generationsAbove: number;
}

const program = new Command('recover-store').description(
  'puts a lost store right; see docs/disaster-recovery.md',
);
subcommand('rebuild', 'fills an empty cell from the archive: spec, history, refs, admin states')
  .addOption(
    new Option('--archive <dir>', 'the archive').makeOptionMandatory().env('SLUICE_ARCHIVE'),
  )
  .action((flags: Flags & { readonly archive: string }) =>
    withStore(flags, async (store) => {
      const revision = await store.rebuild(directoryArchive(flags.archive), flags.generationsAbove);
      const refs = await store.readRefs();
      const out = refs.filter(({ adminState }) => adminState !== 'active').map(({ node }) => node);
      const notActive = out.length === 0 ? 'all active' : `not active: ${out.sort().join(', ')}`;
      return `rebuilt up to revision ${revision}; ${refs.length} directors, ${notActive}`;
    }),
  );
subcommand(
  'raise',
  'after a restore: numbers generations and tokens above what agents have seen',
).action((flags: Flags) =>
  withStore(flags, async (store) => {
    const count = await store.raise(flags.generationsAbove);
    return `raised: the generation of each cluster and the tokens of ${count} directors`;
  }),
);
await program.parseAsync();

function subcommand(name: string, description: string): Command {
  return addEtcdFlags(
    program
      .command(name)
      .description(description)
      .addOption(
        new Option('--cell <name>', 'the cell')
          .default('default')
          .env('SLUICE_CELL')
          .argParser(nameArgument),
      )
      .addOption(
        new Option(
          '--generations-above <n>',
          'the highest generation that any director runs, where it may be 1000 above the known one',
        )
          .default(0)
          .argParser(generationArgument),
      ),
  );
}

/** Says what `work` has done, or what is in its way. */
async function withStore(flags: Flags, work: (store: Store) => Promise<string>): Promise<void> {
  const store = await openStore({ ...etcdOptions(flags), cell: flags.cell });
  try {
    const done = await work(store);
    process.stdout.write(`${done}\nstart the controllers now: they publish what it says\n`);
  } catch (error) {
    if (!(error instanceof FleetError)) throw error;
    const hint = error.hint === '' ? '' : `\n  hint: ${error.hint}`;
    process.stderr.write(`recover-store: ${error.code} ${causeChain(error).join(': ')}${hint}\n`);
    process.exitCode = 1;
  } finally {
    await store.close();
  }
}

function generationArgument(text: string): number {
  const generation = Number(text);
  if (Number.isSafeInteger(generation) && generation >= 0) return generation;
  throw new InvalidArgumentError('write a whole number');
}
