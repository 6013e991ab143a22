/**
 * Desired, last applied and observed side by side. Pure. What differs is exactly what the next
 * round will do: each op that leads from observed to desired is one entry, and an entry says
 * whether the plan moved (`pending`) or somebody changed what was applied (`drifted`).
 */
import { diffDataplane } from '../../dataplane/diff.ts';
import type { DataplaneContents, DataplaneZone, Op } from '../../schemas/dataplane.ts';
import type { DriftEntry } from '../../schemas/drift.ts';
import { realServerKey } from '../../schemas/names.ts';

/** All that a director holds of ours, or is to hold. */
export interface DirectorContents extends DataplaneContents {
  /** Addresses on links, each as `10.0.0.1/32 dev lo`; only those that the plans speak of. */
  readonly addresses: ReadonlySet<string>;
  /** VRRP instances by name, in words: what they advertise. */
  readonly vrrp: ReadonlyMap<string, string>;
}

/** Drifted ones first; none when observed is as desired, whatever was applied before. */
export function threeWay(
  desired: DirectorContents,
  applied: DirectorContents,
  observed: DirectorContents,
): DriftEntry[] {
  const sides = { desired, applied, observed };
  const changed = new Set(diffDataplane(applied, observed).flatMap((op) => idsOf(placeOf(op))));
  const entries = diffDataplane(desired, observed).map((op): DriftEntry => {
    const place = placeOf(op);
    const isChanged = idsOf(place).some((id) => changed.has(id));
    return { kind: isChanged ? 'drifted' : 'pending', ...place, ...wordsOn(sides, place) };
  });
  // An op for the rules of a zone and one for its place are one thing to a reader.
  const distinct = new Map(entries.map((entry) => [idsOf(entry)[0], entry]));
  const all = [...distinct.values(), ...differing(sides, 'address'), ...differing(sides, 'vrrp')];
  return [...all.filter(isDrifted), ...all.filter((entry) => !isDrifted(entry))];
}

/** `weight 3 of 10.1.0.2:80 in tcp/10.0.0.1:80` and what became of it, for a repair. */
export function repairText({ what, subject, of, desired, observed }: DriftEntry): string {
  const where = of === '' ? '' : ` ${what === 'address' ? 'on' : 'in'} ${of}`;
  return `${NOUNS[what]} ${subject}${where}: ${observed || 'gone'}, again ${desired || 'gone'}`;
}

const NOUNS: Readonly<Record<DriftEntry['what'], string>> = {
  service: 'service',
  realServer: 'real server',
  localAddress: 'local address',
  zone: 'zone',
  address: 'address',
  vrrp: 'VRRP instance',
};

type Place = Pick<DriftEntry, 'what' | 'subject' | 'of'>;
type Sides = Readonly<Record<'desired' | 'applied' | 'observed', DirectorContents>>;

const isDrifted = ({ kind }: DriftEntry) => kind === 'drifted';

function placeOf(op: Op): Place {
  switch (op.kind) {
    case 'addService':
      return { what: 'service', subject: op.service.key, of: '' };
    case 'removeService':
    case 'editService':
      return { what: 'service', subject: op.key, of: '' };
    case 'addLocalAddress':
    case 'removeLocalAddress':
      return { what: 'localAddress', subject: op.address, of: op.key };
    case 'addRealServer':
    case 'setWeight':
      return { what: 'realServer', subject: realServerKey(op.realServer), of: op.key };
    case 'removeRealServer':
      return { what: 'realServer', subject: op.realServer, of: op.key };
    case 'addZone':
    case 'editZone':
      return { what: 'zone', subject: op.zone.key, of: '' };
    case 'moveZone':
    case 'removeZone':
      return { what: 'zone', subject: op.key, of: '' };
  }
}

/** Its own identity, then that of what it is a part of: a part changes with its whole. */
function idsOf({ what, subject, of }: Place): string[] {
  const own = `${what} ${subject} ${of}`;
  return what === 'realServer' || what === 'localAddress' ? [own, `service ${of} `] : [own];
}

function wordsOn(sides: Sides, place: Place): Pick<DriftEntry, keyof Sides> {
  return {
    desired: wordsOf(sides.desired, place),
    applied: wordsOf(sides.applied, place),
    observed: wordsOf(sides.observed, place),
  };
}

function wordsOf(contents: DirectorContents, { what, subject, of }: Place): string {
  if (what === 'zone') return zoneWords(contents.zones, subject);
  if (what === 'address') return contents.addresses.has(`${subject} dev ${of}`) ? 'there' : '';
  if (what === 'vrrp') return contents.vrrp.get(subject) ?? '';
  const service = contents.services.get(what === 'service' ? subject : of);
  if (service === undefined) return '';
  if (what === 'localAddress') return service.localAddresses.includes(subject) ? 'there' : '';
  if (what === 'realServer') {
    const found = service.realServers.find((server) => realServerKey(server) === subject);
    return found === undefined ? '' : `weight ${found.weight}`;
  }
  const { scheduler, forwarding, name } = service;
  return name === '' ? 'edited by hand' : `${scheduler} ${forwarding} of ${name}`;
}

function zoneWords(zones: readonly DataplaneZone[], key: string): string {
  const position = zones.findIndex((zone) => zone.key === key);
  const zone = zones[position];
  if (zone === undefined) return '';
  const { sources, addresses, egressInterface } = zone;
  if (addresses.length === 0) return 'edited by hand';
  return (
    `${position + 1}. ${listWords(sources)} by ${egressInterface} ` + `as ${listWords(addresses)}`
  );
}

function listWords(list: readonly string[]): string {
  return list.length <= 2 ? list.join(', ') : `${list[0]} and ${list.length - 1} more`;
}

/** Addresses and instances have no ops: what is not the same is an entry. */
function differing(sides: Sides, what: 'address' | 'vrrp'): DriftEntry[] {
  const names = (contents: DirectorContents) =>
    what === 'address' ? [...contents.addresses] : [...contents.vrrp.keys()];
  const all = new Set([sides.desired, sides.observed].flatMap(names));
  return [...all].sort().flatMap((text): DriftEntry[] => {
    const [subject = '', of = ''] = what === 'address' ? text.split(' dev ') : [text];
    const words = wordsOn(sides, { what, subject, of });
    if (words.desired === words.observed) return [];
    const kind = words.observed === words.applied ? 'pending' : 'drifted';
    return [{ kind, what, subject, of, ...words }];
  });
}
