/**
 * Which virtual routers a keepalived.conf(5) takes part in: two daemons with the same id on one
 * link are two masters. Only that is read; whole configurations are the dialects' affair. Pure.
 */
export interface RouterId {
  readonly instance: string;
  readonly id: number;
  readonly link: string;
}

export function routerIds(text: string): RouterId[] {
  const words = text
    .replaceAll(/[!#].*$/gm, ' ')
    .replaceAll(/([{}])/g, ' $1 ')
    .split(/\s+/);
  const found: RouterId[] = [];
  for (let i = 0; i < words.length; i += 1) {
    if (words[i] !== 'vrrp_instance') continue;
    const body = blockAt(words, i + 2);
    const id = Number(body[body.indexOf('virtual_router_id') + 1]);
    const link = body[body.indexOf('interface') + 1];
    if (!body.includes('virtual_router_id') || !body.includes('interface')) continue;
    if (Number.isInteger(id)) found.push({ instance: words[i + 1] ?? '', id, link: link ?? '' });
  }
  return found;
}

/** Words of the block that opens at this place, those of inner blocks left out. */
function blockAt(words: readonly string[], start: number): string[] {
  const body: string[] = [];
  let depth = 0;
  for (const word of words.slice(start)) {
    if (word === '{') depth += 1;
    else if (word === '}') depth -= 1;
    else if (depth === 1) body.push(word);
    if (depth === 0) break;
  }
  return body;
}
