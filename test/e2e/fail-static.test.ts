/**
 * Fail static: with etcd, NATS and Temporal all dead the fleet forwards on, judges its real
 * servers and lives through restarts of its agents; what happened meanwhile is told once
 * afterwards, each event once.
 */
import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isConverged } from '../../lab/demo/fleet-facts.ts';
import { CELL, NATS_URL } from '../../lab/fleet/processes.ts';
import { nodeEventId } from '../../schemas/events.ts';
import { until } from '../kit/until.ts';
import { showLogsOnFailure, WAIT_MS, withFleet } from './fleet.ts';

const fleet = withFleet('static');
const STORED_EVENTS = new URL('stored-events.ts', import.meta.url).pathname;
const SERVERS = ['etcd', 'nats', 'temporal'] as const;
const DIRECTORS = ['lb1', 'lb2'] as const;

/** What a restart of the control plane or of an agent must not touch. */
async function untouched(node: string) {
  const dir = `${fleet.lab.dir}/nodes/${node}`;
  const pid = (path: string) => readFileSync(`${dir}/${path}`, 'utf8').trim();
  return {
    ruleset: await fleet.ruleset(node),
    keepalived: pid('keepalived/keepalived.process'),
    keepalivedWorker: pid('keepalived/keepalived-vrrp.pid'),
    conntrackd: pid('conntrackd/conntrackd.process'),
    addresses: (await fleet.lab.exec(node, ['ip', '-brief', 'address'])).stdout,
  };
}

/** An agent that starts from its plan writes it again after its first round. */
const planWrittenMs = (node: string) =>
  statSync(`${fleet.lab.dir}/nodes/${node}/last-good-plan.json`).mtimeMs;

/** Six requests in a row over connections of their own. */
const untilServed = (what: string, isSo: (served: Record<string, number>) => boolean) =>
  until(
    what,
    async () => {
      const { served, failed } = await fleet.stage.burst(6);
      return failed === 0 && isSo(served);
    },
    { timeoutMs: WAIT_MS, everyMs: 100 },
  );

async function storedIds(): Promise<string[]> {
  const program = [process.execPath, STORED_EVENTS, NATS_URL, CELL];
  const { stdout, stderr, code } = await fleet.lab.exec('hub', program);
  if (code !== 0) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line !== '');
}

test('with the whole control plane dead nothing is lost, and all is told once it is back', async () => {
  showLogsOnFailure(fleet, 'agent@lb1', 'agent@lb2', 'controller');
  const generation = (await fleet.node('lb1')).wanted?.generation;
  const eventsBefore = (await fleet.events()).length;
  const before = await Promise.all(DIRECTORS.map(untouched));

  const poller = await fleet.poll();
  await fleet.killAndKeepDown(...SERVERS);
  for (const node of DIRECTORS) {
    const written = planWrittenMs(node);
    await fleet.lab.kill(`agent@${node}`);
    await until(
      `the agent of ${node} has made its first round`,
      () => planWrittenMs(node) > written,
      {
        timeoutMs: WAIT_MS,
      },
    );
  }
  expect(await Promise.all(DIRECTORS.map(untouched))).toEqual(before);
  expect(await poller.stop()).toMatchObject({ failed: 0, errors: {} });

  await fleet.lab.stop('nginx@rs2');
  await untilServed('all traffic goes to rs1', (served) => served['rs1'] === 6);
  await fleet.lab.start('nginx@rs2');
  await untilServed('rs2 serves its share again', (served) => served['rs2'] === 4);

  // One machine, one clock: a status from before the outage would not do.
  const backAtMs = Date.now();
  for (const server of SERVERS) await fleet.lab.start(server);
  const nodes = await fleet.nodes('both fresh, converged, nothing waiting', (seen) =>
    seen.every((view) => {
      const { busConnected, storeConnected, eventsWaiting, timeMs = 0 } = view.status ?? {};
      const isWhole = isConverged(view) && busConnected && storeConnected;
      return isWhole && timeMs > backAtMs && eventsWaiting === 0;
    }),
  );
  expect(nodes.map(({ status }) => status?.applied?.generation)).toEqual([generation, generation]);
  expect(nodes.map(({ status }) => status?.eventsLost)).toEqual([0, 0]);
  expect(await fleet.ruleset('lb1')).toBe(before[0]?.ruleset);

  const news = (await fleet.events()).slice(eventsBefore);
  for (const node of DIRECTORS) {
    const bodies = news.filter((event) => event.node === node).map(({ body }) => body);
    const types = bodies.map(({ type }) => type);
    expect(types.filter((type) => type === 'AgentStarted')).toHaveLength(1);
    expect(bodies.filter(({ type }) => type === 'PlanApplied')).toMatchObject([{ ops: 0 }]);
    expect(types).not.toContain('VrrpTransition');
    const edges = bodies.flatMap((body) =>
      body.type === 'HealthChanged' && body.realServer === '10.98.0.22:80' ? [body.to] : [],
    );
    // The master's edge is what traffic waited for; the backup checks at its own pace, and rs2 may
    // have been back before its second look. A machine that stands still may bring one more pair.
    if (node === 'lb1') expect(edges.length).toBeGreaterThan(0);
    expect(edges).toEqual(edges.map((_, index) => (index % 2 === 0 ? 'down' : 'up')));
    expect(edges.at(-1) ?? 'up').toBe('up');
  }
  const ids = await storedIds();
  expect(new Set(ids).size).toBe(ids.length);
  const all = await fleet.events();
  expect(all.map(nodeEventId).sort()).toEqual([...ids].sort());
  for (const node of DIRECTORS) {
    const seqs = all.filter((event) => event.node === node).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  }
}, 240_000);
