/** A compiled object as it is stored: bytes under their digest. */
import { digestOf } from '../schemas/codec/digest.ts';
import type { Codec } from '../schemas/codec/frame.ts';
import {
  nodeObjectCodec,
  serviceObjectCodec,
  snatObjectCodec,
} from '../schemas/codec/plan-codec.ts';
import type { NodeObject } from '../schemas/plan/node-plan.ts';
import type { ServiceObject } from '../schemas/plan/service-plan.ts';
import { type SnatObject, snatObjectName } from '../schemas/plan/snat-plan.ts';
import { requireObjectFits } from './txn-limits.ts';

export interface EncodedObject {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** @throws E_TOO_LARGE */
export function encodeServiceObject(object: ServiceObject): EncodedObject {
  return encode(serviceObjectCodec, object, `service ${object.name}`);
}

/** @throws E_TOO_LARGE */
export function encodeSnatObject(object: SnatObject): EncodedObject {
  return encode(snatObjectCodec, object, snatObjectName(object));
}

/** @throws E_TOO_LARGE */
export function encodeNodeObject(object: NodeObject): EncodedObject {
  return encode(nodeObjectCodec, object, `the plan of director ${object.node}`);
}

function encode<T>(codec: Codec<T>, object: T, name: string): EncodedObject {
  const bytes = codec.encode(object);
  requireObjectFits(name, bytes);
  return { digest: digestOf(bytes), bytes };
}
