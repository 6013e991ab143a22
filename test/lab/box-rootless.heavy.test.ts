/**
 * The same box without root, in a user namespace. Run as nobody where the tests run as root; where
 * nobody may not read the checkout or make user namespaces it is skipped and says so.
 */
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, constants, copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { boxPath } from '../../lab/box/environment.ts';
import { serverBinary } from '../../lab/servers/binaries.ts';
import { CHECKOUT, serversFolder } from '../../lab/setup/cache.mjs';
import { tempDir } from '../kit/temp-dir.ts';

const NOBODY = 65_534;
const IDS = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
const isRoot = process.getuid?.() === 0;

/** Prefix that runs a command without root. */
const asNobody = isRoot ? ['setpriv', ...IDS, '--'] : ['env'];

/** Why it cannot be tried here; empty when it can. */
function obstacle(): string {
  const tries: [string, string[]][] = [
    ['nobody may not read the checkout', ['test', '-r', `${CHECKOUT}/lab/lab.ts`]],
    ['nobody may not run this Node', [process.execPath, '--version']],
    ['user namespaces are not allowed', ['unshare', '--user', '--map-root-user', '--net', 'true']],
  ];
  for (const [what, command] of tries) {
    const [program = '', ...args] = [...asNobody, ...command];
    try {
      execFileSync(program, args, { stdio: 'pipe', cwd: '/' });
    } catch (error) {
      return `${what}: ${error instanceof Error ? error.message : error}`;
    }
  }
  return '';
}

/** A cache that nobody may read, since root's own is private. Copies: a link would be the file. */
async function publicCache(home: string): Promise<string> {
  const cache = `${home}/cache`;
  const folder = serversFolder(CHECKOUT, { SLUICE_CACHE: cache });
  mkdirSync(folder, { recursive: true });
  for (const name of ['etcd', 'nats-server', 'temporal'] as const) {
    copyFileSync(await serverBinary(name), `${folder}/${name}`, constants.COPYFILE_FICLONE);
  }
  for (const path of [home, cache, dirname(folder), folder]) chmodSync(path, 0o755);
  return cache;
}

const SCRIPT = `
  const { startLab } = await import(process.argv[1]);
  const lab = await startLab({
    dir: process.argv[2], lifeline: true, parts: ['servers', 'realServers'],
  });
  const said = {};
  const run = async (name, node, ...argv) => {
    const { stdout, stderr, code } = await lab.exec(node, argv);
    said[name] = code === 0 ? stdout.trim() : 'code ' + code + ' ' + stderr;
  };
  await run('ping', 'c1', 'ping', '-c1', '-W5', 'fd99::11');
  await run('web', 'c1', 'curl', '-s', '--max-time', '5', 'http://10.99.0.21/text');
  await run('etcd', 'lb1', 'curl', '-s', 'http://10.97.0.1:2379/health');
  await run('nft', 'lb1', 'nft', 'add table ip t; list tables');
  await run('forward', 'lb1', 'sysctl', '-w', 'net.ipv4.ip_forward=1');
  await lab.killNode('rs2');
  await lab.startNode('rs2');
  await run('back', 'c1', 'curl', '-s', '--max-time', '5', 'http://10.99.0.22/text');
  const { isRootless, state, processes } = await lab.status();
  said.status = { isRootless, state, outside: processes.every((p) => p.outsidePid > 1) };
  await lab.down();
  said.after = (await lab.status()).state;
  console.log(JSON.stringify(said));`;

test('a box needs no root', async (context) => {
  const why = obstacle();
  if (why !== '') {
    process.stderr.write(`SKIPPED: the rootless lab is not tested here: ${why}\n`);
    context.skip(why);
  }
  const home = tempDir('rootless');
  const cache = isRoot ? await publicCache(home) : process.env['SLUICE_CACHE'];
  const own = `${home}/own`;
  mkdirSync(own, { mode: 0o700 });
  if (isRoot) chownSync(own, NOBODY, NOBODY);
  const [program = '', ...args] = [
    ...asNobody,
    ...[process.execPath, '--input-type=module', '-e', SCRIPT],
    ...[`file://${CHECKOUT}/lab/lab.ts`, `${own}/lab`],
  ];
  const { stdout } = await promisify(execFile)(program, args, {
    cwd: '/',
    env: {
      PATH: boxPath(process.env),
      HOME: own,
      ...(cache === undefined ? {} : { SLUICE_CACHE: cache }),
    },
  });
  const said = JSON.parse(stdout) as Record<string, unknown>;
  expect(said).toEqual({
    ping: expect.stringContaining('0% packet loss'),
    web: expect.stringMatching(/^rs1 10\.99\.0\.10 /),
    etcd: expect.stringContaining('"health":"true"'),
    nft: 'table ip t',
    forward: 'net.ipv4.ip_forward = 1',
    back: expect.stringMatching(/^rs2 10\.99\.0\.10 /),
    status: { isRootless: true, state: 'running', outside: true },
    after: 'down',
  });
});
