import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { AdoptPreview } from '../../schemas/adopt.ts';
import type { DriftReply, NodeDrift } from '../../schemas/drift.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { type Answers, type ApiServer, serveApi } from './api-server.ts';
import { runCli } from './run-cli.ts';
import { RESOURCES } from './samples.ts';

let socket: string;
let server: ApiServer | undefined;

beforeEach(() => {
  socket = join(tempDir('drift'), 'api.sock');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answers: Answers): Promise<ApiServer> {
  server = await serveApi(socket, answers);
  return server;
}

const sluice = (...args: string[]) => runCli(args, { env: { SLUICE_API: `unix:${socket}` } });

const REF = { cluster: 'edge', generation: 7, digest: 'abc' };
const SAME: Omit<DriftReply, 'entries' | 'foreign'> = {
  ...{ wanted: REF, applied: REF, problem: '' },
  ...{ pending: 0, drifted: 0, foreignTotal: 0, repaired: 0 },
};

const DRIFT: NodeDrift = {
  ...{
    ...SAME,
    node: 'lb1',
    cluster: 'edge',
    drifted: 1,
    pending: 1,
    foreignTotal: 3,
    repaired: 4,
  },
  entries: [
    {
      ...{ kind: 'drifted', what: 'realServer', subject: '10.1.0.2:80', of: 'tcp/10.0.0.1:80' },
      ...{ desired: 'weight 3', applied: 'weight 3', observed: '' },
    },
    {
      ...{ kind: 'pending', what: 'service', subject: 'tcp/10.0.0.2:80', of: '' },
      ...{ desired: 'wrr fullnat', applied: '', observed: '' },
    },
  ],
  foreign: [{ kind: 'nat', where: 'table ip docker', what: '4 rules' }],
};

const away = { code: 'E_NODE_SILENT', message: 'lb2 does not answer', hint: '' };
const line = (drift: Partial<DriftReply>) => ({ cluster: 'edge', drift: { ...SAME, ...drift } });

test.each([
  ['nothing drifted', [{ node: 'lb1', ...line({}) }], 0],
  [
    'what is pending or foreign is no drift',
    [{ node: 'lb1', ...line({ pending: 2, foreignTotal: 9 }) }],
    0,
  ],
  ['somebody changed something', [{ node: 'lb1', ...line({ drifted: 1 }) }], 2],
  ['a director is silent', [{ node: 'lb2', cluster: 'edge', error: away }], 1],
  [
    'one is silent and another drifted',
    [
      { node: 'lb1', ...line({ drifted: 1 }) },
      { node: 'lb2', cluster: 'edge', error: away },
    ],
    2,
  ],
])('drift of the fleet: %s', async (_, nodes, code) => {
  const { asked } = await serve({ 'GET /v1/drift': { nodes } });
  const result = await sluice('drift', '--cluster', 'edge');
  expect(result.code).toBe(code);
  expect(asked[0]?.url).toBe('/v1/drift?cluster=edge');
  if (code === 1) expect(result.stdout).toContain('E_NODE_SILENT lb2 does not answer');
});

test('drift of a director stands in three columns, foreign things beside it', async () => {
  await serve({ 'GET /v1/nodes/:node/drift': DRIFT });
  const { code, stdout } = await sluice('drift', 'lb1');
  expect(code).toBe(2);
  expect(stdout).toMatch(/^lb1 \(edge\): wanted generation 7, applied generation 7\n/);
  expect(stdout).toMatch(
    /drifted +real server +10\.1\.0\.2:80 +tcp\/10\.0\.0\.1:80 +weight 3 +weight 3 +absent\n/,
  );
  expect(stdout).toMatch(/pending +service +tcp\/10\.0\.0\.2:80 +- +wrr fullnat +absent +absent\n/);
  expect(stdout).toContain('nat      table ip docker: 4 rules\n  and 2 more');
  expect((await sluice('drift', 'lb1', '--cluster', 'edge')).code).toBe(64);
});

test('a director without drift says so', async () => {
  const sound = { ...SAME, node: 'lb1', cluster: 'edge', entries: [], foreign: [] };
  await serve({ 'GET /v1/nodes/:node/drift': sound });
  const { code, stdout } = await sluice('drift', 'lb1');
  expect([code, stdout.includes('It holds what it is to hold.')]).toEqual([0, true]);
});

const PREVIEW: AdoptPreview = {
  ...{ node: 'lb1', cluster: 'edge', plan: REF, fingerprint: 'f00d' },
  services: [
    {
      ...{ key: 'tcp/10.0.0.1:80', address: '10.0.0.1', port: 80, protocol: 'tcp' },
      ...{ scheduler: 'wrr', forwarding: 'fullnat', localAddresses: [], masquerade: true },
      realServers: [{ address: '10.1.0.2', port: 80, weight: 2 }],
      rules: ['table ip lb chain prerouting handle 4'],
    },
  ],
  egress: [],
  notUnderstood: [{ where: 'table ip lb handle 9', rule: 'meta random', why: 'a random choice' }],
  addresses: [],
  differences: [{ key: 'tcp/10.0.0.1:80', what: 'scheduler', planned: 'rr', live: 'wrr' }],
  obstacles: ['another VRRP daemon runs'],
  taken: { atMs: 0, services: ['tcp/10.0.0.1:80'], isUndoable: true, reason: '' },
  resources: RESOURCES.resources.map(({ resource }) => resource),
  leftOut: [{ key: 'udp/10.0.0.1:53', why: 'masquerades without a --lip' }],
  isReady: false,
};

test('adopt looks: what was found, what differs, what is in the way', async () => {
  const { asked } = await serve({ 'GET /v1/nodes/:node/adopt': PREVIEW });
  const { code, stdout } = await sluice(
    ...['adopt', 'lb1', '--lip', '10.98.0.1', '--lip', 'fd98::1', '--lip-interface', 'bk0'],
  );
  expect(code).toBe(0);
  const { pathname, searchParams } = new URL(`http://x${asked[0]?.url}`);
  expect(pathname).toBe('/v1/nodes/lb1/adopt');
  expect([searchParams.getAll('lip'), searchParams.get('lipInterface')]).toEqual([
    ['10.98.0.1', 'fd98::1'],
    'bk0',
  ]);
  for (const text of [
    'tcp/10.0.0.1:80  wrr fullnat, masquerades\n    10.1.0.2:80 weight 2',
    'tcp/10.0.0.1:80 scheduler: planned rr, live wrr',
    'table ip lb handle 9: a random choice\n    meta random',
    'udp/10.0.0.1:53: masquerades without a --lip',
    'another VRRP daemon runs',
    '1970-01-01 00:00:00Z: 1 service; --undo puts the old rules back',
    'Not ready to be taken over.',
  ]) {
    expect(stdout).toContain(text);
  }
});

test('adopt --resources gives documents to apply, and says what it left out', async () => {
  await serve({ 'GET /v1/nodes/:node/adopt': PREVIEW });
  const { stdout, stderr } = await sluice('adopt', 'lb1', '--resources');
  const documents = parseAllDocuments(stdout).map((document) => document.toJS());
  expect(documents).toEqual(PREVIEW.resources);
  expect(stderr).toBe('left out: udp/10.0.0.1:53: masquerades without a --lip\n');
});

test('adopt --take-over and --undo say who and why', async () => {
  const { asked } = await serve({
    'POST /v1/nodes/:node/adopt': {
      ...{ services: ['tcp/10.0.0.1:80'], removed: ['table ip lb'], addresses: ['10.0.0.1'] },
    },
    'POST /v1/nodes/:node/adopt/undo': { services: ['tcp/10.0.0.1:80'], restored: ['table ip lb'] },
  });
  const reason = ['--reason', 'over to us'];
  const more = ['--fingerprint', 'f00d', '--only-understood'];
  const taken = await sluice('adopt', 'lb1', '--take-over', ...more, ...reason);
  expect(taken.stdout).toContain('lb1: 1 service taken over.');
  const back = await sluice('adopt', 'lb1', '--undo', ...reason);
  expect(back.stdout).toContain('1 service served by the old rules again.');
  expect(asked.map(({ body }) => body)).toMatchObject([
    { fingerprint: 'f00d', onlyUnderstood: true, origin: { actor: 'alice', reason: 'over to us' } },
    { origin: { reason: 'over to us' } },
  ]);
});

test.each([
  ['--take-over', '--undo'],
  ['--take-over', '--resources'],
  ['--only-understood'],
  ['--fingerprint', 'f00d'],
])('adopt with %s %s is refused', async (...args) => {
  expect((await sluice('adopt', 'lb1', ...args.filter((arg) => arg !== undefined))).code).toBe(64);
});
