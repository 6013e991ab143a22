/**
 * Routes of drift and adoption. The directors themselves are asked, each time anew; nothing here is
 * answered from memory. A take-over is carried out by the agent, for the plan that the fleet wants.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  type AdoptPreview,
  adoptQuerySchema,
  adoptRequestSchema,
  adoptUndoRequestSchema,
  type TakeOverReply,
  type UndoTakeOverReply,
} from '../../schemas/adopt.ts';
import { CAPABILITIES } from '../../schemas/capabilities.ts';
import type { DriftReply, DriftSummary, FleetDrift, NodeDrift } from '../../schemas/drift.ts';
import { FleetError } from '../../schemas/errors.ts';
import { serviceKey } from '../../schemas/names.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import type { Spec } from '../../schemas/spec.ts';
import { adoptedResources, lipsId } from '../fleet/adopted-resources.ts';
import { askDirectors } from '../fleet/ask-directors.ts';
import { apiErrorOf } from './errors.ts';
import type { FleetRouteDeps } from './fleet-routes.ts';

/** A look reads the whole ruleset of a director: 10 s with 10,000 services on a slow machine. */
const LOOK_TIMEOUT_MS = 20_000;
/** A take-over looks twice and makes one transaction, which may wait for a round under way. */
const TAKE_OVER_TIMEOUT_MS = 90_000;

type DriftRouteDeps = Pick<FleetRouteDeps, 'bus' | 'view' | 'fleet'>;

const nodeParams = z.object({ node: z.string() });
const driftQuery = z.object({ cluster: z.string().optional() });

export function registerDriftRoutes(app: FastifyInstance, deps: DriftRouteDeps): void {
  const { bus } = deps;
  app.get('/v1/drift', ({ query }) => fleetDrift(deps, driftQuery.parse(query)));
  app.get('/v1/nodes/:node/drift', async ({ params }): Promise<NodeDrift> => {
    const { metadata, spec } = nodeOf(deps, nodeParams.parse(params).node);
    const reply = await bus.command(metadata.name, 'drift', {}, LOOK_TIMEOUT_MS);
    return { node: metadata.name, cluster: spec.cluster, ...reply };
  });
  app.get('/v1/nodes/:node/adopt', ({ params, query }) =>
    preview(deps, nodeOf(deps, nodeParams.parse(params).node), adoptQuerySchema.parse(query)),
  );
  app.post('/v1/nodes/:node/adopt', async ({ params, body }): Promise<TakeOverReply> => {
    const node = nodeOf(deps, nodeParams.parse(params).node);
    const { origin, fingerprint, onlyUnderstood } = adoptRequestSchema.parse(body);
    const { actor, reason } = origin;
    const name = node.metadata.name;
    const order = { plan: wantedPlan(deps, name), fingerprint, onlyUnderstood, actor, reason };
    return bus.command(name, 'takeOver', order, TAKE_OVER_TIMEOUT_MS);
  });
  app.post('/v1/nodes/:node/adopt/undo', async ({ params, body }): Promise<UndoTakeOverReply> => {
    const node = nodeOf(deps, nodeParams.parse(params).node);
    const { actor, reason } = adoptUndoRequestSchema.parse(body).origin;
    return bus.command(node.metadata.name, 'undoTakeOver', { actor, reason }, TAKE_OVER_TIMEOUT_MS);
  });
}

async function fleetDrift(
  { bus, fleet, view }: DriftRouteDeps,
  { cluster }: z.infer<typeof driftQuery>,
): Promise<FleetDrift> {
  const nodes = fleet
    .nodes(view.current())
    .filter((node) => cluster === undefined || node.cluster === cluster);
  const clusters = new Map(nodes.map((node) => [node.node, node.cluster]));
  const answers = await askDirectors([...clusters.keys()], async (node): Promise<DriftSummary> => {
    const line = { node, cluster: clusters.get(node) ?? '' };
    try {
      return { ...line, drift: figures(await bus.command(node, 'drift', {}, LOOK_TIMEOUT_MS)) };
    } catch (error) {
      const { code, message, hint } = apiErrorOf(error).body;
      return { ...line, error: { code, message, hint } };
    }
  });
  return { nodes: answers };
}

function figures({ entries: _, foreign: __, ...rest }: DriftReply): DriftSummary['drift'] {
  return rest;
}

async function preview(
  deps: DriftRouteDeps,
  node: ResourceOf<'Node'>,
  { lip, lipInterface }: z.infer<typeof adoptQuerySchema>,
): Promise<AdoptPreview> {
  const { name } = node.metadata;
  const { cluster } = node.spec;
  const spec = deps.view.current();
  const live = await deps.bus.command(name, 'liveConfig', {}, LOOK_TIMEOUT_MS);
  const declared = declaredListeners(spec, cluster);
  const { resources, leftOut } = adoptedResources(live.services, {
    ...{ node: name, cluster, lips: lip, lipInterface, addresses: live.addresses },
    capabilities: CAPABILITIES[driverOf(spec, cluster)],
    ...{ declared, pools: poolsOf(spec, name), taken: new Set(spec.resources.keys()) },
  });
  const isReady =
    resources.length === 0 &&
    live.services.some(({ key }) => declared.has(key)) &&
    live.differences.length === 0 &&
    live.obstacles.length === 0;
  return {
    ...live,
    node: name,
    cluster,
    resources: [...resources],
    leftOut: [...leftOut],
    isReady,
  };
}

function declaredListeners(spec: Spec, cluster: string): Set<string> {
  return new Set(
    [...spec.resources.values()].flatMap(({ resource }) => {
      if (resource.kind !== 'VirtualService' || resource.spec.cluster !== cluster) return [];
      const { protocol, ports, vips } = resource.spec;
      return vips.flatMap((vip) => ports.map((port) => serviceKey(protocol, vip, port)));
    }),
  );
}

function poolsOf(spec: Spec, node: string): Map<string, string> {
  return new Map(
    [...spec.resources.values()].flatMap(({ resource }): [string, string][] => {
      if (resource.kind !== 'LocalAddressPool') return [];
      const lips = resource.spec.perNode[node];
      return lips === undefined ? [] : [[lipsId(lips), resource.metadata.name]];
    }),
  );
}

function driverOf(spec: Spec, cluster: string): keyof typeof CAPABILITIES {
  const resource = spec.resources.get(`Cluster/${cluster}`)?.resource;
  return resource?.kind === 'Cluster' ? resource.spec.dataplane : 'nft';
}

function nodeOf({ view }: DriftRouteDeps, name: string): ResourceOf<'Node'> {
  const resource = view.current().resources.get(`Node/${name}`)?.resource;
  if (resource?.kind === 'Node') return resource;
  throw new FleetError('E_NOT_FOUND', `there is no node ${name}`, {
    hint: 'sluice node ls lists them; one that is to be adopted is declared first',
  });
}

function wantedPlan({ fleet, view }: DriftRouteDeps, name: string) {
  const wanted = fleet.nodes(view.current()).find(({ node }) => node === name)?.wanted;
  if (wanted !== undefined) return wanted;
  throw new FleetError('E_NOT_FOUND', `there is no plan for ${name} yet`, {
    hint: 'apply what sluice adopt NODE --resources prints, then ask again',
    retryable: true,
  });
}
