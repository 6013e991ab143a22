/**
 * The nft driver: services as maps and tiny chains, SNAT zones as an ordered list of chains, in one
 * table of nf_tables, whose name is the mark of ownership. All in it is ours; other tables are looked at and never touched. What the
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
  DataplaneContents,
  Observed,
  Op,
  RealServerCounters,
  SnatCounters,
  ZoneAddressCount,
} from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import { CONNECTIONS_LISTED_MAX } from '../../schemas/limits.ts';
import { serviceKey, type ZoneKey } from '../../schemas/names.ts';
import { admitContents } from '../admission.ts';
import { applyToContents } from '../apply-ops.ts';
import { ConnectionTally, ZoneTally } from '../connection-count.ts';
import { connectionMatcher } from '../connection-match.ts';
import type { TrackedConnection } from '../conntrack/parse.ts';
import { trackedConnections, trackedEvents } from '../conntrack/table.ts';
import type { Dataplane } from '../contract.ts';
import { diffDataplane } from '../diff.ts';
import { placeContents } from './allocation.ts';
import { readBackendCounters } from './backend-counters.ts';
import { RulesetGeneration } from './generation.ts';
import { isZoneMark, MARKS, zoneMark } from './marks.ts';
import { NftSession } from './session.ts';
import { skeletonCommands } from './skeleton.ts';
import { ensureSysctls } from './sysctls.ts';
import { isInTable, readTable, type TableReading } from './table-reader.ts';
import { contentsOf, EMPTY_TABLE, type TableState } from './table-state.ts';
import { transactionCommands } from './transaction.ts';
import { readSnatCounters } from './zone-counters.ts';

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

class NftDataplane implements Dataplane {
  readonly #table: string;
  readonly #wrap: readonly string[];
  readonly #session: NftSession;
  readonly #generation: RulesetGeneration;
  #reading: TableReading | undefined;
  #zones: ReadonlyMap<number, ZoneKey> = new Map();
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
      return { ...contentsOf(state), foreign };
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

  async zoneAddressCounts(): Promise<readonly ZoneAddressCount[]> {
    const tally = new ZoneTally();
    for await (const connection of this.#ours({})) tally.add(connection);
    return tally.counts();
  }

  connectionEvents(signal: AbortSignal): AsyncIterable<ConnectionEvent> {
    const events = trackedEvents(this.#wrap, MARKS, signal);
    // As of the last look or change: a look at the table for each event would cost too much.
    const zoneOf = (mark: number) => this.#zones.get(mark);
    return (async function* () {
      for await (const { kind, connection, mark } of events) {
        yield { kind, connection: withZone(connection, zoneOf(mark)) };
      }
    })();
  }

  async counters(): Promise<readonly RealServerCounters[]> {
    const { state } = await this.#inTurn(() => this.#current());
    if (state.condition !== 'sound') return [];
    return readBackendCounters(this.#wrap, this.#table, state);
  }

  async snatCounters(): Promise<SnatCounters> {
    const { state } = await this.#inTurn(() => this.#current());
    return readSnatCounters(this.#wrap, this.#table, state);
  }

  async close(): Promise<void> {
    await this.#session.close();
    await this.#generation.close();
  }

  async #apply(ops: readonly Op[]): Promise<void> {
    const reading = await this.#prepared();
    const { state, generation, foreign } = reading;
    const contents = contentsOf(state);
    const wanted = applyToContents(contents, ops);
    admitContents(contents, wanted, CAPABILITIES.nft);
    const after = placeContents(state.condition === 'sound' ? state : EMPTY_TABLE, wanted);
    const commands = transactionCommands(this.#table, state, after);
    if (commands.length === 0) return;
    this.#reading = undefined;
    await this.#carryOut(commands, generation, contentsOf(after));
    this.#zones = zonesByMark(after);
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
    wanted: DataplaneContents,
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
      assertSame(contentsOf(state), wanted);
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
    this.#zones = zonesByMark(this.#reading.state);
    return this.#reading;
  }

  async *#ours(filter: ConnectionFilter): AsyncIterable<Connection> {
    const { state } = await this.#inTurn(() => this.#current());
    const zones = zonesByMark(state);
    for await (const tracked of trackedConnections(this.#wrap, MARKS, filter)) {
      const { connection, mark } = tracked;
      const zone = zones.get(mark);
      if (zone !== undefined) yield withZone(connection, zone);
      else if (isOfService(state, tracked)) yield connection;
    }
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(step);
    this.#last = result.catch(() => {}); // its caller has it; the next in turn does not care
    return result;
  }
}

function zonesByMark({ zones }: TableState): Map<number, ZoneKey> {
  return new Map(zones.map(({ zone, index }) => [zoneMark(index), zone.key]));
}

function withZone(connection: Connection, zone: ZoneKey | undefined): Connection {
  return zone === undefined ? connection : { ...connection, zone };
}

function isOfService({ placed }: TableState, { connection, mark }: TrackedConnection): boolean {
  const { protocol, vip } = connection;
  if (isZoneMark(mark) || protocol === 'icmp') return false;
  return placed.has(serviceKey(protocol, vip.address, vip.port));
}

/** @throws FleetError E_DATAPLANE_APPLY when the kernel does not hold what was to be applied */
function assertSame(held: DataplaneContents, wanted: DataplaneContents): void {
  const ops = diffDataplane(wanted, held);
  if (ops.length === 0) return;
  const message = `nft ended in mid-transaction; ${ops.length} ops did not take effect`;
  throw new FleetError('E_DATAPLANE_APPLY', message, { retryable: true });
}
