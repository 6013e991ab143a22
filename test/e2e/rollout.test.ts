/**
 * A fleet whose cluster has a RolloutPolicy: a good change goes to the backup first and then to the
 * master, a bad one is put back before it reaches the master, and a client that polls all the time
 * notices neither. Real directors, keepalived and nftables; what is claimed is what the API tells.
 */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { ApplyReply, RolloutView } from '../../schemas/api.ts';
import { until } from '../kit/until.ts';
import { showLogsOnFailure, WAIT_MS, withFleet } from './fleet.ts';

const fleet = withFleet('rollout');
/** Two rollouts, the second with a check that fails and a fault that is confirmed for 10 s. */
const TEST_MS = 240_000;

beforeEach(() => showLogsOnFailure(fleet, 'controller', 'worker', 'agent@lb1', 'agent@lb2'));

const POLICY = `
apiVersion: sluice/v1
kind: RolloutPolicy
metadata: { name: careful }
spec:
  waves: [{ count: 1 }]
  maxUnavailable: { count: 1 }
  gates: { convergence: { withinS: 60 }, inconclusiveS: 120 }
  soak: { minTimeS: 2 }
  onFailedGate: revert
---
apiVersion: sluice/v1
kind: Cluster
metadata: { name: edge }
spec:
  dataplane: nft
  highAvailability: vrrp
  connectionSync: { interface: bk0 }
  rolloutPolicy: careful
`;

function apply(text: string, reason: string): Promise<ApplyReply> {
  const origin = { actor: 'test', channel: 'api', reason, correlationId: randomUUID() } as const;
  return fleet.api.apply({ files: [{ name: 'change.yaml', text }], origin });
}

/** Waits until the rollout is so; every view on the way is kept. */
async function rolls(what: string, isSo: (view: RolloutView) => boolean): Promise<RolloutView[]> {
  const seen: RolloutView[] = [];
  await until(
    what,
    async () => {
      const view = await fleet.api.rollout('edge');
      seen.push(view);
      if (isSo(view)) return true;
      throw new Error(JSON.stringify(view));
    },
    { timeoutMs: 2 * WAIT_MS, everyMs: 200 },
  );
  return seen;
}

const endedAs = (phase: string, generation: number) => (view: RolloutView) =>
  view.rollout?.phase === phase && view.rollout.target.generation === generation;
const wantedBy = async (node: string) => (await fleet.node(node)).wanted?.generation;

test(
  'a good change: the backup, then the master; a bad one: back by itself; no poll fails',
  async () => {
    await apply(POLICY, 'from now on in waves');
    expect(await wantedBy('lb1')).toBe(1);
    const poller = await fleet.poll();

    const good = await apply(fleet.webYaml({ rs1: 3, rs2: 2 }), 'more for rs1');
    expect(good.rollouts).toMatchObject([{ cluster: 'edge', policy: 'careful', waves: [1] }]);
    const done = (await rolls('generation 2 is done', endedAs('done', 2))).at(-1)?.rollout;
    expect(done?.verdicts.map(({ nodes, verdict }) => [nodes, verdict])).toEqual([
      [['lb2'], 'pass'],
      [['lb1'], 'pass'],
    ]);
    expect(done?.waves.map(({ kind }) => kind)).toEqual(['canary', 'wave']);
    await fleet.nodes('both run generation 2', (nodes) =>
      nodes.every(({ status }) => status?.applied?.generation === 2),
    );

    const dead = fleet.webYaml({ rs1: 3, rs2: 2 }).replaceAll('port: 80,', 'port: 9,');
    await apply(dead, 'nobody listens there');
    const views = await rolls('generation 3 is put back', endedAs('reverted', 3));
    const back = views.at(-1);
    expect(back?.rollout?.reason).toMatch(/the gate failed: lb2 lost 2 of 4 real servers/);
    expect(back?.waiting).toMatchObject({ for: 'person' });
    expect(back?.behind).toEqual(['lb1', 'lb2']);
    const statesOf = (node: string) =>
      views
        .flatMap(({ rollout }) => (rollout?.target.generation === 3 ? rollout.waves : []))
        .flatMap(({ nodes }) => nodes.filter((one) => one.node === node))
        .map(({ state }) => state);
    expect(new Set(statesOf('lb1'))).toEqual(new Set(['pending']));
    expect([await wantedBy('lb1'), await wantedBy('lb2')]).toEqual([2, 2]);
    await fleet.ready();

    const { failed, polls, errors } = await poller.stop();
    expect({ failed, errors }).toEqual({ failed: 0, errors: {} });
    expect(polls).toBeGreaterThan(100);
    const { resources } = await fleet.api.resources('VirtualService', 'web');
    expect(JSON.stringify(resources)).toContain('"port":9');
  },
  TEST_MS,
);
