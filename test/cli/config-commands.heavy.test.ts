/** The commands of the config store, from the command line to a real etcd and back. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Etcd3 } from 'etcd3';
import { describe, expect, test } from 'vitest';
import type { ApplyReply, PlanReply, ResourcesReply } from '../../schemas/api.ts';
import type { DiffReply } from '../../schemas/history-api.ts';
import { until } from '../kit/until.ts';
import { document, edited, FLEET, service, WEB, yamlOf } from '../schemas/fleet.ts';
import { withControllerCli } from './controller-cli.ts';

const { apply, cell, dir, etcd, json, sluice, withController } = withControllerCli();

const keysOf = ({ resources }: ResourcesReply) =>
  resources.map(({ resource }) => `${resource.kind}/${resource.metadata.name}`);

const weights = (...all: number[]) => ({
  realServers: all.map((weight, i) => ({ address: `10.98.0.${21 + i}`, weight })),
});

describe('looking back', () => {
  withController();
  let between = '';

  test('the fleet at a revision, a time, and the difference', async () => {
    await apply(FLEET, '--reason', 'first');
    await apply([edited(WEB, weights(1, 5))], '--reason', 'heavier');
    between = new Date().toISOString();
    await until('a millisecond goes by', () => new Date().toISOString() > between);
    await apply([service('api', { ports: [443] })]);
    await sluice(['delete', 'vs/web', '--reason', 'gone']);

    const then = await json<ResourcesReply>(['show', '--at', '2', 'vs']);
    expect([then.revision, keysOf(then)]).toEqual([
      2,
      ['VirtualService/web', 'VirtualService/web6'],
    ]);
    const byTime = await json<ResourcesReply>(['show', '--at', between, 'vs']);
    expect(byTime).toEqual(then);
    expect((await json<ResourcesReply>(['show', '--at', '0'])).resources).toEqual([]);
    const now = await json<ResourcesReply>(['show', '--at', 'now']);
    expect(now).toEqual(await json<ResourcesReply>(['get']));

    const diff = await json<DiffReply>(['diff', '1', between, 'vs/web']);
    expect(diff).toEqual({
      from: 1,
      to: 2,
      changes: [
        {
          key: 'VirtualService/web',
          action: 'update',
          fields: [{ path: 'spec.realServers[10.98.0.22].weight', from: '2', to: '5' }],
        },
      ],
    });
    const text = await sluice(['diff', '2', '4']);
    expect(text.stdout).toContain('+ VirtualService/api (create)');
    expect(text.stdout).toContain('- VirtualService/web (delete)');
    expect(text.stdout).toContain('1 created, 0 changed, 1 deleted (revision 2 -> 4).');
  });

  test('what is not there yet, or never was, is said to be so', async () => {
    expect((await sluice(['show', '--at', '99'])).stderr).toMatch(
      /^E_NOT_FOUND revision 99 is not there/,
    );
    expect((await sluice(['show', '--at', '1', 'vs/api'])).stderr).toMatch(/^E_NOT_FOUND/);
    expect((await sluice(['show', '--at', 'yesterday'])).code).toBe(64);
    expect((await sluice(['blame', 'vs/web'])).stderr).toContain('sluice history');
  });

  test('plan against an earlier revision says what the files would change of that', async () => {
    const args = ['plan', '-f', '-', '-o', 'json'];
    const stdin = yamlOf([edited(WEB, weights(1, 5))]);
    const first = await sluice([...args, '--against', '1'], { stdin });
    expect(first.code).toBe(2);
    const plan = JSON.parse(first.stdout) as PlanReply;
    expect(plan).toMatchObject({ revision: 1, changes: [{ action: 'update' }] });
    expect(plan.nodes).toEqual([
      { node: 'lb1', cluster: 'edge', services: ['web'], planned: { setWeight: 1 } },
      { node: 'lb2', cluster: 'edge', services: ['web'], planned: { setWeight: 1 } },
    ]);
    expect((await sluice([...args, '--against', '2'], { stdin })).code).toBe(0);
    expect((await sluice([...args, '--against', '99'], { stdin })).code).toBe(1);
  });

  test('a history goes through a deletion to what was before it', async () => {
    await apply([edited(WEB, weights(9, 9))], '--reason', 'back again');
    const history = await json<{ revision: number; action: string; author: string }[]>([
      'history',
      'vs/web',
    ]);
    expect(history.map(({ revision, action }) => [revision, action])).toEqual([
      [5, 'create'],
      [4, 'delete'],
      [2, 'update'],
      [1, 'create'],
    ]);
  });

  test('blame says of each field who set it', async () => {
    await apply([edited(WEB, weights(9, 3))], '--reason', 'less');
    const blame = await json<{ fields: { path: string; value: unknown; reason: string }[] }>([
      'blame',
      'vs/web',
    ]);
    const by = new Map(blame.fields.map(({ path, value, reason }) => [path, [value, reason]]));
    expect(by.get('spec.realServers[10.98.0.21].weight')).toEqual([9, 'back again']);
    expect(by.get('spec.realServers[10.98.0.22].weight')).toEqual([3, 'less']);
    expect((await sluice(['blame', 'vs/web'])).stdout).toMatch(
      /^VirtualService\/web at revision 6\n/,
    );
  });

  test('the store proves its logs, and names the first place that is broken', async () => {
    expect((await sluice(['store', 'verify'])).stdout).toBe('sound   config/fleet: 6 events\n');
    const client = new Etcd3({ hosts: etcd.endpoint });
    const key = `/sluice/v1/${cell()}/ev/config/fleet/0000000000000003`;
    try {
      const bytes = await client.get(key).buffer();
      const other = await client.get(key.replace(/3$/, '2')).buffer();
      if (bytes === null || other === null) throw new Error('no event');
      await client.put(key).value(other);
      const { code, stdout } = await sluice(['store', 'verify', '-o', 'json']);
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ log: 'config/fleet', ok: false, brokenAt: 3 });
      await client.put(key).value(bytes);
    } finally {
      client.close();
    }
    expect((await sluice(['store', 'verify'])).code).toBe(0);
  });
});

describe('going back', () => {
  withController();

  test('is a new change that makes the fleet as it was', async () => {
    await apply(FLEET);
    await apply([edited(WEB, weights(7, 7)), service('api', { ports: [443] })]);
    await sluice(['delete', 'vs/web6']);
    const dry = await json<PlanReply>(['revert', '1', '--dry-run']);
    expect(dry.changes.map(({ key, action }) => `${action} ${key}`)).toEqual([
      'update VirtualService/web',
      'create VirtualService/web6',
      'delete VirtualService/api',
    ]);
    expect((await sluice(['revert', '1'])).stderr).toMatch(/^E_USAGE a revert needs a reason/);
    const reply = await json<ApplyReply>(['revert', '1', '--reason', 'as it was']);
    expect(reply).toMatchObject({ revision: 4, changed: true, changes: dry.changes });
    const difference = await json<DiffReply>(['diff', '1', 'now']);
    expect(difference.changes).toEqual([]);
    const [newest] = await json<{ reason: string; author: string; channel: string }[]>(['history']);
    expect(newest).toMatchObject({ reason: 'as it was', author: 'alice', channel: 'cli' });
    const again = await json<ApplyReply>(['revert', '1', '--reason', 'as it was']);
    expect(again).toMatchObject({ changed: false, revision: 4 });
  });

  test('of one resource leaves the others', async () => {
    const args = ['revert', '2', '--only', 'vs/api', '--reason', 'api again', '--if-revision', '4'];
    const reply = await json<ApplyReply>(args);
    expect(reply.changes.map(({ key }) => key)).toEqual(['VirtualService/api']);
    expect((await sluice(args)).stderr).toMatch(/^E_REVISION/);
    const strange = await sluice(['revert', '1', '--only', 'vs/nobody', '--reason', 'x']);
    expect(strange.stderr).toMatch(/^E_NOT_FOUND/);
  });

  test('to what would no longer be accepted is refused with every problem', async () => {
    const [pool] = FLEET.filter(({ kind }) => kind === 'LocalAddressPool');
    if (pool === undefined) throw new Error('no pool');
    for (const name of ['vs/web', 'vs/web6', 'vs/api', 'pool/lips']) {
      expect((await sluice(['delete', name])).stderr).toBe('');
    }
    const { code, stderr } = await sluice(['revert', '5', '--only', 'vs/web', '--reason', 'x']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^E_INVALID/);
    expect(stderr).toMatch(/VirtualService\/web of revision 5:\d+:\d+ E_REFERENCE/);
    const both = ['--only', 'vs/web', '--only', 'pool/lips', '--reason', 'x'];
    expect((await sluice(['revert', '5', ...both])).stderr).toBe('');
  });
});

describe('an export', () => {
  withController();

  test('applied again changes nothing, also as a folder', async () => {
    await apply(FLEET);
    await json(['lock', '--node', 'lb1', '--reason', 'hands off', '--until', '1h']);
    const { stdout } = await sluice(['export']);
    expect(stdout).not.toContain('kind: Freeze');
    const plan = await sluice(['plan', '-f', '-', '--prune'], { stdin: stdout });
    expect([plan.code, plan.stderr]).toEqual([0, '']);

    const folder = join(dir, 'exported');
    const exported = await json<{ written: string[] }>(['export', '--dir', folder]);
    expect(exported.written).toContain('virtual-service/web.yaml');
    expect(exported.written).toHaveLength(FLEET.length);
    expect(await json<ApplyReply>(['apply', '-f', folder])).toMatchObject({ changed: false });
    expect((await sluice(['plan', folder])).code).toBe(0);
    await json(['unlock', '--node', 'lb1']);
  });

  test('into the same folder takes back what is gone, and nothing of others', async () => {
    const folder = join(dir, 'exported');
    writeFileSync(join(folder, 'mine.yaml'), '# mine\n');
    await sluice(['delete', 'vs/web6']);
    const { stdout, stderr } = await sluice(['export', '--dir', folder]);
    expect(stdout).toContain('1 old file removed');
    expect(stderr).toContain('left alone: mine.yaml');
    expect(readdirSync(join(folder, 'virtual-service'))).toEqual(['web.yaml']);
    const pools = await sluice(['export', 'pool']);
    expect(pools.stdout.match(/^kind: /gm)).toHaveLength(1);
  });
});

describe('a prune', () => {
  withController();

  test('deletes what the files no longer have, shown first, and no node or cluster', async () => {
    await apply([...FLEET, service('api', { ports: [443] })]);
    const fewer = FLEET.filter(({ name }) => !['web6', 'lb2'].includes(name));
    const stdin = yamlOf(fewer);
    expect((await sluice(['plan', '-f', '-'], { stdin })).code).toBe(0);
    const plan = await sluice(['plan', '-f', '-', '--prune'], { stdin });
    expect(plan.code).toBe(2);
    expect(plan.stdout).toContain('- VirtualService/api (delete)');
    expect(plan.stdout).toContain('(to do: edit vrrp instance, remove service x2)');
    const reply = await json<ApplyReply>(['apply', '-f', '-', '--prune'], { stdin });
    expect(reply.changes.map(({ key, action }) => `${action} ${key}`)).toEqual([
      'delete VirtualService/api',
      'delete VirtualService/web6',
    ]);
    const [first, second] = await json<{ revision: number }[]>(['history', '--limit', '2']);
    expect([first?.revision, second?.revision]).toEqual([reply.revision, reply.revision]);
  });

  test('takes a node where it is named, and refuses what others still refer to', async () => {
    const stdin = yamlOf(FLEET.filter(({ name }) => !['lb2', 'web6'].includes(name)));
    const refused = await sluice(['apply', '-f', '-', '--prune', '--prune-kinds', 'node'], {
      stdin,
    });
    expect(refused.stderr).toMatch(/^E_INVALID/);
    const lips = document('LocalAddressPool', 'lips', {
      cluster: 'edge',
      interface: 'bk0',
      perNode: { lb1: ['10.98.0.101', 'fd98::101'] },
    });
    const rest = yamlOf(
      FLEET.filter(({ name }) => !['lb2', 'web6'].includes(name)).map((one) =>
        one.name === 'lips' ? lips : one,
      ),
    );
    const args = ['apply', '-f', '-', '--prune', '--prune-kinds', 'node'];
    const reply = await json<ApplyReply>(args, { stdin: rest });
    expect(reply.changes.map(({ key, action }) => `${action} ${key}`)).toEqual([
      'update LocalAddressPool/lips',
      'delete Node/lb2',
    ]);
    expect((await sluice(['plan', '-f', '-', '--prune-kinds', 'vs'], { stdin })).code).toBe(64);
  });

  test('never reaches another cluster', async () => {
    const west = [
      document('Cluster', 'west', { highAvailability: 'none' }),
      document('Node', 'lb9', { cluster: 'west', managementAddress: '10.97.0.19' }),
    ];
    const reply = await json<ApplyReply>(['apply', '-f', '-', '--prune'], { stdin: yamlOf(west) });
    expect(reply.changes.map(({ action }) => action)).toEqual(['create', 'create']);
  });
});
