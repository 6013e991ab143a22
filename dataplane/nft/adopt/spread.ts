/**
 * The right side of `dnat to` and `snat to`: one address, a range, or a map that spreads connections
 * over several by counting, by chance or by a hash. Shares become weights with nothing rounded.
 */
import { familyOf, formatEndpoint, parseAddress } from '../../../schemas/address.ts';
import type { Scheduler } from '../../../schemas/capabilities.ts';
import { field, number } from '../listing.ts';
import type { LiveTable } from './live-ruleset.ts';
import { elementsOf } from './selection.ts';

export interface Target {
  readonly address: string;
  /** Absent where the destination port stays as it is. */
  readonly port?: number | undefined;
}

export interface Spread {
  readonly scheduler: Scheduler;
  readonly targets: readonly (Target & { readonly weight: number })[];
}

/** Addresses of one range or positions of one map: what a pool or a service may hold. */
const SPREAD_MAX = 4_096;

/** Undefined when it is not understood; a destination that depends on a key is none of these. */
export function spreadOf(addr: unknown, port: unknown, table: LiveTable): Spread | undefined {
  if (port !== undefined && typeof port !== 'number') return undefined;
  const range = field(addr, 'range');
  // The kernel takes one of a range by a hash of the client's address (nf_nat_core.c).
  if (Array.isArray(range)) return weighted('sh', rangeTargets(range, port));
  const single = targetOf(addr, port);
  if (single !== undefined) return weighted('rr', [single]);
  return spreadByTurn(field(addr, 'map'), table, (value) => targetOf(value, port));
}

/** Whether a map goes by counting, by chance or by a hash: `{key, data}`. */
export function isByTurn(map: unknown): boolean {
  return turnOf(field(map, 'key')) !== undefined;
}

/** The same for any map of turns; `targetAt` says where one of its values leads. */
export function spreadByTurn(
  map: unknown,
  table: LiveTable,
  targetAt: (value: unknown) => Target | undefined,
): Spread | undefined {
  const turn = turnOf(field(map, 'key'));
  const pairs = elementsOf(field(map, 'data'), table);
  if (turn === undefined || pairs === undefined) return undefined;
  const positions = new Map<number, Target>();
  for (const pair of pairs) {
    const target = Array.isArray(pair) ? targetAt(pair[1]) : undefined;
    const places = Array.isArray(pair) ? placesOf(pair[0]) : undefined;
    if (target === undefined || places === undefined) return undefined;
    for (const place of places) positions.set(place - turn.offset, target);
  }
  const all = Array.from({ length: turn.modulus }, (_, place) => positions.get(place));
  // A position without an address lets its connections through untranslated.
  if (all.some((target) => target === undefined)) return undefined;
  return weighted(turn.scheduler, all as Target[]);
}

/** `10.1.0.1` or `10.1.0.1 . 80` */
export function targetOf(value: unknown, port: number | undefined): Target | undefined {
  const concat = field(value, 'concat');
  const [addressPart, portPart] = Array.isArray(concat) ? concat : [value, port];
  const address = typeof addressPart === 'string' ? parseAddress(addressPart) : undefined;
  if (address === undefined) return undefined;
  if (portPart !== undefined && typeof portPart !== 'number') return undefined;
  return { address, ...(portPart === undefined ? {} : { port: portPart }) };
}

export function singleTarget(target: Target): Spread {
  return { scheduler: 'rr', targets: [{ ...target, weight: 1 }] };
}

interface Turn {
  readonly scheduler: Scheduler;
  readonly modulus: number;
  readonly offset: number;
}

function turnOf(key: unknown): Turn | undefined {
  const counted = field(key, 'numgen');
  const hashed = field(key, 'jhash');
  const modulus = number(counted ?? hashed, 'mod');
  const offset = number(counted ?? hashed, 'offset') ?? 0;
  if (modulus === undefined || modulus < 1 || modulus > SPREAD_MAX) return undefined;
  // A hash that takes in the client's port is another number for each connection: like chance.
  const isByClient = hashed !== undefined && !JSON.stringify(hashed).includes('"sport"');
  return { scheduler: isByClient ? 'sh' : 'rr', modulus, offset };
}

function placesOf(key: unknown): number[] | undefined {
  const range = field(key, 'range');
  const [first, last] = Array.isArray(range) ? range : [key, key];
  if (typeof first !== 'number' || typeof last !== 'number') return undefined;
  if (last - first >= SPREAD_MAX) return undefined;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function weighted(scheduler: Scheduler, targets: readonly Target[] | undefined) {
  if (targets === undefined || targets.length === 0) return undefined;
  const counts = new Map<string, Target & { weight: number }>();
  for (const target of targets) {
    const id = `${target.address} ${target.port}`;
    const known = counts.get(id);
    counts.set(id, { ...target, weight: (known?.weight ?? 0) + 1 });
  }
  const divisor = [...counts.values()].reduce((sum, { weight }) => gcd(sum, weight), 0);
  const list = [...counts.values()]
    .map((one) => ({ ...one, weight: one.weight / divisor }))
    .sort((a, b) => (endpointOf(a) < endpointOf(b) ? -1 : 1));
  const isEven = list.every(({ weight }) => weight === 1);
  const kind: Scheduler = scheduler === 'rr' && !isEven ? 'wrr' : scheduler;
  return { scheduler: kind, targets: list };
}

function endpointOf({ address, port = 0 }: Target): string {
  return formatEndpoint(address, port);
}

function rangeTargets(range: readonly unknown[], port: number | undefined): Target[] | undefined {
  const [first, last] = range.map((one) => parseAddress(String(one)));
  if (first === undefined || last === undefined) return undefined;
  if (familyOf(first) !== 'ipv4' || familyOf(last) !== 'ipv4') return undefined;
  const [from, to] = [toNumber(first), toNumber(last)];
  if (to < from || to - from >= SPREAD_MAX) return undefined;
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    address: toText(from + i),
    ...(port === undefined ? {} : { port }),
  }));
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function toText(value: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(value / 2 ** bits) % 256).join('.');
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
