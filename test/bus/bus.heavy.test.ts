import { connect } from 'nats';
import { afterEach, describe, expect, test } from 'vitest';
import { type NatsAgentBus, openAgentBus } from '../../bus/agent-bus.ts';
import type { CommandHandlers, ControlBus } from '../../bus/contract.ts';
import { openControlBus } from '../../bus/control-bus.ts';
import { freePort } from '../../lab/servers/free-port.ts';
import { startNats } from '../../lab/servers/nats.ts';
import type { LiveConfig } from '../../schemas/adopt.ts';
import { nodeStatusCodec } from '../../schemas/codec/bus-codec.ts';
import type { DriftReply } from '../../schemas/drift.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeStatus } from '../../schemas/status.ts';
import { withNats } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { recordingLog, sampleEvent, sampleStatus } from './samples.ts';

const nats = withNats();
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const bus of opened.splice(0)) await bus.close();
});

function agentBus(node: string, endpoint = nats.endpoint): NatsAgentBus {
  const bus = openAgentBus({
    servers: [endpoint],
    cell: 'test',
    node,
    log: recordingLog().log,
  });
  opened.push(bus);
  return bus;
}

function controlBus(cell = 'test', endpoint = nats.endpoint): ControlBus {
  const bus = openControlBus({ servers: [endpoint], cell, log: recordingLog().log });
  opened.push(bus);
  return bus;
}

const DRIFT: DriftReply = {
  ...{ problem: '', pending: 0, drifted: 1, foreignTotal: 1, repaired: 2 },
  entries: [
    {
      ...{ kind: 'drifted', what: 'realServer', subject: '10.1.0.1:80', of: 'tcp/10.0.0.1:80' },
      ...{ desired: 'weight 1', applied: 'weight 1', observed: 'weight 5' },
    },
  ],
  foreign: [{ kind: 'nat', where: 'table ip old', what: 'dnat "10.1.0.9"' }],
};
const LIVE: LiveConfig = {
  ...{ fingerprint: 'f', egress: [], notUnderstood: [], addresses: [], differences: [] },
  obstacles: ['none of your business'],
  services: [
    {
      ...{ key: 'tcp/10.0.0.1:80', address: '10.0.0.1', port: 80, protocol: 'tcp' },
      ...{ scheduler: 'rr', forwarding: 'nat', localAddresses: [], masquerade: false },
      realServers: [{ address: '10.1.0.1', port: 80, weight: 1 }],
      rules: ['table ip old chain pre handle 4'],
    },
  ],
};

function handlers(node: string, over: Partial<CommandHandlers> = {}): CommandHandlers {
  return {
    status: async () => sampleStatus(node),
    connections: async ({ limit }) => ({ connections: [], total: limit ?? 0 }),
    health: async () => ({ realServers: [] }),
    drainProgress: async () => ({ tracked: 3, moving: 1, ownedAddresses: ['10.0.0.1'] }),
    drift: async () => DRIFT,
    liveConfig: async () => LIVE,
    takeOver: async ({ plan }) => ({ services: [plan.digest], removed: [], addresses: [] }),
    undoTakeOver: async ({ reason }) => ({ services: [], restored: [reason] }),
    ...over,
  };
}

const isUp = (bus: { isConnected(): boolean }) => until('connected', () => bus.isConnected());

