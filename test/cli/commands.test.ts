import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type DrainStatus, drainEnded } from '../../schemas/drain.ts';
import { APPLY_BYTES_MAX } from '../../schemas/limits.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { type Answers, type ApiServer, Refusal, serveApi } from './api-server.ts';
import { type CliOptions, runCli } from './run-cli.ts';
import {
  APPLIED,
  CONNS,
  DRAIN,
  HEALTH,
  HISTORY,
  NO_CHANGE,
  NODES,
  PLAN,
  RESOURCES,
  ROLLOUT_VIEW,
} from './samples.ts';

let dir: string;
let socket: string;
let server: ApiServer | undefined;

beforeEach(() => {
  dir = tempDir('cli');
  socket = join(dir, 'api.sock');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answers: Answers): Promise<ApiServer> {
  server = await serveApi(socket, answers);
  return server;
}

/** The command line against the server of this test. */
const sluice = (args: readonly string[], options: CliOptions = {}) =>
  runCli(args, { ...options, env: { SLUICE_API: `unix:${socket}`, ...options.env } });

function file(name: string, text = 'kind: Cluster\n'): string {
  const path = join(dir, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const invalid = new Refusal(422, {
  code: 'E_INVALID',
  message: 'the input has 1 error',
  hint: '',
  problems: [
    {
      code: 'E_RANGE',
      severity: 'error',
      message: 'spec.ports[0] is 70000; at most 65535',
      hint: 'allowed: 1 to 65535',
      file: 'web.yaml',
      line: 7,
      column: 11,
    },
  ],
});
const notFound = new Refusal(404, { code: 'E_NOT_FOUND', message: 'there is no x', hint: 'look' });

describe('exit codes', () => {
  const rows: [what: string, args: string[], answers: Answers, code: number][] = [
    ['plan without changes', ['plan', '-f', 'F'], { 'POST /v1/plan': NO_CHANGE }, 0],
    ['plan with changes', ['plan', '-f', 'F'], { 'POST /v1/plan': PLAN }, 2],
    ['plan of wrong files', ['plan', '-f', 'F'], { 'POST /v1/plan': invalid }, 1],
    ['apply', ['apply', '-f', 'F'], { 'POST /v1/apply': APPLIED }, 0],
    [
      'apply --dry-run with changes',
      ['apply', '-f', 'F', '--dry-run'],
      { 'POST /v1/plan': PLAN },
      0,
    ],
    ['apply of wrong files', ['apply', '-f', 'F'], { 'POST /v1/apply': invalid }, 1],
    ['validate', ['validate', '-f', 'F'], { 'POST /v1/plan': PLAN }, 0],
    ['validate of wrong files', ['validate', '-f', 'F'], { 'POST /v1/plan': invalid }, 1],
    ['get', ['get'], { 'GET /v1/resources': RESOURCES }, 0],
    ['get of nothing', ['get', 'vs/x'], { 'GET /v1/resources': notFound }, 1],
    ['delete', ['delete', 'vs/web'], { 'DELETE /v1/resources/:kind/:name': APPLIED }, 0],
    ['delete without a name', ['delete', 'vs'], {}, 64],
    ['history', ['history'], { 'GET /v1/history': { entries: HISTORY } }, 0],
    ['health', ['health'], { 'GET /v1/health': HEALTH }, 0],
    ['health with a part away', ['health'], { 'GET /v1/health': { ...HEALTH, bus: false } }, 1],
    ['conns with a silent director', ['conns'], { 'GET /v1/conns': CONNS }, 1],
    ['node ls', ['node', 'ls'], { 'GET /v1/nodes': { nodes: NODES } }, 0],
    ['no files', ['apply'], {}, 64],
    ['a file that is not there', ['apply', '-f', '/nowhere.yaml'], {}, 64],
    ['an unknown command', ['frobnicate'], {}, 64],
    ['an unknown option', ['get', '--frob'], {}, 64],
    ['an unknown output', ['get', '-o', 'xml'], {}, 64],
    ['show without a time', ['show'], {}, 64],
    ['show at no time', ['show', '--at', 'yesterday'], {}, 64],
    ['diff of one', ['diff', '1'], {}, 64],
    ['revert without a reason', ['revert', '1'], {}, 64],
    ['revert to a time', ['revert', '10m', '--reason', 'x'], {}, 64],
    ['blame without a name', ['blame', 'vs'], {}, 64],
    ['prune of kinds without --prune', ['plan', '-f', 'F', '--prune-kinds', 'vs'], {}, 64],
    ['lock without a reason', ['lock'], {}, 64],
    ['lock of two scopes', ['lock', '--cluster', 'a', '--node', 'b', '--reason', 'x'], {}, 64],
    ['lock until the past', ['lock', '--reason', 'x', '--until', '2020-01-01'], {}, 64],
    ['no command', [], {}, 64],
    ['rollout ls', ['rollout', 'ls'], { 'GET /v1/rollouts': { rollouts: [ROLLOUT_VIEW] } }, 0],
    ['rollout of no cluster', ['rollout', 'status'], {}, 64],
    ['rollout abort in no way', ['rollout', 'abort', 'edge', '--mode', 'undo'], {}, 64],
    ['rollout start --now without a reason', ['rollout', 'start', 'edge', '--now'], {}, 64],
    ['apply --now without a reason', ['apply', '-f', 'F', '--now'], {}, 64],
    ['revert --now without a reason', ['revert', '1', '--now'], {}, 64],
    ['a --timeout without --wait', ['revert', '1', '--timeout', '5m', '--reason', 'x'], {}, 64],
    ['apply --wait for no time', ['apply', '-f', 'F', '--wait', '--timeout', 'long'], {}, 64],
    ['a file without a resource', ['apply', '-f', 'EMPTY'], {}, 64],
    ['events of no type', ['events', '--type', 'VrrpTransitions'], {}, 64],
    ['conns of no address', ['conns', '--vip', 'web'], {}, 64],
    ['revert to no revision', ['revert', 'now', '--reason', 'x'], {}, 64],
    ['conns of no zone', ['conns', '--zone', 'office'], {}, 64],
    ['a wrong count', ['events', '--limit', 'many'], {}, 64],
    ['--help', ['--help'], {}, 0],
    ['--help of a command', ['apply', '--help'], {}, 0],
    ['--version', ['--version'], {}, 0],
  ];
  test.each(rows)('%s', async (_, args, answers, code) => {
    await serve(answers);
    const paths = new Map([
      ['F', file('web.yaml')],
      ['EMPTY', file('empty.yaml', '# soon\n---\n')],
    ]);
    const result = await sluice(args.map((arg) => paths.get(arg) ?? arg));
    expect(result.code, result.stderr).toBe(code);
    if (code === 1 && !['health', 'conns'].includes(args[0] ?? '')) {
      expect(result.stdout).toBe('');
      expect(result.stderr).toMatch(/^E_/);
    }
  });

  test('69 when the server is away, after the retries', async () => {
    const result = await sluice(['health']);
    expect(result.code).toBe(69);
    expect(result.stderr).toContain(`E_API_AWAY the Sluice API at unix:${socket} does not answer`);
    expect(result.stderr).toContain('hint:');
  });
});

describe('apply', () => {
  test('sends files, folders and stdin with their names, each once', async () => {
    const { asked } = await serve({ 'POST /v1/apply': APPLIED });
    const a = file('fleet/a.yaml', 'a: 1\n');
    file('fleet/deep/b.json', '{}');
    file('fleet/notes.txt', 'no');
    await sluice(['apply', '-f', join(dir, 'fleet'), '-f', a, '-f', '-'], { stdin: 'c: 1\n' });
    expect(asked[0]?.body).toMatchObject({
      files: [
        { name: a, text: 'a: 1\n' },
        { name: join(dir, 'fleet/deep/b.json'), text: '{}' },
        { name: 'stdin', text: 'c: 1\n' },
      ],
    });
  });

  test('says who, through what, why, and on top of which revision', async () => {
    const { asked } = await serve({ 'POST /v1/apply': APPLIED });
    await sluice(['apply', file('a.yaml'), '--reason', 'because', '--if-revision', '41']);
    expect(asked[0]?.headers['idempotency-key']).toBe('id-00000001');
    expect(asked[0]?.body).toMatchObject({
      ifRevision: 41,
      origin: { actor: 'alice', channel: 'cli', reason: 'because', correlationId: 'id-00000001' },
    });
  });

  test('takes the author from SLUICE_ACTOR before USER', async () => {
    const { asked } = await serve({ 'POST /v1/apply': APPLIED });
    await sluice(['apply', file('a.yaml')], { env: { SLUICE_ACTOR: 'bot' } });
    expect(asked[0]?.body).toMatchObject({ origin: { actor: 'bot' } });
  });

  test('shows the problems of wrong files with their places on stderr', async () => {
    await serve({ 'POST /v1/apply': invalid });
    const { stderr } = await sluice(['apply', file('a.yaml')]);
    expect(stderr).toBe(
      'E_INVALID the input has 1 error\n' +
        '  web.yaml:7:11 E_RANGE spec.ports[0] is 70000; at most 65535\n' +
        '    hint: allowed: 1 to 65535\n',
    );
  });

  test('refuses more than the API takes before it sends anything', async () => {
    const { asked } = await serve({ 'POST /v1/apply': APPLIED });
    const { code, stderr } = await sluice([
      'apply',
      file('big.yaml', '#'.repeat(APPLY_BYTES_MAX + 1)),
    ]);
    expect([code, asked.length]).toEqual([1, 0]);
    expect(stderr).toMatch(/^E_TOO_LARGE/);
  });
});

describe('output', () => {
  test('json is the answer itself', async () => {
    await serve({ 'POST /v1/plan': PLAN });
    const { stdout } = await sluice(['-o', 'json', 'plan', file('a.yaml')]);
    expect(JSON.parse(stdout)).toEqual(PLAN);
  });

  test('get -o yaml gives documents that can be applied again', async () => {
    await serve({ 'GET /v1/resources': RESOURCES });
    const { stdout } = await sluice(['get', '-o', 'yaml']);
    const documents = parseAllDocuments(stdout).map((document) => document.toJS());
    expect(documents).toEqual(RESOURCES.resources.map(({ resource }) => resource));
  });

  test('validate --offline needs no server and lists every problem', async () => {
    const path = file('a.yaml', 'kind: Nod\n---\nkind: Cluster\n');
    const { code, stderr } = await sluice(['validate', '--offline', path]);
    expect(code).toBe(1);
    expect(stderr).toContain(`${path}:1:7 E_KIND there is no kind "Nod"`);
    expect(stderr).toContain(`${path}:3:1 E_REQUIRED`);
  });

  test('describe joins what is declared, seen and done', async () => {
    const { asked } = await serve({
      'GET /v1/resources': RESOURCES,
      'GET /v1/history': { entries: HISTORY.slice(0, 1) },
      'GET /v1/nodes': { nodes: NODES },
    });
    const { stdout } = await sluice(['describe', 'vs/web']);
    expect(asked.map(({ url }) => url).sort()).toEqual([
      '/v1/history?kind=VirtualService&name=web&limit=3',
      '/v1/nodes',
      '/v1/resources?kind=VirtualService&name=web',
    ]);
    for (const word of ['scheduler: wrr', 'connection refused', 'more weight']) {
      expect(stdout).toContain(word);
    }
  });

  test('describe node takes two words, and knows who there is', async () => {
    await serve({ 'GET /v1/nodes': { nodes: NODES } });
    expect((await sluice(['describe', 'node', 'lb1'])).stdout).toContain('kernel');
    const missing = await sluice(['describe', 'node', 'lb9']);
    expect(missing.stderr).toBe('E_NOT_FOUND there is no node lb9\n  hint: nodes: lb1, lb2\n');
  });

  test('conns asks with the filter as it is', async () => {
    const { asked } = await serve({ 'GET /v1/conns': { nodes: [] } });
    const zone = ['--zone', 'office/default', '--protocol', 'icmp', '--local', '198.51.100.7'];
    await sluice(['conns', '--vip', '[fd99::100]:80', '--node', 'lb1', '--limit', '5', ...zone]);
    const { searchParams } = new URL(`http://x${asked[0]?.url}`);
    expect(Object.fromEntries(searchParams)).toEqual({
      vip: '[fd99::100]:80',
      node: 'lb1',
      limit: '5',
      zone: 'office/default',
      protocol: 'icmp',
      local: '198.51.100.7',
    });
  });
});

describe('node drain', () => {
  const started = { workflowId: 'w', alreadyRunning: false };

  /** Answers with one status after the other, the last one again and again. */
  function statuses(...all: Partial<DrainStatus>[]) {
    let at = 0;
    return () => {
      const status = { ...DRAIN, ...all[Math.min(at, all.length - 1)] };
      at += 1;
      return { workflowId: 'w', status };
    };
  }

  test('shows each step once and how it ended', async () => {
    const [first, second] = DRAIN.steps;
    const { asked } = await serve({
      'POST /v1/nodes/:node/drain': started,
      'GET /v1/nodes/:node/drain': statuses(
        { phase: 'locking', steps: first === undefined ? [] : [first] },
        { phase: 'done', steps: [first, second] as DrainStatus['steps'] },
      ),
    });
    const args = ['node', 'drain', 'lb1', '--deadline', '90s', '--on-deadline', 'accept'];
    const { code, stdout, stderr } = await sluice(args);
    expect(asked[0]?.body).toMatchObject({ deadlineMs: 90_000, onDeadline: 'accept' });
    expect(stderr.match(/checked/g)).toHaveLength(1);
    expect(stderr).toContain('lb2 is master');
    expect(stdout).toContain('drain of lb1 done');
    expect(code).toBe(0);
  });

  test.each(['refused', 'reverted', 'failed'] as const)(
    'that ends %s is a failure',
    async (phase) => {
      await serve({
        'POST /v1/nodes/:node/drain': started,
        'GET /v1/nodes/:node/drain': statuses({ phase, reason: 'no healthy peer' }),
      });
      const { code, stdout } = await sluice(['node', 'drain', 'lb1']);
      expect(drainEnded(phase)).toBe(true);
      expect(code).toBe(1);
      expect(stdout).toContain('no healthy peer');
    },
  );

  test('returns at once with --no-wait', async () => {
    const { asked } = await serve({ 'POST /v1/nodes/:node/undrain': started });
    const { code, stdout } = await sluice(['node', 'undrain', 'lb1', '--no-wait']);
    expect(code).toBe(0);
    expect(stdout).toContain('sluice node drain-status lb1 --follow');
    expect(asked).toHaveLength(1);
  });

  test('is left running by Ctrl-C, which says how to go on', async () => {
    const interrupt = new AbortController();
    await serve({
      'POST /v1/nodes/:node/drain': started,
      'GET /v1/nodes/:node/drain': statuses({}),
    });
    const { code, stderr } = await sluice(['node', 'drain', 'lb1'], {
      signal: interrupt.signal,
      onWrite: (text) => {
        if (text.includes('lb2 is master')) interrupt.abort();
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain('sluice node drain-status lb1 --follow');
    expect(stderr).toContain('sluice node cancel lb1');
    expect(server?.asked.some(({ route }) => route.endsWith('/cancel'))).toBe(false);
  });

  test('goes on looking through a restart of the server', async () => {
    await serve({
      'POST /v1/nodes/:node/drain': started,
      'GET /v1/nodes/:node/drain': statuses({}),
    });
    let restarted: Promise<ApiServer> | undefined;
    const restart = async () => {
      await server?.close();
      return serve({ 'GET /v1/nodes/:node/drain': statuses({ phase: 'done' }) });
    };
    const { code, stderr } = await sluice(['node', 'drain', 'lb1'], {
      onWrite: (text) => {
        if (text.includes('lb2 is master')) restarted ??= restart();
      },
    });
    await restarted;
    expect(code).toBe(0);
    expect(stderr.match(/lb2 is master/g)).toHaveLength(1);
  });

  test('cancel asks for the way back', async () => {
    const { asked } = await serve({ 'POST /v1/nodes/:node/drain/cancel': { workflowId: 'w' } });
    const { code } = await sluice(['node', 'cancel', 'lb1']);
    expect(code).toBe(0);
    expect(asked[0]?.url).toBe('/v1/nodes/lb1/drain/cancel');
  });

  test('drain-status shows the newest one', async () => {
    await serve({ 'GET /v1/nodes/:node/drain': statuses({}) });
    const { stdout } = await sluice(['node', 'drain-status', 'lb1']);
    expect(stdout).toContain('drain lb1: waiting, 12 of 340 connections still moving');
  });
});
