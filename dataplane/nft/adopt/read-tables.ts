/**
 * Reads the rules of others from the kernel, for adoption: both listings of nft belong to the same
 * generation of the ruleset. Seldom done, by request, so a helper of its own is started for it.
 */
import { parseAddress } from '../../../schemas/address.ts';
import { FleetError } from '../../../schemas/errors.ts';
import { runTool } from '../../tool.ts';
import { RulesetGeneration } from '../generation.ts';
import { list } from '../table-reader.ts';
import { type LiveTable, natTables, readLiveRuleset } from './live-ruleset.ts';

/** Somebody who edits without a pause would keep us reading; then the caller comes again later. */
const ATTEMPTS_MAX = 5;

/** Tables of others that translate. @throws FleetError E_DATAPLANE_OBSERVE */
export async function readForeignTables(
  wrap: readonly string[],
  ownTable: string,
): Promise<LiveTable[]> {
  const generation = new RulesetGeneration(wrap);
  try {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const before = await generation.read();
      const json = await list(wrap, ['-j', 'list', 'ruleset']);
      const text = await list(wrap, ['-a', 'list', 'ruleset']);
      if ((await generation.read()) !== before) continue;
      return natTables(readLiveRuleset(json, text), ownTable);
    }
  } finally {
    await generation.close();
  }
  throw new FleetError('E_DATAPLANE_OBSERVE', 'the ruleset changes faster than it can be read', {
    retryable: true,
  });
}

/** Which link leads to each address; an address without a route is left out. */
export async function readDevices(
  wrap: readonly string[],
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (addresses.length === 0) return new Map();
  const stdin = addresses.map((address) => `route get ${address}\n`).join('');
  // -force goes on after an address that has no route.
  const { stdout } = await runTool([...wrap, 'ip', '-force', '-batch', '-'], { stdin });
  const found = stdout.split('\n').flatMap((line): [string, string][] => {
    const match = /^(?:local |unicast )?(\S+) (?:.*? )?dev (\S+)/.exec(line);
    const address = parseAddress(match?.[1] ?? '');
    return address === undefined ? [] : [[address, match?.[2] ?? '']];
  });
  return new Map(found);
}
