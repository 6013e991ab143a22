/**
 * SNAT zones of several directors as gateways of their cluster: zones that translate the same
 * protocols stand in one gateway, in the order of the files, because the first that fits decides.
 */
import { CAPABILITIES } from '../../schemas/capabilities.ts';
import type { FlowProtocol } from '../../schemas/names.ts';
import { type Director, note, type ZoneDraft } from './director.ts';
import {
  instanceField,
  type JoinedInstance,
  type Joining,
  linkOf,
  placeOf,
  type ResourceDraft,
} from './joined.ts';
import { Target } from './ledger.ts';
import { NameBook } from './names.ts';

interface JoinedZone {
  readonly first: ZoneDraft;
  readonly all: ZoneDraft[];
  readonly protocols: Set<FlowProtocol>;
  readonly director: Director;
}

type CarrierFor = (address: string, wanted: string | undefined) => JoinedInstance | undefined;

export function joinZones(
  joining: Joining,
  names: NameBook,
  carrierFor: CarrierFor,
): ResourceDraft[] {
  const zones = joinedZones(joining);
  const gateways = new Map<string, JoinedZone[]>();
  for (const zone of zones) {
    const protocols = allowedProtocols(zone, joining);
    if (protocols.length === 0) continue;
    const key = protocols.join('-');
    gateways.set(key, [...(gateways.get(key) ?? []), zone]);
  }
  const services = joining.directors.flatMap((director) => director.snatServices);
  if (gateways.size === 0) {
    for (const { target } of services) {
      joining.context.ledger.refuseAt(target, '', 'there is no zone that it could turn on');
    }
  }
  return [...gateways].map(([protocols, members]) => {
    const target = new Target('SnatGateway');
    target.name = names.take(gateways.size === 1 ? 'snat' : `snat-${protocols}`);
    return {
      target,
      spec: gatewaySpec(target, protocols.split('-'), members, joining, carrierFor),
    };
  });
}

/** Zones without protocols of their own have those of the services that turn zones on. */
function joinedZones({ directors, context }: Joining): JoinedZone[] {
  const { ledger } = context;
  const joined = new Map<string, JoinedZone>();
  for (const director of directors) {
    const switched = new Set(director.snatServices.map(({ protocol }) => protocol));
    for (const zone of director.zones) {
      const protocols = zone.protocols ?? switched;
      if (protocols.size === 0) {
        refuse(zone, 'nothing turns zones on: there is no service on 0.0.0.0:0', director, joined, {
          ledger,
        });
        continue;
      }
      const match = matchOf(zone);
      const known = joined.get(match);
      if (known === undefined) {
        joined.set(match, { first: zone, all: [zone], protocols: new Set(protocols), director });
      } else if (addressesOf(known.first) === addressesOf(zone)) {
        known.all.push(zone);
        for (const protocol of protocols) known.protocols.add(protocol);
      } else {
        const where = `${known.director.name} (${placeOf(known.first.source)})`;
        const message = `zone ${zone.name} has other addresses on ${director.name} than on ${where}`;
        note(context, 'E_DIRECTORS_DIFFER', zone.source.span, message, 'make the files agree');
        refuse(zone, message, director, joined, { ledger });
      }
    }
  }
  return [...joined.values()];
}

/** Group and switch may be named by other zones that stay: then they are mapped all the same. */
function refuse(
  zone: ZoneDraft,
  reason: string,
  director: Director,
  joined: ReadonlyMap<string, JoinedZone>,
  { ledger }: Pick<Joining['context'], 'ledger'>,
): void {
  const isShared = (source: object) =>
    [...joined.values()].some(({ all }) =>
      all.some((one) => one.addresses.some((said) => said.source === source)),
    );
  ledger.refuseWithin(zone.source, '', reason);
  ledger.refused(zone.source, reason);
  for (const { source } of zone.addresses) if (!isShared(source)) ledger.refused(source, reason);
  zone.target.name = `of-${director.name}`;
}

function matchOf({ sources, destinations, egressInterface, nextHop }: ZoneDraft): string {
  return JSON.stringify([sources, destinations, egressInterface ?? '', nextHop ?? '']);
}

const addressesOf = ({ addresses }: ZoneDraft) =>
  addresses
    .map(({ address }) => address)
    .sort()
    .join();

function allowedProtocols(
  { protocols, first }: JoinedZone,
  { context, dataplane }: Joining,
): FlowProtocol[] {
  const all = (['tcp', 'udp', 'icmp'] as const).filter((one) => protocols.has(one));
  const able = CAPABILITIES[dataplane].snat.protocols;
  const left = all.filter((one) => able.includes(one));
  if (left.length < all.length) {
    const gone = all.filter((one) => !able.includes(one)).join(', ');
    const message = `zone ${first.name}: ${dataplane} does not translate ${gone}`;
    note(context, 'W_ADDED', first.source.span, message, `left out: ${gone}`);
  }
  return left;
}

function gatewaySpec(
  target: Target,
  protocols: readonly string[],
  zones: readonly JoinedZone[],
  joining: Joining,
  carrierFor: CarrierFor,
) {
  const { directors } = joining;
  const zoneNames = new NameBook();
  const listed = zones.map(({ first, all, director }, at) => {
    const path = `spec.zones[${at}]`;
    for (const zone of all) zone.target.isPartOf(target, path);
    for (const [index, { address }] of first.addresses.entries()) {
      joining.served.set(address, { target, path: `${path}.pool.addresses[${index}]` });
    }
    const rotation = first.rotation ?? director.snatServices[0]?.rotation ?? 'roundRobin';
    return {
      name: zoneNames.take(first.name),
      sources: first.sources,
      ...(first.destinations.length === 0 ? {} : { destinations: first.destinations }),
      pool: {
        addresses: first.addresses.map(({ address }) => address),
        ...(rotation === 'roundRobin' ? {} : { rotation }),
      },
      egressInterface: egressOf(first, joining),
      ...(first.nextHop === undefined ? {} : { nextHop: first.nextHop }),
    };
  });
  for (const service of directors.flatMap((director) => director.snatServices)) {
    service.target.isPartOf(target);
  }
  const [said] = zones.flatMap(({ first }) => first.addresses);
  const link = listed[0]?.egressInterface;
  const carrier = said === undefined ? undefined : carrierFor(said.address, link);
  return { cluster: joining.cluster, zones: listed, protocols, ...instanceField(joining, carrier) };
}

/** By what the zone says, who has its addresses, where the default route leads; else a stand-in. */
function egressOf(zone: ZoneDraft, joining: Joining): string {
  const { directors, context } = joining;
  const [first] = zone.addresses;
  const said = zone.egressInterface ?? first?.device ?? (first && linkOf(joining, first.address));
  if (said !== undefined) return said;
  const routes = directors.flatMap((director) => director.routes);
  const wayOut = routes.find(({ fields }) => /^(0\.0\.0\.0|::)\/0$/.test(String(fields['to'])));
  const link = wayOut?.fields['interface'];
  if (typeof link === 'string') return link;
  const others = directors
    .flatMap(({ zones }) => zones)
    .flatMap((one) => one.egressInterface ?? []);
  const [standIn = 'eth0'] = others;
  const message = `nothing says which link packets of zone ${zone.name} leave by: ${standIn} is written`;
  note(context, 'W_NOT_SAID', zone.source.span, message, 'name the link towards the outside');
  return standIn;
}
