/**
 * A listed rule of a zone's chain as the text it was made with. Only the few expressions that zones
 * are made of are known; any other rule, also one that is ours but for a detail, becomes a text that
 * no rule of ours has.
 */
import { parseAddress } from '../../schemas/address.ts';
import { field, type ListedRule, number } from './listing.ts';
import { hex } from './marks.ts';
import { PERSISTENT_SEED, protocolSet } from './zone-entries.ts';

export function zoneRuleText({ expressions, comment }: ListedRule): string {
  const words = expressions.map(expressionText);
  if (words.includes(undefined)) return `edited: ${JSON.stringify(expressions)}`;
  return [...words, ...(comment === '' ? [] : [`comment "${comment}"`])].join(' ');
}

function expressionText(expression: unknown): string | undefined {
  if (field(expression, 'match') !== undefined) return matchText(field(expression, 'match'));
  if (field(expression, 'snat') !== undefined) return snatText(field(expression, 'snat'));
  if (field(expression, 'return') === null) return 'return';
  for (const verdict of ['jump', 'goto']) {
    const target = field(field(expression, verdict), 'target');
    if (target !== undefined) return `${verdict} ${String(target)}`;
  }
  const counter = field(expression, 'counter');
  if (typeof counter === 'string') return `counter name "${counter}"`;
  const mangle = field(expression, 'mangle');
  const mark = number(mangle, 'value');
  const isMark = field(field(field(mangle, 'key'), 'ct'), 'key') === 'mark';
  return isMark && mark !== undefined ? `ct mark set ${hex(mark)}` : undefined;
}

function matchText(match: unknown): string | undefined {
  const left = field(match, 'left');
  const right = field(match, 'right');
  const op = field(match, 'op');
  if (op !== '==' && op !== '!=') return undefined;
  const compared = op === '!=' ? '!= ' : '';
  const meta = field(field(left, 'meta'), 'key');
  if (meta === 'oifname' && typeof right === 'string') return `oifname ${compared}"${right}"`;
  if (meta === 'nfproto' && typeof right === 'string') return `meta nfproto ${compared}${right}`;
  if (meta === 'l4proto') {
    // nft lists a set of one as that one.
    const names = typeof right === 'string' ? [right] : field(right, 'set');
    if (!Array.isArray(names)) return undefined;
    return `meta l4proto ${compared}${protocolSet(names.map(String))}`;
  }
  const payload = payloadText(left);
  const network = networkText(right);
  if (payload === undefined || network === undefined) return undefined;
  return `${payload} ${compared}${network}`;
}

function payloadText(expression: unknown): string | undefined {
  const payload = field(expression, 'payload');
  const [protocol, name] = [field(payload, 'protocol'), field(payload, 'field')];
  return payload === undefined ? undefined : `${String(protocol)} ${String(name)}`;
}

function networkText(value: unknown): string | undefined {
  const prefix = field(value, 'prefix');
  if (prefix === undefined) return typeof value === 'string' ? parseAddress(value) : undefined;
  return `${parseAddress(String(field(prefix, 'addr')))}/${number(prefix, 'len')}`;
}

function snatText(snat: unknown): string | undefined {
  const { family, addr, port, ...more } = snat as Readonly<Record<string, unknown>>;
  const map = field(addr, 'map');
  const pairs = field(field(map, 'data'), 'set');
  const turn = turnText(field(map, 'key'));
  if (!Array.isArray(pairs) || turn === undefined || Object.keys(more).length > 0) return undefined;
  const choices = pairs
    .map((pair): [number, string] => [Number(pair[0]), String(pair[1])])
    .sort(([a], [b]) => a - b)
    .map(([place, address]) => `${place} : ${parseAddress(address)}`);
  const range = field(port, 'range');
  if (port !== undefined && !Array.isArray(range)) return undefined;
  const ports = Array.isArray(range) ? ` : ${range.join('-')}` : '';
  return `snat ${String(family)} to ${turn} map { ${choices.join(', ')} }${ports}`;
}

function turnText(key: unknown): string | undefined {
  const numgen = field(key, 'numgen');
  if (field(numgen, 'mode') === 'inc' && number(numgen, 'offset') === 0) {
    return `numgen inc mod ${number(numgen, 'mod')}`;
  }
  const jhash = field(key, 'jhash');
  const payload = payloadText(field(jhash, 'expr'));
  if (payload === undefined || number(jhash, 'seed') !== PERSISTENT_SEED) return undefined;
  return `jhash ${payload} mod ${number(jhash, 'mod')} seed ${hex(PERSISTENT_SEED)}`;
}
