/**
 * VRRP instances of several directors as those of their cluster: the same by name, or by id and an
 * address. An instance of both families becomes two, for VRRPv3 carries one on the wire.
 */
import { familyOf } from '../../schemas/address.ts';
import {
  type Director,
  type ImportContext,
  type InstanceDraft,
  note,
  type SaidAddress,
} from './director.ts';
import type { JoinedInstance, Joining, ResourceDraft } from './joined.ts';
import { type Source, Target } from './ledger.ts';
import { type NameBook, nameFrom } from './names.ts';

interface Same {
  readonly first: InstanceDraft;
  readonly all: { readonly director: Director; readonly draft: InstanceDraft }[];
}

export function joinInstances(
  directors: readonly Director[],
  names: NameBook,
  context: ImportContext,
): JoinedInstance[] {
  const same: Same[] = [];
  for (const director of directors) {
    for (const draft of director.instances) {
      const known = same.find(({ first }) => isSame(first, draft));
      if (known === undefined) same.push({ first: draft, all: [{ director, draft }] });
      else {
        draft.target.isPartOf(known.first.target);
        known.all.push({ director, draft });
        compare(known, director, draft, context);
      }
    }
  }
  return same.flatMap((one) => byFamily(one, names, context));
}

function isSame(first: InstanceDraft, draft: InstanceDraft): boolean {
  if (first.name === draft.name) return true;
  const addresses = new Set(first.addresses.map(({ address }) => address));
  return (
    first.virtualRouterId === draft.virtualRouterId &&
    draft.addresses.some(({ address }) => addresses.has(address))
  );
}

function compare(
  { first, all }: Same,
  director: Director,
  draft: InstanceDraft,
  context: ImportContext,
) {
  const peer = all[0]?.director.name ?? '';
  const fields = [
    ['virtualRouterId', 'virtual_router_id'],
    ['advertIntervalMs', 'advert_int'],
  ] as const;
  for (const [field, word] of fields) {
    if (first[field] === draft[field]) continue;
    const said = `${word} of ${draft.name} on ${director.name} is not that of ${peer}`;
    differ(context, draft.source, `spec.${field}`, said);
  }
  const [here, there] = [addressesOf(draft), addressesOf(first)];
  const lone = [...here]
    .filter((one) => !there.has(one))
    .concat([...there].filter((one) => !here.has(one)));
  if (lone.length === 0) return;
  const said = `${draft.name} carries ${lone.join(', ')} on one of ${peer} and ${director.name} only`;
  const hint = 'both carry all of them now: take out what is not to move';
  note(context, 'E_DIRECTORS_DIFFER', draft.source.span, said, hint);
}

const addressesOf = ({ addresses }: InstanceDraft) =>
  new Set(addresses.map(({ address }) => address));

/** What the first director says is kept; the other's statement is refused. */
export function differ(
  context: ImportContext,
  source: Source,
  path: string,
  message: string,
): void {
  const hint = 'what the first director says is written; make the files agree, or change it there';
  note(context, 'E_DIRECTORS_DIFFER', source.span, message, hint);
  context.ledger.refuseWithin(source, path, message);
}

function byFamily({ first, all }: Same, names: NameBook, context: ImportContext): JoinedInstance[] {
  const seen = new Set<string>();
  const said = all.flatMap(({ draft }) => draft.addresses);
  const addresses = said.filter(({ address }) => !seen.has(address) && seen.add(address));
  const families = [...new Set(addresses.map(({ address }) => familyOf(address)))];
  const [main = 'ipv4', other] = families;
  if (first.interface === undefined || first.virtualRouterId === undefined) {
    const reason = 'an instance needs an interface and a virtual_router_id';
    context.ledger.refuseAt(first.target, '', reason);
    return [];
  }
  const make = (family: 'ipv4' | 'ipv6', target: Target, name: string): JoinedInstance => {
    target.name = names.take(name);
    const own = (all: readonly SaidAddress[]) =>
      all.filter(({ address }) => familyOf(address) === family);
    const link = first.interface ?? '';
    return {
      target,
      interface: link,
      family,
      draft: first,
      addresses: own(addresses),
      said: own(said),
    };
  };
  const name = nameFrom(first.name, 'vrrp');
  const joined = [make(main, first.target, name)];
  if (other !== undefined) {
    const second = make(other, new Target('VrrpInstance'), `${name}-${other}`);
    note(
      context,
      'W_ADDED',
      first.source.span,
      `${first.name} carries both families: ${second.target.name} is made for its ${other} addresses`,
    );
    joined.push(second);
  }
  return joined;
}

