/** Who we are to etcd: certificates, passwords; and members of which one is down. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Etcd3 } from 'etcd3';
import { beforeAll, describe, expect, test } from 'vitest';
import { type EtcdServer, startEtcd } from '../../lab/servers/etcd.ts';
import { freePort } from '../../lab/servers/free-port.ts';
import { directoryArchive } from '../../store/archive/directory-archive.ts';
import { openStore } from '../../store/etcd-store.ts';
import { keepOnce } from '../../store/upkeep/keeper.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { atEnd, commitWeights, EAGER, newCell, nodeRef, storeAt } from './fixtures.ts';

/** The shortest that etcd takes. */
const TOKEN_TTL_S = 1;

/** Debian's package of the same name; makes the certificates. */
const OPENSSL = 'openssl';

async function etcdWith(extraArgs: readonly string[], clientPort?: number): Promise<EtcdServer> {
  const port = clientPort ?? (await freePort());
  const server = await startEtcd({ dir: tempDir('etcd'), clientPort: port, extraArgs });
  // Not stopped: etcd would wait for the watches of stores that are closed after it.
  atEnd(() => server.kill());
  return server;
}

/** Reads, writes and follows, as a program does; says what it saw. */
async function useStore(
  options: Parameters<typeof openStore>[0],
): Promise<{ seen: number[]; links: boolean[]; failures: unknown[] }> {
  const store = await openStore(options);
  atEnd(() => store.close());
  const seen: number[] = [];
  const links: boolean[] = [];
  const failures: unknown[] = [];
  await store.followRef({
    node: 'lb1',
    onRef: (ref) => seen.push(ref?.plan.generation ?? 0),
    onConnection: (connected) => links.push(connected),
    onFailed: (error) => failures.push(error),
  });
  await until('the first', () => seen.length === 1);
  await store.updateRef('lb1', () => nodeRef('lb1', 1));
  await until('the second', () => seen.length === 2);
  return { seen, links, failures };
}

describe('certificates', () => {
  const dir = tempDir('certificates');
  const file = (name: string) => join(dir, name);
  const openssl = (...args: string[]) => execFileSync(OPENSSL, args, { cwd: dir, stdio: 'pipe' });

  function issue(name: string, subject: string, extension: string): void {
    writeFileSync(file(`${name}.ext`), extension);
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject);
    const signer = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
    const ext = ['-extfile', `${name}.ext`];
    openssl('x509', '-req', '-in', `${name}.csr`, ...signer, ...ext, '-out', `${name}.crt`);
  }

  beforeAll(() => {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const self = ['-x509', '-days', '2', '-subj', '/CN=test CA'];
    openssl('req', ...self, ...key, '-keyout', 'ca.key', '-out', 'ca.crt');
    issue('server', '/CN=etcd', 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
    issue('client', '/CN=controller', 'extendedKeyUsage=clientAuth\n');
  });

  test('of both sides are checked, for requests and for watches', async () => {
    const [plain, secure] = [await freePort(), await freePort()];
    await etcdWith(
      [
        `--listen-client-urls=http://127.0.0.1:${plain},https://127.0.0.1:${secure}`,
        `--cert-file=${file('server.crt')}`,
        `--key-file=${file('server.key')}`,
        `--trusted-ca-file=${file('ca.crt')}`,
        '--client-cert-auth',
      ],
      plain,
    );
    const endpoints = [`https://localhost:${secure}`];
    const credentials = {
      caFile: file('ca.crt'),
      certFile: file('client.crt'),
      keyFile: file('client.key'),
    };
    const { seen, failures } = await useStore({ endpoints, cell: newCell(), credentials });
    expect(seen).toEqual([0, 1]);
    expect(failures).toEqual([]);
    const unknown = await openStore({
      endpoints,
      cell: newCell(),
      credentials: { caFile: file('ca.crt') },
    });
    atEnd(() => unknown.close());
    expect(await unknown.isReachable()).toBe(false);
  });
});

