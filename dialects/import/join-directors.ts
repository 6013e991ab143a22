/**
 * The directors of one cluster as its resources: cluster, nodes, VRRP, pools, zones, services, in
 * the order in which each needs the one before. Deterministic in the directors and their order.
 */

import { familyOf } from '../../schemas/address.ts';
import type { DataplaneName } from '../../schemas/capabilities.ts';
import type { Flavour } from '../flavour.ts';
import { type Director, type ImportContext, note } from './director.ts';
import { groupResources, instanceResources, joinInstances, mirrorOf } from './join-instances.ts';
import { type NodeOptions, nodeResources } from './join-nodes.ts';
import { joinPools } from './join-pools.ts';
import { joinServices, serviceResources } from './join-services.ts';
import { joinZones } from './join-zones.ts';
import type { JoinedInstance, Joining, ResourceDraft } from './joined.ts';
import { type Source, Target } from './ledger.ts';
import { NameBook } from './names.ts';

export interface JoinOptions extends NodeOptions {
  readonly cluster: string;
  /** Absent: that of the directors' tools. */
  readonly dataplane?: DataplaneName;
}

export function dataplaneOf(flavour: Flavour): DataplaneName {
  if (flavour === 'stock') return 'ipvs';
  return flavour === 'dpvs' ? 'dpvs' : 'lvs-fork';
}

export function joinDirectors(
  all: readonly Director[],
  options: JoinOptions,
  context: ImportContext,
): ResourceDraft[] {
  const dataplane = options.dataplane ?? commonDataplane(all, context);
  const instanceNames = new NameBook();
  const instances = joinInstances(all, instanceNames, context);
  const carriers = new Map<string, JoinedInstance>();
  for (const one of instances) {
    for (const { address } of one.addresses) if (!carriers.has(address)) carriers.set(address, one);
  }
  const { cluster } = options;
  const base = { context, cluster, dataplane, carriers, served: new Map() };
  const joining: Joining = { ...base, directors: all, instances };
  const carry = new CarrierBook(joining, instances, instanceNames);
  const services = joinServices(joining, new NameBook());
  for (const { listeners, source } of services) {
    for (const { address } of listeners) carry.forVip(address, source);
  }
  const pools = joinPools(joining, new NameBook(), (address, link) => carry.forLip(address, link));
  const gateways = joinZones(joining, new NameBook(), (address, link) =>
    carry.forLip(address, link),
  );
  const serviceDrafts = serviceResources(joining, services, (address, source) =>
    carry.forVip(address, source),
  );
  const vrrp = instanceResources(joining);
  const groups = groupResources(cluster, all, instances, new NameBook(), context);
  const staying = all.filter(({ name }) => !pools.without.has(name));
  const left: Joining = { ...joining, directors: staying };
  const named = [...vrrp, ...pools.drafts, ...gateways];
  return [
    clusterResource(left, instances.length > 0, staying),
    ...nodeResources(left, named, options),
    ...vrrp,
    ...groups,
    ...pools.drafts,
    ...gateways,
    ...serviceDrafts,
  ];
}

function commonDataplane(all: readonly Director[], context: ImportContext): DataplaneName {
  const [first] = all;
  const chosen = dataplaneOf(first?.flavour ?? 'stock');
  for (const { name, flavour } of all) {
    if (dataplaneOf(flavour) === chosen) continue;
    const message = `${name} runs ${dataplaneOf(flavour)}, ${first?.name} runs ${chosen}`;
    const hint = 'directors of one cluster run one dataplane: import them as two clusters';
    note(context, 'E_DIRECTORS_DIFFER', undefined, message, hint);
  }
  return chosen;
}

function clusterResource(
  { context, cluster, dataplane }: Joining,
  isVrrp: boolean,
  directors: readonly Director[],
): ResourceDraft {
  const target = new Target('Cluster');
  target.name = cluster;
  const links = directors.flatMap(({ syncLinks }) => syncLinks);
  const [sync] = links;
  for (const link of links) {
    if (link.interface === sync?.interface) {
      context.ledger.mapped(link.source, target, 'spec.connectionSync.interface');
    } else context.ledger.refused(link.source, 'a cluster syncs connections over one link');
  }
  const spec = {
    dataplane,
    highAvailability: isVrrp ? 'vrrp' : 'none',
    ...(sync === undefined ? {} : { connectionSync: { interface: sync.interface } }),
  };
  return { target, spec };
}

/** Who carries an address that no instance lists; says each choice once. */
class CarrierBook {
  readonly #joining: Joining;
  readonly #instances: JoinedInstance[];
  readonly #names: NameBook;
  readonly #chosen = new Map<string, JoinedInstance>();

  constructor(joining: Joining, instances: JoinedInstance[], names: NameBook) {
    this.#joining = joining;
    this.#instances = instances;
    this.#names = names;
  }

  forVip(address: string, source: Source): JoinedInstance | undefined {
    const known = this.#joining.carriers.get(address) ?? this.#chosen.get(address);
    if (known !== undefined) return known;
    const carrier = this.#ofFamily(address)[0];
    if (carrier === undefined) return undefined;
    this.#chosen.set(address, carrier);
    const message = `no vrrp_instance lists ${address}: ${carrier.target.name} carries it now`;
    note(this.#joining.context, 'W_ADDED', source.span, message);
    return carrier;
  }

  /** Local and SNAT addresses travel with mastership (docs/adr/0005), listed or not. */
  forLip(address: string, link: string | undefined): JoinedInstance | undefined {
    const known = this.#joining.carriers.get(address);
    if (known !== undefined) return known;
    const ofFamily = this.#ofFamily(address);
    return ofFamily.find((one) => one.interface === link) ?? ofFamily[0];
  }

  #ofFamily(address: string): JoinedInstance[] {
    const found = this.#instances.filter(({ family }) => family === familyOf(address));
    const [any] = this.#instances;
    if (found.length > 0 || any === undefined) return found;
    const why = `something has to carry ${address}`;
    const made = mirrorOf(any, this.#names, this.#joining.context, why);
    this.#instances.push(made);
    return [made];
  }
}
