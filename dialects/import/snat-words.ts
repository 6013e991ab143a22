/** Words that the dialects of SNAT share: how addresses take turns, what a zone is called. */
import type { Word } from '../text/span.ts';
import { nameFrom } from './names.ts';

/** `rr` takes the next address, a hash of the source always the same; others have no like. */
export function rotationOf({ text }: Pick<Word, 'text'>): 'roundRobin' | 'persistent' | undefined {
  if (text === 'rr' || text === 'wrr') return 'roundRobin';
  return text === 'sh' || text === 'sdh' || text === 'mh' ? 'persistent' : undefined;
}

/** After the network, so that it stays when zones are added before it. */
export function zoneName(sources: readonly string[], destination?: string): string {
  const [source = ''] = sources;
  const base = /^(0\.0\.0\.0|::)\/0$/.test(source) ? 'all' : source;
  const to = destination === undefined ? '' : `-to-${destination}`;
  return nameFrom(`${base}${to}`, 'zone');
}
