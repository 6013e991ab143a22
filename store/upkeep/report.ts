/**
 * What the keeper found in its last round, as one small key: any controller can say how the store
 * is, whichever of them has the keeper. Whether etcd is out of space is asked of etcd itself at
 * each reading, since a full etcd takes no report either.
 */
import { keeperReportCodec } from '../../schemas/codec/store-codec.ts';
import type { KeeperReport } from '../../schemas/keeper.ts';
import type { StoreContext } from '../context.ts';
import { beginCall } from '../etcd/call.ts';
import { putOp } from '../etcd/requests.ts';
import { type Fence, fenceGuards, requireFence } from '../fence.ts';
import { REACHABLE_DEADLINE_MS } from '../limits.ts';
import { noSpaceAlarm } from './alarm.ts';
import { isOutOfSpace } from './usage.ts';

export async function writeReport(
  context: StoreContext,
  report: KeeperReport,
  fence: Fence | undefined,
): Promise<void> {
  const { clients, keys } = context;
  const { succeeded } = await beginCall(clients.unary, 'writing the report of the keeper').cas({
    compare: fenceGuards(keys, fence),
    success: [putOp(keys.keeperReport, keeperReportCodec.encode(report))],
  });
  if (!succeeded) await requireFence(context, fence);
}

export async function readReport({
  clients,
  keys,
}: StoreContext): Promise<KeeperReport | undefined> {
  const begin = () => beginCall(clients.unary, 'reading how the store is', REACHABLE_DEADLINE_MS);
  const [{ value }, isFull] = await Promise.all([
    begin().get(keys.keeperReport),
    isOutOfSpace(clients.unary, begin()),
  ]);
  if (value === undefined) return undefined;
  const report = keeperReportCodec.decode(value.value);
  const others = report.alarms.filter(({ kind }) => kind !== 'noSpace');
  return { ...report, alarms: isFull ? [...others, noSpaceAlarm()] : others };
}
