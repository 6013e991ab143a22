/**
 * A dpip command as text. Prefix lengths are always written and `-6` stands behind the object for
 * every IPv6 one, so that the command does the same on every version. Law: reading the text gives
 * the same statement.
 */
import { hostPrefix } from '../../schemas/address.ts';
import { printShellWord } from '../text/shell-word.ts';
import type { DpipStatement } from './statement.ts';

/** Without the program's name. */
export function printDpip({
  body,
  family,
  words,
}: Pick<DpipStatement, 'body' | 'family' | 'words'>) {
  const ipv6 = family === 'ipv6' ? ['-6'] : [];
  if (body.object === 'addr') {
    const { address, prefixLength, device, action, isPool } = body;
    const prefix = prefixLength === undefined ? hostPrefix(address) : `${address}/${prefixLength}`;
    const pool = isPool ? ['sapool'] : [];
    return join(['addr', action, prefix, 'dev', device.text, ...pool]);
  }
  if (body.object === 'route') {
    const via = body.via === undefined ? [] : ['via', body.via.text];
    const device = body.device === undefined ? [] : ['dev', body.device.text];
    const rest = [body.destination.text, ...via, ...device];
    return join(['route', ...ipv6, body.action, ...rest, ...furtherWords(words, rest)]);
  }
  return join(words.map(({ text }) => text));
}

/** What a route has besides: scope, mtu, metric, source. */
function furtherWords(words: readonly { text: string }[], known: readonly string[]): string[] {
  const texts = words.map(({ text }) => text);
  return ['scope', 'mtu', 'src', 'metric'].flatMap((key) => {
    const at = texts.indexOf(key);
    const value = at < 0 ? undefined : texts[at + 1];
    return value === undefined || known.includes(key) ? [] : [key, value];
  });
}

function join(words: readonly string[]): string {
  return words.map(printShellWord).join(' ');
}
