/**
 * Fills an empty cell from the archive of the keeper, for a store that is lost; the steps around it
 * are in docs/disaster-recovery.md, "Rebuild from the archive". `--help` lists the flags.
 */
import { Command, InvalidArgumentError, Option } from 'commander';
import { causeChain, FleetError } from '../schemas/errors.ts';
import { directoryArchive } from '../store/archive/directory-archive.ts';
import { openStore } from '../store/etcd-store.ts';
import { addEtcdFlags, type EtcdFlags, etcdOptions } from './server-flags.ts';
import { nameArgument } from './service-process.ts';

interface Flags extends EtcdFlags {
  readonly cell: string;
  readonly archive: string;
  readonly generationsAbove: number;
}

const command = addEtcdFlags(
  new Command('rebuild-store')
    .description('fills an empty cell from the archive: spec, history, refs, admin states')
    .addOption(
      new Option('--cell <name>', 'the cell')
        .default('default')
        .env('SLUICE_CELL')
        .argParser(nameArgument),
    )
    .addOption(
      new Option('--archive <dir>', 'the archive').makeOptionMandatory().env('SLUICE_ARCHIVE'),
    )
    .addOption(
      new Option(
        '--generations-above <n>',
        'the highest generation that any director runs; only for an archive without refs',
      )
        .default(0)
        .argParser(generationArgument),
    ),
);

const flags = command.parse().opts<Flags>();
const archive = directoryArchive(flags.archive);
const store = await openStore({ ...etcdOptions(flags), cell: flags.cell, archive });
try {
  const revision = await store.rebuild(archive, flags.generationsAbove);
  const refs = await store.readRefs();
  const out = refs.filter(({ adminState }) => adminState !== 'active').map(({ node }) => node);
  const notActive = out.length === 0 ? 'all active' : `not active: ${out.sort().join(', ')}`;
  process.stdout.write(
    `rebuilt up to revision ${revision}; ${refs.length} directors, ${notActive}\n` +
      'start the controllers now: they publish what it says\n',
  );
} catch (error) {
  if (!(error instanceof FleetError)) throw error;
  const hint = error.hint === '' ? '' : `\n  hint: ${error.hint}`;
  process.stderr.write(`rebuild-store: ${error.code} ${causeChain(error).join(': ')}${hint}\n`);
  process.exitCode = 1;
} finally {
  await store.close();
}

function generationArgument(text: string): number {
  const generation = Number(text);
  if (Number.isSafeInteger(generation) && generation >= 0) return generation;
  throw new InvalidArgumentError('write a whole number');
}
