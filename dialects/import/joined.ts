/** The resources of a cluster while its directors are being joined. */
import type { DataplaneName } from '../../schemas/capabilities.ts';
import { holdsAddress, readNetwork } from '../text/network.ts';
import type { Director, Fields, ImportContext, InstanceDraft, SaidAddress } from './director.ts';
import type { Source, Target } from './ledger.ts';

export interface ResourceDraft {
  readonly target: Target;
  readonly spec: Fields;
  /** No statement says it: it keeps things as they are where Sluice's default is another. */
  readonly isAdded?: true;
}

/** A VRRP instance of the cluster; one family each. */
export interface JoinedInstance {
  readonly target: Target;
  readonly interface: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly draft: InstanceDraft;
  /** Each once. */
  readonly addresses: SaidAddress[];
  /** As often as the directors say them. */
  readonly said: readonly SaidAddress[];
}

export interface Joining {
  readonly context: ImportContext;
  readonly cluster: string;
  readonly dataplane: DataplaneName;
  readonly directors: readonly Director[];
  readonly instances: readonly JoinedInstance[];
  /** Address -> who carries it. */
  readonly carriers: ReadonlyMap<string, JoinedInstance>;
  /** Addresses that services, pools and zones have: no director's own. */
  readonly served: Map<string, { readonly target: Target; readonly path: string }>;
}

/** The link that the files put an address on, or whose network it is in; on any director. */
export function linkOf(
  { directors, carriers, instances }: Joining,
  address: string,
): string | undefined {
  for (const director of directors) {
    const said = director.addresses.find((one) => one.address === address);
    if (said?.device !== undefined) return said.device;
  }
  const carrier = carriers.get(address);
  if (carrier !== undefined) {
    const carried = carrier.addresses.find((one) => one.address === address);
    return carried?.device ?? carrier.interface;
  }
  const near = [
    ...directors.flatMap((director) => director.addresses),
    ...instances.flatMap((one) =>
      one.addresses.map((said) => ({ ...said, device: said.device ?? one.interface })),
    ),
  ];
  return near.find(({ address: other, prefixLength, device }) => {
    if (prefixLength === undefined || device === undefined) return false;
    const network = readNetwork(`${other}/${prefixLength}`);
    return network !== undefined && network.length > 0 && holdsAddress(network, address);
  })?.device;
}

/** Only where it must be said: of several instances of a family. */
export function instanceField(
  { instances }: Joining,
  carrier: JoinedInstance | undefined,
): { vrrpInstance?: string } {
  if (carrier === undefined) return {};
  const ofFamily = instances.filter(({ family }) => family === carrier.family);
  return ofFamily.length > 1 ? { vrrpInstance: carrier.target.name } : {};
}

export function placeOf(source: Source): string {
  return `${source.span.file}:${source.span.line}`;
}
