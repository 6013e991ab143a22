/** One static route in the words of ip(8), dpip and keepalived: `to X via Y dev Z table T`. */
import { familyOf, parseAddress } from '../../schemas/address.ts';
import { formatNetwork, readNetwork } from '../text/network.ts';
import { optional } from '../text/optional.ts';
import type { Word } from '../text/span.ts';
import type { Director, ImportContext } from './director.ts';
import type { Source } from './ledger.ts';

export interface RouteWords {
  readonly to: string;
  readonly via?: string | undefined;
  readonly device?: string | undefined;
  readonly source?: string | undefined;
  readonly metric?: string | undefined;
  readonly table?: string | undefined;
  readonly isIpv6?: boolean;
}

/** The route of a line whose first word is where it leads; words in between are skipped. */
export function readRoute(
  source: Source,
  words: readonly Word[],
  director: Director,
  context: ImportContext,
  given: Partial<RouteWords> = {},
): undefined {
  const texts = words.map(({ text }) => text);
  const after = (...keys: string[]) => {
    const at = texts.findIndex((text, index) => index > 0 && keys.includes(text));
    return at < 0 ? undefined : texts[at + 1];
  };
  const first = texts[0] === 'to' || texts[0] === 'src' ? texts[1] : texts[0];
  const route: RouteWords = {
    to: first ?? '',
    via: after('via', 'gw'),
    device: after('dev'),
    source: after('src'),
    metric: after('metric'),
    table: after('table'),
    ...given,
  };
  takeRoute(source, route, director, context);
}

/** Table numbers by their names, as /etc/iproute2/rt_tables has them on every Linux. */
const TABLES: Readonly<Record<string, string>> = { main: '254', default: '253', local: '255' };

export function takeRoute(
  source: Source,
  route: RouteWords,
  director: Director,
  { ledger }: ImportContext,
  tables: ReadonlyMap<string, string> = new Map(),
): undefined {
  const isIpv6 = route.isIpv6 ?? (route.via ?? '').includes(':');
  const text = route.to === 'default' ? (isIpv6 ? '::/0' : '0.0.0.0/0') : route.to;
  const to = readNetwork(text);
  const via = route.via === undefined ? undefined : parseAddress(route.via);
  if (to === undefined || (route.via !== undefined && via === undefined)) {
    return ledger.refused(source, 'where the route leads cannot be read');
  }
  const isNowhere = via === undefined || /^(0\.0\.0\.0|::)$/.test(via);
  const table = tables.get(route.table ?? '') ?? TABLES[route.table ?? ''] ?? route.table;
  if (table !== undefined && !/^\d{1,10}$/.test(table)) {
    return ledger.refused(source, `nothing says which number the table ${table} has`);
  }
  const isMain = table === undefined || table === TABLES['main'];
  if (route.device !== undefined) director.links.add(route.device);
  const from = parseAddress(route.source ?? '');
  const fields = {
    to: formatNetwork(to),
    ...optional('via', isNowhere || familyOf(via) !== to.family ? undefined : via),
    ...optional('interface', route.device),
    ...optional('source', from),
    ...optional('metric', /^\d{1,9}$/.test(route.metric ?? '') ? Number(route.metric) : undefined),
    ...optional('table', isMain ? undefined : Number(table)),
  };
  ledger.mapped(source, director.target, `spec.routes[${director.routes.length}]`);
  director.routes.push({ fields, source });
}