describe('connection', () => {
  test('opening does not wait for NATS, and the bus works once it is there', async () => {
    const port = await freePort();
    const endpoint = `nats://127.0.0.1:${port}`;
    const agent = agentBus('lb-1', endpoint);
    const control = controlBus('test', endpoint);
    const statuses: NodeStatus[] = [];
    await control.followStatuses((status) => statuses.push(status));
    await agent.serveCommands('lb-1', handlers('lb-1'));
    expect(agent.isConnected()).toBe(false);
    agent.publishStatus(sampleStatus('lb-1'));
    expect(agent.statusesDropped()).toBe(1);
    const publish = agent.publishEvent(sampleEvent('lb-1', 1));
    await expect(publish).rejects.toMatchObject({ code: 'E_BUS_AWAY', retryable: true });
    const server = await startNats({ dir: tempDir('nats-late'), port });
    try {
      await isUp(agent);
      await until('a status', () => {
        agent.publishStatus(sampleStatus('lb-1'));
        return statuses.length > 0;
      });
      const reply = await until('a reply', () => control.command('lb-1', 'connections', {}));
      expect(reply).toEqual({ connections: [], total: 0 });
    } finally {
      await server.stop();
    }
  });

  test('closing while NATS is away ends the dialling, and what waits is told', async () => {
    const endpoint = `nats://127.0.0.1:${await freePort()}`;
    const control = controlBus('test', endpoint);
    const call = control.command('lb-1', 'status', {}, 60_000);
    await control.close();
    await expect(call).rejects.toMatchObject({ code: 'E_BUS_AWAY' });
  });

  test('a stream that is not there makes an event wait, not fail for ever', async () => {
    const bus = openAgentBus({
      servers: [nats.endpoint],
      cell: 'nostream',
      node: 'lb-1',
      log: recordingLog().log,
    });
    opened.push(bus);
    await isUp(bus);
    const publish = bus.publishEvent(sampleEvent('lb-1', 1));
    await expect(publish).rejects.toMatchObject({ code: 'E_BUS_AWAY', retryable: true });
    await controlBus('nostream').ensureStreams();
    await bus.publishEvent(sampleEvent('lb-1', 1));
  });
});

describe('status', () => {
  test('the newest status comes last, and goes on coming after kill -9 of the server', async () => {
    const agent = agentBus('lb-2');
    const control = controlBus();
    let newest: NodeStatus | undefined;
    await control.followStatuses((status) => {
      newest = status;
    });
    await Promise.all([isUp(agent), isUp(control)]);
    const say = (timeMs: number) =>
      until(`status of ${timeMs}`, () => {
        agent.publishStatus(sampleStatus('lb-2', { timeMs }));
        return newest?.timeMs === timeMs;
      });
    await say(1);
    await say(2);
    await nats.restart();
    await say(3);
  });

  test('what one director says in the name of another is refused and logged', async () => {
    const { log, lines } = recordingLog();
    const control = openControlBus({ servers: [nats.endpoint], cell: 'test', log });
    opened.push(control);
    const seen: string[] = [];
    await isUp(control);
    await control.followStatuses((status) => seen.push(status.node));
    const raw = await connect({ servers: nats.endpoint });
    raw.publish(
      'sluice.v1.test.tel.edge.lb-3.status',
      nodeStatusCodec.encode(sampleStatus('lb-4')),
    );
    raw.publish('sluice.v1.test.tel.edge.lb-3.status', 'not a frame');
    raw.publish(
      'sluice.v1.test.tel.edge.lb-3.status',
      nodeStatusCodec.encode(sampleStatus('lb-3')),
    );
    await until('the good one', () => seen.length > 0);
    await raw.close();
    expect(seen).toEqual(['lb-3']);
    expect(lines.map((line) => line.msg)).toEqual(
      expect.arrayContaining(['status under a subject not its own', 'status cannot be read']),
    );
  });
});

