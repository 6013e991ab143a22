/** Bytes of a resource and of what the store keeps about it. */

import { z } from 'zod';
import { sluice } from '../gen/sluice.js';
import { KINDS, type Resource } from '../resources/resource.ts';
import { type ResourceChange, resourceSchema, type StoredResource } from '../spec.ts';
import { type Codec, makeCodec } from './frame.ts';
import type { Plain } from './migrate.ts';
import { inKeyOrder, listsFromWire, listsToWire, unionFromWire, unionToWire } from './wire.ts';

export function resourceToWire(resource: Resource): Plain {
  const spec: Plain =
    resource.kind === 'LocalAddressPool'
      ? { ...resource.spec, perNode: listsToWire(resource.spec.perNode) }
      : { ...resource.spec };
  const { apiVersion, kind, metadata } = resource;
  return inKeyOrder({ apiVersion, metadata, ...unionToWire({ kind, ...spec }, 'kind') }) as Plain;
}

export function resourceFromWire(wire: Plain): Plain {
  const { kind, ...spec } = unionFromWire(wire, KINDS, 'kind');
  const { labels, ...metadata } = wire['metadata'] as Plain;
  const hasLabels = Object.keys((labels ?? {}) as object).length > 0;
  return {
    apiVersion: wire['apiVersion'],
    kind,
    metadata: hasLabels ? { ...metadata, labels } : metadata,
    spec: kind === 'LocalAddressPool' ? { ...spec, perNode: listsFromWire(spec['perNode']) } : spec,
  };
}

export function changeToWire(change: ResourceChange): Plain {
  const { before, after, ...rest } = change;
  return {
    ...rest,
    ...(before === undefined ? {} : { before: resourceToWire(before) }),
    ...(after === undefined ? {} : { after: resourceToWire(after) }),
  };
}

export function changeFromWire(wire: Plain): Plain {
  const { before, after, ...rest } = wire;
  return {
    ...rest,
    ...(before === undefined ? {} : { before: resourceFromWire(before as Plain) }),
    ...(after === undefined ? {} : { after: resourceFromWire(after as Plain) }),
  };
}

const storedResourceSchema = z.object({
  resource: resourceSchema,
  generation: z.int(),
  revision: z.int(),
  createdRevision: z.int(),
});

export const storedResourceCodec: Codec<StoredResource> = makeCodec<StoredResource>({
  type: 'StoredResource',
  message: sluice.v1.StoredResource,
  schema: storedResourceSchema,
  toWire: (value) => ({ ...value, resource: resourceToWire(value.resource) }),
  fromWire: (wire) => ({ ...wire, resource: resourceFromWire(wire['resource'] as Plain) }),
});
