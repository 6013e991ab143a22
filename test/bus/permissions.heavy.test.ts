import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openAgentBus } from '../../bus/agent-bus.ts';
import { openControlBus } from '../../bus/control-bus.ts';
import { busSubjects } from '../../schemas/subjects.ts';
import { withNats } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { recordingLog, sampleEvent, sampleStatus } from './samples.ts';

const subjects = busSubjects('test');
// The permissions that docs/ tells operators to give: an agent reaches its own subjects only.
const agentPermissions = `
  publish: ["sluice.v1.test.ev.edge.lb-1.*", "sluice.v1.test.tel.edge.lb-1.*"]
  subscribe: ["${subjects.commands('lb-1')}", "_INBOX_lb-1.>"]
  allow_responses: { max: 1, expires: "1m" }`;
const unasked = () => Promise.reject(new Error('nobody asks for it'));

const nats = withNats({
  extraConfig: `authorization { users: [
    { user: control, password: c-secret }
    { user: lb-1, password: a-secret, permissions: { ${agentPermissions} } }
  ] }`,
});

function credentials(user: string, password: string) {
  const passwordFile = `${tempDir('password')}/${user}`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  return { type: 'password', user, passwordFile } as const;
}

test('an agent with its own permissions does all its work, and is refused more, loudly', async () => {
  const { log, lines } = recordingLog();
  const servers = [nats.endpoint];
  const control = openControlBus({
    servers,
    cell: 'test',
    credentials: credentials('control', 'c-secret'),
    log: recordingLog().log,
  });
  await control.ensureStreams();
  const agent = openAgentBus({
    servers,
    cell: 'test',
    node: 'lb-1',
    credentials: credentials('lb-1', 'a-secret'),
    log,
  });
  await until('connected', () => agent.isConnected());
  await agent.publishEvent(sampleEvent('lb-1', 1));
  const seen: string[] = [];
  await control.followStatuses((status) => seen.push(status.node));
  agent.publishStatus(sampleStatus('lb-1'));
  await until('a status', () => seen.length === 1);
  const serving = await agent.serveCommands('lb-1', {
    status: async () => sampleStatus('lb-1'),
    connections: async () => ({ connections: [], total: 0 }),
    health: async () => ({ realServers: [] }),
    drainProgress: async () => ({ tracked: 0, moving: 0, ownedAddresses: [] }),
    drift: unasked,
    liveConfig: unasked,
    takeOver: unasked,
    undoTakeOver: unasked,
  });
  expect((await control.command('lb-1', 'status', {})).node).toBe('lb-1');
  await serving.close();

  const refusals = () => lines.filter((line) => line.msg === 'nats refused');
  const foreign = agent.publishEvent(sampleEvent('lb-2', 1));
  await expect(foreign).rejects.toMatchObject({ code: 'E_BUS_AWAY', retryable: true });
  agent.publishStatus(sampleStatus('lb-2'));
  await agent.serveCommands('lb-2', {} as never);
  await until('three refusals', () => refusals().length >= 3);
  expect(refusals()[0]).toMatchObject({
    level: 50,
    code: 'PERMISSIONS_VIOLATION',
    operation: 'publish',
    subject: 'sluice.v1.test.ev.edge.lb-2.AdminStateSeen',
  });
  expect(agent.isConnected()).toBe(true);
  await agent.close();
  await control.close();
});

test('wrong credentials are logged once, and taken up when they are mended', async () => {
  const { log, lines } = recordingLog();
  const identity = credentials('lb-1', 'wrong');
  const agent = openAgentBus({
    servers: [nats.endpoint],
    cell: 'test',
    node: 'lb-1',
    credentials: identity,
    log,
  });
  await until('a refusal', () => lines.some((line) => line.msg === 'nats cannot be reached'));
  writeFileSync(identity.passwordFile, 'a-secret');
  await until('connected', () => agent.isConnected());
  expect(lines.filter((line) => line.msg === 'nats cannot be reached')).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain('secret');
  await agent.close();
});
