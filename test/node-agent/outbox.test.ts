import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { OutboxLimits } from '../../node-agent/outbox/limits.ts';
import { type Outbox, openOutbox } from '../../node-agent/outbox/outbox.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeEvent, NodeEventBody } from '../../schemas/events.ts';
import { recordingLog } from '../bus/samples.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';

const QUICK = { retryMinMs: 1, retryMaxMs: 5, closeDrainMs: 50 };
const opened: Outbox[] = [];
afterEach(async () => {
  for (const outbox of opened.splice(0)) await outbox.close();
});

interface Use {
  readonly dir: string;
  readonly bootId?: string;
  readonly limits?: Partial<OutboxLimits>;
  readonly publish?: (event: NodeEvent) => Promise<void>;
}

const away = async () => {
  throw new FleetError('E_BUS_AWAY', 'away', { retryable: true });
};

async function open(use: Use): Promise<Outbox & { sent: NodeEvent[] }> {
  const sent: NodeEvent[] = [];
  const outbox = await openOutbox({
    dir: use.dir,
    bootId: use.bootId ?? 'boot-1',
    node: 'lb-1',
    cluster: 'edge',
    log: recordingLog().log,
    limits: { ...QUICK, ...use.limits },
    publish: async (event) => {
      await use.publish?.(event);
      sent.push(event);
    },
  });
  opened.push(outbox);
  return Object.assign(outbox, { sent });
}

async function reopen(outbox: Outbox, use: Use): ReturnType<typeof open> {
  opened.splice(opened.indexOf(outbox), 1);
  await outbox.close();
  return open(use);
}

const body = (address = '10.0.0.1'): NodeEventBody => ({
  type: 'AddressesReleased',
  addresses: [address],
  reason: 'test',
});
const add = (outbox: Outbox, text?: string) => outbox.append(body(text), undefined, 1_000);
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const seqs = (events: readonly NodeEvent[]) => events.map((event) => event.seq);
const segmentsOf = (dir: string) =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.events'))
    .sort();
const newestSegment = (dir: string) => join(dir, segmentsOf(dir).at(-1) ?? '');

describe('numbering', () => {
  test('is dense from 1 for each boot, across restarts, and goes out in order', async () => {
    const dir = tempDir('outbox');
    const first = await open({ dir, publish: away });
    expect(first.isFirstOfBoot()).toBe(true);
    const plan = { cluster: 'edge', generation: 3, digest: 'd' };
    const event = await first.append(body(), plan, 1_234);
    expect(event).toEqual({
      cluster: 'edge',
      node: 'lb-1',
      bootId: 'boot-1',
      seq: 1,
      timeMs: 1_234,
      plan,
      body: body(),
    });
    await Promise.all(range(2, 40).map(() => add(first)));
    expect(first.waiting()).toBe(40);
    const second = await reopen(first, { dir, publish: away });
    expect(second.isFirstOfBoot()).toBe(false);
    expect((await add(second)).seq).toBe(41);
    const rebooted = await reopen(second, { dir, bootId: 'boot-2' });
    expect(rebooted.isFirstOfBoot()).toBe(true);
    expect((await add(rebooted)).seq).toBe(1);
    await until('all sent', () => rebooted.waiting() === 0);
    expect(seqs(rebooted.sent)).toEqual([...range(1, 41), 1]);
    expect(rebooted.sent[0]).toEqual(event);
    expect(rebooted.sent.at(-1)?.bootId).toBe('boot-2');
    const again = await reopen(rebooted, { dir, bootId: 'boot-2' });
    expect((await add(again)).seq).toBe(2);
  });

  test('goes on when every event was sent and its file deleted', async () => {
    const dir = tempDir('outbox');
    const limits = { segmentBytes: 200 };
    const outbox = await open({ dir, limits });
    for (const _ of range(1, 20)) await add(outbox);
    await until('all sent', () => outbox.waiting() === 0);
    const again = await reopen(outbox, { dir, limits });
    expect(again.waiting()).toBe(0);
    expect((await add(again)).seq).toBe(21);
    await until('sent', () => again.sent.length === 1);
    expect(segmentsOf(dir).length).toBeLessThanOrEqual(2);
  });

  test('a rejected body takes no number and no neighbour with it', async () => {
    const outbox = await open({ dir: tempDir('outbox') });
    const wrong = { type: 'EventsLost', count: 'many', reason: '' } as unknown as NodeEventBody;
    const results = await Promise.allSettled([
      add(outbox),
      outbox.append(wrong, undefined, 1),
      add(outbox),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await add(outbox)).seq).toBe(3);
  });
});

