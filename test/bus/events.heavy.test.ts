import { connect } from 'nats';
import { afterEach, describe, expect, test } from 'vitest';
import { type NatsAgentBus, openAgentBus } from '../../bus/agent-bus.ts';
import type { ControlBus } from '../../bus/contract.ts';
import { openControlBus } from '../../bus/control-bus.ts';
import { nodeEventCodec } from '../../schemas/codec/event-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import { type NodeEvent, nodeEventId } from '../../schemas/events.ts';
import { withNats } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { recordingLog, sampleEvent } from './samples.ts';

const nats = withNats();
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const bus of opened.splice(0)) await bus.close();
});

let cells = 0;
/** A cell of its own, so that tests do not see each other's events. */
async function openCell(): Promise<{ cell: string; agent: NatsAgentBus; control: ControlBus }> {
  const cell = `c${++cells}`;
  const common = { servers: [nats.endpoint], cell, log: recordingLog().log };
  const agent = openAgentBus({ ...common, node: 'lb-1' });
  const control = openControlBus(common);
  opened.push(agent, control);
  await until('connected', () => agent.isConnected());
  await control.ensureStreams();
  return { cell, agent, control };
}

const forever = () => new AbortController().signal;

async function collect(events: AsyncIterable<NodeEvent>): Promise<string[]> {
  const ids: string[] = [];
  for await (const event of events) ids.push(nodeEventId(event));
  return ids;
}

/** What the outbox does: again and again until the server has it. */
async function publishUntilStored(agent: NatsAgentBus, event: NodeEvent): Promise<void> {
  await until(`${nodeEventId(event)} stored`, () => stored(agent, event), { timeoutMs: 60_000 });
}

