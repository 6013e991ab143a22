/**
 * `sluice lock` and `unlock`: a Freeze of the fleet, a cluster or a director. It is a resource, so it
 * needs nothing but etcd to hold, and the history says who froze what.
 */
import type { Command } from 'commander';
import { stringify } from 'yaml';
import type { ApplyReply } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { Resource } from '../../schemas/resources/resource.ts';
import { timeText } from '../duration.ts';
import { parseUntil } from '../point.ts';
import { type CliWorld, Session } from '../session.ts';
import { reasonOption } from './change-options.ts';

interface ScopeOptions {
  readonly cluster?: string;
  readonly node?: string;
}

interface LockOptions extends ScopeOptions {
  readonly reason: string;
  readonly until?: string;
}

/** Changes of others that a lock meets on its way; each is one more look and one more try. */
const ATTEMPTS_MAX = 10;

export function registerLock(program: Command, world: CliWorld): void {
  withScope(program.command('lock'))
    .description('freeze: nothing is changed or drained in the scope until it ends')
    .requiredOption('--reason <text>', 'why; shown to whoever is stopped by it')
    .option('--until <time>', 'when it ends by itself: 8h, or 2026-11-21T08:00:00Z (UTC)')
    .addHelpText(
      'after',
      `
Examples:
  sluice lock --reason "sales weekend" --until 48h
  sluice lock --cluster edge --reason "incident 4711"
  sluice lock --node lb1 --reason "vendor looks at its NIC" --until 2h
  sluice get freeze

Refused while it holds, with E_FROZEN: apply, revert, delete and node drain, unless
--override-freeze and a reason are given. What is under way goes on to its safe end; undrain is let
through. A freeze of a director also stops changes of its cluster that would reach it.`,
    )
    .action(async (word: string | undefined, options: LockOptions, command: Command) => {
      const session = new Session(world, command);
      const scope = scopeOf(word, options);
      const { reason, until } = options;
      const who = session.origin(reason).actor;
      const end = until === undefined ? {} : { until: parseUntil(until, world.now()) };
      const spec = { ...scope.spec, reason, ...end, who };
      await requireThere(session, options);
      await putFreeze(session, scope, spec);
      session.print({ name: scope.name, ...spec }, () => {
        const ends =
          end.until === undefined
            ? 'until it is unlocked'
            : `until ${timeText(Date.parse(end.until))}`;
        return `${scope.text} is frozen ${ends}; "${scope.unlock}" ends it`;
      });
    });
}

export function registerUnlock(program: Command, world: CliWorld): void {
  withScope(program.command('unlock'))
    .description('end a freeze that lock began')
    .addOption(reasonOption('why; kept in the history'))
    .addHelpText(
      'after',
      `
Examples:
  sluice unlock
  sluice unlock --cluster edge --reason "incident over"`,
    )
    .action(async (word: string | undefined, options: LockOptions, command: Command) => {
      const session = new Session(world, command);
      const { name, text } = scopeOf(word, options);
      const reply = await endFreeze(session, name, text, options.reason);
      session.print({ name, revision: reply.revision }, () => `${text} is no longer frozen`);
    });
}

async function endFreeze(
  session: Session,
  name: string,
  text: string,
  reason: string,
): Promise<ApplyReply> {
  try {
    return await session.client().remove('Freeze', name, session.origin(reason));
  } catch (cause) {
    if (!(cause instanceof FleetError) || cause.code !== 'E_NOT_FOUND') throw cause;
    const hint = '"sluice get freeze" lists what is';
    throw new FleetError('E_NOT_FOUND', `${text} is not frozen`, { hint });
  }
}

function withScope(command: Command): Command {
  return command
    .argument('[fleet]', 'the word fleet; the same as no scope at all')
    .option('--cluster <name>', 'this cluster alone')
    .option('--node <name>', 'this director alone');
}

interface Scope {
  readonly name: string;
  readonly spec: { readonly scope: string; readonly cluster?: string; readonly node?: string };
  readonly text: string;
  readonly unlock: string;
}

/** Throws E_USAGE when two are named. */
function scopeOf(word: string | undefined, { cluster, node }: ScopeOptions): Scope {
  const named = [word, cluster, node].filter((one) => one !== undefined);
  if (named.length > 1 || (word !== undefined && word !== 'fleet')) {
    throw new FleetError('E_USAGE', 'one scope at a time: fleet, --cluster NAME or --node NAME');
  }
  if (cluster !== undefined) {
    const unlock = `sluice unlock --cluster ${cluster}`;
    const spec = { scope: 'cluster', cluster };
    return { name: `cluster-${cluster}`, spec, text: `cluster ${cluster}`, unlock };
  }
  if (node !== undefined) {
    const unlock = `sluice unlock --node ${node}`;
    return { name: `node-${node}`, spec: { scope: 'node', node }, text: `node ${node}`, unlock };
  }
  return { name: 'fleet', spec: { scope: 'fleet' }, text: 'the fleet', unlock: 'sluice unlock' };
}

/** A freeze of what is not there would stop nobody. Throws E_NOT_FOUND. */
async function requireThere(session: Session, { cluster, node }: ScopeOptions): Promise<void> {
  if (cluster !== undefined) await session.client().resources('Cluster', cluster);
  if (node !== undefined) await session.client().resources('Node', node);
}

/** One freeze does not silently take the place of another that still holds. */
async function putFreeze(
  session: Session,
  { name, text }: Scope,
  spec: Record<string, string>,
): Promise<void> {
  const document = { apiVersion: 'sluice/v1', kind: 'Freeze', metadata: { name }, spec };
  const files = [{ name: `Freeze/${name}`, text: stringify(document) }];
  const origin = session.origin(spec['reason'] ?? '');
  const client = session.client();
  for (let attempt = 1; ; attempt += 1) {
    const { resources, revision } = await client.resources('Freeze');
    const held = resources.find(({ resource }) => resource.metadata.name === name)?.resource;
    if (held !== undefined) refuseHeld(held, text, session.world.now());
    try {
      await client.apply({ files, origin, ifRevision: revision });
      return;
    } catch (error) {
      const raced = error instanceof FleetError && error.code === 'E_REVISION';
      if (!raced || attempt === ATTEMPTS_MAX) throw error;
    }
  }
}

function refuseHeld(held: Resource, text: string, nowMs: number): void {
  if (held.kind !== 'Freeze') return;
  const { who, until, reason } = held.spec;
  if (until !== undefined && Date.parse(until) <= nowMs) return;
  const end = until === undefined ? '' : ` until ${timeText(Date.parse(until))}`;
  throw new FleetError('E_FROZEN', `${text} is frozen already by ${who}${end}: ${reason}`, {
    hint: 'unlock it first, or leave it as it is',
  });
}
