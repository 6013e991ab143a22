/**
 * Reads the whole table from the kernel: rules of everybody (for foreign NAT too) and our maps. The
 * generation number before and after must be the same, so the parts belong together. About 4 s
 * with 10,000 services of 10 real servers, 0.2 s with 600.
 */
import type { ForeignEntry } from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import { runTool } from '../tool.ts';
import { decodeTable, tableFaults } from './decode.ts';
import { foreignEntries } from './foreign.ts';
import type { RulesetGeneration } from './generation.ts';
import { type ListedRuleset, readElements, readRuleset } from './listing.ts';
import { serviceChain } from './service-entries.ts';
import { MAP_NAMES } from './skeleton.ts';
import type { TableState } from './table-state.ts';
import { zoneChainNames } from './zone-entries.ts';

export interface TableReading {
  readonly generation: number;
  readonly state: TableState;
  readonly foreign: readonly ForeignEntry[];
}

/** Somebody who edits without a pause would keep us reading; then the caller comes again later. */
const ATTEMPTS_MAX = 5;

/** @throws FleetError E_DATAPLANE_OBSERVE */
export async function readTable(
  wrap: readonly string[],
  table: string,
  generation: RulesetGeneration,
): Promise<TableReading> {
  let problem: unknown;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const before = await generation.read();
    try {
      const reading = await readOnce(wrap, table);
      if ((await generation.read()) === before) return { generation: before, ...reading };
      problem = undefined;
    } catch (error) {
      // A table that goes away between two listings is one of the edits that make us read again.
      if ((await generation.read()) === before) throw error;
      problem = error;
    }
  }
  throw new FleetError('E_DATAPLANE_OBSERVE', 'the ruleset changes faster than it can be read', {
    retryable: true,
    cause: problem,
  });
}

async function readOnce(
  wrap: readonly string[],
  table: string,
): Promise<Omit<TableReading, 'generation'>> {
  // Terse: without the elements of sets, which are many and, of foreign sets, of no interest.
  const ruleset = readRuleset(await list(wrap, ['-t', '-j', 'list', 'ruleset']));
  const present = MAP_NAMES.filter((map) => ruleset.sets.has(`inet ${table} ${map}`));
  const elements = [];
  for (const map of present) {
    const json = await list(wrap, ['-j', 'list', 'map', 'inet', table, map]);
    elements.push(...readElements(json, map));
  }
  const state = decodeTable(ruleset, elements, table);
  return {
    state,
    foreign: [...foreignEntries(ruleset, table), ...ownFaults(state, ruleset, table)],
  };
}

/** What somebody did to our own table, for people; the next apply makes it whole again. */
function ownFaults(state: TableState, ruleset: ListedRuleset, table: string): ForeignEntry[] {
  const where = tableWords(table);
  if (state.condition === 'absent') return [];
  if (state.condition === 'changed') {
    return tableFaults(ruleset, table).map((what) => ({ where, what }));
  }
  const { elements, chains, counters } = state.orphans;
  const entries: ForeignEntry[] = [...state.placed.values()]
    .filter(({ damage }) => damage !== undefined)
    .map(({ service, placement }) => ({
      where: `${where} chain ${serviceChain(placement.index)}`,
      what: `the entries of ${service.key} were edited by hand`,
    }));
  for (const { zone, index, damage } of state.zones) {
    if (damage === undefined) continue;
    entries.push(
      index < 0
        ? { where: `${where} chain zones`, what: 'the list of zones was edited by hand' }
        : {
            where: `${where} chain ${zoneChainNames(index).match}`,
            what: `the rules of zone ${zone.key} were edited by hand`,
          },
    );
  }
  if (elements.size + chains.length + counters.length > 0) {
    const left = `${elements.size} elements, ${chains.length} chains, ${counters.length} counters`;
    entries.push({ where, what: `${left} belong to no service or zone` });
  }
  return entries;
}

/** Whether a reported place is in our own table: then it is an edit that an apply mends. */
export function isInTable(where: string, table: string): boolean {
  return where === tableWords(table) || where.startsWith(`${tableWords(table)} `);
}

function tableWords(table: string): string {
  return `table inet ${table}`;
}

export async function list(wrap: readonly string[], args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runTool([...wrap, 'nft', ...args]);
  if (code === 0) return stdout;
  const words = stderr.split('\n')[0] ?? '';
  throw new FleetError('E_DATAPLANE_OBSERVE', `nft ${args.join(' ')}: ${words || `exit ${code}`}`, {
    retryable: true,
  });
}