async function stored(agent: NatsAgentBus, event: NodeEvent): Promise<boolean> {
  try {
    await agent.publishEvent(event);
    return true;
  } catch (error) {
    if (error instanceof FleetError && error.retryable) return false;
    throw error;
  }
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('kill -9 of the server', () => {
  test('loses no stored event, and the follower sees each once and in order', async () => {
    const { agent, control } = await openCell();
    const count = 3_000;
    const nodes = ['lb-1', 'lb-2', 'lb-3', 'lb-4'];
    const abort = new AbortController();
    const seen: NodeEvent[] = [];
    const reading = (async () => {
      const events = control.readEvents({ last: 0, follow: true, signal: abort.signal });
      for await (const event of events) seen.push(event);
    })();
    // A first event tells that the follower is there; what came before it would not be read.
    const first = sampleEvent('probe', 1);
    await until('the follower', async () => {
      await agent.publishEvent({ ...first, seq: first.seq++ });
      return seen.length > 0;
    });
    const sending = nodes.map(async (node) => {
      for (const seq of range(1, count / nodes.length)) {
        await publishUntilStored(agent, sampleEvent(node, seq));
      }
    });
    const real = () => seen.filter((event) => event.node !== 'probe');
    for (const share of [0.2, 0.4, 0.6, 0.8]) {
      await until('progress', () => real().length >= count * share, { timeoutMs: 60_000 });
      await nats.restart();
    }
    await Promise.all(sending);
    await until('all read', () => real().length >= count, { timeoutMs: 60_000 });
    abort.abort();
    await reading;
    for (const node of nodes) {
      const seqs = real().filter((event) => event.node === node);
      expect(seqs.map((event) => event.seq)).toEqual(range(1, count / nodes.length));
    }
  });

  test('a reader that does not follow says that NATS is away', async () => {
    const { control } = await openCell();
    await nats.kill();
    const reading = collect(control.readEvents({ last: 5, follow: false, signal: forever() }));
    await expect(reading).rejects.toMatchObject({ code: 'E_BUS_AWAY', retryable: true });
    await nats.restart();
  });

  test('a vanished consumer is replaced behind the last event read', async () => {
    const { cell, agent, control } = await openCell();
    const abort = new AbortController();
    const seen: number[] = [];
    const reading = (async () => {
      const events = control.readEvents({ last: 100, follow: true, signal: abort.signal });
      for await (const event of events) seen.push(event.seq);
    })();
    await agent.publishEvent(sampleEvent('lb-1', 1));
    await until('the first', () => seen.length === 1);
    const raw = await connect({ servers: nats.endpoint });
    const { consumers } = await raw.jetstreamManager();
    for await (const { name } of consumers.list(`EV_${cell}`)) {
      await consumers.delete(`EV_${cell}`, name);
    }
    await raw.close();
    for (const seq of range(2, 50)) await agent.publishEvent(sampleEvent('lb-1', seq));
    await until('the rest', () => seen.length === 50);
    abort.abort();
    await reading;
    expect(seen).toEqual(range(1, 50));
  });
});

describe('reading back', () => {
  test('gives the newest N of all, of a node, of a type, and of both', async () => {
    const { agent, control } = await openCell();
    const started = (node: string, seq: number) =>
      sampleEvent(node, seq, {
        type: 'AgentStarted',
        agentVersion: '1',
        kernelVersion: '6',
        firstOfBoot: true,
      });
    const stream: NodeEvent[] = [];
    for (const seq of range(1, 60)) {
      const node = seq % 3 === 0 ? 'lb-1' : 'lb-2';
      stream.push(seq % 10 === 0 ? started(node, seq) : sampleEvent(node, seq));
    }
    for (const event of stream) await agent.publishEvent(event);
    const signal = forever();
    const cases = [
      { last: 7 },
      { last: 1_000 },
      { last: 0 },
      { last: 5, node: 'lb-1' },
      { last: 500, node: 'lb-1' },
      { last: 3, type: 'AgentStarted' as const },
      { last: 1, node: 'lb-1', type: 'AgentStarted' as const },
      { last: 4, node: 'lb-9' },
    ];
    for (const { last, node, type } of cases) {
      const all = stream.filter(
        (event) =>
          (node === undefined || event.node === node) &&
          (type === undefined || event.body.type === type),
      );
      const wanted = last === 0 ? [] : all.slice(-last);
      const got = await collect(control.readEvents({ last, node, type, follow: false, signal }));
      expect(got, JSON.stringify({ last, node, type })).toEqual(wanted.map(nodeEventId));
    }
  });

  test('drops repeats that the server no longer recognises, and what is no event', async () => {
    const { cell, agent, control } = await openCell();
    for (const seq of range(1, 5)) await agent.publishEvent(sampleEvent('lb-1', seq));
    const raw = await connect({ servers: nats.endpoint });
    const subject = `sluice.v1.${cell}.ev.edge.lb-1.AdminStateSeen`;
    // Without a message id the server takes it again, as it does after its duplicate window.
    for (const seq of [3, 4, 5, 6]) {
      await raw.jetstream().publish(subject, nodeEventCodec.encode(sampleEvent('lb-1', seq)));
    }
    await raw.jetstream().publish(subject, 'no event');
    await raw.jetstream().publish(subject, nodeEventCodec.encode(sampleEvent('lb-2', 7)));
    await raw.close();
    await agent.publishEvent(sampleEvent('lb-1', 5)); // with its id: not stored again
    await agent.publishEvent(sampleEvent('lb-1', 7));
    const options = { last: 100, follow: false, signal: forever() };
    const wanted = range(1, 7).map((seq) => nodeEventId(sampleEvent('lb-1', seq)));
    expect(await collect(control.readEvents(options))).toEqual(wanted);
  });

  test('ends at once when told to, also in the middle of waiting', async () => {
    const { control } = await openCell();
    const abort = new AbortController();
    const reading = collect(control.readEvents({ last: 9, follow: true, signal: abort.signal }));
    abort.abort();
    expect(await reading).toEqual([]);
  });
});

describe('the stream', () => {
  test('is made once, kept, and brought into line when it differs', async () => {
    const { cell, agent, control } = await openCell();
    await agent.publishEvent(sampleEvent('lb-1', 1));
    await control.ensureStreams();
    const raw = await connect({ servers: nats.endpoint });
    const { streams } = await raw.jetstreamManager();
    const before = await streams.info(`EV_${cell}`);
    expect(before.config).toMatchObject({
      subjects: [`sluice.v1.${cell}.ev.>`],
      storage: 'file',
      max_age: 7 * 24 * 3_600 * 1e9,
      duplicate_window: 120 * 1e9,
      max_bytes: 1024 ** 3,
    });
    await streams.update(`EV_${cell}`, { ...before.config, max_age: 3_600 * 1e9 });
    await control.ensureStreams();
    const after = await streams.info(`EV_${cell}`);
    expect(after.config).toEqual(before.config);
    expect(after.state.messages).toBe(1);
    await raw.close();
  });
});
