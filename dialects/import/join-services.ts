/**
 * Services of several directors as those of their cluster: the same by what they listen on. Where
 * two directors say different things of one service, the first counts and the other is an error.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Director, note, type ServiceDraft } from './director.ts';
import { differ } from './join-instances.ts';
import {
  instanceField,
  type JoinedInstance,
  type Joining,
  placeOf,
  type ResourceDraft,
} from './joined.ts';
import { type NameBook, nameFrom } from './names.ts';

interface Kept {
  readonly draft: ServiceDraft;
  readonly director: string;
  readonly on: Set<string>;
}

/** One of each, named, with VIPs known as such; pools are joined after this. */
export function joinServices(joining: Joining, names: NameBook): ServiceDraft[] {
  const { context, directors, served } = joining;
  const kept = new Map<string, Kept>();
  for (const director of directors) {
    for (const draft of director.services) {
      if (draft.forwarding === undefined) continue;
      const key = keyOf(draft);
      const known = kept.get(key);
      if (known === undefined) {
        draft.target.name = names.take(nameFrom(draft.name, 'service'));
        kept.set(key, { draft, director: director.name, on: new Set([director.name]) });
        for (const [at, vip] of vipsOf(draft).entries()) {
          served.set(vip, { target: draft.target, path: `spec.vips[${at}]` });
        }
        continue;
      }
      if (known.on.has(director.name)) {
        context.ledger.refuseWithin(
          draft.source,
          '',
          `declared before, at ${placeOf(known.draft.source)}`,
        );
        context.ledger.refused(draft.source, `declared before, at ${placeOf(known.draft.source)}`);
        for (const { source } of draft.realServers) {
          context.ledger.refused(source, `its service is declared before`);
        }
        continue;
      }
      known.on.add(director.name);
      draft.target.isPartOf(known.draft.target);
      compare(joining, known, draft, director);
    }
  }
  const serving = directors.filter(({ services }) => services.length > 0);
  for (const { draft, on } of kept.values()) {
    const lacking = serving.filter(({ name }) => !on.has(name)).map(({ name }) => name);
    if (lacking.length === 0) continue;
    const message = `${draft.target.name} is on ${[...on].join(', ')} and not on ${lacking.join(', ')}`;
    const hint = 'all directors of the cluster serve it now';
    note(context, 'W_ONE_DIRECTOR_ONLY', draft.source.span, message, hint);
  }
  return [...kept.values()].map(({ draft }) => draft);
}

function keyOf({ protocol, fwmark, listeners }: ServiceDraft): string {
  if (fwmark !== undefined) return `fwmark ${fwmark}`;
  return `${protocol} ${listeners
    .map(({ address, port }) => `${address} ${port}`)
    .sort()
    .join(',')}`;
}

const vipsOf = ({ listeners }: ServiceDraft) => [
  ...new Set(listeners.map(({ address }) => address)),
];

function compare({ context }: Joining, known: Kept, draft: ServiceDraft, director: Director): void {
  const { draft: first } = known;
  const name = first.target.name;
  const where = `${known.director} (${placeOf(first.source)})`;
  const servers = ({ realServers }: ServiceDraft) =>
    realServers
      .map(({ source: _, weight = 1, ...rest }) => JSON.stringify({ ...rest, weight }))
      .sort();
  if (!isDeepStrictEqual(servers(first), servers(draft))) {
    const said = `${name} has other real servers on ${director.name} than on ${where}`;
    differ(context, draft.source, 'spec.realServers', said);
    for (const { source } of draft.realServers) context.ledger.refused(source, said);
  }
  if (first.forwarding !== draft.forwarding) {
    const said = `${name} is forwarded by ${draft.forwarding} on ${director.name}, by ${first.forwarding} on ${where}`;
    differ(context, draft.source, 'spec.forwarding', said);
  }
  for (const field of new Set([...Object.keys(first.fields), ...Object.keys(draft.fields)])) {
    if (isDeepStrictEqual(first.fields[field], draft.fields[field])) continue;
    const said = `${field} of ${name} is another on ${director.name} than on ${where}`;
    differ(context, draft.source, `spec.${field}`, said);
  }
}

export function serviceResources(
  joining: Joining,
  drafts: readonly ServiceDraft[],
  carrierFor: (address: string, source: ServiceDraft['source']) => JoinedInstance | undefined,
): ResourceDraft[] {
  return drafts.map((draft) => {
    const { target, fwmark, protocol, forwarding, fields, realServers, pool } = draft;
    const vips = vipsOf(draft);
    const [vip] = vips;
    const carrier = vip === undefined ? undefined : carrierFor(vip, draft.source);
    const { scheduler, ...others } = fields;
    const ports = [...new Set(draft.listeners.map(({ port }) => port))];
    const spec = {
      cluster: joining.cluster,
      ...(fwmark === undefined ? { vips, ports } : { fwmark }),
      ...(protocol === 'tcp' ? {} : { protocol }),
      ...(scheduler === undefined ? {} : { scheduler }),
      forwarding,
      ...(pool === undefined ? {} : { localAddressPool: pool.target.final().name }),
      ...instanceField(joining, carrier),
      realServers: realServers.map(({ source: _, ...server }) => server),
      ...others,
    };
    return { target, spec };
  });
}