describe('commands', () => {
  test('every verb makes its round', async () => {
    const agent = agentBus('lb-5');
    const control = controlBus();
    await isUp(agent);
    await agent.serveCommands('lb-5', handlers('lb-5'));
    expect(await control.command('lb-5', 'status', {})).toEqual(sampleStatus('lb-5'));
    expect(await control.command('lb-5', 'connections', { limit: 7 })).toMatchObject({ total: 7 });
    expect(await control.command('lb-5', 'health', { service: '' })).toEqual({ realServers: [] });
    expect(await control.command('lb-5', 'drainProgress', { windowMs: 1_000 })).toEqual({
      tracked: 3,
      moving: 1,
      ownedAddresses: ['10.0.0.1'],
    });
    expect(await control.command('lb-5', 'drift', {})).toEqual(DRIFT);
    expect(await control.command('lb-5', 'liveConfig', {})).toEqual(LIVE);
    const asked = { actor: 'ann', reason: 'why' };
    const plan = { cluster: 'edge', generation: 3, digest: 'd' };
    const order = { plan, fingerprint: '', onlyUnderstood: false, ...asked };
    expect((await control.command('lb-5', 'takeOver', order)).services).toEqual(['d']);
    expect((await control.command('lb-5', 'undoTakeOver', asked)).restored).toEqual(['why']);
  });

  test("an agent's refusal arrives as it was made, a defect as E_INTERNAL", async () => {
    const agent = agentBus('lb-6');
    const control = controlBus();
    await isUp(agent);
    const refusing = handlers('lb-6', {
      health: async () => {
        throw new FleetError('E_NOT_FOUND', 'no service web', { hint: 'list them' });
      },
      status: async () => {
        throw new TypeError('broken');
      },
    });
    const serving = await agent.serveCommands('lb-6', refusing);
    const refused = control.command('lb-6', 'health', { service: 'web' });
    await expect(refused).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
      message: 'no service web',
      hint: 'list them',
    });
    const broken = control.command('lb-6', 'status', {});
    await expect(broken).rejects.toMatchObject({ code: 'E_INTERNAL', message: 'broken' });
    await serving.close();
    const gone = control.command('lb-6', 'status', {});
    await expect(gone).rejects.toMatchObject({
      code: 'E_NODE_SILENT',
      message: expect.stringContaining('no agent listens'),
    });
  });

  test('an agent that does not answer in time is silent', async () => {
    const agent = agentBus('lb-7');
    const control = controlBus();
    await isUp(agent);
    const never = new Promise<never>(() => undefined);
    await agent.serveCommands('lb-7', handlers('lb-7', { status: () => never }));
    const call = control.command('lb-7', 'status', {}, 150);
    await expect(call).rejects.toMatchObject({
      code: 'E_NODE_SILENT',
      retryable: true,
      message: expect.stringContaining('no answer in 150 ms'),
    });
  });

  test('a reply that is too large is refused with a hint, not left unanswered', async () => {
    const agent = agentBus('lb-8');
    const control = controlBus();
    await isUp(agent);
    const ownedAddresses = Array.from({ length: 200_000 }, () => '10.0.0.1');
    const drainProgress = async () => ({ tracked: 0, moving: 0, ownedAddresses });
    await agent.serveCommands('lb-8', handlers('lb-8', { drainProgress }));
    const call = control.command('lb-8', 'drainProgress', { windowMs: 1 });
    await expect(call).rejects.toMatchObject({ code: 'E_TOO_LARGE' });
  });

  test('a server that dies under a command is reported as away, and served again after', async () => {
    const agent = agentBus('lb-9');
    const control = controlBus();
    await isUp(agent);
    let asked = 0;
    const hangsOnce = () => {
      asked += 1;
      return asked === 1 ? new Promise<never>(() => undefined) : Promise.resolve(sampleStatus('x'));
    };
    await agent.serveCommands('lb-9', handlers('lb-9', { status: hangsOnce }));
    const call = control.command('lb-9', 'status', {}, 60_000);
    call.catch(() => undefined); // looked at below, after the server's death
    await until('asked', () => asked === 1);
    await nats.kill();
    await expect(call).rejects.toMatchObject({ code: 'E_BUS_AWAY', retryable: true });
    await nats.restart();
    await until('a reply', () => control.command('lb-9', 'status', {}));
  });

  test('a name that could widen a subject is no node', async () => {
    const control = controlBus();
    await expect(control.command('>', 'status', {})).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });
});
