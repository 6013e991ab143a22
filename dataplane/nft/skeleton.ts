/**
 * The part of the table that is the same whatever is served: maps, base chains and the rules that
 * look things up. Each rule carries a comment with the layout's version and its place, by which a
 * table made by another version, or changed by hand, is told from a sound one.
 */
import { hex, SERVICE_MASK } from './marks.ts';

/** Changes with every change of the layout: a table of another version is made anew. */
const LAYOUT = 'sluice 3';

/**
 * `svc*` VIP -> chain of the service; `slots` schedule position -> mark; `be*` mark -> real server;
 * `lips` service -> chain that rotates its local addresses; `acct_*` counters per mark.
 */
const SETS: Readonly<Record<string, string>> = {
  svc4: 'map svc4 { type ipv4_addr . inet_proto . inet_service : verdict; }',
  svc6: 'map svc6 { type ipv6_addr . inet_proto . inet_service : verdict; }',
  slots: 'map slots { type mark : mark; }',
  be4: 'map be4 { type mark : ipv4_addr . inet_service; }',
  be6: 'map be6 { type mark : ipv6_addr . inet_service; }',
  lips: 'map lips { type mark : verdict; }',
  acct_in: 'set acct_in { type mark; counter; }',
  acct_out: 'set acct_out { type mark; counter; }',
};

export const MAP_NAMES = ['svc4', 'svc6', 'slots', 'be4', 'be6', 'lips'] as const;
export const ACCOUNT_NAMES = ['acct_in', 'acct_out'] as const;
export type MapName = (typeof MAP_NAMES)[number] | (typeof ACCOUNT_NAMES)[number];

interface SkeletonChain {
  readonly name: string;
  readonly hook?: { readonly type: string; readonly hook: string; readonly priority: number };
  readonly rules: readonly string[];
  /** The rules follow from what is served and are looked at elsewhere. */
  readonly isServed?: boolean;
}

/**
 * Only what comes from outside is balanced (no output hook), and only what was balanced is given a
 * local address (`ct status dnat` and a mark of ours). SNAT zones see neither that, nor VRRP (a
 * translated advert has a wrong checksum, and both directors become master), nor what the director
 * itself sends. NAT chains see the first packet of a connection only; the rest follows conntrack.
 * Each hangs one before the usual priority (dstnat, srcnat): among chains of one priority the kernel
 * asks the newest first, and who translates what is ours must not depend on who was loaded last.
 */
const CHAINS: readonly SkeletonChain[] = [
  {
    name: 'pre',
    hook: { type: 'nat', hook: 'prerouting', priority: -101 },
    rules: [
      'ip daddr . meta l4proto . th dport vmap @svc4',
      'ip6 daddr . meta l4proto . th dport vmap @svc6',
    ],
  },
  {
    name: 'pick',
    rules: [
      'ct mark set ct mark map @slots',
      'meta l4proto { tcp, udp } dnat ip to ct mark map @be4',
      'meta l4proto { tcp, udp } dnat ip6 to ct mark map @be6',
      // A packet may meet the old rule and the new elements when a transaction is just taken over.
      // Dropped, it is sent again; passed on, it would reach the director and be refused.
      'drop',
    ],
  },
  {
    name: 'zones',
    rules: [],
    isServed: true,
  },
  {
    name: 'post',
    hook: { type: 'nat', hook: 'postrouting', priority: 99 },
    rules: [
      `ct status dnat ct mark & ${hex(SERVICE_MASK)} vmap @lips`,
      'ct status dnat accept',
      'meta l4proto 112 accept',
      'fib saddr type local accept',
      'jump zones',
    ],
  },
  {
    name: 'acct',
    hook: { type: 'filter', hook: 'forward', priority: 0 },
    rules: ['ct direction original ct mark @acct_in', 'ct direction reply ct mark @acct_out'],
  },
];

/** Commands that make an empty table of this layout, whatever stood there before. */
export function skeletonCommands(table: string): string[] {
  const at = `inet ${table}`;
  return [
    `add table ${at}`,
    `delete table ${at}`,
    `add table ${at}`,
    ...Object.values(SETS).map((set) => set.replace(/^(map|set) /, `add $1 ${at} `)),
    ...CHAINS.map(({ name, hook }) =>
      hook === undefined
        ? `add chain ${at} ${name}`
        : `add chain ${at} ${name} { type ${hook.type} hook ${hook.hook} ` +
          `priority ${hook.priority}; policy accept; }`,
    ),
    ...CHAINS.flatMap(({ name, rules }) =>
      rules.map((rule, i) => `add rule ${at} ${name} ${rule} comment "${ruleComment(name, i)}"`),
    ),
  ];
}

/** One chain as it was listed, rules by their comments ('' where a rule has none). */
export interface ListedChain {
  readonly type?: string | undefined;
  readonly hook?: string | undefined;
  readonly priority?: number | undefined;
  readonly comments: readonly string[];
}

/** What of the skeleton is not as we made it; empty when it is sound. */
export function skeletonFaults(
  chains: ReadonlyMap<string, ListedChain>,
  sets: ReadonlySet<string>,
): string[] {
  const faults = Object.keys(SETS)
    .filter((name) => !sets.has(name))
    .map((name) => `${name} is missing`);
  for (const { name, hook, rules, isServed = false } of CHAINS) {
    const listed = chains.get(name);
    if (listed === undefined) faults.push(`chain ${name} is missing`);
    else {
      const wanted = rules.map((_, i) => ruleComment(name, i));
      if (!isServed && listed.comments.join('\n') !== wanted.join('\n')) {
        faults.push(`the rules of chain ${name} are not ours`);
      }
      if (
        listed.type !== hook?.type ||
        listed.hook !== hook?.hook ||
        listed.priority !== hook?.priority
      ) {
        faults.push(`chain ${name} hangs at another hook`);
      }
    }
  }
  for (const [name, listed] of chains) {
    if (listed.hook !== undefined && !CHAINS.some((chain) => chain.name === name)) {
      faults.push(`chain ${name} is not of this layout`);
    }
  }
  return faults;
}

function ruleComment(chain: string, position: number): string {
  return `${LAYOUT} ${chain} ${position + 1}`;
}
