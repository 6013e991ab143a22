import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rolloutLine, rolloutsText, rolloutText } from '../../cli/render/rollouts.ts';
import { rolloutOutcome } from '../../cli/rollout-outcome.ts';
import { clusterProgress } from '../../cli/wait-applied.ts';
import type { NodeView, RolloutView } from '../../schemas/api.ts';
import type { RolloutStatus } from '../../schemas/rollout.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { type Answers, type ApiServer, Refusal, serveApi } from './api-server.ts';
import { type CliOptions, NOW_MS, runCli } from './run-cli.ts';
import { APPLIED, NODES, ROLLOUT, ROLLOUT_VIEW } from './samples.ts';

const plain = pc.createColors(false);
let dir: string;
let server: ApiServer | undefined;
const socket = () => join(dir, 'api.sock');

beforeEach(() => {
  dir = tempDir('rollout');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answers: Answers): Promise<ApiServer> {
  server = await serveApi(socket(), answers);
  return server;
}

const sluice = (args: readonly string[], options: CliOptions = {}) =>
  runCli(args, { ...options, env: { SLUICE_API: `unix:${socket()}` } });

function viewWith(rollout: Partial<RolloutStatus>, view: Partial<RolloutView> = {}): RolloutView {
  return { ...ROLLOUT_VIEW, ...view, rollout: { ...ROLLOUT, ...rollout } };
}

/** One answer after the other, the last one again and again. */
function inTurn<T>(...all: T[]): () => T {
  let at = 0;
  return () => all[Math.min(at++, all.length - 1)] as T;
}

const DONE = viewWith(
  { phase: 'done', blockedBy: '', steps: [...ROLLOUT.steps, { atMs: NOW_MS, text: 'all on 7' }] },
  { behind: [] },
);

describe('a rollout on the screen', () => {
  test('in full says waves, directors, verdicts, stragglers and why it stands still', () => {
    expect(rolloutText(ROLLOUT_VIEW, NOW_MS, plain).split('\n')).toEqual([
      'edge',
      '  policy     careful',
      '  newest     generation 7',
      '  behind     lb4, lb5',
      '  rollout    moving, generation 7, from 6',
      '  directors  1 of 5 converged',
      '  since      2026-11-21 11:57:50Z, 2 m 10 s ago',
      '  asked by   alice via cli: more weight',
      '  decided    in 40.0 s at the latest',
      '  waits for  lb3 does not run it yet',
      '',
      'Waves',
      '  1 (canary)  passed   lb2 converged',
      '  2           running  lb1 moving',
      '    lb3 failing: E_DATAPLANE_APPLY no space',
      '  3           pending  lb4, lb5 pending',
      '',
      'Stragglers: moved, and do not run it',
      '  lb9',
      '',
      'Verdicts',
      '  2026-11-21 11:59:00Z  pass: generation 7 on lb2: 30 s well',
      '',
      'Last steps',
      '  2026-11-21 11:57:50Z  has the lock',
      '  2026-11-21 11:59:00Z  gate pass: 30 s well',
    ]);
  });

  test('on one line, and in a table', () => {
    expect(rolloutLine(ROLLOUT_VIEW, NOW_MS)).toBe(
      'edge: generation 7 moving, wave 2/3, 1 of 5 directors converged, ' +
        'decided in 40.0 s at the latest, waits for: lb3 does not run it yet',
    );
    const [, row] = rolloutsText([ROLLOUT_VIEW], NOW_MS, plain).split('\n');
    expect(row).toMatch(
      /^edge +careful +7 +moving \(generation 7\) +2\/3 +1\/5 +2 m 10 s +lb3 does not run it yet$/,
    );
    expect(rolloutsText([], NOW_MS, plain)).toContain('No cluster has a RolloutPolicy');
  });

  test('says what a person can say to it', () => {
    const pause = { for: 'inconclusive' as const, why: 'no traffic', sinceMs: NOW_MS };
    const paused = rolloutText(viewWith({ phase: 'paused', pause }), NOW_MS, plain);
    expect(paused).toContain('"sluice rollout accept edge" goes on');
    const failed = { ...pause, for: 'failedGate' as const };
    const held = rolloutText(viewWith({ phase: 'paused', pause: failed }), NOW_MS, plain);
    expect(held).toContain('"sluice rollout resume edge" goes on');
    const waiting = { for: 'person' as const, why: 'it was put back' };
    const back = rolloutText(viewWith({ phase: 'reverted' }, { waiting }), NOW_MS, plain);
    expect(back).toContain('"sluice rollout start edge" sends it out again.');
  });

  test('that never was, or cannot be read, is no fault of the screen', () => {
    const { rollout: _, ...none } = ROLLOUT_VIEW;
    const unreadable = { code: 'E_TEMPORAL_AWAY', message: 'Temporal is away', hint: '' };
    expect(rolloutText({ ...none, unreadable }, NOW_MS, plain)).toContain(
      'cannot be read: E_TEMPORAL_AWAY Temporal is away',
    );
    const until = { for: 'window' as const, why: 'the window opens', untilMs: NOW_MS };
    expect(rolloutLine({ ...none, waiting: until }, NOW_MS)).toBe(
      'edge: no rollout, waits for: the window opens (until 2026-11-21 12:00:00Z)',
    );
  });
});

test.each<[string, RolloutView, string]>([
  ['under way', ROLLOUT_VIEW, 'going'],
  ['done', DONE, 'good'],
  ['done, and a newer generation begins', { ...DONE, behind: ['lb1'] }, 'going'],
  ['held with every director moved', viewWith({ phase: 'held' }, { behind: [] }), 'bad'],
  [
    'put back, and waits for a person',
    viewWith({ phase: 'reverted' }, { waiting: { for: 'person', why: 'put back' } }),
    'bad',
  ],
  [
    'of another generation put back, with a window to come',
    viewWith({ phase: 'reverted' }, { waiting: { for: 'window', why: 'closed' } }),
    'going',
  ],
  ['paused', viewWith({ phase: 'paused' }), 'going'],
])('a rollout that is %s is told apart', (_, view, outcome) => {
  expect(rolloutOutcome(view)).toBe(outcome);
});

describe('rollout status --watch', () => {
  test('tells each step once, over a server that is away, and ends with the rollout', async () => {
    const away = new Refusal(503, { code: 'E_TEMPORAL_AWAY', message: 'away', hint: '' });
    await serve({ 'GET /v1/rollouts/:cluster': inTurn<unknown>(ROLLOUT_VIEW, away, DONE) });
    const { code, stdout, stderr } = await sluice(['rollout', 'status', 'edge', '--watch']);
    expect(code).toBe(0);
    expect(stderr.match(/has the lock/g)).toHaveLength(1);
    expect(stderr).toContain('the server went away');
    expect(stderr).toContain('all on 7');
    expect(stdout).toContain('rollout    done');
  });

  test.each(['held', 'reverted', 'refused', 'failed'] as const)(
    'of one that is %s ends with 1',
    async (phase) => {
      const waiting = { for: 'person' as const, why: 'as it was told' };
      const view = viewWith({ phase, reason: 'errors on lb1' }, { waiting });
      await serve({ 'GET /v1/rollouts/:cluster': inTurn(ROLLOUT_VIEW, view) });
      const { code, stdout } = await sluice(['rollout', 'status', 'edge', '--watch']);
      expect(code).toBe(1);
      expect(stdout).toContain(`rollout    ${phase}, generation 7, from 6\n`);
      expect(stdout).toContain('ended      errors on lb1\n');
      expect(stdout).toContain('waits for  a person to start it again\n');
      expect(stdout).toMatch(/2 +ended +lb1 moving/);
    },
  );

  test('is ended by Ctrl-C, the rollout is not', async () => {
    const interrupt = new AbortController();
    const { asked } = await serve({ 'GET /v1/rollouts/:cluster': ROLLOUT_VIEW });
    const { code, stderr } = await sluice(['rollout', 'status', 'edge', '--watch'], {
      signal: interrupt.signal,
      onWrite: () => interrupt.abort(),
    });
    expect(code).toBe(130);
    expect(stderr).toContain('it goes on');
    expect(asked.every(({ route }) => route.startsWith('GET'))).toBe(true);
  });

  test('of one that is over already shows it and nothing twice', async () => {
    await serve({ 'GET /v1/rollouts/:cluster': DONE });
    const { code, stdout, stderr } = await sluice(['rollout', 'status', 'edge', '--watch']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('all on 7');
  });

  test('of a cluster that is not there is a fault', async () => {
    const none = new Refusal(404, { code: 'E_NOT_FOUND', message: 'no cluster x', hint: '' });
    await serve({ 'GET /v1/rollouts/:cluster': none });
    const { code, stderr } = await sluice(['rollout', 'status', 'x', '--watch']);
    expect([code, stderr]).toEqual([1, 'E_NOT_FOUND no cluster x\n']);
  });
});

test.each(['pause', 'resume', 'accept'] as const)('%s says who and why', async (verb) => {
  const { asked } = await serve({ [`POST /v1/rollouts/:cluster/${verb}`]: ROLLOUT_VIEW });
  const { code, stdout } = await sluice(['rollout', verb, 'edge', '--reason', 'look']);
  expect(code).toBe(0);
  expect(stdout).toContain('sluice rollout status edge --watch');
  expect(asked[0]?.body).toMatchObject({ origin: { actor: 'alice', reason: 'look' } });
});

test('abort puts back unless it is told to hold; start may be an emergency', async () => {
  const { asked } = await serve({
    'POST /v1/rollouts/:cluster/abort': ROLLOUT_VIEW,
    'POST /v1/rollouts/:cluster/start': ROLLOUT_VIEW,
  });
  await sluice(['rollout', 'abort', 'edge']);
  await sluice(['rollout', 'abort', 'edge', '--mode', 'hold']);
  await sluice(['rollout', 'start', 'edge', '--now', '--reason', 'incident']);
  await sluice(['rollout', 'start', 'edge', '--override-freeze', '--reason', 'agreed']);
  expect(asked.map(({ body }) => body)).toMatchObject([
    { mode: 'revert' },
    { mode: 'hold' },
    { now: true, origin: { reason: 'incident' } },
    { overrideFreeze: true },
  ]);
});

describe('apply', () => {
  const apply = (...more: string[]) => {
    const path = join(dir, 'a.yaml');
    writeFileSync(path, 'kind: Cluster\n');
    return sluice(['apply', path, ...more], { now: Date.now });
  };
  const [lb1] = NODES;
  const on = (node: string, digest: string): NodeView => {
    if (lb1?.status === undefined) throw new Error('the sample has a status');
    const ref = { cluster: 'edge', generation: 7, digest };
    const status = { ...lb1.status, applied: ref, convergence: 'converged' as const };
    return { ...lb1, node, wanted: ref, status };
  };
  const digest = ROLLOUT_VIEW.newest?.digest ?? '';
  const { policy: _, rollout: __, ...atOnce } = { ...ROLLOUT_VIEW, behind: [] };

  test('--now is an emergency with a reason', async () => {
    const { asked } = await serve({ 'POST /v1/apply': APPLIED });
    expect((await apply('--now', '--reason', 'incident')).code).toBe(0);
    expect(asked[0]?.body).toMatchObject({ now: true, origin: { reason: 'incident' } });
  });

  test('says how it will go out', async () => {
    const one = { cluster: 'edge', policy: 'careful', waves: [1, 2], now: false };
    const waitsFor = 'the window mon 02:00';
    await serve({ 'POST /v1/apply': { ...APPLIED, rollouts: [{ ...one, waitsFor }] } });
    expect((await apply()).stdout).toContain(
      'Goes out in waves:\n' +
        '  edge (policy careful): 1 director, then 2 a wave; waits for: the window mon 02:00\n',
    );
  });

  test('--wait returns when every director runs the generation of it', async () => {
    await serve({
      'POST /v1/apply': APPLIED,
      'GET /v1/rollouts/:cluster': inTurn({ ...atOnce, newestRevision: 11 }, atOnce),
      'GET /v1/nodes': inTurn(
        { nodes: [on('lb1', 'old'), on('lb2', 'old')] },
        { nodes: [on('lb1', digest), on('lb2', 'old')] },
        { nodes: [on('lb1', digest), on('lb2', digest)] },
      ),
    });
    const { code, stderr } = await apply('--wait');
    expect(stderr.trimEnd().split('\n')).toEqual([
      'edge: waits for a generation of revision 12',
      'edge: 1 of 2 directors on generation 7; not yet lb2',
      'edge: 2 of 2 directors on generation 7',
    ]);
    expect(code).toBe(0);
  });

  test('--wait ends with 1 when the rollout was put back', async () => {
    const waiting = { for: 'person' as const, why: 'it was put back' };
    await serve({
      'POST /v1/apply': APPLIED,
      'GET /v1/rollouts/:cluster': inTurn(
        ROLLOUT_VIEW,
        viewWith({ phase: 'reverted' }, { waiting }),
      ),
      'GET /v1/nodes': { nodes: [on('lb1', digest)] },
    });
    const { code, stderr } = await apply('--wait');
    expect(code).toBe(1);
    expect(stderr).toContain('has the lock');
    expect(stderr).toContain('rollout reverted');
  });

  test('--wait tells nothing of a rollout from before the change', async () => {
    const before = { ...DONE, newest: { ...ROLLOUT.target, generation: 8, digest: 'new' } };
    const next = { ...before.newest };
    await serve({
      'POST /v1/apply': APPLIED,
      'GET /v1/rollouts/:cluster': inTurn(
        { ...before, behind: ['lb1'] },
        { ...before, rollout: { ...ROLLOUT, target: next, phase: 'done' as const, steps: [] } },
      ),
      'GET /v1/nodes': inTurn({ nodes: [on('lb1', digest)] }, { nodes: [on('lb1', 'new')] }),
    });
    const { code, stderr } = await apply('--wait');
    expect(code).toBe(0);
    expect(stderr).toBe(
      'edge: 0 of 1 director on generation 8; not yet lb1\n' +
        'edge: 1 of 1 director on generation 8, rollout done\n',
    );
  });

  test('--wait gives up after its --timeout, and says where to look', async () => {
    await serve({
      'POST /v1/apply': APPLIED,
      'GET /v1/rollouts/:cluster': atOnce,
      'GET /v1/nodes': { nodes: [on('lb1', 'old')] },
    });
    const { code, stderr } = await apply('--wait', '--timeout', '700ms');
    expect(code).toBe(1);
    expect(stderr).toContain('not all of it within the --timeout');
  });

  test('a director that is silent is waited for, and what makes no generation is not', () => {
    const silent = { ...on('lb2', digest), contact: 'silent' as const };
    const state = { view: atOnce, nodes: [on('lb1', digest), silent] };
    expect(clusterProgress(state, 12, false)).toEqual({
      outcome: 'going',
      text: '1 of 2 directors on generation 7; not yet lb2 silent',
    });
    const first = { ...atOnce, policy: 'careful' };
    expect(clusterProgress({ ...state, view: first }, 12, false).outcome).toBe('going');
    const rolled = { ...state, view: { ...DONE, behind: [] } };
    expect(clusterProgress(rolled, 12, false)).toMatchObject({ outcome: 'good' });
    const all = { view: atOnce, nodes: [on('lb1', digest)] };
    expect(clusterProgress(all, 13, false).outcome).toBe('going');
    expect(clusterProgress(all, 13, true).outcome).toBe('good');
  });
});