describe('sending', () => {
  test('tries the same event until it is taken, and gives up only what is refused', async () => {
    const tries: number[] = [];
    const outbox = await open({
      dir: tempDir('outbox'),
      publish: async ({ seq }) => {
        tries.push(seq);
        if (tries.length < 3) await away();
        if (seq === 2) throw new FleetError('E_TOO_LARGE', 'too large');
      },
    });
    for (const _ of range(1, 3)) await add(outbox);
    await until('sent', () => outbox.waiting() === 0);
    expect(tries).toEqual([1, 1, 1, 2, 3]);
    expect(outbox.lost()).toBe(1);
    await add(outbox);
    await until('told', () => outbox.sent.length === 4);
    expect(outbox.sent.map((event) => event.body).at(-1)).toEqual({
      type: 'EventsLost',
      count: 1,
      reason: 'refused with E_TOO_LARGE',
    });
  });

  test('what is sent is not sent again after a restart', async () => {
    const dir = tempDir('outbox');
    const outbox = await open({ dir });
    for (const _ of range(1, 5)) await add(outbox);
    await until('sent', () => outbox.waiting() === 0);
    const again = await reopen(outbox, { dir });
    await add(again);
    await until('sent', () => again.waiting() === 0);
    expect(seqs(again.sent)).toEqual([6]);
  });

  test('close sends on for a moment, and does not hang on a bus that does', async () => {
    const dir = tempDir('outbox');
    const outbox = await open({ dir });
    void add(outbox);
    const hanging = await reopen(outbox, { dir, publish: () => new Promise(() => undefined) });
    expect(seqs(outbox.sent)).toEqual([1]);
    await add(hanging);
    const again = await reopen(hanging, { dir });
    await until('sent', () => again.sent.length === 1);
    await expect(add(hanging)).rejects.toMatchObject({ code: 'E_DISK' });
  });
});

describe('a file that is not as it was left', () => {
  test('a torn last record is dropped, its number is given again', async () => {
    const dir = tempDir('outbox');
    const outbox = await open({ dir, publish: away });
    for (const _ of range(1, 3)) await add(outbox);
    const size = statSync(newestSegment(dir)).size;
    truncateSync(newestSegment(dir), size - 1);
    const again = await reopen(outbox, { dir });
    expect((await add(again, '10.0.0.3')).seq).toBe(3);
    await until('sent', () => again.waiting() === 0);
    expect(seqs(again.sent)).toEqual([1, 2, 3]);
    expect(again.sent.at(-1)?.body).toEqual(body('10.0.0.3'));
  });

  test('what stands behind the last record does not show behind a later one', async () => {
    const dir = tempDir('outbox');
    const outbox = await open({ dir, publish: away });
    await add(outbox);
    const record = readFileSync(newestSegment(dir));
    appendFileSync(newestSegment(dir), Buffer.concat([Buffer.from([9]), record, record]));
    const again = await reopen(outbox, { dir, publish: away });
    await add(again);
    const third = await reopen(again, { dir });
    await until('sent', () => third.waiting() === 0);
    expect(seqs(third.sent)).toEqual([1, 2]);
  });

  test('without the mark of what is sent, all is sent again under the same numbers', async () => {
    const dir = tempDir('outbox');
    const outbox = await open({ dir });
    for (const _ of range(1, 3)) await add(outbox);
    await until('sent', () => outbox.waiting() === 0);
    opened.splice(opened.indexOf(outbox), 1);
    await outbox.close();
    rmSync(join(dir, 'sent'));
    const again = await open({ dir });
    await until('sent', () => again.waiting() === 0);
    expect(seqs(again.sent)).toEqual([1, 2, 3]);
    expect(again.isFirstOfBoot()).toBe(false);
  });

  test('when the events were taken away, what is new is sent all the same', async () => {
    const dir = tempDir('outbox');
    const outbox = await open({ dir, limits: { segmentBytes: 200 } });
    for (const _ of range(1, 20)) await add(outbox);
    await until('sent', () => outbox.waiting() === 0);
    opened.splice(opened.indexOf(outbox), 1);
    await outbox.close();
    for (const name of segmentsOf(dir)) rmSync(join(dir, name));
    const again = await open({ dir });
    await add(again);
    await until('sent', () => again.sent.length === 1);
  });
});

