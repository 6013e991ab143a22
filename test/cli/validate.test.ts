import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempDir } from '../kit/temp-dir.ts';
import { Refusal, serveApi } from './api-server.ts';
import { type CliOptions, runCli } from './run-cli.ts';

const WRONG = `# as it was written
apiVersion: sluice/v1
kind: Cluster
metadata: { name: edge }
spec: { highAvailability: none, dataplan: memory } # a slip
`;
const RIGHT = WRONG.replace('dataplan:', 'dataplane:');
const base = tempDir('validate');

function folder(text = WRONG) {
  const dir = mkdtempSync(join(base, 'files-'));
  const path = join(dir, 'fleet.yaml');
  writeFileSync(path, text);
  return { dir, path };
}

const validate = (args: readonly string[], options: CliOptions = {}) =>
  runCli(['validate', ...args], options);

test('a problem that can be mended shows how', async () => {
  const { path } = folder();
  const { code, stderr } = await validate(['--offline', path]);
  expect(code).toBe(1);
  expect(stderr).toContain(`${path}:5:33 E_UNKNOWN_KEY`);
  expect(stderr).toContain('    fix: write dataplane\n');
  expect(stderr).toContain('"sluice validate --fix" mends one of them');
  expect(readFileSync(path, 'utf8')).toBe(WRONG);
});

test('--fix rewrites the file it was named, with its rights, through a link, and leaves nothing beside', async () => {
  const { dir, path } = folder();
  const owner = process.getuid?.() === 0 ? 12_345 : statSync(path).uid;
  if (owner === 12_345) chownSync(path, owner, owner);
  chmodSync(path, 0o640);
  const link = join(dir, 'link.yaml');
  symlinkSync(path, link);
  const { code, stdout, stderr } = await validate(['--offline', '--fix', link]);
  expect(readFileSync(path, 'utf8')).toBe(RIGHT);
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(statSync(path).uid).toBe(owner);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readdirSync(dir).sort()).toEqual(['fleet.yaml', 'link.yaml']);
  expect(stderr).toBe(`${link}:5:33 E_UNKNOWN_KEY mended: write dataplane\n`);
  expect(stdout).toContain('1 mended.');
  expect(code).toBe(0);
});

test('--fix leaves what it cannot mend, and a file without fixes untouched', async () => {
  const { path } = folder(WRONG.replace('none', 'often'));
  const sound = folder(RIGHT.replace('edge', 'core'));
  const before = statSync(sound.path).mtimeMs;
  const result = await validate(['--offline', '--fix', path, sound.path, '-o', 'json']);
  expect(result.code).toBe(1);
  expect(JSON.parse(result.stdout)).toMatchObject({
    valid: false,
    problems: [{ code: 'E_ENUM' }],
    mended: [{ code: 'E_UNKNOWN_KEY', file: path, line: 5 }],
  });
  expect(statSync(sound.path).mtimeMs).toBe(before);
});

test('--fix of stdin writes the mended text to stdout, and takes no files beside it', async () => {
  const { code, stdout } = await validate(['--offline', '--fix', '-'], { stdin: WRONG });
  expect([code, stdout]).toEqual([0, RIGHT]);
  const { path } = folder();
  expect((await validate(['--fix', '-', path], { stdin: WRONG })).code).toBe(64);
  expect(readFileSync(path, 'utf8')).toBe(WRONG);
});

test('without an API anywhere the files are looked at alone, and that is said', async () => {
  const { path } = folder(RIGHT);
  const env = { XDG_RUNTIME_DIR: base };
  const { code, stdout, stderr } = await validate([path], { env });
  expect(code).toBe(0);
  expect(stdout).toContain('Valid: 1 resource');
  expect(stderr.split('\n')).toEqual([expect.stringMatching(/^no API at unix:.* alone/), '']);
});

test('a lab whose API has gone is the same', async () => {
  const { dir, path } = folder(RIGHT);
  writeFileSync(join(dir, 'api.sock'), '');
  const labs = () => [{ name: 'a', api: `unix:${join(dir, 'api.sock')}` }];
  const { code, stderr } = await validate([path], { labs });
  expect(code).toBe(0);
  expect(stderr).toContain('looked at alone');
});

test('an API that was named and does not answer is a fault', async () => {
  const { path } = folder(RIGHT);
  const api = `unix:${join(base, 'nobody.sock')}`;
  const said = await validate([path, '--api', api]);
  const set = await validate([path], { env: { SLUICE_API: api } });
  for (const { code, stdout, stderr } of [said, set]) {
    expect([code, stdout]).toEqual([69, '']);
    expect(stderr).toContain('hint:');
  }
});

test('--fix asks the API, whose problems know the stored fleet', async () => {
  const { dir, path } = folder();
  const at = { file: path, line: 5, column: 33 };
  const end = { line: 5, column: 33 + 'dataplan'.length };
  const problem = { ...at, severity: 'error', message: 'no', hint: '', code: 'E_UNKNOWN_KEY' };
  const edits = [{ file: path, start: { line: 5, column: 33 }, end, text: 'dataplane' }];
  const refusal = new Refusal(422, {
    ...{ code: 'E_INVALID', message: '1 problem', hint: '' },
    problems: [{ ...problem, severity: 'error', fix: { description: 'write it', edits } }],
  });
  const sound = { revision: 1, changes: [], unchanged: 1, nodes: [], warnings: [] };
  const socket = join(dir, 'api.sock');
  const server = await serveApi(socket, {
    'POST /v1/plan': ({ body }: { body: unknown }) =>
      JSON.stringify(body).includes('dataplan:') ? refusal : sound,
  });
  try {
    const { code } = await validate(['--fix', path, '--api', socket]);
    expect([code, readFileSync(path, 'utf8')]).toEqual([0, RIGHT]);
  } finally {
    await server.close();
  }
});

test('programs read an error in the form of the API', async () => {
  const { stdout, stderr } = await runCli(['health', '--api', '/nowhere.sock', '-o', 'json']);
  expect(stdout).toBe('');
  expect(JSON.parse(stderr)).toMatchObject({ code: 'E_API_AWAY', hint: expect.any(String) });
});
