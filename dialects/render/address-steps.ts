/**
 * Addresses and routes as commands: `ip` of the kernel, dpip of DPVS. What VRRP carries is left to
 * keepalived: on every director at once it would be an address twice. VIPs come last of all: a VIP
 * without its service answers with resets.
 */
import { type Family, familyOf } from '../../schemas/address.ts';
import { printDpip } from '../dpip/print-statement.ts';
import type { DpipBody } from '../dpip/statement.ts';
import type { Flavour } from '../flavour.ts';
import type { CarriedEntry } from './carried-addresses.ts';
import { type NodeView, prefixText, type RouteView } from './node-view.ts';
import { note, type Remark, refusal } from './remark.ts';
import { wordOf } from './statement-of.ts';
import { type Step, shellLine } from './step.ts';

/** Local and SNAT addresses, which services rest on. */
export function sourceAddressSteps(view: NodeView, flavour: Flavour): Step[] {
  return view.heldAddresses
    .filter(({ kind }) => kind === 'snat' || (kind === 'local' && flavour !== 'dpvs'))
    .map((entry) => addressStep(entry, flavour));
}

/**
 * Local addresses of DPVS on their ports, for a director whose services are not made by ipvsadm:
 * that puts them on by itself (-P -F).
 */
export function dpvsLocalAddressSteps(view: NodeView): Step[] {
  const entries = view.services.flatMap(({ localAddresses }) =>
    (localAddresses?.addresses ?? []).map((address): [string, CarriedEntry] => [
      address,
      { address, interface: localAddresses?.interface ?? '', kind: 'local' },
    ]),
  );
  return [...new Map(entries).values()].map((entry) => addressStep(entry, 'dpvs'));
}

export function vipSteps(view: NodeView, flavour: Flavour): Step[] {
  return view.heldAddresses
    .filter(({ kind }) => kind === 'vip' || kind === 'listed')
    .map((entry) => addressStep(entry, flavour));
}

/** DPVS gives an address a pool of source ports when it is to translate to it (sapool). */
function addressStep(entry: CarriedEntry, flavour: Flavour): Step {
  const { address, interface: link, kind } = entry;
  const about = ABOUT[kind];
  if (flavour !== 'dpvs') {
    const words = (verb: string) => ['ip', 'addr', verb, prefixText(entry), 'dev', link];
    return { about, line: shellLine(words('replace')), undo: shellLine(words('del')) };
  }
  const line = (action: 'add' | 'del') =>
    dpipLine(familyOf(address), {
      object: 'addr',
      action,
      address,
      device: wordOf(link),
      isPool: action === 'add' && (kind === 'snat' || kind === 'local'),
      word: wordOf(address),
      ...(entry.prefixLength === undefined ? {} : { prefixLength: entry.prefixLength }),
    });
  return { about, line: line('add'), undo: line('del') };
}

const ABOUT: Readonly<Record<CarriedEntry['kind'], string>> = {
  listed: 'addresses',
  vip: 'VIPs, last: without its service a VIP answers with resets',
  local: 'local addresses',
  snat: 'SNAT addresses',
};

export function routeSteps(view: NodeView, flavour: Flavour): Step[] {
  return view.routes.flatMap((route) => {
    if (flavour === 'dpvs') return route.table === undefined ? [dpvsRoute(route)] : [];
    const words = routeWords(route);
    const ip = familyOf(route.to) === 'ipv6' ? ['ip', '-6'] : ['ip'];
    const line = (verb: string) => shellLine([...ip, 'route', verb, ...words]);
    return [{ about: 'routes', line: line('replace'), undo: line('del') }];
  });
}

/** Of a director with DPVS: it has one table of routes. */
export function routeRemarks({ node, routes }: NodeView, flavour: Flavour): Remark[] {
  if (flavour !== 'dpvs') return [];
  return routes
    .filter(({ table }) => table !== undefined)
    .map(({ path }) =>
      refusal(node, [...path, 'table'], 'DPVS has one table of routes', 'remove it'),
    );
}

function routeWords({ to, via, interface: link, source, metric, table }: RouteView) {
  return [
    to,
    ...(via === undefined ? [] : ['via', via]),
    ...(link === undefined ? [] : ['dev', link]),
    ...(source === undefined ? [] : ['src', source]),
    ...(metric === undefined ? [] : ['metric', metric]),
    ...(table === undefined ? [] : ['table', table]),
  ];
}

function dpvsRoute(route: RouteView): Step {
  const { to, via, interface: link, source, metric } = route;
  const further = [
    ...(source === undefined ? [] : ['src', source]),
    ...(metric === undefined ? [] : ['metric', String(metric)]),
  ].map(wordOf);
  const line = (action: 'add' | 'del') =>
    dpipLine(
      familyOf(to),
      {
        object: 'route',
        action,
        destination: wordOf(/^(0\.0\.0\.0|::)\/0$/.test(to) ? 'default' : to),
        ...(via === undefined ? {} : { via: wordOf(via) }),
        ...(link === undefined ? {} : { device: wordOf(link) }),
      },
      action === 'add' ? further : [],
    );
  return { about: 'routes', line: line('add'), undo: line('del') };
}

function dpipLine(
  family: Family,
  body: DpipBody,
  words: Parameters<typeof printDpip>[0]['words'] = [],
) {
  return `dpip ${printDpip({ body, family, words })}`;
}

/** What is left to keepalived. */
export function carriedNotes({ instances }: NodeView): Remark[] {
  const message = 'what VRRP carries is left to keepalived, which puts it on the master';
  const hint = '--dialect keepalived, or that of the flavour';
  return instances.map(({ at }) => note(at, ['spec'], message, hint));
}
