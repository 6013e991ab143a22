import { expect, test } from 'vitest';
import { followPlans } from '../../node-agent/plan/plan-source.ts';
import { SCHEMA_VERSION } from '../../schemas/codec/frame.ts';
import { nodeObjectCodec } from '../../schemas/codec/plan-codec.ts';
import type { FleetError } from '../../schemas/errors.ts';
import { sluice } from '../../schemas/gen/sluice.js';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import { assignment, nodeObject, PlansByContent, snatObjects } from './plans.ts';

/** Plans as a controller that is one version ahead writes them. */
class NewerPlans extends PlansByContent {
  override async readNodeObject(digest: string) {
    const frame = sluice.v1.Stored.decode(
      nodeObjectCodec.encode(await super.readNodeObject(digest)),
    );
    return nodeObjectCodec.decode(
      sluice.v1.Stored.encode({ ...frame, version: SCHEMA_VERSION + 1 }).finish(),
    );
  }
}

test('a plan that only a newer agent can read is refused once, and nothing else happens', async () => {
  const plans = new NewerPlans();
  const node = nodeObject({ snatGateways: ['out'] });
  const ref = plans.publish(2, node, [], snatObjects('out', 'default'));
  const stop = new AbortController();
  const refused: [NodeRef, FleetError][] = [];
  await followPlans(
    {
      node: 'lb1',
      store: Object.assign(plans, {
        followRef: async ({ onRef }: { onRef: (ref: NodeRef | undefined) => void }) => {
          onRef(ref);
          return { close: async () => {} };
        },
      }),
      current: () => assignment(),
      onWanted: () => {},
      onAssignment: () => expect.unreachable('taken'),
      onRefused: (...refusal) => {
        refused.push(refusal);
        stop.abort();
      },
      onConnection: () => {},
      onTrouble: (error) => expect.unreachable(String(error)),
    },
    stop.signal,
  );
  expect(refused).toMatchObject([
    [
      ref,
      {
        code: 'E_SCHEMA_NEWER',
        message: `a NodeObject of schema version ${SCHEMA_VERSION + 1}; this program reads up to ${SCHEMA_VERSION}`,
        hint: expect.stringContaining('upgrade this program'),
      },
    ],
  ]);
});
