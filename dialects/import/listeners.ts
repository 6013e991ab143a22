/**
 * A VirtualService is VIPs x ports of one family. What a group of keepalived lists need not be a
 * product, so it becomes as few services as say the same. Pure and deterministic.
 */
import { familyOf } from '../../schemas/address.ts';
import type { Source } from './ledger.ts';

export interface Listener {
  readonly address: string;
  readonly port: number;
  readonly source: Source;
}

export interface ListenerPart {
  readonly listeners: Listener[];
  readonly mark?: number;
  /** Of a mark: the lines that say it. */
  readonly sources: readonly Source[];
  /** What tells its name from those of the other parts; '' when there is one part. */
  readonly suffix: string;
}

export function partsOf(
  listeners: readonly Listener[],
  marks: readonly { readonly mark: number; readonly source: Source }[],
  listenersMax: number,
): ListenerPart[] {
  const products = productsOf(listeners).flatMap((product) => cut(product, listenersMax));
  const count = products.length + marks.length;
  return [
    ...products.map((product, at) => ({
      listeners: product,
      sources: [],
      suffix: count === 1 || at === 0 ? '' : suffixOf(product),
    })),
    ...marks.map(({ mark, source }) => ({
      listeners: [],
      mark,
      sources: [source],
      suffix: count === 1 ? '' : `-fwmark-${mark}`,
    })),
  ];
}

function suffixOf(product: readonly Listener[]): string {
  const [first] = product;
  return first === undefined ? '' : `-${familyOf(first.address)}-${first.port}`;
}

/** Ports that have the same addresses of one family belong together. */
function productsOf(listeners: readonly Listener[]): Listener[][] {
  const byPort = new Map<string, Map<string, Listener>>();
  for (const listener of listeners) {
    const key = `${familyOf(listener.address)} ${listener.port}`;
    const known = byPort.get(key) ?? new Map<string, Listener>();
    byPort.set(key, known);
    if (!known.has(listener.address)) known.set(listener.address, listener);
  }
  const products = new Map<string, Listener[]>();
  for (const group of byPort.values()) {
    const key = [...group.keys()].sort().join(' ');
    const known = products.get(key) ?? [];
    products.set(key, known);
    known.push(...group.values());
  }
  return [...products.values()];
}

/** Whole addresses at a time, so that each piece is a product too. */
function cut(product: readonly Listener[], listenersMax: number): Listener[][] {
  const ports = new Set(product.map(({ port }) => port)).size;
  const addresses = [...new Set(product.map(({ address }) => address))];
  const each = Math.max(1, Math.floor(listenersMax / ports));
  const pieces: Listener[][] = [];
  for (let at = 0; at < addresses.length; at += each) {
    const chosen = new Set(addresses.slice(at, at + each));
    pieces.push(product.filter(({ address }) => chosen.has(address)));
  }
  return pieces;
}