describe('bounds', () => {
  test('a full outbox drops the oldest and tells how many, the rest arrives in order', async () => {
    const dir = tempDir('outbox');
    const limits = { segmentBytes: 1_000, bytesMax: 5_000 };
    const outbox = await open({ dir, limits, publish: away });
    const count = 400;
    for (const _ of range(1, count)) await add(outbox);
    const onDisk = segmentsOf(dir).reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);
    expect(onDisk).toBeLessThan(7_000);
    expect(outbox.lost()).toBeGreaterThan(300);
    const again = await reopen(outbox, { dir, limits });
    await until('sent', () => again.waiting() === 0);
    const told = again.sent.flatMap(({ body }) => (body.type === 'EventsLost' ? [body.count] : []));
    const real = again.sent.filter((event) => event.body.type !== 'EventsLost');
    // The events that arrive and those that are told of as lost make up all that were appended.
    expect(told.reduce((sum, lost) => sum + lost, 0) + real.length).toBe(count);
    expect(seqs(again.sent)).toEqual(range(again.sent[0]?.seq ?? 0, again.sent.at(-1)?.seq ?? 0));
    expect(real.at(-1)?.body).toEqual(body());
  });

  test('an event that is too large is replaced by a notice with its number', async () => {
    const outbox = await open({ dir: tempDir('outbox'), limits: { eventBytesMax: 500 } });
    const event = await add(outbox, 'x'.repeat(1_000));
    expect(event).toMatchObject({ seq: 1, body: { type: 'EventsLost', count: 1 } });
    expect(outbox.lost()).toBe(1);
    expect((await add(outbox)).seq).toBe(2);
  });

  test('more events than the queue takes are refused at once and counted', async () => {
    const outbox = await open({ dir: tempDir('outbox'), limits: { queueMax: 10 } });
    const results = await Promise.allSettled(range(1, 50).map(() => add(outbox)));
    const refused = results.filter(({ status }) => status === 'rejected').length;
    expect(refused).toBeGreaterThan(0);
    expect(outbox.lost()).toBe(refused);
    await add(outbox);
    await until('sent', () => outbox.waiting() === 0);
    const told = outbox.sent.map((event) => event.body).filter(({ type }) => type === 'EventsLost');
    expect(told).toEqual([
      { type: 'EventsLost', count: refused, reason: 'the disk cannot keep up' },
    ]);
    expect(seqs(outbox.sent)).toEqual(range(1, outbox.sent.length));
  });

  test('files are private', async () => {
    const dir = join(tempDir('outbox'), 'new');
    await add(await open({ dir }));
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(dir)) {
      expect(statSync(join(dir, name)).mode & 0o777, name).toBe(0o600);
    }
  });

  test('a folder that cannot be made says so', async () => {
    const dir = join(newFile(), 'outbox');
    await expect(open({ dir })).rejects.toMatchObject({ code: 'E_DISK' });
  });
});

function newFile(): string {
  const file = join(tempDir('outbox'), 'file');
  appendFileSync(file, '');
  return file;
}
