/**
 * Which connections a rule is about, as far as its matches say: a list of alternatives, each of
 * which may fix the destination address, the port and the protocol. Every step either narrows the
 * list exactly or says that it does not understand; nothing is guessed.
 */
import { parseAddress, parsePrefix, prefixContains } from '../../../schemas/address.ts';
import { FOUND_SERVICES_MAX } from '../../../schemas/adopt.ts';
import { field, number } from '../listing.ts';
import type { LiveTable } from './live-ruleset.ts';

/** What is absent is not fixed. */
export interface Alternative {
  readonly address?: string;
  readonly protocol?: string;
  readonly port?: number;
}
export type Selection = readonly Alternative[];

export const EVERYTHING: Selection = [{}];

/** Ports of one range that are taken as that many services. */
const RANGE_PORTS_MAX = 64;
/** Cross products grow fast; more alternatives were not written by hand. */
const ALTERNATIVES_MAX = 4 * FOUND_SERVICES_MAX;

/** Both at once; undefined when that is more than can be held. */
export function narrowed(selection: Selection, by: Selection): Selection | undefined {
  if (selection.length * by.length > ALTERNATIVES_MAX) return undefined;
  return selection.flatMap((a) => by.flatMap((b) => both(a, b) ?? []));
}

/** Whether some connection may be in both. */
export function overlap(a: Alternative, selection: Selection): boolean {
  return selection.some((b) => both(a, b) !== undefined);
}

/** The alternatives that a match leaves; undefined when it is about something else. */
export function selectionOf(match: unknown, table: LiveTable): Selection | undefined {
  const op = field(match, 'op');
  if (op !== '==' && op !== 'in') return undefined;
  const keys = keyFields(field(match, 'left'));
  const values = valuesOf(field(match, 'right'), table);
  if (keys === undefined || values === undefined) return undefined;
  return allOrNone(values.map((value) => alternativesOf(keys, value)));
}

/** The same for one element of a map with this key; undefined when the key is something else. */
export function selectionOfElement(key: unknown, value: unknown): Selection | undefined {
  const keys = keyFields(key);
  return keys === undefined ? undefined : alternativesOf(keys, value);
}

/** Whether the key is made of addresses, ports and protocols only. */
export function isAboutDestination(key: unknown): boolean {
  return keyFields(key) !== undefined;
}

/** Elements of an anonymous (`{set: [..]}`) or a named (`@name`) set or map. */
export function elementsOf(value: unknown, table: LiveTable): readonly unknown[] | undefined {
  if (typeof value === 'string' && value.startsWith('@')) return table.elements.get(value.slice(1));
  const set = field(value, 'set');
  return Array.isArray(set) ? set : undefined;
}

type Key = { readonly is: keyof Alternative; readonly implies?: string };

function keyFields(left: unknown): Key[] | undefined {
  const parts = field(left, 'concat');
  const keys = (Array.isArray(parts) ? parts : [left]).map(keyField);
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

function keyField(expression: unknown): Key | undefined {
  if (field(field(expression, 'meta'), 'key') === 'l4proto') return { is: 'protocol' };
  const payload = field(expression, 'payload');
  const [protocol, name] = [field(payload, 'protocol'), field(payload, 'field')];
  if (protocol === 'ip' || protocol === 'ip6') {
    if (name === 'daddr') return { is: 'address' };
    return name === 'protocol' || name === 'nexthdr' ? { is: 'protocol' } : undefined;
  }
  if (name !== 'dport') return undefined;
  if (protocol === 'th') return { is: 'port' };
  return protocol === 'tcp' || protocol === 'udp' ? { is: 'port', implies: protocol } : undefined;
}

function valuesOf(right: unknown, table: LiveTable): readonly unknown[] | undefined {
  const isSet =
    (typeof right === 'string' && right.startsWith('@')) || field(right, 'set') !== undefined;
  return isSet ? elementsOf(right, table) : [right];
}

function alternativesOf(keys: readonly Key[], value: unknown): Selection | undefined {
  const concat = field(value, 'concat');
  const parts: readonly unknown[] = Array.isArray(concat) ? concat : [value];
  if (parts.length !== keys.length) return undefined;
  let selection: Selection | undefined = EVERYTHING;
  keys.forEach((key, i) => {
    const one = fieldSelection(key, parts[i]);
    selection = selection && one && narrowed(selection, one);
  });
  return selection;
}

function fieldSelection({ is, implies }: Key, value: unknown): Selection | undefined {
  const protocol = implies === undefined ? {} : { protocol: implies };
  if (is === 'port') {
    const range = field(value, 'range');
    const [first, last] = Array.isArray(range) ? range : [value, value];
    if (typeof first !== 'number' || typeof last !== 'number') return undefined;
    if (last - first >= RANGE_PORTS_MAX) return undefined;
    return Array.from({ length: last - first + 1 }, (_, i) => ({ port: first + i, ...protocol }));
  }
  if (typeof value !== 'string') return undefined;
  if (is === 'protocol') return [{ protocol: value }];
  const address = parseAddress(value);
  return address === undefined ? undefined : [{ address }];
}

function allOrNone(parts: readonly (Selection | undefined)[]): Selection | undefined {
  const whole = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) || whole.length > ALTERNATIVES_MAX ? undefined : whole;
}

function both(a: Alternative, b: Alternative): Alternative | undefined {
  const differs = (key: keyof Alternative) =>
    a[key] !== undefined && b[key] !== undefined && a[key] !== b[key];
  return differs('address') || differs('protocol') || differs('port') ? undefined : { ...a, ...b };
}

/** Whether a match value (address, prefix, range of `ip-ip`, set of those) holds the address. */
export function holdsAddress(
  value: unknown,
  address: string,
  table: LiveTable,
): boolean | undefined {
  const values = valuesOf(value, table);
  if (values === undefined) return undefined;
  const answers = values.map((one) => {
    const prefix = field(one, 'prefix');
    if (prefix !== undefined) {
      const parsed = parsePrefix(`${String(field(prefix, 'addr'))}/${number(prefix, 'len')}`);
      return parsed && prefixContains(parsed, address);
    }
    const single = typeof one === 'string' ? parseAddress(one) : undefined;
    return single === undefined ? undefined : single === address;
  });
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}
