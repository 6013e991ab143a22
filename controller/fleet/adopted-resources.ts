/**
 * Makes resources of what was found live on a director, to be applied as any others. Pure and
 * deterministic: one VirtualService a listener, one LocalAddressPool a list of LIPs. What the driver
 * of the cluster cannot do is left out with its reason; nothing is changed to make it fit.
 */
import { familyOf } from '../../schemas/address.ts';
import type { FoundService } from '../../schemas/adopt.ts';
import type { Capabilities } from '../../schemas/capabilities.ts';
import type { CarriedAddress } from '../../schemas/plan/node-plan.ts';
import { RESOURCE_SCHEMAS, type Resource } from '../../schemas/resources/resource.ts';

export interface AdoptionChoices {
  readonly node: string;
  readonly cluster: string;
  readonly capabilities: Capabilities;
  /** Source addresses for services that masquerade, of any family. */
  readonly lips: readonly string[];
  /** The link for LIPs that are on none yet. */
  readonly lipInterface: string | undefined;
  /** Addresses on the director's links. */
  readonly addresses: readonly CarriedAddress[];
  /** Listeners that the cluster declares already: the plan says what they are. */
  readonly declared: ReadonlySet<string>;
  /** Pools that the node draws from already, by their LIPs in order. */
  readonly pools: ReadonlyMap<string, string>;
  /** Names that resources of the fleet have already, `VirtualService/web`. */
  readonly taken: ReadonlySet<string>;
}

export interface AdoptedResources {
  readonly resources: readonly Resource[];
  readonly leftOut: readonly { readonly key: string; readonly why: string }[];
}

export function adoptedResources(
  services: readonly FoundService[],
  choices: AdoptionChoices,
): AdoptedResources {
  const names = new Set(choices.taken);
  const pools = new Map(choices.pools);
  const resources: Resource[] = [];
  const leftOut: { key: string; why: string }[] = [];
  for (const service of services.filter(({ key }) => !choices.declared.has(key))) {
    const why = unfit(service, choices);
    if (why !== '') {
      leftOut.push({ key: service.key, why });
      continue;
    }
    const lips = lipsOf(service, choices);
    const id = lipsId(lips);
    if (lips.length > 0 && !pools.has(id)) {
      const pool = localAddressPool(lips, choices, names);
      pools.set(id, pool.metadata.name);
      resources.push(pool);
    }
    resources.push(virtualService(service, pools.get(id), choices, names));
  }
  return { resources, leftOut };
}

/** The same for the same LIPs, however they are ordered. */
export function lipsId(lips: readonly string[]): string {
  return [...lips].sort().join(' ');
}

function unfit(service: FoundService, choices: AdoptionChoices): string {
  const { capabilities, lipInterface, addresses } = choices;
  if (!capabilities.schedulers.includes(service.scheduler)) {
    const reason = capabilities.reasons[service.scheduler];
    const what = `the driver ${capabilities.driver} has no scheduler ${service.scheduler}`;
    return reason === undefined ? what : `${what}: ${reason}`;
  }
  const lips = lipsOf(service, choices);
  if (service.masquerade && lips.length === 0) {
    return 'it masquerades by the director’s own address, and Sluice needs LIPs; give some (--lip)';
  }
  const isPlaced = lips.every((lip) => linkOf(lip, addresses) !== undefined);
  if (!isPlaced && lipInterface === undefined) {
    return 'its LIPs are on no link of the director; say on which they belong (--lip-interface)';
  }
  return '';
}

function lipsOf(service: FoundService, { lips }: AdoptionChoices): readonly string[] {
  if (!service.masquerade) return service.localAddresses;
  return lips.filter((lip) => familyOf(lip) === familyOf(service.address));
}

function localAddressPool(
  lips: readonly string[],
  { node, cluster, addresses, lipInterface }: AdoptionChoices,
  names: Set<string>,
): Resource {
  const link = lips.map((lip) => linkOf(lip, addresses)).find((one) => one !== undefined);
  const spec = { cluster, interface: link ?? lipInterface, perNode: { [node]: [...lips] } };
  return resource('LocalAddressPool', `${node}-lips`, spec, names);
}

function virtualService(
  service: FoundService,
  pool: string | undefined,
  { cluster }: AdoptionChoices,
  names: Set<string>,
): Resource {
  const { protocol, address, port, scheduler, forwarding, realServers } = service;
  const words = `${protocol}-${address}-${port}`.replaceAll(/[^a-z0-9]+/g, '-');
  const spec = {
    cluster,
    ...{ vips: [address], ports: [port], protocol, scheduler, forwarding },
    ...(pool === undefined ? {} : { localAddressPool: pool }),
    realServers: realServers.map((server) => ({ ...server })),
  };
  return resource('VirtualService', words, spec, names);
}

/** Through the schema, so that defaults are filled in as for a file. */
function resource(
  kind: 'LocalAddressPool' | 'VirtualService',
  wanted: string,
  spec: unknown,
  names: Set<string>,
): Resource {
  let name = wanted;
  for (let n = 2; names.has(`${kind}/${name}`); n += 1) name = `${wanted}-${n}`;
  names.add(`${kind}/${name}`);
  const read = RESOURCE_SCHEMAS[kind];
  return read.parse({ apiVersion: 'sluice/v1', kind, metadata: { name }, spec }) as Resource;
}

function linkOf(address: string, links: readonly CarriedAddress[]): string | undefined {
  return links.find((one) => one.address.startsWith(`${address}/`))?.interface;
}
