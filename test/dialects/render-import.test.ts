/**
 * Law: importing what was rendered gives the resources that it was rendered from, but for what the
 * dialect has no word for (docs/render.md lists that; `comparable` takes the same away from both).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAVOURS, isForkOf122 } from '../../dialects/flavour.ts';
import { importFiles } from '../../dialects/import/import-files.ts';
import type { LintKind } from '../../dialects/lint/bundle.ts';
import { type FileKind, fileNameOf, type Target } from '../../dialects/render/dialect.ts';
import type { NodeView } from '../../dialects/render/node-view.ts';
import { nodeView } from '../../dialects/render/node-view.ts';
import { renderNode } from '../../dialects/render/render-node.ts';
import type { Resource } from '../../schemas/resources/resource.ts';
import { indexFleet } from '../../schemas/validation/fleet-index.ts';
import { storedResource } from '../../schemas/validation/located-resource.ts';
import type { Document } from '../schemas/fleet.ts';
import { drawnFleet, viewsOf } from './render-fleets.ts';

const LINT_KINDS: Readonly<Record<FileKind, LintKind>> = {
  keepalived: 'keepalived',
  save: 'script',
  commands: 'script',
  dpip: 'script',
  'dpvs-conf': 'dpvs-conf',
};

function imported(views: readonly NodeView[], target: Target): NodeView[] {
  const files = views.map((view) => ({
    file: fileNameOf(view.name, target, false),
    text: renderNode(view, target).text,
    kind: LINT_KINDS[target.kind],
    node: view.name,
  }));
  const options = { flavour: target.flavour, cluster: 'edge' };
  // What makes directors one cluster is VRRP, which a list of commands does not say.
  const parts = target.kind === 'keepalived' ? [files] : files.map((file) => [file]);
  return parts.flatMap((part) => viewsFrom(importFiles(part, options).resources));
}

function viewsFrom(resources: readonly Resource[]): NodeView[] {
  const fleet = indexFleet(resources.map(storedResource), []);
  return fleet.all('Node').map((node) => nodeView(fleet, node));
}

/** The fleet without what the dialect refuses. */
function sayable(fleet: readonly Document[], target: Target): Document[] {
  const remarks = viewsOf(fleet).flatMap((view) => renderNode(view, target).remarks);
  const refusals = remarks.filter(({ kind }) => kind === 'refusal');
  const left = new Set(refusals.map(({ resource }) => resource));
  return fleet
    .filter(({ kind, name }) => kind === 'Cluster' || !left.has(`${kind}/${name}`))
    .map((one) => {
      if (one.kind === 'SnatGateway') return withOneSource(one);
      if (one.kind !== 'Cluster') return one;
      // No dialect says the director’s own address on that link, which sync has to have.
      const { connectionSync: _, ...spec } = one.spec;
      return { ...one, spec };
    });
}

/** A zone of several sources is several zones in every dialect. */
function withOneSource(gateway: Document): Document {
  const zones = gateway.spec['zones'] as { readonly sources: readonly string[] }[];
  const first = zones.map((zone) => ({ ...zone, sources: zone.sources.slice(0, 1) }));
  return { ...gateway, spec: { ...gateway.spec, zones: first } };
}

/** A director as its dialect has it: names and what is not said are gone, lists are sorted. */
function comparable(view: NodeView, target: Target): unknown {
  const isConf = target.kind === 'keepalived';
  return {
    name: view.name,
    services: view.services.flatMap((one) => services(one, target)).sort(),
    zones: view.zones.map((zone) => zoneText(zone, target)).sort(),
    ...(isConf ? { instances: view.instances.map((one) => instanceOf(one, target)) } : {}),
    ...(isConf && target.flavour !== 'stock' ? {} : { routes: view.routes.map(routeText).sort() }),
  };
}

