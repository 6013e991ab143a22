/**
 * Programs that cannot start say so in a line that a person can act on, with an exit code that a
 * program can act on, and leave nothing behind.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boxPath } from '../../lab/box/environment.ts';
import { withEtcd, withNats } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { ROOT, type Said } from './fleet.ts';

const NODE = process.execPath;
const START = { timeoutMs: 60_000 };

function run(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Said> {
  const [program = '', ...args] = argv;
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd: ROOT, env }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') return reject(error);
      return resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** The last lines are for people; the log lines before them are JSON. */
const forPeople = ({ stderr }: Said) =>
  stderr
    .split('\n')
    .filter((line) => !line.startsWith('{'))
    .join('\n');

describe('wrong flags of a service end with 64 and say what is wrong', () => {
  test.each([
    ['controller', [], /--state <dir>.* not specified/],
    ['worker', ['--state', '/nowhere', '--cell', 'No Name'], /lower-case letters, digits/],
    ['node-agent', ['--state', '/nowhere'], /--node <name>.* not specified/],
    ['controller', ['--state', '/nowhere', '--log-level', 'loud'], /debug, info, warn, error/],
    ['controller', ['--state', '/nowhere', '--colour', 'red'], /unknown option '--colour'/],
  ])('%s %j', async (program, args, words) => {
    const said = await run([NODE, `bin/${program}.ts`, ...args]);
    expect([said.code, said.stdout]).toEqual([64, '']);
    expect(said.stderr).toMatch(words);
  });

  test.each(['controller', 'worker', 'node-agent', 'demo'])('%s --help', async (program) => {
    const said = await run([NODE, `bin/${program}.ts`, '--help']);
    expect(said).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^Usage: /) });
  });
});

describe('where the controller cannot listen', () => {
  const etcd = withEtcd();
  const nats = withNats();
  const dir = tempDir('listen');
  const taken = join(dir, 'taken.sock');
  const listeners: Server[] = [];
  let takenPort = 0;

  beforeAll(async () => {
    for (const where of [{ path: taken }, { host: '127.0.0.1', port: 0 }]) {
      const server = createServer();
      server.listen(where);
      await once(server, 'listening');
      listeners.push(server);
      const address = server.address();
      if (typeof address === 'object' && address !== null) takenPort = address.port;
    }
  });
  afterAll(() => {
    for (const server of listeners) server.close();
  });

  const argv = (listen: string, etcdEndpoint: string = etcd.endpoint) => [
    ...[NODE, 'bin/controller.ts', '--etcd', etcdEndpoint, '--nats', nats.endpoint],
    ...['--temporal', '127.0.0.1:1', '--state', dir, '--listen', listen],
  ];

  test('a port of another process is said, with what to do', async () => {
    const said = await run(argv(`127.0.0.1:${takenPort}`));
    expect(said.code).toBe(69);
    expect(forPeople(said)).toBe(
      `sluice controller: E_PORT_TAKEN 127.0.0.1:${takenPort} is in use by another process: ` +
        `listen EADDRINUSE: address already in use 127.0.0.1:${takenPort}\n` +
        '  hint: stop that one, or give another address with --listen\n',
    );
  });

  test('a socket that somebody answers on is said and left alone', async () => {
    const said = await run(argv(`unix:${taken}`));
    expect(said.code).toBe(69);
    expect(forPeople(said)).toContain(`E_PORT_TAKEN ${taken} is in use by another process`);
    expect(existsSync(taken)).toBe(true);
  });

  test('a socket file that a killed controller left is taken over', async () => {
    const socket = join(dir, 'left.sock');
    const start = () => {
      const [program = '', ...args] = argv(`unix:${socket}`);
      return spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
    };
    const first = start();
    await until('the first one listens', () => existsSync(socket), START);
    const killed = once(first, 'exit');
    first.kill('SIGKILL');
    await killed;
    expect(existsSync(socket)).toBe(true);
    const second = start();
    const ended = once(second, 'exit');
    try {
      const health = ['bin/sluice', '--api', `unix:${socket}`, 'health', '-o', 'json'];
      await until('the second one answers', async () => (await run(health)).stdout !== '', START);
    } finally {
      second.kill('SIGTERM');
    }
    expect(await ended).toEqual([0, null]);
  });

  test.each(['8080', 'localhost', 'tcp://127.0.0.1:80'])('"%s" is wrong usage', async (listen) => {
    const said = await run(argv(listen));
    expect(said.code).toBe(64);
    expect(forPeople(said)).toContain(`E_USAGE cannot listen on "${listen}"`);
    expect(forPeople(said)).toContain('hint: write unix:/path/api.sock or 127.0.0.1:8080');
  });

  test('with etcd away it ends and says that', async () => {
    const said = await run(argv(`unix:${join(dir, 'x.sock')}`, 'http://127.0.0.1:1'));
    expect(said.code).toBe(69);
    expect(forPeople(said)).toMatch(/^sluice controller: E_STORE_AWAY etcd does not answer/);
  });
});

describe('a lab that cannot be', () => {
  const state = tempDir('no-lab');
  const environment = { ...process.env, XDG_STATE_HOME: state };
  const up = [`${ROOT}bin/sluice`, 'lab', 'up'];
  const isUntouched = () => !existsSync(`${state}/sluice/labs/lab/lab.json`);

  function pathOf(program: string): string {
    const folders = boxPath(process.env).split(delimiter);
    const found = folders.map((folder) => join(folder, program)).find(existsSync);
    if (found === undefined) throw new Error(`${program} is not installed`);
    return realpathSync(found);
  }

  test('because nft and nginx are not installed names the packages', async () => {
    // A mount namespace in which the programs are not executable.
    const hide =
      'for each in "$1" "$2"; do mount --bind /dev/null "$each"; done; shift 2; exec "$@"';
    const programs = [pathOf('nft'), pathOf('nginx')];
    const masked = ['unshare', '--mount', '--', 'sh', '-c', hide, 'sh', ...programs, ...up];
    const said = await run(masked, environment);
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toBe(
      'E_PACKAGE_MISSING not installed: nft, nginx\n' +
        '  hint: as root: apt-get install nftables nginx-light\n',
    );
    expect(isUntouched()).toBe(true);
  });

  test('because this process may make no namespaces says so', async () => {
    const without = ['setpriv', '--bounding-set', '-sys_admin', '--', ...up];
    const said = await run(without, environment);
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toMatch(/^E_NOT_ROOT a lab needs the right to make namespaces; .*not perm/);
    expect(said.stderr).toContain('hint: inside a container, start that one with');
    expect(isUntouched()).toBe(true);
  });

  test('at an address that is taken, or is none, says which to give', async () => {
    const server = createServer().listen({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const parts = ['--parts', 'realServers', '--listen'];
      const taken = await run([...up, ...parts, `127.0.0.1:${port}`], environment);
      expect(taken.code).toBe(1);
      expect(taken.stderr).toMatch(/^E_PORT_TAKEN cannot listen at 127\.0\.0\.1/);
      expect(taken.stderr).toContain('hint: choose another port; port 0 takes a free one');
      const wrong = await run([...up, ...parts, '0.0.0.0:80'], environment);
      expect(wrong).toMatchObject({ code: 64, stderr: expect.stringMatching(/^E_USAGE /) });
    } finally {
      server.close();
    }
    expect(isUntouched()).toBe(true);
    expect(readdirSync(`${state}/sluice/labs`)).toEqual(['lab']);
  });
});
