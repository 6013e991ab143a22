/**
 * A process for outbox.heavy.test.ts to kill: appends numbered events up to a number and says each
 * number that is on disk, then `sent` when nothing waits any more. Started again it goes on.
 */
import { writeSync } from 'node:fs';
import { pino } from 'pino';
import { openAgentBus } from '../../bus/agent-bus.ts';
import { openOutbox } from '../../node-agent/outbox/outbox.ts';
import { until } from '../kit/until.ts';

export interface WriterTask {
  readonly dir: string;
  readonly server: string;
  readonly cell: string;
  readonly bootId: string;
  /** Numbers of events are appended until this one is reached. */
  readonly upTo: number;
}

const WRITERS = 8;

async function main(task: WriterTask): Promise<void> {
  const log = pino({ level: 'error' }, pino.destination(2));
  const bus = openAgentBus({ servers: [task.server], cell: task.cell, node: 'lb-1', log });
  const outbox = await openOutbox({
    dir: task.dir,
    bootId: task.bootId,
    node: 'lb-1',
    cluster: 'edge',
    publish: (event) => bus.publishEvent(event),
    log,
  });
  let newest = 0;
  const write = async () => {
    while (newest < task.upTo) {
      const body = { type: 'ForeignFound', where: 'table inet x', what: 'chain y' } as const;
      const { seq } = await outbox.append(body, undefined, Date.now());
      newest = Math.max(newest, seq);
      writeSync(1, `${seq}\n`);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await until('all sent', () => outbox.waiting() === 0, { timeoutMs: 60_000 });
  await outbox.close();
  await bus.close();
  writeSync(1, 'sent\n');
}

await main(JSON.parse(process.argv[2] ?? '{}') as WriterTask);
