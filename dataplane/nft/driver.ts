/**
 * The nft driver: services as maps and tiny chains in one table of nf_tables, whose name is the
 * mark of ownership. All in it is ours; other tables are looked at and never touched. What the
 * table holds is remembered together with the ruleset's generation number and believed only while
 * that number is the kernel's own, so every answer is as good as a fresh reading.
 */
import { CAPABILITIES } from '../../schemas/capabilities.ts';
import type {
  Connection,
  ConnectionCount,
  ConnectionEvent,
  ConnectionFilter,
  ConnectionPage,
  DataplaneService,
  Observed,
  Op,
  RealServerCounters,
} from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import { CONNECTIONS_LISTED_MAX } from '../../schemas/limits.ts';
import { type ServiceKey, serviceKey } from '../../schemas/names.ts';
import { admitServices } from '../admission.ts';
import { applyOps } from '../apply-ops.ts';
import { ConnectionTally } from '../connection-count.ts';
import { connectionMatcher } from '../connection-match.ts';
import { trackedConnections, trackedEvents } from '../conntrack/table.ts';
import type { Dataplane } from '../contract.ts';
import { diffServices } from '../diff.ts';
import { placeServices } from './allocation.ts';
import { readBackendCounters } from './backend-counters.ts';
import { RulesetGeneration } from './generation.ts';
import { MARK_TAG, MARK_TAG_MASK } from './marks.ts';
import { NftSession } from './session.ts';
import { skeletonCommands } from './skeleton.ts';
import { ensureSysctls } from './sysctls.ts';
import { isInTable, readTable, type TableReading } from './table-reader.ts';
import { EMPTY_TABLE, servicesOf } from './table-state.ts';
import { transactionCommands } from './transaction.ts';

export interface NftOptions {
  /** Name of the table, family inet; two drivers in one network namespace need two names. */
  readonly table?: string;
  /** Network namespace to work in, by its name for ip-netns(8); that of this process if not given. */
  readonly netns?: string;
}

/** Nothing is started or changed before the first call. Close it to end its child processes. */
export function createNftDataplane(options: NftOptions = {}): Dataplane {
  return new NftDataplane(options);
}

const MARKS = { tag: MARK_TAG, mask: MARK_TAG_MASK };