/** An instance of the other family beside one that is there: same link, same id, other router. */
export function mirrorOf(
  instance: JoinedInstance,
  names: NameBook,
  context: ImportContext,
  why: string,
): JoinedInstance {
  const family = instance.family === 'ipv4' ? 'ipv6' : 'ipv4';
  const target = new Target('VrrpInstance');
  target.name = names.take(`${instance.target.name}-${family}`);
  const message = `${target.name} is added beside ${instance.target.name}: ${why}`;
  note(context, 'W_ADDED', instance.draft.source.span, message);
  return { ...instance, family, target, addresses: [], said: [] };
}

export function instanceResources({
  cluster,
  instances,
  served,
  context,
}: Joining): ResourceDraft[] {
  return instances.map(({ target, draft, family, addresses, said, interface: link }) => {
    const full = family === 'ipv4' ? 32 : 128;
    const places = new Map<string, number>();
    const listed = addresses.flatMap(({ address, prefixLength = full, device }) => {
      const isElsewhere = device !== undefined && device !== link;
      // VIPs, LIPs and SNAT addresses are carried anyway; only more than the address is said here.
      if (served.has(address) && prefixLength === full && !isElsewhere) return [];
      places.set(address, places.size);
      const text = `${address}/${prefixLength}`;
      return [{ address: text, ...(isElsewhere ? { interface: device } : {}) }];
    });
    for (const { address, source } of said) {
      const place = places.get(address);
      const role = served.get(address);
      if (place !== undefined) context.ledger.mapped(source, target, `spec.addresses[${place}]`);
      else if (role !== undefined) context.ledger.mapped(source, role.target, role.path);
    }
    const spec = {
      cluster,
      interface: link,
      virtualRouterId: draft.virtualRouterId,
      ...(family === 'ipv4' ? {} : { family }),
      ...(draft.advertIntervalMs === undefined ? {} : { advertIntervalMs: draft.advertIntervalMs }),
      ...(listed.length === 0 ? {} : { addresses: listed }),
    };
    return { target, spec };
  });
}

/**
 * Groups as the files say them. Without any, Sluice moves all instances together; instances that
 * moved each by itself get a group each.
 */
export function groupResources(
  cluster: string,
  directors: readonly Director[],
  instances: readonly JoinedInstance[],
  names: NameBook,
  context: ImportContext,
): ResourceDraft[] {
  const joined = new Map<string, { target: Target; members: Set<string> }>();
  const namesOf = (member: string) => {
    const targets = directors.flatMap((one) => one.instances.filter(({ name }) => name === member));
    const finals = new Set(targets.map(({ target }) => target.final()));
    return instances
      .filter(({ draft }) => finals.has(draft.target.final()))
      .map(({ target }) => target.name);
  };
  for (const director of directors) {
    for (const group of director.groups) {
      const known = joined.get(group.name);
      if (known !== undefined) group.target.isPartOf(known.target);
      else group.target.name = names.take(nameFrom(group.name, 'group'));
      const into = known ?? { target: group.target, members: new Set<string>() };
      joined.set(group.name, into);
      for (const { name, source } of group.members) {
        const found = namesOf(name);
        if (found.length === 0) context.ledger.refused(source, `there is no vrrp_instance ${name}`);
        else context.ledger.mapped(source, group.target, 'spec.instances');
        for (const one of found) into.members.add(one);
      }
    }
  }
  const grouped = new Set([...joined.values()].flatMap(({ members }) => [...members]));
  const alone = instances.filter(({ target }) => !grouped.has(target.name));
  const isOne = joined.size === 0 && new Set(alone.map(({ draft }) => draft)).size <= 1;
  const drafts: ResourceDraft[] = [...joined.values()].map(({ target, members }) => ({
    target,
    spec: { cluster, instances: [...members] },
  }));
  for (const { draft } of isOne ? [] : alone) {
    const target = new Target('SyncGroup');
    const members = alone.filter((one) => one.draft === draft).map((one) => one.target.name);
    const name = nameFrom(draft.name, 'group');
    if (drafts.some(({ target: { name: taken } }) => taken === name)) continue;
    target.name = names.take(name);
    drafts.push({ target, spec: { cluster, instances: members }, isAdded: true });
  }
  return drafts.filter(({ spec }) => (spec['instances'] as unknown[]).length > 0);
}
