import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import type { ControlBus } from '../../bus/contract.ts';
import { openControlBus } from '../../bus/control-bus.ts';
import { openOutbox } from '../../node-agent/outbox/outbox.ts';
import { recordingLog } from '../bus/samples.ts';
import { withNats } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import type { WriterTask } from './outbox-writer.ts';

const nats = withNats();
const SCRIPT = new URL('outbox-writer.ts', import.meta.url).pathname;
const SCRIPT_FULL = new URL('outbox-full-disk.ts', import.meta.url).pathname;
const children = new Set<ChildProcess>();
const buses: ControlBus[] = [];
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const bus of buses.splice(0)) await bus.close();
});

class Writer {
  /** Numbers whose append resolved. */
  readonly appended: number[] = [];
  isSent = false;
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;

  constructor(task: WriterTask) {
    const child = spawn(process.execPath, [SCRIPT, JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    this.#exited = once(child, 'exit');
    children.add(child);
    child.once('exit', () => children.delete(child));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'sent') this.isSent = true;
      else this.appended.push(Number(line));
    });
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }

  async finish(): Promise<void> {
    await until('all sent', () => this.isSent, { timeoutMs: 90_000 });
    await this.#exited;
  }
}

async function openCell(cell: string): Promise<ControlBus> {
  const control = openControlBus({ servers: [nats.endpoint], cell, log: recordingLog().log });
  buses.push(control);
  await control.ensureStreams();
  return control;
}

async function storedSeqs(control: ControlBus, bootId: string): Promise<number[]> {
  const { signal } = new AbortController();
  const seqs: number[] = [];
  for await (const event of control.readEvents({ last: 100_000, follow: false, signal })) {
    if (event.bootId === bootId) seqs.push(event.seq);
  }
  return seqs;
}

const range = (to: number) => Array.from({ length: to }, (_, index) => index + 1);

test('events wait while NATS is away, survive kill -9, and arrive once and in order', async () => {
  const control = await openCell('away');
  await nats.kill();
  const task = { dir: tempDir('outbox'), server: nats.endpoint, cell: 'away', bootId: 'b1' };
  const first = new Writer({ ...task, upTo: 1_000 });
  await until('1000 appended', () => first.appended.includes(1_000), { timeoutMs: 60_000 });
  await first.kill();
  await nats.restart();
  const second = new Writer({ ...task, upTo: 1 });
  await second.finish();
  // The second life appends a few of its own; what it numbered goes on where the first ended.
  const last = Math.max(...second.appended);
  expect(Math.min(...second.appended)).toBeGreaterThan(1_000);
  expect(await storedSeqs(control, 'b1')).toEqual(range(last));
});

test('kill -9 of the agent at any moment loses nothing and leaves no hole', async () => {
  const control = await openCell('kills');
  const task = { dir: tempDir('outbox'), server: nats.endpoint, cell: 'kills', bootId: 'b2' };
  const upTo = 2_000;
  const kills = 6;
  const appended = new Set<number>();
  for (let life = 1; life <= kills; life++) {
    const writer = new Writer({ ...task, upTo });
    const enough = (upTo / (kills + 1)) * life;
    await until('progress', () => writer.appended.some((seq) => seq >= enough), {
      timeoutMs: 60_000,
      everyMs: 1,
    });
    if (life % 3 === 0) await nats.restart();
    await writer.kill();
    for (const seq of writer.appended) {
      expect(appended.has(seq), `number ${seq} given twice`).toBe(false);
      appended.add(seq);
    }
  }
  const last = new Writer({ ...task, upTo });
  await last.finish();
  const end = Math.max(...last.appended);
  expect(await storedSeqs(control, 'b2')).toEqual(range(end));
});

test('a disk that is full refuses, and the numbers stay dense when there is room again', async () => {
  // The kernel's limit on file sizes does to a write what a full disk does: a short one, then none.
  const dir = tempDir('outbox');
  const writer = spawn('prlimit', ['--fsize=40000:unlimited', process.execPath, SCRIPT_FULL, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(writer);
  let out = '';
  writer.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  const [code] = await once(writer, 'exit');
  children.delete(writer);
  expect(code).toBe(0);
  const { refused, lost, codes } = JSON.parse(out);
  expect(refused).toBeGreaterThan(0);
  expect(lost).toBe(refused);
  expect(codes).toEqual(['E_DISK']);
  const seqs: number[] = [];
  let told = 0;
  const outbox = await openOutbox({
    dir,
    bootId: 'b3',
    node: 'lb-1',
    cluster: 'edge',
    log: recordingLog().log,
    publish: async ({ seq, body }) => {
      seqs.push(seq);
      if (body.type === 'EventsLost') told += body.count;
    },
  });
  await until('all sent', () => outbox.waiting() === 0);
  await outbox.close();
  expect(seqs).toEqual(range(seqs.length));
  expect(told).toBe(refused);
});
