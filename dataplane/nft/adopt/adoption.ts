/**
 * Adoption on nft. Ours come first and beside theirs, then theirs go: a transaction of nf_tables is
 * one step for a chain, not for a packet on its way from one chain to the next, which could else find
 * neither. Established connections follow conntrack, whatever rules there are. Nothing is taken over
 * that differs from the plan or that is not understood for certain.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  FoundService,
  LiveConfig,
  TakeOverReply,
  UndoTakeOverReply,
} from '../../../schemas/adopt.ts';
import type { DataplaneService, Observed } from '../../../schemas/dataplane.ts';
import { FleetError } from '../../../schemas/errors.ts';
import type { CarriedAddress, NodeObject } from '../../../schemas/plan/node-plan.ts';
import { AddressLedger } from '../../addresses/address-ledger.ts';
import {
  bareAddress,
  carriedKey,
  changeLinkAddresses,
  readLinkAddresses,
} from '../../addresses/link-addresses.ts';
import type { Adoption, PlannedDirector, TakeOverOrder } from '../../adopt/contract.ts';
import { planDifferences } from '../../adopt/differences.ts';
import type { Dataplane } from '../../contract.ts';
import { diffDataplane } from '../../diff.ts';
import { orderOps } from '../../order.ts';
import { runTool } from '../../tool.ts';
import { list } from '../table-reader.ts';
import { fingerprintOf, type LiveTable, ruleWhere, tableWhere } from './live-ruleset.ts';
import { readDnat } from './read-dnat.ts';
import { readDevices, readForeignTables } from './read-tables.ts';
import { TakeOverFile, type TakeOverRecord } from './take-over-record.ts';
import { type Removal, removalOf, type Understanding, understand } from './understand.ts';

export interface NftAdoptionOptions {
  readonly dataplane: Dataplane;
  /** The table that `dataplane` works in. */
  readonly table?: string;
  /** Private folder for the record. */
  readonly dir: string;
  /** The ledger of the static addresses. */
  readonly ledgerPath: string;
  /** Why the director cannot be taken over, for reasons that are none of nft's. */
  readonly obstacles: (plan: PlannedDirector) => Promise<readonly string[]>;
  readonly nowMs: () => number;
  readonly wrap?: readonly string[];
}

export function createNftAdoption(options: NftAdoptionOptions): Adoption {
  return new NftAdoption(options);
}

/** Reasons of one refusal; the rest is counted. */
const REASONS_MAX = 20;

class NftAdoption implements Adoption {
  readonly #options: NftAdoptionOptions;
  readonly #table: string;
  readonly #wrap: readonly string[];
  readonly #file: TakeOverFile;
  readonly #ledger: AddressLedger;

  constructor(options: NftAdoptionOptions) {
    this.#options = options;
    this.#table = options.table ?? 'sluice';
    this.#wrap = options.wrap ?? [];
    this.#file = new TakeOverFile(join(options.dir, 'taken-over.json'));
    this.#ledger = new AddressLedger(options.ledgerPath);
  }

