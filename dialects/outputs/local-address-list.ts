/**
 * `ipvsadm -G` of Alibaba, dsnat, lvs-snat v1 and DPVS: local addresses by service or by zone.
 * Read by arity: two words are a group, three an address of it.
 */
import { parseAddress } from '../../schemas/address.ts';
import type { Finding } from '../finding.ts';
import { type Endpoint, readEndpoint } from '../text/endpoint.ts';
import { formatNetwork, readNetwork } from '../text/network.ts';
import type { SourceText } from '../text/span.ts';
import { type OutputOptions, outputLines, readCount, unreadLine } from './listing.ts';

export interface LocalAddressList {
  /** A service, or the network of a zone. */
  readonly owner: { readonly service: Endpoint } | { readonly zone: string };
  readonly total: number;
  readonly addresses: readonly {
    readonly address: string;
    readonly conflicts: number;
    readonly connections: number;
  }[];
}

export function readLocalAddressList(
  source: SourceText,
  options: OutputOptions = {},
): { lists: LocalAddressList[]; findings: Finding[] } {
  const lists: (LocalAddressList & { addresses: LocalAddressList['addresses'][number][] })[] = [];
  const findings: Finding[] = [];
  for (const line of outputLines(source, options)) {
    const { fields } = line;
    if (fields.includes('SNAT_IP')) continue;
    const [first = '', second = '', third = ''] = fields;
    const total = readCount(second);
    const list = lists.at(-1);
    const address = parseAddress(first);
    const owner = fields.length === 2 ? readOwner(first) : undefined;
    const connections = readCount(third);
    if (owner !== undefined && total !== undefined) lists.push({ owner, total, addresses: [] });
    else if (
      fields.length === 3 &&
      list &&
      address &&
      total !== undefined &&
      connections !== undefined
    ) {
      list.addresses.push({ address, conflicts: total, connections });
    } else findings.push(unreadLine(line));
  }
  return { lists, findings };
}

function readOwner(text: string): LocalAddressList['owner'] | undefined {
  const service = readEndpoint(text);
  if (service?.port !== undefined) return { service };
  const network = text.includes('/') ? readNetwork(text) : undefined;
  return network && { zone: formatNetwork(network) };
}
