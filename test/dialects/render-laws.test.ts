/**
 * Laws of rendering over drawn fleets, for every dialect: what is written reads without an error
 * and says what the director serves; it is the same every time; a list and its undo are in step.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAVOURS } from '../../dialects/flavour.ts';
import { type LintFile, readBundle } from '../../dialects/lint/bundle.ts';
import { factsOf, methodOf, type NodeFacts } from '../../dialects/lint/facts.ts';
import { lintBundle } from '../../dialects/lint/lint-files.ts';
import type { Target } from '../../dialects/render/dialect.ts';
import type { NodeView } from '../../dialects/render/node-view.ts';
import { type Rendered, renderNode } from '../../dialects/render/render-node.ts';
import type { ServiceView } from '../../dialects/render/service-view.ts';
import { familyOf } from '../../schemas/address.ts';
import { drawnFleet, errorsIn, viewsOf } from './render-fleets.ts';

const TARGETS: readonly Target[] = [
  ...FLAVOURS.map((flavour) => ({ kind: 'keepalived', flavour }) as const),
  ...FLAVOURS.map((flavour) => ({ kind: 'commands', flavour }) as const),
  { kind: 'save', flavour: 'stock' },
  { kind: 'dpip', flavour: 'dpvs' },
  { kind: 'dpvs-conf', flavour: 'dpvs' },
];

function fileOf({ name }: NodeView, { kind }: Target, { text }: Rendered): LintFile {
  const lintKind = kind === 'keepalived' || kind === 'dpvs-conf' ? kind : 'script';
  return { file: name, text, kind: lintKind, node: name };
}

function read(view: NodeView, target: Target, rendered: Rendered) {
  const file = fileOf(view, target, rendered);
  const bundle = readBundle([file], { flavour: target.flavour });
  const findings = lintBundle(bundle, [file]);
  const [node] = bundle.nodes;
  if (node === undefined) throw new Error('nothing was read');
  return { facts: factsOf(node), errors: findings.filter(({ severity }) => severity === 'error') };
}

/** The services that are not left out. */
function kept(view: NodeView, { remarks }: Rendered): ServiceView[] {
  const left = new Set(remarks.filter((r) => r.kind === 'refusal').map((r) => r.resource));
  return view.services.filter(({ name, realServers, localAddresses }) => {
    const pool = localAddresses && `LocalAddressPool/${localAddresses.pool.resource.metadata.name}`;
    const joined = realServers.map(({ at }) => `${at.resource.kind}/${at.resource.metadata.name}`);
    return ![`VirtualService/${name}`, pool ?? '', ...joined].some((key) => left.has(key));
  });
}

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();

/** What a service says, in one line. */
function saying(
  addresses: readonly string[],
  port: number | undefined,
  rest: Record<string, unknown>,
): string {
  return JSON.stringify({ addresses: sorted(addresses), port: port ?? 'several', ...rest });
}

function wanted(view: NodeView, target: Target, rendered: Rendered): string[] {
  return kept(view, rendered).flatMap((service) => {
    const { spec, listeners, realServers, localAddresses } = service;
    const rest = {
      protocol: spec.fwmark === undefined ? spec.protocol : '',
      scheduler: spec.scheduler,
      method: spec.forwarding,
      servers: realServers.map(({ address, port }) => `${address} ${port}`).sort(),
      locals: [...(localAddresses?.addresses ?? [])].sort(),
      persistent: spec.persistence !== undefined,
    };
    if (spec.fwmark !== undefined) return [saying([], 0, rest)];
    const groups =
      target.kind === 'keepalived'
        ? [...Map.groupBy(listeners, ({ address }) => familyOf(address)).values()]
        : listeners.map((listener) => [listener]);
    return groups.map((group) => {
      const ports = new Set(group.map(({ port }) => port));
      const port = ports.size === 1 ? [...ports][0] : undefined;
      return saying(
        group.map(({ address }) => address),
        port,
        rest,
      );
    });
  });
}

function said({ services }: NodeFacts): string[] {
  return services
    .filter(({ isSnat, name }) => !isSnat && name !== 'fwmark 1')
    .map((service) => {
      const isMark = service.addresses.length === 0;
      return saying(service.addresses, isMark ? 0 : service.port, {
        protocol: isMark ? '' : service.protocol,
        scheduler: service.scheduler?.text,
        method: service.servers.map((server) => methodOf(service, server))[0],
        servers: service.servers.map(({ address, port }) => `${address} ${port}`).sort(),
        locals: service.localAddresses.map(({ address }) => address).sort(),
        persistent: service.isPersistent,
      });
    });
}

const RUNS = { numRuns: 25 };

describe('drawn fleets', () => {
  it.each(FLAVOURS)('for %s are sound, and differ from director to director', (flavour) => {
    fc.assert(
      fc.property(drawnFleet(flavour), (fleet) => {
        expect(errorsIn(fleet)).toEqual([]);
        expect(viewsOf(fleet).length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});

describe.each(TARGETS)('a director as $kind of $flavour', (target) => {
  const { kind, flavour } = target;

  it('reads without an error', () => {
    fc.assert(
      fc.property(drawnFleet(flavour), (fleet) => {
        for (const view of viewsOf(fleet)) {
          const rendered = renderNode(view, target);
          expect(read(view, target, rendered).errors).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('reads without an error beside its peers, when VRRP decides between them', () => {
    fc.assert(
      fc.property(drawnFleet(flavour), (fleet) => {
        const views = viewsOf(fleet).filter(({ hasVrrp }) => hasVrrp);
        const files = views.map((view) => fileOf(view, target, renderNode(view, target)));
        const findings = lintBundle(readBundle(files, { flavour }), files);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      RUNS,
    );
  });

  it('says the services that it serves, all of them that are not refused', () => {
    if (kind === 'dpip' || kind === 'dpvs-conf') return;
    fc.assert(
      fc.property(drawnFleet(flavour), (fleet) => {
        for (const view of viewsOf(fleet)) {
          const rendered = renderNode(view, target);
          const { facts } = read(view, target, rendered);
          expect(said(facts).sort()).toEqual(wanted(view, target, rendered).sort());
        }
      }),
      RUNS,
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(drawnFleet(flavour), (fleet) => {
        const texts = viewsOf(fleet).map((view) => renderNode(view, target).text);
        const again = viewsOf(fleet.toReversed()).map((view) => renderNode(view, target).text);
        expect(again.sort()).toEqual(texts.sort());
      }),
      RUNS,
    );
  });
});
