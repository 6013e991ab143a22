/** The Node of each director: its own addresses, links, routes, bonds, priority and other names. */
import { type Director, type Fields, note } from './director.ts';
import type { JoinedInstance, Joining, ResourceDraft } from './joined.ts';

const PRIORITY_DEFAULT = 100;

export interface NodeOptions {
  /** Node name -> where it is managed. */
  readonly management: ReadonlyMap<string, string>;
}

export function nodeResources(
  joining: Joining,
  resources: readonly ResourceDraft[],
  options: NodeOptions,
): ResourceDraft[] {
  const links = linksOf(resources);
  const standIns = standInAddresses(joining, options);
  const priorities = new Map<string, Priorities>();
  for (const director of joining.directors) {
    priorities.set(director.name, prioritiesOf(director, joining, priorities));
  }
  return joining.directors.map((director) => {
    const renamed = renamedLinks(director, joining);
    const { own, overrides } = priorities.get(director.name) ?? { own: undefined, overrides: {} };
    const differs = {
      ...(Object.keys(renamed).length === 0 ? {} : { interfaces: renamed }),
      ...(Object.keys(overrides).length === 0 ? {} : { vrrpPriorities: overrides }),
    };
    const interfaces = interfacesOf(director, joining, links, renamed);
    const spec = {
      cluster: joining.cluster,
      managementAddress: managementOf(director, joining, options, standIns),
      ...(interfaces.length === 0 ? {} : { interfaces }),
      ...(own === undefined ? {} : { vrrpPriority: own }),
      ...listed('bonds', director.bonds),
      ...listed('routes', director.routes),
      ...(Object.keys(differs).length === 0 ? {} : { overrides: differs }),
    };
    return { target: director.target, spec };
  });
}

function listed(field: string, all: readonly { readonly fields: Fields }[]): Fields {
  return all.length === 0 ? {} : { [field]: all.map(({ fields }) => fields) };
}

/** Links that resources of the cluster name. */
function linksOf(resources: readonly ResourceDraft[]): Set<string> {
  const links = new Set<string>();
  for (const { spec } of resources) {
    const zones = (spec['zones'] ?? []) as { readonly egressInterface: string }[];
    const carried = (spec['addresses'] ?? []) as { readonly interface?: string }[];
    const named = [spec['interface'], ...zones.map((zone) => zone.egressInterface)];
    for (const link of [...named, ...carried.map((one) => one.interface)]) {
      if (typeof link === 'string' && link !== 'lo') links.add(link);
    }
  }
  return links;
}

function interfacesOf(
  director: Director,
  joining: Joining,
  links: ReadonlySet<string>,
  renamed: Readonly<Record<string, string>>,
) {
  const { ledger } = joining.context;
  const bonds = new Set(director.bonds.map(({ fields }) => fields['name']));
  const ownNames = [...links].map((link) => renamed[link] ?? link);
  const names = new Set(
    [...director.links, ...ownNames].filter((link) => link !== 'lo' && !bonds.has(link)),
  );
  const byLink = new Map([...names].map((link) => [link, [] as string[]]));
  for (const { address, prefixLength, device = '', source } of director.addresses) {
    const role = joining.served.get(address);
    const carrier = joining.carriers.get(address);
    if (role !== undefined) ledger.mapped(source, role.target, role.path);
    else if (carrier !== undefined) ledger.mapped(source, carrier.target, 'spec.addresses');
    else if (bonds.has(device) || device === 'lo') {
      ledger.refused(source, 'a bond or lo has no addresses of its own in a Node');
    } else {
      const list = byLink.get(device) ?? [];
      byLink.set(device, list);
      const text = `${address}/${prefixLength ?? (address.includes(':') ? 128 : 32)}`;
      const at = [...byLink.keys()].indexOf(device);
      ledger.mapped(source, director.target, `spec.interfaces[${at}].addresses[${list.length}]`);
      if (!list.includes(text)) list.push(text);
    }
  }
  return [...byLink].map(([name, addresses]) =>
    addresses.length === 0 ? { name } : { name, addresses },
  );
}

/** What a link of the cluster is called on this director. */
function renamedLinks(director: Director, { instances }: Joining): Record<string, string> {
  const renamed: Record<string, string> = {};
  for (const draft of director.instances) {
    const joined = instances.find((one) => one.draft.target.final() === draft.target.final());
    const own = draft.interface;
    if (joined === undefined || own === undefined || joined.interface === own) continue;
    renamed[joined.interface] = own;
  }
  return renamed;
}

interface Priorities {
  readonly own: number | undefined;
  readonly overrides: Record<string, number>;
}

/** The first instance's counts for the Node; others that differ are overrides. */
function prioritiesOf(
  director: Director,
  { instances, context }: Joining,
  others: ReadonlyMap<string, Priorities>,
): Priorities {
  if (director.instances.length === 0) return { own: undefined, overrides: {} };
  const [first] = director.instances;
  const wanted = first?.priority?.value ?? PRIORITY_DEFAULT;
  const taken = new Map([...others].map(([name, { own }]) => [own, name]));
  let own = wanted;
  while (taken.has(own) && own > 1) own -= 1;
  if (own !== wanted && first !== undefined) {
    const message = `${director.name} has the priority of ${taken.get(wanted)}, ${wanted}`;
    const hint = `${own} is written; give every director of a cluster a priority of its own`;
    note(
      context,
      'E_DIRECTORS_DIFFER',
      first.priority?.source.span ?? first.source.span,
      message,
      hint,
    );
    if (first.priority !== undefined) context.ledger.refused(first.priority.source, message);
  }
  const overrides: Record<string, number> = {};
  for (const draft of director.instances) {
    const joined = instances.filter(
      (one: JoinedInstance) => one.draft.target.final() === draft.target.final(),
    );
    const value = draft.priority?.value ?? PRIORITY_DEFAULT;
    if (value === wanted) continue;
    for (const { target } of joined) overrides[target.name] = value;
    if (draft.priority !== undefined) {
      const path = 'spec.overrides.vrrpPriorities';
      context.ledger.mapped(draft.priority.source, director.target, path);
    }
  }
  return { own, overrides };
}

/** Blocks of addresses that are for documentation and on no director (RFC 5737). */
const STAND_INS = ['192.0.2', '198.51.100', '203.0.113'];

function* standInAddresses(joining: Joining, { management }: NodeOptions): Generator<string> {
  const { directors, served, carriers } = joining;
  const taken = new Set([...served.keys(), ...carriers.keys(), ...management.values()]);
  for (const director of directors) {
    for (const { address } of director.addresses) taken.add(address);
    if (director.managementAddress !== undefined) taken.add(director.managementAddress);
  }
  for (const block of STAND_INS) {
    for (let host = 1; host < 255; host += 1) {
      if (!taken.has(`${block}.${host}`)) yield `${block}.${host}`;
    }
  }
}

function managementOf(
  director: Director,
  { context, served, carriers }: Joining,
  { management }: NodeOptions,
  standIns: Generator<string>,
): string {
  const given = management.get(director.name) ?? director.managementAddress;
  if (given !== undefined && !served.has(given) && !carriers.has(given)) return given;
  const standIn = standIns.next().value ?? '0.0.0.0';
  const message = `nothing says where ${director.name} is managed: ${standIn} is written`;
  note(context, 'W_NOT_SAID', undefined, message, `say --management ${director.name}=ADDRESS`);
  return standIn;
}