describe('a password', () => {
  test('lets in where the role allows, also when etcd no longer knows our token', async () => {
    const server = await etcdWith([`--auth-token-ttl=${TOKEN_TTL_S}`]);
    const proxy = await startCuttingProxy(server.port);
    atEnd(proxy.close);
    const cell = newCell();
    const root = new Etcd3({ hosts: server.endpoint });
    atEnd(() => root.close());
    await root.user('root').create('root-password');
    await root.role('root').create();
    await root.user('root').addRole('root');
    const role = await root.role('sluice').create();
    await role.grant({
      permission: 'Readwrite',
      range: root.range({ prefix: `/sluice/v1/${cell}/` }),
    });
    await root.user('sluice').create('a-password');
    await root.user('sluice').addRole('sluice');
    await root.auth.authEnable();
    const passwordFile = join(tempDir('password'), 'password');
    writeFileSync(passwordFile, 'a-password\n', { mode: 0o600 });
    const options = {
      endpoints: [proxy.endpoint],
      credentials: { user: 'sluice', passwordFile },
    };
    const { seen, links, failures } = await useStore({ ...options, cell });
    expect(seen).toEqual([0, 1]);
    expect(failures).toEqual([]);
    // An open stream does not use the token; unused for twice its life it is forgotten.
    const forgottenAt = performance.now() + 2_000 * TOKEN_TTL_S + 1_000;
    await until('etcd has forgotten the token', () => performance.now() > forgottenAt);
    proxy.cutAll();
    await until('the link is lost', () => links.at(-1) === false);
    const again = await openStore({ ...options, cell });
    atEnd(() => again.close());
    await again.updateRef('lb1', () => nodeRef('lb1', 2));
    await until('the change', () => seen.length === 3);
    // Lists alone would show the change too; changes flow only over a stream.
    await until('the stream', () => links.at(-1) === true);
    expect(seen).toEqual([0, 1, 2]);
    expect(failures).toEqual([]);
    // The keeper too, but for what etcd lets its own role root alone do.
    await commitWeights(again, 20);
    const archive = directoryArchive(tempDir('archive'));
    const log = { info: () => undefined, warn: () => undefined };
    const keep = () => keepOnce({ store: again, archive, policy: EAGER, log }, undefined);
    expect((await keep()).failed).toMatchObject({
      retryable: false,
      message: 'etcd refuses this program: compacting etcd',
    });
    expect(await again.readFirst()).toBeGreaterThan(10);
    const auth = { username: 'root', password: 'root-password' };
    const admin = new Etcd3({ hosts: server.endpoint, auth });
    atEnd(() => admin.close());
    await admin.user('sluice').addRole('root');
    expect(await keep()).not.toHaveProperty('failed');
    await again.defragment();
    await admin.user('sluice').removeRole('root');
    // Where the role does not reach, the refusal says so.
    const elsewhere = await openStore({ ...options, cell: 'elsewhere' });
    atEnd(() => elsewhere.close());
    await expect(elsewhere.readRefs()).rejects.toMatchObject({
      code: 'E_STORE_AWAY',
      retryable: false,
      message: 'etcd refuses this program: reading refs',
    });
  });
});

describe('among several members', () => {
  test('one that is down costs no call and no watch', async () => {
    const server = await etcdWith([]);
    const down = `http://127.0.0.1:${await freePort()}`;
    const cell = newCell();
    const endpoints = [down, server.endpoint];
    const { seen, failures } = await useStore({ endpoints, cell });
    expect(seen).toEqual([0, 1]);
    expect(failures).toEqual([]);
    const store = await storeAt(server.endpoint, cell, { endpoints });
    const startedAt = performance.now();
    for (let i = 0; i < 50; i++) {
      await store.updateRef('lb1', (ref) => ref && { ...ref, token: ref.token + 1 });
    }
    expect((await store.readRef('lb1'))?.token).toBe(50);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