class NftDataplane implements Dataplane {
  readonly #table: string;
  readonly #wrap: readonly string[];
  readonly #session: NftSession;
  readonly #generation: RulesetGeneration;
  #reading: TableReading | undefined;
  #isPrepared = false;
  /** One at a time: two transactions made from the same reading would contradict each other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor({ table = 'sluice', netns }: NftOptions) {
    // The name stands in commands as it is.
    if (!/^[a-z][a-z0-9_]{0,30}$/.test(table)) throw new Error(`no table name: ${table}`);
    this.#table = table;
    this.#wrap = netns === undefined ? [] : ['ip', 'netns', 'exec', netns];
    this.#session = new NftSession(this.#wrap);
    this.#generation = new RulesetGeneration(this.#wrap);
  }

  capabilities() {
    return CAPABILITIES.nft;
  }

  observe(): Promise<Observed> {
    return this.#inTurn(async () => {
      const { state, foreign } = await this.#current();
      return { services: servicesOf(state), foreign };
    });
  }

  apply(ops: readonly Op[]): Promise<void> {
    return this.#inTurn(() => this.#apply(ops));
  }

  async connections(filter: ConnectionFilter): Promise<ConnectionPage> {
    const matches = connectionMatcher(filter);
    const { limit = CONNECTIONS_LISTED_MAX } = filter;
    const connections: Connection[] = [];
    let total = 0;
    for await (const connection of this.#ours(filter)) {
      if (!matches(connection)) continue;
      total += 1;
      if (total <= limit) connections.push(connection);
    }
    return { connections, total };
  }

  async connectionCounts(): Promise<readonly ConnectionCount[]> {
    const tally = new ConnectionTally();
    for await (const connection of this.#ours({})) tally.add(connection);
    return tally.counts();
  }

  connectionEvents(signal: AbortSignal): AsyncIterable<ConnectionEvent> {
    const events = trackedEvents(this.#wrap, MARKS, signal);
    return (async function* () {
      for await (const { kind, connection } of events) yield { kind, connection };
    })();
  }

  async counters(): Promise<readonly RealServerCounters[]> {
    const { state } = await this.#inTurn(() => this.#current());
    if (state.condition !== 'sound') return [];
    return readBackendCounters(this.#wrap, this.#table, state);
  }

  async close(): Promise<void> {
    await this.#session.close();
    await this.#generation.close();
  }

  async #apply(ops: readonly Op[]): Promise<void> {
    const reading = await this.#prepared();
    const { state, generation, foreign } = reading;
    const services = servicesOf(state);
    const wanted = applyOps(services, ops);
    admitServices(changed(services, wanted), CAPABILITIES.nft);
    const after = placeServices(state.condition === 'sound' ? state : EMPTY_TABLE, wanted);
    const commands = transactionCommands(this.#table, state, after);
    if (commands.length === 0) return;
    this.#reading = undefined;
    await this.#carryOut(commands, generation, wanted);
    // Ours is the one step from the generation that the commands were made for. Any other number
    // means that somebody edited in between; then, as after a repair of somebody's edit, the next
    // call reads everything again.
    const repaired = foreign.some(({ where }) => isInTable(where, this.#table));
    if (!repaired && (await this.#generation.read()) === generation + 1) {
      this.#reading = { state: after, generation: generation + 1, foreign };
    }
  }

  /** The current reading, with the kernel's settings in order before the first transaction. */
  async #prepared(): Promise<TableReading> {
    const reading = await this.#current();
    if (this.#isPrepared) return reading;
    if (reading.state.condition === 'absent') {
      // Rules that need connection tracking load it, and with it the settings that belong to it.
      await this.#session.run(skeletonCommands(this.#table));
    }
    await ensureSysctls(this.#wrap);
    this.#isPrepared = true;
    return this.#current();
  }

  /**
   * A refusal of nft is final. When nft ended or hung in mid-command the kernel is asked what
   * happened; the commands are given once more if nothing did.
   */
  async #carryOut(
    commands: readonly string[],
    generation: number,
    wanted: ReadonlyMap<ServiceKey, DataplaneService>,
  ): Promise<void> {
    try {
      await this.#session.run(commands);
      return;
    } catch (error) {
      if (!(error instanceof FleetError) || error.code !== 'E_DATAPLANE_OBSERVE') throw error;
    }
    try {
      if ((await this.#generation.read()) === generation) return await this.#session.run(commands);
      const { state } = await this.#current();
      assertSame(servicesOf(state), wanted);
    } catch (cause) {
      if (cause instanceof FleetError && cause.code === 'E_DATAPLANE_APPLY') throw cause;
      const message = 'nft did not carry out the transaction';
      throw new FleetError('E_DATAPLANE_APPLY', message, { retryable: true, cause });
    }
  }

  async #current(): Promise<TableReading> {
    const remembered = this.#reading;
    if (remembered !== undefined && remembered.generation === (await this.#generation.read())) {
      return remembered;
    }
    this.#reading = undefined;
    this.#reading = await readTable(this.#wrap, this.#table, this.#generation);
    return this.#reading;
  }

  async *#ours(filter: ConnectionFilter): AsyncIterable<Connection> {
    const { state } = await this.#inTurn(() => this.#current());
    for await (const { connection } of trackedConnections(this.#wrap, MARKS, filter)) {
      const { protocol, vip } = connection;
      if (state.placed.has(serviceKey(protocol, vip.address, vip.port))) yield connection;
    }
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(step);
    this.#last = result.catch(() => {}); // its caller has it; the next in turn does not care
    return result;
  }
}

function changed(
  before: ReadonlyMap<ServiceKey, DataplaneService>,
  after: ReadonlyMap<ServiceKey, DataplaneService>,
): DataplaneService[] {
  return [...after.values()].filter((service) => before.get(service.key) !== service);
}

/** @throws FleetError E_DATAPLANE_APPLY when the kernel does not hold what was to be applied */
function assertSame(
  held: ReadonlyMap<ServiceKey, DataplaneService>,
  wanted: ReadonlyMap<ServiceKey, DataplaneService>,
): void {
  const ops = diffServices(wanted, held);
  if (ops.length === 0) return;
  const message = `nft ended in mid-transaction; ${ops.length} ops did not take effect`;
  throw new FleetError('E_DATAPLANE_APPLY', message, { retryable: true });
}
