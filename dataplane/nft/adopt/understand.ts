/**
 * Makes services of the rules of others, and says which rules may go once a set of listeners is
 * ours. Pure. A rule goes only when all that it serves is taken over; what is not understood, or is
 * about other connections, stays where it is.
 */
import { FOUND_SERVICES_MAX, type FoundRule, type FoundService } from '../../../schemas/adopt.ts';
import { FleetError } from '../../../schemas/errors.ts';
import {
  fingerprintOf,
  type LiveChain,
  type LiveRule,
  type LiveTable,
  ruleWhere,
  tableWhere,
} from './live-ruleset.ts';
import { type DnatReading, type Listener, readDnat } from './read-dnat.ts';
import { readSnat, type Translation } from './read-snat.ts';

export interface Understanding {
  readonly tables: readonly LiveTable[];
  readonly fingerprint: string;
  readonly services: readonly FoundService[];
  readonly egress: readonly FoundRule[];
  readonly notUnderstood: readonly FoundRule[];
  /** Rules that are understood, with the listeners that they serve. */
  readonly servedBy: ReadonlyMap<LiveRule, ReadonlySet<string>>;
  /** Destinations of rules that are not understood. */
  readonly unreadAddresses: ReadonlySet<string>;
}

/** Links that lead to these addresses; what has no route is left out. */
export type DeviceReader = (addresses: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** @throws FleetError E_TOO_LARGE for more listeners than one answer holds */
export async function understand(
  tables: readonly LiveTable[],
  devicesOf: DeviceReader,
): Promise<Understanding> {
  const dnat = readDnat(tables);
  if (dnat.listeners.length > FOUND_SERVICES_MAX) {
    const message = `${dnat.listeners.length} listeners; at most ${FOUND_SERVICES_MAX}`;
    throw new FleetError('E_TOO_LARGE', message, { hint: 'take the director over by hand' });
  }
  const servers = new Set(
    dnat.listeners.flatMap(({ spread }) => spread.targets.map(({ address }) => address)),
  );
  const devices = await devicesOf([...servers]);
  return combine(tables, dnat, devices);
}

function combine(
  tables: readonly LiveTable[],
  dnat: DnatReading,
  devices: ReadonlyMap<string, string>,
): Understanding {
  const snat = readSnat(tables, dnat.listeners, devices);
  const services: FoundService[] = [];
  const mixed = new Map<LiveRule, string>();
  for (const listener of dnat.listeners) {
    const translation = snat.translations.get(listener.key);
    if (translation === undefined) continue;
    if ('why' in translation) for (const rule of listener.rules) mixed.set(rule, translation.why);
    else services.push(foundService(listener, translation));
  }
  const servedBy = new Map<LiveRule, Set<string>>();
  for (const rule of dnat.read) servedBy.set(rule, new Set());
  for (const { key, rules } of dnat.listeners) {
    for (const rule of rules) servedBy.get(rule)?.add(key);
  }
  const notUnderstood = [
    ...dnat.unread,
    ...snat.unread,
    ...[...mixed].map(([rule, why]) => ({ rule, why })),
  ];
  return {
    tables,
    fingerprint: fingerprintOf(tables),
    services,
    egress: snat.egress.map(foundRule),
    notUnderstood: notUnderstood.map(foundRule),
    servedBy: new Map<LiveRule, ReadonlySet<string>>([...servedBy, ...snat.servedBy]),
    unreadAddresses: new Set(
      dnat.unread.flatMap(({ selection }) => selection.flatMap(({ address }) => address ?? [])),
    ),
  };
}

export interface Removal {
  /**
   * Commands of nft that take the old rules away, in two transactions: first what chooses real
   * servers, then all the rest. A packet between the two chains of one connection would else meet
   * the first of them and no longer the second.
   */
  readonly stages: readonly [readonly string[], readonly string[]];
  /** The same for people. */
  readonly removed: readonly string[];
  /** Listeners whose old rules would stay, because they serve others too. */
  readonly shared: readonly string[];
  /** Tables that something is taken out of. */
  readonly tables: readonly LiveTable[];
}

export function removalOf(
  { tables, services, servedBy }: Understanding,
  adopted: ReadonlySet<string>,
): Removal {
  const fate = (rule: LiveRule): Fate => {
    const keys = [...(servedBy.get(rule) ?? ['?'])];
    if (keys.length === 0) return 'idle';
    return keys.every((key) => adopted.has(key)) ? 'goes' : 'stays';
  };
  const staying = new Set(
    [...servedBy].flatMap(([rule]) => (fate(rule) === 'stays' ? [ruleWhere(rule)] : [])),
  );
  const shared = services.filter(
    ({ key, rules }) => adopted.has(key) && rules.some((where) => staying.has(where)),
  );
  const parts = tables.map((table) => ({ table, ...removalIn(table, fate) }));
  return {
    stages: [parts.flatMap(({ first }) => first), parts.flatMap(({ last }) => last)],
    removed: parts.flatMap(({ removed }) => removed),
    shared: shared.map(({ key }) => key),
    tables: parts.filter(({ removed }) => removed.length > 0).map(({ table }) => table),
  };
}

/** `idle`: it serves nobody, and goes only with the whole of its table. */
type Fate = 'goes' | 'stays' | 'idle';

function removalIn(table: LiveTable, fate: (rule: LiveRule) => Fate) {
  const chains = [...table.chains.values()];
  const rules = chains.flatMap((chain) => chain.rules);
  const goes = (rule: LiveRule) => fate(rule) === 'goes';
  const gone = rules.filter(goes);
  if (gone.length === 0) return { first: [], last: [], removed: [] };
  const at = `${word(table.family)} ${word(table.name)}`;
  const isLast = ({ hook }: LiveChain) => hook === 'postrouting';
  const isAllNat = chains.every(({ hook, type }) => hook === undefined || type === 'nat');
  if (isAllNat && !rules.some((rule) => fate(rule) === 'stays')) {
    const choosing = chains.filter((chain) => chain.hook !== undefined && !isLast(chain));
    return {
      first: choosing.map(({ name }) => `flush chain ${at} ${word(name)}`),
      last: [`delete table ${at}`],
      removed: [tableWhere(table)],
    };
  }
  const deletions = (list: readonly LiveChain[]) =>
    list
      .flatMap((chain) => chain.rules.filter(goes))
      .map(({ chain, handle }) => `delete rule ${at} ${word(chain)} handle ${handle}`);
  const emptied = chains.filter(
    (chain) => chain.type === 'nat' && chain.rules.length > 0 && chain.rules.every(goes),
  );
  return {
    first: deletions(chains.filter((chain) => !isLast(chain))),
    last: [
      ...deletions(chains.filter(isLast)),
      ...emptied.map(({ name }) => `delete chain ${at} ${word(name)}`),
    ],
    removed: gone.map(ruleWhere),
  };
}

/** Names stand in commands as they are. @throws FleetError E_ADOPT_REFUSED */
function word(name: string): string {
  if (/^[A-Za-z_][\w.-]*$/.test(name)) return name;
  throw new FleetError('E_ADOPT_REFUSED', `the name ${JSON.stringify(name)} is not understood`, {
    hint: 'rename the table or the chain first',
  });
}

function foundService(listener: Listener, translation: Translation): FoundService {
  const { key, address, port, protocol, spread } = listener;
  return {
    ...{ key, address, port, protocol },
    scheduler: spread.scheduler,
    forwarding: translation.kind === 'none' ? 'nat' : 'fullnat',
    localAddresses: [...translation.addresses],
    masquerade: translation.kind === 'masquerade',
    realServers: spread.targets.map((target) => ({
      address: target.address,
      port: target.port ?? port,
      weight: target.weight,
    })),
    rules: listener.rules.map(ruleWhere),
  };
}

function foundRule({ rule, why }: { readonly rule: LiveRule; readonly why: string }): FoundRule {
  return { where: ruleWhere(rule), rule: rule.text, why };
}
