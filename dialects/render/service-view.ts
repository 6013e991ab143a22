/**
 * A virtual service as one director serves it: listeners, real servers with the ports that they
 * really get, and the director's own local addresses of the real servers' family. Pure.
 */
import { type Family, familyOf } from '../../schemas/address.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import type { VirtualServiceSpec } from '../../schemas/resources/virtual-service.ts';
import type { FleetIndex, Located } from '../../schemas/validation/fleet-index.ts';
import type { LocatedResource, Path } from '../../schemas/validation/located-resource.ts';
import { optional } from '../text/optional.ts';

export interface ServiceView {
  readonly at: Located<'VirtualService'>;
  readonly name: string;
  readonly spec: VirtualServiceSpec;
  /** Empty for a service by mark. */
  readonly listeners: readonly Listener[];
  readonly realServers: readonly RealServerView[];
  /** Of the real servers; both when they are mixed, that of the VIPs when there are none. */
  readonly families: readonly Family[];
  /** Only of fullnat. */
  readonly localAddresses?: LocalAddressesView;
}

export interface Listener {
  readonly address: string;
  readonly port: number;
}

export interface RealServerView {
  readonly address: string;
  readonly port: number;
  readonly weight: number;
  readonly thresholds?: { readonly upper: number; readonly lower: number };
  readonly at: LocatedResource;
  readonly path: Path;
}

export interface LocalAddressesView {
  readonly pool: Located<'LocalAddressPool'>;
  /** `lips`, or `lips.ipv4` of a pool that has both families here. */
  readonly group: string;
  readonly interface: string;
  readonly addresses: readonly string[];
}

export function serviceView(
  fleet: FleetIndex,
  at: Located<'VirtualService'>,
  node: string,
  linkName: (link: string) => string,
): ServiceView {
  const { spec, metadata } = at.resource;
  const realServers = realServerViews(fleet, at);
  const found = new Set(realServers.map(({ address }) => familyOf(address)));
  const vipFamilies = new Set(spec.vips.map(familyOf));
  const families = found.size > 0 ? [...found] : vipFamilies.size > 0 ? [...vipFamilies] : [];
  families.sort();
  return {
    at,
    name: metadata.name,
    spec,
    listeners: spec.vips
      .flatMap((address) => spec.ports.map((port) => ({ address, port })))
      .sort(byEndpoint),
    realServers,
    families: families.length === 0 ? ['ipv4'] : families,
    ...optional('localAddresses', localAddresses(fleet, at, node, families, linkName)),
  };
}

/**
 * Marked packets may be for any port, and direct routing and tunnels leave it as it is: tools want
 * port 0 then.
 */
export function keepsPort({ fwmark, forwarding }: VirtualServiceSpec): boolean {
  return fwmark !== undefined && (forwarding === 'dr' || forwarding === 'tun');
}

function realServerViews(fleet: FleetIndex, at: Located<'VirtualService'>): RealServerView[] {
  const { ports, realServers } = at.resource.spec;
  const onlyPort = ports.length === 1 ? ports[0] : undefined;
  const isKept = keepsPort(at.resource.spec);
  const view = (
    server: ResourceOf<'VirtualService'>['spec']['realServers'][number],
    place: Pick<RealServerView, 'at' | 'path'>,
  ): RealServerView => ({
    address: server.address,
    // Validation has refused a real server without one, where the service has several.
    port: isKept ? 0 : (server.port ?? onlyPort ?? 0),
    weight: server.weight,
    ...optional('thresholds', server.thresholds),
    ...place,
  });
  return [
    ...realServers.map((server, position) =>
      view(server, { at, path: ['spec', 'realServers', position] }),
    ),
    ...fleet
      .joining(at.resource.metadata.name)
      .map((joining) => view(joining.resource.spec, { at: joining, path: ['spec'] })),
  ].sort(byEndpoint);
}

function localAddresses(
  fleet: FleetIndex,
  at: Located<'VirtualService'>,
  node: string,
  families: readonly Family[],
  linkName: (link: string) => string,
): LocalAddressesView | undefined {
  const { forwarding, localAddressPool } = at.resource.spec;
  if (forwarding !== 'fullnat' || localAddressPool === undefined) return undefined;
  const pool = fleet.find('LocalAddressPool', localAddressPool);
  if (pool === undefined) return undefined;
  const all = pool.resource.spec.perNode[node] ?? [];
  const addresses = all.filter((address) => families.includes(familyOf(address)));
  const [family] = families;
  const isWhole = addresses.length === all.length || family === undefined;
  return {
    pool,
    group: isWhole ? localAddressPool : `${localAddressPool}.${family}`,
    interface: linkName(pool.resource.spec.interface),
    addresses,
  };
}

function byEndpoint(a: Listener, b: Listener): number {
  if (a.address !== b.address) return a.address < b.address ? -1 : 1;
  return a.port - b.port;
}