function services(one: NodeView['services'][number], target: Target): string[] {
  const { spec, listeners, realServers, localAddresses } = one;
  const isConf = target.kind === 'keepalived';
  const proxy = spec.clientAddress.startsWith('proxy') ? spec.clientAddress : undefined;
  const { port } = spec.sorryServer ?? {};
  const said = {
    scheduler: spec.scheduler,
    forwarding: spec.forwarding,
    protocol: spec.fwmark === undefined ? spec.protocol : undefined,
    persistence: spec.persistence,
    synproxy: spec.synproxy,
    proxy,
    allow: [...spec.allow].sort(),
    deny: [...spec.deny].sort(),
    // A kernel setting, which is not read back as one of services.
    quiescent: target.flavour === 'dpvs' ? spec.expireQuiescent : undefined,
    // Only UDP has it, and a mark says no protocol.
    onePacket: spec.fwmark === undefined && spec.onePacket,
    locals: localAddresses?.addresses.toSorted(),
    servers: realServers.map(({ at: _, path: __, ...server }) => JSON.stringify(server)).sort(),
    ...(isConf
      ? {
          onFailure: spec.onFailure,
          quorum: spec.quorum,
          sorry: spec.sorryServer && { ...spec.sorryServer, port: port ?? spec.ports[0] },
          check: check(one, target),
        }
      : {}),
  };
  if (spec.fwmark !== undefined) return [JSON.stringify([spec.fwmark, said])];
  if (isConf) return [JSON.stringify([listeners, said])];
  return listeners.map((listener) => JSON.stringify([listener, said]));
}

/**
 * One good answer is enough; 1.2.2 counts failures of pages alone, and whole seconds. The port that
 * all real servers have is no port of the check's own.
 */
function check({ spec, realServers }: NodeView['services'][number], { flavour }: Target) {
  const { healthCheck: given } = spec;
  if (given === undefined) return undefined;
  const isFork = isForkOf122(flavour);
  const seconds = (ms: number) => (isFork ? Math.ceil(ms / 1_000) * 1_000 : ms);
  const { http } = given;
  // A pattern that needs a backslash is not read as a text again.
  const isPlain = !/[\\^$.|?*+()[\]{}#]/.test(http?.expectBody ?? '');
  return {
    ...given,
    http: http && {
      ...http,
      // 1.2.2 says it of the service, which is not read back.
      host: isFork ? undefined : http.host,
      expectStatus: http.expectStatus.toSorted(),
      expectBody: isPlain ? http.expectBody : undefined,
    },
    port: realServers.every(({ port }) => port === given.port) ? undefined : given.port,
    rise: 1,
    fall: isFork && given.type !== 'http' ? 1 : given.fall,
    intervalMs: seconds(given.intervalMs),
    timeoutMs: seconds(given.timeoutMs),
  };
}

function zoneText(view: NodeView['zones'][number], { flavour }: Target): string {
  const { zone, egressInterface } = view;
  // A rule of lvs-snat v2 names no protocol.
  const protocols = flavour === 'lvs-snat-v2' ? [] : view.protocols;
  const { sources, destinations, pool, nextHop } = zone;
  const { addresses, rotation } = pool;
  return JSON.stringify({
    sources,
    destinations,
    addresses,
    rotation,
    nextHop,
    protocols,
    egressInterface,
  });
}

const routeText = ({ to, via, interface: link }: NodeView['routes'][number]) =>
  JSON.stringify([to, via, link]);

/** Under DPVS local addresses stay with their director. */
function instanceOf(instance: NodeView['instances'][number], { flavour }: Target) {
  const { at, name, interface: link, priority, carried } = instance;
  const { virtualRouterId, family, advertIntervalMs } = at.resource.spec;
  const addresses = carried
    .filter(({ kind }) => kind !== 'local' || flavour !== 'dpvs')
    .map((one) => `${one.address} ${one.interface}`)
    .sort();
  return { name, link, priority, virtualRouterId, family, advertIntervalMs, addresses };
}

describe.each([
  ...FLAVOURS.map((flavour) => ({ kind: 'keepalived', flavour }) as const),
  ...FLAVOURS.map((flavour) => ({ kind: 'commands', flavour }) as const),
])('$kind of $flavour', (target) => {
  it('comes back as the resources that it was rendered from', () => {
    fc.assert(
      fc.property(drawnFleet(target.flavour), (drawn) => {
        const views = viewsOf(sayable(drawn, target));
        const back = imported(views, target);
        const shapes = (all: readonly NodeView[]) => all.map((view) => comparable(view, target));
        expect(shapes(back)).toEqual(shapes(views));
      }),
      { numRuns: 25 },
    );
  });
});
