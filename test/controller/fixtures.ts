/** A controller's parts on a store of their own, closed after the test. */
import { randomUUID } from 'node:crypto';
import { Etcd3 } from 'etcd3';
import pino from 'pino';
import { type CompiledView, createCompiledView } from '../../controller/compile/compiled-view.ts';
import { type ConfigChanges, createConfigChanges } from '../../controller/config/change.ts';
import { openSpecView, type SpecView } from '../../controller/config/spec-view.ts';
import type { ApplyReply, ApplyRequest } from '../../schemas/api.ts';
import type { Store } from '../../store/contract.ts';
import { type Document, edited, WEB, yamlOf } from '../schemas/fleet.ts';
import { alice, atEnd, storeAt } from '../store/fixtures.ts';

export const silent = pino({ level: 'silent' });

export interface Config {
  readonly store: Store;
  readonly view: SpecView;
  readonly compiled: CompiledView;
  readonly changes: ConfigChanges;
}

/** As one controller has it; two of them on one cell are two controllers. */
export async function configAt(endpoint: string, cell: string): Promise<Config> {
  const store = await storeAt(endpoint, cell);
  const view = await openSpecView(store, silent);
  atEnd(() => view.close());
  const compiled = createCompiledView(view);
  return { store, view, compiled, changes: createConfigChanges({ store, view, compiled }) };
}

export function request(
  documents: readonly Document[],
  over: Partial<ApplyRequest> = {},
): ApplyRequest {
  const files = [{ name: 'fleet.yaml', text: yamlOf(documents) }];
  return { files, origin: { ...alice, correlationId: randomUUID() }, ...over };
}

/** Applied, and seen by this controller. */
export async function apply(
  { changes, view }: Pick<Config, 'changes' | 'view'>,
  documents: readonly Document[],
): Promise<ApplyReply> {
  const reply = await changes.apply(request(documents), randomUUID());
  await view.reached(reply.revision);
  return reply;
}

export const webWithWeight = (weight: number): Document =>
  edited(WEB, { realServers: [{ address: '10.98.0.21', weight }, { address: '10.98.0.22' }] });

/** etcd as it is, beside the store: every key with the number of the transaction that wrote it. */
export async function writtenKeys(
  endpoint: string,
  cell: string,
): Promise<{ revision: number; keys: Map<string, number> }> {
  const client = new Etcd3({ hosts: endpoint });
  try {
    const answer = await client.getAll().prefix(`/sluice/v1/${cell}/`).exec();
    const root = `/sluice/v1/${cell}/`.length;
    const keys = new Map(
      answer.kvs.map((kv) => [kv.key.toString().slice(root), Number(kv.mod_revision)]),
    );
    return { revision: Number(answer.header.revision), keys };
  } finally {
    client.close();
  }
}
