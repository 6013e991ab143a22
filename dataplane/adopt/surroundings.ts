/**
 * What stands on a director beside what is ours and could interfere: filter chains of others,
 * our addresses where we did not put them, another keepalived, entries of ip_vs. Looked at on
 * request; nothing here changes anything.
 */
import { readdir, readFile, readlink } from 'node:fs/promises';
import type { Foreign } from '../../schemas/drift.ts';
import type { CarriedAddress, NodeObject } from '../../schemas/plan/node-plan.ts';
import { AddressLedger } from '../addresses/address-ledger.ts';
import { bareAddress, carriedKey, readLinkAddresses } from '../addresses/link-addresses.ts';
import { foreignFilters } from '../nft/foreign.ts';
import { readRuleset } from '../nft/listing.ts';
import { list } from '../nft/table-reader.ts';
import { runTool } from '../tool.ts';
import type { Surroundings } from './contract.ts';
import { ipvsEntries } from './ipvs-listing.ts';
import { routerIds } from './keepalived-routers.ts';

export interface SurroundingsOptions {
  /** Ledgers of the addresses that we put on links. */
  readonly ledgerPaths: readonly string[];
  /** A keepalived with a file of this folder is ours. */
  readonly stateDir: string;
  /** Our table of nf_tables. */
  readonly table?: string;
  readonly wrap?: readonly string[];
}

export function createSurroundings(options: SurroundingsOptions): Surroundings {
  const { wrap = [], table = 'sluice', ledgerPaths, stateDir } = options;
  const ledgers = ledgerPaths.map((path) => new AddressLedger(path));
  const foreign = async (node: NodeObject, claimed: ReadonlySet<string>): Promise<Foreign[]> => {
    const links = await readLinkAddresses(wrap);
    const ours = ledgers.flatMap((ledger) => ledger.read());
    const ruleset = readRuleset(await list(wrap, ['-t', '-j', 'list', 'ruleset']));
    const ipvs = await runTool([...wrap, 'cat', '/proc/net/ip_vs']);
    return [
      ...strayAddresses(links, ours, node, claimed),
      ...(await foreignKeepalived(node, stateDir, wrap)),
      ...(ipvs.code === 0 ? ipvsEntries(ipvs.stdout) : []),
      ...foreignFilters(ruleset, table, claimed).map(
        (one): Foreign => ({ kind: 'filter', ...one }),
      ),
    ];
  };
  return { linkAddresses: () => readLinkAddresses(wrap), foreign };
}

/** Addresses of the plan on links where it was not us who put them. Pure. */
export function strayAddresses(
  links: readonly CarriedAddress[],
  ours: readonly CarriedAddress[],
  node: NodeObject,
  claimed: ReadonlySet<string>,
): Foreign[] {
  const known = new Set(ours.map(carriedKey));
  const own = new Set([node.managementAddress, ...node.ownAddresses]);
  return links
    .filter((one) => claimed.has(bareAddress(one)) && !own.has(bareAddress(one)))
    .filter((one) => !known.has(carriedKey(one)))
    .map(({ address, interface: link }) => ({
      kind: 'address',
      where: `link ${link}`,
      what: `${address}, which the plan claims, was put there by somebody else`,
    }));
}

/** Why a director cannot be taken over without touching its traffic, for reasons of VRRP. */
export async function vrrpObstacles(
  node: NodeObject,
  { ledgerPaths, stateDir, wrap = [] }: SurroundingsOptions,
): Promise<string[]> {
  if (node.vrrp.length === 0) return [];
  const others = await foreignKeepalived(node, stateDir, wrap);
  const carried = new Set(node.vrrp.flatMap(({ addresses }) => addresses.map(bareAddress)));
  const ours = ledgerPaths.flatMap((path) => new AddressLedger(path).read());
  const standing = strayAddresses(await readLinkAddresses(wrap), ours, node, carried);
  return [
    ...others.map(({ where, what }) => `${what} (${where})`),
    ...standing.map(
      ({ where, what }) =>
        `${where}: ${what}; VRRP takes it off until it is master, so take the director over in a ` +
        'cluster with highAvailability: none',
    ),
  ];
}

/** Every other keepalived of this network namespace, with what it has in common with the plan. */
export async function foreignKeepalived(
  node: NodeObject,
  stateDir: string,
  wrap: readonly string[] = [],
): Promise<Foreign[]> {
  const here = (await runTool([...wrap, 'readlink', '/proc/self/ns/net'])).stdout.trim();
  const found: Foreign[] = [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const argv = await keepalivedArgv(pid, here);
    if (argv === undefined || argv.some((word) => word.includes(stateDir))) continue;
    const file = argv[argv.indexOf('-f') + 1] ?? argv[0] ?? '';
    const config = argv.includes('-f') ? file : '/etc/keepalived/keepalived.conf';
    const text = await readFile(config, 'utf8').catch(() => '');
    const shared = routerIds(text).filter(({ id, link }) =>
      node.vrrp.some((one) => one.virtualRouterId === id && one.interface === link),
    );
    const words = shared.map(({ id, link }) => `virtual_router_id ${id} on ${link}`);
    const what =
      words.length === 0
        ? 'another keepalived, which shares no virtual router with the plan'
        : `another keepalived with ${words.join(', ')}, which the plan has too`;
    found.push({ kind: 'vrrp', where: `process ${pid}, ${config}`, what });
  }
  return found;
}

/** Undefined when the process is none, is a child of one, or ended meanwhile. */
async function keepalivedArgv(pid: string, netns: string): Promise<string[] | undefined> {
  try {
    if ((await readFile(`/proc/${pid}/comm`, 'utf8')).trim() !== 'keepalived') return undefined;
    if ((await readlink(`/proc/${pid}/ns/net`)) !== netns) return undefined;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '';
    const parentName = await readFile(`/proc/${parent}/comm`, 'utf8').catch(() => '');
    if (parentName.trim() === 'keepalived') return undefined;
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').slice(0, -1);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return undefined;
    throw error;
  }
}
