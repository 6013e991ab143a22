/** Freezes and watches, from the command line to a real etcd and back. */
import { beforeEach, describe, expect, test } from 'vitest';
import { until } from '../kit/until.ts';
import { document, edited, FLEET, service, WEB, yamlOf } from '../schemas/fleet.ts';
import { withControllerCli } from './controller-cli.ts';

const { apply, json, sluice, socket, start, stop, withController } = withControllerCli();

const weights = (...all: number[]) => ({
  realServers: all.map((weight, i) => ({ address: `10.98.0.${21 + i}`, weight })),
});

describe('a freeze', () => {
  withController();
  const heavier = (weight: number) => yamlOf([edited(WEB, weights(weight, 2))]);
  const bob = { env: { USER: 'bob', SLUICE_API: '' } };

  beforeEach(() => {
    bob.env.SLUICE_API = `unix:${socket()}`;
  });

  test('of the fleet refuses every change and drain, and says who, why and until when', async () => {
    await apply(FLEET);
    await json(['lock', '--reason', 'sales', '--until', '2h'], bob);
    const commands = [
      ['apply', '-f', '-', '--reason', 'x'],
      ['delete', 'vs/web6'],
      ['revert', '0', '--reason', 'x'],
      ['node', 'drain', 'lb1'],
    ];
    for (const args of commands) {
      const { code, stderr } = await sluice(args, { stdin: heavier(3) });
      expect(code, stderr).toBe(1);
      expect(stderr).toMatch(/^E_FROZEN the fleet is frozen by bob until 2\S+Z: sales/);
      expect(stderr).toContain('--override-freeze');
    }
    const plan = await sluice(['plan', '-f', '-'], { stdin: heavier(3) });
    expect(plan.code).toBe(2);
    expect(plan.stdout).toContain('Frozen; an apply would be refused now:\n  fleet by bob until');
    // What changes nothing is in nobody's way.
    expect((await sluice(['apply', '-f', '-'], { stdin: yamlOf(FLEET) })).code).toBe(0);
  });

  test('is gone over with a reason, which the history keeps', async () => {
    const args = ['apply', '-f', '-', '--override-freeze'];
    expect((await sluice(args, { stdin: heavier(3) })).stderr).toMatch(/needs a reason/);
    const reply = await sluice([...args, '--reason', 'outage'], { stdin: heavier(3) });
    expect(reply.code, reply.stderr).toBe(0);
    const [newest] = await json<{ reason: string }[]>(['history']);
    expect(newest?.reason).toBe('outage [overrides Freeze/fleet]');
    // Temporal is away: that the drain got so far means that the freeze let it through.
    const drain = await sluice(['node', 'drain', 'lb1', '--override-freeze', '--reason', 'fire']);
    expect(drain.stderr).toMatch(/^E_TEMPORAL_AWAY/);
  });

  test('is not taken over by another, and ends by unlock', async () => {
    const second = await sluice(['lock', '--reason', 'mine']);
    expect(second.stderr).toMatch(/^E_FROZEN the fleet is frozen already by bob/);
    expect((await sluice(['unlock', '--reason', 'over'])).stdout).toBe(
      'the fleet is no longer frozen\n',
    );
    expect((await sluice(['unlock'])).stderr).toMatch(/^E_NOT_FOUND/);
    expect((await sluice(['apply', '-f', '-'], { stdin: heavier(4) })).code).toBe(0);
  });

  test('of a node or another cluster stops what reaches there and nothing else', async () => {
    const west = [
      document('Cluster', 'west', { highAvailability: 'none' }),
      document('Node', 'lb9', { cluster: 'west', managementAddress: '10.97.0.19' }),
    ];
    await apply(west);
    await json(['lock', '--node', 'lb2', '--reason', 'NIC']);
    await json(['lock', '--cluster', 'west', '--reason', 'move']);
    const refused = await sluice(['apply', '-f', '-'], { stdin: heavier(5) });
    expect(refused.stderr).toMatch(/^E_FROZEN node lb2 is frozen by alice until it is unlocked/);
    const labelled = yamlOf([
      document('Node', 'lb9', { cluster: 'west', managementAddress: '10.97.0.29' }),
    ]);
    expect((await sluice(['apply', '-f', '-'], { stdin: labelled })).stderr).toMatch(
      /^E_FROZEN cluster west is frozen/,
    );
    expect((await sluice(['node', 'drain', 'lb1'])).stderr).toMatch(/^E_TEMPORAL_AWAY/);
    expect((await sluice(['node', 'drain', 'lb2'])).stderr).toMatch(/^E_FROZEN/);
    await json(['unlock', '--node', 'lb2']);
    expect((await sluice(['apply', '-f', '-'], { stdin: heavier(5) })).code).toBe(0);
  });

  test('ends by itself', async () => {
    await json(['lock', '--reason', 'short', '--until', '1s']);
    expect((await sluice(['apply', '-f', '-'], { stdin: heavier(6) })).stderr).toMatch(/^E_FROZEN/);
    await until('the freeze has ended', async () => {
      const { code } = await sluice(['apply', '-f', '-'], { stdin: heavier(6) });
      return code === 0;
    });
    // What has ended may be begun anew.
    await json(['lock', '--reason', 'again', '--until', '1h']);
  });
});

describe('a watch', () => {
  withController();

  test('tells every change once, in order, through a restart of the controller', async () => {
    await apply(FLEET);
    const abort = new AbortController();
    let written = '';
    const saw = (word: string) => until(word, () => written.includes(word), { timeoutMs: 60_000 });
    const watching = sluice(['get', 'vs', '--watch', '-o', 'json'], {
      signal: abort.signal,
      onWrite: (text) => {
        written = text;
      },
    });
    try {
      await saw('"type":"synced"');
      await apply([edited(WEB, weights(3, 3))]);
      await saw('"revision":2');
      await stop();
      await saw('the server went away');
      await start();
      await saw('connected again');
      await apply([service('api', { ports: [443] })]);
      await saw('"revision":3');
      await sluice(['delete', 'vs/web6']);
      await saw('"revision":4');
    } finally {
      abort.abort();
    }
    const { code, stdout } = await watching;
    expect(code).toBe(130);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(
      lines.map(({ type, action, key, revision }) => [type, action ?? '', key ?? revision]),
    ).toEqual([
      ['present', '', 'VirtualService/web'],
      ['present', '', 'VirtualService/web6'],
      ['synced', '', 1],
      ['changed', 'update', 'VirtualService/web'],
      ['changed', 'create', 'VirtualService/api'],
      ['changed', 'delete', 'VirtualService/web6'],
    ]);
  });
});