  async live(plan: PlannedDirector | undefined): Promise<Omit<LiveConfig, 'plan'>> {
    const found = await this.#understand();
    const ours = await this.#options.dataplane.observe();
    const written = await this.#file.read();
    // One that was written and not carried out (a crash) tells of nothing.
    const record = written && isDone(written, found, ours) ? written : undefined;
    const { fingerprint, services, egress, notUnderstood } = found;
    return {
      fingerprint,
      services: [...services],
      egress: [...egress],
      notUnderstood: [...notUnderstood],
      addresses: await readLinkAddresses(this.#wrap),
      differences: plan ? differencesOf(plan, found, ours) : [],
      obstacles: plan ? [...(await this.#options.obstacles(plan))] : [],
      ...(record === undefined ? {} : { taken: await this.#takenOf(record, ours) }),
    };
  }

  async takeOver(order: TakeOverOrder): Promise<TakeOverReply> {
    const found = await this.#understand();
    const { dataplane } = this.#options;
    const observed = await dataplane.observe();
    const planned = new Set(order.services.map(({ key }) => key));
    const adopted = found.services.filter(({ key }) => planned.has(key));
    const written = await this.#file.read();
    const done = written && isDone(written, found, observed) ? written : undefined;
    // A repeat: all of it is ours already.
    if (done !== undefined && adopted.length === 0) return this.#finish(done);
    const removal = removalOf(found, new Set(adopted.map(({ key }) => key)));
    const reasons = [
      ...refusals(order, found, observed, removal),
      ...(await this.#options.obstacles(order)),
    ];
    if (reasons.length > 0) throw refused(reasons);
    const record = await this.#recordOf(order, adopted, removal, done);
    await this.#file.write(record);
    // A LIP that is on no link yet would get no answers from the first connection on.
    const added = await this.#addMissing(order.node);
    try {
      await this.#exchange(order, observed, removal, record);
    } catch (error) {
      await changeLinkAddresses('del', added, this.#wrap);
      await (done === undefined ? this.#file.remove() : this.#file.write(done));
      throw error;
    }
    return this.#finish(record);
  }

  /** Ours in, theirs out, step by step; when a step is refused, all as before. */
  async #exchange(
    order: TakeOverOrder,
    before: Observed,
    { stages: [choosing, rest] }: Removal,
    record: TakeOverRecord,
  ): Promise<void> {
    const { dataplane } = this.#options;
    await dataplane.apply(orderOps(diffDataplane(order.desired, before)));
    let refusal = await this.#run(choosing, []);
    if (refusal === '') {
      refusal = await this.#run(rest, []);
      // Theirs before ours go, so that no connection meets neither.
      if (refusal !== '') await this.#run(restoring(record), []);
    }
    if (refusal === '') return;
    await dataplane.apply(orderOps(diffDataplane(before, await dataplane.observe())));
    throw new FleetError('E_DATAPLANE_APPLY', `the old rules cannot be removed: ${refusal}`, {
      hint: 'ours were taken back; look again, somebody may have changed the rules meanwhile',
    });
  }

  async undo(): Promise<UndoTakeOverReply> {
    const record = await this.#file.read();
    if (record === undefined) throw refused(['nothing was taken over here']);
    const reason = await this.#undoProblem(record, await this.#options.dataplane.observe());
    if (reason !== '') throw refused([reason]);
    const theirs = new Set(record.addresses.map(carriedKey));
    // First: what is theirs again must not be taken away by a round of ours.
    const ours = this.#ledger.read().filter((carried) => !theirs.has(carriedKey(carried)));
    await this.#ledger.write(ours);
    // Theirs are back before ours go, so that no connection meets neither.
    const refusal =
      (await this.#run(restoring(record), [])) ||
      (await this.#run([`delete table inet ${this.#table}`], []));
    if (refusal !== '') {
      await this.#ledger.write([...ours, ...record.addresses]);
      throw new FleetError('E_DATAPLANE_APPLY', `the old rules cannot be put back: ${refusal}`);
    }
    await this.#file.remove();
    return { services: record.services, restored: record.tables.map(tableText) };
  }

  async assertFree(services: readonly DataplaneService[]): Promise<void> {
    const tables = await readForeignTables(this.#wrap, this.#table);
    const { listeners, unread } = readDnat(tables);
    const holders = new Map(listeners.map(({ key, rules }) => [key, rules.at(-1)]));
    const byAddress = new Map(
      unread.flatMap(({ rule, selection }) =>
        selection.flatMap(({ address }) => (address === undefined ? [] : [[address, rule]])),
      ) as [string, (typeof unread)[number]['rule']][],
    );
    const held = services.flatMap(({ key, address }) => {
      const rule = holders.get(key) ?? byAddress.get(address);
      return rule === undefined ? [] : [`${key} by ${ruleWhere(rule)}`];
    });
    if (held.length === 0) return;
    const more = held.length > 1 ? ` and ${held.length - 1} more` : '';
    throw new FleetError('E_NOT_ADOPTED', `other rules serve ${held[0]}${more}`, {
      hint: 'sluice adopt NODE --take-over exchanges them; until then the director is left as it is',
    });
  }

  /** What is left to do once the rules are exchanged; also after a crash in between. Idempotent. */
  async #finish(record: TakeOverRecord): Promise<TakeOverReply> {
    if (record.remainder === '') {
      await this.#ledger.write([...this.#ledger.read(), ...record.addresses]);
      const remainder = fingerprintOf(await this.#tablesOf(record));
      await this.#file.write({ ...record, remainder });
    }
    return replyOf(record);
  }

  async #understand(): Promise<Understanding> {
    const tables = await readForeignTables(this.#wrap, this.#table);
    return understand(tables, (addresses) => readDevices(this.#wrap, addresses));
  }

  async #recordOf(
    order: TakeOverOrder,
    adopted: readonly FoundService[],
    removal: Removal,
    done: TakeOverRecord | undefined,
  ): Promise<TakeOverRecord> {
    // Of what was taken over in parts, an undo puts all back: the oldest text of a table counts.
    const isKept = done && fingerprintOf(await this.#tablesOf(done)) === done.remainder;
    const earlier = isKept ? done : undefined;
    const tables = [...(earlier?.tables ?? [])];
    const known = new Set(tables.map(tableText));
    for (const { family, name } of removal.tables) {
      if (known.has(tableText({ family, name }))) continue;
      const text = await list(this.#wrap, ['-s', 'list', 'table', family, name]);
      tables.push({ family, name, text });
    }
    const addresses = await this.#standing(order.node.staticAddresses);
    return {
      version: 1,
      atMs: this.#options.nowMs(),
      services: [...(earlier?.services ?? []), ...adopted.map(({ key }) => key)],
      removed: [...(earlier?.removed ?? []), ...removal.removed],
      addresses: [...(earlier?.addresses ?? []), ...addresses],
      tables,
      remainder: '',
    };
  }

  /** Addresses of the plan that stand on their links already, put there by somebody else. */
  async #standing(planned: readonly CarriedAddress[]): Promise<CarriedAddress[]> {
    const present = new Set((await readLinkAddresses(this.#wrap)).map(carriedKey));
    const ours = new Set(this.#ledger.read().map(carriedKey));
    return planned
      .filter((one) => present.has(carriedKey(one)) && !ours.has(carriedKey(one)))
      .map(({ address, interface: link }) => ({ address, interface: link }));
  }

  /** Addresses of the plan that are on no link: put there, as ours. */
  async #addMissing({ staticAddresses, managementAddress, ownAddresses }: NodeObject) {
    const present = new Set((await readLinkAddresses(this.#wrap)).map(carriedKey));
    const own = new Set([managementAddress, ...ownAddresses]);
    const missing = staticAddresses.filter(
      (one) => !present.has(carriedKey(one)) && !own.has(bareAddress(one)),
    );
    await this.#ledger.write([...this.#ledger.read(), ...missing]);
    await changeLinkAddresses('add', missing, this.#wrap);
    return missing;
  }

  async #takenOf(record: TakeOverRecord, observed: Observed) {
    const reason = await this.#undoProblem(record, observed);
    const { atMs, services } = record;
    return { atMs, services, isUndoable: reason === '', reason };
  }

  /** '' when the take-over can be undone. */
  async #undoProblem(record: TakeOverRecord, observed: Observed): Promise<string> {
    const taken = new Set(record.services);
    const later = [...observed.services.keys()].filter((key) => !taken.has(key));
    if (later.length > 0) return `${later.length} services came later, such as ${later[0]}`;
    if (observed.zones.length > 0) return 'SNAT zones came later';
    if (fingerprintOf(await this.#tablesOf(record)) !== record.remainder) {
      return 'the old tables were changed since';
    }
    const refusal = await this.#run(restoring(record), ['-c']);
    return refusal === '' ? '' : `nft does not take the old rules back: ${refusal}`;
  }

  async #tablesOf({ tables }: TakeOverRecord): Promise<LiveTable[]> {
    const names = new Set(tables.map(tableText));
    const present = await readForeignTables(this.#wrap, this.#table);
    return present.filter((table) => names.has(tableWhere(table)));
  }

  /** One transaction from a file; nft's words when it refuses, '' when it took it. */
  async #run(commands: readonly string[], flags: readonly string[]): Promise<string> {
    const dir = await mkdtemp(join(tmpdir(), 'sluice-adopt-'));
    try {
      const file = join(dir, 'old-rules.nft');
      await writeFile(file, `${commands.join('\n')}\n`, { mode: 0o600 });
      const { code, stderr } = await runTool([...this.#wrap, 'nft', ...flags, '-f', file]);
      return code === 0 ? '' : (stderr.split('\n')[0] ?? `exit ${code}`);
    } finally {
      await rm(dir, { recursive: true });
    }
  }
}

function restoring({ tables }: TakeOverRecord): string[] {
  return tables.flatMap(({ family, name, text }) => [
    // What is left of the table is in its old text too.
    `add table ${family} ${name}`,
    `delete table ${family} ${name}`,
    text,
  ]);
}

function tableText({ family, name }: { readonly family: string; readonly name: string }): string {
  return `table ${family} ${name}`;
}

function replyOf({ services, removed, addresses }: TakeOverRecord): TakeOverReply {
  return { services, removed, addresses: addresses.map(bareAddress) };
}

/** The listeners of the record are ours, as far as they still are somebody's, and not theirs. */
function isDone(record: TakeOverRecord, found: Understanding, { services }: Observed): boolean {
  const live = new Set(found.services.map(({ key }) => key));
  const { services: taken } = record;
  return taken.some((key) => services.has(key)) && !taken.some((key) => live.has(key));
}

function differencesOf(plan: PlannedDirector, found: Understanding, { services }: Observed) {
  return planDifferences(plan.services, found.services, new Set(services.keys()));
}

function refusals(
  order: TakeOverOrder,
  found: Understanding,
  observed: Observed,
  removal: Removal,
): string[] {
  const planned = new Set(order.services.map(({ key }) => key));
  const reasons = differencesOf(order, found, observed).map(
    ({ key, what, planned: wanted, live }) =>
      `${key}: ${what} is ${live || 'not there'}, the plan says ${wanted || 'none'}`,
  );
  if (order.fingerprint !== '' && order.fingerprint !== found.fingerprint) {
    reasons.push('the rules were changed since they were looked at');
  }
  if (!found.services.some(({ key }) => planned.has(key))) {
    reasons.push('nothing that the plan serves is balanced by other rules');
  }
  if (!order.onlyUnderstood) {
    for (const { where, rule, why } of found.notUnderstood) {
      reasons.push(`${where} is not understood: ${why} (${rule})`);
    }
    const unplanned = found.services.filter(({ key }) => !planned.has(key));
    reasons.push(...unplanned.map(({ key }) => `${key} is live and not in the plan`));
  }
  for (const key of removal.shared) {
    reasons.push(`${key} shares a rule with a listener that is not taken over`);
  }
  return reasons;
}

function refused(reasons: readonly string[]): FleetError {
  const more = reasons.length - REASONS_MAX;
  const shown = reasons.slice(0, REASONS_MAX).join('; ');
  return new FleetError('E_ADOPT_REFUSED', more > 0 ? `${shown}; ${more} more` : shown, {
    hint: 'sluice adopt NODE shows what is live, what is planned and what is not understood',
  });
}
